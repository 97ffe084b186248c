/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/list-file.h"

#include "formats/list-csv.h"
#include "formats/list-jskos.h"
#include "formats/list-json.h"
#include "model/key.h"
#include "workspace/replace-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const keys[CW_N_LIST_FILE_FORMATS] = {
  [CW_LIST_FILE_JSON] = "json",
  [CW_LIST_FILE_CSV] = "csv",
  [CW_LIST_FILE_JSKOS] = "jskos",
};

static const char *const names[CW_N_LIST_FILE_FORMATS] = {
  [CW_LIST_FILE_JSON] = NC_ ("list file", "Crosswalk list (JSON): everything"),
  [CW_LIST_FILE_CSV] = NC_ ("list file", "Table (CSV): the items, without the card"),
  [CW_LIST_FILE_JSKOS] = NC_ ("list file", "Concept scheme (JSKOS)"),
};

static const char *const suffixes[CW_N_LIST_FILE_FORMATS] = {
  [CW_LIST_FILE_JSON] = ".json",
  [CW_LIST_FILE_CSV] = ".csv",
  [CW_LIST_FILE_JSKOS] = ".jskos.json",
};

/**
 * cw_list_file_format_to_key:
 * @format: a format
 *
 * Returns: (transfer none): its key, such as "csv"
 */
const char *
cw_list_file_format_to_key (CwListFileFormat format)
{
  g_return_val_if_fail (format < CW_N_LIST_FILE_FORMATS, NULL);

  return keys[format];
}

/**
 * cw_list_file_format_from_key:
 * @key: (nullable): a key such as "csv"
 * @format: (out): where it goes
 *
 * Returns: whether @key is known
 */
gboolean
cw_list_file_format_from_key (const char *key, CwListFileFormat *format)
{
  guint index;

  if (!cw_key_lookup (keys, G_N_ELEMENTS (keys), key, &index))
    return FALSE;

  *format = index;

  return TRUE;
}

/**
 * cw_list_file_format_get_name:
 * @format: a format
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
cw_list_file_format_get_name (CwListFileFormat format)
{
  g_return_val_if_fail (format < CW_N_LIST_FILE_FORMATS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "list file", names[format]);
}

/**
 * cw_list_file_suggest_name:
 * @list: a list
 * @format: a format
 *
 * Returns: (transfer full): a name for the file
 */
char *
cw_list_file_suggest_name (CwList *list, CwListFileFormat format)
{
  g_return_val_if_fail (format < CW_N_LIST_FILE_FORMATS, NULL);

  return g_strconcat (cw_list_get_key (list), suffixes[format], NULL);
}

/**
 * cw_list_file_write:
 * @list: a list
 * @format: a format
 * @stream: where it goes; not closed
 * @error: return location
 *
 * Returns: %FALSE with an error of the stream
 */
gboolean
cw_list_file_write (CwList *list, CwListFileFormat format, GOutputStream *stream, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (format == CW_LIST_FILE_CSV)
    return cw_list_csv_write (list, stream, error);

  bytes = format == CW_LIST_FILE_JSKOS ? cw_list_jskos_format (list) : cw_list_json_format (list);

  return g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL),
                                    g_bytes_get_size (bytes), NULL, NULL, error);
}

typedef struct
{
  CwList *list;
  CwListFileFormat format;
} Save;

static gboolean
fill_file (GOutputStream *stream, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Save *save = user_data;

  return cw_list_file_write (save->list, save->format, stream, error);
}

/**
 * cw_list_file_save:
 * @list: a list
 * @format: a format
 * @file: where it goes; an existing file is replaced once the new one is whole
 * @error: return location
 *
 * Returns: %FALSE with an error; what stood there before is then as it was
 */
gboolean
cw_list_file_save (CwList *list, CwListFileFormat format, GFile *file, GError **error)
{
  Save save = { list, format };

  return cw_replace_file (file, fill_file, &save, NULL, error);
}

struct _CwListImport
{
  CwListFileFormat format;
  CwListDraft *draft;      /* of JSON and JSKOS */
  CwDelimitedTable *table; /* of CSV */
  CwListPlan *plan;
  CwListCard *card;
};

/* A file says what it is by how it begins; its name may be anything. */
static gboolean
is_json (const char *data, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isspace (data[i]))
        return data[i] == '{' || data[i] == '[';
    }

  return FALSE;
}

/* Every concept of a scheme has its names there; a list of the program's own never. */
static gboolean
is_jskos (const char *data, gsize length)
{
  return g_strstr_len (data, (gssize) length, "\"prefLabel\"") != NULL ||
         g_strstr_len (data, (gssize) length, "skos/core#") != NULL;
}

static CwListDraft *
parse_json (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (CwList) list = cw_list_json_parse (data, (gssize) length, name, FALSE, error);

  return list != NULL ? cw_list_draft_new_from_list (list) : NULL;
}

static CwListCard *
make_card (const char *official_language, const char *name)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *base = g_path_get_basename (name);
  char *dot = strrchr (base, '.');
  CwListCard *card = cw_list_card_new ();

  if (dot != NULL && dot > base)
    *dot = '\0';
  card->official_language = g_strdup (official_language);
  card->issued = g_date_time_format (now, "%Y-%m-%d");
  card->jurisdiction = g_strdup ("XA");
  if (g_utf8_validate (base, -1, NULL))
    {
      cw_text_set (card->short_title, official_language, base);
      cw_text_set (card->title, official_language, base);
    }

  return card;
}

/* What a scheme leaves open is filled with what a new list begins with. */
static void
complete_card (CwListCard *card, const CwListCard *usual)
{
  if (card->official_language == NULL)
    card->official_language = g_strdup (usual->official_language);
  if (card->issued == NULL)
    card->issued = g_strdup (usual->issued);
  if (card->jurisdiction == NULL)
    card->jurisdiction = g_strdup (usual->jurisdiction);
  if (cw_text_get_n_languages (card->title) == 0)
    cw_text_set (card->title, card->official_language, cw_text_choose (usual->title, NULL));
  if (cw_text_get_n_languages (card->short_title) == 0)
    cw_text_set (card->short_title, card->official_language,
                 cw_text_choose (usual->short_title, NULL));
}

/**
 * cw_list_import_open:
 * @file: a list file: the program's JSON, a JSKOS concept scheme, or CSV
 * @official_language: of the list, where the file does not tell
 * @error: return location
 *
 * Reads a file. What it is, its content tells.
 *
 * Returns: (transfer full): the import, or %NULL with an error that names the file and the place
 */
CwListImport *
cw_list_import_open (GFile *file, const char *official_language, GError **error)
{
  g_autoptr (CwListImport) self = g_new0 (CwListImport, 1);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *data = NULL;
  gsize length = 0;

  if (!g_file_load_contents (file, NULL, &data, &length, NULL, error))
    return NULL;

  self->card = make_card (official_language, name);
  if (!is_json (data, length))
    {
      self->format = CW_LIST_FILE_CSV;
      self->table = cw_delimited_table_parse (data, length, name, error);
      if (self->table == NULL)
        return NULL;
      self->plan = cw_list_csv_guess (self->table, official_language);
      return g_steal_pointer (&self);
    }

  self->format = is_jskos (data, length) ? CW_LIST_FILE_JSKOS : CW_LIST_FILE_JSON;
  self->draft = self->format == CW_LIST_FILE_JSKOS
                  ? cw_list_jskos_parse (data, (gssize) length, name, error)
                  : parse_json (data, length, name, error);
  if (self->draft == NULL)
    return NULL;
  complete_card (self->draft->card, self->card);

  return g_steal_pointer (&self);
}

/**
 * cw_list_import_free:
 * @self: (nullable): an import
 */
void
cw_list_import_free (CwListImport *self)
{
  if (self == NULL)
    return;

  cw_list_draft_free (self->draft);
  cw_delimited_table_free (self->table);
  cw_list_plan_free (self->plan);
  cw_list_card_free (self->card);
  g_free (self);
}

/**
 * cw_list_import_get_format:
 * @self: an import
 *
 * Returns: what the file is
 */
CwListFileFormat
cw_list_import_get_format (CwListImport *self)
{
  return self->format;
}

/**
 * cw_list_import_get_card:
 * @self: an import
 *
 * Returns: (transfer none): the card of the list it becomes, to be completed
 */
CwListCard *
cw_list_import_get_card (CwListImport *self)
{
  return self->draft != NULL ? self->draft->card : self->card;
}

/**
 * cw_list_import_get_n_columns:
 * @self: an import
 *
 * Returns: how many columns the table has, 0 where the file is none
 */
guint
cw_list_import_get_n_columns (CwListImport *self)
{
  return self->plan != NULL ? self->plan->columns->len : 0;
}

static const char *
get_cell (CwListImport *self, guint row, guint column)
{
  if (self->table == NULL || row >= self->table->rows->len)
    return "";

  return cw_delimited_row_get (g_ptr_array_index (self->table->rows, row), column);
}

/**
 * cw_list_import_get_heading:
 * @self: an import of a table
 * @column: a column
 *
 * Returns: (transfer none): what stands in its first row
 */
const char *
cw_list_import_get_heading (CwListImport *self, guint column)
{
  return get_cell (self, 0, column);
}

/**
 * cw_list_import_get_sample:
 * @self: an import of a table
 * @column: a column
 *
 * Returns: (transfer none): its first cell below the headings that is not empty
 */
const char *
cw_list_import_get_sample (CwListImport *self, guint column)
{
  for (guint i = self->plan->has_header ? 1 : 0; i < self->table->rows->len; i++)
    {
      if (*get_cell (self, i, column) != '\0')
        return get_cell (self, i, column);
    }

  return "";
}

/**
 * cw_list_import_get_plan:
 * @self: an import of a table
 *
 * Returns: (transfer none) (nullable): how its columns are read, to be changed
 */
CwListPlan *
cw_list_import_get_plan (CwListImport *self)
{
  return self->plan;
}

static void
check_whole (const CwListDraft *draft, GPtrArray *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwList) list = NULL;

  if (!cw_list_card_check (draft->card, &error))
    {
      g_ptr_array_add (problems, g_strdup (error->message));
      return;
    }
  list = cw_list_draft_build (draft, &error);
  if (list == NULL)
    g_ptr_array_add (problems, g_strdup (error->message));
}

/**
 * cw_list_import_read:
 * @self: an import
 * @problems: (element-type utf8): every problem is added here, with file and place
 *
 * Returns: (transfer full): the list, as far as it can be made; only without problems is it whole
 */
CwListDraft *
cw_list_import_read (CwListImport *self, GPtrArray *problems)
{
  CwListDraft *draft = self->table != NULL
                         ? cw_list_csv_read (self->table, self->plan, self->card, problems)
                         : cw_list_draft_copy (self->draft);

  if (problems->len == 0)
    check_whole (draft, problems);

  return draft;
}
