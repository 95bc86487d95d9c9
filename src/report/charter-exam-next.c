/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-exam-next.h"

#include "charter-first-answers.h"
#include "charter-held.h"
#include "charter-random.h"
#include "charter-report-ideas.h"
#include "charter-shelf.h"

typedef struct {
  const CharterReport *report;
  const CharterDomains *domains;
  GPtrArray *packs; /* that are drawn from */
  GHashTable *held; /* NULL for nothing */
  guint64 seed;
  GArray *found;
} List;

static void
clear_next (gpointer data)
{
  g_array_unref (((CharterExamNext *)data)->items);
}

/* ---- what is asked ---- */

typedef gboolean (*Fits) (const List *list, CharterPack *pack, const CharterItem *item, gconstpointer data);

static guint64
draw_lot (const CharterPaperItem *asked, guint64 seed)
{
  return charter_random_derive (charter_random_derive (seed, asked->pack->id), asked->item->id);
}

static int
compare_lots (gconstpointer a, gconstpointer b, gpointer seed)
{
  guint64 left = draw_lot (a, *(guint64 *)seed), right = draw_lot (b, *(guint64 *)seed);

  return left < right ? -1 : left > right;
}

/* Its pack may have been read anew since. */
static gboolean
was_asked (const List *list, CharterPack *pack, const CharterItem *item)
{
  for (guint i = 0; i < list->report->n_items; i++)
    {
      const CharterStep *step = list->report->items[i].step;

      if (g_str_equal (step->item->id, item->id) && g_str_equal (step->pack->id, pack->id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_held (const List *list, const CharterPaperItem *asked)
{
  return charter_held_has (list->held, asked->pack->id, asked->item->id);
}

/* What is kept for mocks stays so; what the exam has asked is known by now. */
static void
add_fitting (const List *list, GArray *items, CharterPack *pack, Fits fits, gconstpointer data)
{
  for (guint i = 0; i < pack->n_items; i++)
    {
      const CharterPaperItem asked = { pack, pack->items[i] };

      if (!asked.item->reserved && fits (list, pack, asked.item, data) && !was_asked (list, pack, asked.item)
          && !is_held (list, &asked))
        g_array_append_val (items, asked);
    }
}

/* Returns: (transfer full) in the order in which they are to be taken */
static GArray *
find_practice (const List *list, Fits fits, gconstpointer data)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (CharterPaperItem));
  guint64 seed = list->seed;

  for (guint i = 0; i < list->packs->len; i++)
    add_fitting (list, items, list->packs->pdata[i], fits, data);
  g_array_sort_with_data (items, compare_lots, &seed);
  return items;
}

/* Takes the items over. */
static void
add (List *list, CharterExamNext next, guint least, guint most)
{
  if (next.items->len < least || list->found->len >= CHARTER_EXAM_MOST_NEXT)
    {
      g_array_unref (next.items);
      return;
    }
  if (most > 0 && next.items->len > most)
    g_array_set_size (next.items, most);
  g_array_append_val (list->found, next);
}

/* ---- answers of the exam themselves ---- */

static void
add_answers (List *list, CharterExamNextKind kind, gboolean (*is_one) (const CharterReportItem *))
{
  CharterExamNext next = { .kind = kind, .items = g_array_new (FALSE, TRUE, sizeof (CharterPaperItem)) };

  for (guint i = 0; i < list->report->n_items; i++)
    {
      const CharterStep *step = list->report->items[i].step;
      const CharterPaperItem asked = { step->pack, charter_pack_find_item (step->pack, step->item->id) };

      if (is_one (&list->report->items[i]) && !is_held (list, &asked))
        g_array_append_val (next.items, asked);
    }
  next.n = next.items->len;
  add (list, next, 1, 0);
}

/* ---- misconceptions ---- */

static gboolean
can_show (const List *list, CharterPack *pack, const CharterItem *item, gconstpointer idea)
{
  g_autofree const char **refs = charter_scoring_list_offered_misconceptions (item);

  for (guint i = 0; refs[i] != NULL; i++)
    {
      g_autofree char *name = charter_pack_dup_name (pack, refs[i]);

      if (g_str_equal (name, idea))
        return TRUE;
    }
  return FALSE;
}

static void
add_idea (List *list)
{
  g_autoptr (GArray) ideas = charter_report_list_ideas (list->report);
  const CharterReportIdea *idea = ideas->len > 0 ? &g_array_index (ideas, CharterReportIdea, 0) : NULL;
  CharterExamNext next = { .kind = CHARTER_NEXT_IDEA };
  g_autofree char *name = NULL;

  if (idea == NULL || idea->n_shown < 2)
    return;
  next.subject = idea->misconception->title.plain;
  next.n = idea->n_shown;
  name = charter_pack_dup_name (idea->pack, idea->misconception->id);
  next.items = find_practice (list, can_show, name);
  add (list, next, 1, CHARTER_EXAM_NEXT_ITEMS);
}

/* ---- topics ---- */

/* A domain or a topic, of which enough was asked to tell. */
typedef struct {
  const char *title;
  guint domain;            /* its own, or that of the topic */
  const CharterPack *pack; /* NULL for a whole domain; else one that names the topic */
  const char *ref;         /* its name for it */
  guint n, n_right;
  CharterInterval interval;
} Weak;

static gboolean
is_of (const List *list, CharterPack *pack, const CharterItem *item, gconstpointer data)
{
  const Weak *weak = data;
  g_autofree char *name = NULL;
  guint index;

  if (weak->pack == NULL)
    return charter_domains_find (list->domains, pack, item->topic, &index) && index == weak->domain;
  name = charter_pack_dup_name (weak->pack, weak->ref);
  return charter_domains_is_within (list->domains, pack, item->topic, name);
}

static void
add_weak (GArray *weaks, Weak weak)
{
  weak.interval = charter_interval_wilson (weak.n_right, weak.n);
  if (weak.n >= CHARTER_INTERVAL_MIN_N && weak.n_right < weak.n && weak.title != NULL)
    g_array_append_val (weaks, weak);
}

static Weak
read_domain (const List *list, guint domain)
{
  Weak weak = { charter_domains_get (list->domains, domain)->title, domain, NULL, NULL, 0, 0, { 0 } };

  for (guint i = 0; i < list->report->n_items; i++)
    {
      const CharterReportItem *item = &list->report->items[i];

      if (item->counts && is_of (list, item->step->pack, item->step->item, &weak))
        weak.n++, weak.n_right += item->score.correct;
    }
  return weak;
}

/* A topic's domain is that of any item that names it. */
static Weak
read_topic (const List *list, const CharterReportTopic *topic)
{
  const CharterPack *pack = list->report->items[topic->first].step->pack;
  Weak weak = { NULL, G_MAXUINT, pack, topic->ref, topic->n, topic->n_right, { 0 } };

  if (topic->topic == NULL)
    return weak;
  weak.title = topic->topic->title.plain;
  charter_domains_find (list->domains, pack, topic->ref, &weak.domain);
  return weak;
}

static int
compare_weak (gconstpointer a, gconstpointer b)
{
  const Weak *left = a, *right = b;

  return left->interval.low < right->interval.low ? -1 : left->interval.low > right->interval.low;
}

static gboolean
has_domain (const Weak *taken, guint n, guint domain)
{
  for (guint i = 0; i < n; i++)
    if (taken[i].domain == domain)
      return TRUE;
  return FALSE;
}

static void
add_topics (List *list)
{
  g_autoptr (GArray) weaks = g_array_new (FALSE, FALSE, sizeof (Weak));
  Weak taken[CHARTER_EXAM_NEXT_TOPICS];
  guint n_taken = 0;

  for (guint i = 0; i < charter_domains_get_n (list->domains); i++)
    add_weak (weaks, read_domain (list, i));
  for (guint i = 0; i < list->report->n_topics; i++)
    add_weak (weaks, read_topic (list, &list->report->topics[i]));
  g_array_sort (weaks, compare_weak);
  for (guint i = 0; i < weaks->len && n_taken < CHARTER_EXAM_NEXT_TOPICS; i++)
    {
      const Weak *weak = &g_array_index (weaks, Weak, i);
      CharterExamNext next = { .kind = CHARTER_NEXT_TOPIC,
                               .subject = weak->title,
                               .n_right = weak->n_right,
                               .n_asked = weak->n,
                               .interval = weak->interval };

      if (has_domain (taken, n_taken, weak->domain))
        continue;
      next.items = find_practice (list, is_of, weak);
      if (next.items->len >= CHARTER_EXAM_NEXT_LEAST)
        taken[n_taken++] = *weak;
      add (list, next, CHARTER_EXAM_NEXT_LEAST, CHARTER_EXAM_NEXT_ITEMS);
    }
}

/* ---- time ---- */

static gboolean
is_any (const List *list, CharterPack *pack, const CharterItem *item, gconstpointer data)
{
  guint index;

  return charter_domains_find (list->domains, pack, item->topic, &index);
}

static void
add_pace (List *list, const CharterExamPace *pace)
{
  CharterExamNext next = { .kind = CHARTER_NEXT_PACE, .n = pace->n_open };

  if (pace->given == 0 || (pace->n_open == 0 && pace->n_rushed_wrong == 0))
    return;
  next.seconds = (guint)MAX (pace->given / G_TIME_SPAN_SECOND, 1);
  next.items = find_practice (list, is_any, NULL);
  add (list, next, CHARTER_EXAM_NEXT_LEAST, CHARTER_EXAM_NEXT_ITEMS);
}

/* ---- what is drawn from ---- */

static gboolean
has_asked_from (const CharterReport *report, const CharterPack *pack)
{
  for (guint i = 0; i < report->n_items; i++)
    if (g_str_equal (report->items[i].step->pack->id, pack->id))
      return TRUE;
  return FALSE;
}

/* Returns: (transfer container) */
static GPtrArray *
choose_packs (const CharterReport *report, const CharterExam *exam, CharterPack *home, GPtrArray *packs)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < packs->len; i++)
    {
      CharterPack *pack = packs->pdata[i];

      if (g_str_equal (pack->id, home->id) || has_asked_from (report, pack)
          || (exam != NULL && charter_first_answers_are_in (home, exam, pack)))
        g_ptr_array_add (chosen, pack);
    }
  return chosen;
}

GArray *
charter_exam_next_list (const CharterReport *report,
                        const CharterExam *exam,
                        CharterPack *home,
                        const CharterExamPace *pace,
                        const CharterDomains *domains,
                        GPtrArray *packs,
                        GHashTable *held,
                        guint64 seed)
{
  g_autoptr (GPtrArray) drawn_from = choose_packs (report, exam, home, packs);
  List list = { report, domains, drawn_from, held, seed, g_array_new (FALSE, FALSE, sizeof (CharterExamNext)) };

  g_array_set_clear_func (list.found, clear_next);
  add_answers (&list, CHARTER_NEXT_SURE, charter_report_item_is_sure_but_wrong);
  add_idea (&list);
  add_topics (&list);
  add_pace (&list, pace);
  add_answers (&list, CHARTER_NEXT_GUESSED, charter_report_item_is_guessed_right);
  return list.found;
}
