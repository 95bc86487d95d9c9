/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study-grading.h"
#include "charter-study-hindsight.h"
#include "charter-study-review.h"
#include "study-support.h"

G_BEGIN_DECLS

/* What all tests of reviews share: they are on the pack of review.xml, whose questions are all true or false. */
#define PACK "org.example.review"
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, fixture_close)

void set_up (Fixture *fixture, gconstpointer data);
void on_result (GObject *source, GAsyncResult *result, gpointer data);
void await (GAsyncResult **result);
GPtrArray *list_packs (CharterPack *pack);
CharterReviewPlan *load_of (Fixture *fixture, CharterPack *pack, guint portions);
CharterReviewPlan *load (Fixture *fixture);
/* Its ids by the alphabet: in which order they are asked is the schedule's matter. */
void assert_queue (const CharterReviewPlan *plan, const char *expected);
void assert_due (Fixture *fixture, const char *expected);
void pass_days (Fixture *fixture, int days);
const char *current_id (CharterSession *session);
/* All are true or false. */
void answer_step (Fixture *fixture, CharterSession *session, gboolean rightly);
/* wrong: an id, or NULL where all are right. */
void answer_all (Fixture *fixture, CharterSession *session, const char *wrong);
void answer_office (Fixture *fixture, const char *wrong);
CharterSession *begin_review (Fixture *fixture);
void review_all (Fixture *fixture, const char *wrong);
void set (Fixture *fixture, const char *name, const char *value);
void suspend (Fixture *fixture, const char *item, gboolean suspended);
CharterGrading get_grading (Fixture *fixture, CharterSession *session);
CharterHindsight *look_back (Fixture *fixture);

G_END_DECLS
