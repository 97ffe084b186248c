/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/models/finding-model.h"

typedef struct
{
  guint8 kind;  /* CwFindingRowKind */
  guint8 group; /* a rule, or CW_FINDING_GROUP_INTENDED */
  guint index;  /* which finding of the report; of a heading 0 */
  guint link;   /* which mapping of the finding */
} Entry;

struct _CwFindingModel
{
  GObject parent_instance;

  CwCheckReport *report; /* NULL before the first */
  GArray *entries;       /* Entry */
  CwFindingRow *headings[CW_N_FINDING_GROUPS];
};

static GType
cw_finding_model_get_item_type (GListModel *model)
{
  return CW_TYPE_FINDING_ROW;
}

static guint
cw_finding_model_get_n_items (GListModel *model)
{
  return CW_FINDING_MODEL (model)->entries->len;
}

static const CwFinding *
get_finding (CwCheckReport *report, const Entry *entry)
{
  return g_ptr_array_index (report->findings, entry->index);
}

static const CwLink *
get_link (CwCheckReport *report, const Entry *entry)
{
  return &g_array_index (get_finding (report, entry)->links, CwLink, entry->link);
}

static gpointer
cw_finding_model_get_item (GListModel *model, guint position)
{
  CwFindingModel *self = CW_FINDING_MODEL (model);
  const Entry *entry;

  if (position >= self->entries->len)
    return NULL;

  entry = &g_array_index (self->entries, Entry, position);
  if (entry->kind == CW_FINDING_ROW_HEADING)
    return g_object_ref (self->headings[entry->group]);

  return cw_finding_row_new (entry->kind, entry->group, self->report,
                             get_finding (self->report, entry),
                             entry->kind == CW_FINDING_ROW_LINK ? get_link (self->report, entry)
                                                                : NULL);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cw_finding_model_get_item_type;
  iface->get_n_items = cw_finding_model_get_n_items;
  iface->get_item = cw_finding_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CwFindingModel,
                               cw_finding_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
cw_finding_model_finalize (GObject *object)
{
  CwFindingModel *self = CW_FINDING_MODEL (object);

  g_clear_pointer (&self->report, cw_check_report_unref);
  g_array_unref (self->entries);
  for (guint group = 0; group < CW_N_FINDING_GROUPS; group++)
    g_object_unref (self->headings[group]);

  G_OBJECT_CLASS (cw_finding_model_parent_class)->finalize (object);
}

static void
cw_finding_model_class_init (CwFindingModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_finding_model_finalize;
}

static void
cw_finding_model_init (CwFindingModel *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint group = 0; group < CW_N_FINDING_GROUPS; group++)
    {
      self->headings[group] = cw_finding_row_new_heading (group);
      cw_finding_row_set_heading (self->headings[group], 0, group != CW_FINDING_GROUP_INTENDED);
    }
}

/**
 * cw_finding_model_new:
 *
 * Returns: (transfer full): a model with no lines
 */
CwFindingModel *
cw_finding_model_new (void)
{
  return g_object_new (CW_TYPE_FINDING_MODEL, NULL);
}

static void
add_finding (GArray *entries, CwCheckReport *report, guint8 group, guint index)
{
  const CwFinding *finding = g_ptr_array_index (report->findings, index);
  Entry entry = { CW_FINDING_ROW_FINDING, group, index, 0 };

  g_array_append_val (entries, entry);
  if (finding->mark != NULL)
    {
      entry.kind = CW_FINDING_ROW_REASON;
      g_array_append_val (entries, entry);
    }
  entry.kind = CW_FINDING_ROW_LINK;
  for (entry.link = 0; entry.link < finding->links->len; entry.link++)
    g_array_append_val (entries, entry);
}

static guint
get_group (const CwFinding *finding)
{
  return finding->mark != NULL ? CW_FINDING_GROUP_INTENDED : (guint) finding->rule;
}

static void
count_findings (CwFindingModel *self, CwCheckReport *report)
{
  guint counts[CW_N_FINDING_GROUPS] = { 0 };

  for (guint i = 0; i < report->findings->len; i++)
    counts[get_group (g_ptr_array_index (report->findings, i))]++;
  for (guint group = 0; group < CW_N_FINDING_GROUPS; group++)
    cw_finding_row_set_heading (self->headings[group], counts[group],
                                cw_finding_row_get_expanded (self->headings[group]));
}

static GArray *
make_entries (CwFindingModel *self, CwCheckReport *report)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint8 group = 0; group < CW_N_FINDING_GROUPS; group++)
    {
      Entry heading = { CW_FINDING_ROW_HEADING, group, 0, 0 };
      gboolean expanded = cw_finding_row_get_expanded (self->headings[group]);

      if (cw_finding_row_get_n_findings (self->headings[group]) == 0)
        continue;
      g_array_append_val (entries, heading);
      for (guint i = 0; expanded && i < report->findings->len; i++)
        {
          if (get_group (g_ptr_array_index (report->findings, i)) == group)
            add_finding (entries, report, group, i);
        }
    }

  return entries;
}

/* Whether two lines show the same; what a finding says follows from its fingerprint. */
static gboolean
is_same (CwCheckReport *old_report, const Entry *old, CwCheckReport *new_report, const Entry *new)
{
  const CwFinding *old_finding, *new_finding;

  if (old->kind != new->kind || old->group != new->group || old->link != new->link)
    return FALSE;
  if (old->kind == CW_FINDING_ROW_HEADING)
    return TRUE;

  old_finding = get_finding (old_report, old);
  new_finding = get_finding (new_report, new);
  if (!g_str_equal (old_finding->fingerprint, new_finding->fingerprint))
    return FALSE;
  if (old->kind == CW_FINDING_ROW_REASON)
    return g_str_equal (old_finding->mark->reason, new_finding->mark->reason);
  if (old->kind != CW_FINDING_ROW_LINK)
    return TRUE;

  return get_link (old_report, old)->id == get_link (new_report, new)->id &&
         get_link (old_report, old)->status == get_link (new_report, new)->status;
}

static void
replace (CwFindingModel *self, CwCheckReport *report, GArray *entries)
{
  g_autoptr (CwCheckReport) old_report = g_steal_pointer (&self->report);
  g_autoptr (GArray) old = g_steal_pointer (&self->entries);
  guint n_shared = MIN (old->len, entries->len);
  guint first = 0;
  guint last = 0;

  while (first < n_shared && is_same (old_report, &g_array_index (old, Entry, first), report,
                                      &g_array_index (entries, Entry, first)))
    first++;
  while (last < n_shared - first &&
         is_same (old_report, &g_array_index (old, Entry, old->len - 1 - last), report,
                  &g_array_index (entries, Entry, entries->len - 1 - last)))
    last++;

  self->report = report;
  self->entries = entries;
  if (old->len > first + last || entries->len > first + last)
    g_list_model_items_changed (G_LIST_MODEL (self), first, old->len - first - last,
                                entries->len - first - last);
}

/**
 * cw_finding_model_set_report:
 * @self: a model
 * @report: what the checks found
 */
void
cw_finding_model_set_report (CwFindingModel *self, CwCheckReport *report)
{
  count_findings (self, report);
  replace (self, cw_check_report_ref (report), make_entries (self, report));
}

/**
 * cw_finding_model_toggle:
 * @self: a model with a report
 * @group: a rule, or %CW_FINDING_GROUP_INTENDED
 *
 * Folds the findings of a group away, or shows them.
 */
void
cw_finding_model_toggle (CwFindingModel *self, guint group)
{
  CwFindingRow *heading;

  g_return_if_fail (self->report != NULL && group < CW_N_FINDING_GROUPS);

  heading = self->headings[group];
  cw_finding_row_set_heading (heading, cw_finding_row_get_n_findings (heading),
                              !cw_finding_row_get_expanded (heading));
  replace (self, cw_check_report_ref (self->report), make_entries (self, self->report));
}

/**
 * cw_finding_model_refresh:
 * @self: a model
 *
 * Has all lines shown anew, since labels are in another language.
 */
void
cw_finding_model_refresh (CwFindingModel *self)
{
  g_list_model_items_changed (G_LIST_MODEL (self), 0, self->entries->len, self->entries->len);
}
