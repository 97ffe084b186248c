/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/xlsx-workbook.h"

#include "formats/error.h"
#include "formats/xlsx-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Lists of sheets, relations and styles. */
#define MAX_SIZE (16 * 1024 * 1024)

typedef struct
{
  char *type; /* last step of its IRI; the IRIs of strict and transitional files differ before it */
  char *path;
} Relation;

typedef struct
{
  GInputStream *package;
  const char *name;
  CwXlsxWorkbook *book;

  const char *from;      /* part whose relations are read */
  GHashTable *relations; /* id → Relation */
  GHashTable *formats;   /* number → CwXlsxNumberKind + 1 */
  gboolean in_cell_formats;
  gboolean has_first;
} Reader;

static void
relation_free (gpointer data)
{
  Relation *relation = data;

  g_free (relation->type);
  g_free (relation->path);
  g_free (relation);
}

/**
 * cw_xlsx_workbook_free:
 * @self: (nullable): a workbook
 */
void
cw_xlsx_workbook_free (CwXlsxWorkbook *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->paths);
  g_array_unref (self->kinds);
  g_free (self->strings_path);
  g_free (self);
}

static void
ignore_end (CwXlsxXml *xml, const char *name, gpointer user_data)
{
}

static void
on_relation (CwXlsxXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Reader *self = user_data;
  const char *id = cw_xlsx_xml_find (attributes, "Id");
  const char *type = cw_xlsx_xml_find (attributes, "Type");
  const char *target = cw_xlsx_xml_find (attributes, "Target");
  Relation *relation;
  char *path;

  if (!g_str_equal (name, "Relationship") || id == NULL || type == NULL || target == NULL ||
      g_strcmp0 (cw_xlsx_xml_find (attributes, "TargetMode"), "External") == 0)
    return;
  path = cw_xlsx_part_resolve (self->from, target);
  if (path == NULL)
    return;

  relation = g_new0 (Relation, 1);
  relation->type = g_strdup (strrchr (type, '/') != NULL ? strrchr (type, '/') + 1 : type);
  relation->path = path;
  g_hash_table_insert (self->relations, g_strdup (id), relation);
}

/* Reads where the relations of a part lead; of the package where @from is empty. */
static gboolean
read_relations (Reader *self, const char *from, GError **error)
{
  static const CwXlsxXmlHandlers handlers = { on_relation, ignore_end, NULL };
  const char *slash = strrchr (from, '/');
  gsize n_folder = slash != NULL ? (gsize) (slash - from) + 1 : 0;
  g_autofree char *path =
    g_strdup_printf ("%.*s_rels/%s.rels", (int) n_folder, from, from + n_folder);

  g_hash_table_remove_all (self->relations);
  self->from = from;

  return cw_xlsx_xml_read (self->package, self->name, path, MAX_SIZE, &handlers, self, error);
}

static const char *
find_relation (Reader *self, const char *type)
{
  GHashTableIter iter;
  gpointer relation;

  g_hash_table_iter_init (&iter, self->relations);
  while (g_hash_table_iter_next (&iter, NULL, &relation))
    {
      if (g_str_equal (((Relation *) relation)->type, type))
        return ((Relation *) relation)->path;
    }

  return NULL;
}

static gboolean
is_true (const char *value)
{
  return value != NULL && (g_str_equal (value, "1") || g_str_equal (value, "true"));
}

static void
add_sheet (Reader *self, const char **attributes)
{
  const char *name = cw_xlsx_xml_find (attributes, "name");
  const char *id = cw_xlsx_xml_find (attributes, "id");
  const char *state = cw_xlsx_xml_find (attributes, "state");
  const Relation *relation = id != NULL ? g_hash_table_lookup (self->relations, id) : NULL;

  /* A sheet that is a chart has no rows. */
  if (name == NULL || relation == NULL || !g_str_equal (relation->type, "worksheet"))
    return;
  if (!self->has_first && (state == NULL || g_str_equal (state, "visible")))
    {
      self->has_first = TRUE;
      self->book->first = self->book->sheets->len;
    }
  g_ptr_array_add (self->book->sheets, g_strdup (name));
  g_ptr_array_add (self->book->paths, g_strdup (relation->path));
}

static void
on_workbook (CwXlsxXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Reader *self = user_data;

  if (g_str_equal (name, "sheet"))
    add_sheet (self, attributes);
  else if (g_str_equal (name, "workbookPr"))
    self->book->since_1904 = is_true (cw_xlsx_xml_find (attributes, "date1904"));
}

static CwXlsxNumberKind
get_kind (Reader *self, guint id)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->formats, GUINT_TO_POINTER (id)));

  return found > 0 ? (CwXlsxNumberKind) (found - 1) : cw_xlsx_value_get_kind (id);
}

static void
on_style (CwXlsxXml *xml, const char *name, const char **attributes, gpointer user_data)
{
  Reader *self = user_data;
  const char *id = cw_xlsx_xml_find (attributes, "numFmtId");
  guint number = id != NULL ? (guint) g_ascii_strtoull (id, NULL, 10) : 0;
  const char *code = cw_xlsx_xml_find (attributes, "formatCode");

  if (g_str_equal (name, "cellXfs"))
    self->in_cell_formats = TRUE;
  else if (g_str_equal (name, "numFmt") && code != NULL)
    g_hash_table_insert (self->formats, GUINT_TO_POINTER (number),
                         GUINT_TO_POINTER (cw_xlsx_value_parse_format (code) + 1));
  else if (g_str_equal (name, "xf") && self->in_cell_formats)
    {
      CwXlsxNumberKind kind = get_kind (self, number);

      g_array_append_val (self->book->kinds, kind);
    }
}

static void
on_style_end (CwXlsxXml *xml, const char *name, gpointer user_data)
{
  if (g_str_equal (name, "cellXfs"))
    ((Reader *) user_data)->in_cell_formats = FALSE;
}

static gboolean
read_parts (Reader *self, GError **error)
{
  static const CwXlsxXmlHandlers workbook = { on_workbook, ignore_end, NULL };
  static const CwXlsxXmlHandlers styles = { on_style, on_style_end, NULL };
  g_autofree char *path = NULL;
  g_autofree char *styles_path = NULL;

  if (!read_relations (self, "", error))
    return FALSE;
  path = g_strdup (find_relation (self, "officeDocument"));
  if (path == NULL || g_str_has_suffix (path, ".bin"))
    {
      g_set_error (error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_UNSUPPORTED, "%s: %s", self->name,
                   path == NULL ? _ ("this is no workbook")
                                : _ ("this is a binary workbook; save it as .xlsx"));
      return FALSE;
    }
  if (!read_relations (self, path, error))
    return FALSE;

  self->book->strings_path = g_strdup (find_relation (self, "sharedStrings"));
  styles_path = g_strdup (find_relation (self, "styles"));
  if (!cw_xlsx_xml_read (self->package, self->name, path, MAX_SIZE, &workbook, self, error))
    return FALSE;

  return styles_path == NULL ||
         cw_xlsx_xml_read (self->package, self->name, styles_path, MAX_SIZE, &styles, self, error);
}

/**
 * cw_xlsx_workbook_read:
 * @package: a workbook (ECMA-376), as for cw_xlsx_part_open()
 * @name: the file's name
 * @error: return location
 *
 * Returns: (transfer full): what one must know of it, with at least one sheet; or %NULL with an error
 */
CwXlsxWorkbook *
cw_xlsx_workbook_read (GInputStream *package, const char *name, GError **error)
{
  g_autoptr (CwXlsxWorkbook) self = g_new0 (CwXlsxWorkbook, 1);
  g_autoptr (GHashTable) relations =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, relation_free);
  g_autoptr (GHashTable) formats = g_hash_table_new (NULL, NULL);
  Reader reader = { .package = package,
                    .name = name,
                    .book = self,
                    .relations = relations,
                    .formats = formats };

  self->sheets = g_ptr_array_new_with_free_func (g_free);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (CwXlsxNumberKind));
  if (!read_parts (&reader, error))
    return NULL;
  if (self->sheets->len == 0)
    {
      g_set_error (error, CW_FORMAT_ERROR, CW_FORMAT_ERROR_VALUE, "%s: %s", name,
                   _ ("the workbook has no sheet with rows"));
      return NULL;
    }
  g_ptr_array_add (self->sheets, NULL);
  g_ptr_array_add (self->paths, NULL);

  return g_steal_pointer (&self);
}
