/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/document-table.h"
#include "store/journal.h"
#include "workspace/document.h"
#include "workspace/list-set.h"
#include "workspace/watch.h"
#include "workspace/worker.h"

G_BEGIN_DECLS

struct _CwDocument
{
  GObject parent_instance;

  char *path;
  gboolean read_only;
  CwDocumentInfo *info;
  CwListSet *lists;
  GPtrArray *codings; /* CwCoding */
  CwWorker *writer;   /* NULL where read-only */
  CwWorker *reader;
  CwWorker *searcher;        /* NULL until something is searched */
  CwWorker *exporter;        /* NULL until something is exported */
  char **searched_languages; /* what the searcher is prepared for */
  CwListSet *searched_lists; /* the same */
  GHashTable *shipped_codes; /* what the program ships; NULL until something is checked */

  char *author;
  char *author_orcid;
  CwStep *undo_step;
  CwStep *redo_step;
  CwWatch *watch;   /* NULL until it is asked for */
  gint64 seen_step; /* the newest that was seen here; of the writer's thread once that runs */
  guint n_pending;  /* edits that are not on disk yet */
};

enum
{
  CW_DOCUMENT_PROP_UNDO_STEP = 1,
  CW_DOCUMENT_PROP_REDO_STEP,
  CW_DOCUMENT_PROP_SAVED,
  CW_DOCUMENT_N_PROPS,
};

extern GParamSpec *_cw_document_properties[CW_DOCUMENT_N_PROPS];

void _cw_document_set_steps (CwDocument *self, CwStep *undo, CwStep *redo);
void _cw_document_add_pending (CwDocument *self, int n);
void _cw_document_emit_changed (CwDocument *self, GArray *mapping_ids);
void _cw_document_take_codings (CwDocument *self, GPtrArray *codings);
void _cw_document_emit_unreviewed (CwDocument *self, guint n_mappings);
void _cw_document_take_lists (CwDocument *self, GArray *list_ids, GPtrArray *lists);
char *_cw_document_now (void);
CwConnection *_cw_document_open_connection (CwDocument *self, GError **error);
GArray *_cw_document_list_ids (GPtrArray *lists);
void _cw_document_push_to_searcher (CwDocument *self, GTask *task, CwWorkerJob job);

G_END_DECLS
