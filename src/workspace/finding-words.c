/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/checks.h"

#include <glib/gi18n-lib.h>

/* Code and label, since a label alone may stand in many lists. */
static char *
name_item (CwDocument *document, gint64 id, const char *const *languages)
{
  const CwItem *item = cw_document_get_item (document, id);
  const CwLabel *label = item != NULL ? cw_item_choose_label (item, languages) : NULL;

  if (item == NULL)
    return g_strdup ("?");

  return label != NULL ? g_strdup_printf ("%s %s", item->code, label->text) : g_strdup (item->code);
}

static const char *
name_list (CwDocument *document, gint64 id, const char *const *languages)
{
  CwList *list = cw_document_get_list_by_id (document, id);

  return list != NULL ? cw_list_get_short_title (list, languages) : "?";
}

/**
 * cw_finding_format_link:
 * @link: a mapping of a finding
 * @document: the document it was found in
 * @languages: (array zero-terminated=1) (nullable): label languages, the most wanted first
 *
 * Returns: (transfer full): what the mapping says, as a sentence with the codes and labels of both
 *   items
 */
char *
cw_finding_format_link (const CwLink *link, CwDocument *document, const char *const *languages)
{
  g_autofree char *subject = name_item (document, link->subject_id, languages);
  g_autofree char *object = link->object_id != 0
                              ? name_item (document, link->object_id, languages)
                              : g_strdup (name_list (document, link->object_list_id, languages));

  return cw_relation_format_sentence (link->relation, link->negated, subject, object);
}

static const CwLink *
get_link (const CwFinding *self, guint index)
{
  return &g_array_index (self->links, CwLink, index);
}

static char *
format_hierarchy (const CwFinding *self, CwDocument *document, const char *const *languages)
{
  g_autofree char *first = cw_finding_format_link (get_link (self, 0), document, languages);
  g_autofree char *last =
    cw_finding_format_link (get_link (self, self->links->len - 1), document, languages);

  if (self->links->len == 1)
    /* Translators: %s is a sentence such as “2.2 Robots is part of 2.2.1 Arms” */
    return g_strdup_printf (_ ("“%s” is against the list’s own hierarchy"), first);

  /* Translators: two sentences such as “2 Robots is part of 7 Machines” */
  return g_strdup_printf (_ ("“%1$s” and “%2$s” do not agree with the hierarchy of the lists"),
                          first, last);
}

static char *
format_of_item (const CwFinding *self, CwDocument *document, const char *const *languages)
{
  g_autofree char *item = name_item (document, self->item_id, languages);
  const char *list = name_list (document, self->list_id, languages);

  switch (self->rule)
    {
    case CW_CHECK_EXACT_TWICE:
      /* Translators: %1$s is an item, %2$s the short name of a list */
      return g_strdup_printf (_ ("%1$s is the same as several items of %2$s"), item, list);
    case CW_CHECK_LINKED_AND_ABSENT:
      /* Translators: %1$s is an item, %2$s the short name of a list */
      return g_strdup_printf (_ ("%1$s is linked in %2$s and has no counterpart there"), item,
                              list);
    case CW_CHECK_ITEM_GONE:
    default:
      /* Translators: %1$s is an item, %2$s the short name of a list */
      return g_strdup_printf (_ ("%1$s is no longer in %2$s"), item, list);
    }
}

static char *
format_of_pair (const CwFinding *self, CwDocument *document, const char *const *languages)
{
  const CwLink *link = get_link (self, 0);
  g_autofree char *first = name_item (document, link->subject_id, languages);
  g_autofree char *second = name_item (document, link->object_id, languages);
  guint n = self->links->len;

  if (self->rule == CW_CHECK_EXACT_AND_BROAD)
    /* Translators: %1$s and %2$s are two items */
    return g_strdup_printf (_ ("%1$s and %2$s are the same, and one is part of the other"), first,
                            second);

  return g_strdup_printf (
    /* Translators: %1$s and %2$s are two items, %3$u how many mappings they have */
    g_dngettext (GETTEXT_PACKAGE, "%1$s and %2$s have %3$u mapping",
                 "%1$s and %2$s have %3$u mappings", n),
    first, second, n);
}

static char *
format_of_link (const CwFinding *self, CwDocument *document, const char *const *languages)
{
  g_autofree char *sentence = cw_finding_format_link (get_link (self, 0), document, languages);

  if (self->rule == CW_CHECK_IS_AND_IS_NOT)
    /* Translators: %s is a sentence such as “2.2 Robots is part of 7 Machines” */
    return g_strdup_printf (_ ("“%s” is both stated and denied"), sentence);

  /* Translators: %s is a sentence such as “2.2 Robots is part of 7 Machines” */
  return g_strdup_printf (_ ("“%s” is reviewed with neither rationale nor evidence"), sentence);
}

static gboolean
says_the_same (const CwFinding *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      if (get_link (self, i)->relation == CW_RELATION_EXACT)
        return TRUE;
    }

  return FALSE;
}

/**
 * cw_finding_format:
 * @self: a finding
 * @document: the document it was found in
 * @languages: (array zero-terminated=1) (nullable): label languages, the most wanted first
 *
 * Returns: (transfer full): what was found, as a sentence in the user's language
 */
char *
cw_finding_format (const CwFinding *self, CwDocument *document, const char *const *languages)
{
  switch (self->rule)
    {
    case CW_CHECK_EXACT_TWICE:
    case CW_CHECK_LINKED_AND_ABSENT:
    case CW_CHECK_ITEM_GONE:
      return format_of_item (self, document, languages);
    case CW_CHECK_HIERARCHY:
      return format_hierarchy (self, document, languages);
    case CW_CHECK_IS_AND_IS_NOT:
    case CW_CHECK_UNSUPPORTED_REVIEW:
      return format_of_link (self, document, languages);
    case CW_CHECK_EXACT_AND_BROAD:
      if (!says_the_same (self))
        {
          const CwLink *link = get_link (self, 0);
          g_autofree char *first = name_item (document, link->subject_id, languages);
          g_autofree char *second = name_item (document, link->object_id, languages);

          /* Translators: %1$s and %2$s are two items */
          return g_strdup_printf (_ ("%1$s and %2$s are each part of the other"), first, second);
        }
      return format_of_pair (self, document, languages);
    case CW_CHECK_PAIR_TWICE:
    default:
      return format_of_pair (self, document, languages);
    }
}
