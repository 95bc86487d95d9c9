/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <locale.h>

/* libarchive converts names to the locale's character set and back, even where they are UTF-8 and stay so. So it runs
 * in a locale in which nothing is lost. */
typedef struct {
  locale_t own, before; /* own: 0 where there is no such locale */
} ArchiveLocale;

ArchiveLocale archive_locale_enter (void);
void archive_locale_leave (ArchiveLocale locale);
