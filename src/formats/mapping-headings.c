/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/mapping-headings.h"

#include "formats/concordance-columns.h"
#include "formats/word-list.h"
#include "model/fold.h"
#include "model/language.h"

#include <string.h>

/* Which column of a table of mappings holds what, from its heading. */

/* Bytes of the name of a side; what is longer is a cell. */
#define MAX_SIDE_NAME 32

typedef struct
{
  const char *key;
  CwMappingRole role;
} KeyRole;

/* The columns of this program's own tables, whose titles in the user's language mean the same. */
static const KeyRole own[] = {
  { "left_list", CW_MAPPING_ROLE_LEFT_LIST },
  { "left_code", CW_MAPPING_ROLE_LEFT_CODE },
  { "left_label", CW_MAPPING_ROLE_LEFT_LABEL },
  { "relation", CW_MAPPING_ROLE_RELATION },
  { "sentence", CW_MAPPING_ROLE_SENTENCE },
  { "right_list", CW_MAPPING_ROLE_RIGHT_LIST },
  { "right_code", CW_MAPPING_ROLE_RIGHT_CODE },
  { "right_label", CW_MAPPING_ROLE_RIGHT_LABEL },
  { "confidence", CW_MAPPING_ROLE_CONFIDENCE },
  { "status", CW_MAPPING_ROLE_STATUS },
  { "negated", CW_MAPPING_ROLE_NEGATED },
  { "absence_reason", CW_MAPPING_ROLE_ABSENCE },
  { "rationale", CW_MAPPING_ROLE_RATIONALE },
  { "note_shared", CW_MAPPING_ROLE_NOTE_SHARED },
  { "note_left", CW_MAPPING_ROLE_NOTE_LEFT },
  { "note_right", CW_MAPPING_ROLE_NOTE_RIGHT },
  { "evidence_citation", CW_MAPPING_ROLE_CITATION },
  { "evidence_url", CW_MAPPING_ROLE_URL },
  { "evidence_quotation", CW_MAPPING_ROLE_QUOTATION },
  { "author", CW_MAPPING_ROLE_AUTHOR },
  { "created", CW_MAPPING_ROLE_CREATED },
  { "modified", CW_MAPPING_ROLE_MODIFIED },
  { "reviewer", CW_MAPPING_ROLE_REVIEWER },
  { "reviewed", CW_MAPPING_ROLE_REVIEWED },
  { "author_orcid", CW_MAPPING_ROLE_ORCID },
};

/* Names of SSSOM's slots, and words in common use; | stands between them. */
static const KeyRole common[] = {
  { "subject_id", CW_MAPPING_ROLE_LEFT_IRI },
  { "subject_label", CW_MAPPING_ROLE_LEFT_LABEL },
  { "subject_source", CW_MAPPING_ROLE_LEFT_LIST },
  { "object_id", CW_MAPPING_ROLE_RIGHT_IRI },
  { "object_label", CW_MAPPING_ROLE_RIGHT_LABEL },
  { "object_source", CW_MAPPING_ROLE_RIGHT_LIST },
  { "predicate_id|relationship|relation type|type of relation|mapping relation|mapping type|"
    "match type|predicate|match|mapping|correspondence|"
    "关系|關係|关系类型|对应关系|映射关系|匹配关系|匹配类型|関係|対応関係|関係の種類|관계",
    CW_MAPPING_ROLE_RELATION },
  { "certainty|score|probability|置信度|信心|可信度|确信度|信頼度|確信度|確度|신뢰도",
    CW_MAPPING_ROLE_CONFIDENCE },
  { "state|review status|mapping status|状态|狀態|审核状态|状態|ステータス|상태",
    CW_MAPPING_ROLE_STATUS },
  { "predicate_modifier|negative|否定|是否否定", CW_MAPPING_ROLE_NEGATED },
  { "reason for no counterpart|absence|无对应原因|対応なしの理由", CW_MAPPING_ROLE_ABSENCE },
  { "comment|comments|note|notes|remark|remarks|justification|explanation|reason|reasoning|"
    "备注|備註|说明|理由|依据说明|注释|備考|説明|注記|根拠|비고",
    CW_MAPPING_ROLE_RATIONALE },
  { "shared|in common|common|共同点|相同点|共通点", CW_MAPPING_ROLE_NOTE_SHARED },
  { "evidence|citation|reference|references|证据|引用|出处|参考文献|証拠|出典|典拠",
    CW_MAPPING_ROLE_CITATION },
  { "see_also|evidence address|evidence link|web address|网址|链接|リンク|参照先",
    CW_MAPPING_ROLE_URL },
  { "quote|quotation|引文|原文引用|引用文", CW_MAPPING_ROLE_QUOTATION },
  { "author_label|analyst|mapped by|coder|creator|作者|编制人|分析员|作成者|著者|担当者|작성자",
    CW_MAPPING_ROLE_AUTHOR },
  { "author_id|orcid|orcid id|orcid id of the author", CW_MAPPING_ROLE_ORCID },
  { "mapping_date|date|created at|date created|日期|创建日期|创建时间|作成日|作成日時|日付|날짜",
    CW_MAPPING_ROLE_CREATED },
  { "last modified|updated|modified at|修改日期|修改时间|更新日|更新日時",
    CW_MAPPING_ROLE_MODIFIED },
  { "reviewer_label|reviewed by|checked by|审核人|复核人|確認者|査読者|검토자",
    CW_MAPPING_ROLE_REVIEWER },
  { "review_date|reviewed at|date reviewed|审核日期|复核日期|確認日", CW_MAPPING_ROLE_REVIEWED },
  { "in words|语句|文章", CW_MAPPING_ROLE_SENTENCE },
};

typedef struct
{
  const char *words; /* with | between them; the longer before those they contain */
  int value;
} Words;

static const Words kinds[] = {
  { "iri|uri", CW_HEADING_IRI },
  { "list key|list name|list title|list|scheme|vocabulary|taxonomy|清单|清單|列表|目录|リスト|"
    "一覧|목록",
    CW_HEADING_LIST },
  { "code|codes|identifier|notation|number|id|no|nr|#|代码|代碼|代号|编码|編碼|编号|編號|序号|"
    "コード|番号|코드|번호",
    CW_HEADING_CODE },
  { "label|labels|name|names|title|名称|名稱|名字|标签|标题|ラベル|名前|명칭", CW_HEADING_LABEL },
};

/* Lists are called by the country that made them. */
static const char places[] =
  "china|prc|cn|us|usa|u s|united states|america|eu|european union|europe|japan|jp|korea|south korea|"
  "kr|uk|united kingdom|gb|australia|au|中国|中國|美国|美國|欧盟|歐盟|日本|韩国|韓国|英国|澳大利亚|"
  "米国|欧州|豪州|미국|중국|일본|한국";

/* These stand in cells, too. */
static const char weak_labels[] =
  "item|term|technology|category|entry|项目|項目|技术|技術|术语|用語|항목|기술";

static const Words sides[] = {
  { "left|source|subject|from|first|a|1|左侧|左側|左|源|起始|甲|対応元|変換元|왼쪽",
    CW_HEADING_LEFT },
  { "right|target|object|to|second|b|2|右侧|右側|右|目标|目標|目的|乙|対応先|変換先|오른쪽",
    CW_HEADING_RIGHT },
};

static const struct
{
  const char *words;
  const char *tag;
} languages[] = {
  { "english|en|英文|英語|英语", "en" },
  { "japanese|ja|日本語|日文|日语", "ja" },
  { "simplified chinese|zh-hans|chinese|zh|简体中文|中文|汉语|中国語", "zh-Hans" },
  { "traditional chinese|zh-hant|繁體中文|繁体中文", "zh-Hant" },
  { "korean|ko|한국어|韩文|韓国語", "ko" },
  { "german|deutsch|de", "de" },
  { "french|francais|fr", "fr" },
  { "spanish|espanol|es", "es" },
  { "italian|italiano", "it" },
  { "portuguese|portugues|pt", "pt" },
  { "russian|русский|ru", "ru" },
};

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || c == '-';
}

/* Where a folded word stands in a folded text: between letters of other scripts anywhere, else as a
 * word of its own. */
static const char *
find_word (const char *text, const char *word)
{
  gsize length = strlen (word);
  gboolean whole = (guchar) word[length - 1] < 0x80;

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    {
      gboolean starts = p == text || (guchar) p[-1] >= 0x80 || !is_letter ((gunichar) p[-1]);
      gboolean ends = (guchar) p[length] >= 0x80 || !is_letter ((gunichar) p[length]);

      if (!whole || (starts && ends))
        return p;
    }

  return NULL;
}

/* Takes the first of several words out of a text. */
static gboolean
take_word (GString *text, const char *list)
{
  const char *const *words = cw_word_list_fold (list);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = find_word (text->str, words[i]);

      if (found == NULL)
        continue;
      g_string_erase (text, found - text->str, (gssize) strlen (words[i]));
      return TRUE;
    }

  return FALSE;
}

/* Brackets, underscores and the like stand between words; hyphens may belong to a language. */
static char *
make_plain (const char *heading)
{
  g_autofree char *folded = cw_fold_for_search (heading);

  g_strdelimit (folded, "_()[]{}<>/\\:;,.|*\"'@", ' ');

  return cw_fold_for_search (g_strstrip (folded));
}

/* "left_label_zh-Hans", as this program writes it. */
static gboolean
find_own_label (CwHeading *self, const char *heading)
{
  static const KeyRole labels[] = {
    { "left_label_", CW_MAPPING_ROLE_LEFT_LABEL },
    { "right_label_", CW_MAPPING_ROLE_RIGHT_LABEL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const char *tag = heading + strlen (labels[i].key);

      if (!g_str_has_prefix (heading, labels[i].key) || !cw_language_is_valid (tag))
        continue;
      self->role = labels[i].role;
      self->language = g_intern_string (tag);
      return TRUE;
    }

  return FALSE;
}

static gboolean
find_role (CwHeading *self, const char *plain)
{
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      if (cw_word_list_has (own[i].key, plain))
        {
          self->role = own[i].role;
          return TRUE;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    {
      if (cw_word_list_has (common[i].key, plain))
        {
          self->role = common[i].role;
          return TRUE;
        }
    }

  return FALSE;
}

/* The titles that workbooks of this program have, in the user's language. */
static gboolean
find_own_title (CwHeading *self, const char *plain)
{
  g_autoptr (CwConcordanceColumns) columns = cw_concordance_columns_new (NULL, NULL);

  for (guint i = 0; i < cw_concordance_columns_get_n_columns (columns); i++)
    {
      g_autofree char *title = cw_concordance_columns_get_title (columns, i);
      g_autofree char *plain_title = make_plain (title);
      g_autofree char *key = make_plain (cw_concordance_columns_get_key (columns, i));

      if (g_str_equal (plain, plain_title) && find_role (self, key))
        return TRUE;
    }

  return FALSE;
}

static void
take_language (CwHeading *self, GString *rest)
{
  for (guint i = 0; self->language == NULL && i < G_N_ELEMENTS (languages); i++)
    {
      if (take_word (rest, languages[i].words))
        self->language = languages[i].tag;
    }
}

static int
take_value (GString *rest, const Words *all, guint n_all)
{
  for (guint i = 0; i < n_all; i++)
    {
      if (take_word (rest, all[i].words))
        return all[i].value;
    }

  return 0;
}

/* A heading that names the parts: a side, what of an item, a language, in whatever order. */
static void
take_apart (CwHeading *self, const char *plain)
{
  g_autoptr (GString) rest = g_string_new (plain);

  self->is_place = cw_word_list_has (places, plain);
  self->kind = (CwHeadingKind) take_value (rest, kinds, G_N_ELEMENTS (kinds));
  self->is_weak = take_word (rest, weak_labels) && self->kind == CW_HEADING_UNKNOWN;
  if (self->is_weak)
    self->kind = CW_HEADING_LABEL;
  if (self->kind == CW_HEADING_LIST)
    take_word (rest, "name|key|title|code|id");
  self->side = (CwHeadingSide) take_value (rest, sides, G_N_ELEMENTS (sides));
  take_language (self, rest);
  /* “English” alone is a label. */
  if (self->language != NULL && self->kind == CW_HEADING_UNKNOWN)
    self->kind = CW_HEADING_LABEL;

  take_word (rest, "of the|of|の");
  self->rest = cw_fold_for_search (rest->str);
  if (self->kind != CW_HEADING_UNKNOWN && self->side != CW_HEADING_NO_SIDE)
    self->role = cw_heading_get_item_role (self->kind, self->side == CW_HEADING_RIGHT);
}

/* “Left item (中文)”. */
static gboolean
find_title_with_language (CwHeading *self, const char *plain)
{
  g_autoptr (GString) rest = g_string_new (plain);
  g_autofree char *bare = NULL;

  take_language (self, rest);
  bare = cw_fold_for_search (g_strstrip (rest->str));
  if (self->language != NULL && find_own_title (self, bare) &&
      cw_mapping_role_is_label (self->role))
    return TRUE;

  self->language = NULL;
  self->role = CW_MAPPING_ROLE_IGNORE;

  return FALSE;
}

/**
 * cw_heading_init:
 * @self: a heading, uninitialised
 * @text: what stands at the top of a column
 *
 * Understands the keys of this program's own tables and their titles in the user's language, the
 * names of SSSOM's slots, and common words of English, Chinese, Japanese and Korean.
 */
void
cw_heading_init (CwHeading *self, const char *text)
{
  g_autofree char *plain = NULL;

  *self = (CwHeading){ 0 };
  if (strlen (text) <= 256)
    {
      g_autofree char *stripped = g_strstrip (g_strdup (text));

      plain = make_plain (text);
      if (!find_own_label (self, stripped) && !find_role (self, plain) &&
          !find_own_title (self, plain) && !find_title_with_language (self, plain))
        take_apart (self, plain);
    }
  if (self->rest == NULL)
    self->rest = g_strdup ("");
}

/**
 * cw_heading_clear:
 * @self: a heading
 */
void
cw_heading_clear (CwHeading *self)
{
  g_free (self->rest);
}

/**
 * cw_heading_is_known:
 * @self: a heading
 *
 * Returns: whether it heads a column of a table of mappings, rather than being one of its cells: a
 *   single letter, a digit or a word such as “source” is no proof
 */
gboolean
cw_heading_is_known (const CwHeading *self)
{
  if (self->role != CW_MAPPING_ROLE_IGNORE)
    return TRUE;

  /* “Code”, “China code”, but not “Information technology”. */
  return self->kind != CW_HEADING_UNKNOWN &&
         strlen (self->rest) <= (self->is_weak ? 0 : MAX_SIDE_NAME);
}

/**
 * cw_heading_is_place:
 * @text: a cell
 *
 * Returns: whether it is the name of a country, and nothing else
 */
gboolean
cw_heading_is_place (const char *text)
{
  g_autofree char *plain = NULL;

  if (strlen (text) > MAX_SIDE_NAME)
    return FALSE;

  plain = make_plain (text);
  return cw_word_list_has (places, plain);
}

/**
 * cw_heading_get_item_role:
 * @kind: what of an item
 * @right: which side
 *
 * Returns: the role of a column
 */
CwMappingRole
cw_heading_get_item_role (CwHeadingKind kind, gboolean right)
{
  static const CwMappingRole roles[][2] = {
    [CW_HEADING_UNKNOWN] = { CW_MAPPING_ROLE_IGNORE, CW_MAPPING_ROLE_IGNORE },
    [CW_HEADING_LIST] = { CW_MAPPING_ROLE_LEFT_LIST, CW_MAPPING_ROLE_RIGHT_LIST },
    [CW_HEADING_CODE] = { CW_MAPPING_ROLE_LEFT_CODE, CW_MAPPING_ROLE_RIGHT_CODE },
    [CW_HEADING_LABEL] = { CW_MAPPING_ROLE_LEFT_LABEL, CW_MAPPING_ROLE_RIGHT_LABEL },
    [CW_HEADING_IRI] = { CW_MAPPING_ROLE_LEFT_IRI, CW_MAPPING_ROLE_RIGHT_IRI },
  };

  return roles[kind][right ? 1 : 0];
}
