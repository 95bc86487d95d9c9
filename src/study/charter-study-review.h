/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-due.h"
#include "charter-study-hindsight.h"

G_BEGIN_DECLS

/* What a learner is to be asked again today, over all packs at hand, before it is forgotten (charter-due.h says in
 * which order).
 *
 * A question can be asked where its pack still has it, with the same key, and it is not suspended. One that is kept for
 * mocks can be once a mock has asked it; but nothing of an exam that was left half-way is asked before it ended. New
 * ones are brought in gently: those never answered of a scenario or bank that was begun, unless it was left half-way
 * and waits to be gone on with, and those of a bank whose lesson was read to its end. Nothing is taken from a scenario
 * that is still untouched.
 *
 * A day's portion is a setting of the learner's: "reviews-per-day" and "new-per-day", numbers from 0 on. What was
 * answered elsewhere on the same day counts too; what was not recalled comes back on the same day and is not counted
 * twice. */
#define CHARTER_REVIEWS_A_DAY 100
#define CHARTER_NEW_A_DAY 10

typedef struct {
  CharterPack *pack; /* owned by the plan */
  const CharterItem *item;
  CharterDue due; /* why; its card says nothing here */
} CharterReviewCard;

typedef struct {
  GArray *queue;     /* CharterReviewCard in the order to be asked */
  guint n_new;       /* of those */
  guint n_held_back; /* what would be due, but for the portion */
  guint n_done;      /* reviewed today already */
  int today;         /* as numbered by charter_scheme_get_day */
  int next_day;      /* the next day on which reviews are due; 0 where none is known or something is due today */
  guint n_next;      /* how many on that day */
  /*< private >*/
  GPtrArray *packs;
} CharterReviewPlan;

void charter_review_plan_free (CharterReviewPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterReviewPlan, charter_review_plan_free)

/* How many of the queue are of a pack. */
guint charter_review_plan_count (const CharterReviewPlan *plan, const CharterPack *pack);

/* packs: (element-type CharterPack) to be asked from; kept, and not to be changed. portions: how many of a day's; 1, or
 * more for somebody who wants to go on. Works in a thread. Returns from finish: (transfer full) (nullable) */
void charter_study_load_review_async (CharterStudy *self,
                                      GPtrArray *packs,
                                      guint portions,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
CharterReviewPlan *charter_study_load_review_finish (CharterStudy *self, GAsyncResult *result, GError **error);

/* The same of what was asked for already. past: need not stay. */
void charter_study_plan_review_async (CharterStudy *self,
                                      const CharterHindsight *past,
                                      GPtrArray *packs,
                                      guint portions,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
CharterReviewPlan *charter_study_plan_review_finish (CharterStudy *self, GAsyncResult *result, GError **error);

/* Begins a session on what is due in the pack that is most urgent, in the queue's order. When it is over, the plan that
 * is then loaded has the other packs, and once more what was not recalled: until nothing is left. In a session each
 * question has one answer, so to ask again is another session. plan: with something in its queue.
 * Returns: (transfer full) (nullable) */
CharterSession *
charter_study_begin_review (CharterStudy *self, const CharterReviewPlan *plan, guint64 seed, GError **error);

/* Goes on with the review that was left half-way last today, a day being the learner's. One whose pack is not among
 * these waits for it. Each of an earlier day ends: what it had asked stays answered, and what it had not is asked anew
 * where it is still due. Returns: (transfer full) (nullable) */
CharterSession *charter_study_resume_review (CharterStudy *self, GPtrArray *packs);

/* The questions that are left out of reviews, of these packs.
 * Returns from finish: (transfer full) (nullable) a plan whose queue they are, by pack and id; their due is empty */
void charter_study_load_suspended_async (
  CharterStudy *self, GPtrArray *packs, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CharterReviewPlan *charter_study_load_suspended_finish (CharterStudy *self, GAsyncResult *result, GError **error);

G_END_DECLS
