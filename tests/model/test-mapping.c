/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/mapping.h"

/* What a field of CwMapping is, so that every one can be changed in turn. */
typedef enum
{
  FIELD_ID,
  FIELD_NUMBER,
  FIELD_ENUM,
  FIELD_TEXT,
} FieldType;

#define FIELD(name, type)                         \
  {                                               \
#name, G_STRUCT_OFFSET(CwMapping, name), type \
  }

static const struct
{
  const char *name;
  gsize offset;
  FieldType type;
} fields[] = {
  FIELD (id, FIELD_ID),
  FIELD (subject_id, FIELD_ID),
  FIELD (relation, FIELD_ENUM),
  FIELD (object_id, FIELD_ID),
  FIELD (object_list_id, FIELD_ID),
  FIELD (negated, FIELD_ENUM),
  FIELD (confidence, FIELD_NUMBER),
  FIELD (status, FIELD_ENUM),
  FIELD (absence, FIELD_ENUM),
  FIELD (rationale, FIELD_TEXT),
  FIELD (note_shared, FIELD_TEXT),
  FIELD (note_subject, FIELD_TEXT),
  FIELD (note_object, FIELD_TEXT),
  FIELD (citation, FIELD_TEXT),
  FIELD (url, FIELD_TEXT),
  FIELD (quotation, FIELD_TEXT),
  FIELD (author, FIELD_TEXT),
  FIELD (created, FIELD_TEXT),
  FIELD (modified, FIELD_TEXT),
  FIELD (coding_id, FIELD_ID),
  FIELD (reviewer, FIELD_TEXT),
  FIELD (reviewed, FIELD_TEXT),
  FIELD (author_orcid, FIELD_TEXT),
};

static gsize
size_of (FieldType type)
{
  static const gsize sizes[] = {
    [FIELD_ID] = sizeof (gint64),
    [FIELD_NUMBER] = sizeof (double),
    [FIELD_ENUM] = sizeof (int),
    [FIELD_TEXT] = sizeof (char *),
  };

  return sizes[type];
}

static void
change_field (CwMapping *mapping, guint i)
{
  gpointer field = G_STRUCT_MEMBER_P (mapping, fields[i].offset);

  switch (fields[i].type)
    {
    case FIELD_ID:
      *(gint64 *) field += 1;
      break;
    case FIELD_NUMBER:
      *(double *) field += 0.25;
      break;
    case FIELD_ENUM:
      *(int *) field += 1;
      break;
    case FIELD_TEXT:
      cw_mapping_take_text (field, g_strconcat (*(char **) field, fields[i].name, NULL));
      break;
    default:
      g_assert_not_reached ();
    }
}

/* A mapping in which no two fields hold the same. */
static CwMapping *
make_full (void)
{
  CwMapping *mapping = cw_mapping_new (10, CW_RELATION_BROAD, 20);

  mapping->id = 5;
  mapping->confidence = 0.5;
  mapping->status = CW_STATUS_PROPOSED;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (fields[i].type == FIELD_TEXT)
        change_field (mapping, i);
    }

  return mapping;
}

/* The table above leaves no room in the struct for a field that it does not know. */
static void
test_table_is_whole (void)
{
  gsize end = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gsize size = size_of (fields[i].type);

      g_assert_cmpuint (fields[i].offset, ==, (end + size - 1) / size * size);
      end = fields[i].offset + size;
    }
  g_assert_cmpuint (sizeof (CwMapping), ==, end);
}

static void
test_new (void)
{
  g_autoptr (CwMapping) link = cw_mapping_new (1, CW_RELATION_EXACT, 2);
  g_autoptr (CwMapping) absence = cw_mapping_new_absence (1, 7, CW_ABSENCE_COVERED);

  g_assert_cmpint (link->id, ==, 0);
  g_assert_cmpint (link->status, ==, CW_STATUS_DRAFT);
  g_assert_true (G_APPROX_VALUE (link->confidence, CW_CONFIDENCE_UNSET, 1e-12));
  g_assert_cmpstr (link->rationale, ==, "");
  g_assert_cmpstr (link->modified, ==, "");
  g_assert_cmpint (absence->relation, ==, CW_RELATION_NONE);
  g_assert_cmpint (absence->object_id, ==, 0);
  g_assert_cmpint (absence->object_list_id, ==, 7);
  g_assert_cmpint (absence->absence, ==, CW_ABSENCE_COVERED);
}

static void
test_copy_and_equal (void)
{
  g_autoptr (CwMapping) mapping = make_full ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (CwMapping) copy = cw_mapping_copy (mapping);
      g_autoptr (CwMapping) again = NULL;

      g_assert_true (cw_mapping_equal (mapping, copy));
      change_field (copy, i);
      if (cw_mapping_equal (mapping, copy) || cw_mapping_equal (copy, mapping))
        g_error ("cw_mapping_equal() does not compare %s", fields[i].name);
      again = cw_mapping_copy (copy);
      g_assert_true (cw_mapping_equal (copy, again));
    }
}

static void
test_copy_is_apart (void)
{
  g_autoptr (CwMapping) mapping = make_full ();
  g_autoptr (CwMapping) copy = cw_mapping_copy (mapping);
  g_autoptr (CwMapping) same = cw_mapping_ref (mapping);

  g_assert_true (same == mapping);
  cw_mapping_set_text (&mapping->author, "other");
  g_assert_cmpstr (copy->author, ==, "author");
  cw_mapping_set_text (&copy->author, NULL);
  g_assert_cmpstr (copy->author, ==, "");
}

/* Law 8: ends, the relation and what is only on one side change places, and nothing else. */
static void
test_invert (void)
{
  g_autoptr (CwMapping) mapping = make_full ();
  g_autoptr (CwMapping) wanted = cw_mapping_copy (mapping);

  wanted->subject_id = 20;
  wanted->object_id = 10;
  wanted->relation = CW_RELATION_NARROW;
  cw_mapping_set_text (&wanted->note_subject, "note_object");
  cw_mapping_set_text (&wanted->note_object, "note_subject");

  cw_mapping_invert (mapping);
  g_assert_true (cw_mapping_equal (mapping, wanted));
}

static void
test_invert_twice (void)
{
  for (guint relation = CW_RELATION_EXACT; relation < CW_N_RELATIONS; relation++)
    {
      g_autoptr (CwMapping) mapping = make_full ();
      g_autoptr (CwMapping) before = NULL;

      mapping->relation = relation;
      before = cw_mapping_copy (mapping);
      cw_mapping_invert (mapping);
      g_assert_false (cw_mapping_equal (mapping, before));
      cw_mapping_invert (mapping);
      g_assert_true (cw_mapping_equal (mapping, before));
    }
}

static void
test_evidence (void)
{
  g_autoptr (CwMapping) mapping = cw_mapping_new (1, CW_RELATION_EXACT, 2);
  char **const evidence[] = { &mapping->citation, &mapping->url, &mapping->quotation };

  g_assert_false (cw_mapping_has_evidence (mapping));
  cw_mapping_set_text (&mapping->rationale, "no evidence");
  g_assert_false (cw_mapping_has_evidence (mapping));
  for (guint i = 0; i < G_N_ELEMENTS (evidence); i++)
    {
      cw_mapping_set_text (evidence[i], "x");
      g_assert_true (cw_mapping_has_evidence (mapping));
      cw_mapping_set_text (evidence[i], "");
    }
  g_assert_false (cw_mapping_has_evidence (mapping));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/mapping/table-is-whole", test_table_is_whole);
  g_test_add_func ("/model/mapping/new", test_new);
  g_test_add_func ("/model/mapping/copy-and-equal", test_copy_and_equal);
  g_test_add_func ("/model/mapping/copy-is-apart", test_copy_is_apart);
  g_test_add_func ("/model/mapping/invert", test_invert);
  g_test_add_func ("/model/mapping/invert-twice", test_invert_twice);
  g_test_add_func ("/model/mapping/evidence", test_evidence);

  return g_test_run ();
}
