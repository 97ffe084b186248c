/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/shortcuts.h"

#include <glib/gi18n.h>

/* The one table of keys: what the program binds and what the shortcuts window shows. Keys without
 * a modifier are bound on the window, where they arrive only if no text field took them. */
static const struct
{
  const char *group;
  const char *action;
  const char *accel;
  const char *title;
} shortcuts[] = {
  { NC_ ("shortcut group", "Linking"), "edit.link('exact')", "1",
    NC_ ("shortcut", "Link: the same") },
  { NC_ ("shortcut group", "Linking"), "edit.link('close')", "2",
    NC_ ("shortcut", "Link: nearly the same") },
  { NC_ ("shortcut group", "Linking"), "edit.link('broad')", "3",
    NC_ ("shortcut", "Link: left is part of right") },
  { NC_ ("shortcut group", "Linking"), "edit.link('narrow')", "4",
    NC_ ("shortcut", "Link: left contains right") },
  { NC_ ("shortcut group", "Linking"), "edit.link('overlap')", "5",
    NC_ ("shortcut", "Link: both share a part") },
  { NC_ ("shortcut group", "Linking"), "edit.link('related')", "6",
    NC_ ("shortcut", "Link: associated") },
  { NC_ ("shortcut group", "Linking"), "edit.absence", "0",
    NC_ ("shortcut", "Record that there is no counterpart") },
  { NC_ ("shortcut group", "Linking"), "edit.negate", "x",
    NC_ ("shortcut", "Say that the relation does not hold, or that it does") },
  { NC_ ("shortcut group", "Linking"), "edit.delete", "Delete",
    NC_ ("shortcut", "Delete the mapping") },
  { NC_ ("shortcut group", "Linking"), "compare.unselect", "Escape",
    NC_ ("shortcut", "Select nothing") },
  { NC_ ("shortcut group", "Editing"), "edit.undo", "<Control>z", NC_ ("shortcut", "Undo") },
  { NC_ ("shortcut group", "Editing"), "edit.redo", "<Control><Shift>z", NC_ ("shortcut", "Redo") },
  { NC_ ("shortcut group", "Editing"), "table.edit", "F2",
    NC_ ("shortcut", "Edit the cell of the table") },
  { NC_ ("shortcut group", "Editing"), "edit.copy", "<Control>c",
    NC_ ("shortcut", "Copy the mappings of an item") },
  { NC_ ("shortcut group", "Editing"), "win.paste-mappings", "<Control><Shift>v",
    NC_ ("shortcut", "Paste mappings from the clipboard") },
  { NC_ ("shortcut group", "Looking"), "win.filter", "<Control>f",
    NC_ ("shortcut", "Filter this side") },
  { NC_ ("shortcut group", "Looking"), "win.page('compare')", "<Alt>1",
    NC_ ("shortcut", "Compare the two sides") },
  { NC_ ("shortcut group", "Looking"), "win.page('table')", "<Alt>2",
    NC_ ("shortcut", "See all mappings as a table") },
  { NC_ ("shortcut group", "Looking"), "win.page('codings')", "<Alt>3",
    NC_ ("shortcut", "Compare codings and settle") },
  { NC_ ("shortcut group", "Looking"), "win.page('checks')", "<Alt>4",
    NC_ ("shortcut", "See what contradicts itself") },
  { NC_ ("shortcut group", "Looking"), "win.page('history')", "<Alt>5",
    NC_ ("shortcut", "See what was done") },
  { NC_ ("shortcut group", "Looking"), "compare.next-open", "n",
    NC_ ("shortcut", "Go to the next open item") },
  { NC_ ("shortcut group", "Looking"), "compare.switch-side", "F6",
    NC_ ("shortcut", "Go to the other side") },
  { NC_ ("shortcut group", "Looking"), "compare.choose('left')", "<Control>l",
    NC_ ("shortcut", "Choose the lists on the left") },
  { NC_ ("shortcut group", "Looking"), "compare.choose('right')", "<Control>r",
    NC_ ("shortcut", "Choose the lists on the right") },
  { NC_ ("shortcut group", "Looking"), "compare.swap", "<Control><Shift>x",
    NC_ ("shortcut", "Swap sides") },
  { NC_ ("shortcut group", "Looking"), "compare.fold-all", "<Control>minus",
    NC_ ("shortcut", "Fold all") },
  { NC_ ("shortcut group", "Looking"), "compare.unfold-all", "<Control>plus",
    NC_ ("shortcut", "Unfold all") },
  { NC_ ("shortcut group", "Looking"), "win.inspector", "F9",
    NC_ ("shortcut", "Show or hide the inspector") },
  { NC_ ("shortcut group", "Looking"), "win.lists", "<Control><Shift>l",
    NC_ ("shortcut", "See and edit lists") },
  { NC_ ("shortcut group", "Documents"), "win.new", "<Control>n",
    NC_ ("shortcut", "New document") },
  { NC_ ("shortcut group", "Documents"), "win.new-window", "<Control><Shift>n",
    NC_ ("shortcut", "Show the document in another window") },
  { NC_ ("shortcut group", "Documents"), "win.open", "<Control>o",
    NC_ ("shortcut", "Open a document") },
  { NC_ ("shortcut group", "Documents"), "win.save-copy", "<Control><Shift>s",
    NC_ ("shortcut", "Save a copy") },
  { NC_ ("shortcut group", "Documents"), "win.import-mappings", "<Control>i",
    NC_ ("shortcut", "Import mappings") },
  { NC_ ("shortcut group", "Documents"), "win.export", "<Control>e", NC_ ("shortcut", "Export") },
  { NC_ ("shortcut group", "Documents"), "win.print", "<Control>p",
    NC_ ("shortcut", "Print what is shown") },
  { NC_ ("shortcut group", "Documents"), "win.export-document", "<Control><Shift>e",
    NC_ ("shortcut", "Export everything") },
  { NC_ ("shortcut group", "Documents"), "window.close", "<Control>w",
    NC_ ("shortcut", "Close the window") },
  { NC_ ("shortcut group", "Documents"), "app.quit", "<Control>q", NC_ ("shortcut", "Quit") },
  { NC_ ("shortcut group", "Help"), "win.menu", "F10", NC_ ("shortcut", "Open the menu") },
  { NC_ ("shortcut group", "Help"), "win.show-shortcuts", "<Control>question",
    NC_ ("shortcut", "Keyboard shortcuts") },
};

/* Keys of the items of a list that is edited: bound on them, so that they mean something else
 * elsewhere. */
static const struct
{
  const char *action;
  const char *accel;
  const char *title;
} item_shortcuts[] = {
  { "items.rename", "F2", NC_ ("shortcut", "Change the name of an item (also Enter)") },
  { "items.add", "Insert", NC_ ("shortcut", "Add an item after this one") },
  { "items.add", "<Control>n", NULL },
  { "items.add-below", "<Shift>Insert", NC_ ("shortcut", "Add an item under this one") },
  { "items.up", "<Alt>Up", NC_ ("shortcut", "Move an item up") },
  { "items.down", "<Alt>Down", NC_ ("shortcut", "Move an item down") },
  { "items.indent", "<Alt>Right", NC_ ("shortcut", "Move an item under the one above") },
  { "items.outdent", "<Alt>Left", NC_ ("shortcut", "Move an item a level out") },
  { "items.delete", "Delete", NC_ ("shortcut", "Delete an item") },
  { "items.menu", "<Shift>F10", NC_ ("shortcut", "Open the menu of an item") },
  { "items.menu", "Menu", NULL },
};

/**
 * cw_shortcuts_add_item_keys:
 * @view: the items of a list that is edited
 *
 * Binds the keys that change them.
 */
void
cw_shortcuts_add_item_keys (GtkWidget *view)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (item_shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (
                                                              item_shortcuts[i].accel),
                                                            gtk_named_action_new (
                                                              item_shortcuts[i].action)));
  gtk_widget_add_controller (view, controller);
}

/* A bare key, or one that a text field has a use of its own for, must not be an accelerator: those
 * are caught before the field sees them. */
static gboolean
is_for_bubbling (const char *accel)
{
  return *accel != '<' || g_str_equal (accel, "<Control>c");
}

/**
 * cw_shortcuts_set_accels:
 * @application: the application
 *
 * Binds the keys that work wherever the focus is.
 */
void
cw_shortcuts_set_accels (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      const char *accels[] = { shortcuts[i].accel, NULL };

      if (!is_for_bubbling (shortcuts[i].accel))
        gtk_application_set_accels_for_action (application, shortcuts[i].action, accels);
    }
}

static void
add_binding (GtkWidgetClass *widget_class,
             guint key,
             GdkModifierType modifiers,
             const char *detailed_action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!g_action_parse_detailed_name (detailed_action, &name, &target, NULL))
    g_assert_not_reached ();

  if (target != NULL)
    gtk_widget_class_add_binding_action (widget_class, key, modifiers, name, "s",
                                         g_variant_get_string (target, NULL));
  else
    gtk_widget_class_add_binding_action (widget_class, key, modifiers, name, NULL);
}

/**
 * cw_shortcuts_add_bindings:
 * @widget_class: the class of the window
 *
 * Binds the keys that work unless a text field has a use for them; digits of the keypad too.
 */
void
cw_shortcuts_add_bindings (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      guint key;
      GdkModifierType modifiers;

      if (!is_for_bubbling (shortcuts[i].accel))
        continue;

      gtk_accelerator_parse (shortcuts[i].accel, &key, &modifiers);
      /* The key bound last is the one that menus show. */
      if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
        add_binding (widget_class, key - GDK_KEY_0 + GDK_KEY_KP_0, modifiers, shortcuts[i].action);
      add_binding (widget_class, key, modifiers, shortcuts[i].action);
    }
}

static void
append_shortcut (GString *xml, const char *untranslated, const char *keys)
{
  g_autofree char *title =
    g_markup_escape_text (g_dpgettext2 (GETTEXT_PACKAGE, "shortcut", untranslated), -1);
  g_autofree char *accel = g_markup_escape_text (keys, -1);

  g_string_append_printf (xml,
                          "<child><object class='GtkShortcutsShortcut'>"
                          "<property name='title'>%s</property>"
                          "<property name='accelerator'>%s</property></object></child>",
                          title, accel);
}

static void
append_item_shortcuts (GString *xml)
{
  g_autofree char *title =
    g_markup_escape_text (g_dpgettext2 (GETTEXT_PACKAGE, "shortcut group",
                                        NC_ ("shortcut group", "Editing lists")),
                          -1);

  g_string_append_printf (xml,
                          "</object></child><child><object class='GtkShortcutsGroup'>"
                          "<property name='title'>%s</property>",
                          title);
  for (guint i = 0; i < G_N_ELEMENTS (item_shortcuts); i++)
    {
      if (item_shortcuts[i].title != NULL)
        append_shortcut (xml, item_shortcuts[i].title, item_shortcuts[i].accel);
    }
}

/* The parts of a shortcuts window cannot be put together by calls in every version of GTK; a
 * builder can in all of them. */
static char *
make_xml (void)
{
  GString *xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                               "<property name='modal'>1</property><child>"
                               "<object class='GtkShortcutsSection'>"
                               "<property name='section-name'>all</property>");
  const char *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (g_strcmp0 (shortcuts[i].group, group) != 0)
        {
          g_autofree char *title =
            g_markup_escape_text (g_dpgettext2 (GETTEXT_PACKAGE, "shortcut group",
                                                shortcuts[i].group),
                                  -1);

          if (group != NULL)
            g_string_append (xml, "</object></child>");
          group = shortcuts[i].group;
          g_string_append_printf (xml,
                                  "<child><object class='GtkShortcutsGroup'>"
                                  "<property name='title'>%s</property>",
                                  title);
        }
      append_shortcut (xml, shortcuts[i].title, shortcuts[i].accel);
    }
  append_item_shortcuts (xml);
  g_string_append (xml, "</object></child></object></child></object></interface>");

  return g_string_free (xml, FALSE);
}

/**
 * cw_shortcuts_new_window:
 *
 * Returns: (transfer none): a window that shows the table; owned by GTK until it is closed
 */
GtkWidget *
cw_shortcuts_new_window (void)
{
  g_autofree char *xml = make_xml ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (xml, -1);

  return GTK_WIDGET (gtk_builder_get_object (builder, "window"));
}
