/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/list-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_CODE_LENGTH 64

/**
 * cw_list_code_is_valid:
 * @code: a text
 *
 * A list of the user's own takes any code that its source has.
 *
 * Returns: whether @code can be a code: 1 to 64 bytes, no control characters, no space at either end
 */
gboolean
cw_list_code_is_valid (const char *code)
{
  gsize length = strlen (code);

  if (length == 0 || length > MAX_CODE_LENGTH || !g_utf8_validate (code, -1, NULL))
    return FALSE;

  for (const char *p = code; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) ||
          (g_unichar_isspace (c) && (p == code || *g_utf8_next_char (p) == '\0')))
        return FALSE;
    }

  return TRUE;
}

/**
 * cw_list_key_is_valid:
 * @key: a text
 *
 * Returns: whether @key can name a list: at most 64 lower-case ASCII letters and digits, in parts
 *   joined by hyphens
 */
gboolean
cw_list_key_is_valid (const char *key)
{
  gboolean in_part = FALSE;

  if (strlen (key) > MAX_CODE_LENGTH)
    return FALSE;

  for (const char *p = key; *p != '\0'; p++)
    {
      if (g_ascii_islower (*p) || g_ascii_isdigit (*p))
        in_part = TRUE;
      else if (*p == '-' && in_part)
        in_part = FALSE;
      else
        return FALSE;
    }

  return in_part;
}

/**
 * cw_iri_is_valid:
 * @iri: a text
 *
 * Returns: whether @iri can be an address or a name on the web: it begins with https:// or http://
 *   and holds neither spaces nor what RFC 3987 leaves out
 */
gboolean
cw_iri_is_valid (const char *iri)
{
  return (g_str_has_prefix (iri, "https://") || g_str_has_prefix (iri, "http://")) &&
         strpbrk (iri, " \t\r\n<>\"{}|\\^`") == NULL && strlen (iri) > strlen ("https://");
}

static gboolean
is_below (const char *code, const char *parent)
{
  gsize length = strlen (parent);

  return g_str_has_prefix (code, parent) && code[length] == '.' && code[length + 1] != '\0';
}

/**
 * cw_list_draft_codes_follow:
 * @self: a draft
 *
 * Returns: whether the code of every item is that of the one above it, a dot, and something more
 */
gboolean
cw_list_draft_codes_follow (const CwListDraft *self)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      const CwDraftItem *item = cw_list_draft_get_item (self, i);

      g_ptr_array_set_size (path, (int) item->depth);
      if (item->depth > 0 && !is_below (item->code, g_ptr_array_index (path, item->depth - 1)))
        return FALSE;
      g_ptr_array_add (path, item->code);
    }

  return TRUE;
}

/* Splits "P10" into "P" and 10; a code that does not end in a number begins at 0. */
static char *
split_number (const char *code, guint64 *number)
{
  const char *end = code + strlen (code);
  const char *digits = end;

  while (digits > code && g_ascii_isdigit (digits[-1]) && end - digits < 9)
    digits--;
  *number = g_ascii_strtoull (digits, NULL, 10);

  return g_strndup (code, (gsize) (digits - code));
}

/**
 * cw_list_draft_make_code:
 * @self: a draft
 * @parent: the item above, or %CW_DRAFT_NOWHERE
 * @after: an item under @parent whose code to go on from, or %CW_DRAFT_NOWHERE
 *
 * Returns: (transfer full): a code that no item has
 */
char *
cw_list_draft_make_code (const CwListDraft *self, int parent, int after)
{
  g_autofree char *stem = NULL;
  guint64 number = 0;

  if (after != CW_DRAFT_NOWHERE)
    stem = split_number (cw_list_draft_get_item (self, (guint) after)->code, &number);
  else if (parent != CW_DRAFT_NOWHERE)
    stem = g_strconcat (cw_list_draft_get_item (self, (guint) parent)->code, ".", NULL);
  else
    stem = g_strdup ("");

  while (TRUE)
    {
      g_autofree char *code = g_strdup_printf ("%s%" G_GUINT64_FORMAT, stem, ++number);

      if (cw_list_draft_find_code (self, code) == CW_DRAFT_NOWHERE)
        return g_steal_pointer (&code);
    }
}

/**
 * cw_list_draft_recode:
 * @self: a draft
 * @index: an item
 * @code: its new code, which is not checked
 *
 * Gives an item another code, and what is below it too as far as its codes go on from it.
 */
void
cw_list_draft_recode (CwListDraft *self, guint index, const char *code)
{
  guint end = cw_list_draft_get_end (self, index);
  g_autofree char *old = cw_list_draft_get_item (self, index)->code;

  cw_list_draft_get_item (self, index)->code = g_strdup (code);
  for (guint i = index + 1; i < end; i++)
    {
      CwDraftItem *item = cw_list_draft_get_item (self, i);
      char *below;

      if (!is_below (item->code, old))
        continue;
      below = g_strconcat (code, item->code + strlen (old), NULL);
      g_free (item->code);
      item->code = below;
    }
}

/**
 * cw_list_draft_set_code:
 * @self: a draft
 * @index: an item
 * @code: its new code
 * @error: return location
 *
 * Like cw_list_draft_recode(), but checks the code.
 *
 * Returns: %FALSE with %CW_LIST_ERROR_CODE and nothing done
 */
gboolean
cw_list_draft_set_code (CwListDraft *self, guint index, const char *code, GError **error)
{
  int other = cw_list_draft_find_code (self, code);

  if (!cw_list_code_is_valid (code))
    {
      g_set_error (error, CW_LIST_ERROR, CW_LIST_ERROR_CODE,
                   /* Translators: %s is what was typed */
                   _ ("“%s” cannot be a code: it must have 1 to 64 characters, none of them a "
                      "control character, and no space at either end"),
                   code);
      return FALSE;
    }
  if (other != CW_DRAFT_NOWHERE && other != (int) index)
    {
      g_set_error (error, CW_LIST_ERROR, CW_LIST_ERROR_CODE,
                   /* Translators: %s is the code of an item of a list */
                   _ ("Another item has the code “%s”"), code);
      return FALSE;
    }

  cw_list_draft_recode (self, index, code);

  return TRUE;
}

/* Letters that stand before the number of an item of the first level, as in P1, are kept: each
 * has a count of its own. */
static char *
get_letters (const CwDraftItem *item)
{
  gsize length = strcspn (item->code, "0123456789. ");

  return g_strndup (item->code, length);
}

/**
 * cw_list_draft_renumber:
 * @self: a draft
 *
 * Gives every item the code that its place asks for: 1, 1.1, 1.2, 2 …
 */
void
cw_list_draft_renumber (CwListDraft *self)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      CwDraftItem *item = cw_list_draft_get_item (self, i);
      g_autofree char *letters = item->depth == 0 ? get_letters (item) : g_strdup ("");
      g_autofree char *stem = NULL;
      guint number;

      g_ptr_array_set_size (path, (int) item->depth);
      if (item->depth > 0)
        stem = g_strconcat (g_ptr_array_index (path, item->depth - 1), ".", NULL);
      else
        stem = g_strdup (letters);
      number = GPOINTER_TO_UINT (g_hash_table_lookup (counts, stem)) + 1;
      g_hash_table_insert (counts, g_strdup (stem), GUINT_TO_POINTER (number));

      g_free (item->code);
      item->code = g_strdup_printf ("%s%u", stem, number);
      g_ptr_array_add (path, item->code);
    }
}
