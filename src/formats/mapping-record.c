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

static char **
find_text (CwMapping *values, guint field)
{
  switch (field)
    {
    case CW_MAPPING_RATIONALE:
      return &values->rationale;
    case CW_MAPPING_NOTE_SHARED:
      return &values->note_shared;
    case CW_MAPPING_NOTE_SUBJECT:
      return &values->note_subject;
    case CW_MAPPING_NOTE_OBJECT:
      return &values->note_object;
    case CW_MAPPING_CITATION:
      return &values->citation;
    case CW_MAPPING_URL:
      return &values->url;
    case CW_MAPPING_QUOTATION:
      return &values->quotation;
    case CW_MAPPING_AUTHOR:
      return &values->author;
    case CW_RECORD_ORCID:
      return &values->author_orcid;
    case CW_RECORD_CREATED:
      return &values->created;
    case CW_RECORD_MODIFIED:
      return &values->modified;
    case CW_RECORD_REVIEWER:
      return &values->reviewer;
    case CW_RECORD_REVIEWED:
      return &values->reviewed;
    default:
      g_return_val_if_reached (NULL);
    }
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
  char **place;

  if (*text == '\0')
    return;

  place = find_text (self->values, field);
  cw_mapping_set_text (place, text);
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
  static const guint texts[] = {
    CW_MAPPING_RATIONALE, CW_MAPPING_NOTE_SHARED, CW_MAPPING_NOTE_SUBJECT, CW_MAPPING_NOTE_OBJECT,
    CW_MAPPING_CITATION,  CW_MAPPING_URL,         CW_MAPPING_QUOTATION,    CW_MAPPING_AUTHOR,
    CW_RECORD_ORCID,      CW_RECORD_CREATED,      CW_RECORD_MODIFIED,      CW_RECORD_REVIEWER,
    CW_RECORD_REVIEWED,
  };
  guint fields = CW_MAPPING_RELATION | CW_MAPPING_NEGATED | CW_MAPPING_STATUS;

  if (values->confidence >= 0)
    fields |= CW_MAPPING_CONFIDENCE;
  if (values->relation == CW_RELATION_NONE)
    fields |= CW_MAPPING_ABSENCE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (**find_text ((CwMapping *) values, texts[i]) != '\0')
        fields |= texts[i];
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
