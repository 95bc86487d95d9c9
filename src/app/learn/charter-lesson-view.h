/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-study.h"

G_BEGIN_DECLS

/* One lesson to scroll through. It keeps the reader's place in the study, and goes back to it. */
#define CHARTER_TYPE_LESSON_VIEW (charter_lesson_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterLessonView, charter_lesson_view, CHARTER, LESSON_VIEW, AdwBin)

/* Returns: (transfer floating) */
GtkWidget *charter_lesson_view_new (void);

/* Shows a lesson from the section, or where it was left with NULL (from its beginning once it was read); a section
 * asked for by name is pointed out for a moment. pack, study: kept; study may be NULL. lesson, section: the pack's. */
void charter_lesson_view_show (CharterLessonView *self, CharterStudy *study, CharterPack *pack,
                               const CharterLesson *lesson, const CharterSection *section);

G_END_DECLS
