/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists.h"

#include "model/list-builder.h"

#include <string.h>

static const char *const words[] = {
  "advanced", "Ａｄｖａｎｃｅｄ",  "materials", "quantum", "Quantum computing",
  "biology",  "bio-manufacturing", "énergie",   "量子",    "先进 制造",
};

static CwListCard *
make_card (const char *key)
{
  CwListCard *card = cw_list_card_new ();

  card->key = g_strdup (key);
  card->jurisdiction = g_strdup ("XA");
  card->issued = g_strdup ("2024-05-01");
  card->citation = g_strdup ("Gazette 7");
  card->document_number = g_strdup ("");
  card->url = g_strdup ("");
  card->official_language = g_strdup ("en");
  card->notes = g_strdup ("");
  card->verification = g_strdup ("");
  cw_text_set (card->short_title, "en", key);
  cw_text_set (card->title, "en", "A list made for tests");
  cw_text_set (card->issuer, "en", "Nobody");

  return card;
}

static void
add_item (CwListBuilder *builder, gint64 id, guint depth, const char *code, const char *label)
{
  cw_list_builder_add_item (builder, id, depth, code, NULL, FALSE);
  cw_list_builder_add_label (builder, "en", label, CW_LABEL_PREFERRED, CW_LABEL_OFFICIAL);
}

static CwList *
end_list (CwListBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  CwList *list = cw_list_builder_end (builder, &error);

  g_assert_no_error (error);

  return list;
}

static guint
count_dots (const char *code)
{
  guint n_dots = 0;

  for (; *code != '\0'; code++)
    n_dots += *code == '.';

  return n_dots;
}

/**
 * lists_new:
 * @id: of the list; its items have the ids from 1000 × @id + 1 on
 * @key: its key
 * @codes: codes with spaces between them; each dot is a level further down
 *
 * Returns: (transfer full): a list; the label of each item is "Item" and its code
 */
CwList *
lists_new (gint64 id, const char *key, const char *codes)
{
  g_autoptr (CwListBuilder) builder = cw_list_builder_new (id, make_card (key));
  g_auto (GStrv) split = g_strsplit (codes, " ", -1);

  for (guint i = 0; split[i] != NULL; i++)
    {
      g_autofree char *label = g_strconcat ("Item ", split[i], NULL);

      add_item (builder, id * 1000 + i + 1, count_dots (split[i]), split[i], label);
    }

  return end_list (builder);
}

/**
 * lists_new_random:
 * @rand: random numbers
 * @id: of the list; its items have the ids from 1000 × @id + 1 on
 * @n_items: how many items
 *
 * Returns: (transfer full): a list of any shape, with labels of a few words
 */
CwList *
lists_new_random (GRand *rand, gint64 id, guint n_items)
{
  g_autofree char *key = g_strdup_printf ("xa-%" G_GINT64_FORMAT, id);
  g_autoptr (CwListBuilder) builder = cw_list_builder_new (id, make_card (key));
  guint depth = 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *code = g_strdup_printf ("%" G_GINT64_FORMAT ".%u", id, i);
      g_autofree char *label =
        g_strdup_printf ("%s %s", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))],
                         words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);

      depth = i == 0 ? 0 : (guint) g_rand_int_range (rand, 0, (int) MIN (depth + 1, 4) + 1);
      add_item (builder, id * 1000 + i + 1, depth, code, label);
      if (g_rand_boolean (rand))
        cw_list_builder_add_label (builder, "zh-Hans",
                                   words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))],
                                   CW_LABEL_PREFERRED, CW_LABEL_TRANSLATION);
    }

  return end_list (builder);
}

/**
 * lists_array:
 * @list: (nullable): a list, borrowed like those that follow
 *
 * Returns: (transfer full): an array of them
 */
GPtrArray *
lists_array (CwList *list, ...)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func (g_object_unref);
  va_list more;

  va_start (more, list);
  for (; list != NULL; list = va_arg (more, CwList *))
    g_ptr_array_add (lists, g_object_ref (list));
  va_end (more);

  return lists;
}

gint64
lists_item_id (CwList *list, const char *code)
{
  const CwItem *item = cw_list_find_item (list, code);

  g_assert_nonnull (item);

  return item->id;
}

static char *
get_name (CwOutlineRow *row)
{
  const CwItem *item = cw_outline_row_get_item (row);

  if (item != NULL)
    return g_strdup (item->code);

  return g_strdup_printf ("[%s]", cw_list_get_key (cw_outline_row_get_list (row)));
}

/**
 * lists_format_model:
 * @model: a model
 *
 * Returns: (transfer full): the rows that show, such as "[a]- 1- 1.1 2+": headings in brackets, "-"
 *   after what is unfolded, "+" after what can be
 */
char *
lists_format_model (CwOutlineModel *model)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (CwOutlineRow) row =
        CW_OUTLINE_ROW (g_list_model_get_object (G_LIST_MODEL (model), i));
      g_autofree char *name = get_name (row);

      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, name);
      if (cw_outline_row_has_children (row))
        g_string_append_c (text, cw_outline_row_is_expanded (row) ? '-' : '+');
    }

  return g_string_free (text, FALSE);
}

/**
 * lists_find_row:
 * @model: a model
 * @name: a code, or the key of a list in brackets
 *
 * Returns: (transfer none): the row of that name, which has to show
 */
CwOutlineRow *
lists_find_row (CwOutlineModel *model, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (CwOutlineRow) row =
        CW_OUTLINE_ROW (g_list_model_get_object (G_LIST_MODEL (model), i));
      g_autofree char *found = get_name (row);

      if (g_str_equal (found, name))
        return row;
    }

  g_error ("%s does not show", name);
}
