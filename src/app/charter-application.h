/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-keeper.h"
#include "charter-library.h"
#include "charter-settings.h"
#include "charter-study.h"

G_BEGIN_DECLS

/* The application owns what all windows share: the library of packs, and the learner's study. Both are read beside
 * the first frame and not before it; it emits "ready" when both are there. A while after the last window was closed it
 * lets go of them, where reminders or the desktop keep it running without one. */
#define CHARTER_TYPE_APPLICATION (charter_application_get_type ())
G_DECLARE_FINAL_TYPE (CharterApplication, charter_application, CHARTER, APPLICATION, AdwApplication)

/* Returns: (transfer full) */
CharterApplication *charter_application_new (void);

/* What is set for this computer, from startup on. Returns: (transfer none) */
CharterSettings *charter_application_get_settings (CharterApplication *self);

/* Has library and study read, also without a window, until as many calls of rest have come. */
void charter_application_wake (CharterApplication *self);
void charter_application_rest (CharterApplication *self);

gboolean charter_application_is_ready (CharterApplication *self);
/* Returns: (transfer none) */
CharterLibrary *charter_application_get_library (CharterApplication *self);
/* Returns: (transfer none) (nullable) NULL until ready */
CharterStudy *charter_application_get_study (CharterApplication *self);
/* The learner's file, to be looked after; what is learned goes through study.
 * Returns: (transfer none) (nullable) NULL until ready, and where the history could not be opened */
CharterStore *charter_application_get_store (CharterApplication *self);
/* Whether what is answered is kept: not where the history could not be opened, and not until ready. */
gboolean charter_application_is_history_kept (CharterApplication *self);

/* Whose history it is: an id of charter-learners.h. The signal "learners-changed" says that it is somebody else's now,
 * or that the list of learners is another. */
const char *charter_application_get_learner (CharterApplication *self);
/* What this learner is called. Returns: (transfer full) (nullable) NULL where there is nobody else */
char *charter_application_dup_learner_name (CharterApplication *self);
/* The same to greet by: NULL also where nobody gave the name. Returns: (transfer full) (nullable) */
char *charter_application_dup_given_name (CharterApplication *self);
/* The list of learners was changed; the signal says so to all. */
void charter_application_tell_learners (CharterApplication *self);
/* Makes it another learner's turn. What is open is saved and left, and a new window shows what is theirs. Where their
 * history can't be opened, or something of this learner's can't be saved, it stays this one's turn, and the person is
 * told. Once ready. */
void charter_application_change_learner (CharterApplication *self, const char *id);
/* Why this learner's history could not be opened. Returns: (transfer none) (nullable) NULL where it is, or is being
 * opened */
const GError *charter_application_get_failure (CharterApplication *self);
/* Tries that again, as when another learner's turn comes; where it fails again, the person is told. backup: the name of
 * the one that is to take the place of what can't be opened, or NULL. Once ready, where there is no history. */
void charter_application_open_again (CharterApplication *self, const char *backup);
/* Where this learner's history is. Returns: (transfer full) */
GFile *charter_application_dup_history (CharterApplication *self);

/* What keeps this learner in step with other devices, from when the history is open.
 * Returns: (transfer none) (nullable) NULL where no folder is set */
CharterKeeper *charter_application_get_keeper (CharterApplication *self);
/* Sets the folder, for later starts too. folder: a path, or NULL to keep in step no more. error: it could not be kept,
 * and nothing has changed. */
gboolean charter_application_keep_in_step (CharterApplication *self, const char *folder, GError **error);

/* What the person should know about the learner's history, such as that it can't be kept; NULL for nothing. The
 * signal "notice-changed" says when to look again. */
const char *charter_application_get_notice (CharterApplication *self);
void charter_application_clear_notice (CharterApplication *self);

G_END_DECLS
