/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#define DEFAULT_WIDTH 100
#define LEAST_WIDTH 40
#define MOST_WIDTH 10000

/**
 * cw_terminal_get_width:
 *
 * Returns: how many columns a line may take: $COLUMNS, else what the terminal says, else 100
 */
guint
cw_terminal_get_width (void)
{
  const char *columns = g_getenv ("COLUMNS");
  struct winsize size = { 0 };
  guint64 width;

  if (columns != NULL && g_ascii_string_to_unsigned (columns, 10, 1, MOST_WIDTH, &width, NULL))
    return MAX ((guint) width, LEAST_WIDTH);

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return MAX (size.ws_col, LEAST_WIDTH);

  return DEFAULT_WIDTH;
}
