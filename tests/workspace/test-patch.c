/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "store/error.h"

/* Each field that can be changed alone, and where it stands in a mapping. */
typedef struct
{
  const char *name;
  CwStepKind kind;
  CwMappingFields field;
  gsize offset; /* of a text; 0 for other fields */
  gint64 id;
} Case;

#define TEXT(name, kind, field, member)                                       \
  {                                                                           \
    name, kind, field, G_STRUCT_OFFSET (CwMapping, member), TEST_MAPPING_FULL \
  }

static const Case cases[] = {
  { "relation", CW_STEP_RELATE, CW_MAPPING_RELATION, 0, TEST_MAPPING_THIRD },
  { "negated", CW_STEP_RELATE, CW_MAPPING_NEGATED, 0, TEST_MAPPING_THIRD },
  { "confidence", CW_STEP_CONFIDENCE, CW_MAPPING_CONFIDENCE, 0, TEST_MAPPING_FULL },
  { "status", CW_STEP_STATUS, CW_MAPPING_STATUS, 0, TEST_MAPPING_FULL },
  { "absence", CW_STEP_REASON, CW_MAPPING_ABSENCE, 0, TEST_MAPPING_ABSENCE },
  TEXT ("rationale", CW_STEP_RATIONALE, CW_MAPPING_RATIONALE, rationale),
  TEXT ("note-shared", CW_STEP_NOTE, CW_MAPPING_NOTE_SHARED, note_shared),
  TEXT ("note-subject", CW_STEP_NOTE, CW_MAPPING_NOTE_SUBJECT, note_subject),
  TEXT ("note-object", CW_STEP_NOTE, CW_MAPPING_NOTE_OBJECT, note_object),
  TEXT ("citation", CW_STEP_EVIDENCE, CW_MAPPING_CITATION, citation),
  TEXT ("url", CW_STEP_EVIDENCE, CW_MAPPING_URL, url),
  TEXT ("quotation", CW_STEP_EVIDENCE, CW_MAPPING_QUOTATION, quotation),
};

/* Values that no mapping of the document has, in every field. */
static CwMapping *
make_values (void)
{
  CwMapping *values = cw_mapping_new (1, CW_RELATION_RELATED, 2);

  values->negated = TRUE;
  values->confidence = 0.31;
  values->status = CW_STATUS_DISPUTED;
  values->absence = CW_ABSENCE_OTHER_LIST;
  cw_mapping_set_text (&values->rationale, "new rationale");
  cw_mapping_set_text (&values->note_shared, "new shared");
  cw_mapping_set_text (&values->note_subject, "new subject");
  cw_mapping_set_text (&values->note_object, "new object");
  cw_mapping_set_text (&values->citation, "new citation");
  cw_mapping_set_text (&values->url, "new url");
  cw_mapping_set_text (&values->quotation, "new quotation");
  cw_mapping_set_text (&values->author, "not to be taken");
  cw_mapping_set_text (&values->created, "not to be taken");

  return values;
}

static void
take (CwMapping *mapping, const Case *patch, const CwMapping *values)
{
  if (patch->offset != 0)
    cw_mapping_set_text (&G_STRUCT_MEMBER (char *, mapping, patch->offset),
                         G_STRUCT_MEMBER (char *, values, patch->offset));
  else if (patch->field == CW_MAPPING_RELATION)
    mapping->relation = values->relation;
  else if (patch->field == CW_MAPPING_NEGATED)
    mapping->negated = values->negated;
  else if (patch->field == CW_MAPPING_CONFIDENCE)
    mapping->confidence = values->confidence;
  else if (patch->field == CW_MAPPING_STATUS)
    mapping->status = values->status;
  else
    mapping->absence = values->absence;
}

static CwMapping *
get (CwDocument *document, gint64 id)
{
  g_autoptr (GError) error = NULL;
  CwMapping *mapping = cw_document_get_mapping (document, id, &error);

  g_assert_no_error (error);

  return mapping;
}

static void
apply (CwDocument *document, CwEdit *edit)
{
  g_autoptr (GError) error = NULL;

  cw_document_apply (document, edit, &error);
  g_assert_no_error (error);
}

static void
check_refused (CwDocument *document, CwEdit *edit, int code)
{
  g_autofree char *before = test_database_dump (cw_document_get_path (document));
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (cw_document_apply (document, edit, &error));
  g_assert_error (error, CW_STORE_ERROR, code);
  after = test_database_dump (cw_document_get_path (document));
  g_assert_cmpstr (after, ==, before);
  g_assert_null (cw_document_get_undo_step (document));
}

/* The field changes, every other stays, and no other mapping is touched. */
static void
test_field (gconstpointer data)
{
  const Case *patch = data;
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (CwMapping) values = make_values ();
  g_autoptr (GPtrArray) wanted = test_database_read_mappings (path);
  g_autoptr (GPtrArray) found = NULL;
  CwMapping *changed = g_ptr_array_index (wanted, (guint) patch->id - 1);
  g_autofree char *wanted_text = NULL;
  g_autofree char *found_text = NULL;
  g_autofree char *modified = g_strdup (changed->modified);

  take (changed, patch, values);
  apply (document, cw_edit_new_patch (patch->kind, patch->id, values, patch->field, "a", "b"));
  found = test_database_read_mappings (path);
  wanted_text = test_mappings_format (wanted);
  found_text = test_mappings_format (found);
  g_assert_cmpstr (found_text, ==, wanted_text);
  for (guint i = 0; i < found->len; i++)
    {
      CwMapping *mapping = g_ptr_array_index (found, i);

      g_assert_cmpstr (mapping->created, ==, "2024-01-02T03:04:05Z");
      if (mapping->id == patch->id)
        g_assert_cmpstr (mapping->modified, !=, modified);
      else
        g_assert_cmpstr (mapping->modified, ==, modified);
    }
  g_assert_cmpint (cw_document_get_undo_step (document)->kind, ==, patch->kind);

  /* The second time there is nothing to do. */
  apply (document, cw_edit_new_patch (patch->kind, patch->id, values, patch->field, "a", "b"));
  g_assert_cmpint (test_database_get_int (path, "SELECT count (*) FROM step"), ==, 1);
  cw_document_close (document);
}

/* Two patches made from the same old copy, of each two fields: both hold. */
static void
test_lost_update (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *first = &cases[i];
      const Case *second = &cases[(i + 1) % G_N_ELEMENTS (cases)];
      g_autoptr (TestFolder) folder = NULL;
      g_autofree char *path = NULL;
      g_autoptr (CwDocument) document = NULL;
      g_autoptr (CwMapping) values = make_values ();
      g_autoptr (CwMapping) old = NULL;
      g_autoptr (CwMapping) one = NULL;
      g_autoptr (CwMapping) other = NULL;
      g_autoptr (CwMapping) wanted = NULL;
      g_autoptr (CwMapping) found = NULL;

      if (first->id != second->id)
        continue;

      folder = test_folder_new ();
      path = test_small_document_new (folder);
      document = test_document_open (path);
      old = get (document, first->id);
      one = cw_mapping_copy (old);
      other = cw_mapping_copy (old);
      wanted = cw_mapping_copy (old);
      take (one, first, values);
      take (other, second, values);
      take (wanted, first, values);
      take (wanted, second, values);

      apply (document, cw_edit_new_patch (first->kind, old->id, one, first->field, NULL, NULL));
      apply (document, cw_edit_new_patch (second->kind, old->id, other, second->field, NULL, NULL));
      found = get (document, old->id);
      cw_mapping_set_text (&wanted->modified, found->modified);
      cw_mapping_stamp_review (wanted, old->status, "Ben", found->modified);
      g_assert_true (cw_mapping_equal (found, wanted));
      cw_document_close (document);
    }
}

/* A review belongs to the content that it saw: another relation, or its negation, is other content;
 * a better rationale is not. */
static void
test_review (void)
{
  static const struct
  {
    CwMappingFields fields;
    CwStatus status;
  } reviews[] = {
    { CW_MAPPING_RELATION, CW_STATUS_PROPOSED },
    { CW_MAPPING_NEGATED, CW_STATUS_PROPOSED },
    { CW_MAPPING_RELATION | CW_MAPPING_STATUS, CW_STATUS_DISPUTED },
    { CW_MAPPING_RATIONALE | CW_MAPPING_CONFIDENCE, CW_STATUS_REVIEWED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reviews); i++)
    {
      g_autoptr (TestFolder) folder = test_folder_new ();
      g_autofree char *path = test_small_document_new (folder);
      g_autoptr (CwDocument) document = test_document_open (path);
      g_autoptr (CwMapping) values = make_values ();
      g_autoptr (CwMapping) mapping = NULL;

      apply (document, cw_edit_new_patch (CW_STEP_RELATE, TEST_MAPPING_FULL, values,
                                          reviews[i].fields, NULL, NULL));
      mapping = get (document, TEST_MAPPING_FULL);
      g_assert_cmpint (mapping->status, ==, reviews[i].status);
      cw_document_close (document);
    }
}

static void
test_gone (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (CwMapping) values = make_values ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CwMapping) mapping = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_refused (document,
                   cw_edit_new_patch (cases[i].kind, 999, values, cases[i].field, NULL, NULL),
                   CW_STORE_ERROR_GONE);
  mapping = cw_document_get_mapping (document, 999, &error);
  g_assert_null (mapping);
  g_assert_error (error, CW_STORE_ERROR, CW_STORE_ERROR_GONE);
  cw_document_close (document);
}

/* What would make no sense is refused: a link that is an absence, an absence that is a link, a
 * reason for a link, a confidence of 150 percent. */
static void
test_senseless (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = test_small_document_new (folder);
  g_autoptr (CwDocument) document = test_document_open (path);
  g_autoptr (CwMapping) values = make_values ();
  g_autoptr (CwMapping) none = cw_mapping_new_absence (1, 1, CW_ABSENCE_COVERED);

  values->confidence = 1.5;
  check_refused (document,
                 cw_edit_new_patch (CW_STEP_CONFIDENCE, 1, values, CW_MAPPING_CONFIDENCE, NULL,
                                    NULL),
                 CW_STORE_ERROR_FAILED);
  check_refused (document,
                 cw_edit_new_patch (CW_STEP_REASON, 1, values, CW_MAPPING_ABSENCE, NULL, NULL),
                 CW_STORE_ERROR_FAILED);
  check_refused (document,
                 cw_edit_new_patch (CW_STEP_RELATE, 1, none, CW_MAPPING_RELATION, NULL, NULL),
                 CW_STORE_ERROR_FAILED);
  check_refused (document,
                 cw_edit_new_patch (CW_STEP_RELATE, TEST_MAPPING_ABSENCE, values,
                                    CW_MAPPING_RELATION, NULL, NULL),
                 CW_STORE_ERROR_FAILED);
  check_refused (document,
                 cw_edit_new_patch (CW_STEP_RELATE, TEST_MAPPING_ABSENCE, values,
                                    CW_MAPPING_NEGATED, NULL, NULL),
                 CW_STORE_ERROR_FAILED);
  cw_document_close (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/patch/field/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_field);
    }
  g_test_add_func ("/patch/lost-update", test_lost_update);
  g_test_add_func ("/patch/review", test_review);
  g_test_add_func ("/patch/gone", test_gone);
  g_test_add_func ("/patch/senseless", test_senseless);

  return g_test_run ();
}
