/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts what was chosen into sections and into order. */
#include "charter-form-private.h"

#include "charter-apportion.h"

#include <string.h>

typedef struct {
  const FormItem *item;
  guint64 lot;
} Ticket;

typedef struct {
  const FormPool *pool;
  GArray *items;     /* of CharterPaperItem: what is laid out */
  GPtrArray *laid;   /* of FormItem: the same */
  GPtrArray *chosen; /* of FormUnit: scenarios */
  GArray *loose;     /* of Ticket */
} Layout;

static guint64
draw_lot (const FormPool *pool, const char *purpose, const char *ref)
{
  return charter_random_derive (charter_random_derive (pool->seed, purpose), ref);
}

static int
compare_tickets (gconstpointer a, gconstpointer b)
{
  const Ticket *left = a, *right = b;

  if (left->lot != right->lot)
    return left->lot < right->lot ? -1 : 1;
  return strcmp (left->item->ref, right->item->ref);
}

static int
compare_lots (gconstpointer a, gconstpointer b)
{
  const FormUnit *left = *(const FormUnit *const *)a, *right = *(const FormUnit *const *)b;

  if (left->lot != right->lot)
    return left->lot < right->lot ? -1 : 1;
  return strcmp (left->ref, right->ref);
}

static void
gather (Layout *self)
{
  for (guint i = 0; i < self->pool->units->len; i++)
    {
      FormUnit *unit = g_ptr_array_index (self->pool->units, i);

      if (unit->is_taken && unit->group != NULL)
        g_ptr_array_add (self->chosen, unit);
      else if (unit->is_taken)
        g_array_append_val (self->loose, ((Ticket){ unit->items, draw_lot (self->pool, "order", unit->ref) }));
    }
  g_ptr_array_sort (self->chosen, compare_lots);
  g_array_sort (self->loose, compare_tickets);
}

static void
put (Layout *self, const FormItem *item, guint section)
{
  CharterPaperItem put = { .pack = item->pack, .item = item->item, .section = section };

  g_array_append_val (self->items, put);
  g_ptr_array_add (self->laid, (gpointer)item);
}

static void
put_scenarios (Layout *self, guint planned, guint section)
{
  for (guint i = 0; i < self->chosen->len; i++)
    {
      const FormUnit *unit = g_ptr_array_index (self->chosen, i);

      for (guint k = 0; unit->section == planned && k < unit->n_items; k++)
        put (self, &unit->items[k], section);
    }
}

/* ---- not the same topic twice in a row ---- */

static guint
count_topic (const Ticket *tickets, guint n, const char *topic)
{
  guint count = 0;

  for (guint i = 0; i < n && topic != NULL; i++)
    count += tickets[i].item->topic == topic; /* refs are kept once each */
  return count;
}

/* A topic that more than half of the rest are of has to come now, or it will meet itself. */
static gboolean
is_pressing (const Ticket *tickets, guint n, guint i)
{
  return 2 * count_topic (tickets, n, tickets[i].item->topic) > n;
}

static gboolean
is_neighbour (const Layout *self, const FormItem *item)
{
  const FormItem *last = self->laid->len > 0 ? g_ptr_array_index (self->laid, self->laid->len - 1) : NULL;

  return last != NULL && item->topic != NULL && item->topic == last->topic;
}

/* Returns: the first by lot that is no neighbour of its own topic, unless another has to come */
static guint
pick_next (const Layout *self, const Ticket *tickets, guint n)
{
  guint first = n;

  for (guint i = 0; i < n && first == n; i++)
    if (!is_neighbour (self, tickets[i].item))
      first = i;
  for (guint i = 0, half = n / 2 + 1; i < half && i < n; i++)
    if (!is_neighbour (self, tickets[i].item) && is_pressing (tickets, n, i))
      return i;
  return first < n ? first : 0;
}

/* tickets: n of them, sorted by lot; they are used up. */
static void
put_loose (Layout *self, Ticket *tickets, guint n, guint section)
{
  for (; n > 0; n--)
    {
      guint i = pick_next (self, tickets, n);

      put (self, tickets[i].item, section);
      memmove (tickets + i, tickets + i + 1, (n - i - 1) * sizeof *tickets);
    }
}

/* ---- sections ---- */

/* How many items each section gets besides its scenarios: in all so many that it comes near to its part of the form. */
static guint *
share_out_loose (const Layout *self, const FormMix *mix)
{
  guint n = mix->sections->len;
  g_autofree double *targets = g_new (double, n);
  g_autofree guint *parts = g_new (guint, n);
  guint *loose = g_new0 (guint, n);

  for (guint i = 0; i < n; i++)
    targets[i] = g_array_index (mix->sections, FormSection, i).target;
  charter_apportion (targets, n, 0, mix->n_items, parts);
  for (guint left = self->loose->len; left > 0; left--)
    {
      guint best = 0;
      int most = G_MININT;

      for (guint i = 0; i < n; i++)
        {
          int lacking = (int)parts[i] - (int)(g_array_index (mix->sections, FormSection, i).in_cases + loose[i]);

          if (lacking > most)
            {
              most = lacking;
              best = i;
            }
        }
      loose[best]++;
    }
  return loose;
}

/* Returns: the minutes of the break that follows the section's stage, before the next section; 0 for none */
static guint
find_break (const CharterExam *exam, const CharterStage *stage)
{
  for (const CharterStage *next = stage + 1; next < exam->stages + exam->n_stages; next++)
    if (next->kind == CHARTER_STAGE_BREAK)
      return next->minutes;
    else if (next->kind == CHARTER_STAGE_SECTION)
      return 0;
  return 0;
}

static void
put_sections (Layout *self, const FormMix *mix, GArray *sections, GArray *cases)
{
  g_autofree guint *loose = share_out_loose (self, mix);
  guint done = 0;

  for (guint i = 0; i < mix->sections->len; i++)
    {
      const FormSection *planned = &g_array_index (mix->sections, FormSection, i);
      guint begun = self->items->len;
      CharterPaperSection section = { 0 };

      put_scenarios (self, i, sections->len);
      put_loose (self, &g_array_index (self->loose, Ticket, done), loose[i], sections->len);
      done += loose[i];
      if (self->items->len == begun || planned->stage == NULL)
        continue;
      section.title = planned->stage->title;
      section.n_items = self->items->len - begun;
      section.break_minutes = find_break (self->pool->exam, planned->stage);
      g_array_append_val (sections, section);
      g_array_append_val (cases, planned->found);
    }
  if (sections->len > 0)
    g_array_index (sections, CharterPaperSection, sections->len - 1).break_minutes = 0;
}

/* ---- what does not count ---- */

static gboolean
is_loose (const FormItem *item)
{
  return !charter_pack_find_group (item->pack, item->item->group)->is_scenario;
}

/* Marks so many items of a share outside scenarios, the lowest by lot. */
static void
mark_unscored (Layout *self, int share, guint n)
{
  g_autoptr (GArray) tickets = g_array_new (FALSE, FALSE, sizeof (Ticket));
  guint64 last;

  for (guint i = 0; i < self->laid->len; i++)
    {
      const FormItem *item = g_ptr_array_index (self->laid, i);

      if (item->shares[CHARTER_SHARE_TOPIC] == share && is_loose (item))
        g_array_append_val (tickets, ((Ticket){ item, draw_lot (self->pool, "unscored", item->ref) }));
    }
  if (n == 0)
    return;
  g_array_sort (tickets, compare_tickets);
  last = g_array_index (tickets, Ticket, n - 1).lot;
  for (guint i = 0; i < self->laid->len; i++)
    {
      const FormItem *item = g_ptr_array_index (self->laid, i);

      if (item->shares[CHARTER_SHARE_TOPIC] == share && is_loose (item))
        g_array_index (self->items, CharterPaperItem, i).unscored
          = draw_lot (self->pool, "unscored", item->ref) <= last;
    }
}

/* What one share has too few items for goes to those that have some left. */
static void
move_surplus (guint *parts, const guint *loose, guint n)
{
  guint surplus = 0;

  for (guint i = 0; i < n; i++)
    {
      guint fitting = MIN (parts[i], loose[i]);

      surplus += parts[i] - fitting;
      parts[i] = fitting;
    }
  for (guint i = 0; i < n; i++)
    {
      guint more = MIN (surplus, loose[i] - parts[i]);

      parts[i] += more;
      surplus -= more;
    }
}

/* Of each share of topics in proportion to what the form has of it; the last part is that of no share. */
static void
choose_unscored (Layout *self, guint n)
{
  guint n_parts = self->pool->exam->n_shares + 1;
  g_autofree double *weights = g_new0 (double, n_parts);
  g_autofree guint *parts = g_new0 (guint, n_parts), *loose = g_new0 (guint, n_parts);

  for (guint i = 0; i < self->laid->len; i++)
    {
      const FormItem *item = g_ptr_array_index (self->laid, i);
      int share = item->shares[CHARTER_SHARE_TOPIC];
      guint part = share < 0 ? n_parts - 1 : (guint)share;

      weights[part]++;
      loose[part] += is_loose (item);
    }
  charter_apportion (weights, n_parts, 0, n, parts);
  move_surplus (parts, loose, n_parts);
  for (guint i = 0; i < n_parts; i++)
    mark_unscored (self, i < n_parts - 1 ? (int)i : -1, parts[i]);
}

void
form_lay_out (const FormPool *pool, const FormMix *mix, CharterForm *form)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new (), laid = g_ptr_array_new ();
  g_autoptr (GArray) loose = g_array_new (FALSE, FALSE, sizeof (Ticket));
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (CharterPaperSection));
  GArray *cases = g_array_new (FALSE, FALSE, sizeof (guint));
  Layout self = { pool, g_array_new (FALSE, FALSE, sizeof (CharterPaperItem)), laid, chosen, loose };
  const CharterExam *exam = pool->exam;

  gather (&self);
  put_sections (&self, mix, sections, cases);
  choose_unscored (&self, (guint)(((guint64)exam->unscored * laid->len + exam->items / 2) / exam->items));
  form->n_items = self.items->len;
  form->items = (const CharterPaperItem *)g_array_free (self.items, FALSE);
  form->n_sections = sections->len;
  form->sections = (const CharterPaperSection *)g_array_free (sections, FALSE);
  form->section_cases = (const guint *)g_array_free (cases, FALSE);
}
