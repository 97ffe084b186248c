/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/list-csv.h"

#include "model/fold.h"
#include "model/language.h"

#include <string.h>

/* Which column of a table holds what, from its heading. */

static const struct
{
  const char *heading; /* folded */
  CwListRole role;
} known[] = {
  { "code", CW_ROLE_CODE },
  { "id", CW_ROLE_CODE },
  { "no", CW_ROLE_CODE },
  { "no.", CW_ROLE_CODE },
  { "number", CW_ROLE_CODE },
  { "notation", CW_ROLE_CODE },
  { "コード", CW_ROLE_CODE },
  { "番号", CW_ROLE_CODE },
  { "编号", CW_ROLE_CODE },
  { "代码", CW_ROLE_CODE },
  { "번호", CW_ROLE_CODE },
  { "코드", CW_ROLE_CODE },
  { "parent", CW_ROLE_PARENT },
  { "parent code", CW_ROLE_PARENT },
  { "parent_code", CW_ROLE_PARENT },
  { "broader", CW_ROLE_PARENT },
  { "上位コード", CW_ROLE_PARENT },
  { "上级代码", CW_ROLE_PARENT },
  { "level", CW_ROLE_LEVEL },
  { "depth", CW_ROLE_LEVEL },
  { "階層", CW_ROLE_LEVEL },
  { "级别", CW_ROLE_LEVEL },
  { "label", CW_ROLE_LABEL },
  { "name", CW_ROLE_LABEL },
  { "title", CW_ROLE_LABEL },
  { "item", CW_ROLE_LABEL },
  { "technology", CW_ROLE_LABEL },
  { "名称", CW_ROLE_LABEL },
  { "項目", CW_ROLE_LABEL },
  { "项目", CW_ROLE_LABEL },
  { "技術", CW_ROLE_LABEL },
  { "技术", CW_ROLE_LABEL },
  { "명칭", CW_ROLE_LABEL },
  { "alt", CW_ROLE_ALTERNATIVE },
  { "alt label", CW_ROLE_ALTERNATIVE },
  { "alt_label", CW_ROLE_ALTERNATIVE },
  { "synonyms", CW_ROLE_ALTERNATIVE },
  { "note", CW_ROLE_NOTE },
  { "notes", CW_ROLE_NOTE },
  { "remark", CW_ROLE_NOTE },
  { "remarks", CW_ROLE_NOTE },
  { "comment", CW_ROLE_NOTE },
  { "備考", CW_ROLE_NOTE },
  { "备注", CW_ROLE_NOTE },
  { "checked", CW_ROLE_CHECKED },
  { "verified", CW_ROLE_CHECKED },
  { "group", CW_ROLE_GROUP },
  { "iri", CW_ROLE_IRI },
  { "uri", CW_ROLE_IRI },
  { "enterprises", CW_ROLE_ENTERPRISES },
  { "share_percent", CW_ROLE_SHARE },
  { "share_of", CW_ROLE_SHARE_OF },
  { "unit", CW_ROLE_UNIT },
};

static const struct
{
  const char *heading; /* folded */
  const char *tag;
} languages[] = {
  { "english", "en" },   { "英語", "en" },        { "英文", "en" },      { "japanese", "ja" },
  { "日本語", "ja" },    { "日文", "ja" },        { "日语", "ja" },      { "chinese", "zh-Hans" },
  { "中文", "zh-Hans" }, { "中国語", "zh-Hans" }, { "korean", "ko" },    { "한국어", "ko" },
  { "韓国語", "ko" },    { "german", "de" },      { "deutsch", "de" },   { "french", "fr" },
  { "français", "fr" },  { "spanish", "es" },     { "español", "es" },   { "italian", "it" },
  { "italiano", "it" },  { "portuguese", "pt" },  { "português", "pt" }, { "russian", "ru" },
  { "русский", "ru" },
};

static const char *
find_language (const char *heading)
{
  g_autofree char *folded = cw_fold_for_search (heading);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *wanted = cw_fold_for_search (languages[i].heading);

      if (g_str_equal (folded, wanted))
        return languages[i].tag;
    }

  return NULL;
}

static gboolean
find_role (const char *heading, CwListRole *role)
{
  g_autofree char *folded = cw_fold_for_search (heading);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *wanted = cw_fold_for_search (known[i].heading);

      if (g_str_equal (folded, wanted))
        {
          *role = known[i].role;
          return TRUE;
        }
    }

  return FALSE;
}

/* A tag of a language that has a name here; "no" or "id" would else be taken for languages. */
static gboolean
is_known_language (const char *tag)
{
  g_autofree char *name = NULL;

  if (!cw_language_is_valid (tag))
    return FALSE;

  name = cw_language_get_name (tag);

  return !g_str_equal (name, tag);
}

static void
set_language (CwListColumn *column, const char *tag, const char *official_language)
{
  column->language = g_intern_string (tag);
  column->origin = g_str_equal (tag, official_language) ? CW_LABEL_OFFICIAL : CW_LABEL_TRANSLATION;
}

/* "label@fr:translation", as this program writes it, or "name_fr", "Label (fr)", "French", "fr". */
static gboolean
guess_label (CwListColumn *column, const char *heading, const char *official_language)
{
  g_autofree char *text = g_strdup (heading);
  char *tag = strpbrk (text, "@_(");
  char *origin = NULL;
  const char *named;

  if (tag == NULL)
    {
      named = find_language (text);
      if (named == NULL && !is_known_language (text))
        return FALSE;
      column->role = CW_ROLE_LABEL;
      set_language (column, named != NULL ? named : text, official_language);
      return TRUE;
    }

  *tag++ = '\0';
  g_strchomp (text);
  origin = strchr (tag, ':');
  if (origin != NULL)
    *origin++ = '\0';
  if (g_str_has_suffix (tag, ")"))
    tag[strlen (tag) - 1] = '\0';
  named = find_language (tag);
  if (named == NULL && cw_language_is_valid (tag))
    named = tag;
  if (named == NULL || !find_role (text, &column->role) ||
      (column->role != CW_ROLE_LABEL && column->role != CW_ROLE_ALTERNATIVE))
    {
      column->role = CW_ROLE_IGNORE;
      return FALSE;
    }

  set_language (column, named, official_language);
  if (origin != NULL)
    cw_label_origin_from_key (origin, &column->origin);

  return TRUE;
}

static void
guess_column (CwListColumn *column, const char *heading, const char *official_language)
{
  g_autofree char *text = g_strstrip (g_strdup (heading));

  if (find_role (text, &column->role))
    {
      if (column->role == CW_ROLE_LABEL || column->role == CW_ROLE_ALTERNATIVE)
        set_language (column, official_language, official_language);
      return;
    }

  guess_label (column, text, official_language);
}

static gboolean
has_indent (const CwDelimitedTable *table, guint column)
{
  for (guint i = 1; i < table->rows->len; i++)
    {
      const char *cell = cw_delimited_row_get (g_ptr_array_index (table->rows, i), column);

      if (*cell != '\0' && g_unichar_isspace (g_utf8_get_char (cell)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_dotted_codes (const CwDelimitedTable *table, guint column)
{
  for (guint i = 1; i < table->rows->len; i++)
    {
      if (strchr (cw_delimited_row_get (g_ptr_array_index (table->rows, i), column), '.') != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Several columns of labels in one language are a column for each level. */
static gboolean
has_level_columns (const CwListPlan *plan)
{
  int first = cw_list_plan_find (plan, CW_ROLE_LABEL);

  for (guint i = (guint) (first + 1); first >= 0 && i < plan->columns->len; i++)
    {
      const CwListColumn *a = cw_list_plan_get_column (plan, (guint) first);
      const CwListColumn *b = cw_list_plan_get_column (plan, i);

      if (b->role == CW_ROLE_LABEL && b->language == a->language && b->origin == a->origin)
        return TRUE;
    }

  return FALSE;
}

static CwListLevels
guess_levels (const CwDelimitedTable *table, const CwListPlan *plan)
{
  int code = cw_list_plan_find (plan, CW_ROLE_CODE);
  int label = cw_list_plan_find (plan, CW_ROLE_LABEL);

  if (cw_list_plan_find (plan, CW_ROLE_PARENT) >= 0)
    return CW_LEVELS_BY_PARENT;
  if (cw_list_plan_find (plan, CW_ROLE_LEVEL) >= 0)
    return CW_LEVELS_BY_NUMBER;
  if (has_level_columns (plan) || (label >= 0 && has_indent (table, (guint) label)))
    return CW_LEVELS_BY_INDENT;
  if (code >= 0 && has_dotted_codes (table, (guint) code))
    return CW_LEVELS_BY_CODE;

  return CW_LEVELS_FLAT;
}

/**
 * cw_list_csv_guess:
 * @table: a table
 * @official_language: of the list it is to become
 *
 * Guesses from headings and cells what each column holds and how levels are told. Where no column
 * is known for labels, the first that is not known for anything else is.
 *
 * Returns: (transfer full): the plan
 */
CwListPlan *
cw_list_csv_guess (const CwDelimitedTable *table, const char *official_language)
{
  const CwDelimitedRow *header = g_ptr_array_index (table->rows, 0);
  guint n_columns = 0;
  CwListPlan *plan;

  for (guint i = 0; i < table->rows->len; i++)
    n_columns =
      MAX (n_columns, ((const CwDelimitedRow *) g_ptr_array_index (table->rows, i))->n_fields);

  plan = cw_list_plan_new (n_columns);
  for (guint i = 0; i < header->n_fields; i++)
    guess_column (cw_list_plan_get_column (plan, i), header->fields[i], official_language);

  for (guint i = 0; i < n_columns && cw_list_plan_find (plan, CW_ROLE_LABEL) < 0; i++)
    {
      CwListColumn *column = cw_list_plan_get_column (plan, i);

      if (column->role != CW_ROLE_IGNORE)
        continue;
      column->role = CW_ROLE_LABEL;
      set_language (column, official_language, official_language);
    }
  plan->levels = guess_levels (table, plan);

  return plan;
}
