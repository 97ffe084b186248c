/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/finding-cell.h"

#include "app/relation-style.h"

#include <glib/gi18n.h>

struct _CwFindingCell
{
  GtkWidget parent_instance;

  CwFindingRow *row;
  gulong row_handler;
  CwSession *session;

  GtkWidget *icon;
  GtkWidget *text;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (CwFindingCell, cw_finding_cell, GTK_TYPE_WIDGET)

static void
cw_finding_cell_dispose (GObject *object)
{
  CwFindingCell *self = CW_FINDING_CELL (object);

  cw_finding_cell_unbind (self);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->note, gtk_widget_unparent);

  G_OBJECT_CLASS (cw_finding_cell_parent_class)->dispose (object);
}

static void
cw_finding_cell_class_init (CwFindingCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_finding_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findingcell");
}

static GtkWidget *
add_label (CwFindingCell *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
cw_finding_cell_init (CwFindingCell *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->icon = gtk_image_new ();
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->text = add_label (self);
  gtk_widget_add_css_class (self->text, "line");
  self->note = add_label (self);
  gtk_widget_add_css_class (self->note, "dim-label");
}

static void
fill (CwFindingCell *self, const char *icon, const char *text, const char *note)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_label_set_text (GTK_LABEL (self->text), text);
  gtk_label_set_text (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
}

static void
show_heading (CwFindingCell *self)
{
  guint group = cw_finding_row_get_group (self->row);
  gboolean intended = group == CW_FINDING_GROUP_INTENDED;
  guint n_findings = cw_finding_row_get_n_findings (self->row);
  gboolean expanded = cw_finding_row_get_expanded (self->row);
  const char *explanation = intended
                              ? _ ("Marked with a reason, for as long as they stay the same.")
                              : cw_check_rule_get_explanation (group);
  g_autofree char *text =
    /* Translators: %1$s is what a check finds, %2$u how often it was found */
    g_strdup_printf (C_ ("check", "%1$s (%2$u)"),
                     intended ? C_ ("check", "Intended") : cw_check_rule_get_name (group),
                     n_findings);

  fill (self, expanded ? "pan-down-symbolic" : "pan-end-symbolic", text, explanation);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), explanation);
}

static void
show_reason (CwFindingCell *self)
{
  const CwFindingMark *mark = cw_finding_row_get_finding (self->row)->mark;
  g_autofree char *note =
    /* Translators: who marked a finding as intended, and the day */
    g_strdup_printf (_ ("%1$s, %2$.10s"), *mark->author != '\0' ? mark->author : _ ("somebody"),
                     mark->made);

  fill (self, "object-select-symbolic", mark->reason, note);
}

static void
show_link (CwFindingCell *self)
{
  const CwLink *link = cw_finding_row_get_link (self->row);
  g_autofree char *text = cw_finding_format_link (link, cw_session_get_document (self->session),
                                                  cw_session_get_languages (self->session));

  fill (self, NULL, text, cw_status_get_name (link->status));
  cw_relation_style_apply (self->text, link->relation);
}

static void
show_finding (CwFindingCell *self)
{
  const CwFinding *finding = cw_finding_row_get_finding (self->row);
  g_autofree char *text = cw_finding_format (finding, cw_session_get_document (self->session),
                                             cw_session_get_languages (self->session));

  fill (self, finding->mark == NULL ? "dialog-warning-symbolic" : "emblem-ok-symbolic", text, NULL);
}

static void
show (CwFindingCell *self)
{
  static const int indents[] = {
    [CW_FINDING_ROW_HEADING] = 0,
    [CW_FINDING_ROW_FINDING] = 12,
    [CW_FINDING_ROW_LINK] = 37,
    [CW_FINDING_ROW_REASON] = 37,
  };
  CwFindingRowKind kind = cw_finding_row_get_kind (self->row);

  cw_relation_style_clear (self->text);
  gtk_widget_set_margin_start (self->icon, indents[kind]);
  if (kind == CW_FINDING_ROW_HEADING)
    gtk_widget_add_css_class (GTK_WIDGET (self), "heading-row");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "heading-row");

  switch (kind)
    {
    case CW_FINDING_ROW_HEADING:
      show_heading (self);
      break;
    case CW_FINDING_ROW_REASON:
      show_reason (self);
      break;
    case CW_FINDING_ROW_LINK:
      show_link (self);
      break;
    case CW_FINDING_ROW_FINDING:
    default:
      show_finding (self);
      break;
    }
}

/**
 * cw_finding_cell_bind:
 * @self: a cell
 * @row: the line it shows
 * @session: for the document and the label languages
 */
void
cw_finding_cell_bind (CwFindingCell *self, CwFindingRow *row, CwSession *session)
{
  cw_finding_cell_unbind (self);
  self->row = g_object_ref (row);
  self->session = g_object_ref (session);
  self->row_handler = g_signal_connect_swapped (row, "changed", G_CALLBACK (show), self);
  show (self);
}

/**
 * cw_finding_cell_unbind:
 * @self: a cell
 */
void
cw_finding_cell_unbind (CwFindingCell *self)
{
  if (self->row == NULL)
    return;

  g_clear_signal_handler (&self->row_handler, self->row);
  g_clear_object (&self->row);
  g_clear_object (&self->session);
}
