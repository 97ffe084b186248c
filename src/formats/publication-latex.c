/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/publication-latex.h"

#include "formats/publication-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The languages whose letters need a font, and lines a way to break, of their own. */
typedef enum
{
  PLAIN,
  HANS,
  HANT,
  JAPANESE,
  KOREAN,
} Script;

static const char *const commands[] = { "", "\\cwHans{", "\\cwHant{", "\\cwJa{", "\\cwKo{" };

/* babel.sty gives both XeLaTeX and LuaLaTeX the line breaking of East Asian scripts. Of two fonts the
 * first that is installed is taken; where none is, the document still compiles. */
static const char preamble[] =
  "\\documentclass[10pt]{article}\n"
  "\\usepackage[a4paper,landscape,margin=16mm]{geometry}\n"
  "\\usepackage{fontspec}\n"
  "\\usepackage{array,longtable}\n"
  "\\usepackage[english]{babel}\n"
  "\\newcommand\\cwLanguage[6]{% command, babel's name, and four fonts\n"
  "  \\babelprovide[import]{#2}%\n"
  "  \\newcommand#1[1]{\\foreignlanguage{#2}{##1}}%\n"
  "  \\IfFontExistsTF{#3}{\\babelfont[#2]{rm}{#3}}{%\n"
  "  \\IfFontExistsTF{#4}{\\babelfont[#2]{rm}{#4}}{%\n"
  "  \\IfFontExistsTF{#5}{\\babelfont[#2]{rm}{#5}}{%\n"
  "  \\IfFontExistsTF{#6}{\\babelfont[#2]{rm}{#6}}{}}}}}\n";

static const char languages_preamble[][200] = {
  [PLAIN] = "",
  [HANS] = "\\cwLanguage\\cwHans{chinese-hans}{Noto Serif CJK SC}{Source Han Serif SC}"
           "{Songti SC}{SimSun}\n",
  [HANT] = "\\cwLanguage\\cwHant{chinese-hant}{Noto Serif CJK TC}{Source Han Serif TC}"
           "{Songti TC}{PMingLiU}\n",
  [JAPANESE] = "\\cwLanguage\\cwJa{japanese}{Noto Serif CJK JP}{Source Han Serif}"
               "{Hiragino Mincho ProN}{MS Mincho}\n",
  [KOREAN] = "\\cwLanguage\\cwKo{korean}{Noto Serif CJK KR}{Source Han Serif K}"
             "{AppleMyungjo}{Batang}\n",
};

static const char layout[] =
  "\\usepackage{xcolor}\n"
  "\\setlength\\parindent{0pt}\n"
  "\\setlength\\parskip{4pt}\n"
  "\\setlength\\LTleft{0pt}\n"
  "\\setlength\\LTright{0pt}\n"
  "\\setlength\\tabcolsep{5pt}\n"
  "\\renewcommand\\arraystretch{1.25}\n"
  "\\raggedbottom\n"
  "\\emergencystretch=3em\n"
  "\\newcommand\\cwPut[2]{% as wide as #1, or wider where it does not fit\n"
  "  \\hangindent=#1\\hangafter=1\\sbox0{#2}%\n"
  "  \\ifdim\\wd0<#1\\makebox[#1][l]{\\box0}\\else\\mbox{\\box0}\\quad\\fi}\n"
  "\\newcommand\\cwCode[1]{\\cwPut{3em}{\\small\\color{black!65}#1}}\n"
  "\\newcommand\\cwSame[2]{\\cwCode{#1}\\textcolor{black!50}{#2}}\n"
  "\\newcommand\\cwOther[1]{{\\newline\\small\\color{black!65}#1}}\n"
  "\\newcommand\\cwRef[1]{\\textsuperscript{\\,#1}}\n"
  "\\newcommand\\cwNote[2]{\\par\\cwPut{2.4em}{#1}#2\\par}\n"
  "\\newcommand\\cwFact[2]{\\par\\cwPut{14em}{\\color{black!65}#1}#2\\par}\n"
  "\\newcolumntype{L}[1]{>{\\raggedright\\arraybackslash}p{#1}}\n"
  "\\newcolumntype{C}[1]{>{\\centering\\arraybackslash}p{#1}}\n";

/* The colours in the light of app/relation-style.c, as in publication-style.c. */
static const char *const colors[CW_N_RELATIONS] = {
  [CW_RELATION_NONE] = "A51D2D",    [CW_RELATION_EXACT] = "00563F",
  [CW_RELATION_CLOSE] = "007A59",   [CW_RELATION_BROAD] = "0B57B0",
  [CW_RELATION_NARROW] = "4B3FA7",  [CW_RELATION_OVERLAP] = "945A00",
  [CW_RELATION_RELATED] = "8A3F86",
};

static gboolean
has_prefix (const char *language, const char *prefix)
{
  gsize length = strlen (prefix);

  return g_ascii_strncasecmp (language, prefix, length) == 0 &&
         (language[length] == '\0' || language[length] == '-');
}

static Script
find_script (const char *language)
{
  if (language == NULL)
    return PLAIN;
  if (has_prefix (language, "ja"))
    return JAPANESE;
  if (has_prefix (language, "ko"))
    return KOREAN;
  if (has_prefix (language, "zh-Hant") || has_prefix (language, "zh-TW") ||
      has_prefix (language, "zh-HK"))
    return HANT;

  return has_prefix (language, "zh") ? HANS : PLAIN;
}

/* Letters and the punctuation that goes with them. */
static gboolean
is_east_asian (gunichar c)
{
  return (c >= 0x1100 && c <= 0x11ff) || (c >= 0x2e80 && c <= 0xd7ff) ||
         (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe4f) ||
         (c >= 0xff00 && c <= 0xffef) || (c >= 0x20000 && c <= 0x3ffff);
}

/* For text in no or another language: what its letters give away. */
static Script
guess_script (const char *string)
{
  Script guess = HANS;

  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x3041 && c <= 0x30ff)
        return JAPANESE;
      if (c >= 0xac00 && c <= 0xd7a3)
        guess = KOREAN;
    }

  return guess;
}

static void
append_char (GString *page, gunichar c)
{
  switch (c)
    {
    case '\\':
      g_string_append (page, "\\textbackslash{}");
      break;
    case '~':
      g_string_append (page, "\\textasciitilde{}");
      break;
    case '^':
      g_string_append (page, "\\textasciicircum{}");
      break;
    case '"':
      g_string_append (page, "\\textquotedbl{}");
      break;
    case '\'':
      g_string_append (page, "\\textquotesingle{}");
      break;
    case '`':
      g_string_append (page, "\\textasciigrave{}");
      break;
    case '<':
      g_string_append (page, "\\textless{}");
      break;
    case '>':
      g_string_append (page, "\\textgreater{}");
      break;
    case '[':
    case ']':
      /* Not the argument of a line break before it */
      g_string_append_printf (page, "{%c}", (char) c);
      break;
    case '-':
      /* Two of them are no dash */
      g_string_append (page, "-{}");
      break;
    case '\n':
      g_string_append (page, "\\newline{}");
      break;
    case '{':
    case '}':
    case '$':
    case '&':
    case '#':
    case '%':
    case '_':
      g_string_append_printf (page, "\\%c", (char) c);
      break;
    default:
      g_string_append_unichar (page, c);
    }
}

/* Runs of East Asian letters in other text get the font that has them. */
static void
append_text (GString *page, const CwPublicationText *text)
{
  Script language = find_script (text->language);
  Script guess = language == PLAIN ? guess_script (text->text) : language;
  gboolean in_run = language != PLAIN;

  g_string_append (page, commands[language]);
  for (const char *p = text->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean east_asian = is_east_asian (c);

      if (language == PLAIN && east_asian != in_run)
        {
          g_string_append (page, in_run ? "}" : commands[guess]);
          in_run = east_asian;
        }
      append_char (page, c);
    }
  if (in_run)
    g_string_append_c (page, '}');
}

static void
append_words (GString *page, const char *words)
{
  const CwPublicationText text = { NULL, (char *) words };

  append_text (page, &text);
}

static void
append_titles (GString *page, GArray *titles, const char *otherwise)
{
  if (titles->len == 0 || titles->len > 3)
    append_words (page, otherwise);
  for (guint i = 0; titles->len <= 3 && i < titles->len; i++)
    {
      if (i > 0)
        g_string_append (page, " + ");
      append_text (page, &g_array_index (titles, CwPublicationText, i));
    }
}

static void
append_cell (GString *page, const CwPublicationCell *cell)
{
  if (cell->code == NULL && cell->texts->len == 0)
    g_string_append (page, "--");
  if (cell->code != NULL)
    {
      g_string_append (page, "\\cwCode{");
      append_words (page, cell->code);
      g_string_append_c (page, '}');
    }
  for (guint i = 0; i < cell->texts->len; i++)
    {
      if (i > 0)
        g_string_append (page, "\\cwOther{");
      append_text (page, &g_array_index (cell->texts, CwPublicationText, i));
      if (i > 0)
        g_string_append_c (page, '}');
    }
  if (cell->list.text == NULL)
    return;

  g_string_append (page, "\\cwOther{\\itshape ");
  append_text (page, &cell->list);
  g_string_append_c (page, '}');
}

/* An item that stands in the row above too is only recalled. */
static void
append_left (GString *page, const CwPublicationEntry *entry)
{
  if (entry->n_rows > 0)
    {
      append_cell (page, &entry->left);
      return;
    }

  g_string_append (page, "\\cwSame{");
  append_words (page, entry->left.code);
  g_string_append (page, "}{");
  if (entry->left.texts->len > 0)
    append_text (page, &g_array_index (entry->left.texts, CwPublicationText, 0));
  g_string_append_c (page, '}');
}

static void
append_entry (const CwPublication *publication, const CwPublicationEntry *entry, GString *page)
{
  append_left (page, entry);
  g_string_append (page, "\n& ");
  g_string_append_printf (page, "\\textcolor{%s}{\\bfseries ",
                          entry->open ? "black!65" : cw_relation_to_key (entry->relation));
  append_words (page, entry->phrase);
  g_string_append_c (page, '}');
  if (entry->note != NULL)
    g_string_append_printf (page, "\\cwRef{%u}", entry->note->number);
  if (entry->remark != NULL)
    {
      g_string_append (page, "\\cwOther{");
      append_words (page, entry->remark);
      g_string_append_c (page, '}');
    }
  g_string_append (page, "\n& ");
  append_cell (page, &entry->right);
  if (publication->has_confidence)
    g_string_append_printf (page, "\n& %s", entry->confidence != NULL ? entry->confidence : "");
  if (publication->has_status)
    {
      g_string_append (page, "\n& ");
      append_words (page, entry->status != NULL ? entry->status : "");
    }
  g_string_append (page, " \\\\[3pt]\n");
}

static void
append_group (const CwPublication *publication, const CwPublicationGroup *group, GString *page)
{
  g_string_append_printf (page, "\\multicolumn{%u}{@{}l@{}}{\\rule{0pt}{4ex}\\large\\bfseries ",
                          cw_publication_get_n_columns (publication));
  if (group->heading.list.text != NULL)
    {
      append_text (page, &group->heading.list);
      g_string_append (page, ": ");
    }
  if (group->heading.code != NULL)
    {
      append_words (page, group->heading.code);
      g_string_append (page, "\\enspace ");
    }
  for (guint i = 0; i < group->heading.texts->len; i++)
    {
      if (i > 0)
        g_string_append (page, "\\quad\\mdseries\\small ");
      append_text (page, &g_array_index (group->heading.texts, CwPublicationText, i));
    }
  g_string_append (page, "} \\\\*\n\\hline\n");
  for (guint i = 0; i < group->entries->len; i++)
    append_entry (publication, g_ptr_array_index (group->entries, i), page);
}

static void
append_columns (const CwPublication *publication, GString *page)
{
  g_string_append (page, "\\bfseries ");
  append_titles (page, publication->left_titles, C_ ("column", "Left item"));
  g_string_append (page, "\n& \\bfseries ");
  append_words (page, C_ ("column", "Relation"));
  g_string_append (page, "\n& \\bfseries ");
  append_titles (page, publication->right_titles, C_ ("column", "Right item"));
  if (publication->has_confidence)
    {
      g_string_append (page, "\n& \\bfseries ");
      append_words (page, C_ ("column", "Confidence"));
    }
  if (publication->has_status)
    {
      g_string_append (page, "\n& \\bfseries ");
      append_words (page, C_ ("column", "Status"));
    }
  g_string_append (page, " \\\\\n\\hline\n\\endhead\n");
}

/* A line may break where an address has a mark. No package that makes links of addresses is in every
 * TeX distribution together with the fonts it wants. */
static void
append_address (GString *page, const char *address)
{
  for (const char *p = address; *p != '\0'; p = g_utf8_next_char (p))
    {
      append_char (page, g_utf8_get_char (p));
      if (strchr ("/.?&=_-", *p) != NULL)
        g_string_append (page, "\\allowbreak{}");
    }
}

static void
append_value (GString *page, const CwPublicationFact *fact)
{
  if (fact->kind == CW_PUBLICATION_ADDRESS)
    {
      append_address (page, fact->value.text);
      return;
    }

  if (fact->kind == CW_PUBLICATION_QUOTATION)
    g_string_append (page, "“");
  append_text (page, &fact->value);
  if (fact->kind == CW_PUBLICATION_QUOTATION)
    g_string_append (page, "”");
}

static void
append_facts (GString *page, GArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const CwPublicationFact *fact = &g_array_index (facts, CwPublicationFact, i);

      g_string_append (page, "\\cwFact{");
      append_words (page, fact->name);
      g_string_append (page, "}{");
      append_value (page, fact);
      g_string_append (page, "}\n");
    }
}

static void
append_note (GString *page, const CwPublicationNote *note)
{
  g_string_append_printf (page, "\\cwNote{%u}{", note->number);
  for (guint i = 0; i < note->facts->len; i++)
    {
      const CwPublicationFact *fact = &g_array_index (note->facts, CwPublicationFact, i);

      if (i > 0)
        g_string_append (page, "\\newline{}");
      if (fact->name != NULL)
        {
          g_string_append (page, "\\textit{");
          append_words (page, fact->name);
          g_string_append (page, ":} ");
        }
      append_value (page, fact);
    }
  g_string_append (page, "}\n");
}

static void
append_section (GString *page, const char *words)
{
  g_string_append (page, "\\section*{");
  append_words (page, words);
  g_string_append (page, "}\n");
}

static void
append_preamble (const CwPublication *publication, GString *page)
{
  g_string_append (page, "% !TeX program = xelatex\n");
  g_string_append (page, preamble);
  for (guint i = 0; i < G_N_ELEMENTS (languages_preamble); i++)
    g_string_append (page, languages_preamble[i]);
  g_string_append (page, layout);
  for (guint i = 0; i < CW_N_RELATIONS; i++)
    g_string_append_printf (page, "\\definecolor{%s}{HTML}{%s}\n", cw_relation_to_key (i),
                            colors[i]);
  g_string_append (page, "\\begin{document}\n");
}

static void
append_table (const CwPublication *publication, GString *page)
{
  /* Of the width that the spaces between the columns leave. */
  double side =
    0.82 - (publication->has_confidence ? 0.09 : 0) - (publication->has_status ? 0.09 : 0);
  char width[G_ASCII_DTOSTR_BUF_SIZE];

  if (publication->groups->len == 0)
    {
      append_words (page, _ ("There is no correspondence to show."));
      g_string_append (page, "\n\n");
      return;
    }

  g_ascii_formatd (width, sizeof width, "%.3f", side / 2);
  g_string_append_printf (
    page, "\\begin{longtable}{@{}L{%s\\linewidth}L{0.14\\linewidth}L{%s\\linewidth}", width, width);
  g_string_append (page, publication->has_confidence ? "C{0.08\\linewidth}" : "");
  g_string_append (page, publication->has_status ? "L{0.075\\linewidth}" : "");
  g_string_append (page, "@{}}\n");
  append_columns (publication, page);
  for (guint i = 0; i < publication->groups->len; i++)
    append_group (publication, g_ptr_array_index (publication->groups, i), page);
  g_string_append (page, "\\end{longtable}\n");

  append_section (page, _ ("What the relations mean"));
  for (guint i = 0; i < CW_N_RELATIONS; i++)
    {
      if (!publication->relations[i])
        continue;
      g_string_append (page, "\\cwFact{");
      append_words (page, cw_relation_get_phrase (i, FALSE));
      g_string_append (page, "}{");
      append_words (page, cw_publication_get_meaning (i));
      g_string_append (page, "}\n");
    }
}

static void
append_ends (const CwPublication *publication, GString *page)
{
  /* Footnotes of a long table break its pages: they are a list of their own. */
  if (publication->notes->len > 0)
    append_section (page, _ ("Notes"));
  for (guint i = 0; i < publication->notes->len; i++)
    append_note (page, g_ptr_array_index (publication->notes, i));

  append_section (page, _ ("The lists"));
  for (guint i = 0; i < publication->cards->len; i++)
    {
      const CwPublicationCard *card = g_ptr_array_index (publication->cards, i);

      g_string_append (page, "\\subsection*{");
      append_text (page, &card->heading);
      g_string_append (page, "}\n");
      append_facts (page, card->facts);
    }
}

static void
render (const CwPublication *publication, GString *page)
{
  append_preamble (publication, page);
  g_string_append (page, "{\\LARGE\\bfseries ");
  append_text (page, &publication->title);
  g_string_append (page, "\\par}\n\\medskip\n");
  for (guint i = 0; i < publication->caveats->len; i++)
    {
      append_text (page, &g_array_index (publication->caveats, CwPublicationText, i));
      g_string_append (page, "\\par\n");
    }
  append_facts (page, publication->about);
  append_table (publication, page);
  append_ends (publication, page);
  g_string_append (page, "\\end{document}\n");
}

/**
 * cw_publication_latex_open:
 * @stream: where to write; a reference is taken
 * @head: what is written
 *
 * Begins a document for XeLaTeX or LuaLaTeX, with packages of every TeX distribution.
 *
 * Returns: (transfer full): a table to add rows to
 */
CwConcordanceWriter *
cw_publication_latex_open (GOutputStream *stream, const CwConcordanceHead *head)
{
  return cw_publication_writer_open (stream, head, render);
}
