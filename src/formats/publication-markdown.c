/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/publication-markdown.h"

#include "formats/publication-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What may begin something within a line of GitHub Flavored Markdown (version 0.29); any of it may be
 * escaped (section 6.1). */
#define SPECIAL "\\`*_{}[]#|~$^"

/* GitHub makes links of these by itself (section 6.9). */
static gboolean
begins_link (const char *string, const char *p)
{
  return g_str_has_prefix (p, "://") ||
         (*p == '.' && p - string >= 3 && g_ascii_strncasecmp (p - 3, "www", 3) == 0);
}

static void
append_escaped (GString *page, const char *string)
{
  for (const char *p = string; *p != '\0'; p++)
    {
      switch (*p)
        {
        case '\n':
          g_string_append (page, "<br>");
          break;
        case '&':
          g_string_append (page, "&amp;");
          break;
        case '<':
          g_string_append (page, "&lt;");
          break;
        case '>':
          g_string_append (page, "&gt;");
          break;
        default:
          if (strchr (SPECIAL, *p) != NULL || begins_link (string, p))
            g_string_append_c (page, '\\');
          g_string_append_c (page, *p);
        }
    }
}

/* Text at the beginning of a line, where it could begin a list or a heading. */
static void
append_line (GString *page, const char *string)
{
  gsize n_digits = strspn (string, "0123456789");

  if (*string != '\0' && strchr ("-+=", *string) != NULL)
    g_string_append_c (page, '\\');
  if (n_digits > 0 && (string[n_digits] == '.' || string[n_digits] == ')'))
    {
      g_string_append_len (page, string, (gssize) n_digits);
      g_string_append_c (page, '\\');
      string += n_digits;
    }
  append_escaped (page, string);
}

static void
append_texts (GString *page, GArray *texts, const char *between)
{
  for (guint i = 0; i < texts->len; i++)
    {
      if (i > 0)
        g_string_append (page, between);
      append_escaped (page, g_array_index (texts, CwPublicationText, i).text);
    }
}

static void
append_heading (GString *page, const char *marks, const char *words)
{
  g_string_append_printf (page, "\n%s ", marks);
  append_escaped (page, words);
  g_string_append_c (page, '\n');
}

static void
append_cell (GString *page, const CwPublicationCell *cell)
{
  if (cell->code == NULL && cell->texts->len == 0)
    g_string_append (page, "–");
  if (cell->code != NULL)
    {
      append_escaped (page, cell->code);
      g_string_append (page, "&emsp;");
    }
  append_texts (page, cell->texts, "<br>");
  if (cell->list.text != NULL)
    {
      g_string_append (page, "<br>(");
      append_escaped (page, cell->list.text);
      g_string_append_c (page, ')');
    }
}

static void
append_entry (const CwPublication *publication, const CwPublicationEntry *entry, GString *page)
{
  g_string_append (page, "| ");
  append_cell (page, &entry->left);
  g_string_append (page, " | **");
  append_escaped (page, entry->phrase);
  g_string_append (page, "**");
  if (entry->note != NULL)
    g_string_append_printf (page, "[^%u]", entry->note->number);
  if (entry->remark != NULL)
    {
      g_string_append (page, "<br>");
      append_escaped (page, entry->remark);
    }
  g_string_append (page, " | ");
  append_cell (page, &entry->right);
  if (publication->has_confidence)
    g_string_append_printf (page, " | %s", entry->confidence != NULL ? entry->confidence : "");
  if (publication->has_status)
    {
      g_string_append (page, " | ");
      append_escaped (page, entry->status != NULL ? entry->status : "");
    }
  g_string_append (page, " |\n");
}

static void
append_columns (const CwPublication *publication, GString *page)
{
  g_string_append (page, "| ");
  append_escaped (page, C_ ("column", "Left item"));
  g_string_append (page, " | ");
  append_escaped (page, C_ ("column", "Relation"));
  g_string_append (page, " | ");
  append_escaped (page, C_ ("column", "Right item"));
  g_string_append (page, " |");
  if (publication->has_confidence)
    g_string_append_printf (page, " %s |", C_ ("column", "Confidence"));
  if (publication->has_status)
    g_string_append_printf (page, " %s |", C_ ("column", "Status"));
  g_string_append (page, "\n| --- | --- | --- |");
  if (publication->has_confidence)
    g_string_append (page, " ---: |");
  if (publication->has_status)
    g_string_append (page, " --- |");
  g_string_append_c (page, '\n');
}

static void
append_group (const CwPublication *publication, const CwPublicationGroup *group, GString *page)
{
  g_string_append (page, "\n### ");
  if (group->heading.list.text != NULL)
    {
      append_escaped (page, group->heading.list.text);
      g_string_append (page, ": ");
    }
  if (group->heading.code != NULL)
    {
      append_escaped (page, group->heading.code);
      g_string_append_c (page, ' ');
    }
  append_texts (page, group->heading.texts, " / ");
  g_string_append (page, "\n\n");
  append_columns (publication, page);
  for (guint i = 0; i < group->entries->len; i++)
    append_entry (publication, g_ptr_array_index (group->entries, i), page);
}

static void
append_value (GString *page, const CwPublicationFact *fact)
{
  g_autofree char *address = cw_publication_fact_get_address (fact);

  if (fact->kind == CW_PUBLICATION_QUOTATION)
    g_string_append (page, "“");
  if (address != NULL)
    g_string_append_printf (page, "<%s>", address);
  else
    append_escaped (page, fact->value.text);
  if (fact->kind == CW_PUBLICATION_QUOTATION)
    g_string_append (page, "”");
}

static void
append_facts (GString *page, GArray *facts)
{
  if (facts->len > 0)
    g_string_append_c (page, '\n');
  for (guint i = 0; i < facts->len; i++)
    {
      const CwPublicationFact *fact = &g_array_index (facts, CwPublicationFact, i);

      g_string_append (page, "- **");
      append_escaped (page, fact->name);
      g_string_append (page, ":** ");
      append_value (page, fact);
      g_string_append_c (page, '\n');
    }
}

static void
append_note (GString *page, const CwPublicationNote *note)
{
  g_string_append_printf (page, "[^%u]: ", note->number);
  for (guint i = 0; i < note->facts->len; i++)
    {
      const CwPublicationFact *fact = &g_array_index (note->facts, CwPublicationFact, i);

      if (i > 0)
        g_string_append (page, "<br>");
      if (fact->name != NULL)
        {
          g_string_append (page, "**");
          append_escaped (page, fact->name);
          g_string_append (page, ":** ");
        }
      if (i == 0 && fact->name == NULL)
        append_line (page, fact->value.text);
      else
        append_value (page, fact);
    }
  g_string_append_c (page, '\n');
}

static void
append_meanings (const CwPublication *publication, GString *page)
{
  append_heading (page, "##", _ ("What the relations mean"));
  g_string_append_c (page, '\n');
  for (guint i = 0; i < CW_N_RELATIONS; i++)
    {
      if (!publication->relations[i])
        continue;
      g_string_append (page, "- **");
      append_escaped (page, cw_relation_get_phrase (i, FALSE));
      g_string_append (page, ":** ");
      append_escaped (page, cw_publication_get_meaning (i));
      g_string_append_c (page, '\n');
    }
}

static void
append_table (const CwPublication *publication, GString *page)
{
  if (publication->groups->len == 0)
    {
      g_string_append_printf (page, "\n%s\n", _ ("There is no correspondence to show."));
      return;
    }

  g_string_append (page, "\n## ");
  append_texts (page, publication->left_titles, " + ");
  g_string_append (page, " ⇄ ");
  append_texts (page, publication->right_titles, " + ");
  g_string_append_c (page, '\n');
  for (guint i = 0; i < publication->groups->len; i++)
    append_group (publication, g_ptr_array_index (publication->groups, i), page);
  append_meanings (publication, page);
}

static void
render (const CwPublication *publication, GString *page)
{
  g_string_append (page, "# ");
  append_escaped (page, publication->title.text);
  g_string_append (page, "\n\n");
  for (guint i = 0; i < publication->caveats->len; i++)
    {
      g_string_append (page, i > 0 ? ">\n> " : "> ");
      append_line (page, g_array_index (publication->caveats, CwPublicationText, i).text);
      g_string_append_c (page, '\n');
    }
  append_facts (page, publication->about);
  append_table (publication, page);

  append_heading (page, "##", _ ("The lists"));
  for (guint i = 0; i < publication->cards->len; i++)
    {
      const CwPublicationCard *card = g_ptr_array_index (publication->cards, i);

      append_heading (page, "###", card->heading.text);
      append_facts (page, card->facts);
    }
  /* A reader puts footnotes last wherever they stand. */
  if (publication->notes->len > 0)
    {
      append_heading (page, "##", _ ("Notes"));
      g_string_append_c (page, '\n');
    }
  for (guint i = 0; i < publication->notes->len; i++)
    append_note (page, g_ptr_array_index (publication->notes, i));
}

/**
 * cw_publication_markdown_open:
 * @stream: where to write; a reference is taken
 * @head: what is written
 *
 * Begins GitHub Flavored Markdown, with a table for each group and footnotes as GitHub has them.
 *
 * Returns: (transfer full): a table to add rows to
 */
CwConcordanceWriter *
cw_publication_markdown_open (GOutputStream *stream, const CwConcordanceHead *head)
{
  return cw_publication_writer_open (stream, head, render);
}
