/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "formats/list-json.h"
#include "small-document.h"
#include "workspace/coding-report.h"
#include "workspace/starter.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define N_LISTS 18
#define N_ITEMS 1078

static char *
data_path (const char *first, const char *second)
{
  return g_build_filename (cw_starter_get_data_folder (), first, second, NULL);
}

static char *
create (const char *folder, const char *name, CwStarter starter)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  cw_starter_create_document (path, "A title", starter, &error);
  g_assert_no_error (error);

  return path;
}

/* Lines of a folder's tables but their headers; of these, the findings of absence. */
static void
count_rows (const char *folder, guint *n_rows, guint *n_absences)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  *n_rows = 0;
  *n_absences = 0;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = (char *) test_file_read (path, NULL);
      g_auto (GStrv) lines = g_strsplit (contents, "\n", -1);

      for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
        {
          (*n_rows)++;
          if (strstr (lines[i], "\tnone\t") != NULL)
            (*n_absences)++;
        }
    }
}

static guint
count_items (CwDocument *document)
{
  GPtrArray *lists = cw_document_get_lists (document);
  guint n_items = 0;

  for (guint i = 0; i < lists->len; i++)
    n_items += cw_list_get_n_items (g_ptr_array_index (lists, i));

  return n_items;
}

static void
test_mapped (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = create (folder, "a.crosswalk", CW_STARTER_MAPPED);
  g_autofree char *agreed = data_path ("mappings", "agreed");
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (GArray) links = NULL;
  guint n_rows, n_absences;

  count_rows (agreed, &n_rows, &n_absences);
  g_assert_cmpuint (n_rows, >, 0);
  g_assert_cmpuint (n_absences, >, 0);
  g_assert_cmpuint (cw_document_get_lists (document)->len, ==, N_LISTS);
  g_assert_cmpuint (count_items (document), ==, N_ITEMS);
  g_assert_cmpstr (cw_document_get_title (document), ==, "A title");
  g_assert_nonnull (strstr (cw_document_get_notice (document), "not official"));
  g_assert_null (cw_document_get_undo_step (document));

  links = cw_document_find_links (document, 0, cw_document_get_lists (document),
                                  cw_document_get_lists (document), NULL);
  g_assert_cmpuint (links->len, ==, n_rows);
  cw_document_close (document);

  g_assert_cmpint (test_database_get_int (path,
                                          "SELECT count (*) FROM mapping WHERE coding_id IS NULL"),
                   ==, n_rows);
  g_assert_cmpint (test_database_get_int (path,
                                          "SELECT count (*) FROM mapping WHERE relation = 'none' "
                                          "AND coding_id IS NULL"),
                   ==, n_absences);
  g_assert_cmpint (test_database_get_int (path, "SELECT count (*) FROM mapping WHERE author = '' "
                                                "OR rationale = '' OR confidence IS NULL"),
                   ==, 0);
}

/* The figures of data/mappings/README.md, which were reckoned by another program. */
static const struct
{
  const char *left;
  const char *right;
  guint n_pairs;
  guint first;
  guint second;
  guint both;
  double percent;
  double kappa;
  double relation_percent;
  double relation_kappa;
} agreements[] = {
  { "cn-future-2024", "us-cet-2024", 9240, 125, 127, 113, 99.7, 0.90, 87, 0.84 },
  { "cn-emerging-2023", "us-cet-2024", 6580, 76, 80, 67, 99.7, 0.86, 84, 0.79 },
  { "cn-future-std-2023", "us-cet-2024", 7840, 93, 92, 81, 99.7, 0.87, 84, 0.80 },
  { "cn-future-2024", "us-eft-2018", 3960, 65, 64, 53, 99.4, 0.82, 85, 0.76 },
  { "cn-emerging-2023", "us-eft-2018", 2820, 35, 31, 28, 99.6, 0.85, 79, 0.76 },
  { "cn-future-std-2023", "us-eft-2018", 3360, 56, 56, 48, 99.5, 0.85, 85, 0.79 },
  { "us-eft-2018", "us-cet-2024", 8400, 85, 89, 80, 99.8, 0.92, 90, 0.87 },
  { "us-cet-2022", "us-cet-2024", 17080, 135, 131, 128, 99.9, 0.96, 95, 0.94 },
};

static const CwAgreement *
find_agreement (CwCodingReport *report, const char *left, const char *right)
{
  GArray *found = report->comparison->agreements;

  for (guint i = 0; i < found->len; i++)
    {
      const CwAgreement *agreement = &g_array_index (found, CwAgreement, i);

      if (g_str_equal (cw_list_get_key (agreement->left), left) &&
          g_str_equal (cw_list_get_key (agreement->right), right))
        return agreement;
    }

  g_assert_not_reached ();
}

static void
check_agreement (CwCodingReport *report, guint i)
{
  const CwAgreement *agreement = find_agreement (report, agreements[i].left, agreements[i].right);
  double percent = 0, kappa = 0, relation_percent = 0, relation_kappa = 0;

  g_assert_cmpuint (agreement->n_pairs, ==, agreements[i].n_pairs);
  g_assert_cmpuint (cw_agreement_count_linked (agreement, 0), ==, agreements[i].first);
  g_assert_cmpuint (cw_agreement_count_linked (agreement, 1), ==, agreements[i].second);
  g_assert_cmpuint (cw_agreement_count_both (agreement), ==, agreements[i].both);
  g_assert_true (cw_agreement_get_percent (agreement, &percent));
  g_assert_true (cw_agreement_get_kappa (agreement, &kappa));
  g_assert_true (cw_agreement_get_relation_percent (agreement, &relation_percent));
  g_assert_true (cw_agreement_get_relation_kappa (agreement, &relation_kappa));
  g_assert_cmpfloat_with_epsilon (percent, agreements[i].percent, 0.0501);
  g_assert_cmpfloat_with_epsilon (kappa, agreements[i].kappa, 0.00501);
  g_assert_cmpfloat_with_epsilon (relation_percent, agreements[i].relation_percent, 0.501);
  g_assert_cmpfloat_with_epsilon (relation_kappa, agreements[i].relation_kappa, 0.00501);
}

/* The starter mapping comes as its two codings, what was agreed on, and why. */
static void
test_codings (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = create (folder, "a.crosswalk", CW_STARTER_MAPPED);
  g_autoptr (CwDocument) document = test_document_open (path);
  GPtrArray *codings = cw_document_get_codings (document);
  g_autoptr (CwCodingReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (codings->len, ==, 2);
  for (guint i = 0; i < codings->len; i++)
    {
      CwCoding *coding = g_ptr_array_index (codings, i);
      g_autofree char *name = g_strdup_printf ("coding-%u", i + 1);
      g_autofree char *tables = data_path ("mappings", name);
      g_autofree char *sql = g_strdup_printf (
        "SELECT count (*) FROM mapping WHERE coding_id = %d AND author = 'Coder %u'",
        (int) coding->id, i + 1);
      guint n_rows, n_absences;

      count_rows (tables, &n_rows, &n_absences);
      g_assert_true (coding->done);
      g_assert_cmpint (test_database_get_int (path, sql), ==, n_rows);
    }

  report = cw_document_compare_codings (document, 1, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->comparison->agreements->len, ==, G_N_ELEMENTS (agreements));
  for (guint i = 0; i < G_N_ELEMENTS (agreements); i++)
    check_agreement (report, i);

  /* 161 of the 170 settled rows, and the 58 that were not kept: each is settled, and says why. */
  g_assert_cmpuint (report->rows->len, ==, 219);
  g_assert_cmpuint (report->n_open, ==, 0);
  g_assert_cmpint (test_database_get_int (path,
                                          "SELECT count (*) FROM settlement WHERE reason = ''"),
                   ==, 0);
  cw_document_close (document);
}

static void
test_empty (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = create (folder, "a.crosswalk", CW_STARTER_EMPTY);
  g_autoptr (CwDocument) document = test_document_open (path);

  g_assert_cmpuint (count_items (document), ==, N_ITEMS);
  g_assert_cmpstr (cw_document_get_notice (document), ==, "");
  g_assert_cmpint (test_database_get_int (path, "SELECT count (*) FROM mapping"), ==, 0);
  cw_document_close (document);
}

/* Law 7: each label shows whose words it is, and each item has a name. */
static void
test_labels (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = create (folder, "a.crosswalk", CW_STARTER_EMPTY);

  g_assert_cmpint (
    test_database_get_int (path, "SELECT count (*) FROM label WHERE origin NOT IN "
                                 "('official', 'seed', 'translation') OR trim (text) = ''"),
    ==, 0);
  g_assert_cmpint (test_database_get_int (path,
                                          "SELECT count (*) FROM item WHERE id NOT IN "
                                          "(SELECT item_id FROM label WHERE kind = 'preferred')"),
                   ==, 0);
}

/* What went into the document comes out again, to the byte. */
static void
test_lists_come_back (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = create (folder, "a.crosswalk", CW_STARTER_MAPPED);
  g_autoptr (CwDocument) document = test_document_open (path);
  GPtrArray *lists = cw_document_get_lists (document);

  for (guint i = 0; i < lists->len; i++)
    {
      CwList *list = g_ptr_array_index (lists, i);
      g_autofree char *name = g_strconcat (cw_list_get_key (list), ".json", NULL);
      g_autofree char *file = data_path ("lists", name);
      gsize length;
      g_autofree guint8 *wanted = test_file_read (file, &length);
      g_autoptr (GBytes) expected = g_bytes_new_static (wanted, length);
      g_autoptr (GBytes) found = cw_list_json_format (list);

      g_assert_true (cw_list_get_card (list)->shipped);
      if (!g_bytes_equal (found, expected))
        g_error ("%s does not come back as it is", name);
    }
  cw_document_close (document);
}

/* Two documents made from the same data differ in nothing but their names and times. */
static void
test_same_twice (void)
{
  static const char *const own[] = { "uuid", "created", "modified", "made", NULL };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *first = create (folder, "a.crosswalk", CW_STARTER_MAPPED);
  g_autofree char *second = create (folder, "b.crosswalk", CW_STARTER_MAPPED);
  g_autofree char *first_dump = test_database_dump_without (first, own);
  g_autofree char *second_dump = test_database_dump_without (second, own);
  g_autofree char *first_uuid = test_database_get_text (first, "SELECT uuid FROM document");
  g_autofree char *second_uuid = test_database_get_text (second, "SELECT uuid FROM document");

  g_assert_cmpstr (first_dump, ==, second_dump);
  g_assert_cmpstr (first_uuid, !=, second_uuid);
  g_assert_true (g_uuid_string_is_valid (first_uuid));
}

static void
test_ensure_default (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "not", "there", "yet", "mine.crosswalk", NULL);
  g_autofree char *hash = NULL;
  g_autofree char *hash_after = NULL;
  g_autofree char *empty_hash = NULL;
  g_autoptr (GError) error = NULL;

  cw_starter_ensure_default (path, &error);
  g_assert_no_error (error);
  test_database_check (path);
  hash = test_file_hash (path);
  cw_starter_ensure_default (path, &error);
  g_assert_no_error (error);
  hash_after = test_file_hash (path);
  g_assert_cmpstr (hash_after, ==, hash);

  /* Not even a file that is no document at all. */
  test_file_write (path, "", 0);
  cw_starter_ensure_default (path, &error);
  g_assert_no_error (error);
  empty_hash = test_file_hash (path);
  g_assert_cmpstr (empty_hash, !=, hash);
}

static void
test_default_folder_cannot_be_made (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *path = g_build_filename (file, "mine.crosswalk", NULL);
  g_autoptr (GError) error = NULL;

  test_file_write (file, "x", 1);
  g_assert_false (cw_starter_ensure_default (path, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, file));
}

/* Copies the shipped data, but for what is to be @replaced in one file. */
static void
copy_data (const char *subfolder,
           const char *to,
           const char *name_to_break,
           const char *from_text,
           const char *to_text)
{
  g_autofree char *folder = g_build_filename (cw_starter_get_data_folder (), subfolder, NULL);
  g_autofree char *target = g_build_filename (to, subfolder, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_no_errno (g_mkdir_with_parents (target, 0700));
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      g_autofree char *copy = g_build_filename (target, name, NULL);
      g_autoptr (GString) contents = NULL;
      g_autofree char *data = NULL;

      if (!g_file_test (file, G_FILE_TEST_IS_REGULAR))
        continue;
      data = (char *) test_file_read (file, NULL);
      contents = g_string_new (data);
      if (g_str_equal (name, name_to_break))
        g_assert_cmpuint (g_string_replace (contents, from_text, to_text, 1), ==, 1);
      test_file_write (copy, contents->str, contents->len);
    }
}

typedef struct
{
  const char *name;
  const char *file;
  const char *from;
  const char *to;
  const char *place;
} Broken;

static const Broken broken[] = {
  { "syntax", "us-eft-2018.json", "\"items\": [", "\"items\": [,", "us-eft-2018.json:" },
  { "code-twice", "us-eft-2018.json", "\"code\": \"1.2\"", "\"code\": \"1.1\"",
    "us-eft-2018.json" },
  { "table-code", "us-eft-2018__us-cet-2024.tsv", "\n1\tclose\t7\t", "\n1\tclose\t777\t",
    "us-eft-2018__us-cet-2024.tsv:2" },
  { "table-relation", "us-eft-2018__us-cet-2024.tsv", "\n1\tclose\t7\t", "\n1\tnear\t7\t",
    "us-eft-2018__us-cet-2024.tsv:2:3" },
};

/* Broken data make no document, and what stood there stays. */
static void
test_broken_data (gconstpointer data)
{
  const Broken *what = data;
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *real = g_strdup (cw_starter_get_data_folder ());
  g_autofree char *data_folder = g_build_filename (folder, "data", NULL);
  g_autofree char *documents = g_build_filename (folder, "documents", NULL);
  g_autofree char *path = g_build_filename (documents, "a.crosswalk", NULL);
  g_autofree char *names = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir (documents, 0700));
  test_file_write (path, "old", 3);
  copy_data ("lists", data_folder, what->file, what->from, what->to);
  copy_data ("mappings/agreed", data_folder, what->file, what->from, what->to);

  g_setenv ("CROSSWALK_DATA_DIR", data_folder, TRUE);
  g_assert_false (cw_starter_create_document (path, "A title", CW_STARTER_MAPPED, &error));
  g_setenv ("CROSSWALK_DATA_DIR", real, TRUE);

  if (strstr (error->message, what->place) == NULL)
    g_error ("does not name the place: %s", error->message);
  names = test_folder_list (documents);
  g_assert_cmpstr (names, ==, "a.crosswalk");
  contents = (char *) test_file_read (path, NULL);
  g_assert_cmpstr (contents, ==, "old");
}

static void
test_no_data (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *real = g_strdup (cw_starter_get_data_folder ());
  g_autofree char *path = g_build_filename (folder, "a.crosswalk", NULL);
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("CROSSWALK_DATA_DIR", folder, TRUE);
  g_assert_false (cw_starter_create_document (path, "A title", CW_STARTER_EMPTY, &error));
  g_setenv ("CROSSWALK_DATA_DIR", real, TRUE);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, folder));
  names = test_folder_list (folder);
  g_assert_cmpstr (names, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/starter/mapped", test_mapped);
  g_test_add_func ("/starter/codings", test_codings);
  g_test_add_func ("/starter/empty", test_empty);
  g_test_add_func ("/starter/labels", test_labels);
  g_test_add_func ("/starter/lists-come-back", test_lists_come_back);
  g_test_add_func ("/starter/same-twice", test_same_twice);
  g_test_add_func ("/starter/ensure-default", test_ensure_default);
  g_test_add_func ("/starter/default-folder-cannot-be-made", test_default_folder_cannot_be_made);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/starter/broken-data/", broken[i].name, NULL);

      g_test_add_data_func (path, &broken[i], test_broken_data);
    }
  g_test_add_func ("/starter/no-data", test_no_data);

  return g_test_run ();
}
