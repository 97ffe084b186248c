/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application.h"
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

static int
on_local_options (GApplication *application, GVariantDict *options, gpointer user_data)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;

  g_print ("crosswalk %s\n", CW_VERSION);

  return 0;
}

int
main (int argc, char *argv[])
{
  g_autoptr (CwApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, CW_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* It was just done, and another thread may be reading by now. */
  gtk_disable_setlocale ();

  application = cw_application_new (argc == 1);
  g_signal_connect (application, "handle-local-options", G_CALLBACK (on_local_options), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
