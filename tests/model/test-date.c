/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/date.h"

static void
test_days (void)
{
  g_assert_true (cw_date_is_valid ("2024-02-29"));
  g_assert_false (cw_date_is_valid ("2023-02-29"));
  g_assert_false (cw_date_is_valid ("2024-2-9"));
  g_assert_false (cw_date_is_valid (""));
  g_assert_false (cw_date_is_valid (NULL));
}

static void
test_times (void)
{
  static const char *const cases[][2] = {
    { "2026-01-02", "2026-01-02" },
    { "2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z" },
    { "2026-01-02T03:04:05.678Z", "2026-01-02T03:04:05Z" },
    { "2026-01-02T00:04:05+02:00", "2026-01-01T22:04:05Z" },
    { "2026-01-02T03:04:05", "2026-01-02T03:04:05Z" },
    { "2026-02-30T03:04:05Z", NULL },
    { "2026-01-02 03:04:05", NULL },
    { "2026-01-02T25:00:00Z", NULL },
    { "2026-01-02T", NULL },
    { "2026", NULL },
    { "today", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *time = cw_time_parse (cases[i][0]);

      g_assert_cmpstr (time, ==, cases[i][1]);
    }
  g_assert_null (cw_time_parse (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/date/days", test_days);
  g_test_add_func ("/model/date/times", test_times);

  return g_test_run ();
}
