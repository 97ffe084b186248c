/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/publication-pages-private.h"

/* Texts of several sizes, colours and languages that are set as one. */

#define FAMILY "Cantarell, Noto Sans, sans-serif"

/* Begins a text of its own direction, and ends it (UAX #9). */
#define ISOLATE "\xe2\x81\xa8"
#define END_ISOLATE "\xe2\x81\xa9"

/* Whether there is anything in it that is written from right to left. */
static gboolean
is_turned (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      switch (g_unichar_get_script (g_utf8_get_char (p)))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_NKO:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
          return TRUE;
        default:
          break;
        }
    }

  return FALSE;
}

void
_cw_runs_init (CwRuns *self)
{
  self->text = g_string_new (NULL);
  self->attributes = pango_attr_list_new ();
}

static void
add_attribute (CwRuns *self, PangoAttribute *attribute, guint from)
{
  attribute->start_index = from;
  attribute->end_index = (guint) self->text->len;
  pango_attr_list_insert (self->attributes, attribute);
}

static void
add_color (CwRuns *self, const char *name, guint from)
{
  PangoColor color;

  if (pango_color_parse (&color, name))
    add_attribute (self, pango_attr_foreground_new (color.red, color.green, color.blue), from);
}

/* @language is that of a CwPublicationText, with %NULL for the words of the program. */
void
_cw_runs_append (CwRuns *self, const char *text, const char *language, const CwRunStyle *style)
{
  guint from = (guint) self->text->len;
  gboolean turned = is_turned (text);

  g_string_append_printf (self->text, "%s%s%s", turned ? ISOLATE : "", text,
                          turned ? END_ISOLATE : "");
  if (language != NULL && *language != '\0')
    add_attribute (self, pango_attr_language_new (pango_language_from_string (language)), from);
  add_attribute (self,
                 pango_attr_size_new (
                   (int) (style->size * (style->raised ? 0.7 : 1) * PANGO_SCALE)),
                 from);
  add_color (self, style->color, from);
  if (style->bold)
    add_attribute (self, pango_attr_weight_new (PANGO_WEIGHT_BOLD), from);
  if (style->italic)
    add_attribute (self, pango_attr_style_new (PANGO_STYLE_ITALIC), from);
  if (style->raised)
    add_attribute (self, pango_attr_rise_new ((int) (style->size * 0.35 * PANGO_SCALE)), from);
}

/* Returns: (transfer full): the runs as lines of @width points; they are used up */
PangoLayout *
_cw_runs_end (CwRuns *self, const CwSetter *setter, double width)
{
  PangoLayout *layout = pango_layout_new (setter->context);
  PangoFontDescription *font = pango_font_description_from_string (FAMILY);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, self->text->str, (int) self->text->len);
  pango_layout_set_attributes (layout, self->attributes);
  g_string_free (self->text, TRUE);
  pango_attr_list_unref (self->attributes);

  return layout;
}
