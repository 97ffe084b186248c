/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "formats/publication-pages.h"
#include "table-fixture.h"

/* Pages of every size: what is laid out comes to an end and can be drawn. */

static CwPublication *
make (TableFixture *fixture)
{
  static const char *const languages[] = { "en", "zh-Hans", NULL };
  CwConcordanceHead head = table_fixture_get_head (fixture, languages);
  CwPublication *publication = cw_publication_new (&head);

  for (guint i = 0; i < fixture->rows->len; i++)
    cw_publication_add_row (publication, table_fixture_get_row (fixture, i));
  cw_publication_end (publication);

  return publication;
}

/* Whether there is ink in the room at the edges of the page. */
static gboolean
is_outside (cairo_surface_t *surface, const CwPublicationPaper *paper)
{
  int stride = cairo_image_surface_get_stride (surface);
  const guchar *data = cairo_image_surface_get_data (surface);

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        {
          const guint32 *pixels = (gconstpointer) (data + (gsize) y * (gsize) stride);

          if ((pixels[x] & 0xff000000) != 0 &&
              (x < paper->left - 2 || x > paper->width - paper->right + 2 || y < paper->top - 2 ||
               y > paper->height - paper->bottom + 4))
            return TRUE;
        }
    }

  return FALSE;
}

static guint
lay_out (const CwPublication *publication, const CwPublicationPaper *paper, gboolean check)
{
  g_autoptr (CwPublicationPages) pages = cw_publication_pages_new (publication, paper);
  guint n_turns = 0;

  while (!cw_publication_pages_advance (pages))
    g_assert_cmpuint (n_turns++, <, 1000);
  for (guint i = 0; i < cw_publication_pages_get_n_pages (pages); i++)
    {
      cairo_surface_t *surface =
        cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) paper->width + 1,
                                    (int) paper->height + 1);
      cairo_t *cr = cairo_create (surface);

      cw_publication_pages_draw (pages, cr, i, FALSE);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      if (check)
        g_assert_false (is_outside (surface, paper));
      cairo_surface_destroy (surface);
    }

  return cw_publication_pages_get_n_pages (pages);
}

/* Nothing stands in the margins of paper that is used. */
static void
test_paper (TableFixture *fixture, gconstpointer data)
{
  static const CwPublicationPaper papers[] = {
    { 841.89, 595.28, 36, 26, 36, 26 },                                      /* A4 across */
    { 792, 612, 36, 26, 36, 26 },                                            /* Letter across */
    { 595.28, 841.89, 36, 26, 36, 26 },                                      /* A4 upright */
    { 1190.55, 841.89, 50, 60, 70, 80 }, { 595.28, 419.53, 36, 26, 36, 26 }, /* A5 across */
  };
  g_autoptr (CwPublication) publication = make (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    g_assert_cmpuint (lay_out (publication, &papers[i], TRUE), >=, 1);
  g_assert_cmpuint (lay_out (publication, &papers[4], FALSE), >,
                    lay_out (publication, &papers[3], FALSE));
}

/* However small: a printer may be for labels. */
static void
test_tiny (TableFixture *fixture, gconstpointer data)
{
  g_autoptr (CwPublication) publication = make (fixture);

  for (guint size = 20; size <= 200; size += 60)
    {
      const CwPublicationPaper paper = { size, size, 10, 10, 10, 10 };

      g_assert_cmpuint (lay_out (publication, &paper, FALSE), >, 1);
    }
}

/* A note longer than a page goes on on the next ones, and every page is used. */
static void
test_tall (TableFixture *fixture, gconstpointer data)
{
  static const CwPublicationPaper paper = { 841.89, 595.28, 36, 26, 36, 26 };
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (CwPublication) before = make (fixture);
  g_autoptr (CwPublication) after = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append (words, "line\n");
  cw_mapping_set_text (&((CwMapping *) g_ptr_array_index (fixture->mappings, 0))->rationale,
                       words->str);
  after = make (fixture);
  g_assert_cmpuint (lay_out (after, &paper, TRUE), >=, lay_out (before, &paper, TRUE) + 7);
}

/* The outline leads to the categories and to what follows the table. */
static void
test_marks (TableFixture *fixture, gconstpointer data)
{
  static const CwPublicationPaper paper = { 841.89, 595.28, 36, 26, 36, 26 };
  static const char *const wanted[] = {
    "Advanced materials", "Left list (2023)",        "Left list (2023)",
    "Right list (2024)",  "What the relations mean", "Notes",
    "The lists",
  };
  g_autoptr (CwPublication) publication = make (fixture);
  g_autoptr (CwPublicationPages) pages = cw_publication_pages_new (publication, &paper);
  const GArray *marks;
  guint page = 0;

  while (!cw_publication_pages_advance (pages))
    ;
  marks = cw_publication_pages_get_marks (pages);
  g_assert_cmpuint (marks->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < marks->len; i++)
    {
      const CwPublicationMark *mark = &g_array_index (marks, CwPublicationMark, i);

      g_assert_cmpstr (mark->text, ==, wanted[i]);
      g_assert_cmpuint (mark->page, >=, page);
      g_assert_cmpuint (mark->page, <, cw_publication_pages_get_n_pages (pages));
      page = mark->page;
    }
}

#define ADD(path, func)                                                                    \
  g_test_add ("/publication-layout/" path, TableFixture, NULL, table_fixture_set_up, func, \
              table_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("paper", test_paper);
  ADD ("tiny", test_tiny);
  ADD ("tall", test_tall);
  ADD ("marks", test_marks);

  return g_test_run ();
}
