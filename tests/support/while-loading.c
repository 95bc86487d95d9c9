/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Part of the application only where it is built with the address sanitizer: what libraries take while they are loaded,
 * before any code of ours runs, is no leak of ours.
 *
 * GLib takes its first table of quarks then, for 2,048 strings. When an application has more, as ours has once enough
 * kinds of widgets were seen, GLib copies that table into a larger one and leaves the first where it is, because
 * another thread may be reading it. The sanitizer tells of that as of a leak of 16,384 bytes, without a stack by which
 * it could be suppressed.
 */
#include <sanitizer/lsan_interface.h>

/* The program's own constructors run after those of all the libraries that it is linked with. */
__attribute__ ((constructor)) static void
look_again (void)
{
  __lsan_enable ();
}

__attribute__ ((section (".preinit_array"), used)) static void (*look_away) (void) = __lsan_disable;
