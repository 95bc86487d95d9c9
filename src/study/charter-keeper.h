/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study.h"

G_BEGIN_DECLS

/* Keeps a study in step with a shared folder for as long as it lives: when it is made, soon after something was
 * answered, and soon after something has changed in the folder. It emits "stepped" each time. It lets go of the study
 * when a step that is on its way has come back. */
#define CHARTER_TYPE_KEEPER (charter_keeper_get_type ())
G_DECLARE_FINAL_TYPE (CharterKeeper, charter_keeper, CHARTER, KEEPER, GObject)

/* How long to wait for more of what changes, in milliseconds. */
#define CHARTER_KEEPER_DELAY 3000

/* study: kept. folder: a path. delay: as above, or less in tests. Returns: (transfer full) */
CharterKeeper *charter_keeper_new (CharterStudy *study, const char *folder, guint delay);

/* Goes into step without waiting. */
void charter_keeper_step (CharterKeeper *self);

/* Begins no step any more, whoever still keeps it. One that is on its way comes back, and brings nothing in where a
 * backup is restored before it does. */
void charter_keeper_stop (CharterKeeper *self);

/* Its path. */
const char *charter_keeper_get_folder (CharterKeeper *self);
/* When the latest step that could be done was over: microseconds since 1970 UTC, by the study's clock; 0 before the
 * first. */
gint64 charter_keeper_get_time (CharterKeeper *self);
/* How many events came in and went out in all steps since it was made. */
void charter_keeper_get_totals (CharterKeeper *self, guint *n_in, guint *n_out);
/* What the latest step brought. Returns: (nullable) NULL before the first, and where it could not be done; valid until
 * "stepped" */
const CharterInStep *charter_keeper_get_last (CharterKeeper *self);
/* Why the latest step could not be done, for the person. Returns: (nullable) valid until "stepped" */
const char *charter_keeper_get_trouble (CharterKeeper *self);

G_END_DECLS
