/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-readiness-group.h"

#include <glib/gi18n.h>

#include "charter-exam-words.h"
#include "charter-first-answers.h"
#include "charter-rows.h"
#include "charter-study-progress.h"

struct _CharterReadinessGroup {
  AdwBin parent_instance;

  /* owned */
  CharterStudy *study;
  GPtrArray *packs;
  GPtrArray *records; /* one GPtrArray for each of the packs that was read so far, in their order */
  GCancellable *loading;
  GArray *facts; /* of CharterExamFact, each in a row; NULL while they are not known */

  const CharterExam *only; /* one of the packs' */
};

G_DEFINE_FINAL_TYPE (CharterReadinessGroup, charter_readiness_group, ADW_TYPE_BIN)

static void
add_fact (GArray *facts, const CharterExam *exam, const CharterReadiness *readiness, const CharterDomains *domains)
{
  g_autofree char *words = charter_exam_words_dup_readiness (readiness, domains);
  g_autofree char *basis = charter_exam_words_dup_readiness_basis (readiness);

  charter_exam_facts_add (facts, exam->title.plain, g_strdup_printf ("%s\n%s", words, basis));
}

/* Where there is something to say. */
static void
tell_exam (CharterReadinessGroup *self, CharterPack *home, const CharterExam *exam)
{
  g_autoptr (CharterDomains) domains = charter_domains_new (home, exam, self->packs);
  g_autofree CharterStratum *strata = g_new0 (CharterStratum, charter_domains_get_n (domains));
  gint64 since = g_get_real_time () - CHARTER_READINESS_DAYS * G_TIME_SPAN_DAY;
  CharterReadiness readiness;

  for (guint i = 0; i < self->packs->len; i++)
    charter_first_answers_add (domains, home, exam, self->packs->pdata[i], self->records->pdata[i], since, strata);
  readiness = charter_readiness_estimate (strata, charter_domains_get_n (domains),
                                          charter_first_answers_count_questions (exam));
  if (readiness.n > 0 || self->only != NULL)
    add_fact (self->facts, exam, &readiness, domains);
}

static void
show_facts (CharterReadinessGroup *self)
{
  GtkListBox *list;
  GtkWidget *group = charter_group_new (_ ("Readiness"), NULL, &list);

  for (guint i = 0; i < self->facts->len; i++)
    {
      const CharterExamFact *fact = &g_array_index (self->facts, CharterExamFact, i);
      AdwActionRow *row = charter_row_new (NULL, fact->title, fact->words);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_list_box_append (list, GTK_WIDGET (row));
    }
  adw_bin_set_child (ADW_BIN (self), group);
  gtk_widget_set_visible (GTK_WIDGET (self), self->facts->len > 0);
}

static void
fill (CharterReadinessGroup *self)
{
  self->facts = charter_exam_facts_new ();
  for (guint i = 0; i < self->packs->len; i++)
    {
      CharterPack *home = self->packs->pdata[i];

      for (guint j = 0; j < home->n_exams; j++)
        if (self->only == NULL || self->only == &home->exams[j])
          tell_exam (self, home, &home->exams[j]);
    }
  show_facts (self);
}

static void load_next (CharterReadinessGroup *self);

/* Where a history can't be read nothing is told of it: a part would look like all. */
static void
on_records (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterReadinessGroup) self = data;
  GPtrArray *records = charter_study_load_records_finish (CHARTER_STUDY (study), result, NULL);

  if (records == NULL)
    return;
  g_ptr_array_add (self->records, records);
  load_next (self);
}

static void
load_next (CharterReadinessGroup *self)
{
  if (self->records->len < self->packs->len)
    charter_study_load_records_async (self->study, self->packs->pdata[self->records->len], self->loading, on_records,
                                      g_object_ref (self));
  else
    fill (self);
}

/* Packs that no exam is in and none draws from need not be read. */
static gboolean
is_needed (GPtrArray *packs, CharterPack *pack, const CharterExam *only)
{
  gboolean needed = FALSE;

  for (guint i = 0; i < packs->len && !needed; i++)
    {
      CharterPack *home = packs->pdata[i];

      for (guint j = 0; j < home->n_exams && !needed; j++)
        needed = (only == NULL || only == &home->exams[j])
                 && (home == pack || charter_first_answers_are_in (home, &home->exams[j], pack));
    }
  return needed;
}

static void
clear (CharterReadinessGroup *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->study);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->facts, g_array_unref);
}

void
charter_readiness_group_show (CharterReadinessGroup *self,
                              CharterStudy *study,
                              GPtrArray *packs,
                              const CharterExam *only)
{
  g_return_if_fail (CHARTER_IS_READINESS_GROUP (self));

  clear (self);
  self->study = g_object_ref (study);
  self->only = only;
  self->loading = g_cancellable_new ();
  self->packs = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < packs->len; i++)
    if (is_needed (packs, packs->pdata[i], only))
      g_ptr_array_add (self->packs, charter_pack_ref (packs->pdata[i]));
  load_next (self);
}

GArray *
charter_readiness_group_get_facts (CharterReadinessGroup *self)
{
  g_return_val_if_fail (CHARTER_IS_READINESS_GROUP (self), NULL);

  return self->facts;
}

static void
charter_readiness_group_dispose (GObject *object)
{
  clear (CHARTER_READINESS_GROUP (object));
  G_OBJECT_CLASS (charter_readiness_group_parent_class)->dispose (object);
}

static void
charter_readiness_group_class_init (CharterReadinessGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = charter_readiness_group_dispose;
}

static void
charter_readiness_group_init (CharterReadinessGroup *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
charter_readiness_group_new (void)
{
  return g_object_new (CHARTER_TYPE_READINESS_GROUP, NULL);
}
