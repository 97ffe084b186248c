/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/checks.h"
#include "checks-twin.h"
#include "model/list-builder.h"

#include <stdio.h>
#include <string.h>

/* Two lists of the same shape, the items of the first numbered from 1, of the second from 11:
 *
 * 1
 *   2
 *     3
 *   4
 * 5
 *   6
 */
#define LEFT_LIST 100
#define RIGHT_LIST 200

static CwList *
make_list (gint64 id, gint64 first_id)
{
  static const guint depths[] = { 0, 1, 2, 1, 0, 1 };
  CwListCard *card = cw_list_card_new ();
  g_autoptr (CwListBuilder) builder = NULL;
  g_autoptr (GError) error = NULL;
  CwList *list;

  card->key = g_strdup_printf ("list-%d", (int) id);
  card->jurisdiction = g_strdup ("XA");
  card->issued = g_strdup ("2024-01-01");
  card->official_language = g_strdup ("en");
  cw_text_set (card->short_title, "en", "A list");
  cw_text_set (card->title, "en", "A list");
  builder = cw_list_builder_new (id, card);
  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autofree char *code = g_strdup_printf ("%u", i + 1);

      cw_list_builder_add_item (builder, first_id + i, depths[i], code, NULL, FALSE);
      cw_list_builder_add_label (builder, "en", code, CW_LABEL_PREFERRED, CW_LABEL_OFFICIAL);
    }
  list = cw_list_builder_end (builder, &error);
  g_assert_no_error (error);

  return list;
}

static GPtrArray *
make_lists (void)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (lists, make_list (LEFT_LIST, 1));
  g_ptr_array_add (lists, make_list (RIGHT_LIST, 11));

  return lists;
}

/* Mappings, numbered from 1, as "1 exact 11; 2 not broad 12 reviewed; 3 none 200 rejected"; those
 * that are reviewed have grounds unless it says "bare". */
static GArray *
read_links (const char *text)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (CwCheckedLink));
  g_auto (GStrv) parts = g_strsplit (text, "; ", -1);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", -1);
      guint at = 1;
      CwCheckedLink checked = { .link = { .id = i + 1 }, .supported = TRUE };
      CwRelation relation;
      CwStatus status;
      gint64 far;

      checked.link.subject_id = g_ascii_strtoll (words[0], NULL, 10);
      checked.link.negated = g_str_equal (words[at], "not");
      at += checked.link.negated;
      g_assert_true (cw_relation_from_key (words[at], &relation));
      checked.link.relation = (guint8) relation;
      far = g_ascii_strtoll (words[at + 1], NULL, 10);
      if (relation == CW_RELATION_NONE)
        checked.link.object_list_id = far;
      else
        checked.link.object_id = far;
      for (guint j = at + 2; words[j] != NULL; j++)
        {
          if (g_str_equal (words[j], "bare"))
            checked.supported = FALSE;
          else
            {
              g_assert_true (cw_status_from_key (words[j], &status));
              checked.link.status = (guint8) status;
            }
        }
      g_array_append_val (links, checked);
    }

  return links;
}

typedef struct
{
  const char *links;
  const char *findings;
} Case;

/* For and against each rule. */
static const Case cases[] = {
  { "", "" },
  { "1 exact 11; 2 broad 12; 3 none 200; 4 not exact 14", "" },

  /* Same pair twice, whichever way round */
  { "1 related 11; 1 related 11", "pair-twice 1 2" },
  { "1 related 11; 11 overlap 1; 1 close 11", "pair-twice 1 2 3" },
  { "1 related 11; 1 related 11 rejected", "" },
  { "1 related 11; 1 related 12; 2 related 11", "" },
  { "1 not close 11; 11 not close 1", "pair-twice 1 2" },
  { "1 not close 11; 1 not exact 11", "" },
  { "1 not broad 11; 11 not broad 1", "" },
  { "1 none 200; 1 none 200", "" },

  /* The same as two of one list */
  { "1 exact 11; 1 exact 15", "exact-twice 1 2" },
  { "1 exact 11; 15 exact 1; 1 close 14", "exact-twice 1 2" },
  { "1 exact 11; 1 close 15", "" },
  { "1 exact 11; 1 exact 5", "" },
  { "1 exact 11; 1 exact 15 rejected", "" },
  { "1 exact 11; 1 not exact 15", "" },
  { "1 exact 11; 1 exact 11", "pair-twice 1 2" },

  /* The same and a part at once */
  { "1 exact 11; 1 broad 11", "exact-and-broad 1 2\npair-twice 1 2" },
  { "1 exact 11; 11 broad 1; 1 related 11", "exact-and-broad 1 2\npair-twice 1 2 3" },
  { "1 broad 11; 11 broad 1", "exact-and-broad 1 2\npair-twice 1 2" },
  { "1 broad 11; 11 narrow 1", "pair-twice 1 2" },
  { "1 exact 11; 1 close 11", "pair-twice 1 2" },
  { "1 exact 11; 1 not broad 11", "" },
  { "1 exact 11; 1 broad 11 rejected", "" },

  /* Linked and absent */
  { "1 none 200; 1 related 11", "linked-and-absent 1 2" },
  { "1 none 200; 11 close 1; 1 broad 12", "linked-and-absent 1 2 3" },
  { "1 none 100; 1 related 11", "" },
  { "2 none 200; 1 related 11", "" },
  { "1 none 200; 1 not related 11", "" },
  { "1 none 200; 1 related 11 rejected", "" },
  { "1 none 200 rejected; 1 related 11", "" },
  { "11 none 100; 1 related 11", "linked-and-absent 1 2" },

  /* Is and is not */
  { "1 close 11; 1 not close 11", "is-and-is-not 1 2" },
  { "1 broad 11; 11 not narrow 1", "is-and-is-not 1 2" },
  { "1 broad 11; 11 not broad 1", "" },
  { "1 close 11; 1 not exact 11", "" },
  { "1 close 11; 1 not close 11 rejected", "" },
  { "1 close 11 rejected; 1 not close 11", "" },

  /* Against the hierarchy: 2 stands below 1, 12 below 11 */
  { "1 broad 11; 2 narrow 11", "hierarchy 1 2" },
  { "1 broad 11; 11 broad 2", "hierarchy 1 2" },
  { "1 broad 11; 3 narrow 11", "hierarchy 1 2" },
  { "1 broad 12; 2 narrow 11", "hierarchy 1 2" },
  { "1 broad 12; 1 narrow 11", "hierarchy 1 2" },
  { "1 exact 11; 2 narrow 11", "hierarchy 1 2" },
  { "1 broad 11; 2 exact 11", "hierarchy 1 2" },
  { "1 exact 12; 2 exact 11", "hierarchy 1 2" },
  { "1 exact 11; 2 exact 11", "exact-twice 1 2" },
  { "2 narrow 1", "hierarchy 1" },
  { "2 exact 1", "hierarchy 1" },
  { "2 broad 1", "" },
  { "1 narrow 11; 2 broad 11", "" },
  { "1 broad 11; 2 broad 12", "" },
  { "1 broad 11; 2 narrow 12", "" },
  { "1 broad 11; 5 narrow 11", "" },
  { "1 broad 11; 2 close 11", "" },
  { "1 broad 11; 2 overlap 11", "" },
  { "1 broad 11; 2 not narrow 11", "" },
  { "1 broad 11; 2 narrow 11 rejected", "" },
  { "1 exact 11; 2 exact 12; 3 exact 13", "" },

  /* Reviewed without grounds */
  { "1 close 11 reviewed bare", "unsupported-review 1" },
  { "1 none 200 reviewed bare", "unsupported-review 1" },
  { "1 not close 11 reviewed bare", "unsupported-review 1" },
  { "1 close 11 reviewed; 2 close 12 proposed bare; 3 close 13 rejected bare", "" },

  /* Item 16 is gone */
  { "6 close 16; 6 broad 15; 16 none 200", "item-gone 1\nitem-gone 3" },
  { "6 not close 16", "item-gone 1" },
  { "6 close 16 rejected", "" },
};

static GHashTable *
make_gone (const gint64 *id)
{
  GHashTable *gone = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_hash_table_add (gone, (gpointer) id);

  return gone;
}

static void
test_case (gconstpointer data)
{
  static const gint64 gone_id = 16;
  const Case *test = data;
  g_autoptr (GPtrArray) lists = make_lists ();
  g_autoptr (GArray) links = read_links (test->links);
  g_autoptr (GHashTable) gone = make_gone (&gone_id);
  g_autoptr (GPtrArray) findings = cw_checks_run (lists, links, gone, NULL, NULL);
  g_autofree char *found = checks_twin_format (findings);
  g_autofree char *twin = checks_twin_find (lists, links, gone);

  g_assert_cmpstr (found, ==, test->findings);
  g_assert_cmpstr (twin, ==, test->findings);
}

static GArray *
make_random_links (GRand *rand, guint n_links)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (CwCheckedLink));

  for (guint i = 0; i < n_links; i++)
    {
      gint64 subject = g_rand_int_range (rand, 1, 13);
      gint64 object = g_rand_int_range (rand, 1, 13);
      CwCheckedLink checked = {
        .link = {
          .id = i + 1,
          .subject_id = subject > 6 ? subject + 4 : subject,
          .object_id = object > 6 ? object + 4 : object,
          .relation = (guint8) g_rand_int_range (rand, 0, CW_N_RELATIONS),
          .status = (guint8) g_rand_int_range (rand, 0, CW_N_STATUSES),
          .negated = g_rand_int_range (rand, 0, 5) == 0,
        },
        .supported = g_rand_boolean (rand),
      };

      if (checked.link.relation == CW_RELATION_NONE)
        {
          checked.link.object_id = 0;
          checked.link.object_list_id = g_rand_boolean (rand) ? LEFT_LIST : RIGHT_LIST;
          checked.link.negated = FALSE;
        }
      if (checked.link.subject_id != checked.link.object_id)
        g_array_append_val (links, checked);
    }

  return links;
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (GPtrArray) lists = make_lists ();
  guint seen[CW_N_CHECK_RULES] = { 0 };

  for (guint round = 0; round < 300; round++)
    {
      gint64 gone_id = g_rand_int_range (rand, 1, 20);
      g_autoptr (GHashTable) gone = make_gone (&gone_id);
      g_autoptr (GArray) links = make_random_links (rand, (guint) g_rand_int_range (rand, 0, 30));
      g_autoptr (GPtrArray) findings = cw_checks_run (lists, links, gone, NULL, NULL);
      g_autofree char *found = checks_twin_format (findings);
      g_autofree char *wanted = checks_twin_find (lists, links, gone);

      g_assert_cmpstr (found, ==, wanted);
      for (guint i = 0; i < findings->len; i++)
        {
          const CwFinding *finding = g_ptr_array_index (findings, i);

          seen[finding->rule]++;
          if (i > 0)
            g_assert_cmpint (((CwFinding *) g_ptr_array_index (findings, i - 1))->rule, <=,
                             finding->rule);
        }
    }
  for (guint i = 0; i < CW_N_CHECK_RULES; i++)
    g_assert_cmpuint (seen[i], >, 0);
}

/* The fingerprint of the first finding. */
static char *
get_fingerprint (const char *text)
{
  g_autoptr (GPtrArray) lists = make_lists ();
  g_autoptr (GArray) links = read_links (text);
  g_autoptr (GPtrArray) findings = cw_checks_run (lists, links, NULL, NULL, NULL);

  g_assert_cmpuint (findings->len, >, 0);

  return g_strdup (((CwFinding *) g_ptr_array_index (findings, 0))->fingerprint);
}

static void
test_fingerprint (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    gboolean same;
  } pairs[] = {
    /* Other mappings, another way round, another order, another status: the same finding */
    { "1 related 11; 1 close 11", "1 related 11; 1 close 11; 2 close 12", TRUE },
    { "1 related 11; 1 close 11", "2 close 12; 1 close 11; 1 related 11", TRUE },
    { "1 broad 11; 1 close 11", "11 narrow 1; 11 close 1", TRUE },
    { "1 related 11; 1 close 11", "1 related 11 reviewed; 1 close 11 disputed", TRUE },
    { "1 close 11 reviewed bare", "1 close 11 reviewed bare; 2 close 12", TRUE },
    /* Another item, relation, denial, or one more */
    { "1 related 11; 1 close 11", "1 related 12; 1 close 12", FALSE },
    { "1 related 11; 1 close 11", "1 related 11; 1 overlap 11", FALSE },
    { "1 broad 11; 1 close 11", "1 narrow 11; 1 close 11", FALSE },
    { "1 related 11; 1 related 11", "1 not related 11; 1 not related 11", FALSE },
    { "1 related 11; 1 related 11", "1 related 11; 1 related 11; 1 related 11", FALSE },
    { "1 none 200; 1 close 11", "1 none 200; 1 close 12", FALSE },
    { "1 close 11 reviewed bare", "1 related 11 reviewed bare", FALSE },
    /* Two reviews of the same content are two findings */
    { "1 close 11 reviewed bare; 1 close 11 rejected",
      "1 close 11 rejected; 1 close 11 reviewed "
      "bare",
      FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *before = get_fingerprint (pairs[i].before);
      g_autofree char *after = get_fingerprint (pairs[i].after);

      g_assert_cmpuint (strlen (before), ==, 64);
      if (pairs[i].same)
        g_assert_cmpstr (before, ==, after);
      else
        g_assert_cmpstr (before, !=, after);
    }
}

/* A mark counts for its rule and what it found, and for nothing else. */
static void
test_marks (void)
{
  g_autoptr (GPtrArray) lists = make_lists ();
  g_autoptr (GArray) links = read_links ("1 exact 11; 1 broad 11; 2 close 12; 2 close 12");
  g_autoptr (GPtrArray) findings = cw_checks_run (lists, links, NULL, NULL, NULL);
  g_autoptr (GPtrArray) marks =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cw_finding_mark_free);
  CwFinding *first, *second, *third;

  g_assert_cmpuint (findings->len, ==, 3);
  first = g_ptr_array_index (findings, 0);
  second = g_ptr_array_index (findings, 1);
  third = g_ptr_array_index (findings, 2);
  g_assert_cmpint (third->rule, ==, CW_CHECK_EXACT_AND_BROAD);
  g_ptr_array_add (marks,
                   cw_finding_mark_new ("pair-twice", second->fingerprint, "so", "Ann", "t"));
  g_ptr_array_add (marks, cw_finding_mark_new ("hierarchy", first->fingerprint, "so", "Ann", "t"));
  g_ptr_array_add (marks, cw_finding_mark_new ("pair-twice", "gone", "so", "Ann", "t"));

  cw_findings_take_marks (findings, marks);
  g_assert_null (first->mark);
  g_assert_null (third->mark);
  g_assert_nonnull (second->mark);
  g_assert_cmpstr (second->mark->reason, ==, "so");

  g_ptr_array_set_size (marks, 0);
  cw_findings_take_marks (findings, marks);
  g_assert_null (second->mark);
}

static gboolean
never (gpointer user_data)
{
  guint *n_asked = user_data;

  return ++*n_asked < 3;
}

static void
test_given_up (void)
{
  g_autoptr (GPtrArray) lists = make_lists ();
  g_autoptr (GArray) links = read_links ("1 exact 11; 1 broad 11");
  guint n_asked = 0;

  g_assert_null (cw_checks_run (lists, links, NULL, never, &n_asked));
  g_assert_cmpuint (n_asked, ==, 3);
}

/* A million mappings in the time of a breath: nothing looks at all pairs of mappings. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) lists = make_lists ();
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (CwCheckedLink));
  g_autoptr (GPtrArray) findings = NULL;
  guint n_hierarchy = 0;

  for (guint i = 0; i < 200000; i++)
    {
      CwCheckedLink checked = { .link = { .id = i + 1,
                                          .subject_id = i % 2 == 0 ? 1 : 2,
                                          .object_id = 11,
                                          .relation =
                                            i % 2 == 0 ? CW_RELATION_BROAD : CW_RELATION_NARROW },
                                .supported = TRUE };

      g_array_append_val (links, checked);
    }
  findings = cw_checks_run (lists, links, NULL, NULL, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const CwFinding *finding = g_ptr_array_index (findings, i);

      if (finding->rule == CW_CHECK_HIERARCHY)
        {
          g_assert_cmpuint (finding->links->len, ==, links->len);
          n_hierarchy++;
        }
    }
  g_assert_cmpuint (n_hierarchy, ==, 1);
  g_assert_cmpuint (findings->len, ==, 3);
}

static void
test_words (void)
{
  for (CwCheckRule rule = 0; rule < CW_N_CHECK_RULES; rule++)
    {
      CwCheckRule read;

      g_assert_true (cw_check_rule_from_key (cw_check_rule_to_key (rule), &read));
      g_assert_cmpint (read, ==, rule);
      g_assert_cmpuint (strlen (cw_check_rule_get_name (rule)), >, 0);
      g_assert_true (g_str_has_suffix (cw_check_rule_get_explanation (rule), "."));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/checks/case/%u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/checks/random", test_random);
  g_test_add_func ("/checks/fingerprint", test_fingerprint);
  g_test_add_func ("/checks/marks", test_marks);
  g_test_add_func ("/checks/given-up", test_given_up);
  g_test_add_func ("/checks/many", test_many);
  g_test_add_func ("/checks/words", test_words);

  return g_test_run ();
}
