/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/orcid.h"

/* The examples are those of ORCID's own documentation. */
static void
test_good (void)
{
  static const struct
  {
    const char *text;
    const char *orcid;
  } good[] = {
    { "0000-0002-1825-0097", "0000-0002-1825-0097" },
    { "0000-0001-5109-3700", "0000-0001-5109-3700" },
    { "0000-0002-1694-233X", "0000-0002-1694-233X" },
    { "0000-0002-1694-233x", "0000-0002-1694-233X" },
    { "0000000218250097", "0000-0002-1825-0097" },
    { "  https://orcid.org/0000-0002-1825-0097 ", "0000-0002-1825-0097" },
    { "http://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097" },
    { "orcid:0000-0002-1825-0097", "0000-0002-1825-0097" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *orcid = cw_orcid_parse (good[i].text);

      g_assert_cmpstr (orcid, ==, good[i].orcid);
    }
}

static void
test_bad (void)
{
  static const char *const bad[] = {
    "",
    "Josiah Carberry",
    "0000-0002-1825-009",
    "0000-0002-1825-00977",
    "0000-0002-1825-009X",
    "000-00002-1825-0097",
    "0000--0002-1825-0097",
    "-0000-0002-1825-0097",
    "0000-0002-1825-0097-",
    "X000-0002-1825-0097",
    "https://example.org/0000-0002-1825-0097",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *orcid = cw_orcid_parse (bad[i]);

      g_assert_null (orcid);
    }
}

/* A single wrong digit, and two neighbours exchanged, are found: what a check character is for. */
static void
test_slips (void)
{
  const char *good = "0000000218250097";

  for (guint i = 0; i < 16; i++)
    {
      for (char digit = '0'; digit <= '9'; digit++)
        {
          g_autofree char *slip = g_strdup (good);
          g_autofree char *orcid = NULL;

          slip[i] = digit;
          orcid = cw_orcid_parse (slip);
          g_assert_true ((orcid != NULL) == (digit == good[i]));
        }
    }
  for (guint i = 0; i < 15; i++)
    {
      g_autofree char *slip = g_strdup (good);
      g_autofree char *orcid = NULL;

      slip[i] = good[i + 1];
      slip[i + 1] = good[i];
      orcid = cw_orcid_parse (slip);
      g_assert_true ((orcid != NULL) == (good[i] == good[i + 1]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/orcid/good", test_good);
  g_test_add_func ("/orcid/bad", test_bad);
  g_test_add_func ("/orcid/slips", test_slips);

  return g_test_run ();
}
