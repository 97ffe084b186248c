/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/list-csv.h"

#include "formats/delimited-writer.h"
#include "model/language.h"

#include <string.h>

/* A column of labels: one for each language, kind and origin there is. */
typedef struct
{
  const char *language;
  CwLabelKind kind;
  CwLabelOrigin origin;
} LabelColumn;

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const LabelColumn *first = a;
  const LabelColumn *second = b;
  int order = (int) first->kind - (int) second->kind;

  if (order == 0)
    order = cw_language_compare (first->language, second->language);

  return order != 0 ? order : (int) first->origin - (int) second->origin;
}

static GArray *
collect_columns (CwList *list)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (LabelColumn));

  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    {
      const CwItem *item = cw_list_get_item (list, i);

      for (guint j = 0; j < item->n_labels; j++)
        {
          const CwLabel *label = &item->labels[j];
          LabelColumn column = { label->language, label->kind, label->origin };
          gboolean found = FALSE;

          for (guint k = 0; !found && k < columns->len; k++)
            found = compare_columns (&column, &g_array_index (columns, LabelColumn, k)) == 0;
          if (!found)
            g_array_append_val (columns, column);
        }
    }
  g_array_sort (columns, compare_columns);

  return columns;
}

static void
write_labels (CwDelimitedWriter *writer, const CwItem *item, const LabelColumn *column)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  for (guint i = 0; i < item->n_labels; i++)
    {
      const CwLabel *label = &item->labels[i];

      if (label->kind != column->kind || label->origin != column->origin ||
          label->language != column->language)
        continue;
      if (column->kind == CW_LABEL_PREFERRED)
        {
          cw_delimited_writer_write_field (writer, label->text);
          return;
        }
      if (cell->len > 0)
        g_string_append (cell, " | ");
      for (const char *p = label->text; *p != '\0'; p++)
        {
          if (*p == '|' || *p == '\\')
            g_string_append_c (cell, '\\');
          g_string_append_c (cell, *p);
        }
    }

  cw_delimited_writer_write_field (writer, cell->str);
}

static gboolean
has_figures (CwList *list)
{
  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    {
      if (cw_list_get_item (list, i)->figures != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
write_figures (CwDelimitedWriter *writer, const CwFigures *figures)
{
  g_autofree char *count = NULL;

  if (figures == NULL)
    {
      for (guint i = 0; i < 4; i++)
        cw_delimited_writer_write_field (writer, NULL);
      return;
    }

  count = g_strdup_printf ("%" G_GINT64_FORMAT, figures->enterprises);
  cw_delimited_writer_write_field (writer, count);
  cw_delimited_writer_write_number (writer, figures->share_percent);
  cw_delimited_writer_write_field (writer, figures->share_of);
  cw_delimited_writer_write_field (writer, figures->unit);
}

static gboolean
write_header (CwDelimitedWriter *writer, GArray *columns, gboolean figures, GError **error)
{
  static const char *const first[] = { "code", "parent" };
  static const char *const last[] = { "verified", "group", "note", "iri" };
  static const char *const census[] = { "enterprises", "share_percent", "share_of", "unit" };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    cw_delimited_writer_write_field (writer, first[i]);
  for (guint i = 0; i < columns->len; i++)
    {
      const LabelColumn *column = &g_array_index (columns, LabelColumn, i);
      g_autofree char *heading =
        g_strdup_printf ("%s@%s:%s", column->kind == CW_LABEL_PREFERRED ? "label" : "alt",
                         column->language, cw_label_origin_to_key (column->origin));

      cw_delimited_writer_write_field (writer, heading);
    }
  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    cw_delimited_writer_write_field (writer, last[i]);
  for (guint i = 0; figures && i < G_N_ELEMENTS (census); i++)
    cw_delimited_writer_write_field (writer, census[i]);

  return cw_delimited_writer_end_row (writer, error);
}

static gboolean
write_item (CwDelimitedWriter *writer,
            const CwItem *item,
            GArray *columns,
            gboolean figures,
            GError **error)
{
  cw_delimited_writer_write_field (writer, item->code);
  cw_delimited_writer_write_field (writer, item->parent != NULL ? item->parent->code : NULL);
  for (guint i = 0; i < columns->len; i++)
    write_labels (writer, item, &g_array_index (columns, LabelColumn, i));
  cw_delimited_writer_write_field (writer, item->verified ? "yes" : "no");
  cw_delimited_writer_write_field (writer, item->group);
  cw_delimited_writer_write_field (writer, item->note);
  cw_delimited_writer_write_field (writer, item->iri);
  if (figures)
    write_figures (writer, item->figures);

  return cw_delimited_writer_end_row (writer, error);
}

/**
 * cw_list_csv_write:
 * @list: a list
 * @stream: where it goes; not closed
 * @error: return location
 *
 * Writes the items, one a row, with a column for the code of the item above and one for each
 * language and origin of labels. The card is not written: CSV has no place for it.
 *
 * Returns: %FALSE with an error of the stream
 */
gboolean
cw_list_csv_write (CwList *list, GOutputStream *stream, GError **error)
{
  CwDelimitedWriter *writer = cw_delimited_writer_new (stream, CW_DELIMITED_CSV_BOM);
  g_autoptr (GArray) columns = collect_columns (list);
  gboolean figures = has_figures (list);
  gboolean good = write_header (writer, columns, figures, error);

  for (guint i = 0; good && i < cw_list_get_n_items (list); i++)
    good = write_item (writer, cw_list_get_item (list, i), columns, figures, error);
  good = good && cw_delimited_writer_finish (writer, error);
  cw_delimited_writer_free (writer);

  return good;
}
