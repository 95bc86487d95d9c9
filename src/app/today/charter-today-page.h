/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-library.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* The place Today: what to do now, in one glance. Until it is told of library and study it greets and waits. */
#define CHARTER_TYPE_TODAY_PAGE (charter_today_page_get_type ())
G_DECLARE_FINAL_TYPE (CharterTodayPage, charter_today_page, CHARTER, TODAY_PAGE, AdwBin)

/* Both are kept. */
void charter_today_page_set_source (CharterTodayPage *self, CharterLibrary *library, CharterStudy *study);

/* What the learner is called, where there are several; NULL where there is nobody else. */
void charter_today_page_set_learner (CharterTodayPage *self, const char *name);

G_END_DECLS
