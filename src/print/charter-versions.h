/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-path.h"

G_BEGIN_DECLS

/* The same paper in several versions, so that neighbours can't copy letters: the same items and points, in another
 * order and with their parts in another order. A scenario's items stay together, and sections as they are; parts that
 * are pinned stay in place, and a drill keeps its numbers. Version A is the paper itself. All of it hangs on the
 * paper's seed alone: the same paper has the same versions everywhere. */
typedef struct _CharterVersions CharterVersions;

#define CHARTER_MOST_VERSIONS 26

/* paper: kept. n: 1 to CHARTER_MOST_VERSIONS. Returns: (transfer full) */
CharterVersions *charter_versions_new (CharterPath *paper, guint n);
void charter_versions_free (CharterVersions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterVersions, charter_versions_free)

CharterPath *charter_versions_get_paper (const CharterVersions *self);
guint charter_versions_get_n (const CharterVersions *self);
/* 'A' for 0. */
char charter_versions_get_letter (guint version);
guint charter_versions_get_n_steps (const CharterVersions *self);
/* Owned by the versions. */
const CharterStep *charter_versions_get_step (const CharterVersions *self, guint version, guint index);
/* Where the step that stands there in version A stands in another. */
guint charter_versions_find (const CharterVersions *self, guint version, guint index);
/* What can be reached; the same in all versions. */
double charter_versions_sum_points (const CharterVersions *self);

G_END_DECLS
