/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-study.h"

G_BEGIN_DECLS

/* How ready somebody is for exams: a row for each, made from what the history has. Not visible while there is none. */
#define CHARTER_TYPE_READINESS_GROUP (charter_readiness_group_get_type ())
G_DECLARE_FINAL_TYPE (CharterReadinessGroup, charter_readiness_group, CHARTER, READINESS_GROUP, AdwBin)

/* Returns: (transfer floating) */
GtkWidget *charter_readiness_group_new (void);

/* Reads the history and then shows it; not awaited. packs: (element-type CharterPack) all at hand. only: one exam of
 * theirs, of which is also said what it takes to tell; NULL for all of which there is an answer. study: kept. */
void charter_readiness_group_show (CharterReadinessGroup *self,
                                   CharterStudy *study,
                                   GPtrArray *packs,
                                   const CharterExam *only);

/* What it shows, for paper. Returns: (element-type CharterExamFact) (nullable) NULL while it is not known; kept until
 * it shows something else */
GArray *charter_readiness_group_get_facts (CharterReadinessGroup *self);

G_END_DECLS
