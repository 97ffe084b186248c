/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/curie-map.h"

#include "formats/error.h"
#include "model/list-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *name;
  char *iri;
  gboolean built_in; /* in SSSOM, and never declared */
  gboolean used;
} Prefix;

struct _CwCurieMap
{
  GPtrArray *prefixes;   /* Prefix */
  GPtrArray *used;       /* (nullable) (unowned) Prefix, sorted by name */
  GHashTable *lists;     /* of the lists that are known, with a reference */
  GHashTable *shortened; /* IRI → CURIE */
};

static void
prefix_free (gpointer data)
{
  Prefix *prefix = data;

  g_free (prefix->name);
  g_free (prefix->iri);
  g_free (prefix);
}

/* The first name of an IRI stays. */
static void
take_prefix (CwCurieMap *self, char *name, char *iri, gboolean built_in)
{
  Prefix *prefix;

  for (guint i = 0; i < self->prefixes->len; i++)
    {
      prefix = g_ptr_array_index (self->prefixes, i);
      if (g_str_equal (prefix->iri, iri))
        {
          g_free (name);
          g_free (iri);
          return;
        }
    }

  prefix = g_new0 (Prefix, 1);
  prefix->name = name;
  prefix->iri = iri;
  prefix->built_in = built_in;
  g_ptr_array_add (self->prefixes, prefix);
}

typedef struct
{
  const char *name;
  const char *iri;
  gboolean built_in;
} KnownPrefix;

static const KnownPrefix known[] = {
  { "linkml", "https://w3id.org/linkml/", TRUE },
  { "owl", "http://www.w3.org/2002/07/owl#", TRUE },
  { "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", TRUE },
  { "rdfs", "http://www.w3.org/2000/01/rdf-schema#", TRUE },
  { "semapv", CW_SEMAPV_IRI, TRUE },
  { "skos", CW_SKOS_IRI, TRUE },
  { "sssom", CW_SSSOM_IRI, TRUE },
  { "xsd", "http://www.w3.org/2001/XMLSchema#", TRUE },
  { "crosswalk", CW_TERMS_IRI, FALSE },
  { "lists", CW_LIST_BASE_IRI, FALSE },
  { "orcid", CW_ORCID_IRI, FALSE },
};

/**
 * cw_curie_map_new:
 *
 * Returns: (transfer full): the prefixes of SSSOM and of the program
 */
CwCurieMap *
cw_curie_map_new (void)
{
  CwCurieMap *self = g_new0 (CwCurieMap, 1);

  self->prefixes = g_ptr_array_new_with_free_func (prefix_free);
  self->lists = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->shortened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    take_prefix (self, g_strdup (known[i].name), g_strdup (known[i].iri), known[i].built_in);

  return self;
}

/**
 * cw_curie_map_free:
 * @self: (nullable): a map
 */
void
cw_curie_map_free (CwCurieMap *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->used, g_ptr_array_unref);
  g_ptr_array_unref (self->prefixes);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->shortened);
  g_free (self);
}

/* A prefix is an NCName, and so does not begin with a digit; names with a meaning are taken. A key
 * has no points, which keeps all these names apart. */
static char *
make_name (const char *key)
{
  gboolean taken = g_ascii_isdigit (*key);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    taken = taken || g_str_equal (known[i].name, key);

  return g_strconcat (taken ? "list." : "", key, NULL);
}

/* Up to the last separator that something follows; %NULL where there is none. */
static char *
get_namespace (const char *iri)
{
  for (gsize end = strlen (iri); end > 1; end--)
    {
      if (strchr ("/#", iri[end - 2]) != NULL)
        return g_strndup (iri, end - 1);
    }

  return NULL;
}

static gboolean
is_in_namespace (const char *iri, const char *namespace)
{
  return g_str_has_prefix (iri, namespace) && strlen (iri) > strlen (namespace);
}

static void
add_namespace_of (CwCurieMap *self, const char *iri, char *name)
{
  char *namespace = get_namespace (iri);

  if (namespace != NULL)
    take_prefix (self, name, namespace, FALSE);
  else
    g_free (name);
}

/* Items whose IRIs are not made of their list's: their namespaces in the order of the list. */
static void
add_items (CwCurieMap *self, CwList *list, const char *name, const char *base)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < cw_list_get_n_items (list); i++)
    {
      const CwItem *item = cw_list_get_item (list, i);
      char *namespace;

      if (item->iri == NULL || is_in_namespace (item->iri, base))
        continue;
      namespace = get_namespace (item->iri);
      if (namespace != NULL && g_hash_table_add (seen, namespace))
        add_namespace_of (self, item->iri,
                          g_strdup_printf ("%s.item%u", name, g_hash_table_size (seen)));
    }
}

/**
 * cw_curie_map_add_list:
 * @self: a map
 * @list: a list whose IRI, or those of its items, will be shortened
 *
 * Does nothing for a list that was added before. The prefix of its items is its key, or that with
 * “list.” before it where SSSOM uses the name itself or it begins with a digit.
 */
void
cw_curie_map_add_list (CwCurieMap *self, CwList *list)
{
  g_autofree char *iri = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  if (g_hash_table_contains (self->lists, list))
    return;

  g_hash_table_add (self->lists, g_object_ref (list));
  iri = cw_list_get_iri (list);
  base = g_strconcat (iri, g_str_has_suffix (iri, "/") ? "" : "/", NULL);
  name = make_name (cw_list_get_key (list));
  take_prefix (self, g_strdup (name), g_strdup (base), FALSE);
  add_namespace_of (self, iri, g_strconcat (name, ".list", NULL));
  add_items (self, list, name, base);
}

static Prefix *
find_longest (CwCurieMap *self, const char *iri)
{
  Prefix *longest = NULL;

  for (guint i = 0; i < self->prefixes->len; i++)
    {
      Prefix *prefix = g_ptr_array_index (self->prefixes, i);

      if (is_in_namespace (iri, prefix->iri) &&
          (longest == NULL || strlen (prefix->iri) > strlen (longest->iri)))
        longest = prefix;
    }

  return longest;
}

/**
 * cw_curie_map_shorten:
 * @self: a map
 * @iri: an IRI
 * @error: return location
 *
 * The prefix counts as used from then on.
 *
 * Returns: (transfer none): the CURIE; %NULL with %CW_FORMAT_ERROR_UNSUPPORTED where @iri is none or
 *   no prefix fits
 */
const char *
cw_curie_map_shorten (CwCurieMap *self, const char *iri, GError **error)
{
  char *curie = g_hash_table_lookup (self->shortened, iri);
  Prefix *prefix;

  if (curie != NULL)
    return curie;

  prefix = cw_iri_is_valid (iri) ? find_longest (self, iri) : NULL;
  if (prefix == NULL)
    {
      /* Translators: %s is the identifier of an item or list on the web; SSSOM is a file format */
      g_set_error (
        error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_UNSUPPORTED,
        _ ("SSSOM cannot hold the IRI “%s”: it has no part that a prefix could stand for"), iri);
      return NULL;
    }

  prefix->used = TRUE;
  g_clear_pointer (&self->used, g_ptr_array_unref);
  curie = g_strconcat (prefix->name, ":", iri + strlen (prefix->iri), NULL);
  g_hash_table_insert (self->shortened, g_strdup (iri), curie);

  return curie;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Prefix *first = *(const Prefix *const *) a;
  const Prefix *second = *(const Prefix *const *) b;

  return strcmp (first->name, second->name);
}

static GPtrArray *
get_used (CwCurieMap *self)
{
  if (self->used != NULL)
    return self->used;

  self->used = g_ptr_array_new ();
  for (guint i = 0; i < self->prefixes->len; i++)
    {
      Prefix *prefix = g_ptr_array_index (self->prefixes, i);

      if (prefix->used && !prefix->built_in)
        g_ptr_array_add (self->used, prefix);
    }
  g_ptr_array_sort (self->used, compare_names);

  return self->used;
}

/**
 * cw_curie_map_get_n_used:
 * @self: a map
 *
 * Returns: how many prefixes a file has to declare
 */
guint
cw_curie_map_get_n_used (CwCurieMap *self)
{
  return get_used (self)->len;
}

/**
 * cw_curie_map_get_used:
 * @self: a map
 * @index: less than cw_curie_map_get_n_used()
 * @iri: (out) (transfer none): what the prefix stands for
 *
 * Returns: (transfer none): a prefix that a file has to declare; they are sorted
 */
const char *
cw_curie_map_get_used (CwCurieMap *self, guint index, const char **iri)
{
  const Prefix *prefix = g_ptr_array_index (get_used (self), index);

  *iri = prefix->iri;

  return prefix->name;
}
