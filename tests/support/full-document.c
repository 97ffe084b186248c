/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "full-document.h"

#include "model/list-builder.h"
#include "small-document.h"
#include "store/coding-table.h"
#include "store/document-table.h"
#include "store/finding-mark-table.h"
#include "store/kept-filter-table.h"
#include "store/list-table.h"
#include "store/mapping-table.h"
#include "store/settlement-table.h"
#include "workspace/checks.h"

#define N_LISTS 4
#define N_CODINGS 3
#define N_MAPPINGS 150

static const char *const languages[] = { "en", "ja", "zh-Hans", "ko", "tlh" };

static const char *const texts[] = {
  "plain",
  "two\nlines, \r\n three",
  "\"quoted\" \\ and {brackets], :",
  "control \x01\x1f\x7f tab\t",
  "日本語 😀 e\xcc\x81",
  "\xe2\x80\xae right to left \xe2\x80\xa8 separator",
  "  spaces at both ends  ",
  "/~0~1 \\u0041 %s %n",
  "'single' `back`",
};

/* One of the texts, or none. */
static const char *
pick_text (GRand *rand)
{
  guint i = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (texts) + 3);

  return i < G_N_ELEMENTS (texts) ? texts[i] : "";
}

static const char *
pick_filled (GRand *rand)
{
  return texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
}

static char *
pick_time (GRand *rand)
{
  return g_strdup_printf ("2024-01-%02dT00:00:00Z", g_rand_int_range (rand, 1, 4));
}

static void
fill_text (GRand *rand, CwText *text)
{
  cw_text_set (text, "en", pick_filled (rand));
  if (g_rand_boolean (rand))
    cw_text_set (text, languages[g_rand_int_range (rand, 1, G_N_ELEMENTS (languages))],
                 pick_filled (rand));
}

/* Nothing in the first list and something in the second. */
static const char *
pick_for (GRand *rand, guint n)
{
  if (n == 0)
    return "";

  return n == 1 ? pick_filled (rand) : pick_text (rand);
}

static CwListCard *
make_card (GRand *rand, guint n)
{
  CwListCard *card = cw_list_card_new ();

  card->key = g_strdup_printf ("xa-list-%u", n);
  card->jurisdiction = g_strdup (n % 2 == 0 ? "XA" : "XB");
  card->issued = g_strdup_printf ("2010-0%u-01", 1 + n / 2);
  card->official_language = g_strdup (languages[n % 3]);
  card->supersedes = n % 2 == 0 ? g_strdup ("xa-list-0") : NULL;
  card->citation = g_strdup (pick_for (rand, n));
  card->document_number = g_strdup (pick_for (rand, n));
  card->url = g_strdup (pick_for (rand, n));
  card->notes = g_strdup (pick_for (rand, n));
  card->verification = g_strdup (pick_for (rand, n));
  card->purpose = g_strdup (pick_for (rand, n));
  card->legal_force = g_strdup (pick_for (rand, n));
  card->iri = g_strdup (n == 1 ? "https://example.org/list" : "");
  card->declined = g_strdup (n < 2 ? "0123abc" : "");
  card->shipped = n < 2;
  fill_text (rand, card->short_title);
  fill_text (rand, card->title);
  if (g_rand_boolean (rand))
    fill_text (rand, card->issuer);

  return card;
}

/* Any of the names that an item may have: one of each origin in a language, and any others. */
static void
add_labels (GRand *rand, CwListBuilder *builder)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      for (CwLabelOrigin origin = 0; origin < CW_N_LABEL_ORIGINS; origin++)
        {
          if (g_rand_int_range (rand, 0, 4) == 0)
            cw_list_builder_add_label (builder, languages[i], pick_filled (rand),
                                       CW_LABEL_PREFERRED, origin);
          if (g_rand_int_range (rand, 0, 12) == 0)
            cw_list_builder_add_label (builder, languages[i], pick_filled (rand),
                                       CW_LABEL_ALTERNATIVE, origin);
        }
    }
  cw_list_builder_add_label (builder, "de", pick_filled (rand), CW_LABEL_PREFERRED,
                             CW_LABEL_OFFICIAL);
}

static CwList *
make_list (GRand *rand, guint n)
{
  g_autoptr (CwListBuilder) builder = cw_list_builder_new (0, make_card (rand, n));
  guint n_items = (guint) g_rand_int_range (rand, 4, 12);
  g_autoptr (GError) error = NULL;
  guint depth = 0;
  CwList *list;

  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *code = g_strdup_printf ("%c %u/%u", 'A' + (char) n, n_items - i, depth);

      cw_list_builder_add_item (builder, 0, depth, code,
                                g_rand_boolean (rand) ? "Group with spaces" : NULL,
                                g_rand_boolean (rand));
      add_labels (rand, builder);
      cw_list_builder_set_note (builder, pick_text (rand));
      if (g_rand_int_range (rand, 0, 3) == 0)
        cw_list_builder_set_iri (builder, "https://example.org/item?a=b#c");
      if (g_rand_int_range (rand, 0, 3) == 0)
        {
          CwFigures figures = { g_rand_int (rand), g_rand_double_range (rand, 0, 100),
                                pick_filled (rand), pick_filled (rand) };

          cw_list_builder_set_figures (builder, &figures);
        }
      depth = (guint) g_rand_int_range (rand, 0, (gint32) MIN (depth + 2, 7));
    }
  list = cw_list_builder_end (builder, &error);
  g_assert_no_error (error);

  return list;
}

static const CwItem *
pick_item (GRand *rand, GPtrArray *lists)
{
  CwList *list = g_ptr_array_index (lists, g_rand_int_range (rand, 0, (gint32) lists->len));

  return cw_list_get_item (list,
                           (guint) g_rand_int_range (rand, 0, (gint32) cw_list_get_n_items (list)));
}

static CwMapping *
make_mapping (GRand *rand, GPtrArray *lists)
{
  CwRelation relation = (CwRelation) g_rand_int_range (rand, 0, CW_N_RELATIONS);
  const CwItem *subject = pick_item (rand, lists);
  const CwItem *object = pick_item (rand, lists);
  CwMapping *mapping;

  while (object == subject)
    object = pick_item (rand, lists);
  if (relation == CW_RELATION_NONE)
    mapping = cw_mapping_new_absence (subject->id, cw_list_get_id (object->list),
                                      (CwAbsence) g_rand_int_range (rand, 0, CW_N_ABSENCES));
  else
    mapping = cw_mapping_new (subject->id, relation, object->id);
  mapping->negated = relation != CW_RELATION_NONE && g_rand_int_range (rand, 0, 4) == 0;
  if (g_rand_boolean (rand))
    mapping->confidence = g_rand_boolean (rand) ? g_rand_double (rand) : 1;
  mapping->status = (CwStatus) g_rand_int_range (rand, 0, CW_N_STATUSES);
  mapping->coding_id = g_rand_int_range (rand, 0, 3 * N_CODINGS) - 2 * N_CODINGS + 1;
  mapping->coding_id = MAX (mapping->coding_id, 0);

  return mapping;
}

static void
insert_mapping (GRand *rand, CwConnection *connection, GPtrArray *lists)
{
  g_autoptr (CwMapping) mapping = make_mapping (rand, lists);
  char **const fields[] = {
    &mapping->rationale, &mapping->note_shared, &mapping->note_subject, &mapping->note_object,
    &mapping->citation,  &mapping->url,         &mapping->quotation,    &mapping->author,
    &mapping->reviewer,  &mapping->reviewed,    &mapping->author_orcid,
  };
  g_autoptr (GError) error = NULL;
  guint n_twins = (guint) g_rand_int_range (rand, 1, 3);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    cw_mapping_set_text (fields[i], pick_text (rand));
  cw_mapping_take_text (&mapping->created, pick_time (rand));
  cw_mapping_take_text (&mapping->modified, pick_time (rand));

  /* Now and then another at the same time that says the same, with another reason. */
  for (guint i = 0; i < n_twins; i++)
    {
      cw_mapping_set_text (&mapping->rationale, pick_text (rand));
      cw_mapping_table_insert (connection, mapping, &error);
      g_assert_no_error (error);
    }
}

static void
insert_codings (GRand *rand, CwConnection *connection)
{
  for (guint i = 0; i < N_CODINGS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u %s", N_CODINGS - i, pick_filled (rand));
      g_autoptr (CwCoding) coding = cw_coding_new (name, pick_for (rand, i));
      g_autoptr (GError) error = NULL;

      coding->done = TRUE;
      g_free (coding->created);
      coding->created = g_strdup_printf ("2024-02-%02uT00:00:00Z", i + 1);
      cw_coding_table_insert (connection, coding, &error);
      g_assert_no_error (error);
    }
}

static void
insert_settlements (GRand *rand, CwConnection *connection, GPtrArray *lists)
{
  for (guint i = 0; i < 12; i++)
    {
      const CwItem *a = pick_item (rand, lists);
      const CwItem *b = pick_item (rand, lists);
      g_autoptr (CwSettlement) settlement =
        cw_settlement_new (MIN (a->id, b->id), MAX (a->id, b->id), pick_text (rand));
      g_autoptr (GError) error = NULL;

      if (a == b)
        continue;
      g_free (settlement->author);
      settlement->author = g_strdup (pick_text (rand));
      g_free (settlement->made);
      settlement->made = pick_time (rand);
      cw_settlement_table_put (connection, settlement, &error);
      g_assert_no_error (error);
    }
}

/* Of findings that are gone: a digest, and what an import has made of one. */
static void
insert_gone_marks (GRand *rand, CwConnection *connection)
{
  static const char *const fingerprints[] = {
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    "gone:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "xa-list-0 A 1/0 exact xa-list-9 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (fingerprints); i++)
    {
      g_autofree char *made = pick_time (rand);
      g_autoptr (CwFindingMark) mark =
        cw_finding_mark_new (i == 1 ? "no-such-rule" : "pair-twice", fingerprints[i],
                             pick_filled (rand), pick_text (rand), made);
      g_autoptr (GError) error = NULL;
      gboolean changed;

      cw_finding_mark_table_insert (connection, mark, &changed, &error);
      g_assert_no_error (error);
    }
}

static void
set_id (CwMappingFilter *filter, CwFacet facet, gint64 id)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  cw_mapping_filter_set_value (filter, facet, value, TRUE);
}

static CwMappingFilter *
make_filter (GRand *rand, GPtrArray *lists)
{
  CwMappingFilter *filter = cw_mapping_filter_new ();

  cw_mapping_filter_set_text (filter, pick_text (rand));
  if (g_rand_boolean (rand))
    {
      cw_mapping_filter_set_value (filter, CW_FACET_STATUS, "draft", TRUE);
      cw_mapping_filter_set_value (filter, CW_FACET_AUTHOR, pick_text (rand), TRUE);
    }
  for (guint i = 0; i < 3; i++)
    {
      const CwItem *item = pick_item (rand, lists);

      set_id (filter, CW_FACET_SUBJECT_LIST, cw_list_get_id (item->list));
      set_id (filter, CW_FACET_CATEGORY, item->id);
      /* A list that is gone */
      set_id (filter, CW_FACET_OBJECT_LIST, 1000 + g_rand_int_range (rand, 0, 3));
    }

  return filter;
}

static void
insert_filters (GRand *rand, CwConnection *connection, GPtrArray *lists)
{
  g_autoptr (CwKeptDefinition) later = cw_kept_definition_new ("later", "of a later version");
  g_autoptr (GError) error = NULL;

  cw_kept_filter_table_insert_definition (connection, later, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", pick_filled (rand), i);
      g_autoptr (CwMappingFilter) filter = make_filter (rand, lists);
      g_autoptr (CwKeptFilter) kept = cw_kept_filter_new (name, filter);
      gboolean changed;

      cw_kept_filter_table_keep (connection, kept, &changed, &error);
      g_assert_no_error (error);
    }
}

static gboolean
fill (CwConnection *connection, gpointer user_data, GError **error)
{
  GRand *rand = user_data;
  g_autoptr (GPtrArray) lists = NULL;

  if (!cw_document_table_insert (connection, pick_filled (rand), pick_text (rand),
                                 "2024-01-02T03:04:05Z", error))
    return FALSE;
  for (guint i = 0; i < N_LISTS; i++)
    {
      g_autoptr (CwList) list = make_list (rand, i);

      if (!cw_list_table_insert (connection, list, error))
        return FALSE;
    }
  lists = cw_list_table_load (connection, error);
  g_assert_nonnull (lists);

  insert_codings (rand, connection);
  for (guint i = 0; i < N_MAPPINGS; i++)
    insert_mapping (rand, connection, lists);
  insert_settlements (rand, connection, lists);
  insert_gone_marks (rand, connection);
  insert_filters (rand, connection, lists);

  return TRUE;
}

/* Some of what the checks find is intended. */
static void
mark_findings (GRand *rand, const char *path)
{
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwCheckReport) report = cw_document_run_checks (document, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->findings->len, >, 10);
  for (guint i = 0; i < report->findings->len; i++)
    {
      const CwFinding *finding = g_ptr_array_index (report->findings, i);

      if (g_rand_int_range (rand, 0, 3) != 0)
        continue;
      cw_document_apply (document,
                         cw_edit_new_mark_finding (finding, document,
                                                   i % 2 == 0 ? "It is meant" : "So it is"),
                         &error);
      g_assert_no_error (error);
    }
  cw_document_close (document);
}

char *
test_full_document_new (const char *folder, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree char *name = g_strdup_printf ("full-%u.crosswalk", seed);
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  cw_connection_create_document (path, fill, rand, &error);
  g_assert_no_error (error);
  mark_findings (rand, path);

  return path;
}
