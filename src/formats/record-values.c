/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/record-values.h"

#include "formats/word-list.h"
#include "model/date.h"
#include "model/fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As JSON writes a number, but not negative: g_ascii_strtod() alone would take "0x1" or "nan". */
static gboolean
parse_number (const char *text, double *number)
{
  gsize n_whole = strspn (text, "0123456789");
  gsize length = n_whole;
  char *end;

  if (text[length] == '.')
    length += 1 + strspn (text + length + 1, "0123456789");
  if (n_whole == 0 || length > 64)
    return FALSE;
  if (text[length] == 'e' || text[length] == 'E')
    {
      gsize sign = text[length + 1] == '-' || text[length + 1] == '+' ? 1 : 0;
      gsize n_digits = strspn (text + length + 1 + sign, "0123456789");

      if (n_digits == 0 || n_digits > 4)
        return FALSE;
      length += 1 + sign + n_digits;
    }

  *number = g_ascii_strtod (text, &end);
  return end == text + length && *end == '\0';
}

/**
 * cw_record_parse_confidence:
 * @text: what a cell says
 * @confidence: (out): 0 to 1
 * @is_plain: (out): whether it is a number from 0 to 1 with a decimal point; else it has a percent
 *   sign or a decimal comma
 *
 * Returns: whether @text is a confidence
 */
gboolean
cw_record_parse_confidence (const char *text, double *confidence, gboolean *is_plain)
{
  g_autofree char *number = NULL;
  gboolean percent = FALSE;
  gsize length;
  char *comma;

  *is_plain = parse_number (text, confidence);
  if (*is_plain)
    return *confidence <= 1;

  /* Makes signs of full width and narrow spaces plain. */
  number = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  if (number == NULL)
    return FALSE;
  g_strstrip (number);
  length = strlen (number);
  if (length > 0 && number[length - 1] == '%')
    {
      percent = TRUE;
      number[length - 1] = '\0';
      g_strchomp (number);
    }
  comma = strchr (number, ',');
  if (comma != NULL)
    *comma = '.';
  if (!parse_number (number, confidence))
    return FALSE;
  if (percent)
    *confidence /= 100;

  return *confidence <= 1;
}

/**
 * cw_record_parse_truth:
 * @text: what a cell says
 * @truth: (out): whether it is so
 * @is_plain: (out): whether it is “true” or “false”, or what a workbook of this program says
 *
 * “Not” is what SSSOM writes where a mapping is denied.
 *
 * Returns: whether @text says yes or no
 */
gboolean
cw_record_parse_truth (const char *text, gboolean *truth, gboolean *is_plain)
{
  g_autofree char *folded = NULL;
  g_autofree char *yes = NULL;
  g_autofree char *no = NULL;

  *truth = g_str_equal (text, "true") || g_str_equal (text, "Not") ||
           g_str_equal (text, C_ ("negated", "Yes"));
  *is_plain = *truth || g_str_equal (text, "false") || g_str_equal (text, C_ ("negated", "No"));
  if (*is_plain)
    return TRUE;

  folded = cw_fold_for_search (text);
  yes = cw_fold_for_search (C_ ("negated", "Yes"));
  no = cw_fold_for_search (C_ ("negated", "No"));
  *truth = g_str_equal (folded, yes) ||
           cw_word_list_has ("true|yes|y|not|negated|1|x|是|否定|真|はい|有|예", folded);

  return *truth || g_str_equal (folded, no) ||
         cw_word_list_has ("false|no|n|0|-|否|不是|肯定|假|偽|いいえ|無|아니요", folded);
}

/**
 * cw_record_parse_status:
 * @text: what a cell says
 * @status: (out): the status
 * @is_plain: (out): whether it is one of the keys, or what a workbook of this program says
 *
 * Returns: whether @text is a status: its key, or its name in English or the user's language
 */
gboolean
cw_record_parse_status (const char *text, CwStatus *status, gboolean *is_plain)
{
  static const char *const words[CW_N_STATUSES] = {
    [CW_STATUS_DRAFT] = "draft|草稿|草案|下書き|초안",
    [CW_STATUS_PROPOSED] = "proposed|建议|提议|提案|제안",
    [CW_STATUS_REVIEWED] = "reviewed|已审核|已审阅|已复核|確認済み|レビュー済み|검토됨",
    [CW_STATUS_DISPUTED] = "disputed|有争议|争议|異議あり|係争中",
    [CW_STATUS_REJECTED] = "rejected|已拒绝|已否决|却下|却下済み|거부됨",
  };
  g_autofree char *folded = NULL;

  *is_plain = cw_status_from_key (text, status);
  if (*is_plain)
    return TRUE;

  folded = cw_fold_for_search (text);
  for (guint i = 0; i < CW_N_STATUSES; i++)
    {
      g_autofree char *name = cw_fold_for_search (cw_status_get_name (i));

      *status = i;
      *is_plain = g_str_equal (text, cw_status_get_name (i));
      if (g_str_equal (folded, name) || cw_word_list_has (words[i], folded))
        return TRUE;
    }

  return FALSE;
}

/**
 * cw_record_parse_absence:
 * @text: what a cell says
 * @absence: (out): the reason
 * @is_plain: (out): whether it is one of the keys, or what a workbook of this program says
 *
 * Returns: whether @text is a reason for no counterpart: its key, or its name in English or the
 *   user's language
 */
gboolean
cw_record_parse_absence (const char *text, CwAbsence *absence, gboolean *is_plain)
{
  static const char *const words[CW_N_ABSENCES] = {
    [CW_ABSENCE_UNSTATED] = "No reason given|未说明|理由なし",
    [CW_ABSENCE_NOT_NAMED] = "not-named|Not named|未列出|未列入|記載なし",
    [CW_ABSENCE_COVERED] = "covered|Covered by a broader item|上位項目に含まれる",
    [CW_ABSENCE_OTHER_LIST] = "other-list|In another list|在其他清单中|他のリストにある",
    [CW_ABSENCE_OUT_OF_SCOPE] = "out-of-scope|Out of scope|超出范围|対象外",
    [CW_ABSENCE_NOT_FOUND] = "not-found|Not found|未找到|見つからない",
  };
  g_autofree char *folded = NULL;

  *is_plain = cw_absence_from_key (text, absence);
  if (*is_plain)
    return TRUE;

  folded = cw_fold_for_search (text);
  for (guint i = 0; i < CW_N_ABSENCES; i++)
    {
      g_autofree char *name = cw_fold_for_search (cw_absence_get_name (i));

      *absence = i;
      *is_plain = g_str_equal (text, cw_absence_get_name (i));
      if (g_str_equal (folded, name) || cw_word_list_has (words[i], folded))
        return TRUE;
    }

  return FALSE;
}

/* "2026-01-02 03:04" and "2026-01-02T03:04:05" with what they lack. */
static char *
complete_time (const char *text)
{
  g_autoptr (GString) time = g_string_new (text);

  if (time->len < strlen ("2026-01-02T03:04") || (time->str[10] != 'T' && time->str[10] != ' '))
    return NULL;

  time->str[10] = 'T';
  if (time->str[13] == ':' && (time->len == 16 || strchr ("Z+-", time->str[16]) != NULL))
    g_string_insert (time, 16, ":00");

  return g_string_free (g_steal_pointer (&time), FALSE);
}

/* A time just as this program writes it; most are. */
static gboolean
is_utc_time (const char *text)
{
  static const char form[] = "0000-00-00T00:00:00Z";

  for (guint i = 0; i < sizeof form; i++)
    {
      if (form[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
        return FALSE;
    }

  return (text[11] < '2' || (text[11] == '2' && text[12] < '4')) && text[14] < '6' &&
         text[17] < '6';
}

/**
 * cw_record_parse_time:
 * @text: what a cell says
 * @is_plain: (out): whether it stood there just so
 *
 * Takes a day or a time of ISO 8601. A time without a zone is taken for one in UTC, because that is
 * what a workbook of this program holds; workbooks know no zones.
 *
 * Returns: (transfer full) (nullable): a day, or a time in UTC such as 2026-01-02T03:04:05Z; %NULL
 *   where @text is none, or no day that exists
 */
char *
cw_record_parse_time (const char *text, gboolean *is_plain)
{
  g_autofree char *day = g_strndup (text, 10);
  g_autofree char *whole = NULL;
  g_autofree char *result = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) utc = NULL;

  *is_plain = TRUE;
  if (!cw_date_is_valid (day))
    return NULL;
  if (text[10] == '\0')
    return g_steal_pointer (&day);
  if (is_utc_time (text))
    return g_strdup (text);

  whole = complete_time (text);
  zone = g_time_zone_new_utc ();
  time = whole != NULL ? g_date_time_new_from_iso8601 (whole, zone) : NULL;
  if (time == NULL)
    return NULL;

  utc = g_date_time_to_utc (time);
  result = utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  *is_plain = g_strcmp0 (result, text) == 0;

  return g_steal_pointer (&result);
}

/**
 * cw_record_is_open:
 * @text: what a cell says of the status
 *
 * Returns: whether it says that nobody has compared the item yet, so that the row is no mapping
 */
gboolean
cw_record_is_open (const char *text)
{
  g_autofree char *folded = NULL;
  g_autofree char *name = NULL;

  if (g_str_equal (text, "open"))
    return TRUE;

  folded = cw_fold_for_search (text);
  name = cw_fold_for_search (C_ ("item state", "Open"));

  return g_str_equal (folded, name) || g_str_equal (folded, "open");
}
