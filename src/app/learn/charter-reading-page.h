/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-study.h"

G_BEGIN_DECLS

/* A full page to read in: the contents of a pack at the side, a lesson beside them. */
#define CHARTER_TYPE_READING_PAGE (charter_reading_page_get_type ())
G_DECLARE_FINAL_TYPE (CharterReadingPage, charter_reading_page, CHARTER, READING_PAGE, AdwBin)

/* pack, study: kept. Returns: (transfer floating) */
GtkWidget *charter_reading_page_new (CharterPack *pack, CharterStudy *study);

CharterPack *charter_reading_page_get_pack (CharterReadingPage *self);

/* Opens a lesson of the pack at a section, or where it was left with NULL. */
void charter_reading_page_open (CharterReadingPage *self, const CharterLesson *lesson, const CharterSection *section);

G_END_DECLS
