/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What libraries allocate while they are loaded is theirs to keep: GLib's first table of quarks is
 * let go of on purpose once a program has more than 2,048 of them, as these have. It is out of the
 * leak sanitizer's sight before the first library is loaded, and only until all are. */

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>

static void
begin (void)
{
  __lsan_disable ();
}

__attribute__ ((section (".preinit_array"),
                used)) static void (*const before_libraries) (void) = begin;

__attribute__ ((constructor)) static void
end (void)
{
  __lsan_enable ();
}
#endif
