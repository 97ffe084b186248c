/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/export-columns.h"

#include <glib/gi18n.h>

struct _CwExportColumns
{
  AdwExpanderRow parent_instance;

  const CwConcordanceFormat *format;
  GtkWidget *all_button;
  GPtrArray *rows;   /* (unowned), one for each column there is */
  GPtrArray *checks; /* the same */
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwExportColumns, cw_export_columns, ADW_TYPE_EXPANDER_ROW)

static gboolean
is_offered (CwExportColumns *self, guint index)
{
  return self->format != NULL &&
         cw_concordance_format_has_column (self->format, cw_concordance_column_get_key (index));
}

static gboolean
is_checked (CwExportColumns *self, guint index)
{
  return gtk_check_button_get_active (g_ptr_array_index (self->checks, index));
}

static void
count (CwExportColumns *self, guint *n_offered, guint *n_chosen)
{
  *n_offered = 0;
  *n_chosen = 0;
  for (guint i = 0; i < self->checks->len; i++)
    {
      if (!is_offered (self, i))
        continue;
      (*n_offered)++;
      *n_chosen += is_checked (self, i);
    }
}

static void
update (CwExportColumns *self)
{
  g_autofree char *subtitle = NULL;
  guint n_offered, n_chosen;

  count (self, &n_offered, &n_chosen);
  gtk_widget_set_visible (GTK_WIDGET (self), n_offered > 0);
  gtk_widget_set_visible (self->all_button, n_chosen < n_offered);
  if (n_chosen == n_offered)
    subtitle = g_strdup (C_ ("columns", "All"));
  else
    /* Translators: how many columns are chosen, and of how many */
    subtitle = g_strdup_printf (_ ("%1$u of %2$u"), n_chosen, n_offered);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

static void
on_toggled (CwExportColumns *self)
{
  if (self->filling)
    return;

  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
choose_all (CwExportColumns *self)
{
  cw_export_columns_set_chosen (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
cw_export_columns_dispose (GObject *object)
{
  CwExportColumns *self = CW_EXPORT_COLUMNS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (cw_export_columns_parent_class)->dispose (object);
}

static void
cw_export_columns_class_init (CwExportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_export_columns_dispose;

  /**
   * CwExportColumns::changed:
   * @self: the row
   *
   * The person chose otherwise.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_row (CwExportColumns *self, guint index)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cw_concordance_column_get_name (index));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->checks, check);
}

static void
cw_export_columns_init (CwExportColumns *self)
{
  self->rows = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Columns"));
  self->all_button = gtk_button_new_with_mnemonic (C_ ("columns", "_All"));
  gtk_widget_set_valign (self->all_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->all_button, "flat");
  g_signal_connect_object (self->all_button, "clicked", G_CALLBACK (choose_all), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->all_button);
  for (guint i = 0; cw_concordance_column_get_key (i) != NULL; i++)
    add_row (self, i);
}

/**
 * cw_export_columns_set_format:
 * @self: a row
 * @format: a format
 *
 * Offers the columns of @format.
 */
void
cw_export_columns_set_format (CwExportColumns *self, const CwConcordanceFormat *format)
{
  self->format = format;
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->rows, i), is_offered (self, i));
  update (self);
}

/**
 * cw_export_columns_set_chosen:
 * @self: a row
 * @keys: (array zero-terminated=1) (nullable): the columns that are chosen; %NULL for all
 */
void
cw_export_columns_set_chosen (CwExportColumns *self, const char *const *keys)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i),
                                 keys == NULL ||
                                   g_strv_contains (keys, cw_concordance_column_get_key (i)));
  self->filling = FALSE;
  update (self);
}

/**
 * cw_export_columns_get_chosen:
 * @self: a row
 *
 * Returns: (transfer full) (nullable): the columns that are chosen; %NULL for all, and where the
 *   format gives no choice
 */
char **
cw_export_columns_get_chosen (CwExportColumns *self)
{
  GPtrArray *keys;
  guint n_offered, n_chosen;

  count (self, &n_offered, &n_chosen);
  if (n_chosen == n_offered)
    return NULL;

  keys = g_ptr_array_new ();
  for (guint i = 0; i < self->checks->len; i++)
    {
      if (is_offered (self, i) && is_checked (self, i))
        g_ptr_array_add (keys, g_strdup (cw_concordance_column_get_key (i)));
    }
  g_ptr_array_add (keys, NULL);

  return (char **) g_ptr_array_free (keys, FALSE);
}
