/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/sssom-metadata.h"

#include "formats/yaml-scalar.h"

static void
append_scalar (GString *yaml, const char *key, const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  cw_yaml_append_scalar (yaml, key);
  g_string_append (yaml, ": ");
  cw_yaml_append_scalar (yaml, text);
  g_string_append_c (yaml, '\n');
}

static gboolean
uses_1_1 (const CwSssomColumn *columns)
{
  for (guint i = 0; i < CW_SSSOM_N_SLOTS; i++)
    {
      if (columns[i].used && (cw_sssom_slot_get (i)->flags & CW_SSSOM_SINCE_1_1) != 0)
        return TRUE;
    }

  return FALSE;
}

static void
append_prefixes (GString *yaml, CwCurieMap *prefixes)
{
  guint n_used = cw_curie_map_get_n_used (prefixes);

  if (n_used > 0)
    g_string_append (yaml, "curie_map:\n");
  for (guint i = 0; i < n_used; i++)
    {
      const char *iri;
      const char *name = cw_curie_map_get_used (prefixes, i, &iri);

      g_string_append (yaml, "  ");
      append_scalar (yaml, name, iri);
    }
}

/* A date is one in YAML too; anything else is a string. */
static void
append_condensed (GString *yaml, const CwSssomColumn *columns)
{
  for (guint i = 0; i < CW_SSSOM_N_SLOTS; i++)
    {
      const CwSssomSlot *slot = cw_sssom_slot_get (i);

      if (!columns[i].condensed)
        continue;
      if ((slot->flags & CW_SSSOM_DATE) != 0)
        g_string_append_printf (yaml, "%s: %s\n", slot->name, columns[i].common);
      else
        append_scalar (yaml, slot->name, columns[i].common);
    }
}

static void
append_extensions (GString *yaml, const CwSssomColumn *columns)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < CW_SSSOM_N_SLOTS; i++)
    {
      const CwSssomSlot *slot = cw_sssom_slot_get (i);
      const char *name = cw_sssom_slot_get_extension_name (slot);

      if (name == NULL || !columns[i].used)
        continue;
      if (!begun)
        g_string_append (yaml, "extension_definitions:\n");
      begun = TRUE;
      g_string_append_printf (yaml, "  - slot_name: %s\n    property: crosswalk:%s\n", slot->name,
                              name);
      if ((slot->flags & CW_SSSOM_BOOLEAN) != 0)
        g_string_append (yaml, "    type_hint: xsd:boolean\n");
    }
}

/**
 * cw_sssom_metadata_format:
 * @head: what is written
 * @columns: (array fixed-size=43): what the rows have in each slot
 * @prefixes: the prefixes that the rows use
 *
 * Writes the metadata of a set of mappings in the canonical form of SSSOM.
 *
 * Returns: (transfer full): YAML, UTF-8
 */
char *
cw_sssom_metadata_format (const CwConcordanceHead *head,
                          const CwSssomColumn *columns,
                          CwCurieMap *prefixes)
{
  GString *yaml = g_string_new (NULL);
  g_autofree char *iri = cw_concordance_head_get_iri (head);
  g_autofree char *title = cw_concordance_head_get_title (head);

  if (uses_1_1 (columns))
    g_string_append (yaml, "sssom_version: \"1.1\"\n");
  append_prefixes (yaml, prefixes);
  append_scalar (yaml, "mapping_set_id", iri);
  append_scalar (yaml, "mapping_set_title", title);
  append_scalar (yaml, "mapping_set_description", head->notice);
  append_scalar (yaml, "license", CW_SSSOM_NO_LICENSE);
  append_condensed (yaml, columns);
  append_extensions (yaml, columns);

  return g_string_free (yaml, FALSE);
}
