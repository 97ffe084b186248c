/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/table-columns.h"

#include <glib/gi18n.h>

#define NO_SORT -1

static const struct
{
  const char *key;
  const char *title;
  int sort;
  int width; /* pixels at first */
  gboolean shown;
} facts[CW_N_COLUMNS] = {
  [CW_COLUMN_LEFT_LIST] = { "left-list", NC_ ("column", "Left list"), CW_SORT_SUBJECT_LIST, 120,
                            TRUE },
  [CW_COLUMN_LEFT_CODE] = { "left-code", NC_ ("column", "Code"), CW_SORT_SUBJECT_CODE, 64, TRUE },
  [CW_COLUMN_LEFT_LABEL] = { "left-label", NC_ ("column", "Left item"), CW_SORT_SUBJECT_LABEL, 210,
                             TRUE },
  [CW_COLUMN_LEFT_SECOND] = { "left-second", NC_ ("column", "Left, second language"), NO_SORT, 150,
                              FALSE },
  [CW_COLUMN_RELATION] = { "relation", NC_ ("column", "Relation"), CW_SORT_RELATION, 170, TRUE },
  [CW_COLUMN_RIGHT_LIST] = { "right-list", NC_ ("column", "Right list"), CW_SORT_OBJECT_LIST, 100,
                             TRUE },
  [CW_COLUMN_RIGHT_CODE] = { "right-code", NC_ ("column", "Code"), CW_SORT_OBJECT_CODE, 64, TRUE },
  [CW_COLUMN_RIGHT_LABEL] = { "right-label", NC_ ("column", "Right item"), CW_SORT_OBJECT_LABEL,
                              210, TRUE },
  [CW_COLUMN_RIGHT_SECOND] = { "right-second", NC_ ("column", "Right, second language"), NO_SORT,
                               150, FALSE },
  [CW_COLUMN_CONFIDENCE] = { "confidence", NC_ ("column", "Confidence"), CW_SORT_CONFIDENCE, 90,
                             TRUE },
  [CW_COLUMN_STATUS] = { "status", NC_ ("column", "Status"), CW_SORT_STATUS, 90, TRUE },
  [CW_COLUMN_RATIONALE] = { "rationale", NC_ ("column", "Why"), CW_SORT_RATIONALE, 260, TRUE },
  [CW_COLUMN_SHARED] = { "shared", NC_ ("column", "Shared"), NO_SORT, 150, FALSE },
  [CW_COLUMN_ONLY_LEFT] = { "only-left", NC_ ("column", "Only on the left"), NO_SORT, 150, FALSE },
  [CW_COLUMN_ONLY_RIGHT] = { "only-right", NC_ ("column", "Only on the right"), NO_SORT, 150,
                             FALSE },
  [CW_COLUMN_CITATION] = { "evidence", NC_ ("column", "Evidence"), NO_SORT, 150, FALSE },
  [CW_COLUMN_AUTHOR] = { "author", NC_ ("column", "Author"), CW_SORT_AUTHOR, 140, FALSE },
  [CW_COLUMN_CREATED] = { "created", NC_ ("column", "Created"), CW_SORT_CREATED, 100, FALSE },
  [CW_COLUMN_MODIFIED] = { "modified", NC_ ("column", "Changed"), CW_SORT_MODIFIED, 100, FALSE },
  [CW_COLUMN_REASON] = { "reason", NC_ ("column", "Reason"), NO_SORT, 150, FALSE },
  [CW_COLUMN_REVIEWER] = { "reviewer", NC_ ("column", "Reviewer"), CW_SORT_REVIEWER, 140, FALSE },
  [CW_COLUMN_REVIEWED] = { "reviewed", NC_ ("column", "Reviewed"), CW_SORT_REVIEWED, 100, FALSE },
};

/**
 * cw_table_column_get_key:
 * @column: a column
 *
 * Returns: (transfer none): its key in settings
 */
const char *
cw_table_column_get_key (CwTableColumn column)
{
  return facts[column].key;
}

/**
 * cw_table_column_from_key:
 * @key: a key
 * @column: (out): where it goes
 *
 * Returns: whether @key is known
 */
gboolean
cw_table_column_from_key (const char *key, CwTableColumn *column)
{
  for (guint i = 0; i < CW_N_COLUMNS; i++)
    {
      if (g_str_equal (facts[i].key, key))
        {
          *column = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * cw_table_column_get_title:
 * @column: a column
 *
 * Returns: (transfer none): its title in the user's language
 */
const char *
cw_table_column_get_title (CwTableColumn column)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "column", facts[column].title);
}

/**
 * cw_table_column_get_sort:
 * @column: a column
 * @sort: (out): the order it stands for
 *
 * Returns: whether the table can be sorted by it
 */
gboolean
cw_table_column_get_sort (CwTableColumn column, CwMappingSort *sort)
{
  if (facts[column].sort == NO_SORT)
    return FALSE;

  *sort = facts[column].sort;
  return TRUE;
}

/**
 * cw_table_column_get_width:
 * @column: a column
 *
 * Returns: how wide it is at first, in pixels
 */
int
cw_table_column_get_width (CwTableColumn column)
{
  return facts[column].width;
}

/**
 * cw_table_column_is_shown_first:
 * @column: a column
 *
 * Returns: whether it shows before the person has chosen
 */
gboolean
cw_table_column_is_shown_first (CwTableColumn column)
{
  return facts[column].shown;
}

typedef struct
{
  const CwItem *subject;
  const CwItem *object;
  CwList *far_list;
} Ends;

static Ends
get_ends (CwSession *session, const CwMapping *mapping)
{
  CwDocument *document = cw_session_get_document (session);
  Ends ends = { 0 };

  ends.subject = cw_document_get_item (document, mapping->subject_id);
  ends.object = cw_document_get_item (document, mapping->object_id);
  ends.far_list = ends.object != NULL
                    ? ends.object->list
                    : cw_document_get_list_by_id (document, mapping->object_list_id);

  return ends;
}

static const CwLabel *
get_label (CwTableColumn column, CwSession *session, const CwMapping *mapping)
{
  const char *const *languages = cw_session_get_languages (session);
  Ends ends = get_ends (session, mapping);
  gboolean left = column == CW_COLUMN_LEFT_LABEL || column == CW_COLUMN_LEFT_SECOND;
  gboolean second = column == CW_COLUMN_LEFT_SECOND || column == CW_COLUMN_RIGHT_SECOND;
  const CwItem *item = left ? ends.subject : ends.object;

  if (item == NULL)
    return NULL;
  if (!second)
    return cw_item_choose_label (item, languages);
  if (languages[0] == NULL || languages[1] == NULL)
    return NULL;

  return cw_item_get_label (item, languages[1]);
}

static gboolean
is_label (CwTableColumn column)
{
  return column == CW_COLUMN_LEFT_LABEL || column == CW_COLUMN_LEFT_SECOND ||
         column == CW_COLUMN_RIGHT_LABEL || column == CW_COLUMN_RIGHT_SECOND;
}

/**
 * cw_table_column_get_language:
 * @column: a column
 * @session: for the label languages
 * @mapping: a mapping
 *
 * Returns: (transfer none) (nullable): the language of the text in the column, where it is a label
 */
const char *
cw_table_column_get_language (CwTableColumn column, CwSession *session, const CwMapping *mapping)
{
  const CwLabel *label = is_label (column) ? get_label (column, session, mapping) : NULL;

  return label != NULL ? label->language : NULL;
}

static char *
format_confidence (double confidence)
{
  return confidence < 0 ? g_strdup ("") : g_strdup_printf ("%.2f", confidence);
}

/* Dates are those of the user's day. */
static char *
format_time (const char *time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (time, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%x") : g_strdup (time);
}

static char *
format_item (CwTableColumn column, CwSession *session, const CwMapping *mapping)
{
  const char *const *languages = cw_session_get_languages (session);
  Ends ends = get_ends (session, mapping);

  /* An edit of a list took an end away, and the mapping with it: the row is about to go too. */
  if (ends.subject == NULL || ends.far_list == NULL)
    return g_strdup ("");

  switch (column)
    {
    case CW_COLUMN_LEFT_LIST:
      return g_strdup (cw_list_get_short_title (ends.subject->list, languages));
    case CW_COLUMN_LEFT_CODE:
      return g_strdup (ends.subject->code);
    case CW_COLUMN_RIGHT_LIST:
      return g_strdup (cw_list_get_short_title (ends.far_list, languages));
    default:
      return g_strdup (ends.object != NULL ? ends.object->code : "");
    }
}

static const char *
get_text (CwTableColumn column, const CwMapping *mapping)
{
  switch (column)
    {
    case CW_COLUMN_RELATION:
      return cw_relation_get_phrase (mapping->relation, mapping->negated);
    case CW_COLUMN_STATUS:
      return cw_status_get_name (mapping->status);
    case CW_COLUMN_RATIONALE:
      return mapping->rationale;
    case CW_COLUMN_SHARED:
      return mapping->note_shared;
    case CW_COLUMN_ONLY_LEFT:
      return mapping->note_subject;
    case CW_COLUMN_ONLY_RIGHT:
      return mapping->note_object;
    case CW_COLUMN_REASON:
      return mapping->relation == CW_RELATION_NONE ? cw_absence_get_name (mapping->absence) : "";
    case CW_COLUMN_REVIEWER:
      return mapping->reviewer;
    case CW_COLUMN_CITATION:
      return *mapping->citation != '\0' ? mapping->citation : mapping->url;
    default:
      return mapping->author;
    }
}

/**
 * cw_table_column_format:
 * @column: a column
 * @session: for the label languages
 * @mapping: a mapping; left is its subject
 *
 * Returns: (transfer full): what stands in the column
 */
char *
cw_table_column_format (CwTableColumn column, CwSession *session, const CwMapping *mapping)
{
  const CwLabel *label;

  switch (column)
    {
    case CW_COLUMN_LEFT_LABEL:
    case CW_COLUMN_LEFT_SECOND:
    case CW_COLUMN_RIGHT_LABEL:
    case CW_COLUMN_RIGHT_SECOND:
      label = get_label (column, session, mapping);
      return g_strdup (label != NULL ? label->text : "");
    case CW_COLUMN_LEFT_LIST:
    case CW_COLUMN_LEFT_CODE:
    case CW_COLUMN_RIGHT_LIST:
    case CW_COLUMN_RIGHT_CODE:
      return format_item (column, session, mapping);
    case CW_COLUMN_CONFIDENCE:
      return format_confidence (mapping->confidence);
    case CW_COLUMN_CREATED:
      return format_time (mapping->created);
    case CW_COLUMN_MODIFIED:
      return format_time (mapping->modified);
    case CW_COLUMN_REVIEWED:
      return format_time (mapping->reviewed);
    default:
      return g_strdup (get_text (column, mapping));
    }
}
