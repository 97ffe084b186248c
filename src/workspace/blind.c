/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/blind.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* A coder works blind: judgements are only independent where the coder has seen neither the other
 * coding nor what was agreed on. */

/**
 * cw_blind_get_unfinished:
 * @codings: (element-type CwCoding): all codings of a document
 * @author: who looks at it
 *
 * Returns: (transfer none) (nullable): the first coding of @author that is not done
 */
CwCoding *
cw_blind_get_unfinished (GPtrArray *codings, const char *author)
{
  for (guint i = 0; i < codings->len; i++)
    {
      CwCoding *coding = g_ptr_array_index (codings, i);

      if (!coding->done && g_str_equal (coding->coder, author))
        return coding;
    }

  return NULL;
}

/**
 * cw_blind_may_show:
 * @codings: (element-type CwCoding): all codings of a document
 * @author: who looks at it
 * @coding_id: a coding, or 0 for the agreed mapping
 *
 * Who has a coding that is not done sees such codings of their own and nothing else. Everybody else
 * sees everything but the unfinished codings of others.
 *
 * Returns: whether @author may see it; %FALSE where there is no such coding
 */
gboolean
cw_blind_may_show (GPtrArray *codings, const char *author, gint64 coding_id)
{
  CwCoding *coding = coding_id != 0 ? cw_coding_find (codings, coding_id) : NULL;

  if (coding_id != 0 && coding == NULL)
    return FALSE;
  if (coding != NULL && !coding->done)
    return g_str_equal (coding->coder, author);

  return cw_blind_get_unfinished (codings, author) == NULL;
}

/**
 * cw_blind_explain:
 * @codings: (element-type CwCoding): all codings of a document
 * @author: who looks at it
 * @coding_id: a coding, or 0 for the agreed mapping
 *
 * Returns: (transfer full) (nullable): why @author may not see it, for the person; %NULL where they
 *   may
 */
char *
cw_blind_explain (GPtrArray *codings, const char *author, gint64 coding_id)
{
  CwCoding *coding = coding_id != 0 ? cw_coding_find (codings, coding_id) : NULL;

  if (cw_blind_may_show (codings, author, coding_id))
    return NULL;
  if (coding_id != 0 && coding == NULL)
    return g_strdup (_ ("The coding is not there any more"));
  if (coding != NULL && !coding->done)
    return g_strdup (_ ("It is not done yet"));

  return g_strdup (_ ("Finish your coding first"));
}

/**
 * cw_blind_choose:
 * @codings: (element-type CwCoding): all codings of a document
 * @author: who looks at it
 * @coding_id: what is shown, or is to be shown: a coding, or 0 for the agreed mapping
 *
 * Returns: @coding_id where @author may see it, else their own unfinished coding, else 0
 */
gint64
cw_blind_choose (GPtrArray *codings, const char *author, gint64 coding_id)
{
  CwCoding *unfinished = cw_blind_get_unfinished (codings, author);

  if (cw_blind_may_show (codings, author, coding_id))
    return coding_id;

  return unfinished != NULL ? unfinished->id : 0;
}

/**
 * cw_blind_check_show:
 * @codings: (element-type CwCoding): all codings of a document
 * @author: who looks at it
 * @coding_id: a coding, or 0 for the agreed mapping
 * @error: return location
 *
 * Returns: %FALSE with %G_IO_ERROR_PERMISSION_DENIED where @author may not see it
 */
gboolean
cw_blind_check_show (GPtrArray *codings, const char *author, gint64 coding_id, GError **error)
{
  g_autofree char *reason = cw_blind_explain (codings, author, coding_id);
  CwCoding *coding = cw_coding_find (codings, coding_id);

  if (reason == NULL)
    return TRUE;

  if (coding != NULL && !coding->done)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                 /* Translators: the first %s is the name of a coding, the second its coder */
                 _ ("“%s” is the coding of %s and not done yet"), coding->name, coding->coder);
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, reason);

  return FALSE;
}

/**
 * cw_blind_check_edit:
 * @codings: (element-type CwCoding): all codings of a document
 * @author: who edits it
 * @coding_id: the coding whose judgements are edited, or 0 for the agreed mapping
 * @error: return location
 *
 * A coding is edited by its coder until it is done; the agreed mapping by whoever has no unfinished
 * coding.
 *
 * Returns: %FALSE with %G_IO_ERROR_PERMISSION_DENIED where @author may not edit it
 */
gboolean
cw_blind_check_edit (GPtrArray *codings, const char *author, gint64 coding_id, GError **error)
{
  CwCoding *coding = coding_id != 0 ? cw_coding_find (codings, coding_id) : NULL;

  if (!cw_blind_check_show (codings, author, coding_id, error))
    return FALSE;
  if (coding == NULL || !coding->done)
    return TRUE;

  if (g_str_equal (coding->coder, author))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                 /* Translators: %s is the name of a coding */
                 _ ("“%s” is done; take it up again to change it"), coding->name);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                 /* Translators: the first %s is the name of a coding, the second its coder */
                 _ ("“%s” is the coding of %s and stays as it is"), coding->name, coding->coder);

  return FALSE;
}
