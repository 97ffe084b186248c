/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a document with the shipped lists and the starter mapping: cli-make-document FILE */
#include "workspace/starter.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (argc, ==, 2);
  cw_starter_create_document (argv[1], "Test", CW_STARTER_MAPPED, &error);
  g_assert_no_error (error);

  return 0;
}
