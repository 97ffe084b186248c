/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/change-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whose words something is put into. */
typedef struct
{
  CwDocument *document;
  const char *const *languages;
} Reader;

static char *
name_item (const Reader *reader, gint64 id)
{
  const CwItem *item = id != 0 ? cw_document_get_item (reader->document, id) : NULL;
  const CwLabel *label = item != NULL ? cw_item_choose_label (item, reader->languages) : NULL;

  if (id == 0)
    return NULL;
  if (item == NULL)
    /* Translators: stands for an item that a list had once */
    return g_strdup (_ ("an item that is gone"));

  return label != NULL ? g_strdup_printf ("%s %s", item->code, label->text) : g_strdup (item->code);
}

static char *
name_list (const Reader *reader, gint64 id)
{
  CwList *list = id != 0 ? cw_document_get_list_by_id (reader->document, id) : NULL;

  if (id == 0)
    return NULL;

  /* Translators: stands for a list that the document had once */
  return g_strdup (list != NULL ? cw_list_get_short_title (list, reader->languages)
                                : _ ("a list that is gone"));
}

static char *
read_subject (const Reader *reader, const CwMapping *mapping)
{
  return name_item (reader, mapping->subject_id);
}

static char *
read_relation (const Reader *reader, const CwMapping *mapping)
{
  return g_strdup (cw_relation_get_phrase (mapping->relation, mapping->negated));
}

static char *
read_object (const Reader *reader, const CwMapping *mapping)
{
  return mapping->object_id != 0 ? name_item (reader, mapping->object_id)
                                 : name_list (reader, mapping->object_list_id);
}

static char *
read_status (const Reader *reader, const CwMapping *mapping)
{
  return g_strdup (cw_status_get_name (mapping->status));
}

static char *
read_confidence (const Reader *reader, const CwMapping *mapping)
{
  return mapping->confidence < 0 ? NULL
                                 : g_strdup_printf (C_ ("confidence", "%.2f"), mapping->confidence);
}

static char *
read_absence (const Reader *reader, const CwMapping *mapping)
{
  return mapping->absence == CW_ABSENCE_UNSTATED
           ? NULL
           : g_strdup (cw_absence_get_name (mapping->absence));
}

static char *
read_reviewed (const Reader *reader, const CwMapping *mapping)
{
  return *mapping->reviewed != '\0' ? g_strndup (mapping->reviewed, strlen ("2000-01-01")) : NULL;
}

/* created and modified are left out: the step says when. */
static const struct
{
  const char *name;
  char *(*read) (const Reader *reader, const CwMapping *mapping); /* NULL for a text */
  gsize offset;
} fields[] = {
  { NC_ ("field", "Subject"), read_subject },
  { NC_ ("field", "Relation"), read_relation },
  { NC_ ("field", "Object"), read_object },
  { NC_ ("field", "Reason"), read_absence },
  { NC_ ("field", "Status"), read_status },
  { NC_ ("field", "Confidence"), read_confidence },
  { NC_ ("field", "Why"), NULL, G_STRUCT_OFFSET (CwMapping, rationale) },
  { NC_ ("field", "Shared"), NULL, G_STRUCT_OFFSET (CwMapping, note_shared) },
  { NC_ ("field", "Only in the subject"), NULL, G_STRUCT_OFFSET (CwMapping, note_subject) },
  { NC_ ("field", "Only in the object"), NULL, G_STRUCT_OFFSET (CwMapping, note_object) },
  { NC_ ("field", "Citation"), NULL, G_STRUCT_OFFSET (CwMapping, citation) },
  { NC_ ("field", "Address"), NULL, G_STRUCT_OFFSET (CwMapping, url) },
  { NC_ ("field", "Quotation"), NULL, G_STRUCT_OFFSET (CwMapping, quotation) },
  { NC_ ("field", "Author"), NULL, G_STRUCT_OFFSET (CwMapping, author) },
  { NC_ ("field", "Author’s ORCID iD"), NULL, G_STRUCT_OFFSET (CwMapping, author_orcid) },
  { NC_ ("field", "Reviewer"), NULL, G_STRUCT_OFFSET (CwMapping, reviewer) },
  { NC_ ("field", "Reviewed on"), read_reviewed },
};

static char *
read_field (const Reader *reader, guint field, const CwMapping *mapping)
{
  const char *text;

  if (mapping == NULL)
    return NULL;
  if (fields[field].read != NULL)
    return fields[field].read (reader, mapping);

  text = G_STRUCT_MEMBER (char *, mapping, fields[field].offset);
  return *text != '\0' ? g_strdup (text) : NULL;
}

/**
 * cw_field_change_free:
 * @self: (nullable): a change
 */
void
cw_field_change_free (CwFieldChange *self)
{
  if (self == NULL)
    return;

  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/**
 * cw_field_change_format:
 * @self: a change
 *
 * Returns: (transfer full): it as a line, such as "Status: Draft → Reviewed"; only what is there
 *   where there was nothing before, or where the mapping was deleted
 */
char *
cw_field_change_format (const CwFieldChange *self)
{
  if (self->before == NULL || self->of_deleted)
    /* Translators: a field of a mapping, and what it says */
    return g_strdup_printf (_ ("%1$s: %2$s"), self->field,
                            self->before == NULL ? self->after : self->before);

  /* Translators: a field of a mapping, what it was, and what it became; the last may be “nothing” */
  return g_strdup_printf (_ ("%1$s: %2$s → %3$s"), self->field, self->before,
                          self->after != NULL ? self->after : C_ ("field", "nothing"));
}

/**
 * cw_mapping_change_list_fields:
 * @self: what a step did to a mapping
 * @document: its document
 * @languages: (array zero-terminated=1) (nullable): label languages, the most wanted first
 *
 * The ends and the relation of a mapping that was made or deleted are told by
 * cw_mapping_change_format() and are not among the fields then.
 *
 * Returns: (transfer full) (element-type CwFieldChange): the fields that are other than before; of a
 *   mapping that was made or deleted all that say something
 */
GPtrArray *
cw_mapping_change_list_fields (const CwMappingChange *self,
                               CwDocument *document,
                               const char *const *languages)
{
  const Reader reader = { document, languages };
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_field_change_free);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *before = read_field (&reader, i, self->before);
      g_autofree char *after = read_field (&reader, i, self->after);
      gboolean in_the_sentence = fields[i].read == read_subject ||
                                 fields[i].read == read_relation || fields[i].read == read_object;
      CwFieldChange *change;

      if (g_strcmp0 (before, after) == 0 ||
          (in_the_sentence && (self->before == NULL || self->after == NULL)))
        continue;

      change = g_new0 (CwFieldChange, 1);
      change->field = g_dpgettext2 (GETTEXT_PACKAGE, "field", fields[i].name);
      change->before = g_steal_pointer (&before);
      change->after = g_steal_pointer (&after);
      change->of_deleted = self->after == NULL;
      g_ptr_array_add (changes, change);
    }

  return changes;
}

/**
 * cw_mapping_change_format:
 * @self: what a step did to a mapping
 * @document: its document
 * @languages: (array zero-terminated=1) (nullable): label languages, the most wanted first
 *
 * Returns: (transfer full): which mapping it is, as it reads after the step, and whether it was made
 *   or deleted
 */
char *
cw_mapping_change_format (const CwMappingChange *self,
                          CwDocument *document,
                          const char *const *languages)
{
  const Reader reader = { document, languages };
  const CwMapping *mapping = self->after != NULL ? self->after : self->before;
  g_autofree char *subject = read_subject (&reader, mapping);
  g_autofree char *object = read_object (&reader, mapping);
  g_autofree char *sentence =
    cw_relation_format_sentence (mapping->relation, mapping->negated, subject, object);

  if (self->before == NULL)
    /* Translators: %s is a sentence such as “2.2 Robots is part of 7 Machines” */
    return g_strdup_printf (_ ("New: %s"), sentence);
  if (self->after == NULL)
    /* Translators: %s is a sentence such as “2.2 Robots is part of 7 Machines” */
    return g_strdup_printf (_ ("Deleted: %s"), sentence);

  return g_steal_pointer (&sentence);
}
