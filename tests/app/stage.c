/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "app/application.h"
#include "app/window-private.h"
#include "config.h"
#include "database.h"
#include "small-document.h"
#include "workspace/starter.h"

#define WIDE 1400
#define HEIGHT 860

static CwApplication *application;
static TestFolder *shipped_folder;
static char *shipped_path; /* made once and copied for each test */

GtkApplication *
stage_get_application (void)
{
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = cw_application_new (FALSE);
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
      g_application_hold (G_APPLICATION (application));
    }

  return GTK_APPLICATION (application);
}

static char *
copy_shipped_document (const char *folder)
{
  char *path = g_build_filename (folder, "shipped.crosswalk", NULL);
  g_autoptr (GError) error = NULL;

  if (shipped_path == NULL)
    {
      shipped_folder = test_folder_new ();
      shipped_path = g_build_filename (shipped_folder, "shipped.crosswalk", NULL);
      cw_starter_create_document (shipped_path, "Shipped", CW_STARTER_MAPPED, &error);
      g_assert_no_error (error);
    }
  test_file_copy (shipped_path, path);

  return path;
}

static char *
make_document (const char *folder, const StageSetting *setting)
{
  char *path;

  if (setting->small)
    return test_small_document_new (folder);
  if (setting->make == NULL)
    return copy_shipped_document (folder);

  path = g_build_filename (folder, "made.crosswalk", NULL);
  setting->make (path);

  return path;
}

static void
on_failed (CwSession *session, const char *message, Stage *self)
{
  g_free (self->message);
  self->message = g_strdup (message);
}

static void
set_settings (Stage *self, const StageSetting *setting)
{
  static const char *const keys[] = { "label-languages", "follow-counterpart", "author-name",
                                      "window-maximized", "inspector-visible" };

  self->settings = g_settings_new (CW_APPLICATION_ID);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (self->settings, keys[i]);
  g_settings_set_int (self->settings, "window-width", setting->width > 0 ? setting->width : WIDE);
  g_settings_set_int (self->settings, "window-height", HEIGHT);
  gtk_widget_set_default_direction (setting->direction != GTK_TEXT_DIR_NONE ? setting->direction
                                                                            : GTK_TEXT_DIR_LTR);
}

void
stage_set_up (Stage *self, gconstpointer data)
{
  static const StageSetting plain = { 0 };
  const StageSetting *setting = data != NULL ? data : &plain;
  g_autoptr (GError) error = NULL;

  stage_get_application ();
  self->folder = test_folder_new ();
  self->path = make_document (self->folder, setting);
  self->document = cw_document_open (self->path, setting->read_only, &error);
  g_assert_no_error (error);
  set_settings (self, setting);

  self->window = CW_WINDOW (cw_window_new (stage_get_application (), self->document));
  self->session = g_object_ref (cw_window_get_session (self->window));
  g_signal_connect (self->session, "failed", G_CALLBACK (on_failed), self);
  if (setting->small)
    {
      stage_show (self, CW_SIDE_LEFT, TEST_LEFT);
      stage_show (self, CW_SIDE_RIGHT, TEST_RIGHT);
    }
  gtk_window_present (GTK_WINDOW (self->window));
  spin_until (gtk_widget_get_mapped (GTK_WIDGET (self->window)));
  spin_until (self->window->checks_page != NULL);
  stage_settle (self);
}

void
stage_tear_down (Stage *self, gconstpointer data)
{
  gpointer window = self->window;

  g_assert_cmpstr (self->message, ==, NULL);
  stage_settle (self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_object_add_weak_pointer (G_OBJECT (window), &window);
  gtk_window_destroy (GTK_WINDOW (window));
  /* Nothing keeps what is closed. */
  spin_until (window == NULL);
  spin_until (G_OBJECT (self->session)->ref_count == 1);
  g_assert_finalize_object (self->session);

  cw_document_close (self->document);
  /* It may just be looking what other processes have done. */
  spin_until (G_OBJECT (self->document)->ref_count == 1);
  g_assert_finalize_object (self->document);
  test_database_check (self->path);
  g_object_unref (self->settings);
  g_free (self->path);
  test_folder_free (self->folder);
}

/* Frames of the window that were laid out and painted. */
void
stage_wait_frames (Stage *self, guint n_frames)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));

  for (guint i = 0; i < n_frames; i++)
    {
      g_auto (SignalCount) paints = { 0 };

      signal_count_begin (&paints, clock, "after-paint");
      gtk_widget_queue_draw (GTK_WIDGET (self->window));
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      spin_until (paints.n_times > 0);
    }
}

static void
on_fence (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *passed = user_data;
  g_autoptr (GError) error = NULL;
  G_GNUC_UNUSED g_autoptr (CwMapping) mapping =
    cw_document_get_mapping_finish (CW_DOCUMENT (source), result, &error);

  *passed = TRUE;
}

/* What the document was asked before has been answered. */
static void
wait_for_answers (Stage *self)
{
  gboolean passed = FALSE;

  cw_document_get_mapping_async (self->document, 1, NULL, on_fence, &passed);
  spin_until (passed);
}

/* Waits until every edit is on disk, and what follows from it is on the screen. */
void
stage_settle (Stage *self)
{
  spin_until (cw_document_is_saved (self->document));
  /* Links, then the mapping that is current because of them. */
  wait_for_answers (self);
  wait_for_answers (self);
  stage_wait_frames (self, 2);
}

char *
stage_take_message (Stage *self)
{
  return g_steal_pointer (&self->message);
}

void
stage_do (Stage *self, const char *action)
{
  stage_do_with (self, action, NULL);
}

void
stage_do_with (Stage *self, const char *action, const char *parameter)
{
  gboolean there =
    parameter != NULL
      ? gtk_widget_activate_action (GTK_WIDGET (self->window), action, "s", parameter)
      : gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL);

  g_assert_true (there);
  stage_settle (self);
}

/* Whether an action of the group "edit" can be done now. */
gboolean
stage_can (Stage *self, const char *action)
{
  return g_action_group_get_action_enabled (cw_edit_actions_get_group (self->window->edit_actions),
                                            action);
}

const CwItem *
stage_item (Stage *self, const char *list_key, const char *code)
{
  return test_document_get_item (self->document, list_key, code);
}

void
stage_select (Stage *self, CwSide side, const char *list_key, const char *code)
{
  cw_session_select (self->session, side, stage_item (self, list_key, code));
  stage_settle (self);
}

/* As a click on the row does. */
void
stage_select_row (Stage *self, CwSide side, const CwItem *item)
{
  GtkListView *view = GTK_LIST_VIEW (cw_list_pane_get_view (stage_pane (self, side)));
  gboolean folded;
  guint position = cw_outline_model_find_item (stage_model (self, side), item->id, &folded);

  g_assert_false (folded);
  g_assert_cmpuint (position, !=, CW_OUTLINE_NOWHERE);
  gtk_selection_model_select_item (gtk_list_view_get_model (view), position, TRUE);
  stage_settle (self);
}

void
stage_show (Stage *self, CwSide side, const char *list_key)
{
  g_autoptr (GPtrArray) lists = test_document_get_lists (self->document, list_key, NULL);

  cw_session_set_lists (self->session, side, lists);
}

CwListPane *
stage_pane (Stage *self, CwSide side)
{
  return cw_compare_page_get_pane (cw_window_get_compare_page (self->window), side);
}

CwOutlineModel *
stage_model (Stage *self, CwSide side)
{
  return cw_list_pane_get_model (stage_pane (self, side));
}

CwLinkMap *
stage_link_map (Stage *self)
{
  return cw_compare_page_get_link_map (cw_window_get_compare_page (self->window));
}

/* Returns: (nullable): what the document holds */
CwMapping *
stage_read_mapping (Stage *self, gint64 id)
{
  return cw_document_get_mapping (self->document, id, NULL);
}

/* The main function of a test program. */
int
stage_run (int *argc, char ***argv, void (*add_tests) (void))
{
  int status;

  gtk_test_init (argc, argv, NULL);
  adw_init ();
  /* Where the program stops between a selection and the cursor's next blink, GTK 4.8 complains. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  add_tests ();
  status = g_test_run ();
  if (shipped_folder != NULL)
    test_folder_free (shipped_folder);
  g_free (shipped_path);
  if (application != NULL)
    g_application_release (G_APPLICATION (application));
  g_clear_object (&application);

  return status;
}
