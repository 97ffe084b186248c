/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/item.h"

G_BEGIN_DECLS

/**
 * CwCurieMap:
 *
 * The prefixes by which a SSSOM file shortens IRIs. Each list has one for its items, named after the
 * list.
 */
typedef struct _CwCurieMap CwCurieMap;

/* Our own terms, for what the standards have none; the names are those of the extensions in SSSOM. */
#define CW_TERMS_IRI "https://listcrosswalk.github.io/terms/"
#define CW_ORCID_IRI "https://orcid.org/"
#define CW_SEMAPV_IRI "https://w3id.org/semapv/vocab/"
#define CW_SKOS_IRI "http://www.w3.org/2004/02/skos/core#"
#define CW_SSSOM_IRI "https://w3id.org/sssom/"

/* A document does not say under which licence its owner gives it away. The shipped lists are in the
 * public domain, but that says nothing of what a user made of them. */
#define CW_SSSOM_NO_LICENSE CW_SSSOM_IRI "license/unspecified"

CwCurieMap *cw_curie_map_new (void);
void cw_curie_map_free (CwCurieMap *self);

void cw_curie_map_add_list (CwCurieMap *self, CwList *list);
const char *cw_curie_map_shorten (CwCurieMap *self, const char *iri, GError **error);
guint cw_curie_map_get_n_used (CwCurieMap *self);
const char *cw_curie_map_get_used (CwCurieMap *self, guint index, const char **iri);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwCurieMap, cw_curie_map_free)

G_END_DECLS
