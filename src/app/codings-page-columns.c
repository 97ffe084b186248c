/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/codings-page-private.h"

#include "app/label-style.h"

#include <glib/gi18n.h>
#include <string.h>

/* The columns of the two tables: a cell is one line of text, made anew when its row is another or
 * has changed. */

typedef enum
{
  COLUMN_LISTS,
  COLUMN_PAIRS,
  COLUMN_FIRST_LINKED,
  COLUMN_SECOND_LINKED,
  COLUMN_BOTH_LINKED,
  COLUMN_PERCENT,
  COLUMN_KAPPA,
  COLUMN_SAME,
  COLUMN_KAPPA_OF_LINKED,
  COLUMN_KAPPA_OF_RELATIONS,
  COLUMN_LEFT,
  COLUMN_RIGHT,
  COLUMN_FIRST,
  COLUMN_SECOND,
  COLUMN_AGREED,
  COLUMN_SETTLED,
  N_COLUMNS,
} Column;

static const struct
{
  const char *title; /* NULL where it names a coding */
  int width;
  gboolean expand;
} facts[N_COLUMNS] = {
  [COLUMN_LISTS] = { NC_ ("agreement column", "Lists"), 230, TRUE },
  [COLUMN_PAIRS] = { NC_ ("agreement column", "Item pairs"), 76, FALSE },
  [COLUMN_FIRST_LINKED] = { NULL, 84, FALSE },
  [COLUMN_SECOND_LINKED] = { NULL, 84, FALSE },
  [COLUMN_BOTH_LINKED] = { NC_ ("agreement column", "In both"), 58, FALSE },
  [COLUMN_PERCENT] = { NC_ ("agreement column", "Agree"), 66, FALSE },
  [COLUMN_KAPPA] = { NC_ ("agreement column", "Kappa"), 74, FALSE },
  [COLUMN_SAME] = { NC_ ("agreement column", "Same relation"), 100, FALSE },
  [COLUMN_KAPPA_OF_LINKED] = { NC_ ("agreement column", "Kappa of these"), 108, FALSE },
  [COLUMN_KAPPA_OF_RELATIONS] = { NC_ ("agreement column", "Kappa, relation"), 112, FALSE },
  [COLUMN_LEFT] = { NC_ ("agreement column", "Left item"), 180, FALSE },
  [COLUMN_RIGHT] = { NC_ ("agreement column", "Right item"), 180, FALSE },
  [COLUMN_FIRST] = { NULL, 176, TRUE },
  [COLUMN_SECOND] = { NULL, 176, TRUE },
  [COLUMN_AGREED] = { NC_ ("agreement column", "Agreed"), 140, FALSE },
  [COLUMN_SETTLED] = { NC_ ("agreement column", "Settled"), 160, TRUE },
};

static gboolean
is_number (Column column)
{
  return column > COLUMN_LISTS && column <= COLUMN_KAPPA_OF_RELATIONS;
}

static Column
get_column (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (object), "column"));
}

static char *
format_lists (CwCodingsPage *self, const CwAgreement *agreement)
{
  const char *const *languages = cw_session_get_languages (self->session);

  /* Translators: two lists */
  return g_strdup_printf (_ ("%1$s – %2$s"), cw_list_get_short_title (agreement->left, languages),
                          cw_list_get_short_title (agreement->right, languages));
}

static char *
format_percent (gboolean defined, double percent)
{
  /* Translators: a share such as 99.7 % */
  return defined ? g_strdup_printf (_ ("%.1f %%"), percent) : g_strdup (_ ("none"));
}

/* Never “not a number”: where chance explains all agreement there is no kappa. */
static char *
format_kappa (gboolean defined, double kappa)
{
  return defined ? g_strdup_printf ("%.2f", kappa) : g_strdup (_ ("undefined"));
}

static char *
format_count (guint64 count)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT, count);
}

static char *
format_agreement (CwCodingsPage *self, Column column, const CwAgreement *agreement)
{
  double value = 0;
  gboolean defined;

  switch (column)
    {
    case COLUMN_PAIRS:
      return format_count (agreement->n_pairs);
    case COLUMN_FIRST_LINKED:
    case COLUMN_SECOND_LINKED:
      return format_count (cw_agreement_count_linked (agreement, column - COLUMN_FIRST_LINKED));
    case COLUMN_BOTH_LINKED:
      return format_count (cw_agreement_count_both (agreement));
    case COLUMN_PERCENT:
      defined = cw_agreement_get_percent (agreement, &value);
      return format_percent (defined, value);
    case COLUMN_KAPPA:
      defined = cw_agreement_get_kappa (agreement, &value);
      return format_kappa (defined, value);
    case COLUMN_SAME:
      defined = cw_agreement_get_relation_percent (agreement, &value);
      return format_percent (defined, value);
    case COLUMN_KAPPA_OF_LINKED:
      defined = cw_agreement_get_linked_relation_kappa (agreement, &value);
      return format_kappa (defined, value);
    case COLUMN_KAPPA_OF_RELATIONS:
      defined = cw_agreement_get_relation_kappa (agreement, &value);
      return format_kappa (defined, value);
    default:
      return format_lists (self, agreement);
    }
}

static char *
format_judgement (const CwMapping *mapping)
{
  const char *phrase;

  if (mapping == NULL)
    return g_strdup (_ ("Not linked"));

  phrase = cw_relation_get_phrase (mapping->relation, mapping->negated);
  if (mapping->confidence < 0 && *mapping->rationale == '\0')
    return g_strdup (phrase);
  if (mapping->confidence < 0)
    /* Translators: %1$s is a relation such as “is part of”, %2$s why somebody judged so */
    return g_strdup_printf (_ ("%1$s: %2$s"), phrase, mapping->rationale);

  /* Translators: %1$s is a relation such as “is part of”, %2$.2f a confidence such as 0.70, %3$s why
   * somebody judged so */
  return g_strdup_printf (_ ("%1$s (%2$.2f): %3$s"), phrase, mapping->confidence,
                          mapping->rationale);
}

static char *
format_item (CwCodingsPage *self, const CwItem *item)
{
  return g_strdup_printf ("%s %s", item->code, cw_session_get_label (self->session, item));
}

static char *
format_disagreement (CwCodingsPage *self, Column column, CwDisagreementRow *row)
{
  const CwMapping *agreed = cw_disagreement_row_get_agreed (row);
  const char *reason = cw_disagreement_row_get_reason (row);

  switch (column)
    {
    case COLUMN_LEFT:
      return format_item (self, cw_disagreement_row_get_left (row));
    case COLUMN_RIGHT:
      return format_item (self, cw_disagreement_row_get_right (row));
    case COLUMN_FIRST:
    case COLUMN_SECOND:
      return format_judgement (cw_disagreement_row_get_coding (row, column - COLUMN_FIRST));
    case COLUMN_AGREED:
      return g_strdup (agreed != NULL ? cw_relation_get_phrase (agreed->relation, agreed->negated)
                                      : _ ("Not linked"));
    default:
      return g_strdup (reason != NULL ? reason : C_ ("disagreement", "Open"));
    }
}

/* Labels are shown in the glyphs of their language; of a judgement its relation stands out. */
static PangoAttrList *
make_attributes (CwCodingsPage *self, Column column, CwDisagreementRow *row)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *weight;
  const CwMapping *mapping;

  if (column == COLUMN_SETTLED && cw_disagreement_row_get_reason (row) == NULL)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (column != COLUMN_FIRST && column != COLUMN_SECOND)
    return attributes;

  mapping = cw_disagreement_row_get_coding (row, column - COLUMN_FIRST);
  weight = pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD);
  if (mapping != NULL)
    weight->end_index =
      (guint) strlen (cw_relation_get_phrase (mapping->relation, mapping->negated));
  pango_attr_list_insert (attributes, weight);

  return attributes;
}

static const char *
get_language (CwCodingsPage *self, const CwItem *item)
{
  const CwLabel *label = cw_item_choose_label (item, cw_session_get_languages (self->session));

  return label != NULL ? label->language : NULL;
}

static void
show_disagreement (CwCodingsPage *self, GtkInscription *text, Column column, CwDisagreementRow *row)
{
  g_autofree char *words = format_disagreement (self, column, row);

  gtk_inscription_set_text (text, words);
  if (column == COLUMN_LEFT || column == COLUMN_RIGHT)
    {
      const char *language =
        get_language (self, column == COLUMN_LEFT ? cw_disagreement_row_get_left (row)
                                                  : cw_disagreement_row_get_right (row));

      gtk_inscription_set_attributes (text, language != NULL
                                              ? cw_label_style_get_attributes (language)
                                              : NULL);
    }
  else
    {
      g_autoptr (PangoAttrList) attributes = make_attributes (self, column, row);

      gtk_inscription_set_attributes (text, attributes);
    }
}

static void
show (CwCodingsPage *self, GtkListItem *item)
{
  GtkInscription *text = GTK_INSCRIPTION (gtk_list_item_get_child (item));
  GObject *row = gtk_list_item_get_item (item);
  Column column = get_column (text);

  if (CW_IS_DISAGREEMENT_ROW (row))
    {
      show_disagreement (self, text, column, CW_DISAGREEMENT_ROW (row));
    }
  else if (CW_IS_AGREEMENT_ROW (row))
    {
      const CwAgreement *agreement = cw_agreement_row_get_agreement (CW_AGREEMENT_ROW (row));
      g_autofree char *words = format_agreement (self, column, agreement);

      gtk_inscription_set_text (text, words);
    }
}

/* Told when asked: setting the text of a tooltip makes GTK ask the display where the pointer is. */
static gboolean
on_query_tooltip (GtkWidget *text,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  gpointer user_data)
{
  gtk_tooltip_set_text (tooltip, gtk_inscription_get_text (GTK_INSCRIPTION (text)));

  return TRUE;
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, CwCodingsPage *self)
{
  Column column = get_column (factory);
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (text), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (text), 1);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), 3);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (text), 8);
  g_object_set_data (G_OBJECT (text), "column", GUINT_TO_POINTER (column));
  if (is_number (column))
    {
      gtk_inscription_set_xalign (GTK_INSCRIPTION (text), 1);
      gtk_widget_add_css_class (text, "numeric");
    }
  gtk_widget_set_has_tooltip (text, TRUE);
  g_signal_connect (text, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  gtk_list_item_set_child (item, text);
}

static void
on_row_changed (CwDisagreementRow *row, GtkListItem *item)
{
  show (g_object_get_data (G_OBJECT (item), "page"), item);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, CwCodingsPage *self)
{
  GObject *row = gtk_list_item_get_item (item);

  g_object_set_data (G_OBJECT (item), "page", self);
  if (CW_IS_DISAGREEMENT_ROW (row))
    g_signal_connect (row, "changed", G_CALLBACK (on_row_changed), item);
  show (self, item);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item, CwCodingsPage *self)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), item);
}

static GtkColumnViewColumn *
add_column (CwCodingsPage *self, GtkWidget *view, Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const char *title = facts[column].title != NULL
                        ? g_dpgettext2 (GETTEXT_PACKAGE, "agreement column", facts[column].title)
                        : "";
  g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_fixed_width (view_column, facts[column].width);
  gtk_column_view_column_set_expand (view_column, facts[column].expand);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (view), view_column);

  /* The view holds it as long as it is there. */
  return view_column;
}

void
_cw_codings_page_setup_columns (CwCodingsPage *self)
{
  for (Column column = COLUMN_LISTS; column <= COLUMN_KAPPA_OF_RELATIONS; column++)
    {
      GtkColumnViewColumn *added = add_column (self, self->agreement_view, column);

      if (column == COLUMN_FIRST_LINKED || column == COLUMN_SECOND_LINKED)
        self->linked_columns[column - COLUMN_FIRST_LINKED] = added;
    }
  for (Column column = COLUMN_LEFT; column < N_COLUMNS; column++)
    {
      GtkColumnViewColumn *added = add_column (self, self->view, column);

      if (column == COLUMN_FIRST || column == COLUMN_SECOND)
        self->coding_columns[column - COLUMN_FIRST] = added;
    }
}

/* Two codings, of which the columns tell. */
void
_cw_codings_page_name_columns (CwCodingsPage *self, const char *const *names)
{
  for (guint i = 0; i < 2; i++)
    {
      /* Translators: how many links a coding has; %s is its name */
      g_autofree char *linked = g_strdup_printf (_ ("In %s"), names[i]);

      gtk_column_view_column_set_title (self->linked_columns[i], linked);
      gtk_column_view_column_set_title (self->coding_columns[i], names[i]);
    }
}
