/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-due.h"

static CharterDueReason
find_reason (const CharterDueCard *card, int today)
{
  if (card->suspended)
    return CHARTER_DUE_SUSPENDED;
  if (charter_memory_is_none (card->memory))
    return CHARTER_DUE_NEW;
  if (card->due_day > today)
    return CHARTER_DUE_LATER;
  if (card->lapsed)
    return CHARTER_DUE_RELEARNING;
  return card->due_day < today ? CHARTER_DUE_OVERDUE : CHARTER_DUE_TODAY;
}

CharterDue
charter_due_explain (const CharterDuePlan *plan, const CharterDueCard *card)
{
  CharterDue due = { .reason = find_reason (card, plan->today) };

  if (charter_memory_is_none (card->memory))
    return due;
  due.unseen = MAX (plan->today - card->last_day, 0);
  due.interval = MAX (card->due_day - card->last_day, 0);
  due.overdue = plan->today - card->due_day;
  due.recall = charter_fsrs_get_recall (plan->weights, card->memory, due.unseen);
  due.retention = plan->retention;
  return due;
}

/* Urgency */

/* The finisher of SplitMix64 (Steele, Lea and Flood, 2014), which leaves no trace of what was near to what. */
static guint64
stir (guint64 id, guint64 seed)
{
  guint64 z = id + seed * 0x9e3779b97f4a7c15;

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

typedef struct {
  const CharterDuePlan *plan;
  const CharterDueCard *cards;
} Deck;

static int
compare_urgency (gconstpointer a, gconstpointer b, gpointer data)
{
  const CharterDue *first = a, *second = b;
  const Deck *deck = data;
  guint64 first_stirred, second_stirred;

  if (first->recall != second->recall)
    return first->recall < second->recall ? -1 : 1;
  if (first->overdue != second->overdue)
    return first->overdue > second->overdue ? -1 : 1;
  first_stirred = stir (deck->cards[first->card].id, deck->plan->seed);
  second_stirred = stir (deck->cards[second->card].id, deck->plan->seed);
  return (first_stirred > second_stirred) - (first_stirred < second_stirred);
}

/* Adds what fits to the queue; the others are counted. */
static guint
add_up_to (GArray *queue, GArray *found, const Deck *deck, guint room)
{
  guint n_held_back = 0;

  for (guint i = 0; i < found->len; i++)
    {
      CharterDue *due = &g_array_index (found, CharterDue, i);
      const CharterDueCard *card = &deck->cards[due->card];
      gboolean was_counted = due->reason != CHARTER_DUE_NEW && card->last_day == deck->plan->today;

      if (room == 0 && !was_counted)
        {
          n_held_back++;
          continue;
        }
      if (!was_counted)
        room--;
      g_array_append_vals (queue, due, 1);
    }
  return n_held_back;
}

/* Each: what of the cards is due, in the order in which it is to be asked if topics did not matter. */
static void
find_due (const Deck *deck, guint n_cards, GArray *reviews, GArray *news)
{
  for (guint i = 0; i < n_cards; i++)
    {
      CharterDue due = charter_due_explain (deck->plan, &deck->cards[i]);

      due.card = i;
      if (due.reason == CHARTER_DUE_NEW)
        g_array_append_val (news, due);
      else if (due.reason != CHARTER_DUE_LATER && due.reason != CHARTER_DUE_SUSPENDED)
        g_array_append_val (reviews, due);
    }
  g_array_sort_with_data (reviews, compare_urgency, (gpointer)deck);
}

/* Mixing */

/* A topic's cards, from the next on. */
typedef struct {
  guint *places; /* in the queue before it is mixed */
  guint next, n;
} Topic;

typedef struct {
  GArray *topics;     /* of Topic */
  guint *places;      /* of all topics, one topic after the other */
  guint n_left;       /* cards */
  guint last;         /* the topic of the card before; none at the beginning */
  guint most, second; /* cards left of the topic that has most, and of the one after it */
} Mix;

#define NO_TOPIC G_MAXUINT

static Topic *
get_topic (const Mix *mix, guint i)
{
  return &g_array_index (mix->topics, Topic, i);
}

static guint
get_left (const Topic *topic)
{
  return topic->n - topic->next;
}

static void
mix_clear (Mix *mix)
{
  g_clear_pointer (&mix->topics, g_array_unref);
  g_clear_pointer (&mix->places, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Mix, mix_clear)

/* The topic of each card of the queue, by the order in which they first come; counts their cards.
 * Returns: (transfer full) */
static guint *
list_topics (Mix *mix, GArray *queue, const CharterDueCard *cards)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL); /* to places in topics, from 1 */
  guint *topics = g_new (guint, queue->len);

  for (guint i = 0; i < queue->len; i++)
    {
      gpointer name = GUINT_TO_POINTER (cards[g_array_index (queue, CharterDue, i).card].topic);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (known, name));

      if (place == 0)
        {
          g_array_set_size (mix->topics, mix->topics->len + 1);
          place = mix->topics->len;
          g_hash_table_insert (known, name, GUINT_TO_POINTER (place));
        }
      topics[i] = place - 1;
      get_topic (mix, place - 1)->n++;
    }
  return topics;
}

static void
mix_init (Mix *mix, GArray *queue, const CharterDueCard *cards)
{
  g_autofree guint *topics = NULL;
  guint *places;

  mix->topics = g_array_new (FALSE, TRUE, sizeof (Topic));
  mix->n_left = queue->len;
  mix->last = NO_TOPIC;
  topics = list_topics (mix, queue, cards);
  places = mix->places = g_new (guint, queue->len);
  for (guint i = 0; i < mix->topics->len; i++)
    {
      get_topic (mix, i)->places = places;
      places += get_topic (mix, i)->n;
    }
  for (guint i = 0; i < queue->len; i++)
    {
      Topic *topic = get_topic (mix, topics[i]);

      topic->places[topic->next++] = i;
    }
  for (guint i = 0; i < mix->topics->len; i++)
    get_topic (mix, i)->next = 0;
}

static void
find_most (Mix *mix)
{
  mix->most = mix->second = 0;
  for (guint i = 0; i < mix->topics->len; i++)
    {
      guint left = get_left (get_topic (mix, i));

      mix->second = MAX (mix->second, MIN (left, mix->most));
      mix->most = MAX (mix->most, left);
    }
}

/* How often two of a topic meet at the least, if a topic's next card comes now. Say that n cards are left after it. Of
 * c cards of another topic, n − c others can keep n − c + 1 apart: 2c − n − 1 meet. Of its own topic none can stand at
 * once: 2c − n meet. Only one topic at a time can have so many. */
static guint
count_meetings (const Mix *mix, guint i)
{
  guint left = get_left (get_topic (mix, i));
  int n = (int)mix->n_left - 1;
  int others = 2 * (int)(left == mix->most ? mix->second : mix->most) - n - 1;
  int own = 2 * ((int)left - 1) - n;

  return (guint)MAX (MAX (others, own), 0) + (i == mix->last);
}

/* How good it is to go on with a topic; the less, the better, and what comes first tells most. */
typedef struct {
  guint n_meetings;
  gboolean meets; /* the card before is of the same topic */
  guint place;    /* of its card in the queue before it is mixed */
} Choice;

static gboolean
is_better (Choice choice, Choice other)
{
  if (choice.n_meetings != other.n_meetings)
    return choice.n_meetings < other.n_meetings;
  if (choice.meets != other.meets)
    return other.meets;
  return choice.place < other.place;
}

/* The topic of the most urgent card with which no more of a topic meet than must, nor now what can meet later. */
static guint
choose_topic (Mix *mix)
{
  Choice best = { G_MAXUINT, TRUE, G_MAXUINT };
  guint chosen = NO_TOPIC;

  find_most (mix);
  for (guint i = 0; i < mix->topics->len; i++)
    {
      const Topic *topic = get_topic (mix, i);
      Choice choice;

      if (get_left (topic) == 0)
        continue;
      choice = (Choice){ count_meetings (mix, i), i == mix->last, topic->places[topic->next] };
      if (!is_better (choice, best))
        continue;
      best = choice;
      chosen = i;
    }
  return chosen;
}

/* Returns: (transfer full) the queue with its topics mixed */
static GArray *
mix_topics (GArray *queue, const CharterDueCard *cards)
{
  GArray *mixed = g_array_sized_new (FALSE, FALSE, sizeof (CharterDue), queue->len);
  g_auto (Mix) mix = { 0 };

  mix_init (&mix, queue, cards);
  for (; mix.n_left > 0; mix.n_left--)
    {
      Topic *topic;

      mix.last = choose_topic (&mix);
      topic = get_topic (&mix, mix.last);
      g_array_append_val (mixed, g_array_index (queue, CharterDue, topic->places[topic->next]));
      topic->next++;
    }
  return mixed;
}

/* The queue */

static guint
get_room (guint a_day, guint done)
{
  if (a_day == CHARTER_DUE_NO_LIMIT)
    return a_day;
  return a_day > done ? a_day - done : 0;
}

GArray *
charter_due_pick (const CharterDuePlan *plan, const CharterDueCard *cards, guint n_cards, guint *n_held_back)
{
  g_autoptr (GArray) reviews = g_array_new (FALSE, FALSE, sizeof (CharterDue));
  g_autoptr (GArray) news = g_array_new (FALSE, FALSE, sizeof (CharterDue));
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (CharterDue));
  Deck deck = { plan, cards };
  guint n;

  find_due (&deck, n_cards, reviews, news);
  n = add_up_to (queue, reviews, &deck, get_room (plan->reviews_a_day, plan->reviews_done));
  n += add_up_to (queue, news, &deck, get_room (plan->new_a_day, plan->new_done));
  if (n_held_back != NULL)
    *n_held_back = n;
  return mix_topics (queue, cards);
}
