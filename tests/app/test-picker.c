/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "app/window-private.h"

#include "model/jurisdiction.h"
#include "model/language.h"
#include "widgets.h"

static GtkWidget *
get_picker (Stage *stage, CwSide side)
{
  return widget_part (GTK_WIDGET (stage_pane (stage, side)), "picker");
}

static GtkListBox *
get_list_box (Stage *stage, CwSide side)
{
  return GTK_LIST_BOX (widget_part (get_picker (stage, side), "list_box"));
}

static void
open_picker (Stage *stage, CwSide side)
{
  gtk_widget_activate_action (GTK_WIDGET (stage->window), "compare.choose", "s",
                              side == CW_SIDE_LEFT ? "left" : "right");
  spin_until (gtk_widget_get_mapped (get_picker (stage, side)));
  stage_settle (stage);
}

static CwList *
get_list (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "list");
}

static GtkListBoxRow *
find_row (Stage *stage, CwSide side, const char *key)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (get_list_box (stage, side), i)) != NULL;
       i++)
    {
      if (g_str_equal (cw_list_get_key (get_list (row)), key))
        return row;
    }

  g_error ("%s is not to be picked", key);
}

static void
assert_lists (Stage *stage, CwSide side, const char *keys)
{
  GPtrArray *lists = cw_session_get_lists (stage->session, side);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < lists->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            cw_list_get_key (g_ptr_array_index (lists, i)));
  g_assert_cmpstr (found->str, ==, keys);
}

static void
check_list (Stage *stage, CwSide side, const char *key, gboolean checked)
{
  GtkWidget *row = GTK_WIDGET (find_row (stage, side, key));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (widget_find (row, GTK_TYPE_CHECK_BUTTON)),
                               checked);
  stage_settle (stage);
}

/* All lists there are, by jurisdiction, the newest first; each jurisdiction has one heading. */
static void
test_groups (Stage *stage, gconstpointer data)
{
  GtkListBoxRow *row;
  GtkListBoxRow *before = NULL;
  guint n_rows = 0;

  open_picker (stage, CW_SIDE_LEFT);
  for (int i = 0;
       (row = gtk_list_box_get_row_at_index (get_list_box (stage, CW_SIDE_LEFT), i)) != NULL; i++)
    {
      const CwListCard *card = cw_list_get_card (get_list (row));
      GtkWidget *header = gtk_list_box_row_get_header (row);
      const CwListCard *card_before = before != NULL ? cw_list_get_card (get_list (before)) : NULL;

      if (before != NULL && g_str_equal (card_before->jurisdiction, card->jurisdiction))
        {
          g_assert_null (header);
          g_assert_cmpstr (card_before->issued, >=, card->issued);
        }
      else
        g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (header)), ==,
                         cw_jurisdiction_get_name (card->jurisdiction));
      if (before != NULL)
        g_assert_cmpint (cw_jurisdiction_compare (card_before->jurisdiction, card->jurisdiction),
                         <=, 0);
      before = row;
      n_rows++;
    }
  g_assert_cmpuint (n_rows, ==, cw_document_get_lists (stage->document)->len);
  gtk_popover_popdown (GTK_POPOVER (get_picker (stage, CW_SIDE_LEFT)));
}

/* Activating a row takes that list alone. */
static void
test_pick_one (Stage *stage, gconstpointer data)
{
  GtkWidget *picker = get_picker (stage, CW_SIDE_LEFT);

  open_picker (stage, CW_SIDE_LEFT);
  g_signal_emit_by_name (find_row (stage, CW_SIDE_LEFT, "jp-critical-2022"), "activate");
  spin_until (!gtk_widget_get_mapped (picker));
  stage_settle (stage);
  assert_lists (stage, CW_SIDE_LEFT, "jp-critical-2022");
  assert_lists (stage, CW_SIDE_RIGHT, "us-cet-2024 us-eft-2018");
  /* It is not in the file's mapping, and nothing is left of what was. */
  g_assert_cmpuint (cw_link_map_get_n_ribbons (stage_link_map (stage)), ==, 0);
}

/* Check marks add lists one after the other and take them away. */
static void
test_check_several (Stage *stage, gconstpointer data)
{
  open_picker (stage, CW_SIDE_RIGHT);
  check_list (stage, CW_SIDE_RIGHT, "us-cet-2024", FALSE);
  assert_lists (stage, CW_SIDE_RIGHT, "us-eft-2018");
  check_list (stage, CW_SIDE_RIGHT, "uk-critical-2023", TRUE);
  check_list (stage, CW_SIDE_RIGHT, "us-cet-2024", TRUE);
  assert_lists (stage, CW_SIDE_RIGHT, "us-eft-2018 uk-critical-2023 us-cet-2024");
  check_list (stage, CW_SIDE_RIGHT, "us-eft-2018", FALSE);
  check_list (stage, CW_SIDE_RIGHT, "uk-critical-2023", FALSE);
  check_list (stage, CW_SIDE_RIGHT, "us-cet-2024", FALSE);
  assert_lists (stage, CW_SIDE_RIGHT, "");
  check_list (stage, CW_SIDE_RIGHT, "us-cet-2024", TRUE);
  assert_lists (stage, CW_SIDE_RIGHT, "us-cet-2024");
  gtk_popover_popdown (GTK_POPOVER (get_picker (stage, CW_SIDE_RIGHT)));
}

/* What is checked is what is shown, also after the sides were swapped. */
static void
test_after_swap (Stage *stage, gconstpointer data)
{
  GtkWidget *check;

  stage_do (stage, "compare.swap");
  open_picker (stage, CW_SIDE_LEFT);
  check =
    widget_find (GTK_WIDGET (find_row (stage, CW_SIDE_LEFT, "us-cet-2024")), GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  check = widget_find (GTK_WIDGET (find_row (stage, CW_SIDE_LEFT, "cn-future-2024")),
                       GTK_TYPE_CHECK_BUTTON);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_popover_popdown (GTK_POPOVER (get_picker (stage, CW_SIDE_LEFT)));
}

static void
search (Stage *stage, const char *text)
{
  GtkWidget *entry = widget_part (get_picker (stage, CW_SIDE_LEFT), "search_entry");
  g_auto (SignalCount) changes = { 0 };

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  signal_count_begin (&changes, entry, "search-changed");
  spin_until (changes.n_times > 0);
}

static gboolean
is_found (Stage *stage, const char *key)
{
  return gtk_widget_get_child_visible (GTK_WIDGET (find_row (stage, CW_SIDE_LEFT, key)));
}

/* By title in any language, by key, by jurisdiction; Enter takes the first that is found. */
static void
test_search (Stage *stage, gconstpointer data)
{
  open_picker (stage, CW_SIDE_LEFT);
  search (stage, "未来产业");
  g_assert_true (is_found (stage, "cn-future-2024"));
  g_assert_false (is_found (stage, "us-cet-2024"));
  search (stage, "JAPAN");
  g_assert_true (is_found (stage, "jp-critical-2022"));
  g_assert_false (is_found (stage, "cn-future-2024"));
  search (stage, "us-eft");
  g_assert_true (is_found (stage, "us-eft-2018"));
  g_signal_emit_by_name (widget_part (get_picker (stage, CW_SIDE_LEFT), "search_entry"),
                         "activate");
  stage_settle (stage);
  assert_lists (stage, CW_SIDE_LEFT, "us-eft-2018");
}

static void
choose_language (GtkWidget *dropdown, const char *tag)
{
  g_autofree char *name = tag != NULL ? cw_language_get_name (tag) : g_strdup ("None");
  GListModel *names = gtk_drop_down_get_model (GTK_DROP_DOWN (dropdown));

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    {
      g_autoptr (GtkStringObject) string = g_list_model_get_item (names, i);

      if (g_str_equal (gtk_string_object_get_string (string), name))
        {
          gtk_drop_down_set_selected (GTK_DROP_DOWN (dropdown), i);
          return;
        }
    }

  g_error ("no %s", name);
}

static void
assert_languages (Stage *stage, const char *joined)
{
  g_autofree char *found = g_strjoinv (" ", (char **) cw_session_get_languages (stage->session));

  g_assert_cmpstr (found, ==, joined);
}

static void
test_languages (Stage *stage, gconstpointer data)
{
  GtkWidget *button = widget_find (stage->window->language_button, GTK_TYPE_MENU_BUTTON);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  GtkWidget *first = widget_find_nth (popover, GTK_TYPE_DROP_DOWN, 0);
  GtkWidget *second = widget_find_nth (popover, GTK_TYPE_DROP_DOWN, 1);
  g_autofree char *japanese = cw_language_get_name ("ja");
  g_autofree char *label = g_strconcat ("Labels: ", japanese, NULL);

  assert_languages (stage, "en zh-Hans");
  choose_language (first, "ja");
  stage_settle (stage);
  assert_languages (stage, "ja zh-Hans");
  choose_language (second, NULL);
  stage_settle (stage);
  assert_languages (stage, "ja");
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)), ==, japanese);
  widget_assert_name (button, label);
  /* The same twice is once. */
  choose_language (second, "ja");
  stage_settle (stage);
  assert_languages (stage, "ja");
  choose_language (first, "en");
  stage_settle (stage);
  assert_languages (stage, "en ja");
}

#define ADD(path, func) \
  g_test_add ("/picker/" path, Stage, NULL, stage_set_up, func, stage_tear_down)

static void
add_tests (void)
{
  ADD ("groups", test_groups);
  ADD ("pick-one", test_pick_one);
  ADD ("check-several", test_check_several);
  ADD ("after-swap", test_after_swap);
  ADD ("search", test_search);
  ADD ("languages", test_languages);
}

int
main (int argc, char **argv)
{
  return stage_run (&argc, &argv, add_tests);
}
