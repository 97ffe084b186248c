/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session-private.h"

#include "workspace/blind.h"

#include <glib/gi18n.h>

static guint signals[CW_SESSION_N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwSession, cw_session, G_TYPE_OBJECT)

static void
cw_session_dispose (GObject *object)
{
  CwSession *self = CW_SESSION (object);

  g_cancellable_cancel (self->links_cancellable);
  g_clear_object (&self->links_cancellable);
  g_cancellable_cancel (self->mapping_cancellable);
  g_clear_object (&self->mapping_cancellable);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (cw_session_parent_class)->dispose (object);
}

static void
cw_session_finalize (GObject *object)
{
  CwSession *self = CW_SESSION (object);

  for (guint side = 0; side < CW_N_SIDES; side++)
    g_ptr_array_unref (self->lists[side]);
  g_strfreev (self->languages);
  g_clear_pointer (&self->links, cw_link_index_unref);
  g_clear_pointer (&self->mapping, cw_mapping_unref);

  G_OBJECT_CLASS (cw_session_parent_class)->finalize (object);
}

static guint
add_signal (CwSessionClass *klass, const char *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
cw_session_class_init (CwSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cw_session_dispose;
  object_class->finalize = cw_session_finalize;

  signals[CW_SESSION_LISTS_CHANGED] = add_signal (klass, "lists-changed");
  signals[CW_SESSION_LINKS_CHANGED] = add_signal (klass, "links-changed");
  signals[CW_SESSION_SELECTION_CHANGED] = add_signal (klass, "selection-changed");
  signals[CW_SESSION_MAPPING_CHANGED] = add_signal (klass, "mapping-changed");
  signals[CW_SESSION_LANGUAGES_CHANGED] = add_signal (klass, "languages-changed");
  signals[CW_SESSION_CODING_CHANGED] = add_signal (klass, "coding-changed");

  /**
   * CwSession::failed:
   * @self: the session
   * @message: what went wrong, for the person
   */
  signals[CW_SESSION_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * CwSession::conflict:
   * @self: the session
   * @message: who changed what, for the person
   * @edit: (transfer full): the #CwEdit that was not made; the one handler owns it
   */
  g_signal_new ("conflict", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);
}

static CwLinkIndex *
make_no_links (void)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (CwLink));

  return cw_link_index_new (none);
}

static void
cw_session_init (CwSession *self)
{
  for (guint side = 0; side < CW_N_SIDES; side++)
    self->lists[side] = g_ptr_array_new_with_free_func (g_object_unref);
  self->languages = g_new0 (char *, 1);
  self->links = make_no_links ();
  self->follow = TRUE;
}

static void
on_mappings_changed (CwDocument *document, GArray *ids, CwSession *self)
{
  _cw_session_read_links (self);

  for (guint i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, gint64, i) == self->mapping_id)
        {
          _cw_session_set_mapping_id (self, self->mapping_id);
          return;
        }
    }
}

/* The same lists after an edit of them; those that are gone are chosen no longer. */
static void
renew_lists (CwSession *self, CwSide side)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->lists[side]->len; i++)
    {
      gint64 id = cw_list_get_id (g_ptr_array_index (self->lists[side], i));
      CwList *list = cw_document_get_list_by_id (self->document, id);

      if (list != NULL)
        g_ptr_array_add (lists, g_object_ref (list));
    }

  /* The selected item is one of the old lists, which are let go of after it. */
  if (self->selected[side] != NULL)
    self->selected[side] = cw_document_get_item (self->document, self->selected[side]->id);
  g_ptr_array_unref (self->lists[side]);
  self->lists[side] = lists;
  if (!_cw_session_holds (self, side, self->selected[side]))
    self->selected[side] = NULL;
}

static gboolean
is_known (CwSession *self, gint64 item_id, gint64 list_id)
{
  return item_id != 0 ? cw_document_get_item (self->document, item_id) != NULL
                      : cw_document_get_list_by_id (self->document, list_id) != NULL;
}

/* Until the links are read again, what names an item that is gone is not to be looked up. */
static void
drop_gone_links (CwSession *self)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (CwLink));

  for (guint i = 0; i < cw_link_index_get_n_links (self->links); i++)
    {
      const CwLink *link = cw_link_index_get_link (self->links, i);

      if (is_known (self, link->subject_id, 0) &&
          is_known (self, link->object_id, link->object_list_id))
        g_array_append_vals (links, link, 1);
    }

  cw_link_index_unref (self->links);
  self->links = cw_link_index_new (links);

  if (self->mapping != NULL &&
      !(is_known (self, self->mapping->subject_id, 0) &&
        is_known (self, self->mapping->object_id, self->mapping->object_list_id)))
    {
      g_clear_pointer (&self->mapping, cw_mapping_unref);
      self->mapping_id = 0;
    }
}

static void
on_document_lists_changed (CwDocument *document, CwSession *self)
{
  for (guint side = 0; side < CW_N_SIDES; side++)
    renew_lists (self, side);
  drop_gone_links (self);
  _cw_session_emit (self, CW_SESSION_LISTS_CHANGED);
  _cw_session_emit (self, CW_SESSION_LINKS_CHANGED);
  _cw_session_emit (self, CW_SESSION_SELECTION_CHANGED);
  _cw_session_emit (self, CW_SESSION_MAPPING_CHANGED);
  _cw_session_read_links (self);
}

void
_cw_session_emit (CwSession *self, CwSessionSignal signal)
{
  g_signal_emit (self, signals[signal], 0);
}

/* Whether an item stands on a side; no item stands on both. */
gboolean
_cw_session_holds (CwSession *self, CwSide side, const CwItem *item)
{
  return item == NULL || g_ptr_array_find (self->lists[side], item->list, NULL);
}

/**
 * cw_session_new:
 * @document: a document
 *
 * Returns: (transfer full): a session with no lists on either side
 */
CwSession *
cw_session_new (CwDocument *document)
{
  CwSession *self = g_object_new (CW_TYPE_SESSION, NULL);

  self->document = g_object_ref (document);
  g_signal_connect (document, "mappings-changed", G_CALLBACK (on_mappings_changed), self);
  g_signal_connect_swapped (document, "codings-changed", G_CALLBACK (cw_session_update_coding),
                            self);
  g_signal_connect (document, "lists-changed", G_CALLBACK (on_document_lists_changed), self);

  return self;
}

/**
 * cw_session_get_document:
 * @self: a session
 *
 * Returns: (transfer none): its document
 */
CwDocument *
cw_session_get_document (CwSession *self)
{
  return self->document;
}

/**
 * cw_session_fail:
 * @self: a session
 * @message: what went wrong, for the person
 */
void
cw_session_fail (CwSession *self, const char *message)
{
  g_signal_emit (self, signals[CW_SESSION_FAILED], 0, message);
}

/* Nobody is there to be told that the document was closed meanwhile. */
void
_cw_session_fail_with_error (CwSession *self, GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    cw_session_fail (self, error->message);
}

static void
replace_lists (CwSession *self, CwSide side, GPtrArray *lists)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lists->len; i++)
    g_ptr_array_add (copy, g_object_ref (g_ptr_array_index (lists, i)));
  g_ptr_array_unref (self->lists[side]);
  self->lists[side] = copy;

  if (!_cw_session_holds (self, side, self->selected[side]))
    self->selected[side] = NULL;
}

/**
 * cw_session_set_lists:
 * @self: a session
 * @side: which side
 * @lists: (element-type CwList): the lists, one after the other
 *
 * Puts other lists on one side.
 */
void
cw_session_set_lists (CwSession *self, CwSide side, GPtrArray *lists)
{
  gboolean had_selection = cw_session_get_active_item (self) != NULL;

  replace_lists (self, side, lists);
  _cw_session_emit (self, CW_SESSION_LISTS_CHANGED);
  _cw_session_emit (self, CW_SESSION_SELECTION_CHANGED);
  /* The mapping of what was selected goes with it; one that was chosen in the table stays. */
  if (had_selection && cw_session_get_active_item (self) == NULL)
    _cw_session_set_mapping_id (self, 0);
  _cw_session_read_links (self);
}

/**
 * cw_session_get_lists:
 * @self: a session
 * @side: which side
 *
 * Returns: (transfer none) (element-type CwList): its lists
 */
GPtrArray *
cw_session_get_lists (CwSession *self, CwSide side)
{
  return self->lists[side];
}

/**
 * cw_session_swap:
 * @self: a session
 *
 * Exchanges the two sides, and what is selected on them.
 */
void
cw_session_swap (CwSession *self)
{
  GPtrArray *lists = self->lists[CW_SIDE_LEFT];
  const CwItem *item = self->selected[CW_SIDE_LEFT];

  self->lists[CW_SIDE_LEFT] = self->lists[CW_SIDE_RIGHT];
  self->lists[CW_SIDE_RIGHT] = lists;
  self->selected[CW_SIDE_LEFT] = self->selected[CW_SIDE_RIGHT];
  self->selected[CW_SIDE_RIGHT] = item;
  self->active_side = cw_side_opposite (self->active_side);

  _cw_session_emit (self, CW_SESSION_LISTS_CHANGED);
  _cw_session_emit (self, CW_SESSION_LINKS_CHANGED);
  _cw_session_emit (self, CW_SESSION_SELECTION_CHANGED);
  _cw_session_emit (self, CW_SESSION_MAPPING_CHANGED);
}

/**
 * cw_session_set_languages:
 * @self: a session
 * @languages: (array zero-terminated=1): the first and, optionally, the second label language
 */
void
cw_session_set_languages (CwSession *self, const char *const *languages)
{
  if (g_strv_equal ((const char *const *) self->languages, languages))
    return;

  g_strfreev (self->languages);
  self->languages = g_strdupv ((char **) languages);
  _cw_session_emit (self, CW_SESSION_LANGUAGES_CHANGED);
}

/**
 * cw_session_get_languages:
 * @self: a session
 *
 * Returns: (transfer none) (array zero-terminated=1): the label languages, the first one first
 */
const char *const *
cw_session_get_languages (CwSession *self)
{
  return (const char *const *) self->languages;
}

/**
 * cw_session_set_coding:
 * @self: a session
 * @coding_id: a coding, or 0 for the agreed mapping
 *
 * Shows and edits another set of judgements, where the document's author may see it; else their own
 * unfinished coding, or the agreed mapping.
 */
void
cw_session_set_coding (CwSession *self, gint64 coding_id)
{
  gint64 chosen = cw_blind_choose (cw_document_get_codings (self->document),
                                   cw_document_get_author (self->document), coding_id);

  if (chosen == self->coding_id)
    {
      _cw_session_emit (self, CW_SESSION_CODING_CHANGED);
      return;
    }

  /* What is being typed belongs to what was shown until now. */
  _cw_session_set_mapping_id (self, 0);
  self->coding_id = chosen;
  /* What belongs to the other must not be seen for a moment longer. */
  cw_link_index_unref (self->links);
  self->links = make_no_links ();
  _cw_session_emit (self, CW_SESSION_CODING_CHANGED);
  _cw_session_emit (self, CW_SESSION_LINKS_CHANGED);
  _cw_session_read_links (self);
}

/**
 * cw_session_get_coding:
 * @self: a session
 *
 * Returns: the coding that is shown, 0 for the agreed mapping
 */
gint64
cw_session_get_coding (CwSession *self)
{
  return self->coding_id;
}

/**
 * cw_session_update_coding:
 * @self: a session
 *
 * Looks again at what may be shown, after the codings or the author changed.
 */
void
cw_session_update_coding (CwSession *self)
{
  cw_session_set_coding (self, self->coding_id);
}

static gboolean
check_editable (CwSession *self, GError **error)
{
  if (cw_document_is_read_only (self->document))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY,
                           _ ("The document is open read-only"));
      return FALSE;
    }

  return cw_blind_check_edit (cw_document_get_codings (self->document),
                              cw_document_get_author (self->document), self->coding_id, error);
}

/**
 * cw_session_is_editable:
 * @self: a session
 *
 * Returns: whether what is shown may be changed
 */
gboolean
cw_session_is_editable (CwSession *self)
{
  return check_editable (self, NULL);
}

/**
 * cw_session_check_editable:
 * @self: a session
 *
 * Like cw_session_is_editable(), and tells the person why where it is not.
 *
 * Returns: whether what is shown may be changed
 */
gboolean
cw_session_check_editable (CwSession *self)
{
  g_autoptr (GError) error = NULL;

  if (check_editable (self, &error))
    return TRUE;

  cw_session_fail (self, error->message);

  return FALSE;
}

/**
 * cw_session_set_follow:
 * @self: a session
 * @follow: whether selecting an item brings its first counterpart into view
 */
void
cw_session_set_follow (CwSession *self, gboolean follow)
{
  self->follow = follow;
}

/**
 * cw_session_get_follow:
 * @self: a session
 *
 * Returns: whether selecting an item brings its first counterpart into view
 */
gboolean
cw_session_get_follow (CwSession *self)
{
  return self->follow;
}

/**
 * cw_session_get_links:
 * @self: a session
 *
 * Returns: (transfer none): what is said between the two sides
 */
CwLinkIndex *
cw_session_get_links (CwSession *self)
{
  return self->links;
}

/**
 * cw_session_count:
 * @self: a session
 * @side: which side
 * @coverage: (out caller-allocates): how far it is compared with the other
 */
void
cw_session_count (CwSession *self, CwSide side, CwCoverage *coverage)
{
  cw_coverage_count (self->links, self->lists[side], self->lists[cw_side_opposite (side)],
                     coverage);
}

/**
 * cw_session_get_label:
 * @self: a session
 * @item: an item
 *
 * Returns: (transfer none): its label in the first label language there is
 */
const char *
cw_session_get_label (CwSession *self, const CwItem *item)
{
  const CwLabel *label = cw_item_choose_label (item, (const char *const *) self->languages);

  return label != NULL ? label->text : item->code;
}
