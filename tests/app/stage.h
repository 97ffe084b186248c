/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window.h"
#include "folder.h"
#include "spin.h"

G_BEGIN_DECLS

/**
 * StageSetting:
 * @small: whether the document is that of test_small_document_new() instead of what is shipped
 * @read_only: whether it is opened read-only
 * @width: of the window; 0 for wide enough for everything
 * @direction: in which the interface is written; 0 for left to right
 * @make: (nullable): makes the document instead
 *
 * What a test begins with.
 */
typedef struct
{
  gboolean small;
  gboolean read_only;
  int width;
  GtkTextDirection direction;
  void (*make) (const char *path);
} StageSetting;

/**
 * Stage:
 *
 * A window on a document of its own, shown and at rest. Messages that something failed make the
 * test fail unless they are taken.
 */
typedef struct
{
  TestFolder *folder;
  char *path;
  CwDocument *document;
  CwWindow *window;
  CwSession *session;
  GSettings *settings;
  char *message;
} Stage;

void stage_set_up (Stage *self, gconstpointer setting);
void stage_tear_down (Stage *self, gconstpointer setting);

void stage_wait_frames (Stage *self, guint n_frames);
void stage_settle (Stage *self);
char *stage_take_message (Stage *self);

void stage_do (Stage *self, const char *action);
void stage_do_with (Stage *self, const char *action, const char *parameter);
gboolean stage_can (Stage *self, const char *action);

const CwItem *stage_item (Stage *self, const char *list_key, const char *code);
void stage_select (Stage *self, CwSide side, const char *list_key, const char *code);
void stage_select_row (Stage *self, CwSide side, const CwItem *item);
void stage_show (Stage *self, CwSide side, const char *list_key);

CwListPane *stage_pane (Stage *self, CwSide side);
CwOutlineModel *stage_model (Stage *self, CwSide side);
CwLinkMap *stage_link_map (Stage *self);
CwMapping *stage_read_mapping (Stage *self, gint64 id);

GtkApplication *stage_get_application (void);
int stage_run (int *argc, char ***argv, void (*add_tests) (void));

G_END_DECLS
