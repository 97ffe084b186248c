/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/list-json.h"

#include "formats/list-json-private.h"
#include "model/item.h"
#include "model/language.h"

static void
print_member (CwJsonPrinter *printer, const char *key, const char *string)
{
  cw_json_printer_member_string (printer, key, string != NULL ? string : "");
}

static void
print_member_if_any (CwJsonPrinter *printer, const char *key, const char *string)
{
  if (string != NULL && *string != '\0')
    print_member (printer, key, string);
}

static void
print_text (CwJsonPrinter *printer, const char *key, const CwText *text)
{
  cw_json_printer_key (printer, key);
  cw_json_printer_begin_object (printer);
  for (guint i = 0; i < cw_text_get_n_languages (text); i++)
    {
      const char *language = cw_text_get_language (text, i);

      print_member (printer, language, cw_text_get (text, language));
    }
  cw_json_printer_end_object (printer);
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const CwLabel *const *label_a = a;
  const CwLabel *const *label_b = b;

  return cw_language_compare ((*label_a)->language, (*label_b)->language);
}

/* The labels of one kind by language; the sort is stable, so each keeps its place in its language. */
static GPtrArray *
collect_labels (const CwItem *item, CwLabelKind kind)
{
  GPtrArray *labels = g_ptr_array_new ();

  for (guint i = 0; i < item->n_labels; i++)
    {
      if (item->labels[i].kind == kind)
        g_ptr_array_add (labels, (gpointer) &item->labels[i]);
    }
  g_ptr_array_sort (labels, compare_labels);

  return labels;
}

static gboolean
is_same_language (const GPtrArray *labels, guint i, guint j)
{
  const CwLabel *a = g_ptr_array_index (labels, i);
  const CwLabel *b = g_ptr_array_index (labels, j);

  return g_str_equal (a->language, b->language);
}

/* A file holds one name a language. A user's name beside the list's own is not the list's. */
static GPtrArray *
collect_preferred (const CwItem *item)
{
  g_autoptr (GPtrArray) all = collect_labels (item, CW_LABEL_PREFERRED);
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const CwLabel *label = g_ptr_array_index (all, i);

      if (i == 0 || !is_same_language (all, i - 1, i))
        {
          g_ptr_array_add (chosen, (gpointer) label);
          continue;
        }
      if (((CwLabel *) g_ptr_array_index (chosen, chosen->len - 1))->origin == CW_LABEL_USER)
        g_ptr_array_index (chosen, chosen->len - 1) = (gpointer) label;
    }

  return chosen;
}

static void
print_labels (CwJsonPrinter *printer, const CwItem *item)
{
  g_autoptr (GPtrArray) labels = collect_preferred (item);

  cw_json_printer_key (printer, "label");
  cw_json_printer_begin_object (printer);
  for (guint i = 0; i < labels->len; i++)
    {
      const CwLabel *label = g_ptr_array_index (labels, i);

      print_member (printer, label->language, label->text);
    }
  cw_json_printer_end_object (printer);

  cw_json_printer_key (printer, "label_source");
  cw_json_printer_begin_object (printer);
  for (guint i = 0; i < labels->len; i++)
    {
      const CwLabel *label = g_ptr_array_index (labels, i);

      print_member (printer, label->language, cw_label_origin_to_key (label->origin));
    }
  cw_json_printer_end_object (printer);
}

/* Names of the user's beside the list's own in the same language, one a language. */
static void
print_user_labels (CwJsonPrinter *printer, const CwItem *item)
{
  g_autoptr (GPtrArray) all = collect_labels (item, CW_LABEL_PREFERRED);
  g_autoptr (GPtrArray) printed = collect_preferred (item);
  const char *language = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      const CwLabel *label = g_ptr_array_index (all, i);

      if (label->origin != CW_LABEL_USER || g_ptr_array_find (printed, label, NULL) ||
          g_strcmp0 (label->language, language) == 0)
        continue;
      if (language == NULL)
        {
          cw_json_printer_key (printer, "user_label");
          cw_json_printer_begin_object (printer);
        }
      print_member (printer, label->language, label->text);
      language = label->language;
    }
  if (language != NULL)
    cw_json_printer_end_object (printer);
}

/* Whether label and user_label have no place for it: an item has at most one name of each origin in
 * a language, and these two hold one and the user's. */
static gboolean
is_left_over (const CwLabel *label, const GPtrArray *printed)
{
  return label->origin != CW_LABEL_USER && !g_ptr_array_find ((GPtrArray *) printed, label, NULL);
}

/* Names of other origins beside the one in label, which a file of the list leaves out. */
static void
print_more_labels (CwJsonPrinter *printer, const CwItem *item)
{
  g_autoptr (GPtrArray) all = collect_labels (item, CW_LABEL_PREFERRED);
  g_autoptr (GPtrArray) printed = collect_preferred (item);
  const char *language = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      const CwLabel *label = g_ptr_array_index (all, i);

      if (!is_left_over (label, printed))
        continue;
      if (language == NULL)
        {
          cw_json_printer_key (printer, "more_label");
          cw_json_printer_begin_object (printer);
        }
      if (g_strcmp0 (language, label->language) != 0)
        {
          if (language != NULL)
            cw_json_printer_end_object (printer);
          cw_json_printer_key (printer, label->language);
          cw_json_printer_begin_object (printer);
          language = label->language;
        }
      print_member (printer, cw_label_origin_to_key (label->origin), label->text);
    }
  if (language != NULL)
    {
      cw_json_printer_end_object (printer);
      cw_json_printer_end_object (printer);
    }
}

static void
print_alternatives (CwJsonPrinter *printer, const CwItem *item)
{
  g_autoptr (GPtrArray) labels = collect_labels (item, CW_LABEL_ALTERNATIVE);

  if (labels->len == 0)
    return;

  cw_json_printer_key (printer, "alt_label");
  cw_json_printer_begin_object (printer);
  for (guint i = 0; i < labels->len; i++)
    {
      const CwLabel *label = g_ptr_array_index (labels, i);

      if (i == 0 || !is_same_language (labels, i - 1, i))
        {
          cw_json_printer_key (printer, label->language);
          cw_json_printer_begin_array (printer);
        }
      cw_json_printer_string (printer, label->text);
      if (i + 1 == labels->len || !is_same_language (labels, i, i + 1))
        cw_json_printer_end_array (printer);
    }
  cw_json_printer_end_object (printer);
}

/* Told only where it is not what a reader would take them for. */
static void
print_alternative_sources (CwJsonPrinter *printer, const CwItem *item)
{
  g_autoptr (GPtrArray) labels = collect_labels (item, CW_LABEL_ALTERNATIVE);
  gboolean shipped = cw_list_get_card (item->list)->shipped;
  gboolean usual = TRUE;

  for (guint i = 0; i < labels->len; i++)
    usual &= ((const CwLabel *) g_ptr_array_index (labels, i))->origin ==
             (shipped ? CW_LABEL_TRANSLATION : CW_LABEL_USER);
  if (usual)
    return;

  cw_json_printer_key (printer, "alt_source");
  cw_json_printer_begin_object (printer);
  for (guint i = 0; i < labels->len; i++)
    {
      const CwLabel *label = g_ptr_array_index (labels, i);

      if (i == 0 || !is_same_language (labels, i - 1, i))
        {
          cw_json_printer_key (printer, label->language);
          cw_json_printer_begin_array (printer);
        }
      cw_json_printer_string (printer, cw_label_origin_to_key (label->origin));
      if (i + 1 == labels->len || !is_same_language (labels, i, i + 1))
        cw_json_printer_end_array (printer);
    }
  cw_json_printer_end_object (printer);
}

static void
print_figures (CwJsonPrinter *printer, const CwFigures *figures)
{
  cw_json_printer_key (printer, "figures");
  cw_json_printer_begin_object (printer);
  cw_json_printer_key (printer, "enterprises");
  cw_json_printer_integer (printer, figures->enterprises);
  cw_json_printer_key (printer, "share_of_group_percent");
  cw_json_printer_number (printer, figures->share_percent);
  print_member (printer, "share_of", figures->share_of);
  print_member (printer, "unit", figures->unit);
  cw_json_printer_end_object (printer);
}

static void
print_items (CwJsonPrinter *printer, CwList *list, guint first, guint end, gboolean in_document);

static void
print_item (CwJsonPrinter *printer, const CwItem *item, gboolean in_document)
{
  guint n_levels = cw_list_get_n_levels (item->list);

  cw_json_printer_begin_object (printer);
  print_member (printer, "code", item->code);
  if ((item->depth == 0 || in_document) && item->group != NULL)
    print_member (printer, "group", item->group);
  print_labels (printer, item);
  print_alternatives (printer, item);
  cw_json_printer_key (printer, "verified");
  cw_json_printer_boolean (printer, item->verified);
  if (item->figures != NULL)
    print_figures (printer, item->figures);
  if (item->depth == 0 || item->depth + 1 < n_levels)
    {
      cw_json_printer_key (printer, "children");
      print_items (printer, item->list, item->index + 1, item->index + 1 + item->n_descendants,
                   in_document);
    }
  print_user_labels (printer, item);
  print_alternative_sources (printer, item);
  print_member_if_any (printer, "note", item->note);
  print_member_if_any (printer, "iri", item->iri);
  if (in_document)
    print_more_labels (printer, item);
  cw_json_printer_end_object (printer);
}

/* Prints the items of one level among those from @first to before @end. */
static void
print_items (CwJsonPrinter *printer, CwList *list, guint first, guint end, gboolean in_document)
{
  cw_json_printer_begin_array (printer);
  for (guint i = first; i < end;)
    {
      const CwItem *item = cw_list_get_item (list, i);

      print_item (printer, item, in_document);
      i += 1 + item->n_descendants;
    }
  cw_json_printer_end_array (printer);
}

static void
print_card (CwJsonPrinter *printer, CwList *list)
{
  const CwListCard *card = cw_list_get_card (list);

  print_member (printer, "id", card->key);
  print_member (printer, "jurisdiction", card->jurisdiction);
  print_text (printer, "short_title", card->short_title);
  print_text (printer, "title", card->title);
  print_text (printer, "issuer", card->issuer);
  print_member (printer, "issued", card->issued);
  cw_json_printer_key (printer, "source");
  cw_json_printer_begin_object (printer);
  print_member (printer, "citation", card->citation);
  print_member (printer, "document_number", card->document_number);
  print_member (printer, "url", card->url);
  cw_json_printer_end_object (printer);
  cw_json_printer_key (printer, "supersedes");
  cw_json_printer_string (printer, card->supersedes);
  print_member (printer, "official_language", card->official_language);
  print_member (printer, "notes", card->notes);
  cw_json_printer_key (printer, "verification");
  cw_json_printer_begin_object (printer);
  cw_json_printer_key (printer, "items");
  cw_json_printer_integer (printer, cw_list_get_n_items (list));
  cw_json_printer_key (printer, "verified");
  cw_json_printer_integer (printer, cw_list_get_n_verified (list));
  print_member (printer, "how", card->verification);
  cw_json_printer_end_object (printer);
}

/*
 * _cw_list_json_print:
 * @printer: where to
 * @list: a list
 * @in_document: whether it stands in the file of a whole document, which has what only a document
 *   knows too
 *
 * Prints a list as an object.
 */
void
_cw_list_json_print (CwJsonPrinter *printer, CwList *list, gboolean in_document)
{
  const CwListCard *card = cw_list_get_card (list);

  cw_json_printer_begin_object (printer);
  print_card (printer, list);
  cw_json_printer_key (printer, "items");
  print_items (printer, list, 0, cw_list_get_n_items (list), in_document);
  print_member_if_any (printer, "purpose", card->purpose);
  print_member_if_any (printer, "legal_force", card->legal_force);
  print_member_if_any (printer, "iri", card->iri);
  if (in_document && card->shipped)
    {
      cw_json_printer_key (printer, "shipped");
      cw_json_printer_boolean (printer, TRUE);
    }
  if (in_document)
    print_member_if_any (printer, "declined", card->declined);
  cw_json_printer_end_object (printer);
}

/**
 * cw_list_json_format:
 * @list: a list
 *
 * Writes a list file as data/lists/README.md describes it: of a shipped list, the very bytes it was
 * read from. Where an item has several names in one language, the list's own stands in label and the
 * user's in user_label. Keys of which a shipped list has nothing are left out.
 *
 * Returns: (transfer full): the file's text, UTF-8
 */
GBytes *
cw_list_json_format (CwList *list)
{
  g_autoptr (CwJsonPrinter) printer = cw_json_printer_new ();

  _cw_list_json_print (printer, list, FALSE);

  return cw_json_printer_end (printer);
}
