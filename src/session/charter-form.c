/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-form-private.h"

#define ROUNDS 8 /* how often a form is made smaller until its shares fit what there is */

typedef struct {
  CharterForm form; /* what others see */
  FormPool *pool;   /* keeps the packs and the sentences alive */
} Drawn;

/* Draws for fewer items as long as it gets fewer than it wanted. */
static FormMix *
choose (FormPool *pool)
{
  guint n = MIN (pool->exam->items, form_pool_count (pool));
  FormMix *mix = form_mix_new (pool, n);

  for (guint i = 0; i < ROUNDS && mix->n_items < n; i++)
    {
      n = mix->n_items;
      form_mix_free (mix);
      mix = form_mix_new (pool, n);
    }
  return mix;
}

static void
tell_shares (CharterForm *form, const FormMix *mix)
{
  CharterFormShare *shares = g_new0 (CharterFormShare, form->exam->n_shares + 1);

  for (guint i = 0; i < form->exam->n_shares; i++)
    shares[i] = (CharterFormShare){ &form->exam->shares[i], mix->wanted[i], mix->found[i] };
  form->shares = shares;
  form->n_shares = form->exam->n_shares;
}

static guint
count_minutes (const CharterForm *form)
{
  guint64 items = form->exam->items;

  return (guint)((form->exam->minutes * (guint64)form->n_items + items - 1) / items);
}

CharterForm *
charter_form_draw (
  CharterPack *home, const CharterExam *exam, GPtrArray *packs, guint64 seed, CharterSeenFunc seen, gpointer data)
{
  Drawn *self = g_new0 (Drawn, 1);
  CharterForm *form = &self->form;
  g_autoptr (FormMix) mix = NULL;

  self->pool = form_pool_new (home, exam, packs, seed);
  form_pool_fill (self->pool, seen, data);
  form->home = charter_pack_ref (home);
  form->exam = exam;
  form->seed = seed;
  mix = choose (self->pool);
  form_lay_out (self->pool, mix, form);
  tell_shares (form, mix);
  form->minutes = count_minutes (form);
  form_tell_lacks (self->pool, mix);
  g_ptr_array_add (self->pool->lacks, NULL);
  form->lacks = (const char *const *)self->pool->lacks->pdata;
  return form;
}

void
charter_form_free (CharterForm *form)
{
  Drawn *self = (Drawn *)form;

  g_free ((gpointer)form->items);
  g_free ((gpointer)form->sections);
  g_free ((gpointer)form->section_cases);
  g_free ((gpointer)form->shares);
  charter_pack_unref (form->home);
  form_pool_free (self->pool);
  g_free (self);
}

CharterPath *
charter_form_new_path (const CharterForm *self, GError **error)
{
  return charter_paper_new_form (self->home, self->exam->id, self->items, self->n_items, self->sections,
                                 self->n_sections, self->seed, error);
}
