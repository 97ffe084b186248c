/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/label-style.h"

#include <pango/pangocairo.h>
#include <string.h>

#define SIZE 64

/* Characters that are drawn in another way in each of the two countries. */
#define UNIFIED "直骨"

static const char *
get_language (const char *tag)
{
  g_autoptr (PangoAttrIterator) iterator =
    pango_attr_list_get_iterator (cw_label_style_get_attributes (tag));
  PangoAttribute *attribute = pango_attr_iterator_get (iterator, PANGO_ATTR_LANGUAGE);

  g_assert_nonnull (attribute);

  return pango_language_to_string (((PangoAttrLanguage *) attribute)->value);
}

/* Fonts know regions, not scripts. */
static void
test_languages (void)
{
  g_assert_cmpstr (get_language ("zh-Hans"), ==, "zh-cn");
  g_assert_cmpstr (get_language ("zh-Hant"), ==, "zh-tw");
  g_assert_cmpstr (get_language ("ja"), ==, "ja");
  g_assert_cmpstr (get_language ("ko"), ==, "ko");
  g_assert_cmpstr (get_language ("en"), ==, "en");
}

/* Made once: rows ask for them whenever they are bound. */
static void
test_same_object (void)
{
  g_autofree char *tag = g_strdup ("zh-Hans");

  g_assert_true (cw_label_style_get_attributes (tag) == cw_label_style_get_attributes ("zh-Hans"));
  g_assert_true (cw_label_style_get_attributes ("ja") != cw_label_style_get_attributes ("zh-Hans"));
}

static cairo_surface_t *
draw (const char *tag, int *n_unknown)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 4 * SIZE, 2 * SIZE);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans 36");

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, UNIFIED, -1);
  pango_layout_set_attributes (layout, cw_label_style_get_attributes (tag));
  pango_cairo_show_layout (cr, layout);
  *n_unknown = pango_layout_get_unknown_glyphs_count (layout);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static gboolean
look_alike (cairo_surface_t *a, cairo_surface_t *b)
{
  gsize size =
    (gsize) cairo_image_surface_get_stride (a) * (gsize) cairo_image_surface_get_height (a);

  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), size) == 0;
}

static void
test_pixels (void)
{
  int n_unknown[3];
  cairo_surface_t *chinese = draw ("zh-Hans", &n_unknown[0]);
  cairo_surface_t *japanese = draw ("ja", &n_unknown[1]);
  cairo_surface_t *again = draw ("zh-Hans", &n_unknown[2]);

  if (n_unknown[0] > 0 || n_unknown[1] > 0)
    g_test_skip ("no font with Chinese characters");
  else
    {
      g_assert_true (look_alike (chinese, again));
      g_assert_false (look_alike (chinese, japanese));
    }
  cairo_surface_destroy (chinese);
  cairo_surface_destroy (japanese);
  cairo_surface_destroy (again);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/label-style/languages", test_languages);
  g_test_add_func ("/label-style/same-object", test_same_object);
  g_test_add_func ("/label-style/pixels", test_pixels);

  return g_test_run ();
}
