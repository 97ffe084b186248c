/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/relation-style.h"

#include <math.h>
#include <string.h>

/* The backgrounds of libadwaita's windows. */
#define LIGHT_BACKGROUND "#fafafa"
#define DARK_BACKGROUND "#242424"

typedef struct
{
  const char *name;
  const char *style_sheet;
  const char *background;
  gboolean dark;
} Scheme;

static const Scheme schemes[] = {
  { "light", "style.css", LIGHT_BACKGROUND, FALSE },
  { "dark", "style-dark.css", DARK_BACKGROUND, TRUE },
};

static char *
load (const Scheme *scheme)
{
  g_autofree char *path =
    g_strconcat ("/io/github/listcrosswalk/Crosswalk/", scheme->style_sheet, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
find_color (const char *css, const char *pattern, GdkRGBA *color)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = NULL;

  if (!g_regex_match (regex, css, 0, &match))
    g_error ("no %s", pattern);
  text = g_match_info_fetch (match, 1);
  g_assert_true (gdk_rgba_parse (color, text));
}

/* WCAG 2.2, "relative luminance". */
static double
get_channel (float value)
{
  return (double) value <= 0.04045 ? (double) value / 12.92
                                   : pow (((double) value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *color)
{
  return 0.2126 * get_channel (color->red) + 0.7152 * get_channel (color->green) +
         0.0722 * get_channel (color->blue);
}

static double
get_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double lighter = MAX (get_luminance (a), get_luminance (b));
  double darker = MIN (get_luminance (a), get_luminance (b));

  return (lighter + 0.05) / (darker + 0.05);
}

static void
test_formula (void)
{
  GdkRGBA black = { 0, 0, 0, 1 };
  GdkRGBA white = { 1, 1, 1, 1 };
  GdkRGBA grey;

  gdk_rgba_parse (&grey, "#767676");
  g_assert_cmpfloat_with_epsilon (get_contrast (&black, &white), 21, 1e-6);
  g_assert_cmpfloat_with_epsilon (get_contrast (&grey, &white), 4.54, 0.005);
}

/* Drawing and text use the same colours. */
static void
test_style_sheet (gconstpointer data)
{
  const Scheme *scheme = data;
  g_autofree char *css = load (scheme);

  for (CwRelation relation = CW_RELATION_NONE; relation < CW_N_RELATIONS; relation++)
    {
      g_autofree char *pattern = g_strdup_printf ("^\\.%s \\{ color: (#[0-9a-f]{6}); \\}$",
                                                  cw_relation_style_get_class (relation));
      GdkRGBA in_css, drawn;

      find_color (css, pattern, &in_css);
      cw_relation_style_get_color (relation, scheme->dark, &drawn);
      g_assert_true (gdk_rgba_equal (&in_css, &drawn));
    }
}

static void
test_classes (void)
{
  for (CwRelation relation = CW_RELATION_NONE; relation < CW_N_RELATIONS; relation++)
    {
      g_autofree char *wanted = g_strconcat ("relation-", cw_relation_to_key (relation), NULL);

      g_assert_cmpstr (cw_relation_style_get_class (relation), ==, wanted);
    }
}

/* WCAG 2.2, 1.4.3: text is told from its background by all who see but little. */
static void
test_contrast (gconstpointer data)
{
  const Scheme *scheme = data;
  GdkRGBA background;

  gdk_rgba_parse (&background, scheme->background);
  for (CwRelation relation = CW_RELATION_NONE; relation < CW_N_RELATIONS; relation++)
    {
      GdkRGBA color;

      cw_relation_style_get_color (relation, scheme->dark, &color);
      g_test_message ("%s: %.2f", cw_relation_to_key (relation),
                      get_contrast (&color, &background));
      g_assert_cmpfloat (get_contrast (&color, &background), >=, 4.5);
    }
}

static float
blend (float over, float under, double alpha)
{
  return (float) ((double) over * alpha + (double) under * (1 - alpha));
}

/* "No counterpart" stands on a tint of its own colour. */
static void
test_pill_contrast (gconstpointer data)
{
  const Scheme *scheme = data;
  g_autofree char *css = load (scheme);
  const char *rule = strstr (css, "itemcell .absent-pill {");
  g_autoptr (GRegex) regex =
    g_regex_new ("background-color: alpha\\((#[0-9a-f]{6}), ([0-9.]+)\\)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *tint_text = NULL;
  g_autofree char *alpha_text = NULL;
  GdkRGBA color, tint, background;
  double alpha;

  g_assert_nonnull (rule);
  find_color (rule, "^ *color: (#[0-9a-f]{6});$", &color);
  g_assert_true (g_regex_match (regex, rule, 0, &match));
  tint_text = g_match_info_fetch (match, 1);
  alpha_text = g_match_info_fetch (match, 2);
  alpha = g_ascii_strtod (alpha_text, NULL);
  gdk_rgba_parse (&tint, tint_text);
  gdk_rgba_parse (&background, scheme->background);
  background.red = blend (tint.red, background.red, alpha);
  background.green = blend (tint.green, background.green, alpha);
  background.blue = blend (tint.blue, background.blue, alpha);
  g_test_message ("pill: %.2f", get_contrast (&color, &background));
  g_assert_cmpfloat (get_contrast (&color, &background), >=, 4.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/relation-style/formula", test_formula);
  g_test_add_func ("/relation-style/classes", test_classes);
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      static const struct
      {
        const char *name;
        GTestDataFunc func;
      } tests[] = {
        { "style-sheet", test_style_sheet },
        { "contrast", test_contrast },
        { "pill-contrast", test_pill_contrast },
      };

      for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
        {
          g_autofree char *path =
            g_strdup_printf ("/relation-style/%s/%s", tests[j].name, schemes[i].name);

          g_test_add_data_func (path, &schemes[i], tests[j].func);
        }
    }

  return g_test_run ();
}
