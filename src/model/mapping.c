/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/mapping.h"

#include <stddef.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (CwMapping, cw_mapping, cw_mapping_ref, cw_mapping_unref)

/* Every text of a mapping, so that copying, comparing and freeing cannot forget one. */
static const gsize text_offsets[] = {
  G_STRUCT_OFFSET (CwMapping, rationale),    G_STRUCT_OFFSET (CwMapping, note_shared),
  G_STRUCT_OFFSET (CwMapping, note_subject), G_STRUCT_OFFSET (CwMapping, note_object),
  G_STRUCT_OFFSET (CwMapping, citation),     G_STRUCT_OFFSET (CwMapping, url),
  G_STRUCT_OFFSET (CwMapping, quotation),    G_STRUCT_OFFSET (CwMapping, author),
  G_STRUCT_OFFSET (CwMapping, created),      G_STRUCT_OFFSET (CwMapping, modified),
  G_STRUCT_OFFSET (CwMapping, reviewer),     G_STRUCT_OFFSET (CwMapping, reviewed),
  G_STRUCT_OFFSET (CwMapping, author_orcid),
};

#define TEXT_AT(mapping, i) (G_STRUCT_MEMBER (char *, (mapping), text_offsets[i]))

/* Every empty text: most texts of most mappings are. Neither written to nor freed. */
static const char no_text[] = "";

static char *
copy_text (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : (char *) no_text;
}

static void
free_text (char *text)
{
  if (text != no_text)
    g_free (text);
}

static CwMapping *
mapping_alloc (void)
{
  CwMapping *self = g_atomic_rc_box_new0 (CwMapping);

  self->confidence = CW_CONFIDENCE_UNSET;
  for (guint i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    TEXT_AT (self, i) = copy_text (NULL);

  return self;
}

/**
 * cw_mapping_new:
 * @subject_id: the item it is about
 * @relation: any but %CW_RELATION_NONE
 * @object_id: the item on the other side
 *
 * Returns: (transfer full): a draft with no confidence and no texts
 */
CwMapping *
cw_mapping_new (gint64 subject_id, CwRelation relation, gint64 object_id)
{
  CwMapping *self = mapping_alloc ();

  self->subject_id = subject_id;
  self->relation = relation;
  self->object_id = object_id;

  return self;
}

/**
 * cw_mapping_new_absence:
 * @subject_id: the item it is about
 * @object_list_id: the list in which nothing corresponds to it
 * @reason: why
 *
 * Returns: (transfer full): a draft of a finding of absence
 */
CwMapping *
cw_mapping_new_absence (gint64 subject_id, gint64 object_list_id, CwAbsence reason)
{
  CwMapping *self = mapping_alloc ();

  self->subject_id = subject_id;
  self->relation = CW_RELATION_NONE;
  self->object_list_id = object_list_id;
  self->absence = reason;

  return self;
}

/**
 * cw_mapping_copy:
 * @self: a mapping
 *
 * Returns: (transfer full): a copy that may be changed until others hold it
 */
CwMapping *
cw_mapping_copy (const CwMapping *self)
{
  CwMapping *copy = g_atomic_rc_box_dup (sizeof *self, (CwMapping *) self);

  for (guint i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    TEXT_AT (copy, i) = copy_text (TEXT_AT (self, i));

  return copy;
}

/**
 * cw_mapping_ref:
 * @self: a mapping
 *
 * Returns: (transfer full): @self
 */
CwMapping *
cw_mapping_ref (CwMapping *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
mapping_clear (gpointer data)
{
  CwMapping *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    free_text (TEXT_AT (self, i));
}

/**
 * cw_mapping_unref:
 * @self: (transfer full): a mapping
 */
void
cw_mapping_unref (CwMapping *self)
{
  g_atomic_rc_box_release_full (self, mapping_clear);
}

/**
 * cw_mapping_equal:
 * @a: a mapping
 * @b: another
 *
 * Returns: whether they agree in every field
 */
gboolean
cw_mapping_equal (const CwMapping *a, const CwMapping *b)
{
  if (a->id != b->id || a->subject_id != b->subject_id || a->relation != b->relation ||
      a->object_id != b->object_id || a->object_list_id != b->object_list_id ||
      a->negated != b->negated || a->status != b->status || a->absence != b->absence ||
      a->coding_id != b->coding_id || ABS (a->confidence - b->confidence) > 1e-9)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    {
      if (!g_str_equal (TEXT_AT (a, i), TEXT_AT (b, i)))
        return FALSE;
    }

  return TRUE;
}

static int
compare_numbers (double a, double b)
{
  return (a > b) - (a < b);
}

/**
 * cw_mapping_compare:
 * @a: a mapping
 * @b: another of the same items
 *
 * An order of what is said of two items that does not hang on rows of a document: when it was made,
 * then what it says, then every text.
 *
 * Returns: less than, equal to or greater than zero
 */
int
cw_mapping_compare (const CwMapping *a, const CwMapping *b)
{
  int order = strcmp (a->created, b->created);

  if (order == 0)
    order = compare_numbers (a->relation, b->relation);
  if (order == 0)
    order = compare_numbers (a->negated, b->negated);
  if (order == 0)
    order = compare_numbers (a->absence, b->absence);
  if (order == 0)
    order = compare_numbers (a->status, b->status);
  if (order == 0)
    order = compare_numbers (a->confidence, b->confidence);
  for (guint i = 0; order == 0 && i < G_N_ELEMENTS (text_offsets); i++)
    order = strcmp (TEXT_AT (a, i), TEXT_AT (b, i));

  return order;
}

/**
 * cw_mapping_take_text:
 * @field: a text of a mapping, such as &mapping->rationale
 * @text: (transfer full) (nullable): its new wording
 */
void
cw_mapping_take_text (char **field, char *text)
{
  free_text (*field);
  *field = text != NULL ? text : copy_text (NULL);
}

/**
 * cw_mapping_set_text:
 * @field: a text of a mapping, such as &mapping->rationale
 * @text: (nullable): its new wording; copied
 */
void
cw_mapping_set_text (char **field, const char *text)
{
  /* What is kept may be what is set. */
  cw_mapping_take_text (field, copy_text (text));
}

/**
 * cw_mapping_has_evidence:
 * @self: a mapping
 *
 * Returns: whether it names a citation, an address or a quotation
 */
gboolean
cw_mapping_has_evidence (const CwMapping *self)
{
  return *self->citation != '\0' || *self->url != '\0' || *self->quotation != '\0';
}

/**
 * cw_mapping_invert:
 * @self: a mapping between two items, that nobody else holds
 *
 * Exchanges its two ends, so that it says the same read the other way round: broad becomes narrow,
 * what was only the subject's becomes only the object's, and nothing else changes.
 */
void
cw_mapping_invert (CwMapping *self)
{
  gint64 id = self->subject_id;

  g_return_if_fail (self->relation != CW_RELATION_NONE);

  self->subject_id = self->object_id;
  self->object_id = id;
  self->relation = cw_relation_inverse (self->relation);
  cw_mapping_swap_notes (self);
}

/**
 * cw_mapping_swap_notes:
 * @self: a mapping that nobody else holds
 *
 * What was only the subject's becomes only the object's, and the other way round.
 */
void
cw_mapping_swap_notes (CwMapping *self)
{
  char *note = self->note_subject;

  self->note_subject = self->note_object;
  self->note_object = note;
}

/**
 * cw_mapping_stamp_review:
 * @self: a mapping that nobody else holds, which was just changed
 * @before: the status it had
 * @reviewer: who changed it
 * @time: when, ISO 8601 in UTC
 *
 * Where the status changed, notes who reviewed, disputed or rejected the mapping, and when; a draft
 * or a proposal has no reviewer.
 */
void
cw_mapping_stamp_review (CwMapping *self, CwStatus before, const char *reviewer, const char *time)
{
  gboolean judged = cw_status_is_judgement (self->status);

  if (self->status == before)
    return;

  cw_mapping_set_text (&self->reviewer, judged ? reviewer : NULL);
  cw_mapping_set_text (&self->reviewed, judged ? time : NULL);
}

static void
patch_text (char **field, const char *value, gboolean wanted, gboolean *changed)
{
  if (!wanted || g_str_equal (*field, value))
    return;

  cw_mapping_set_text (field, value);
  *changed = TRUE;
}

static void
patch_judgement (CwMapping *self,
                 const CwMapping *values,
                 CwMappingFields fields,
                 gboolean *changed)
{
  gboolean relation = (fields & CW_MAPPING_RELATION) && self->relation != values->relation;
  gboolean negated = (fields & CW_MAPPING_NEGATED) && self->negated != values->negated;
  gboolean absence = (fields & CW_MAPPING_ABSENCE) && self->absence != values->absence;

  if (relation)
    self->relation = values->relation;
  if (negated)
    self->negated = values->negated;
  if (absence)
    self->absence = values->absence;
  if (relation || negated || absence)
    *changed = TRUE;

  /* A review belongs to the judgement it saw. */
  if ((relation || negated) && self->status == CW_STATUS_REVIEWED)
    self->status = CW_STATUS_PROPOSED;
  if ((fields & CW_MAPPING_STATUS) && self->status != values->status)
    {
      self->status = values->status;
      *changed = TRUE;
    }
}

/**
 * cw_mapping_patch:
 * @self: a mapping that nobody else holds
 * @values: where the new values come from
 * @fields: which of them to take
 *
 * Takes the named fields over from @values. A reviewed mapping whose relation changes goes back to
 * proposed.
 *
 * Returns: whether anything changed
 */
gboolean
cw_mapping_patch (CwMapping *self, const CwMapping *values, CwMappingFields fields)
{
  gboolean changed = FALSE;

  patch_judgement (self, values, fields, &changed);
  if ((fields & CW_MAPPING_CONFIDENCE) && ABS (self->confidence - values->confidence) > 1e-9)
    {
      self->confidence = values->confidence;
      changed = TRUE;
    }
  patch_text (&self->rationale, values->rationale, fields & CW_MAPPING_RATIONALE, &changed);
  patch_text (&self->note_shared, values->note_shared, fields & CW_MAPPING_NOTE_SHARED, &changed);
  patch_text (&self->note_subject, values->note_subject, fields & CW_MAPPING_NOTE_SUBJECT,
              &changed);
  patch_text (&self->note_object, values->note_object, fields & CW_MAPPING_NOTE_OBJECT, &changed);
  patch_text (&self->citation, values->citation, fields & CW_MAPPING_CITATION, &changed);
  patch_text (&self->url, values->url, fields & CW_MAPPING_URL, &changed);
  patch_text (&self->quotation, values->quotation, fields & CW_MAPPING_QUOTATION, &changed);
  patch_text (&self->author, values->author, fields & CW_MAPPING_AUTHOR, &changed);

  return changed;
}
