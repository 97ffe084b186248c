/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/mapping-record.h"

static void
end_init (CwRecordEnd *self)
{
  self->iri = g_strdup ("");
  self->curie = g_strdup ("");
  self->list = g_strdup ("");
  self->code = g_strdup ("");
  self->label = g_strdup ("");
  self->language = g_strdup ("");
}

static void
end_clear (CwRecordEnd *self)
{
  g_free (self->iri);
  g_free (self->curie);
  g_free (self->list);
  g_free (self->code);
  g_free (self->label);
  g_free (self->language);
}

/**
 * cw_mapping_record_new:
 * @line: from 1, or 0
 * @pointer: (nullable): JSON pointer
 *
 * Returns: (transfer full): a record that says nothing yet
 */
CwMappingRecord *
cw_mapping_record_new (guint line, const char *pointer)
{
  CwMappingRecord *self = g_new0 (CwMappingRecord, 1);

  self->line = line;
  self->pointer = g_strdup (pointer);
  end_init (&self->left);
  end_init (&self->right);
  self->values = cw_mapping_new (0, CW_RELATION_RELATED, 0);

  return self;
}

/**
 * cw_mapping_record_free:
 * @self: (nullable): a record
 */
void
cw_mapping_record_free (CwMappingRecord *self)
{
  if (self == NULL)
    return;

  g_free (self->pointer);
  end_clear (&self->left);
  end_clear (&self->right);
  cw_mapping_unref (self->values);
  g_free (self);
}

#define TEXT(field, member)                    \
  {                                            \
    field, G_STRUCT_OFFSET (CwMapping, member) \
  }

static const CwRecordText texts[CW_N_RECORD_TEXTS] = {
  TEXT (CW_MAPPING_RATIONALE, rationale),       TEXT (CW_MAPPING_NOTE_SHARED, note_shared),
  TEXT (CW_MAPPING_NOTE_SUBJECT, note_subject), TEXT (CW_MAPPING_NOTE_OBJECT, note_object),
  TEXT (CW_MAPPING_CITATION, citation),         TEXT (CW_MAPPING_URL, url),
  TEXT (CW_MAPPING_QUOTATION, quotation),       TEXT (CW_MAPPING_AUTHOR, author),
  TEXT (CW_RECORD_ORCID, author_orcid),         TEXT (CW_RECORD_CREATED, created),
  TEXT (CW_RECORD_MODIFIED, modified),          TEXT (CW_RECORD_REVIEWER, reviewer),
  TEXT (CW_RECORD_REVIEWED, reviewed),
};

/**
 * cw_record_text_get:
 * @index: less than %CW_N_RECORD_TEXTS
 *
 * Returns: (transfer none): a field that is a text
 */
const CwRecordText *
cw_record_text_get (guint index)
{
  g_return_val_if_fail (index < CW_N_RECORD_TEXTS, NULL);

  return &texts[index];
}

static const CwRecordText *
find_text (guint field)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i].field == field)
        return &texts[i];
    }

  g_return_val_if_reached (NULL);
}

/**
 * cw_mapping_record_set_text:
 * @self: a record
 * @field: a field of #CwMappingFields or CW_RECORD_… that is a text
 * @text: its value; an empty one changes nothing
 *
 * Keeps what the file says of a field.
 */
void
cw_mapping_record_set_text (CwMappingRecord *self, guint field, const char *text)
{
  if (*text == '\0')
    return;

  cw_mapping_set_text (&CW_RECORD_TEXT (self->values, find_text (field)), text);
  self->fields |= field;
}

/**
 * cw_mapping_record_set_relation:
 * @self: a record
 * @relation: read from left to right
 *
 * Keeps what the file says of the relation.
 */
void
cw_mapping_record_set_relation (CwMappingRecord *self, CwRelation relation)
{
  self->values->relation = relation;
  self->fields |= CW_MAPPING_RELATION;
}

static void
set_end (CwRecordEnd *end, const CwItem *item, CwList *list)
{
  const CwLabel *label = item != NULL ? cw_item_choose_label (item, NULL) : NULL;

  g_free (end->list);
  end->list = g_strdup (cw_list_get_key (list));
  end->absent = item == NULL;
  if (item == NULL)
    return;

  g_free (end->iri);
  end->iri = cw_item_get_iri (item);
  g_free (end->code);
  end->code = g_strdup (item->code);
  if (label == NULL)
    return;

  g_free (end->label);
  end->label = g_strdup (label->text);
  g_free (end->language);
  end->language = g_strdup (label->language);
}

/* A field that is empty is not given. */
static guint
find_fields (const CwMapping *values)
{
  guint fields = CW_MAPPING_RELATION | CW_MAPPING_NEGATED | CW_MAPPING_STATUS;

  if (values->confidence >= 0)
    fields |= CW_MAPPING_CONFIDENCE;
  if (values->relation == CW_RELATION_NONE)
    fields |= CW_MAPPING_ABSENCE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (*CW_RECORD_TEXT (values, &texts[i]) != '\0')
        fields |= texts[i].field;
    }

  return fields;
}

/**
 * cw_mapping_record_new_for_row:
 * @row: a row with a mapping
 *
 * Returns: (transfer full): what a file would say that says all of it
 */
CwMappingRecord *
cw_mapping_record_new_for_row (const CwConcordanceRow *row)
{
  CwMappingRecord *self = cw_mapping_record_new (0, NULL);

  set_end (&self->left, row->left, row->left_list);
  set_end (&self->right, row->right, row->right_list);
  self->inverted = row->left == NULL || row->left->id != row->mapping->subject_id;
  cw_mapping_unref (self->values);
  self->values = cw_mapping_copy (row->mapping);
  if (self->inverted && row->left == NULL)
    cw_mapping_swap_notes (self->values);
  else if (self->inverted)
    cw_mapping_invert (self->values);
  self->values->id = 0;
  self->values->subject_id = 0;
  self->values->object_id = 0;
  self->values->object_list_id = 0;
  self->values->coding_id = 0;
  self->fields = find_fields (self->values);

  return self;
}
