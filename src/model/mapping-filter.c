/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/mapping-filter.h"

#include "model/key.h"

static const char *const facet_keys[CW_N_FACETS] = {
  [CW_FACET_RELATION] = "relation",
  [CW_FACET_STATUS] = "status",
  [CW_FACET_SUBJECT_LIST] = "subject-list",
  [CW_FACET_OBJECT_LIST] = "object-list",
  [CW_FACET_CATEGORY] = "category",
  [CW_FACET_CONFIDENCE] = "confidence",
  [CW_FACET_AUTHOR] = "author",
  [CW_FACET_EVIDENCE] = "evidence",
  [CW_FACET_NEGATED] = "negated",
};

/**
 * cw_mapping_filter_new:
 *
 * Returns: (transfer full): a filter that lets every mapping pass
 */
CwMappingFilter *
cw_mapping_filter_new (void)
{
  CwMappingFilter *self = g_new0 (CwMappingFilter, 1);

  self->text = g_strdup ("");

  return self;
}

/**
 * cw_mapping_filter_copy:
 * @self: a filter
 *
 * Returns: (transfer full): a copy
 */
CwMappingFilter *
cw_mapping_filter_copy (const CwMappingFilter *self)
{
  CwMappingFilter *copy = cw_mapping_filter_new ();

  copy->coding_id = self->coding_id;
  cw_mapping_filter_set_text (copy, self->text);
  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    {
      for (guint i = 0; self->values[facet] != NULL && i < self->values[facet]->len; i++)
        cw_mapping_filter_set_value (copy, facet, g_ptr_array_index (self->values[facet], i), TRUE);
    }

  return copy;
}

/**
 * cw_mapping_filter_free:
 * @self: (nullable): a filter
 */
void
cw_mapping_filter_free (CwMappingFilter *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    g_clear_pointer (&self->values[facet], g_ptr_array_unref);
  g_free (self);
}

/**
 * cw_mapping_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether it lets every mapping of its coding pass
 */
gboolean
cw_mapping_filter_is_empty (const CwMappingFilter *self)
{
  for (CwFacet facet = 0; facet < CW_N_FACETS; facet++)
    {
      if (self->values[facet] != NULL)
        return FALSE;
    }

  return *self->text == '\0';
}

/**
 * cw_mapping_filter_set_text:
 * @self: a filter
 * @text: words that all have to be found
 */
void
cw_mapping_filter_set_text (CwMappingFilter *self, const char *text)
{
  char *copy = g_strdup (text);

  g_free (self->text);
  self->text = copy;
}

/**
 * cw_mapping_filter_set_value:
 * @self: a filter
 * @facet: a facet
 * @value: a value of it
 * @passes: whether mappings with that value pass
 *
 * As long as no value of a facet is set, all of them pass.
 */
void
cw_mapping_filter_set_value (CwMappingFilter *self,
                             CwFacet facet,
                             const char *value,
                             gboolean passes)
{
  guint at;

  if (passes && cw_mapping_filter_has_value (self, facet, value))
    return;

  if (passes)
    {
      if (self->values[facet] == NULL)
        self->values[facet] = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->values[facet], g_strdup (value));
      return;
    }

  if (self->values[facet] == NULL ||
      !g_ptr_array_find_with_equal_func (self->values[facet], value, g_str_equal, &at))
    return;

  g_ptr_array_remove_index (self->values[facet], at);
  if (self->values[facet]->len == 0)
    cw_mapping_filter_clear_facet (self, facet);
}

/**
 * cw_mapping_filter_has_value:
 * @self: a filter
 * @facet: a facet
 * @value: a value of it
 *
 * Returns: whether the value is set
 */
gboolean
cw_mapping_filter_has_value (const CwMappingFilter *self, CwFacet facet, const char *value)
{
  return self->values[facet] != NULL &&
         g_ptr_array_find_with_equal_func (self->values[facet], value, g_str_equal, NULL);
}

/**
 * cw_mapping_filter_clear_facet:
 * @self: a filter
 * @facet: a facet, of which all values pass from now on
 */
void
cw_mapping_filter_clear_facet (CwMappingFilter *self, CwFacet facet)
{
  g_clear_pointer (&self->values[facet], g_ptr_array_unref);
}

/**
 * cw_facet_to_key:
 * @facet: a facet
 *
 * Returns: (transfer none): its key in kept filters
 */
const char *
cw_facet_to_key (CwFacet facet)
{
  g_return_val_if_fail (facet < CW_N_FACETS, NULL);

  return facet_keys[facet];
}

/**
 * cw_facet_from_key:
 * @key: (nullable): a key such as "relation"
 * @facet: (out): where it goes
 *
 * Returns: whether @key is known
 */
gboolean
cw_facet_from_key (const char *key, CwFacet *facet)
{
  guint index;

  if (!cw_key_lookup (facet_keys, CW_N_FACETS, key, &index))
    return FALSE;

  *facet = index;
  return TRUE;
}
