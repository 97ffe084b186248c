/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/coding-option.h"

#include "cli/output.h"
#include "workspace/blind.h"

#include <glib/gi18n.h>

static void
complain_of_unknown (GPtrArray *codings, const char *name)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < codings->len; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "",
                            ((CwCoding *) g_ptr_array_index (codings, i))->name);

  if (codings->len > 0)
    /* Translators: the first %s is a name of a coding that is not known, the second those that are,
     * with commas between them */
    cw_complain (_ ("The document has no coding “%s”; there are %s"), name, known->str);
  else
    cw_complain (_ ("The document has no coding “%s”, and no other"), name);
}

/**
 * cw_coding_option_find:
 * @document: a document
 * @name: (nullable): what was typed, %NULL for the agreed mapping
 * @id: (out): the coding, 0 for the agreed mapping
 *
 * Whoever has an unfinished coding is known by their name in the system, and sees nothing else
 * before it is done.
 *
 * Returns: whether there is such a coding and it may be seen; %FALSE after a complaint
 */
gboolean
cw_coding_option_find (CwDocument *document, const char *name, gint64 *id)
{
  GPtrArray *codings = cw_document_get_codings (document);
  CwCoding *coding = name != NULL ? cw_coding_find_by_name (codings, name) : NULL;
  g_autoptr (GError) error = NULL;

  if (name != NULL && coding == NULL)
    {
      complain_of_unknown (codings, name);
      return FALSE;
    }

  cw_document_set_author (document, g_get_real_name (), NULL);
  *id = coding != NULL ? coding->id : 0;
  if (cw_blind_check_show (codings, cw_document_get_author (document), *id, &error))
    return TRUE;

  cw_complain ("%s", error->message);

  return FALSE;
}
