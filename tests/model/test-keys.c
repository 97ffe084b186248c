/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/absence.h"
#include "model/jurisdiction.h"
#include "model/label.h"
#include "model/relation.h"
#include "model/status.h"
#include "model/step.h"

/* Keys stand in documents and files: they are written out here, so that none changes unseen. */

#define CHECK_KEYS(name, type, count)                                  \
  static void test_##name (void)                                       \
  {                                                                    \
    type value = 0;                                                    \
                                                                       \
    g_assert_cmpuint (G_N_ELEMENTS (name##_keys), ==, count);          \
    for (guint i = 0; i < G_N_ELEMENTS (name##_keys); i++)             \
      {                                                                \
        g_assert_cmpstr (cw_##name##_to_key (i), ==, name##_keys[i]);  \
        g_assert_true (cw_##name##_from_key (name##_keys[i], &value)); \
        g_assert_cmpuint (value, ==, i);                               \
      }                                                                \
                                                                       \
    value = 1;                                                         \
    g_assert_false (cw_##name##_from_key ("nonsense", &value));        \
    g_assert_false (cw_##name##_from_key (NULL, &value));              \
    g_assert_cmpuint (value, ==, 1);                                   \
  }

static const char *const relation_keys[] = { "none",   "exact",   "close",  "broad",
                                             "narrow", "overlap", "related" };
static const char *const status_keys[] = { "draft", "proposed", "reviewed", "disputed",
                                           "rejected" };
static const char *const absence_keys[] = { "",           "not-named",    "covered",
                                            "other-list", "out-of-scope", "not-found" };
static const char *const label_origin_keys[] = { "official", "seed", "translation", "user" };
static const char *const label_kind_keys[] = { "preferred", "alternative" };
static const char *const step_kind_keys[] = {
  "link",        "relate",     "absence",     "delete",        "confidence",    "status",
  "rationale",   "note",       "evidence",    "reason",        "author",        "swap",
  "duplicate",   "coding",     "coding-name", "coding-done",   "coding-reopen", "coding-delete",
  "settle",      "mark",       "unmark",      "keep-filter",   "drop-filter",   "list-new",
  "list-import", "list-card",  "list-delete", "list-renumber", "list-correct",  "list-decline",
  "item-add",    "item-code",  "item-label",  "item-note",     "item-check",    "item-move",
  "item-delete", "item-merge", "item-split",  "import",
};

CHECK_KEYS (relation, CwRelation, CW_N_RELATIONS)
CHECK_KEYS (status, CwStatus, CW_N_STATUSES)
CHECK_KEYS (absence, CwAbsence, CW_N_ABSENCES)
CHECK_KEYS (label_origin, CwLabelOrigin, CW_N_LABEL_ORIGINS)
CHECK_KEYS (label_kind, CwLabelKind, 2)
CHECK_KEYS (step_kind, CwStepKind, CW_N_STEP_KINDS)

static void
test_names (void)
{
  for (guint i = 0; i < CW_N_STATUSES; i++)
    g_assert_cmpstr (cw_status_get_name (i), !=, "");
  for (guint i = 0; i < CW_N_ABSENCES; i++)
    g_assert_cmpstr (cw_absence_get_name (i), !=, "");
}

static void
test_jurisdictions (void)
{
  g_assert_cmpstr (cw_jurisdiction_get_name ("GB"), ==, "United Kingdom");
  g_assert_cmpstr (cw_jurisdiction_get_name ("XA"), ==, "XA");
  g_assert_cmpint (cw_jurisdiction_compare ("CN", "US"), <, 0);
  g_assert_cmpint (cw_jurisdiction_compare ("GB", "CN"), >, 0);
  g_assert_cmpint (cw_jurisdiction_compare ("CN", "CN"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/keys/relation", test_relation);
  g_test_add_func ("/model/keys/status", test_status);
  g_test_add_func ("/model/keys/absence", test_absence);
  g_test_add_func ("/model/keys/label-origin", test_label_origin);
  g_test_add_func ("/model/keys/label-kind", test_label_kind);
  g_test_add_func ("/model/keys/step-kind", test_step_kind);
  g_test_add_func ("/model/keys/names", test_names);
  g_test_add_func ("/model/keys/jurisdictions", test_jurisdictions);

  return g_test_run ();
}
