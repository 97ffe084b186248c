/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/print-operation.h"

/* The margins of the program, or what the printer needs where that is more. */
static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, CwPrintout *printout)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  const CwPublicationPaper paper = {
    .width = gtk_print_context_get_width (context),
    .height = gtk_print_context_get_height (context),
    .left =
      MAX (CW_PUBLICATION_SIDE_MARGIN, gtk_page_setup_get_left_margin (setup, GTK_UNIT_POINTS)),
    .top = MAX (CW_PUBLICATION_END_MARGIN, gtk_page_setup_get_top_margin (setup, GTK_UNIT_POINTS)),
    .right =
      MAX (CW_PUBLICATION_SIDE_MARGIN, gtk_page_setup_get_right_margin (setup, GTK_UNIT_POINTS)),
    .bottom =
      MAX (CW_PUBLICATION_END_MARGIN, gtk_page_setup_get_bottom_margin (setup, GTK_UNIT_POINTS)),
  };

  cw_printout_begin (printout, &paper);
}

/* Called again and again, with room for other events between, until it is done. */
static gboolean
on_paginate (GtkPrintOperation *operation, GtkPrintContext *context, CwPrintout *printout)
{
  if (!cw_printout_advance (printout))
    return FALSE;

  gtk_print_operation_set_n_pages (operation, (int) cw_printout_get_n_pages (printout));

  return TRUE;
}

static void
on_draw (GtkPrintOperation *operation, GtkPrintContext *context, int page, CwPrintout *printout)
{
  cw_printout_draw (printout, gtk_print_context_get_cairo_context (context), (guint) page);
}

/**
 * cw_print_operation_new:
 * @printout: (transfer full): what is printed
 * @title: the name of the print job
 *
 * Returns: (transfer full): an operation that prints it, across the page unless the person says
 *   otherwise
 */
GtkPrintOperation *
cw_print_operation_new (CwPrintout *printout, const char *title)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_page_setup_set_left_margin (setup, CW_PUBLICATION_SIDE_MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, CW_PUBLICATION_SIDE_MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_top_margin (setup, CW_PUBLICATION_END_MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, CW_PUBLICATION_END_MARGIN, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "printout", printout,
                          (GDestroyNotify) cw_printout_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin), printout);
  g_signal_connect (operation, "paginate", G_CALLBACK (on_paginate), printout);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw), printout);

  return operation;
}
