/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The style sheet of a publication as HTML. */
extern const char *const cw_publication_style;
