/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/publication-style.h"

#include <string.h>

/* The colours of the relations are those of app/relation-style.c, light and dark; a test keeps them
 * the same. A page prints in its light colours. */
const char *const cw_publication_style =
  ":root { --text: #1d1d20; --dim: #5e5c64; --page: #ffffff; --band: #f3f3f5; --line: #d9d9de;\n"
  "  --strong: #77767b; --link: #0b57b0; --caveat: #fdf6e3; --caveat-line: #b58900; }\n"
  ":root { --none: #a51d2d; --exact: #00563f; --close: #007a59; --broad: #0b57b0; --narrow: #4b3fa7;\n"
  "  --overlap: #945a00; --related: #8a3f86; }\n"
  "@media screen and (prefers-color-scheme: dark) {\n"
  ":root { --text: #f2f2f3; --dim: #b3b1ba; --page: #1e1e20; --band: #2a2a2d; --line: #3d3d42;\n"
  "  --strong: #8d8b94; --link: #78aeed; --caveat: #2d2818; --caveat-line: #cfa52a; }\n"
  ":root { --none: #ff8f85; --exact: #8ff0a4; --close: #40d9a8; --broad: #62a0ea; --narrow: #a79df5;\n"
  "  --overlap: #f5c211; --related: #dc8add; }\n"
  "}\n"
  "* { box-sizing: border-box; }\n"
  "html { color-scheme: light dark; background: var(--page); color: var(--text);\n"
  "  font: 100%/1.45 Cantarell, system-ui, \"Segoe UI\", \"Helvetica Neue\", \"Noto Sans\", sans-serif; }\n"
  "body { max-width: 76rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; overflow-wrap: break-word; }\n"
  ":lang(zh), :lang(zh-Hans) { font-family: \"Noto Sans CJK SC\", \"Source Han Sans SC\", \"PingFang SC\",\n"
  "  \"Microsoft YaHei\", sans-serif; }\n"
  ":lang(zh-Hant), :lang(zh-TW), :lang(zh-HK) { font-family: \"Noto Sans CJK TC\",\n"
  "  \"Source Han Sans TC\", \"PingFang TC\", \"Microsoft JhengHei\", sans-serif; }\n"
  ":lang(ja) { font-family: \"Noto Sans CJK JP\", \"Source Han Sans\", \"Hiragino Sans\", \"Yu Gothic\",\n"
  "  Meiryo, sans-serif; }\n"
  ":lang(ko) { font-family: \"Noto Sans CJK KR\", \"Source Han Sans K\", \"Apple SD Gothic Neo\",\n"
  "  \"Malgun Gothic\", sans-serif; word-break: keep-all; }\n"
  "h1 { margin: 0 0 1rem; font-size: 1.9rem; line-height: 1.2; text-wrap: balance; }\n"
  "h2 { margin: 3rem 0 .75rem; font-size: 1.25rem; }\n"
  "h3 { margin: 0 0 .6rem; font-size: 1rem; }\n"
  "a { color: var(--link); text-underline-offset: .15em; }\n"
  ":target { background: color-mix(in srgb, var(--link) 18%, transparent); }\n"
  ".caveat { max-width: 54rem; margin: 0 0 1.25rem; padding: .75rem 1rem; background: var(--caveat);\n"
  "  border-inline-start: .25rem solid var(--caveat-line); }\n"
  ".caveat p { margin: 0; }\n"
  ".caveat p + p { margin-top: .5rem; }\n"
  "dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.25rem; margin: 0;\n"
  "  font-size: .875rem; }\n"
  "dt { color: var(--dim); }\n"
  "dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }\n"
  "table { width: 100%; margin-top: 2rem; border-collapse: collapse; table-layout: fixed; }\n"
  "caption { padding-bottom: .9rem; text-align: start; font-size: 1.25rem; font-weight: 700; }\n"
  "th, td { padding: .5rem .75rem; text-align: start; vertical-align: top; font-weight: inherit; }\n"
  "th:first-child { padding-inline-start: .5rem; }\n"
  "thead th { position: sticky; top: 0; z-index: 1; background: var(--page); color: var(--dim);\n"
  "  font-size: .875rem; font-weight: 600; vertical-align: bottom;\n"
  "  box-shadow: inset 0 -2px var(--strong); }\n"
  "thead .relation { width: 17.5%; }\n"
  "thead .confidence { width: 7.5rem; }\n"
  "thead .status { width: 7.5rem; }\n"
  ".group th { padding-top: .6rem; padding-bottom: .6rem; background: var(--band); font-weight: 700; }\n"
  ".group .item > div, .group .list > div { display: flex; flex-wrap: wrap; gap: 0 1rem;\n"
  "  align-items: baseline; }\n"
  "tr.first > * { border-top: 1px solid var(--line); }\n"
  "tbody tr:not(.first):not(.group) > td { border-top: 1px dotted var(--line); }\n"
  "tr.group + tr > * { border-top: 0; }\n"
  ".item { display: grid; grid-template-columns: 3.4em 1fr; }\n"
  ".code { color: var(--dim); font-size: .875rem; line-height: 1.65; font-variant-numeric: tabular-nums;\n"
  "  overflow-wrap: anywhere; padding-inline-end: .4em; }\n"
  ".label, .other, .of, .remark { display: block; }\n"
  ".other { color: var(--dim); font-size: .875rem; font-weight: 400; }\n"
  ".of { color: var(--dim); font-size: .8125rem; font-style: italic; font-weight: 400; }\n"
  "td .list, tbody th .list { font-style: italic; }\n"
  ".group .list { font-style: normal; }\n"
  ".remark, td.status { font-size: .875rem; line-height: 1.65; color: var(--dim); }\n"
  ".phrase { font-weight: 600; }\n"
  ".open .phrase, .nothing { color: var(--dim); font-weight: 400; }\n"
  ".negated .phrase { text-decoration: underline dotted; text-underline-offset: .25em; }\n"
  ".none .phrase, dt.none { color: var(--none); }\n"
  ".exact .phrase, dt.exact { color: var(--exact); }\n"
  ".close .phrase, dt.close { color: var(--close); }\n"
  ".broad .phrase, dt.broad { color: var(--broad); }\n"
  ".narrow .phrase, dt.narrow { color: var(--narrow); }\n"
  ".overlap .phrase, dt.overlap { color: var(--overlap); }\n"
  ".related .phrase, dt.related { color: var(--related); }\n"
  ".meanings dt { font-weight: 600; }\n"
  ".confidence { text-align: end; font-variant-numeric: tabular-nums; }\n"
  "td.confidence { padding-inline-end: 1.5rem; }\n"
  "sup { line-height: 0; font-size: .75rem; font-variant-numeric: tabular-nums; }\n"
  "sup a { padding: .35rem .2rem; text-decoration: none; }\n"
  ".notes ol { margin: 0; padding: 0; columns: 2 26rem; column-gap: 3rem; font-size: .875rem; }\n"
  ".notes li { margin-inline-start: 2.4rem; padding: .15rem 0 .15rem .3rem; break-inside: avoid; }\n"
  ".notes li::marker { color: var(--dim); font-variant-numeric: tabular-nums; }\n"
  ".fact + .fact { display: block; }\n"
  ".fact b { color: var(--dim); font-weight: 600; }\n"
  ".back { text-decoration: none; }\n"
  "article { padding: 1.1rem 0; border-top: 1px solid var(--line); }\n"
  "article dl { grid-template-columns: 13rem 1fr; }\n"
  "@media screen and (max-width: 48rem) {\n"
  "body { padding: 1rem .75rem 2rem; }\n"
  "html { font-size: 87.5%; }\n"
  "thead .confidence, thead .status { width: 5.5rem; }\n"
  "th, td { padding-left: .35rem; padding-right: .35rem; }\n"
  ".item { display: block; }\n"
  "dl, article dl { display: block; }\n"
  "dd { margin-bottom: .4rem; }\n"
  "}\n"
  "@media screen {\n"
  ".same > div { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }\n"
  "}\n"
  "@media print {\n"
  ".same, .same .code { color: #8d8b94; }\n"
  ".same .other { display: none; }\n"
  "@page { size: A4 landscape; margin: 14mm 12mm; }\n"
  "html { font-size: 8.5pt; background: none; }\n"
  "body { max-width: none; padding: 0; }\n"
  "thead { display: table-header-group; }\n"
  "thead th { position: static; }\n"
  "tr, li, .caveat, .meanings { break-inside: avoid; }\n"
  ".group, h2, h3, caption { break-after: avoid; }\n"
  ".group th { -webkit-print-color-adjust: exact; print-color-adjust: exact; }\n"
  ".phrase, dt { -webkit-print-color-adjust: exact; print-color-adjust: exact; }\n"
  "a { color: inherit; text-decoration: none; }\n"
  ".back { display: none; }\n"
  "}\n";

/**
 * cw_publication_style_get_color:
 * @relation: a relation
 *
 * Returns: (transfer full): its colour on paper, as in CSS: the light one, which comes first
 */
char *
cw_publication_style_get_color (CwRelation relation)
{
  g_autofree char *name = g_strdup_printf ("--%s: ", cw_relation_to_key (relation));
  const char *found = strstr (cw_publication_style, name);

  g_return_val_if_fail (found != NULL, NULL);

  found += strlen (name);

  return g_strndup (found, strcspn (found, ";"));
}
