/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses what comes into a form. Units are taken in the order in which they are preferred as long as no share is
 * exceeded, then with fewer and fewer shares kept. What is still amiss is mended by exchanges that never make it worse:
 * items outside scenarios that count for the same shares make a cell, and it is cells that give and take; then whole
 * scenarios are tried against others. */
#include "charter-form-private.h"

#include "charter-apportion.h"

#include <string.h>

#define WALK 60000      /* exchanges of an item tried at most */
#define PATIENCE 50     /* times each pair of cells is tried, on average, without a gain before it is given up */
#define SHORT_WALK 1500 /* after a scenario was exchanged */
#define TRIES 60        /* exchanges of a scenario */
#define LARGEST 20000   /* items that the weights are made for */

typedef struct {
  int shares[FORM_DIMENSIONS];
  GPtrArray *units; /* of FormUnit with one item each, as preferred; the first are taken */
  guint n_taken;
  guint n_noted; /* how many were taken before something was tried */
} Cell;

typedef struct {
  FormMix mix; /* what others see */
  FormPool *pool;
  GPtrArray *cells;                                                /* of Cell */
  GPtrArray *scenarios;                                            /* of FormUnit */
  guint rest_wanted[FORM_DIMENSIONS], rest_found[FORM_DIMENSIONS]; /* items that count for no share */
  gint64 weights[FORM_DIMENSIONS];
  gint64 amiss; /* weighted: by how much the shares are missed */
  guint n_seen; /* chosen items that were seen before */
  guint n_seen_at_least;
  gboolean has_cases;
  CharterRandom random;
} Chooser;

static void
free_cell (gpointer data)
{
  Cell *cell = data;

  g_ptr_array_unref (cell->units);
  g_free (cell);
}

/* ---- what is wanted ---- */

/* Children of a share are apportioned to what their parent got, all others to the whole form. */
static guint
apportion_below (Chooser *self, CharterShareOf of, int parent)
{
  const CharterExam *exam = self->pool->exam;
  g_autofree double *weights = g_new (double, exam->n_shares + 1);
  g_autofree guint *indices = g_new (guint, exam->n_shares + 1), *parts = g_new (guint, exam->n_shares + 1);
  double whole = parent < 0 ? 100 : exam->shares[parent].percent;
  guint total = parent < 0 ? self->mix.n : self->mix.wanted[parent], n = 0, rest;

  for (guint i = 0; i < exam->n_shares; i++)
    if (exam->shares[i].of == of && self->pool->parents[i] == parent)
      {
        weights[n] = exam->shares[i].percent;
        indices[n++] = i;
      }
  rest = charter_apportion (weights, n, whole, total, parts);
  for (guint i = 0; i < n; i++)
    self->mix.wanted[indices[i]] = parts[i];
  for (guint i = 0; i < n && of == CHARTER_SHARE_TOPIC; i++)
    apportion_below (self, of, (int)indices[i]);
  return rest;
}

/* An item amiss of a dimension weighs more than all that can be amiss of those behind it, and any of these more than
 * all items that were seen. */
static void
set_weights (Chooser *self)
{
  gint64 most = 2 * (gint64)MIN (self->mix.n, LARGEST) + 1;

  self->weights[CHARTER_SHARE_KIND] = most;
  self->weights[CHARTER_SHARE_APPROACH] = most * most;
  self->weights[CHARTER_SHARE_TOPIC] = most * most * most;
}

static void
count_seen (Chooser *self)
{
  guint n_new = 0;

  for (guint i = 0; i < self->pool->units->len; i++)
    {
      const FormUnit *unit = g_ptr_array_index (self->pool->units, i);

      n_new += unit->is_seen ? 0 : unit->n_items;
    }
  self->n_seen_at_least = self->mix.n - MIN (self->mix.n, n_new);
}

static void
set_wanted (Chooser *self)
{
  self->mix.wanted = g_new0 (guint, self->pool->exam->n_shares + 1);
  self->mix.found = g_new0 (guint, self->pool->exam->n_shares + 1);
  for (guint of = 0; of < FORM_DIMENSIONS; of++)
    self->rest_wanted[of] = apportion_below (self, of, -1);
  set_weights (self);
  for (guint i = 0; i < self->pool->exam->n_shares; i++)
    self->amiss += self->mix.wanted[i] * self->weights[self->pool->exam->shares[i].of];
}

/* ---- sections ---- */

static void
share_out_rest (Chooser *self, guint rest, guint n_open)
{
  for (guint i = 0; i < self->mix.sections->len; i++)
    {
      FormSection *section = &g_array_index (self->mix.sections, FormSection, i);

      if (section->target > 0 || n_open == 0)
        continue;
      section->target = (rest + n_open - 1) / n_open;
      rest -= section->target;
      n_open--;
    }
}

/* Planned for the whole exam also where the form is smaller: a scenario that fits is not to be lost for that. */
static void
plan_sections (Chooser *self)
{
  const CharterExam *exam = self->pool->exam;
  guint rest = exam->items, n_open = 0;

  self->mix.sections = g_array_new (FALSE, TRUE, sizeof (FormSection));
  for (guint i = 0; i < exam->n_stages; i++)
    if (exam->stages[i].kind == CHARTER_STAGE_SECTION)
      {
        FormSection section
          = { .stage = &exam->stages[i], .target = exam->stages[i].items, .cases = exam->stages[i].cases };

        n_open += section.target == 0;
        rest -= MIN (rest, section.target);
        self->has_cases |= section.cases > 0;
        g_array_append_val (self->mix.sections, section);
      }
  share_out_rest (self, rest, n_open);
  if (self->mix.sections->len == 0)
    g_array_append_val (self->mix.sections, ((FormSection){ .target = exam->items }));
}

static FormSection *
get_section (const Chooser *self, guint index)
{
  return &g_array_index (self->mix.sections, FormSection, index);
}

static guint
get_room (const FormSection *section)
{
  return section->target - MIN (section->target, section->in_cases);
}

/* Returns: the section with the most room */
static guint
find_room (const Chooser *self)
{
  guint best = 0;

  for (guint i = 1; i < self->mix.sections->len; i++)
    if (get_room (get_section (self, i)) > get_room (get_section (self, best)))
      best = i;
  return best;
}

/* ---- counting ---- */

static gint64
distance (guint a, guint b)
{
  return a > b ? a - b : b - a;
}

/* by: 1 or -1 */
static void
count_shares (Chooser *self, const int *shares, int by)
{
  for (guint of = 0; of < FORM_DIMENSIONS; of++)
    {
      if (shares[of] < 0)
        self->rest_found[of] += by;
      for (int i = shares[of]; i >= 0; i = self->pool->parents[i])
        {
          gint64 before = distance (self->mix.found[i], self->mix.wanted[i]);

          self->mix.found[i] += by;
          self->amiss += self->weights[of] * (distance (self->mix.found[i], self->mix.wanted[i]) - before);
        }
    }
}

static void
count_unit (Chooser *self, const FormUnit *unit, int by)
{
  for (guint i = 0; i < unit->n_items; i++)
    count_shares (self, unit->items[i].shares, by);
  self->mix.n_items += by * (int)unit->n_items;
  self->n_seen += unit->is_seen ? by * (int)unit->n_items : 0;
}

static gboolean
exceeds (const Chooser *self, const int *shares, guint n_kept)
{
  for (guint of = 0; of < n_kept; of++)
    {
      if (shares[of] < 0 && self->rest_found[of] > self->rest_wanted[of])
        return TRUE;
      for (int i = shares[of]; i >= 0; i = self->pool->parents[i])
        if (self->mix.found[i] > self->mix.wanted[i])
          return TRUE;
    }
  return FALSE;
}

/* Takes it if that exceeds no share of the first n_kept dimensions. */
static gboolean
count_if_kept (Chooser *self, const FormUnit *unit, guint n_kept)
{
  if (self->mix.n_items + unit->n_items > self->mix.n)
    return FALSE;
  count_unit (self, unit, 1);
  for (guint i = 0; i < unit->n_items; i++)
    if (exceeds (self, unit->items[i].shares, n_kept))
      {
        count_unit (self, unit, -1);
        return FALSE;
      }
  return TRUE;
}

/* What an exchange is judged by: shares first, then how many were seen before; those that nobody can do without are
 * for nothing. */
static gint64
get_cost (const Chooser *self)
{
  return self->amiss + self->n_seen - MIN (self->n_seen, self->n_seen_at_least);
}

/* ---- the first choice ---- */

static void
put_scenario (Chooser *self, FormUnit *unit, guint section, int by)
{
  FormSection *into = get_section (self, section);

  unit->is_taken = by > 0;
  unit->section = section;
  into->in_cases += by * (int)unit->n_items;
  into->found += by;
}

static void
take (Chooser *self, FormUnit *unit, guint n_kept)
{
  guint section = find_room (self);

  if (unit->is_taken
      || (unit->group != NULL && (self->has_cases || get_room (get_section (self, section)) < unit->n_items)))
    return;
  if (!count_if_kept (self, unit, n_kept))
    return;
  unit->is_taken = TRUE;
  if (unit->group != NULL)
    put_scenario (self, unit, section, 1);
}

static void
take_preferred (Chooser *self)
{
  for (int n_kept = FORM_DIMENSIONS; n_kept >= 0 && self->mix.n_items < self->mix.n; n_kept--)
    for (guint i = 0; i < self->pool->units->len && self->mix.n_items < self->mix.n; i++)
      take (self, g_ptr_array_index (self->pool->units, i), (guint)n_kept);
}

/* ---- the scenarios that a section wants ---- */

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *)a, right = *(const guint *)b;

  return left < right ? -1 : left > right;
}

/* Returns: the sizes of scenarios that are left, the smallest first */
static GArray *
list_sizes (const Chooser *self)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->scenarios->len; i++)
    {
      const FormUnit *unit = g_ptr_array_index (self->scenarios, i);

      if (!unit->is_taken)
        g_array_append_val (sizes, unit->n_items);
    }
  g_array_sort (sizes, compare_sizes);
  return sizes;
}

/* How many items the n smallest scenarios have beside one of that size. */
static guint
sum_smallest (GArray *sizes, guint n, guint beside)
{
  gboolean is_met = FALSE;
  guint sum = 0;

  for (guint i = 0, counted = 0; i < sizes->len && counted < n; i++)
    {
      guint size = g_array_index (sizes, guint, i);

      if (!is_met && size == beside)
        is_met = TRUE;
      else
        {
          sum += size;
          counted++;
        }
    }
  return sum;
}

/* n_left: how many are to find room after it. */
static gboolean
take_case (Chooser *self, guint section, guint n_left)
{
  g_autoptr (GArray) sizes = list_sizes (self);
  guint room = get_room (get_section (self, section));

  for (int n_kept = FORM_DIMENSIONS; n_kept >= 0; n_kept--)
    for (guint i = 0; i < self->scenarios->len; i++)
      {
        FormUnit *unit = g_ptr_array_index (self->scenarios, i);

        if (unit->is_taken || unit->n_items + sum_smallest (sizes, n_left, unit->n_items) > room
            || !count_if_kept (self, unit, (guint)n_kept))
          continue;
        put_scenario (self, unit, section, 1);
        return TRUE;
      }
  return FALSE;
}

/* Where there is no room for all, it is for as many as can be. */
static void
take_cases (Chooser *self)
{
  for (guint s = 0; s < self->mix.sections->len; s++)
    for (guint n_left = get_section (self, s)->cases; n_left > 0;)
      n_left = take_case (self, s, n_left - 1)
                 ? MIN (n_left, get_section (self, s)->cases - get_section (self, s)->found)
                 : n_left - 1;
}

/* ---- cells ---- */

static guint
hash_cell (gconstpointer key)
{
  const Cell *cell = key;
  guint hash = 0;

  for (guint of = 0; of < FORM_DIMENSIONS; of++)
    hash = hash * 1009 + (guint)cell->shares[of];
  return hash;
}

static gboolean
equal_cells (gconstpointer a, gconstpointer b)
{
  return memcmp (((const Cell *)a)->shares, ((const Cell *)b)->shares, sizeof (((Cell *)NULL)->shares)) == 0;
}

static Cell *
find_cell (Chooser *self, GHashTable *cells, const FormItem *item)
{
  Cell wanted = { .units = NULL };
  Cell *cell;

  memcpy (wanted.shares, item->shares, sizeof (wanted.shares));
  cell = g_hash_table_lookup (cells, &wanted);
  if (cell != NULL)
    return cell;
  cell = g_memdup2 (&wanted, sizeof wanted);
  cell->units = g_ptr_array_new ();
  g_ptr_array_add (self->cells, cell);
  g_hash_table_add (cells, cell);
  return cell;
}

/* Cells are counted up as they are met in the order of preference, so their numbers don't hang on what is written
 * where. Of each cell it is the first units that were taken: one that did not fit lets no later one of its cell pass.
 */
static void
make_cells (Chooser *self)
{
  g_autoptr (GHashTable) cells = g_hash_table_new (hash_cell, equal_cells);

  for (guint i = 0; i < self->pool->units->len; i++)
    {
      FormUnit *unit = g_ptr_array_index (self->pool->units, i);
      Cell *cell;

      if (unit->group != NULL)
        continue;
      cell = find_cell (self, cells, unit->items);
      g_ptr_array_add (cell->units, unit);
      cell->n_taken += unit->is_taken;
    }
}

static void
give (Chooser *self, Cell *cell)
{
  count_unit (self, g_ptr_array_index (cell->units, --cell->n_taken), -1);
}

static void
get (Chooser *self, Cell *cell)
{
  count_unit (self, g_ptr_array_index (cell->units, cell->n_taken++), 1);
}

static Cell *
pick_cell (Chooser *self)
{
  return g_ptr_array_index (self->cells, charter_random_below (&self->random, self->cells->len));
}

static void
try_exchange (Chooser *self)
{
  Cell *from = pick_cell (self), *to = pick_cell (self);
  gint64 before = get_cost (self);

  if (from == to || from->n_taken == 0 || to->n_taken == to->units->len)
    return;
  give (self, from);
  get (self, to);
  if (get_cost (self) <= before)
    return;
  give (self, to);
  get (self, from);
}

static void
walk (Chooser *self, guint n)
{
  guint64 patience = (guint64)PATIENCE * self->cells->len * self->cells->len;
  guint64 gained = 0;

  for (guint i = 0; i < n && i < gained + patience && get_cost (self) > 0 && self->cells->len > 1; i++)
    {
      gint64 before = get_cost (self);

      try_exchange (self);
      if (get_cost (self) < before)
        gained = i + 1;
    }
}

/* ---- exchanges of scenarios ---- */

/* Adds one item, or takes one away, where that costs least. Returns: FALSE where no cell can */
static gboolean
adjust (Chooser *self, gboolean add)
{
  Cell *best = NULL;
  gint64 least = G_MAXINT64;

  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (self->cells, i);

      if (cell->n_taken == (add ? cell->units->len : 0))
        continue;
      (add ? get : give) (self, cell);
      if (get_cost (self) < least)
        {
          least = get_cost (self);
          best = cell;
        }
      (add ? give : get) (self, cell);
    }
  if (best != NULL)
    (add ? get : give) (self, best);
  return best != NULL;
}

static void
fill_up (Chooser *self)
{
  while (self->mix.n_items > self->mix.n && adjust (self, FALSE))
    continue;
  while (self->mix.n_items < self->mix.n && adjust (self, TRUE))
    continue;
}

static void
note_cells (Chooser *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (self->cells, i);

      cell->n_noted = cell->n_taken;
    }
}

static void
restore_cells (Chooser *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (self->cells, i);

      while (cell->n_taken > cell->n_noted)
        give (self, cell);
      while (cell->n_taken < cell->n_noted)
        get (self, cell);
    }
}

static void
move_scenario (Chooser *self, FormUnit *unit, guint section, int by)
{
  put_scenario (self, unit, section, by);
  count_unit (self, unit, by);
}

/* out, in: either may be NULL. */
static void
try_scenarios (Chooser *self, FormUnit *out, FormUnit *in, guint section)
{
  gint64 before = get_cost (self);
  guint n_before = self->mix.n_items;

  note_cells (self);
  if (out != NULL)
    move_scenario (self, out, section, -1);
  if (in != NULL)
    move_scenario (self, in, section, 1);
  fill_up (self);
  walk (self, SHORT_WALK);
  if (self->mix.n_items <= self->mix.n && self->mix.n_items >= n_before && get_cost (self) < before)
    return;
  restore_cells (self);
  if (in != NULL)
    move_scenario (self, in, section, -1);
  if (out != NULL)
    move_scenario (self, out, section, 1);
}

/* Returns: (nullable) a scenario that is taken, or one that is not; NULL as one more of them, where cases are free */
static FormUnit *
pick_scenario (Chooser *self, gboolean is_taken)
{
  g_autoptr (GPtrArray) fitting = g_ptr_array_new ();

  for (guint i = 0; i < self->scenarios->len; i++)
    {
      FormUnit *unit = g_ptr_array_index (self->scenarios, i);

      if (unit->is_taken == is_taken)
        g_ptr_array_add (fitting, unit);
    }
  if (!self->has_cases || fitting->len == 0)
    g_ptr_array_add (fitting, NULL);
  return g_ptr_array_index (fitting, charter_random_below (&self->random, fitting->len));
}

static void
exchange_scenarios (Chooser *self)
{
  for (guint i = 0; i < TRIES && get_cost (self) > 0 && self->scenarios->len > 0; i++)
    {
      FormUnit *out = pick_scenario (self, TRUE), *in = pick_scenario (self, FALSE);
      guint section = out != NULL ? out->section : find_room (self);
      guint room = get_room (get_section (self, section)) + (out != NULL ? out->n_items : 0);

      if ((out == NULL && in == NULL) || (self->has_cases && (out == NULL || in == NULL)))
        continue;
      if (in == NULL || in->n_items <= room)
        try_scenarios (self, out, in, section);
    }
}

/* ---- the whole ---- */

static void
list_scenarios (Chooser *self)
{
  for (guint i = 0; i < self->pool->units->len; i++)
    {
      FormUnit *unit = g_ptr_array_index (self->pool->units, i);

      unit->is_taken = FALSE;
      if (unit->group != NULL)
        g_ptr_array_add (self->scenarios, unit);
    }
}

static void
mark_cells (Chooser *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (self->cells, i);

      for (guint u = 0; u < cell->units->len; u++)
        ((FormUnit *)g_ptr_array_index (cell->units, u))->is_taken = u < cell->n_taken;
    }
}

FormMix *
form_mix_new (FormPool *pool, guint n)
{
  Chooser *self = g_new0 (Chooser, 1);

  self->mix.n = n;
  self->pool = pool;
  self->cells = g_ptr_array_new_with_free_func (free_cell);
  self->scenarios = g_ptr_array_new ();
  self->random = charter_random_new (charter_random_derive (pool->seed, "mix"));
  set_wanted (self);
  count_seen (self);
  plan_sections (self);
  list_scenarios (self);
  take_cases (self);
  take_preferred (self);
  make_cells (self);
  walk (self, WALK);
  exchange_scenarios (self);
  mark_cells (self);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  return &self->mix;
}

void
form_mix_free (FormMix *self)
{
  g_free (self->wanted);
  g_free (self->found);
  g_array_unref (self->sections);
  g_free (self); /* the first of the chooser */
}
