/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cases stand in days.txt; what must hold for every queue is tried on queues that are drawn. */

#include "charter-cases.h"
#include "charter-due.h"

#include <stdlib.h>
#include <string.h>

#define TODAY 100

static CharterDuePlan
make_plan (void)
{
  return (CharterDuePlan){ .today = TODAY,
                           .weights = charter_weights_get_default (),
                           .retention = 0.9,
                           .new_a_day = CHARTER_DUE_NO_LIMIT,
                           .reviews_a_day = CHARTER_DUE_NO_LIMIT,
                           .seed = 1 };
}

/* The cases */

static void
read_memory (CharterDueCard *card, const char *text)
{
  char *at;

  g_assert_true (*text == 'S');
  card->memory = (CharterMemory){ g_ascii_strtod (text + 1, &at), 5 };
  g_assert_true (*at == '@');
  card->last_day = strtol (at + 1, &at, 10);
  g_assert_true (*at == '+');
  card->due_day = card->last_day + strtol (at + 1, &at, 10);
  card->lapsed = *at == '!';
  g_assert_true (at[card->lapsed] == '\0');
}

static CharterDueCard
read_card (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  CharterDueCard card = { .id = text[0], .topic = text[2] };
  guint i = 1;

  g_assert_true (strlen (words[0]) == 3 && text[1] == ':');
  if (g_str_equal (words[i], "-"))
    {
      card.suspended = TRUE;
      i++;
    }
  if (!g_str_equal (words[i], "new"))
    read_memory (&card, words[i]);
  g_assert_null (words[i + 1]);
  return card;
}

static GArray *
read_cards (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ", ", -1);
  GArray *cards = g_array_new (FALSE, FALSE, sizeof (CharterDueCard));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      CharterDueCard card = read_card (parts[i]);

      g_array_append_val (cards, card);
    }
  return cards;
}

static void
read_limit (const char *text, const char *name, guint *a_day, guint *done)
{
  const char *found = strstr (text, name);
  char *at;

  if (found == NULL)
    return;
  *a_day = strtoul (found + strlen (name), &at, 10);
  if (g_str_has_prefix (at, " of which "))
    *done = strtoul (at + strlen (" of which "), NULL, 10);
}

static char *
describe (GArray *queue, GArray *cards)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < queue->len; i++)
    {
      const CharterDue *due = &g_array_index (queue, CharterDue, i);
      char name = (char)g_array_index (cards, CharterDueCard, due->card).id;

      g_string_append_printf (text, "%s%c:", i > 0 ? " " : "", name);
      if (due->reason == CHARTER_DUE_OVERDUE)
        g_string_append_printf (text, "%d", due->overdue);
      else if (due->reason == CHARTER_DUE_TODAY)
        g_string_append (text, "today");
      else
        g_string_append (text, due->reason == CHARTER_DUE_NEW ? "new" : "again");
    }
  return g_string_free (text, FALSE);
}

static void
check (const CharterTestCase *test_case)
{
  g_autoptr (GArray) cards = read_cards (test_case->columns[0]);
  CharterDuePlan plan = make_plan ();
  g_autoptr (GArray) queue = NULL;
  g_autofree char *found = NULL;
  guint n_held_back;

  read_limit (test_case->columns[1], "new ", &plan.new_a_day, &plan.new_done);
  read_limit (test_case->columns[1], "reviews ", &plan.reviews_a_day, &plan.reviews_done);
  queue = charter_due_pick (&plan, (CharterDueCard *)cards->data, cards->len, &n_held_back);
  found = describe (queue, cards);
  if (!g_str_equal (found, test_case->columns[2]) || n_held_back != (guint)atoi (test_case->columns[3]))
    g_error ("%s:%u: %s\n  expected: %s, held back %s\n  found:    %s, held back %u", test_case->file, test_case->line,
             test_case->columns[0], test_case->columns[2], test_case->columns[3], found, n_held_back);
}

/* What is told of a card */

static void
test_explain (void)
{
  CharterDuePlan plan = make_plan ();
  CharterDueCard card = { .memory = { 10, 5 }, .last_day = 88, .due_day = 97 };
  CharterDue due = charter_due_explain (&plan, &card);

  g_assert_cmpint (due.reason, ==, CHARTER_DUE_OVERDUE);
  g_assert_cmpint (due.unseen, ==, 12);
  g_assert_cmpint (due.interval, ==, 9);
  g_assert_cmpint (due.overdue, ==, 3);
  g_assert_cmpfloat (due.recall, ==, charter_fsrs_get_recall (plan.weights, card.memory, 12));
  g_assert_cmpfloat (due.retention, ==, 0.9);

  card.due_day = 105;
  due = charter_due_explain (&plan, &card);
  g_assert_cmpint (due.reason, ==, CHARTER_DUE_LATER);
  g_assert_cmpint (due.overdue, ==, -5);
  card.suspended = TRUE;
  g_assert_cmpint (charter_due_explain (&plan, &card).reason, ==, CHARTER_DUE_SUSPENDED);
}

/* A clock that was set back: the last review is in the future. */
static void
test_set_back (void)
{
  CharterDuePlan plan = make_plan ();
  CharterDueCard card = { .memory = { 10, 5 }, .last_day = 120, .due_day = 130 };
  CharterDue due = charter_due_explain (&plan, &card);

  g_assert_cmpint (due.unseen, ==, 0);
  g_assert_cmpint (due.interval, ==, 10);
  g_assert_cmpint (due.reason, ==, CHARTER_DUE_LATER);
  g_assert_cmpfloat (due.recall, ==, 1);
}

/* What must hold for every queue */

#define MOST_CARDS 40

static guint
draw_cards (GRand *random, CharterDueCard *cards, guint most, int n_topics)
{
  guint n = g_rand_int_range (random, 0, (int)most + 1);

  for (guint i = 0; i < n; i++)
    {
      CharterDueCard *card = &cards[i];

      *card = (CharterDueCard){ .id = i + 1 };
      card->topic = g_rand_boolean (random) ? 0 : g_rand_int_range (random, 0, n_topics);
      card->suspended = g_rand_int_range (random, 0, 10) == 0;
      if (g_rand_int_range (random, 0, 4) == 0)
        continue;
      card->memory = (CharterMemory){ 1 + g_rand_int_range (random, 0, 5), 5 };
      card->last_day = TODAY - g_rand_int_range (random, 0, 6);
      card->due_day = card->last_day + g_rand_int_range (random, 0, 8);
      card->lapsed = card->due_day == card->last_day;
    }
  return n;
}

static gboolean
is_due (const CharterDueCard *card)
{
  return !card->suspended && (charter_memory_is_none (card->memory) || card->due_day <= TODAY);
}

/* Each card that is due, once, and no other */
static void
assert_complete (GArray *queue, const CharterDueCard *cards, guint n_cards)
{
  guint n_due = 0, seen[MOST_CARDS] = { 0 };

  for (guint i = 0; i < queue->len; i++)
    {
      guint card = g_array_index (queue, CharterDue, i).card;

      g_assert_cmpuint (seen[card]++, ==, 0);
      g_assert_true (is_due (&cards[card]));
    }
  for (guint i = 0; i < n_cards; i++)
    n_due += is_due (&cards[i]);
  g_assert_cmpuint (queue->len, ==, n_due);
}

static guint
topic_of (GArray *queue, const CharterDueCard *cards, guint i)
{
  return cards[g_array_index (queue, CharterDue, i).card].topic;
}

/* Two of a topic meet no more often than its number forces them to. */
static void
assert_mixed (GArray *queue, const CharterDueCard *cards)
{
  int n_meetings = 0, most = 0;

  for (guint i = 0; i < queue->len; i++)
    {
      int n = 0;

      n_meetings += i > 0 && topic_of (queue, cards, i) == topic_of (queue, cards, i - 1);
      for (guint j = 0; j < queue->len; j++)
        n += topic_of (queue, cards, j) == topic_of (queue, cards, i);
      most = MAX (most, n);
    }
  g_assert_cmpint (n_meetings, ==, MAX (2 * most - (int)queue->len - 1, 0));
}

/* Within a topic nothing was swapped: reviews by their chance of recall, then new ones as they came. */
static void
assert_urgent_first (GArray *queue, const CharterDueCard *cards)
{
  for (guint i = 0; i < queue->len; i++)
    for (guint j = i + 1; j < queue->len; j++)
      {
        const CharterDue *first = &g_array_index (queue, CharterDue, i),
                         *second = &g_array_index (queue, CharterDue, j);

        if (topic_of (queue, cards, i) != topic_of (queue, cards, j))
          continue;
        if (first->reason == CHARTER_DUE_NEW)
          g_assert_true (second->reason == CHARTER_DUE_NEW && first->card < second->card);
        else if (second->reason != CHARTER_DUE_NEW)
          g_assert_cmpfloat (first->recall, <=, second->recall);
      }
}

static void
test_any_queue (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 300; round++)
    {
      CharterDueCard cards[MOST_CARDS];
      guint n_cards = draw_cards (random, cards, MOST_CARDS, 6), n_held_back;
      CharterDuePlan plan = make_plan ();
      g_autoptr (GArray) queue = charter_due_pick (&plan, cards, n_cards, &n_held_back);

      g_assert_cmpuint (n_held_back, ==, 0);
      assert_complete (queue, cards, n_cards);
      assert_mixed (queue, cards);
      assert_urgent_first (queue, cards);
    }
}

/* A limit holds back, and what it holds back is no more urgent than what it lets through. */
static void
test_any_limit (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (guint round = 0; round < 300; round++)
    {
      CharterDueCard cards[MOST_CARDS];
      guint n_cards = draw_cards (random, cards, MOST_CARDS, 6), n_held_back, n_new = 0, n_counted = 0;
      CharterDuePlan plan = make_plan ();
      g_autoptr (GArray) all = charter_due_pick (&plan, cards, n_cards, NULL);
      g_autoptr (GArray) queue = NULL;
      gboolean kept[MOST_CARDS] = { FALSE };
      double highest = 0;

      plan.new_a_day = g_rand_int_range (random, 0, 8);
      plan.reviews_a_day = g_rand_int_range (random, 0, 20);
      queue = charter_due_pick (&plan, cards, n_cards, &n_held_back);
      g_assert_cmpuint (queue->len + n_held_back, ==, all->len);
      assert_mixed (queue, cards);
      for (guint i = 0; i < queue->len; i++)
        {
          const CharterDue *due = &g_array_index (queue, CharterDue, i);

          kept[due->card] = TRUE;
          n_new += due->reason == CHARTER_DUE_NEW;
          n_counted += due->reason != CHARTER_DUE_NEW && due->unseen > 0;
          if (due->reason != CHARTER_DUE_NEW && due->unseen > 0)
            highest = MAX (highest, due->recall);
        }
      g_assert_cmpuint (n_new, <=, plan.new_a_day);
      g_assert_cmpuint (n_counted, <=, plan.reviews_a_day);
      for (guint i = 0; i < all->len; i++)
        {
          const CharterDue *due = &g_array_index (all, CharterDue, i);

          if (!kept[due->card] && due->reason != CHARTER_DUE_NEW)
            g_assert_true (due->unseen > 0 && due->recall >= highest);
        }
    }
}

/* The order does not hang on how the cards are handed in, but on the seed. */
static void
test_seed (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  guint n_other = 0;

  for (guint round = 0; round < 100; round++)
    {
      CharterDueCard cards[MOST_CARDS], turned[MOST_CARDS];
      guint n_cards = draw_cards (random, cards, MOST_CARDS, 6);
      CharterDuePlan plan = make_plan (), other = make_plan ();
      g_autoptr (GArray) queue = NULL, of_turned = NULL, of_other = NULL;
      gboolean differs = FALSE;

      other.seed = 2;
      for (guint i = 0; i < n_cards; i++)
        {
          cards[i].suspended = charter_memory_is_none (cards[i].memory);
          turned[n_cards - 1 - i] = cards[i];
        }
      queue = charter_due_pick (&plan, cards, n_cards, NULL);
      of_turned = charter_due_pick (&plan, turned, n_cards, NULL);
      of_other = charter_due_pick (&other, cards, n_cards, NULL);
      g_assert_cmpuint (queue->len, ==, of_turned->len);
      for (guint i = 0; i < queue->len; i++)
        {
          guint card = g_array_index (queue, CharterDue, i).card;

          g_assert_cmpuint (card, ==, n_cards - 1 - g_array_index (of_turned, CharterDue, i).card);
          differs = differs || card != g_array_index (of_other, CharterDue, i).card;
        }
      n_other += differs;
    }
  g_assert_cmpuint (n_other, >, 10); /* few memories are quite alike */
}

/* Against all orders of a few cards: of those in which topics meet least, the queue is the one in which they meet
 * latest, and of those, the one that keeps to urgency longest. */

#define FEW 6

typedef struct {
  const guint *topics; /* of the cards, by urgency */
  guint n;
  guint order[FEW], best[FEW];
  guint fewest; /* meetings of the best */
} Orders;

static void try_orders (Orders *self, guint length, guint n_meetings, guint used);

/* Goes on with each card that meets its own topic, or with each that does not. */
static void
try_next (Orders *self, guint length, guint n_meetings, guint used, gboolean meeting)
{
  for (guint i = 0; i < self->n; i++)
    {
      gboolean meets = length > 0 && self->topics[self->order[length - 1]] == self->topics[i];

      if ((used & 1U << i) != 0 || meets != meeting)
        continue;
      self->order[length] = i;
      try_orders (self, length + 1, n_meetings + meeting, used | 1U << i);
    }
}

/* The better orders come first, so that the first of those with the fewest meetings is the best. */
static void
try_orders (Orders *self, guint length, guint n_meetings, guint used)
{
  if (length < self->n)
    {
      try_next (self, length, n_meetings, used, FALSE);
      try_next (self, length, n_meetings, used, TRUE);
    }
  else if (n_meetings < self->fewest)
    {
      self->fewest = n_meetings;
      memcpy (self->best, self->order, sizeof self->order);
    }
}

static void
test_every_order (void)
{
  CharterDuePlan plan = make_plan ();

  for (guint code = 0; code < 4 * 4 * 4 * 4 * 4 * 4; code++)
    {
      CharterDueCard cards[FEW] = { 0 };
      guint topics[FEW], rest = code;
      Orders orders = { .topics = topics, .n = FEW, .fewest = G_MAXUINT };
      g_autoptr (GArray) queue = NULL;

      for (guint i = 0; i < FEW; i++, rest /= 4)
        cards[i] = (CharterDueCard){ .topic = topics[i] = rest % 4 };
      queue = charter_due_pick (&plan, cards, FEW, NULL);
      try_orders (&orders, 0, 0, 0);
      for (guint i = 0; i < FEW; i++)
        g_assert_cmpuint (g_array_index (queue, CharterDue, i).card, ==, orders.best[i]);
    }
}

/* A year left alone is no reason to wait. */
static void
test_many (void)
{
  const guint n_cards = 50000;
  g_autofree CharterDueCard *cards = g_new0 (CharterDueCard, n_cards);
  CharterDuePlan plan = make_plan ();
  g_autoptr (GArray) queue = NULL;
  gint64 begin = g_get_monotonic_time ();

  for (guint i = 0; i < n_cards; i++)
    cards[i] = (CharterDueCard){ i, i * i % 97, { 1 + i % 50, 5 }, TODAY - (int)(i % 300), TODAY - 1, FALSE, FALSE };
  queue = charter_due_pick (&plan, cards, n_cards, NULL);
  g_test_message ("%u cards of 97 topics in %.0f ms", queue->len, (double)(g_get_monotonic_time () - begin) / 1000);
  g_assert_cmpuint (queue->len, ==, n_cards);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  charter_cases_add ("days.txt", "/due/cases", 4, check);
  g_test_add_func ("/due/explain", test_explain);
  g_test_add_func ("/due/set-back", test_set_back);
  g_test_add_func ("/due/any-queue", test_any_queue);
  g_test_add_func ("/due/any-limit", test_any_limit);
  g_test_add_func ("/due/seed", test_seed);
  g_test_add_func ("/due/every-order", test_every_order);
  g_test_add_func ("/due/many", test_many);
  return g_test_run ();
}
