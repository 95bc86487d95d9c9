/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-recall.h"

#include "charter-quiz.h"
#include "charter-study-say.h"

struct _CharterRecall {
  GObject parent_instance;

  /* owned */
  CharterStudy *study;
  CharterSession *session;
  GHashTable *left_out; /* items' ids, of this session's pack */
  char *last_out;       /* the last of them, or NULL */

  guint portions;
  guint n_reviewed, n_again;

  CharterGrading grading;
  gboolean known;
  guint looked_at; /* the step that the grading is of */
  guint look;      /* counts what was asked for, so that an answer that comes late is told apart */

  /* What failed last, and what it was about. */
  void (*again) (CharterRecall *self);
  guint graded_step;
  CharterGrade wanted_grade;
  char *wanted_item; /* owned, or NULL */
  gboolean wanted_out;
  GPtrArray *packs; /* owned, or NULL */
};

G_DEFINE_FINAL_TYPE (CharterRecall, charter_recall, G_TYPE_OBJECT)

enum { CHANGED, GRADED, LEFT_OUT, ARRIVED, OVER, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* An answer of the study's, and what it is an answer to. */
typedef struct {
  CharterRecall *recall;
  guint look;
  guint step;
  CharterGrade grade, stood;
  gboolean left_out;
  char *item;
} Errand;

static Errand *
errand_new (CharterRecall *self)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->recall = g_object_ref (self);
  errand->look = self->look;
  return errand;
}

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->recall);
  g_free (errand->item);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
fail (CharterRecall *self, void (*again) (CharterRecall *self), const GError *error)
{
  self->again = again;
  g_signal_emit (self, signals[FAILED], 0, error);
}

static const CharterItem *
get_item (CharterRecall *self)
{
  return charter_path_get_step (charter_session_get_path (self->session), self->looked_at)->item;
}

/* ---- looking ---- */

static void
look_again (CharterRecall *self)
{
  charter_recall_look (self, self->looked_at);
}

static void
on_grading (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (Errand) errand = data;
  CharterRecall *self = errand->recall;
  CharterGrading grading;
  g_autoptr (GError) error = NULL;
  gboolean found = charter_study_load_grading_finish (CHARTER_STUDY (study), result, &grading, &error);

  if (errand->look != self->look)
    return;
  if (!found)
    {
      fail (self, look_again, error);
      return;
    }
  self->grading = grading;
  self->known = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
charter_recall_look (CharterRecall *self, guint position)
{
  self->look++;
  self->known = self->known && position == self->looked_at;
  self->looked_at = position;
  charter_study_load_grading_async (self->study, self->session, position, NULL, on_grading, errand_new (self));
}

const CharterGrading *
charter_recall_get_grading (CharterRecall *self)
{
  return self->known ? &self->grading : NULL;
}

/* ---- saying ---- */

static void say_grade (CharterRecall *self, guint step, CharterGrade grade);

static void
grade_again (CharterRecall *self)
{
  say_grade (self, self->graded_step, self->wanted_grade);
}

/* The grade that stood before stands again; where the step was looked at anew, that is known already. */
static void
fail_to_grade (CharterRecall *self, const Errand *errand, const GError *error)
{
  self->graded_step = errand->step;
  self->wanted_grade = errand->grade;
  if (errand->look == self->look && errand->step == self->looked_at)
    self->grading.grade = errand->stood;
  fail (self, grade_again, error);
}

static void
on_graded (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (Errand) errand = data;
  CharterRecall *self = errand->recall;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterEvent) event = charter_study_say_finish (CHARTER_STUDY (study), result, &error);

  if (event == NULL)
    {
      fail_to_grade (self, errand, error);
      return;
    }
  charter_recall_look (self, self->looked_at);
  g_signal_emit (self, signals[GRADED], 0);
}

static void
say_grade (CharterRecall *self, guint step, CharterGrade grade)
{
  Errand *errand = errand_new (self);

  errand->step = step;
  errand->grade = grade;
  errand->stood = self->grading.grade;
  if (step == self->looked_at)
    self->grading.grade = grade;
  charter_study_grade_async (self->study, self->session, step, grade, NULL, on_graded, errand);
}

/* The grade that stands need not be said. */
void
charter_recall_grade (CharterRecall *self, CharterGrade grade)
{
  if (!self->known || self->grading.grade == 0 || grade == 0 || grade == self->grading.grade)
    g_signal_emit (self, signals[GRADED], 0);
  else
    say_grade (self, self->looked_at, grade);
}

static void leave_out (CharterRecall *self, const char *id, gboolean left_out);

static void
leave_out_again (CharterRecall *self)
{
  g_autofree char *item = g_steal_pointer (&self->wanted_item);

  leave_out (self, item, self->wanted_out);
}

static void
fail_to_leave_out (CharterRecall *self, const Errand *errand, const GError *error)
{
  g_free (self->wanted_item);
  self->wanted_item = g_strdup (errand->item);
  self->wanted_out = errand->left_out;
  fail (self, leave_out_again, error);
}

static void
on_left_out (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (Errand) errand = data;
  CharterRecall *self = errand->recall;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterEvent) event = charter_study_say_finish (CHARTER_STUDY (study), result, &error);

  if (event == NULL)
    {
      fail_to_leave_out (self, errand, error);
      return;
    }
  g_free (self->last_out);
  self->last_out = errand->left_out ? g_strdup (errand->item) : NULL;
  if (errand->left_out)
    g_hash_table_add (self->left_out, g_steal_pointer (&errand->item));
  else
    g_hash_table_remove (self->left_out, errand->item);
  g_signal_emit (self, signals[LEFT_OUT], 0, errand->left_out);
}

static void
leave_out (CharterRecall *self, const char *id, gboolean left_out)
{
  CharterPack *pack = charter_path_get_pack (charter_session_get_path (self->session));
  Errand *errand = errand_new (self);

  errand->left_out = left_out;
  errand->item = g_strdup (id);
  charter_study_suspend_async (self->study, pack, charter_pack_find_item (pack, id), left_out, NULL, on_left_out,
                               errand);
}

void
charter_recall_leave_out (CharterRecall *self)
{
  leave_out (self, get_item (self)->id, TRUE);
}

void
charter_recall_take_in_again (CharterRecall *self)
{
  if (self->last_out != NULL)
    leave_out (self, self->last_out, FALSE);
}

/* ---- going on ---- */

static gboolean
is_left_out (CharterRecall *self)
{
  return g_hash_table_contains (self->left_out, charter_session_get_current (self->session)->item->id);
}

static void
count_step (CharterRecall *self)
{
  if (charter_session_get_stand (self->session, self->looked_at) != CHARTER_STAND_ANSWERED)
    return;
  self->n_reviewed++;
  self->n_again += self->known && self->grading.grade == CHARTER_GRADE_AGAIN;
}

gboolean
charter_recall_next (CharterRecall *self)
{
  guint n = charter_session_get_n_steps (self->session);

  count_step (self);
  for (guint i = 0; i < n; i++)
    {
      if (!charter_session_next (self->session))
        return FALSE;
      if (!is_left_out (self))
        return TRUE;
    }
  return FALSE;
}

static void on_planned (GObject *study, GAsyncResult *result, gpointer data);

static void
plan_again (CharterRecall *self)
{
  charter_study_load_review_async (self->study, self->packs, self->portions, NULL, on_planned, g_object_ref (self));
}

static void
begin_next (CharterRecall *self, const CharterReviewPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterSession) session
    = charter_study_begin_review (self->study, plan, charter_quiz_draw_seed (), &error);

  if (session == NULL)
    {
      fail (self, plan_again, error);
      return;
    }
  g_set_object (&self->session, session);
  g_hash_table_remove_all (self->left_out);
  g_clear_pointer (&self->last_out, g_free);
  self->known = FALSE;
  self->look++;
  g_signal_emit (self, signals[ARRIVED], 0);
}

static void
on_planned (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterRecall) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterReviewPlan) plan = charter_study_load_review_finish (CHARTER_STUDY (study), result, &error);

  if (plan == NULL)
    fail (self, plan_again, error);
  else if (plan->queue->len > 0)
    begin_next (self, plan);
  else
    g_signal_emit (self, signals[OVER], 0);
}

void
charter_recall_finish (CharterRecall *self, GPtrArray *packs)
{
  charter_study_end (self->study, self->session);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  self->packs = g_ptr_array_ref (packs);
  plan_again (self);
}

void
charter_recall_retry (CharterRecall *self)
{
  void (*again) (CharterRecall *) = self->again;

  self->again = NULL;
  if (again != NULL)
    again (self);
}

/* ---- the object ---- */

CharterSession *
charter_recall_get_session (CharterRecall *self)
{
  return self->session;
}

CharterStudy *
charter_recall_get_study (CharterRecall *self)
{
  return self->study;
}

void
charter_recall_set_portions (CharterRecall *self, guint portions)
{
  self->portions = portions;
}

guint
charter_recall_get_portions (CharterRecall *self)
{
  return self->portions;
}

void
charter_recall_count (CharterRecall *self, guint *n_reviewed, guint *n_again)
{
  *n_reviewed = self->n_reviewed;
  *n_again = self->n_again;
}

static void
charter_recall_finalize (GObject *object)
{
  CharterRecall *self = CHARTER_RECALL (object);

  g_clear_object (&self->session);
  g_clear_object (&self->study);
  g_hash_table_unref (self->left_out);
  g_free (self->last_out);
  g_free (self->wanted_item);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  G_OBJECT_CLASS (charter_recall_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, GType type)
{
  return g_signal_new (name, CHARTER_TYPE_RECALL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       type != G_TYPE_NONE ? 1 : 0, type);
}

static void
charter_recall_class_init (CharterRecallClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_recall_finalize;

  signals[CHANGED] = add_signal ("changed", G_TYPE_NONE);
  signals[GRADED] = add_signal ("graded", G_TYPE_NONE);
  signals[LEFT_OUT] = add_signal ("left-out", G_TYPE_BOOLEAN);
  signals[ARRIVED] = add_signal ("arrived", G_TYPE_NONE);
  signals[OVER] = add_signal ("over", G_TYPE_NONE);
  signals[FAILED] = add_signal ("failed", G_TYPE_ERROR);
}

static void
charter_recall_init (CharterRecall *self)
{
  self->portions = 1;
  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
on_suspended (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterRecall) self = data;
  g_autoptr (CharterReviewPlan) list = charter_study_load_suspended_finish (CHARTER_STUDY (study), result, NULL);

  for (guint i = 0; list != NULL && i < list->queue->len; i++)
    g_hash_table_add (self->left_out, g_strdup (g_array_index (list->queue, CharterReviewCard, i).item->id));
}

/* A review that is gone on with may still have what was left out before: by it, or by another since. */
static void
find_left_out (CharterRecall *self)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);

  g_ptr_array_add (packs, charter_pack_ref (charter_path_get_pack (charter_session_get_path (self->session))));
  charter_study_load_suspended_async (self->study, packs, NULL, on_suspended, g_object_ref (self));
}

CharterRecall *
charter_recall_new (CharterStudy *study, CharterSession *session)
{
  CharterRecall *self = g_object_new (CHARTER_TYPE_RECALL, NULL);

  self->study = g_object_ref (study);
  self->session = g_object_ref (session);
  find_left_out (self);
  return self;
}
