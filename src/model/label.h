/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwLabelOrigin:
 * @CW_LABEL_OFFICIAL: the document's own words in that language
 * @CW_LABEL_SEED: Japanese wording of the slides the project began with
 * @CW_LABEL_TRANSLATION: made by whoever compiled or translated the list
 * @CW_LABEL_USER: written by the user of the program
 *
 * Whose words a label is. It does not say that the wording was checked.
 */
typedef enum
{
  CW_LABEL_OFFICIAL,
  CW_LABEL_SEED,
  CW_LABEL_TRANSLATION,
  CW_LABEL_USER,
} CwLabelOrigin;

#define CW_N_LABEL_ORIGINS 4

/**
 * CwLabelKind:
 * @CW_LABEL_PREFERRED: the item's name (skos:prefLabel)
 * @CW_LABEL_ALTERNATIVE: another name for it (skos:altLabel)
 */
typedef enum
{
  CW_LABEL_PREFERRED,
  CW_LABEL_ALTERNATIVE,
} CwLabelKind;

/**
 * CwLabel:
 * @language: BCP 47 tag, interned
 * @text: the wording
 * @kind: preferred or alternative
 * @origin: whose words it is
 *
 * A name of an item in one language.
 */
typedef struct
{
  const char *language;
  const char *text;
  CwLabelKind kind;
  CwLabelOrigin origin;
} CwLabel;

const char *cw_label_origin_to_key (CwLabelOrigin origin);
gboolean cw_label_origin_from_key (const char *key, CwLabelOrigin *origin);
const char *cw_label_kind_to_key (CwLabelKind kind);
gboolean cw_label_kind_from_key (const char *key, CwLabelKind *kind);

G_END_DECLS
