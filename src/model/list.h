/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/figures.h"
#include "model/label.h"
#include "model/text.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define CW_TYPE_LIST (cw_list_get_type ())
#define CW_LIST_BASE_IRI "https://listcrosswalk.github.io/lists/"

/**
 * CwList:
 *
 * A published list of technologies or industries: its card and its items. Immutable; made by a
 * #CwListBuilder.
 */
G_DECLARE_FINAL_TYPE (CwList, cw_list, CW, LIST, GObject)

typedef struct _CwItem CwItem;

/**
 * CwListCard:
 * @key: unique name, such as "us-cet-2024"
 * @jurisdiction: ISO 3166-1 alpha-2, or EU
 * @short_title: for headings; the program's words
 * @title: of the document
 * @issuer: who issued it
 * @issued: date, YYYY-MM-DD (ISO 8601)
 * @citation: in whatever language was cited
 * @document_number: may be empty
 * @url: may be empty
 * @supersedes: (nullable): key of the list this one replaces
 * @official_language: BCP 47 tag of the language in which the document is authoritative
 * @notes: remarks, English
 * @verification: against what the wording was checked and what is missing, English
 * @shipped: whether the list came with the program
 * @purpose: what the list is for; may be empty
 * @legal_force: what follows from being on it; may be empty
 * @iri: where the list is named on the web; empty for one below %CW_LIST_BASE_IRI
 * @declined: digest of the shipped list that the user did not want; may be empty
 *
 * What is known about a list as a document.
 */
typedef struct
{
  char *key;
  char *jurisdiction;
  CwText *short_title;
  CwText *title;
  CwText *issuer;
  char *issued;
  char *citation;
  char *document_number;
  char *url;
  char *supersedes;
  char *official_language;
  char *notes;
  char *verification;
  gboolean shipped;
  char *purpose;
  char *legal_force;
  char *iri;
  char *declined;
} CwListCard;

CwListCard *cw_list_card_new (void);
CwListCard *cw_list_card_copy (const CwListCard *card);
gboolean cw_list_card_equal (const CwListCard *a, const CwListCard *b);
void cw_list_card_patch (CwListCard *card, const CwListCard *from, const CwListCard *to);
void cw_list_card_clean (CwListCard *card);
gboolean cw_list_card_check (const CwListCard *card, GError **error);
void cw_list_card_free (CwListCard *card);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwListCard, cw_list_card_free)

gint64 cw_list_get_id (CwList *self);
const CwListCard *cw_list_get_card (CwList *self);
const char *cw_list_get_key (CwList *self);
const char *cw_list_get_short_title (CwList *self, const char *const *languages);

guint cw_list_get_n_items (CwList *self);
guint cw_list_get_n_verified (CwList *self);
guint cw_list_get_n_levels (CwList *self);
const CwItem *cw_list_get_item (CwList *self, guint index);
const CwItem *cw_list_find_item (CwList *self, const char *code);
char **cw_list_get_languages (CwList *self);
char *cw_list_get_iri (CwList *self);

G_END_DECLS
