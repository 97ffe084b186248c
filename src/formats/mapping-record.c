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
