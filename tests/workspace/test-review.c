/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database.h"
#include "folder.h"
#include "small-document.h"
#include "workspace/edit.h"

/* Who reviewed a mapping, and when: it goes with the status, one at a time and in bulk. */

typedef struct
{
  TestFolder *folder;
  char *path;
  CwDocument *document;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = test_folder_new ();
  self->path = test_small_document_new (self->folder);
  self->document = test_document_open (self->path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  cw_document_close (self->document);
  g_object_unref (self->document);
  g_free (self->path);
  test_folder_free (self->folder);
}

static void
patch (Fixture *self,
       gboolean bulk,
       gint64 id,
       CwRelation relation,
       CwStatus status,
       CwMappingFields fields)
{
  g_autoptr (CwMapping) values = cw_mapping_new (1, relation, 2);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  values->status = status;
  g_array_append_val (ids, id);
  cw_document_apply (self->document,
                     bulk ? cw_edit_new_bulk_patch (CW_STEP_STATUS, ids, values, fields)
                          : cw_edit_new_patch (CW_STEP_STATUS, id, values, fields, NULL, NULL),
                     &error);
  g_assert_no_error (error);
}

static void
check (Fixture *self, gint64 id, CwStatus status, const char *reviewer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwMapping) mapping = cw_document_get_mapping (self->document, id, &error);

  g_assert_no_error (error);
  g_assert_cmpint (mapping->status, ==, status);
  g_assert_cmpstr (mapping->reviewer, ==, reviewer);
  g_assert_cmpstr (mapping->reviewed, ==, *reviewer != '\0' ? mapping->modified : "");
}

static void
test_status (Fixture *self, gconstpointer data)
{
  gboolean bulk = GPOINTER_TO_INT (data);
  const gint64 id = TEST_MAPPING_THIRD;

  patch (self, bulk, id, CW_RELATION_OVERLAP, CW_STATUS_REVIEWED, CW_MAPPING_STATUS);
  check (self, id, CW_STATUS_REVIEWED, "Ben");
  patch (self, bulk, id, CW_RELATION_OVERLAP, CW_STATUS_PROPOSED, CW_MAPPING_STATUS);
  check (self, id, CW_STATUS_PROPOSED, "");
  patch (self, bulk, id, CW_RELATION_OVERLAP, CW_STATUS_DISPUTED, CW_MAPPING_STATUS);
  check (self, id, CW_STATUS_DISPUTED, "Ben");
  cw_document_set_author (self->document, "Cleo", NULL);
  patch (self, bulk, id, CW_RELATION_OVERLAP, CW_STATUS_REJECTED, CW_MAPPING_STATUS);
  check (self, id, CW_STATUS_REJECTED, "Cleo");
  patch (self, bulk, id, CW_RELATION_OVERLAP, CW_STATUS_DRAFT, CW_MAPPING_STATUS);
  check (self, id, CW_STATUS_DRAFT, "");
}

/* A review belongs to the relation that it saw. */
static void
test_relation (Fixture *self, gconstpointer data)
{
  gboolean bulk = GPOINTER_TO_INT (data);
  const gint64 id = TEST_MAPPING_THIRD;

  patch (self, bulk, id, CW_RELATION_OVERLAP, CW_STATUS_REVIEWED, CW_MAPPING_STATUS);
  patch (self, bulk, id, CW_RELATION_CLOSE, CW_STATUS_DRAFT, CW_MAPPING_RELATION);
  check (self, id, CW_STATUS_PROPOSED, "");
}

/* What has nothing to do with the status leaves the review as it was. */
static void
test_other_field (Fixture *self, gconstpointer data)
{
  gboolean bulk = GPOINTER_TO_INT (data);
  const gint64 id = TEST_MAPPING_THIRD;
  g_autoptr (CwMapping) mapping = NULL;
  g_autoptr (GError) error = NULL;

  patch (self, bulk, id, CW_RELATION_OVERLAP, CW_STATUS_REVIEWED, CW_MAPPING_STATUS);
  cw_document_set_author (self->document, "Cleo", NULL);
  patch (self, bulk, id, CW_RELATION_OVERLAP, CW_STATUS_REVIEWED,
         CW_MAPPING_CONFIDENCE | CW_MAPPING_AUTHOR);
  mapping = cw_document_get_mapping (self->document, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mapping->reviewer, ==, "Ben");
}

/* The author's ORCID iD stands in what they make and in the journal. */
static void
test_orcid (Fixture *self, gconstpointer data)
{
  const CwItem *left = test_document_get_item (self->document, TEST_LEFT, "3");
  const CwItem *right = test_document_get_item (self->document, TEST_RIGHT, "1");
  g_autoptr (GError) error = NULL;
  g_autofree char *made = NULL;
  g_autofree char *step = NULL;

  cw_document_set_author (self->document, "Josiah Carberry", "0000-0002-1825-0097");
  cw_document_apply (self->document, cw_edit_new_link (left, CW_RELATION_CLOSE, right), &error);
  g_assert_no_error (error);
  made = test_database_get_text (
    self->path, "SELECT author || ' ' || author_orcid FROM mapping ORDER BY id DESC LIMIT 1");
  step = test_database_get_text (
    self->path, "SELECT author || ' ' || author_orcid FROM step ORDER BY id DESC LIMIT 1");
  g_assert_cmpstr (made, ==, "Josiah Carberry 0000-0002-1825-0097");
  g_assert_cmpstr (step, ==, "Josiah Carberry 0000-0002-1825-0097");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, bulk, func) \
  g_test_add (path, Fixture, GINT_TO_POINTER (bulk), set_up, func, tear_down)
  ADD ("/review/status", FALSE, test_status);
  ADD ("/review/status/bulk", TRUE, test_status);
  ADD ("/review/relation", FALSE, test_relation);
  ADD ("/review/relation/bulk", TRUE, test_relation);
  ADD ("/review/other-field", FALSE, test_other_field);
  ADD ("/review/other-field/bulk", TRUE, test_other_field);
  ADD ("/review/orcid", FALSE, test_orcid);

  return g_test_run ();
}
