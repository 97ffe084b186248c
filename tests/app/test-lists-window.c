/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "app/window-private.h"

#include "app/import-dialog.h"
#include "app/item-chooser.h"
#include "app/label-dialog.h"
#include "app/list-editor-private.h"
#include "app/list-picker.h"
#include "app/lists-window.h"
#include "app/new-list-dialog.h"
#include "app/note-field.h"
#include "app/split-dialog.h"
#include "app/table-page.h"
#include "database.h"
#include "small-document.h"
#include "widgets.h"

#include <string.h>

static const StageSetting small = { .small = TRUE };
static const StageSetting read_only = { .small = TRUE, .read_only = TRUE };

static CwListsWindow *
open_lists (Stage *stage)
{
  GtkWidget *window;

  stage_do (stage, "win.lists");
  window = widget_find_window (CW_TYPE_LISTS_WINDOW);
  g_assert_nonnull (window);
  spin_until (gtk_widget_get_mapped (window));

  return CW_LISTS_WINDOW (window);
}

/* The own list opens with a list of three levels of which all is said. */
static CwListEditor *
open_list (Stage *stage, const char *key)
{
  CwListsWindow *window = open_lists (stage);

  cw_lists_window_show_list (window, cw_list_get_id (cw_document_find_list (stage->document, key)));
  stage_settle (stage);

  return cw_lists_window_get_editor (window);
}

static void
act (Stage *stage, CwListEditor *editor, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), action, NULL));
  stage_settle (stage);
}

/* As a button sees it. */
static gboolean
can (GtkWidget *widget, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  gboolean enabled;

  gtk_widget_set_parent (button, widget);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);

  return enabled;
}

static void
type_line (Stage *stage, CwListEditor *editor, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (editor->line_entry), text);
  g_signal_emit_by_name (editor->line_entry, "activate");
  stage_settle (stage);
}

static void
select_code (Stage *stage, CwListEditor *editor, const char *code)
{
  cw_list_editor_select (editor, cw_list_find_item (cw_list_editor_get_list (editor), code)->id);
  stage_settle (stage);
}

/* The rows that show: codes and names. */
static void
assert_items (CwListEditor *editor, const char *wanted)
{
  GListModel *model = G_LIST_MODEL (cw_list_editor_get_model (editor));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (CwOutlineRow) row = CW_OUTLINE_ROW (g_list_model_get_object (model, i));
      const CwItem *item = cw_outline_row_get_item (row);

      g_string_append_printf (found, "%s%s %s", i > 0 ? "/" : "", item->code,
                              cw_item_choose_label (item, NULL)->text);
    }
  g_assert_cmpstr (found->str, ==, wanted);
}

static void
assert_selected (CwListEditor *editor, const char *code)
{
  CwOutlineRow *row = gtk_single_selection_get_selected_item (editor->selection);

  g_assert_cmpstr (cw_list_editor_get_item (editor)->code, ==, code);
  g_assert_nonnull (row);
  g_assert_cmpint (cw_outline_row_get_item (row)->id, ==, cw_list_editor_get_item (editor)->id);
}

static GtkWidget *
wait_for_dialog (Stage *stage, GType type)
{
  spin_until (widget_find_window (type) != NULL &&
              gtk_widget_get_mapped (widget_find_window (type)));
  stage_settle (stage);

  return widget_find_window (type);
}

static void
answer (Stage *stage, const char *response)
{
  GtkWidget *dialog = wait_for_dialog (stage, ADW_TYPE_MESSAGE_DIALOG);

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  spin_until (widget_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
  stage_settle (stage);
}

/* A list from nothing: typing names one after the other, moving them, taking all of it back. */
static void
test_begin_a_list (Stage *stage, gconstpointer data)
{
  CwListsWindow *window = open_lists (stage);
  CwListEditor *editor = cw_lists_window_get_editor (window);
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "lists.new", NULL);
  dialog = wait_for_dialog (stage, CW_TYPE_NEW_LIST_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (widget_part (dialog, "title_row")), "My list");
  /* What is wrong is said in the dialog, which stays. */
  gtk_editable_set_text (GTK_EDITABLE (widget_part (dialog, "date_row")), "soon");
  gtk_widget_activate_action (dialog, "list.create", NULL);
  stage_settle (stage);
  g_assert_true (gtk_widget_get_visible (widget_part (dialog, "problem")));
  gtk_editable_set_text (GTK_EDITABLE (widget_part (dialog, "date_row")), "2024-05-01");
  gtk_widget_activate_action (dialog, "list.create", NULL);
  spin_until (widget_find_window (CW_TYPE_NEW_LIST_DIALOG) == NULL);
  stage_settle (stage);

  g_assert_cmpstr (cw_list_get_key (cw_list_editor_get_list (editor)), ==, "xa-my-list-2024");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (editor->stack)), ==, "empty");
  type_line (stage, editor, "One");
  type_line (stage, editor, " Two ");
  type_line (stage, editor, "Three");
  assert_items (editor, "1 One/2 Two/3 Three");
  assert_selected (editor, "3");
  type_line (stage, editor, "");
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (editor->line)));

  act (stage, editor, "items.up");
  assert_items (editor, "1 One/3 Three/2 Two");
  assert_selected (editor, "3");
  act (stage, editor, "items.indent");
  assert_items (editor, "1 One/1.1 Three/2 Two");
  assert_selected (editor, "1.1");
  act (stage, editor, "items.add-below");
  type_line (stage, editor, "Four");
  assert_items (editor, "1 One/1.1 Three/1.1.1 Four/2 Two");
  act (stage, editor, "items.outdent");
  assert_items (editor, "1 One/1.1 Three/1.2 Four/2 Two");
  act (stage, editor, "items.rename");
  type_line (stage, editor, "Fourth");
  assert_items (editor, "1 One/1.1 Three/1.2 Fourth/2 Two");
  act (stage, editor, "items.renumber");

  while (cw_document_get_undo_step (stage->document) != NULL)
    stage_do (stage, "edit.undo");
  g_assert_null (cw_list_editor_get_list (editor));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (editor->stack)), ==, "none");
}

/* What happens to the mappings is said first, and nothing is done before. */
static void
test_delete (Stage *stage, gconstpointer data)
{
  CwListEditor *editor = open_list (stage, TEST_LEFT);
  GtkWidget *dialog;

  select_code (stage, editor, "1");
  act (stage, editor, "items.delete");
  dialog = wait_for_dialog (stage, ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "Delete 1 and the 2 items below it?");
  g_assert_nonnull (
    strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "1 mapping: Contains"));
  answer (stage, "close");
  assert_items (editor, "1 Advanced materials/1.1 Graphene/1.2 Rare earths/2 Robots, \"humanoid\"/"
                        "3 Blockchain");

  act (stage, editor, "items.delete");
  answer (stage, "do");
  assert_items (editor, "2 Robots, \"humanoid\"/3 Blockchain");
  /* The one that stands there now is selected. */
  assert_selected (editor, "2");
  g_assert_cmpint (test_database_get_int (stage->path, "SELECT count (*) FROM mapping"), ==,
                   TEST_N_MAPPINGS - 3);
  stage_do (stage, "edit.undo");
  assert_items (editor, "1 Advanced materials/1.1 Graphene/1.2 Rare earths/2 Robots, \"humanoid\"/"
                        "3 Blockchain");
}

static void
test_merge_and_split (Stage *stage, gconstpointer data)
{
  CwListEditor *editor = open_list (stage, TEST_RIGHT);
  GtkWidget *dialog;
  GtkWidget *names;

  select_code (stage, editor, "2");
  act (stage, editor, "items.merge");
  dialog = wait_for_dialog (stage, CW_TYPE_ITEM_CHOOSER);
  /* Found by its name; what is merged is not offered. */
  gtk_editable_set_text (GTK_EDITABLE (widget_part (dialog, "search_entry")), "nano");
  g_signal_emit_by_name (widget_part (dialog, "search_entry"), "activate");
  stage_settle (stage);
  g_assert_nonnull (widget_find_window (CW_TYPE_ITEM_CHOOSER));
  gtk_editable_set_text (GTK_EDITABLE (widget_part (dialog, "search_entry")), "robo");
  g_signal_emit_by_name (widget_part (dialog, "search_entry"), "activate");
  answer (stage, "do");
  assert_items (editor, "1 Materials/3 Robotics/3.1 Carbon forms/4 Ledgers");
  assert_selected (editor, "3");

  select_code (stage, editor, "1");
  act (stage, editor, "items.split");
  dialog = wait_for_dialog (stage, CW_TYPE_SPLIT_DIALOG);
  names = widget_part (dialog, "names");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (names)), "Metals\nWood", -1);
  g_assert_true (gtk_widget_activate_action (dialog, "split.do", NULL));
  spin_until (widget_find_window (CW_TYPE_SPLIT_DIALOG) == NULL);
  stage_settle (stage);
  assert_items (editor, "1 Materials/2 Metals/5 Wood/3 Robotics/3.1 Carbon forms/4 Ledgers");
  g_assert_cmpint (test_database_get_int (stage->path, "SELECT count (*) FROM mapping"), ==,
                   TEST_N_MAPPINGS + 4);
}

static void
save_label (Stage *stage, CwListEditor *editor, const char *text, const char *tag, guint kind)
{
  GtkWidget *dialog = cw_label_dialog_new (stage->session, cw_list_editor_get_item (editor), NULL);
  GtkWidget *languages = widget_part (dialog, "language_row");
  guint n_languages =
    g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (languages)));

  gtk_window_present (GTK_WINDOW (dialog));
  stage_settle (stage);
  gtk_editable_set_text (GTK_EDITABLE (widget_part (dialog, "text_row")), text);
  adw_combo_row_set_selected (ADW_COMBO_ROW (languages), n_languages - 1);
  gtk_editable_set_text (GTK_EDITABLE (widget_part (dialog, "tag_row")), tag);
  adw_combo_row_set_selected (ADW_COMBO_ROW (widget_part (dialog, "kind_row")), kind);
  g_assert_true (gtk_widget_activate_action (dialog, "label.save", NULL));
  spin_until (widget_find_window (CW_TYPE_LABEL_DIALOG) == NULL);
  stage_settle (stage);
}

/* Labels in any language, with whose words they are; a shipped list keeps its own. */
static void
test_labels (Stage *stage, gconstpointer data)
{
  CwListEditor *editor;
  const CwItem *item;
  g_autofree char *message = NULL;

  editor = open_list (stage, TEST_LEFT);
  select_code (stage, editor, "3");
  save_label (stage, editor, "Chaîne de blocs", "fr", 0);
  save_label (stage, editor, "Distributed ledger", "en", 1);
  item = stage_item (stage, TEST_LEFT, "3");
  g_assert_cmpuint (item->n_labels, ==, 3);
  g_assert_cmpstr (item->labels[1].text, ==, "Chaîne de blocs");
  g_assert_cmpint (item->labels[1].origin, ==, CW_LABEL_TRANSLATION);
  g_assert_cmpint (item->labels[2].kind, ==, CW_LABEL_ALTERNATIVE);
  widget_assert_says (editor->item_form, "français · translation");
  widget_assert_says (editor->item_form, "English · another name · translation");

  /* Such a label is there already: told, and nothing done. */
  save_label (stage, editor, "Autre", "fr", 0);
  message = stage_take_message (stage);
  g_assert_nonnull (message);
  g_assert_cmpuint (stage_item (stage, TEST_LEFT, "3")->n_labels, ==, 3);
}

static void
ship_right (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *made = test_small_document_new (folder);

  test_database_exec (made, "UPDATE list SET shipped = 1 WHERE key = '" TEST_RIGHT "'");
  if (!g_str_equal (made, path))
    test_file_copy (made, path);
}

static const StageSetting with_shipped = { .make = ship_right };

static void
test_shipped (Stage *stage, gconstpointer data)
{
  CwListEditor *editor = open_list (stage, TEST_RIGHT);
  static const char *const refused[] = { "items.add",    "items.add-below", "items.up",
                                         "items.delete", "items.merge",     "items.split",
                                         "items.indent", "items.renumber",  "items.delete-list" };
  const CwItem *item;

  select_code (stage, editor, "1");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (can (GTK_WIDGET (editor), refused[i]));
  g_assert_false (gtk_widget_get_visible (editor->bar));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (
                     GTK_STACK (widget_find (editor->list_form, GTK_TYPE_STACK))),
                   ==, "facts");

  /* Typing a name puts one beside the list's own. */
  act (stage, editor, "items.rename");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (editor->line_label)), ==,
                   "Your name for 1 in English");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (editor->line_entry)), ==, "");
  type_line (stage, editor, "Stuff");
  item = stage_item (stage, TEST_RIGHT, "1");
  g_assert_cmpuint (item->n_labels, ==, 2);
  g_assert_cmpstr (item->labels[0].text, ==, "Materials");
  g_assert_cmpint (item->labels[1].origin, ==, CW_LABEL_USER);
  act (stage, editor, "items.rename");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (editor->line_entry)), ==, "Stuff");
  type_line (stage, editor, "Matter");
  g_assert_cmpstr (stage_item (stage, TEST_RIGHT, "1")->labels[1].text, ==, "Matter");
}

static void
test_read_only (Stage *stage, gconstpointer data)
{
  CwListEditor *editor = open_list (stage, TEST_LEFT);

  select_code (stage, editor, "1");
  g_assert_false (can (GTK_WIDGET (editor), "items.add"));
  g_assert_false (can (GTK_WIDGET (editor), "items.delete"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (
                     GTK_STACK (widget_find (editor->list_form, GTK_TYPE_STACK))),
                   ==, "facts");
}

static GtkWidget *
find_field (GtkWidget *form, const char *title)
{
  for (guint i = 0; i < 16; i++)
    {
      GtkWidget *row = widget_find_nth (form, ADW_TYPE_ENTRY_ROW, i);

      if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
        return row;
    }

  g_assert_not_reached ();
}

static void
fill_field (Stage *stage, GtkWidget *form, const char *title, const char *text)
{
  GtkWidget *row = find_field (form, title);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
  stage_settle (stage);
}

/* Every field of the card can be filled in, and what cannot be is told and taken back. */
static void
test_card (Stage *stage, gconstpointer data)
{
  CwListEditor *editor = open_list (stage, TEST_LEFT);
  const CwListCard *card;
  g_autofree char *message = NULL;

  fill_field (stage, editor->list_form, "Purpose", "To compare");
  fill_field (stage, editor->list_form, "Legal force", "None");
  fill_field (stage, editor->list_form, "Number of the document", "7/2020");
  fill_field (stage, editor->list_form, "Title", "Another title");
  fill_field (stage, editor->list_form, "Replaces (name of a list)", TEST_RIGHT);
  card = cw_list_get_card (cw_document_find_list (stage->document, TEST_LEFT));
  g_assert_cmpstr (card->purpose, ==, "To compare");
  g_assert_cmpstr (card->legal_force, ==, "None");
  g_assert_cmpstr (card->document_number, ==, "7/2020");
  g_assert_cmpstr (card->supersedes, ==, TEST_RIGHT);
  g_assert_cmpstr (cw_text_get (card->title, "en"), ==, "Another title");

  fill_field (stage, editor->list_form, "Issued on (YYYY-MM-DD)", "yesterday");
  message = stage_take_message (stage);
  g_assert_nonnull (message);
  g_assert_cmpstr (gtk_editable_get_text (
                     GTK_EDITABLE (find_field (editor->list_form, "Issued on (YYYY-MM-DD)"))),
                   ==, "2020-05-01");
  fill_field (stage, editor->list_form, "Replaces (name of a list)", "");
  g_assert_null (cw_list_get_card (cw_document_find_list (stage->document, TEST_LEFT))->supersedes);
}

/* A note that is being typed is not lost when the window is closed. */
static void
test_note (Stage *stage, gconstpointer data)
{
  CwListEditor *editor = open_list (stage, TEST_LEFT);
  GtkWidget *view;

  select_code (stage, editor, "2");
  view = widget_find (widget_find (editor->item_form, CW_TYPE_NOTE_FIELD), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Two\nlines", -1);
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (editor))));
  stage_settle (stage);
  g_assert_null (widget_find_window (CW_TYPE_LISTS_WINDOW));
  g_assert_cmpstr (stage_item (stage, TEST_LEFT, "2")->note, ==, "Two\nlines");
}

/* The comparison follows: what is folded and selected stays, and what is gone is let go. */
static void
test_compare_follows (Stage *stage, gconstpointer data)
{
  CwListEditor *editor;
  CwOutlineModel *model = stage_model (stage, CW_SIDE_LEFT);
  g_autoptr (CwOutlineRow) first =
    CW_OUTLINE_ROW (g_list_model_get_object (G_LIST_MODEL (model), 0));
  g_autoptr (CwOutlineRow) same = NULL;
  gint64 id = stage_item (stage, TEST_LEFT, "2")->id;

  cw_outline_model_set_expanded (model, first, FALSE);
  stage_select (stage, CW_SIDE_LEFT, TEST_LEFT, "2");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 3);

  editor = open_list (stage, TEST_LEFT);
  select_code (stage, editor, "3");
  act (stage, editor, "items.add");
  type_line (stage, editor, "New");
  type_line (stage, editor, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 4);
  same = CW_OUTLINE_ROW (g_list_model_get_object (G_LIST_MODEL (model), 0));
  g_assert_true (same == first);
  g_assert_false (cw_outline_row_is_expanded (first));
  g_assert_cmpint (cw_session_get_selected (stage->session, CW_SIDE_LEFT)->id, ==, id);
  g_assert_true (cw_session_get_selected (stage->session, CW_SIDE_LEFT) ==
                 stage_item (stage, TEST_LEFT, "2"));

  select_code (stage, editor, "2");
  act (stage, editor, "items.delete");
  answer (stage, "do");
  g_assert_null (cw_session_get_selected (stage->session, CW_SIDE_LEFT));
  g_assert_null (cw_session_get_mapping (stage->session));

  /* The whole list goes, and the side has none any more. */
  act (stage, editor, "items.delete-list");
  answer (stage, "do");
  g_assert_cmpuint (cw_session_get_lists (stage->session, CW_SIDE_LEFT)->len, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  stage_do (stage, "edit.undo");
  g_assert_nonnull (cw_document_find_list (stage->document, TEST_LEFT));
}

/* The table shows other labels, and lets go of what names an item that is gone; so do the pickers. */
static void
test_table_follows (Stage *stage, gconstpointer data)
{
  CwListEditor *editor;
  CwMappingModel *model;
  GtkWidget *page = widget_find (GTK_WIDGET (stage->window), CW_TYPE_TABLE_PAGE);

  stage_do_with (stage, "win.page", "table");
  model = cw_table_page_get_model (CW_TABLE_PAGE (page));
  spin_until (!cw_mapping_model_is_searching (model));
  stage_settle (stage);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, TEST_N_MAPPINGS);
  spin_until (!cw_mapping_model_is_searching (model));

  editor = open_list (stage, TEST_LEFT);
  select_code (stage, editor, "3");
  act (stage, editor, "items.rename");
  type_line (stage, editor, "Ledgers of blocks");
  spin_until (!cw_mapping_model_is_searching (model));
  stage_settle (stage);

  select_code (stage, editor, "1");
  act (stage, editor, "items.delete");
  answer (stage, "do");
  spin_until (!cw_mapping_model_is_searching (model));
  stage_settle (stage);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, TEST_N_MAPPINGS - 3);
  act (stage, editor, "items.delete-list");
  answer (stage, "do");
  spin_until (!cw_mapping_model_is_searching (model));
  stage_settle (stage);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1);
  while (cw_document_get_undo_step (stage->document) != NULL)
    stage_do (stage, "edit.undo");
  spin_until (!cw_mapping_model_is_searching (model));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, TEST_N_MAPPINGS);
}

/* A picker that was looked at, and whose list is gone since, is closed with its window. */
static void
test_picker_follows (Stage *stage, gconstpointer data)
{
  CwListEditor *editor = open_list (stage, TEST_LEFT);
  GtkWidget *button = widget_part (GTK_WIDGET (stage_pane (stage, CW_SIDE_LEFT)), "picker_button");

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  stage_settle (stage);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  stage_settle (stage);
  act (stage, editor, "items.delete-list");
  answer (stage, "do");
  select_code (stage, open_list (stage, TEST_RIGHT), "1");
  act (stage, editor, "items.rename");
  type_line (stage, editor, "Other");
}

static CwListImport *
open_import (Stage *stage, const char *text)
{
  g_autofree char *path = g_build_filename (stage->folder, "table.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CwListImport *import;

  test_file_write (path, text, strlen (text));
  import = cw_list_import_open (file, "en", &error);
  g_assert_no_error (error);

  return import;
}

/* Problems are in the way, and named; what was matched otherwise is read anew. */
static void
test_import (Stage *stage, gconstpointer data)
{
  GtkWidget *dialog =
    cw_import_dialog_new (stage->session, open_import (stage, "code,name\n1,One\n1,Two\n"));
  GtkWidget *dropdown;

  gtk_window_present (GTK_WINDOW (dialog));
  stage_settle (stage);
  widget_assert_says (dialog, "1 problem is in the way");
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (widget_part (dialog, "problems"))),
                            "table.csv:3:1: the code “1” stands in line 2 already"));
  g_assert_false (can (dialog, "import.do"));

  /* Without the codes it is a list of two. */
  dropdown = widget_find_nth (widget_part (dialog, "columns_group"), GTK_TYPE_DROP_DOWN, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (dropdown), CW_ROLE_IGNORE);
  stage_settle (stage);
  widget_assert_says (dialog, "It becomes a list of 2 items");
  widget_assert_says (dialog, "1  One\n2  Two");
  g_assert_true (gtk_widget_activate_action (dialog, "import.do", NULL));
  spin_until (widget_find_window (CW_TYPE_IMPORT_DIALOG) == NULL);
  stage_settle (stage);
  g_assert_true (
    g_str_has_prefix (cw_document_get_undo_step (stage->document)->object, "xa-table-"));
}

static void
add (const char *name, const StageSetting *setting, void (*test) (Stage *stage, gconstpointer data))
{
  g_test_add (name, Stage, setting, stage_set_up, test, stage_tear_down);
}

static void
add_tests (void)
{
  add ("/lists-window/begin-a-list", &small, test_begin_a_list);
  add ("/lists-window/delete", &small, test_delete);
  add ("/lists-window/merge-and-split", &small, test_merge_and_split);
  add ("/lists-window/labels", &small, test_labels);
  add ("/lists-window/shipped", &with_shipped, test_shipped);
  add ("/lists-window/read-only", &read_only, test_read_only);
  add ("/lists-window/card", &small, test_card);
  add ("/lists-window/note", &small, test_note);
  add ("/lists-window/compare-follows", &small, test_compare_follows);
  add ("/lists-window/table-follows", &small, test_table_follows);
  add ("/lists-window/picker-follows", &small, test_picker_follows);
  add ("/lists-window/import", &small, test_import);
}

int
main (int argc, char **argv)
{
  return stage_run (&argc, &argv, add_tests);
}
