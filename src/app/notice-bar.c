/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notice-bar.h"

struct _CwNoticeBar
{
  GtkWidget parent_instance;

  char *action;

  GtkWidget *words;
  GtkWidget *button;
  GtkWidget *dismiss_button;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_ACTION,
  PROP_DISMISS_LABEL,
  PROP_DISMISS_ACTION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CwNoticeBar, cw_notice_bar, GTK_TYPE_WIDGET)

static void
cw_notice_bar_dispose (GObject *object)
{
  CwNoticeBar *self = CW_NOTICE_BAR (object);

  g_clear_pointer (&self->action, g_free);
  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->dismiss_button, gtk_widget_unparent);

  G_OBJECT_CLASS (cw_notice_bar_parent_class)->dispose (object);
}

static void
cw_notice_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  CwNoticeBar *self = CW_NOTICE_BAR (object);

  switch (id)
    {
    case PROP_LABEL:
      gtk_button_set_label (GTK_BUTTON (self->button), g_value_get_string (value));
      break;
    case PROP_ACTION:
      g_free (self->action);
      self->action = g_value_dup_string (value);
      break;
    case PROP_DISMISS_LABEL:
      gtk_button_set_label (GTK_BUTTON (self->dismiss_button), g_value_get_string (value));
      break;
    case PROP_DISMISS_ACTION:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->dismiss_button),
                                      g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static GParamSpec *
make_property (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
}

static void
cw_notice_bar_class_init (CwNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_notice_bar_dispose;
  G_OBJECT_CLASS (klass)->set_property = cw_notice_bar_set_property;
  properties[PROP_LABEL] = make_property ("label");
  properties[PROP_ACTION] = make_property ("action");
  properties[PROP_DISMISS_LABEL] = make_property ("dismiss-label");
  properties[PROP_DISMISS_ACTION] = make_property ("dismiss-action");
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/listcrosswalk/Crosswalk/ui/notice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CwNoticeBar, words);
  gtk_widget_class_bind_template_child (widget_class, CwNoticeBar, button);
  gtk_widget_class_bind_template_child (widget_class, CwNoticeBar, dismiss_button);
}

static void
cw_notice_bar_init (CwNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cw_notice_bar_show:
 * @self: a bar
 * @words: what to say
 * @target: (nullable): for the first button's action; a floating reference is taken
 */
void
cw_notice_bar_show (CwNoticeBar *self, const char *words, GVariant *target)
{
  GtkActionable *button = GTK_ACTIONABLE (self->button);

  gtk_label_set_text (GTK_LABEL (self->words), words);
  /* An action and its target have to fit each other at every moment. */
  gtk_actionable_set_action_name (button, NULL);
  gtk_actionable_set_action_target_value (button, target);
  gtk_actionable_set_action_name (button, self->action);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
