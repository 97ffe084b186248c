/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/kept-filter.h"

/**
 * cw_kept_filter_new:
 * @name: what the person calls it
 * @filter: which mappings it shows; copied
 *
 * Returns: (transfer full): a filter with a name
 */
CwKeptFilter *
cw_kept_filter_new (const char *name, const CwMappingFilter *filter)
{
  CwKeptFilter *self = g_new0 (CwKeptFilter, 1);

  self->name = g_strdup (name);
  self->filter = cw_mapping_filter_copy (filter);

  return self;
}

/**
 * cw_kept_filter_free:
 * @self: (nullable): a filter with a name
 */
void
cw_kept_filter_free (CwKeptFilter *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  cw_mapping_filter_free (self->filter);
  g_free (self);
}

/**
 * cw_kept_filter_write:
 * @filter: a filter
 *
 * Returns: (transfer full): the filter as GVariant text of type (sa{sas}): the words, and for each
 *   facet that narrows, by its key, the values that pass
 */
char *
cw_kept_filter_write (const CwMappingFilter *filter)
{
  GVariantBuilder facets;
  g_autoptr (GVariant) variant = NULL;

  g_variant_builder_init (&facets, G_VARIANT_TYPE ("a{sas}"));
  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    {
      const GPtrArray *values = filter->values[facet];

      if (values != NULL && values->len > 0)
        g_variant_builder_add (&facets, "{s@as}", cw_facet_to_key (facet),
                               g_variant_new_strv ((const char *const *) values->pdata,
                                                   (gssize) values->len));
    }
  variant = g_variant_ref_sink (g_variant_new ("(sa{sas})", filter->text, &facets));

  return g_variant_print (variant, FALSE);
}

/**
 * cw_kept_filter_read:
 * @text: from cw_kept_filter_write()
 *
 * Facets that this version does not know are passed over.
 *
 * Returns: (transfer full) (nullable): the filter; %NULL where @text is something else
 */
CwMappingFilter *
cw_kept_filter_read (const char *text)
{
  g_autoptr (GVariant) variant =
    g_variant_parse (G_VARIANT_TYPE ("(sa{sas})"), text, NULL, NULL, NULL);
  g_autoptr (GVariantIter) facets = NULL;
  CwMappingFilter *filter;
  const char *words, *key;
  GVariantIter *values;

  if (variant == NULL)
    return NULL;

  filter = cw_mapping_filter_new ();
  g_variant_get (variant, "(&sa{sas})", &words, &facets);
  cw_mapping_filter_set_text (filter, words);
  while (g_variant_iter_loop (facets, "{&sas}", &key, &values))
    {
      const char *value;
      CwFacet facet;

      while (cw_facet_from_key (key, &facet) && g_variant_iter_loop (values, "&s", &value))
        cw_mapping_filter_set_value (filter, facet, value, TRUE);
    }

  return filter;
}

/**
 * cw_kept_definition_new:
 * @name: what the person calls it
 * @definition: what the document keeps
 *
 * Returns: (transfer full): a filter with a name
 */
CwKeptDefinition *
cw_kept_definition_new (const char *name, const char *definition)
{
  CwKeptDefinition *self = g_new0 (CwKeptDefinition, 1);

  self->name = g_strdup (name);
  self->definition = g_strdup (definition);

  return self;
}

/**
 * cw_kept_definition_free:
 * @self: (nullable): a filter with a name
 */
void
cw_kept_definition_free (CwKeptDefinition *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->definition);
  g_free (self);
}
