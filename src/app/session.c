/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/session.h"

struct _CwSession
{
  GObject parent_instance;

  CwDocument *document;
  GPtrArray *lists[CW_N_SIDES]; /* CwList */
  char **languages;
  gboolean follow;

  CwLinkIndex *links;
  GCancellable *links_cancellable;

  const CwItem *selected[CW_N_SIDES];
  CwSide active_side;
  gboolean pairing;

  gint64 mapping_id;  /* 0 for none */
  CwMapping *mapping; /* NULL while it is read */
  GCancellable *mapping_cancellable;
};

enum
{
  LISTS_CHANGED,
  LINKS_CHANGED,
  SELECTION_CHANGED,
  MAPPING_CHANGED,
  LANGUAGES_CHANGED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwSession, cw_session, G_TYPE_OBJECT)

static void read_links (CwSession *self);
static void set_mapping_id (CwSession *self, gint64 id);

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

  signals[LISTS_CHANGED] = add_signal (klass, "lists-changed");
  signals[LINKS_CHANGED] = add_signal (klass, "links-changed");
  signals[SELECTION_CHANGED] = add_signal (klass, "selection-changed");
  signals[MAPPING_CHANGED] = add_signal (klass, "mapping-changed");
  signals[LANGUAGES_CHANGED] = add_signal (klass, "languages-changed");

  /**
   * CwSession::failed:
   * @self: the session
   * @message: what went wrong, for the person
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cw_session_init (CwSession *self)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (CwLink));

  for (guint side = 0; side < CW_N_SIDES; side++)
    self->lists[side] = g_ptr_array_new_with_free_func (g_object_unref);
  self->languages = g_new0 (char *, 1);
  self->links = cw_link_index_new (none);
  self->follow = TRUE;
}

static void
on_mappings_changed (CwDocument *document, GArray *ids, CwSession *self)
{
  read_links (self);

  for (guint i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, gint64, i) == self->mapping_id)
        {
          set_mapping_id (self, self->mapping_id);
          return;
        }
    }
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
  g_signal_emit (self, signals[FAILED], 0, message);
}

static void
fail_with_error (CwSession *self, GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cw_session_fail (self, error->message);
}

static CwRelation
read_from (const CwLink *link, gint64 item_id)
{
  return link->subject_id == item_id ? link->relation : cw_relation_inverse (link->relation);
}

/* The strongest mapping of an item, or that to a certain other item; 0 where there is none. */
static const CwLink *
find_link (CwSession *self, const CwItem *item, const CwItem *other)
{
  const CwLink *best = NULL;
  guint first = 0;
  guint n_entries = cw_link_index_lookup (self->links, item->id, &first);

  for (guint i = first; i < first + n_entries; i++)
    {
      const CwLink *link = cw_link_index_get_entry (self->links, i);
      gint64 far_id = link->subject_id == item->id ? link->object_id : link->subject_id;

      if (other != NULL && far_id != other->id)
        continue;
      if (best == NULL || cw_relation_strength (read_from (link, item->id)) <
                            cw_relation_strength (read_from (best, item->id)))
        best = link;
    }

  return best;
}

/* Which mapping is the current one follows from what is selected. */
static void
update_current (CwSession *self)
{
  const CwItem *left = self->selected[CW_SIDE_LEFT];
  const CwItem *right = self->selected[CW_SIDE_RIGHT];
  const CwItem *active = self->selected[self->active_side];
  const CwLink *link = NULL;

  if (left != NULL && right != NULL)
    link = find_link (self, left, right);
  else if (active != NULL)
    link = find_link (self, active, NULL);

  set_mapping_id (self, link != NULL ? link->id : 0);
}

/* The current mapping stays current as long as it is one of what is selected. */
static gboolean
current_still_fits (CwSession *self)
{
  for (guint side = 0; side < CW_N_SIDES; side++)
    {
      const CwItem *item = self->selected[side];
      guint first = 0;
      guint n_entries = item != NULL ? cw_link_index_lookup (self->links, item->id, &first) : 0;

      for (guint i = first; i < first + n_entries; i++)
        {
          if (cw_link_index_get_entry (self->links, i)->id == self->mapping_id)
            return TRUE;
        }
    }

  return FALSE;
}

static void
on_links_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) links = cw_document_find_links_finish (CW_DOCUMENT (source), result, &error);

  if (links == NULL)
    {
      fail_with_error (self, error);
      return;
    }

  cw_link_index_unref (self->links);
  self->links = cw_link_index_new (links);
  g_signal_emit (self, signals[LINKS_CHANGED], 0);
  if (self->mapping_id == 0 || !current_still_fits (self))
    update_current (self);
}

/* A late answer to an earlier question is dropped. */
static void
read_links (CwSession *self)
{
  g_cancellable_cancel (self->links_cancellable);
  g_clear_object (&self->links_cancellable);
  self->links_cancellable = g_cancellable_new ();
  cw_document_find_links_async (self->document, self->lists[CW_SIDE_LEFT],
                                self->lists[CW_SIDE_RIGHT], self->links_cancellable, on_links_found,
                                g_object_ref (self));
}

static gboolean
lists_hold (GPtrArray *lists, const CwItem *item)
{
  return item == NULL || g_ptr_array_find (lists, item->list, NULL);
}

static void
replace_lists (CwSession *self, CwSide side, GPtrArray *lists)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lists->len; i++)
    g_ptr_array_add (copy, g_object_ref (g_ptr_array_index (lists, i)));
  g_ptr_array_unref (self->lists[side]);
  self->lists[side] = copy;

  if (!lists_hold (copy, self->selected[side]))
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
  replace_lists (self, side, lists);
  g_signal_emit (self, signals[LISTS_CHANGED], 0);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  read_links (self);
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

  g_signal_emit (self, signals[LISTS_CHANGED], 0);
  g_signal_emit (self, signals[LINKS_CHANGED], 0);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  g_signal_emit (self, signals[MAPPING_CHANGED], 0);
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
  g_signal_emit (self, signals[LANGUAGES_CHANGED], 0);
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

/* Selecting one item after another on one side shows each with its first counterpart. Going over to
 * the other side pairs the two, to be looked at or linked. */
void
cw_session_select (CwSession *self, CwSide side, const CwItem *item)
{
  CwSide opposite = cw_side_opposite (side);

  if (self->selected[side] == item)
    return;

  self->pairing = item != NULL && self->active_side != side && self->selected[opposite] != NULL;
  self->selected[side] = item;
  if (item != NULL)
    self->active_side = side;
  if (item != NULL && !self->pairing)
    {
      const CwLink *link = find_link (self, item, NULL);
      gint64 far_id = 0;

      if (link != NULL)
        far_id = link->subject_id == item->id ? link->object_id : link->subject_id;
      self->selected[opposite] = cw_document_get_item (self->document, far_id);
    }

  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  update_current (self);
}

/**
 * cw_session_get_selected:
 * @self: a session
 * @side: which side
 *
 * Returns: (transfer none) (nullable): the item selected there
 */
const CwItem *
cw_session_get_selected (CwSession *self, CwSide side)
{
  return self->selected[side];
}

/**
 * cw_session_get_active_side:
 * @self: a session
 *
 * Returns: the side on which something was selected last
 */
CwSide
cw_session_get_active_side (CwSession *self)
{
  return self->active_side;
}

/**
 * cw_session_get_is_pairing:
 * @self: a session
 *
 * Returns: whether the item on the other side was chosen by the person too
 */
gboolean
cw_session_get_is_pairing (CwSession *self)
{
  return self->pairing;
}

static void
on_mapping_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwSession) self = user_data;
  g_autoptr (GError) error = NULL;
  CwMapping *mapping = cw_document_get_mapping_finish (CW_DOCUMENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* One that is gone was deleted meanwhile: the links, read again, say what is current then. */
  g_clear_pointer (&self->mapping, cw_mapping_unref);
  self->mapping = mapping;
  if (mapping == NULL)
    self->mapping_id = 0;
  g_signal_emit (self, signals[MAPPING_CHANGED], 0);
}

static void
set_mapping_id (CwSession *self, gint64 id)
{
  if (id != self->mapping_id || id == 0)
    g_clear_pointer (&self->mapping, cw_mapping_unref);
  self->mapping_id = id;

  g_cancellable_cancel (self->mapping_cancellable);
  g_clear_object (&self->mapping_cancellable);
  if (id == 0)
    {
      g_signal_emit (self, signals[MAPPING_CHANGED], 0);
      return;
    }

  self->mapping_cancellable = g_cancellable_new ();
  cw_document_get_mapping_async (self->document, id, self->mapping_cancellable, on_mapping_read,
                                 g_object_ref (self));
}

/**
 * cw_session_select_mapping:
 * @self: a session
 * @mapping_id: a mapping between the two sides
 *
 * Makes a mapping the current one and selects both its ends.
 */
void
cw_session_select_mapping (CwSession *self, gint64 mapping_id)
{
  for (guint i = 0; i < cw_link_index_get_n_links (self->links); i++)
    {
      const CwLink *link = cw_link_index_get_link (self->links, i);
      const CwItem *subject, *object;
      gboolean inverted;

      if (link->id != mapping_id)
        continue;

      subject = cw_document_get_item (self->document, link->subject_id);
      object = cw_document_get_item (self->document, link->object_id);
      inverted = !lists_hold (self->lists[CW_SIDE_LEFT], subject);
      self->selected[CW_SIDE_LEFT] = inverted ? object : subject;
      self->selected[CW_SIDE_RIGHT] = inverted ? subject : object;
      if (self->selected[self->active_side] == NULL)
        self->active_side = cw_side_opposite (self->active_side);
      self->pairing = FALSE;
      g_signal_emit (self, signals[SELECTION_CHANGED], 0);
      set_mapping_id (self, mapping_id);
      return;
    }
}

/**
 * cw_session_get_mapping_id:
 * @self: a session
 *
 * Returns: the current mapping, 0 for none
 */
gint64
cw_session_get_mapping_id (CwSession *self)
{
  return self->mapping_id;
}

/**
 * cw_session_get_mapping:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the current mapping, %NULL while it is being read
 */
CwMapping *
cw_session_get_mapping (CwSession *self)
{
  return self->mapping;
}

/**
 * cw_session_mapping_is_inverted:
 * @self: a session
 * @mapping: a mapping between the two sides
 *
 * Returns: whether its subject stands on the right
 */
gboolean
cw_session_mapping_is_inverted (CwSession *self, const CwMapping *mapping)
{
  const CwItem *subject = cw_document_get_item (self->document, mapping->subject_id);

  return !lists_hold (self->lists[CW_SIDE_LEFT], subject);
}

/**
 * cw_session_get_counterparts:
 * @self: a session
 * @side: which side
 *
 * Returns: (transfer full) (element-type gint64): the items of that side to which what is selected
 *   on the other is linked; none where nothing was selected there last
 */
GArray *
cw_session_get_counterparts (CwSession *self, CwSide side)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const CwItem *item = self->selected[cw_side_opposite (side)];
  guint first = 0;
  guint n_entries;

  if (item == NULL || self->active_side == side)
    return ids;

  n_entries = cw_link_index_lookup (self->links, item->id, &first);
  for (guint i = first; i < first + n_entries; i++)
    {
      const CwLink *link = cw_link_index_get_entry (self->links, i);
      gint64 far_id = link->subject_id == item->id ? link->object_id : link->subject_id;

      if (cw_link_joins (link))
        g_array_append_val (ids, far_id);
    }

  return ids;
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
