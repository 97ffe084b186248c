/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/starter.h"

#include "config.h"
#include "formats/judgement-table.h"
#include "formats/list-json.h"
#include "model/item.h"
#include "store/coding-table.h"
#include "store/document-table.h"
#include "store/list-table.h"
#include "store/mapping-table.h"
#include "store/settlement-table.h"
#include "workspace/document-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Who stands as author of the shipped judgements; a name, not translated. */
#define STARTER_AUTHOR "Crosswalk project (editorial draft)"

/* How the basis of a judgement begins that was settled; a reason follows. */
#define SETTLED_PREFIX "settled: "

/**
 * cw_starter_get_data_folder:
 *
 * Returns: (transfer none): where the shipped lists and mappings are: where the program was
 *   installed, or $CROSSWALK_DATA_DIR
 */
const char *
cw_starter_get_data_folder (void)
{
  const char *folder = g_getenv ("CROSSWALK_DATA_DIR");

  return folder != NULL ? folder : CW_PKGDATADIR;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names in a folder with a suffix, sorted; schema files are not data. */
static GPtrArray *
list_folder (const char *folder, const char *suffix, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, suffix) && !g_str_has_suffix (name, ".schema.json"))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);

  return g_steal_pointer (&names);
}

/**
 * cw_starter_load_lists:
 * @folder: a folder of list files
 * @error: return location
 *
 * Returns: (transfer full) (element-type CwList): the lists, by file name; or %NULL with an error
 *   that names the file and the place
 */
GPtrArray *
cw_starter_load_lists (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) names = list_folder (folder, ".json", error);

  if (names == NULL)
    return NULL;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autofree char *data = NULL;
      gsize length = 0;
      CwList *list;

      if (!g_file_get_contents (path, &data, &length, error))
        return NULL;
      list = cw_list_json_parse (data, length, path, TRUE, error);
      if (list == NULL)
        return NULL;
      g_ptr_array_add (lists, list);
    }

  return g_steal_pointer (&lists);
}

static CwList *
find_list (GPtrArray *lists, const char *key)
{
  for (guint i = 0; i < lists->len; i++)
    {
      if (g_str_equal (cw_list_get_key (g_ptr_array_index (lists, i)), key))
        return g_ptr_array_index (lists, i);
    }

  return NULL;
}

/* What a folder of tables becomes in the document. */
typedef struct
{
  const char *folder;
  const char *author;
  const char *coding; /* a coding's name, NULL for the agreed mapping */
  const char *coder;
  gboolean settled_only; /* what was not kept leaves a settlement, and no mapping */
} Source;

static const Source sources[] = {
  { "agreed", STARTER_AUTHOR, NULL, NULL, FALSE },
  { "not-kept", STARTER_AUTHOR, NULL, NULL, TRUE },
  { "coding-1", "Coder 1", "Coding 1", "Coder 1", FALSE },
  { "coding-2", "Coder 2", "Coding 2", "Coder 2", FALSE },
};

/* What the tables of a folder are read into. */
typedef struct
{
  CwConnection *connection;
  GPtrArray *lists;
  const Source *source;
  gint64 coding_id;
  const char *now;
  GPtrArray *mappings;
} Reading;

/* Pairs on which both codings agreed are put forward; what was settled afterwards is a draft, and so
 * is all that stands in a coding. */
static CwMapping *
mapping_from_judgement (const Reading *self,
                        const CwJudgement *judgement,
                        const CwItem *subject,
                        const CwItem *object,
                        CwList *object_list)
{
  gboolean agreed = g_strcmp0 (judgement->basis, "both") == 0;
  CwMapping *mapping =
    object != NULL
      ? cw_mapping_new (subject->id, judgement->relation, object->id)
      : cw_mapping_new_absence (subject->id, cw_list_get_id (object_list), CW_ABSENCE_NOT_FOUND);

  mapping->coding_id = self->coding_id;
  mapping->confidence = judgement->confidence;
  mapping->status = agreed ? CW_STATUS_PROPOSED : CW_STATUS_DRAFT;
  cw_mapping_set_text (&mapping->rationale, judgement->rationale);
  cw_mapping_set_text (&mapping->author, self->source->author);
  cw_mapping_set_text (&mapping->created, self->now);
  cw_mapping_set_text (&mapping->modified, self->now);

  return mapping;
}

/* How a pair was settled on which the codings differed. */
static gboolean
insert_settlement (const Reading *self,
                   const CwJudgement *judgement,
                   const CwItem *subject,
                   const CwItem *object,
                   GError **error)
{
  g_autoptr (CwSettlement) settlement = NULL;

  if (object == NULL || judgement->basis == NULL ||
      !g_str_has_prefix (judgement->basis, SETTLED_PREFIX))
    return TRUE;

  settlement =
    cw_settlement_new (subject->id, object->id, judgement->basis + strlen (SETTLED_PREFIX));
  g_free (settlement->author);
  settlement->author = g_strdup (self->source->author);
  g_free (settlement->made);
  settlement->made = g_strdup (self->now);

  return cw_settlement_table_put (self->connection, settlement, error);
}

static gboolean
add_judgements (Reading *self,
                GPtrArray *judgements,
                const char *name,
                CwList *subject_list,
                CwList *object_list,
                GError **error)
{
  for (guint i = 0; i < judgements->len; i++)
    {
      const CwJudgement *judgement = g_ptr_array_index (judgements, i);
      gboolean absent = judgement->relation == CW_RELATION_NONE;
      const CwItem *subject = cw_list_find_item (subject_list, judgement->subject_code);
      const CwItem *object =
        absent ? NULL : cw_list_find_item (object_list, judgement->object_code);

      if (subject == NULL || (!absent && object == NULL))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       /* Translators: a file name, a line number, a code such as 2.2 */
                       _ ("%s:%u: there is no item “%s”"), name, judgement->line,
                       subject == NULL ? judgement->subject_code : judgement->object_code);
          return FALSE;
        }

      if (!self->source->settled_only)
        g_ptr_array_add (self->mappings,
                         mapping_from_judgement (self, judgement, subject, object, object_list));
      if (!insert_settlement (self, judgement, subject, object, error))
        return FALSE;
    }

  return TRUE;
}

/* A table is named SUBJECT-LIST__OBJECT-LIST.tsv. */
static gboolean
read_table (Reading *self, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".tsv"));
  g_auto (GStrv) keys = g_strsplit (stem, "__", 2);
  CwList *subject_list = find_list (self->lists, keys[0]);
  CwList *object_list = keys[1] != NULL ? find_list (self->lists, keys[1]) : NULL;
  g_autoptr (GPtrArray) judgements = NULL;
  g_autofree char *data = NULL;
  gsize length = 0;

  if (subject_list == NULL || object_list == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("%s: the file is not named after two lists"), path);
      return FALSE;
    }

  if (!g_file_get_contents (path, &data, &length, error))
    return FALSE;
  judgements = cw_judgement_table_parse (data, length, path, error);

  return judgements != NULL &&
         add_judgements (self, judgements, path, subject_list, object_list, error);
}

typedef struct
{
  const char *title;
  CwStarter starter;
} Fill;

static gboolean
insert_shipped_lists (CwConnection *connection, GError **error)
{
  g_autofree char *folder = g_build_filename (cw_starter_get_data_folder (), "lists", NULL);
  g_autoptr (GPtrArray) lists = cw_starter_load_lists (folder, error);

  if (lists == NULL)
    return FALSE;

  for (guint i = 0; i < lists->len; i++)
    {
      if (!cw_list_table_insert (connection, g_ptr_array_index (lists, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_coding (Reading *self, GError **error)
{
  g_autoptr (CwCoding) coding = NULL;

  if (self->source->coding == NULL)
    return TRUE;

  coding = cw_coding_new (self->source->coding, self->source->coder);
  coding->done = TRUE;
  g_free (coding->created);
  coding->created = g_strdup (self->now);
  if (!cw_coding_table_insert (self->connection, coding, error))
    return FALSE;

  self->coding_id = coding->id;

  return TRUE;
}

static gboolean
insert_source (CwConnection *connection,
               GPtrArray *lists,
               const Source *source,
               const char *now,
               GError **error)
{
  g_autofree char *folder =
    g_build_filename (cw_starter_get_data_folder (), "mappings", source->folder, NULL);
  g_autoptr (GPtrArray) names = list_folder (folder, ".tsv", error);
  g_autoptr (GPtrArray) mappings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cw_mapping_unref);
  Reading reading = { connection, lists, source, 0, now, mappings };

  if (names == NULL || !insert_coding (&reading, error))
    return FALSE;

  for (guint i = 0; i < names->len; i++)
    {
      if (!read_table (&reading, folder, g_ptr_array_index (names, i), error))
        return FALSE;
    }

  return cw_mapping_table_insert_all (connection, mappings, error);
}

/* The agreed mapping and the two codings that it was settled from. */
static gboolean
insert_starter_mapping (CwConnection *connection, const char *now, GError **error)
{
  /* Read back, since now the items have ids. */
  g_autoptr (GPtrArray) lists = cw_list_table_load (connection, error);

  if (lists == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      if (!insert_source (connection, lists, &sources[i], now, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill_document (CwConnection *connection, gpointer user_data, GError **error)
{
  const Fill *fill = user_data;
  g_autofree char *now = _cw_document_now ();
  const char *notice =
    fill->starter == CW_STARTER_MAPPED
      ? N_ ("The starter mapping is an editorial draft by the Crosswalk project. It is not "
            "official, no issuing body has seen it, and a link does not mean that a rule "
            "that names one item applies to the other.")
      : "";

  return cw_document_table_insert (connection, fill->title, notice, now, error) &&
         insert_shipped_lists (connection, error) &&
         (fill->starter == CW_STARTER_EMPTY || insert_starter_mapping (connection, now, error));
}

/**
 * cw_starter_create_document:
 * @path: where it goes; an existing file is replaced
 * @title: what the user calls it
 * @starter: what it begins with
 * @error: return location
 *
 * Makes a new document with the shipped lists.
 *
 * Returns: %FALSE with an error; what stood at @path before is then as it was
 */
gboolean
cw_starter_create_document (const char *path, const char *title, CwStarter starter, GError **error)
{
  Fill fill = { title, starter };

  return cw_connection_create_document (path, fill_document, &fill, error);
}

/**
 * cw_starter_create_new_document:
 * @path: where it goes; nothing may stand there
 * @title: what the user calls it
 * @starter: what it begins with
 * @error: return location
 *
 * Like cw_starter_create_document(), but never replaces anything.
 *
 * Returns: %FALSE with an error
 */
gboolean
cw_starter_create_new_document (const char *path,
                                const char *title,
                                CwStarter starter,
                                GError **error)
{
  Fill fill = { title, starter };

  return cw_connection_create_new_document (path, fill_document, &fill, error);
}

/**
 * cw_starter_get_default_path:
 *
 * Returns: (transfer full): where the user's own document is, in the data folder of the XDG Base
 *   Directory Specification
 */
char *
cw_starter_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "crosswalk", "My crosswalk.crosswalk", NULL);
}

/**
 * cw_starter_ensure_default:
 * @path: from cw_starter_get_default_path()
 * @error: return location
 *
 * Makes the user's own document where there is none yet.
 *
 * Returns: %FALSE with an error
 */
gboolean
cw_starter_ensure_default (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   /* Translators: the first %s is a folder, the second the system's reason */
                   _ ("The folder “%s” cannot be made: %s"), folder, g_strerror (errno));
      return FALSE;
    }

  return cw_starter_create_document (path, _ ("My crosswalk"), CW_STARTER_MAPPED, error);
}
