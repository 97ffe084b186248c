/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/publication-html.h"

#include "formats/publication-style.h"
#include "formats/publication-writer.h"

#include <glib/gi18n-lib.h>

/* More lists than these on one side are not named over the table, but only on their cards. */
#define MAX_TITLES 3

static void
append_escaped (GString *page, const char *string)
{
  for (const char *p = string; *p != '\0'; p++)
    {
      switch (*p)
        {
        case '&':
          g_string_append (page, "&amp;");
          break;
        case '<':
          g_string_append (page, "&lt;");
          break;
        case '>':
          g_string_append (page, "&gt;");
          break;
        case '"':
          g_string_append (page, "&quot;");
          break;
        case '\n':
          g_string_append (page, "<br>");
          break;
        default:
          g_string_append_c (page, *p);
        }
    }
}

static void
append_language (GString *page, const char *language)
{
  if (language == NULL)
    return;

  g_string_append (page, " lang=\"");
  append_escaped (page, language);
  g_string_append_c (page, '"');
}

/* Set apart, so that its direction does not touch what stands beside it. */
static void
append_text (GString *page, const CwPublicationText *text)
{
  g_string_append (page, "<bdi");
  append_language (page, text->language);
  g_string_append_c (page, '>');
  append_escaped (page, text->text);
  g_string_append (page, "</bdi>");
}

static void
append_words (GString *page, const char *element, const char *words)
{
  g_string_append_printf (page, "<%s>", element);
  append_escaped (page, words);
  g_string_append_printf (page, "</%s>", element);
}

static void
append_titles (GString *page, GArray *titles)
{
  for (guint i = 0; i < titles->len; i++)
    {
      if (i > 0)
        g_string_append (page, " + ");
      append_text (page, &g_array_index (titles, CwPublicationText, i));
    }
}

static gboolean
can_name (const GArray *titles)
{
  return titles->len > 0 && titles->len <= MAX_TITLES;
}

static void
append_caption (const CwPublication *publication, GString *page)
{
  g_string_append (page, "<caption>");
  if (can_name (publication->left_titles) && can_name (publication->right_titles))
    {
      append_titles (page, publication->left_titles);
      g_string_append (page, " <span aria-hidden=\"true\">⇄</span> ");
      append_titles (page, publication->right_titles);
    }
  else
    append_escaped (page, _ ("Table of correspondences"));
  g_string_append (page, "</caption>\n");
}

static void
append_column (GString *page, const char *class_name, const char *title, GArray *titles)
{
  g_string_append_printf (page, "<th scope=\"col\" class=\"%s\">", class_name);
  if (titles != NULL && can_name (titles))
    append_titles (page, titles);
  else
    append_escaped (page, title);
  g_string_append (page, "</th>\n");
}

static void
append_columns (const CwPublication *publication, GString *page)
{
  g_string_append (page, "<thead>\n<tr>\n");
  append_column (page, "side", C_ ("column", "Left item"), publication->left_titles);
  append_column (page, "relation", C_ ("column", "Relation"), NULL);
  append_column (page, "side", C_ ("column", "Right item"), publication->right_titles);
  if (publication->has_confidence)
    append_column (page, "confidence", C_ ("column", "Confidence"), NULL);
  if (publication->has_status)
    append_column (page, "status", C_ ("column", "Status"), NULL);
  g_string_append (page, "</tr>\n</thead>\n");
}

/* The first label, the others smaller below it. */
static void
append_labels (GString *page, GArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    {
      g_string_append (page, i == 0 ? "<span class=\"label\">" : "<span class=\"other\">");
      append_text (page, &g_array_index (texts, CwPublicationText, i));
      g_string_append (page, "</span>");
    }
}

static void
append_cell (GString *page, const CwPublicationCell *cell)
{
  if (cell->code == NULL && cell->texts->len == 0)
    {
      g_string_append (page, "<span class=\"nothing\">–</span>");
      return;
    }

  g_string_append_printf (page, "<div class=\"%s\">", cell->code != NULL ? "item" : "list");
  if (cell->code != NULL)
    {
      g_string_append (page, "<span class=\"code\"><bdi>");
      append_escaped (page, cell->code);
      g_string_append (page, "</bdi></span> ");
    }
  g_string_append (page, "<div>");
  append_labels (page, cell->texts);
  if (cell->list.text != NULL)
    {
      g_string_append (page, "<span class=\"of\">");
      append_text (page, &cell->list);
      g_string_append (page, "</span>");
    }
  g_string_append (page, "</div></div>");
}

/* A number in the table leads to its note, and the note back. */
static void
append_reference (GString *page, const CwPublicationNote *note)
{
  g_autofree char *name = NULL;

  if (note == NULL)
    return;

  /* Translators: %u is the number of a footnote */
  name = g_strdup_printf (_ ("Note %u"), note->number);
  g_string_append_printf (page, "<sup><a id=\"ref-%u\" href=\"#note-%u\" aria-label=\"",
                          note->number, note->number);
  append_escaped (page, name);
  g_string_append_printf (page, "\">%u</a></sup>", note->number);
}

static void
append_relation (GString *page, const CwPublicationEntry *entry)
{
  g_string_append (page, "<td class=\"relation\"><span class=\"phrase\">");
  append_escaped (page, entry->phrase);
  g_string_append (page, "</span>");
  append_reference (page, entry->note);
  if (entry->remark != NULL)
    {
      g_string_append (page, "<span class=\"remark\">");
      append_escaped (page, entry->remark);
      g_string_append (page, "</span>");
    }
  g_string_append (page, "</td>\n");
}

/* Every row names its item, so that it can be read by itself, also at the top of a printed page; the
 * style sheet shows it once. A cell over several rows would keep them all on one page. */
static void
append_left (GString *page, const CwPublicationEntry *entry)
{
  g_string_append_printf (page, "<th scope=\"row\" class=\"side%s\">",
                          entry->n_rows == 0 ? " same" : "");
  append_cell (page, &entry->left);
  g_string_append (page, "</th>\n");
}

static void
append_entry (const CwPublication *publication, const CwPublicationEntry *entry, GString *page)
{
  g_string_append_printf (page, "<tr class=\"%s%s%s\">\n",
                          entry->open ? "open" : cw_relation_to_key (entry->relation),
                          entry->negated ? " negated" : "", entry->n_rows > 0 ? " first" : "");
  append_left (page, entry);
  append_relation (page, entry);
  g_string_append (page, "<td class=\"side\">");
  append_cell (page, &entry->right);
  g_string_append (page, "</td>\n");
  if (publication->has_confidence)
    g_string_append_printf (page, "<td class=\"confidence\">%s</td>\n",
                            entry->confidence != NULL ? entry->confidence : "");
  if (publication->has_status)
    {
      g_string_append (page, "<td class=\"status\">");
      append_escaped (page, entry->status != NULL ? entry->status : "");
      g_string_append (page, "</td>\n");
    }
  g_string_append (page, "</tr>\n");
}

static void
append_group (const CwPublication *publication, const CwPublicationGroup *group, GString *page)
{
  g_string_append_printf (page,
                          "<tbody>\n<tr class=\"group\">\n<th scope=\"rowgroup\" colspan=\"%u\">",
                          cw_publication_get_n_columns (publication));
  append_cell (page, &group->heading);
  g_string_append (page, "</th>\n</tr>\n");
  for (guint i = 0; i < group->entries->len; i++)
    append_entry (publication, g_ptr_array_index (group->entries, i), page);
  g_string_append (page, "</tbody>\n");
}

static void
append_value (GString *page, const CwPublicationFact *fact)
{
  const char *element = fact->kind == CW_PUBLICATION_QUOTATION ? "q" : NULL;
  g_autofree char *address = cw_publication_fact_get_address (fact);

  if (address != NULL)
    {
      g_string_append (page, "<a rel=\"noreferrer\" href=\"");
      append_escaped (page, address);
      g_string_append (page, "\">");
      element = "a";
    }
  else if (element != NULL)
    g_string_append_printf (page, "<%s>", element);
  append_text (page, &fact->value);
  if (element != NULL)
    g_string_append_printf (page, "</%s>", element);
}

static void
append_facts (GString *page, GArray *facts)
{
  g_string_append (page, "<dl>\n");
  for (guint i = 0; i < facts->len; i++)
    {
      const CwPublicationFact *fact = &g_array_index (facts, CwPublicationFact, i);

      append_words (page, "dt", fact->name);
      g_string_append (page, "<dd>");
      append_value (page, fact);
      g_string_append (page, "</dd>\n");
    }
  g_string_append (page, "</dl>\n");
}

static void
append_note (GString *page, const CwPublicationNote *note)
{
  g_autofree char *name = NULL;

  g_string_append_printf (page, "<li id=\"note-%u\">", note->number);
  for (guint i = 0; i < note->facts->len; i++)
    {
      const CwPublicationFact *fact = &g_array_index (note->facts, CwPublicationFact, i);

      g_string_append (page, i > 0 ? " <span class=\"fact\">" : "<span class=\"fact\">");
      if (fact->name != NULL)
        {
          append_words (page, "b", fact->name);
          g_string_append_c (page, ' ');
        }
      append_value (page, fact);
      g_string_append (page, "</span>");
    }
  /* Translators: %u is the number of a footnote */
  name = g_strdup_printf (_ ("Back to the row of note %u"), note->number);
  g_string_append_printf (page, " <a class=\"back\" href=\"#ref-%u\" aria-label=\"", note->number);
  append_escaped (page, name);
  g_string_append (page, "\">↩\xef\xb8\x8e</a></li>\n");
}

static void
append_notes (const CwPublication *publication, GString *page)
{
  if (publication->notes->len == 0)
    return;

  g_string_append (page, "<section class=\"notes\">\n");
  append_words (page, "h2", _ ("Notes"));
  g_string_append (page, "\n<ol>\n");
  for (guint i = 0; i < publication->notes->len; i++)
    append_note (page, g_ptr_array_index (publication->notes, i));
  g_string_append (page, "</ol>\n</section>\n");
}

static void
append_meanings (const CwPublication *publication, GString *page)
{
  g_string_append (page, "<section class=\"meanings\">\n");
  append_words (page, "h2", _ ("What the relations mean"));
  g_string_append (page, "\n<dl>\n");
  for (guint i = 0; i < CW_N_RELATIONS; i++)
    {
      if (!publication->relations[i])
        continue;
      g_string_append_printf (page, "<dt class=\"%s\">", cw_relation_to_key (i));
      append_words (page, "span", cw_relation_get_phrase (i, FALSE));
      g_string_append (page, "</dt>");
      append_words (page, "dd", cw_publication_get_meaning (i));
      g_string_append_c (page, '\n');
    }
  g_string_append (page, "</dl>\n</section>\n");
}

static void
append_cards (const CwPublication *publication, GString *page)
{
  g_string_append (page, "<section class=\"cards\">\n");
  append_words (page, "h2", _ ("The lists"));
  g_string_append_c (page, '\n');
  for (guint i = 0; i < publication->cards->len; i++)
    {
      const CwPublicationCard *card = g_ptr_array_index (publication->cards, i);

      g_string_append (page, "<article>\n<h3>");
      append_text (page, &card->heading);
      g_string_append (page, "</h3>\n");
      append_facts (page, card->facts);
      g_string_append (page, "</article>\n");
    }
  g_string_append (page, "</section>\n");
}

static void
append_head (const CwPublication *publication, GString *page)
{
  g_string_append (page, "<!DOCTYPE html>\n<html");
  append_language (page, publication->language);
  g_string_append (page, ">\n<head>\n<meta charset=\"utf-8\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width\">\n"
                         "<meta name=\"color-scheme\" content=\"light dark\">\n"
                         "<meta name=\"generator\" content=\"Crosswalk\">\n");
  append_words (page, "title", publication->title.text);
  g_string_append_printf (page, "\n<style>\n%s</style>\n</head>\n", cw_publication_style);
}

static void
append_caveats (const CwPublication *publication, GString *page)
{
  g_string_append (page, "<div role=\"note\" class=\"caveat\">\n");
  for (guint i = 0; i < publication->caveats->len; i++)
    {
      g_string_append (page, "<p>");
      append_text (page, &g_array_index (publication->caveats, CwPublicationText, i));
      g_string_append (page, "</p>\n");
    }
  g_string_append (page, "</div>\n");
}

static void
append_table (const CwPublication *publication, GString *page)
{
  if (publication->groups->len == 0)
    {
      append_words (page, "p", _ ("There is no correspondence to show."));
      g_string_append_c (page, '\n');
      return;
    }

  g_string_append (page, "<table>\n");
  append_caption (publication, page);
  append_columns (publication, page);
  for (guint i = 0; i < publication->groups->len; i++)
    append_group (publication, g_ptr_array_index (publication->groups, i), page);
  g_string_append (page, "</table>\n");
  append_meanings (publication, page);
}

static void
render (const CwPublication *publication, GString *page)
{
  append_head (publication, page);
  g_string_append (page, "<body>\n<header>\n<h1>");
  append_text (page, &publication->title);
  g_string_append (page, "</h1>\n");
  append_caveats (publication, page);
  if (publication->about->len > 0)
    append_facts (page, publication->about);
  g_string_append (page, "</header>\n<main>\n");
  append_table (publication, page);
  append_notes (publication, page);
  append_cards (publication, page);
  g_string_append (page, "</main>\n</body>\n</html>\n");
}

/**
 * cw_publication_html_open:
 * @stream: where to write; a reference is taken
 * @head: what is written
 *
 * Begins one page of HTML (WHATWG HTML, "Living Standard") that needs nothing beside itself: no
 * script, no font, no picture.
 *
 * Returns: (transfer full): a table to add rows to
 */
CwConcordanceWriter *
cw_publication_html_open (GOutputStream *stream, const CwConcordanceHead *head)
{
  return cw_publication_writer_open (stream, head, render);
}
