/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/finding-names.h"

#include "store/mapping-table.h"
#include "workspace/checks-private.h"
#include "workspace/list-set.h"

#include <string.h>

/* In a document a mark names its finding by a digest of rows, which are others in the next document.
 * Outside of it a finding is named by what its mappings say: "us-cet-2024 1.2 exact us-eft-2018 3",
 * several of them with "; " between them. */

/* What a mark of a finding that is not there any more is called outside, so that its digest, which
 * says nothing there, is not taken for one of the next document. */
#define GONE_PREFIX "gone:"

#define DIGEST_LENGTH 64

/* A connection and the lists of its document. */
typedef struct
{
  CwConnection *connection;
  CwListSet *lists;
} Source;

static void
source_clear (Source *self)
{
  g_clear_pointer (&self->lists, cw_list_set_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

static Source
make_source (CwConnection *connection, const CwDocumentContent *content)
{
  return (Source){ connection, cw_list_set_new (g_ptr_array_ref (content->lists)) };
}

static char *
name_item (const Source *self, gint64 id)
{
  const CwItem *item = cw_list_set_get_item (self->lists, id);

  return g_strconcat (cw_list_get_key (item->list), " ", item->code, NULL);
}

/* The same from whichever side the mapping was made. */
static char *
name_link (const Source *self, const CwLink *link)
{
  g_autofree char *subject = name_item (self, link->subject_id);
  g_autofree char *object = NULL;
  gboolean turn;

  if (link->object_id == 0)
    return g_strconcat (subject, " ", cw_relation_to_key (CW_RELATION_NONE), " ",
                        cw_list_get_key (cw_list_set_get_list (self->lists, link->object_list_id)),
                        NULL);

  object = name_item (self, link->object_id);
  turn = strcmp (subject, object) > 0;

  return g_strconcat (turn ? object : subject, link->negated ? " not " : " ",
                      cw_relation_to_key (turn ? cw_relation_inverse (link->relation)
                                               : (CwRelation) link->relation),
                      " ", turn ? subject : object, NULL);
}

/* Some checks are about one mapping among others that say the same; when it was made tells them
 * apart. */
static gboolean
append_time (const Source *self, const CwFinding *finding, GPtrArray *texts, GError **error)
{
  const CwLink *link = &g_array_index (finding->links, CwLink, 0);
  g_autoptr (CwMapping) mapping = NULL;

  if (finding->links->len != 1)
    return TRUE;

  mapping = cw_mapping_table_get (self->connection, link->id, error);
  if (mapping == NULL)
    return FALSE;

  g_ptr_array_add (texts, g_strdup (mapping->created));

  return TRUE;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: the finding's name, which does not hang on rows. */
static char *
name_finding (const Source *self, const CwFinding *finding, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < finding->links->len; i++)
    g_ptr_array_add (texts, name_link (self, &g_array_index (finding->links, CwLink, i)));
  g_ptr_array_sort (texts, compare_texts);
  if (!append_time (self, finding, texts, error))
    return NULL;
  if (finding->item_id != 0)
    g_ptr_array_add (texts, name_item (self, finding->item_id));
  g_ptr_array_add (texts, NULL);

  return g_strjoinv ("; ", (char **) texts->pdata);
}

static char *
make_key (const char *rule, const char *name)
{
  return g_strconcat (rule, "\n", name, NULL);
}

static GPtrArray *
find_all (CwConnection *connection,
          const CwDocumentContent *content,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GHashTable) shipped = _cw_checks_read_shipped (NULL);

  return _cw_checks_find (connection, content->lists, shipped, cancellable, error);
}

static gboolean
is_digest (const char *fingerprint)
{
  return strlen (fingerprint) == DIGEST_LENGTH &&
         strspn (fingerprint, "0123456789abcdef") == DIGEST_LENGTH;
}

static void
take_name (CwFindingMark *mark, char *name)
{
  g_free (mark->fingerprint);
  mark->fingerprint = name;
}

static gboolean
name_marks (const Source *source, GPtrArray *findings, GHashTable *marks, GError **error)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CwFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *key = make_key (cw_check_rule_to_key (finding->rule), finding->fingerprint);
      CwFindingMark *mark = g_hash_table_lookup (marks, key);
      char *name;

      if (mark == NULL)
        continue;
      name = name_finding (source, finding, error);
      if (name == NULL)
        return FALSE;
      take_name (mark, name);
      g_hash_table_remove (marks, key);
    }

  return TRUE;
}

/**
 * cw_finding_names_write:
 * @connection: a connection to a document
 * @content: what it holds
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Puts the names of findings in the place of their fingerprints in the marks of @content. A mark
 * whose finding is not there any more keeps it, marked as gone.
 *
 * Returns: %FALSE with an error
 */
gboolean
cw_finding_names_write (CwConnection *connection,
                        CwDocumentContent *content,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (Source) source = make_source (connection, content);
  g_autoptr (GHashTable) marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) findings = NULL;
  GHashTableIter iter;
  gpointer value;

  if (content->marks->len == 0)
    return TRUE;

  for (guint i = 0; i < content->marks->len; i++)
    {
      CwFindingMark *mark = g_ptr_array_index (content->marks, i);

      g_hash_table_insert (marks, make_key (mark->rule, mark->fingerprint), mark);
    }
  findings = find_all (connection, content, cancellable, error);
  if (findings == NULL || !name_marks (&source, findings, marks, error))
    return FALSE;

  g_hash_table_iter_init (&iter, marks);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      CwFindingMark *mark = value;

      if (is_digest (mark->fingerprint))
        take_name (mark, g_strconcat (GONE_PREFIX, mark->fingerprint, NULL));
    }

  return TRUE;
}

static gboolean
has_rule (GPtrArray *marks, CwCheckRule rule)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const CwFindingMark *mark = g_ptr_array_index (marks, i);

      if (g_str_equal (mark->rule, cw_check_rule_to_key (rule)))
        return TRUE;
    }

  return FALSE;
}

/* Rule and name → the findings that are called so, which are several where mappings were made at the
 * same time that say the same. */
static GHashTable *
index_findings (const Source *source, GPtrArray *findings, GPtrArray *marks, GError **error)
{
  g_autoptr (GHashTable) index =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  gboolean wanted[CW_N_CHECK_RULES];

  for (CwCheckRule rule = 0; rule < CW_N_CHECK_RULES; rule++)
    wanted[rule] = has_rule (marks, rule);
  for (guint i = 0; i < findings->len; i++)
    {
      CwFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *name = NULL;
      g_autofree char *key = NULL;
      GPtrArray *called;

      if (!wanted[finding->rule])
        continue;
      name = name_finding (source, finding, error);
      if (name == NULL)
        return NULL;
      key = make_key (cw_check_rule_to_key (finding->rule), name);
      called = g_hash_table_lookup (index, key);
      if (called == NULL)
        {
          called = g_ptr_array_new ();
          g_hash_table_insert (index, g_steal_pointer (&key), called);
        }
      g_ptr_array_add (called, finding);
    }

  return g_steal_pointer (&index);
}

/**
 * cw_finding_names_read:
 * @connection: a connection to a document that has all its mappings
 * @content: what it is to hold; its lists have ids
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Puts fingerprints in the place of the names of findings in the marks of @content. A mark whose
 * finding is not there keeps the name, and is of no effect.
 *
 * Returns: %FALSE with an error
 */
gboolean
cw_finding_names_read (CwConnection *connection,
                       CwDocumentContent *content,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (Source) source = make_source (connection, content);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GHashTable) index = NULL;

  if (content->marks->len == 0)
    return TRUE;

  findings = find_all (connection, content, cancellable, error);
  index = findings != NULL ? index_findings (&source, findings, content->marks, error) : NULL;
  if (index == NULL)
    return FALSE;

  for (guint i = 0; i < content->marks->len; i++)
    {
      CwFindingMark *mark = g_ptr_array_index (content->marks, i);
      g_autofree char *key = make_key (mark->rule, mark->fingerprint);
      GPtrArray *called = g_hash_table_lookup (index, key);

      /* A digest that somebody wrote into the file would name rows that it cannot know. */
      if (is_digest (mark->fingerprint))
        take_name (mark, g_strconcat (GONE_PREFIX, mark->fingerprint, NULL));
      if (called == NULL || called->len == 0)
        continue;
      take_name (mark, g_strdup (((CwFinding *) g_ptr_array_index (called, 0))->fingerprint));
      g_ptr_array_remove_index (called, 0);
    }

  return TRUE;
}
