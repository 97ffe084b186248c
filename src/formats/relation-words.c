/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/relation-words.h"

#include "formats/word-list.h"
#include "model/fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SKOS "http://www.w3.org/2004/02/skos/core#"

/* What a word says is kept in one number: the reading, the relation and whether it is denied. */
#define PACK(reading, relation, negated) ((reading) << 8 | (relation) << 1 | ((negated) != 0))

struct _CwRelationWords
{
  GHashTable *exactly; /* text → packed; for what is written as files write it */
  GHashTable *folded;  /* folded text → packed */
};

/* SKOS (W3C 2009), section 10: “A broadMatch B” says that B is broader. */
static const struct
{
  const char *name;
  CwRelation relation;
} skos[] = {
  { "exactMatch", CW_RELATION_EXACT },     { "closeMatch", CW_RELATION_CLOSE },
  { "broadMatch", CW_RELATION_BROAD },     { "narrowMatch", CW_RELATION_NARROW },
  { "relatedMatch", CW_RELATION_RELATED },
};

/* Read from left to right: “left … right”. */
static const struct
{
  const char *words; /* with | between them */
  CwRelation relation;
} words[] = {
  { "same|same as|the same|identical|identical to|equal|equal to|equals|equivalent|equivalent to|"
    "is equivalent to|exactly the same|owl:sameAs|owl:equivalentClass|=|==|≡",
    CW_RELATION_EXACT },
  { "相同|等同|同等|等价|等於|等于|一致|完全一致|完全相同|完全等同|同一|同じ|等価|完全一致する|"
    "同等である|동일|일치",
    CW_RELATION_EXACT },
  { "similar|similar to|nearly the same|nearly equal|almost the same|approximately equal|"
    "approximately the same|≈|≃|≅",
    CW_RELATION_CLOSE },
  { "相近|近似|类似|類似|相似|基本一致|基本相同|大致相同|大致一致|ほぼ同じ|ほぼ一致|ほぼ同等|유사",
    CW_RELATION_CLOSE },
  { "part of|is a part of|contained in|is contained in|included in|is included in|subset of|"
    "is a subset of|is a kind of|is narrower than|narrower than|falls under|belongs to|"
    "rdfs:subClassOf|skos:broader|⊂|⊆",
    CW_RELATION_BROAD },
  { "属于|屬於|包含于|包含於|被包含|被包含于|被包含於|隶属于|是一部分|含まれる|に含まれる|"
    "包含される|に包含される|の一部|の一部である|一部である|に属する",
    CW_RELATION_BROAD },
  { "contains|contain|includes|include|superset of|is a superset of|is broader than|broader than|"
    "covers|comprises|encompasses|skos:narrower|⊃|⊇",
    CW_RELATION_NARROW },
  { "包含|包括|涵盖|涵蓋|囊括|含む|を含む|包含する|を包含する", CW_RELATION_NARROW },
  { "overlap|overlaps|overlapping|overlaps with|partially overlaps|partial overlap|"
    "partly overlaps|shares a part with|intersects|∩",
    CW_RELATION_OVERLAP },
  { "重叠|重疊|部分重叠|部分重疊|部分重合|交叉|交集|有交集|重複|一部重複|部分的に重複|重なる|"
    "一部重なる|重複する",
    CW_RELATION_OVERLAP },
  { "related|related to|is related to|associated|associated with|association|skos:related|∼",
    CW_RELATION_RELATED },
  { "相关|相關|有关|有關|关联|關聯|関連|関連する|関連あり|関係あり|관련", CW_RELATION_RELATED },
  { "no match|no counterpart|has no counterpart|no equivalent|no correspondence|not found|∅",
    CW_RELATION_NONE },
  { "无|無|无对应|無對應|没有对应|无对应项|无匹配|なし|無し|対応なし|該当なし|対応項目なし|없음",
    CW_RELATION_NONE },
};

/* Which side is the broader one, these do not say: “A broader B” stands for both in practice, and
 * < means “narrower than” in the Alignment API and “has the broader meaning” in Cocoda. */
static const char ambiguous[] =
  "<|>|<=|>=|≤|≥|broader|narrower|wider|broader match|narrower match|subset|"
  "superset|part|partial|partial match|partially|partly|上位|下位|广义|狭义|广于|窄于|上位概念|下位概念|"
  "部分|一部|部分一致|部分的|部分匹配|부분";

static void
add_folded (CwRelationWords *self,
            const char *folded,
            CwRelationReading reading,
            CwRelation relation,
            gboolean negated)
{
  if (*folded != '\0' && !g_hash_table_contains (self->folded, folded))
    g_hash_table_insert (self->folded, g_strdup (folded),
                         GUINT_TO_POINTER (PACK (reading, relation, negated)));
}

static void
add_word (CwRelationWords *self, const char *word, CwRelation relation, gboolean negated)
{
  g_autofree char *folded = cw_fold_for_search (word);

  add_folded (self, folded, CW_RELATION_READING_WORD, relation, negated);
}

static void
add_exactly (CwRelationWords *self, char *text, CwRelation relation)
{
  g_hash_table_insert (self->exactly, text,
                       GUINT_TO_POINTER (PACK (CW_RELATION_READING_KEY, relation, FALSE)));
}

static void
add_list (CwRelationWords *self, const char *list, CwRelationReading reading, CwRelation relation)
{
  const char *const *parts = cw_word_list_fold (list);

  for (guint i = 0; parts[i] != NULL; i++)
    add_folded (self, parts[i], reading, relation, FALSE);
}

/* The program's own words, in the user's language and in English. */
static void
add_own_words (CwRelationWords *self, CwRelation relation)
{
  static const char *const english[CW_N_RELATIONS][4] = {
    [CW_RELATION_NONE] = { "No counterpart", "has no counterpart in", NULL },
    [CW_RELATION_EXACT] = { "Exact", "is the same as", "is not the same as" },
    [CW_RELATION_CLOSE] = { "Close", "is nearly the same as", "is not nearly the same as" },
    [CW_RELATION_BROAD] = { "Part of", "is part of", "is not part of" },
    [CW_RELATION_NARROW] = { "Contains", "contains", "does not contain" },
    [CW_RELATION_OVERLAP] = { "Overlaps", "shares a part with", "shares no part with" },
    [CW_RELATION_RELATED] = { "Related", "is associated with", "is not associated with" },
  };
  gboolean deniable = relation != CW_RELATION_NONE;

  add_word (self, cw_relation_to_key (relation), relation, FALSE);
  add_word (self, english[relation][0], relation, FALSE);
  add_word (self, english[relation][1], relation, FALSE);
  if (deniable)
    add_word (self, english[relation][2], relation, TRUE);
  add_word (self, cw_relation_get_name (relation), relation, FALSE);
  add_word (self, cw_relation_get_phrase (relation, FALSE), relation, FALSE);
  add_word (self, cw_relation_get_phrase (relation, TRUE), relation, deniable);
}

/**
 * cw_relation_words_new:
 *
 * Returns: (transfer full): the words, with those of the user's language
 */
CwRelationWords *
cw_relation_words_new (void)
{
  CwRelationWords *self = g_new0 (CwRelationWords, 1);

  self->exactly = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < CW_N_RELATIONS; i++)
    {
      add_exactly (self, g_strdup (cw_relation_to_key (i)), i);
      /* As workbooks of this program say it. */
      add_exactly (self, g_strdup (cw_relation_get_name (i)), i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (skos); i++)
    {
      add_exactly (self, g_strdup (skos[i].name), skos[i].relation);
      add_exactly (self, g_strconcat ("skos:", skos[i].name, NULL), skos[i].relation);
      add_exactly (self, g_strconcat (SKOS, skos[i].name, NULL), skos[i].relation);
      /* Written without its case, or with a space: “Exact match”. */
      add_word (self, skos[i].name, skos[i].relation, FALSE);
    }

  for (guint i = 0; i < CW_N_RELATIONS; i++)
    add_own_words (self, i);
  add_list (self, ambiguous, CW_RELATION_READING_AMBIGUOUS, CW_RELATION_NONE);
  add_list (self, "exact match", CW_RELATION_READING_WORD, CW_RELATION_EXACT);
  add_list (self, "close match", CW_RELATION_READING_WORD, CW_RELATION_CLOSE);
  add_list (self, "broad match", CW_RELATION_READING_WORD, CW_RELATION_BROAD);
  add_list (self, "narrow match", CW_RELATION_READING_WORD, CW_RELATION_NARROW);
  add_list (self, "related match", CW_RELATION_READING_WORD, CW_RELATION_RELATED);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    add_list (self, words[i].words, CW_RELATION_READING_WORD, words[i].relation);

  return self;
}

/**
 * cw_relation_words_free:
 * @self: (nullable): words
 */
void
cw_relation_words_free (CwRelationWords *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->exactly);
  g_hash_table_unref (self->folded);
  g_free (self);
}

/**
 * cw_relation_words_read:
 * @self: words
 * @text: what a cell says of the relation, read from left to right
 * @relation: (out): the relation, where it is known
 * @negated: (out): whether the words deny it
 *
 * Returns: how sure it is what @text means
 */
CwRelationReading
cw_relation_words_read (const CwRelationWords *self,
                        const char *text,
                        CwRelation *relation,
                        gboolean *negated)
{
  guint packed = GPOINTER_TO_UINT (g_hash_table_lookup (self->exactly, text));

  if (packed == 0)
    {
      g_autofree char *folded = cw_fold_for_search (text);

      packed = GPOINTER_TO_UINT (g_hash_table_lookup (self->folded, folded));
    }
  if (packed >> 8 < CW_RELATION_READING_WORD)
    return packed >> 8;

  *relation = (packed >> 1) & 0x7f;
  *negated = (packed & 1) != 0;

  return packed >> 8;
}
