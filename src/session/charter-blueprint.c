/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-blueprint.h"

#include <glib/gi18n-lib.h>

#include "charter-random.h"

#define NUMBER 20 /* as many as can be answered in a sitting */

void
charter_blueprint_init (CharterBlueprint *self)
{
  *self = (CharterBlueprint){
    .easiest = CHARTER_EASIEST,
    .hardest = CHARTER_HARDEST,
    .number = NUMBER,
    .mood = CHARTER_MOOD_STUDY,
  };
}

void
charter_blueprint_clear (CharterBlueprint *self)
{
  g_clear_pointer (&self->topics, g_strfreev);
}

/* ---- what fits ---- */

static gboolean
is_wished (const CharterBlueprint *self, const char *topic)
{
  return g_strv_contains ((const char *const *)self->topics, topic);
}

static gboolean
fits_topics (const CharterBlueprint *self, const CharterPack *pack, const CharterItem *item)
{
  const CharterTopic *topic = charter_pack_find_topic (pack, item->topic);

  if (self->topics == NULL || (topic == NULL && is_wished (self, "")))
    return TRUE;
  for (; topic != NULL; topic = topic->parent)
    if (is_wished (self, topic->id))
      return TRUE;
  return FALSE;
}

static gboolean
fits_kinds (const CharterBlueprint *self, const CharterItem *item)
{
  return self->kinds == 0 || (self->kinds & 1u << item->kind) != 0;
}

static gboolean
fits_difficulty (const CharterBlueprint *self, const CharterItem *item)
{
  if (self->easiest <= CHARTER_EASIEST && self->hardest >= CHARTER_HARDEST)
    return TRUE;
  return item->difficulty >= (int)self->easiest && item->difficulty <= (int)self->hardest;
}

static gboolean
fits_mistakes (const CharterBlueprint *self, const CharterItem *item, GHashTable *mistakes)
{
  return !self->only_mistakes || (mistakes != NULL && g_hash_table_contains (mistakes, item->id));
}

/* without: wishes that are left out. */
static gboolean
fits (const CharterBlueprint *self,
      const CharterPack *pack,
      const CharterItem *item,
      GHashTable *mistakes,
      CharterWish without)
{
  return !item->reserved && ((without & CHARTER_WISH_TOPICS) != 0 || fits_topics (self, pack, item))
         && ((without & CHARTER_WISH_KINDS) != 0 || fits_kinds (self, item))
         && ((without & CHARTER_WISH_DIFFICULTY) != 0 || fits_difficulty (self, item))
         && ((without & CHARTER_WISH_MISTAKES) != 0 || fits_mistakes (self, item, mistakes));
}

static guint
count (const CharterBlueprint *self, const CharterPack *pack, GHashTable *mistakes, CharterWish without)
{
  guint n = 0;

  for (guint i = 0; i < pack->n_items; i++)
    n += fits (self, pack, pack->items[i], mistakes, without);
  return n;
}

guint
charter_blueprint_count (const CharterBlueprint *self, const CharterPack *pack, GHashTable *mistakes)
{
  return count (self, pack, mistakes, 0);
}

CharterWish
charter_blueprint_find_obstacles (const CharterBlueprint *self, const CharterPack *pack, GHashTable *mistakes)
{
  static const CharterWish wishes[]
    = { CHARTER_WISH_TOPICS, CHARTER_WISH_KINDS, CHARTER_WISH_DIFFICULTY, CHARTER_WISH_MISTAKES };
  CharterWish obstacles = 0;

  if (count (self, pack, mistakes, 0) > 0)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    if (count (self, pack, mistakes, wishes[i]) > 0)
      obstacles |= wishes[i];
  return obstacles;
}

char *
charter_blueprint_dup_advice (CharterWish obstacles)
{
  g_autoptr (GStrvBuilder) ways = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *joined = NULL;

  if (obstacles == 0)
    return g_strdup (_ ("No question fits. Loosen more than one of your wishes."));
  if (obstacles & CHARTER_WISH_TOPICS)
    g_strv_builder_add (ways, _ ("more topics"));
  if (obstacles & CHARTER_WISH_KINDS)
    g_strv_builder_add (ways, _ ("more kinds"));
  if (obstacles & CHARTER_WISH_DIFFICULTY)
    g_strv_builder_add (ways, _ ("a wider range of difficulty"));
  if (obstacles & CHARTER_WISH_MISTAKES)
    g_strv_builder_add (ways, _ ("more than your mistakes"));
  list = g_strv_builder_end (ways);
  joined = g_strjoinv (_ (", or "), list);
  /* Translators: what would help: “more topics, or more kinds”. */
  return g_strdup_printf (_ ("No question fits. Choose %s."), joined);
}

guint
charter_blueprint_count_minutes (guint n_questions, guint pace)
{
  return MAX (1, (n_questions * pace + 59) / 60);
}

/* ---- drawing ---- */

/* An item and its lot: the lowest are drawn, and come first. */
typedef struct {
  const CharterPack *pack;
  const CharterItem *item;
  guint64 lot;
  guint64 first; /* the lowest lot of all that stand together with it */
} Ticket;

/* The lot hangs on nothing but the seed and the item's id. The name in between keeps it apart from the seed by which
 * the item's own parts are shuffled. */
static void
add_ticket (GArray *tickets, const CharterPack *pack, const CharterItem *item, guint64 seed)
{
  guint64 lot = charter_random_derive (charter_random_derive (seed, "draw"), item->id);
  Ticket ticket = { pack, item, lot, lot };

  g_array_append_val (tickets, ticket);
}

static int
compare_numbers (guint64 a, guint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_lots (gconstpointer a, gconstpointer b)
{
  const Ticket *left = a, *right = b;
  int order = compare_numbers (left->first, right->first);

  if (order == 0)
    order = compare_numbers (left->lot, right->lot);
  if (order == 0)
    order = g_strcmp0 (left->item->id, right->item->id);
  return order != 0 ? order : g_strcmp0 (left->pack->id, right->pack->id);
}

/* Only a situation holds items together. Returns: (nullable) what holds this one */
static const CharterGroup *
find_situation (const Ticket *ticket)
{
  const CharterGroup *group = charter_pack_find_group (ticket->pack, ticket->item->group);

  return group != NULL && group->situation.n_blocks > 0 ? group : NULL;
}

/* Tickets are sorted by lot, so the first that is met of a scenario is its lowest. */
static void
bring_together (GArray *tickets)
{
  g_autoptr (GHashTable) firsts = g_hash_table_new (NULL, NULL); /* lots by the scenario */

  for (guint i = 0; i < tickets->len; i++)
    {
      Ticket *ticket = &g_array_index (tickets, Ticket, i);
      const CharterGroup *situation = find_situation (ticket);
      guint64 *first = situation != NULL ? g_hash_table_lookup (firsts, situation) : NULL;

      if (first != NULL)
        ticket->first = *first;
      else if (situation != NULL)
        g_hash_table_insert (firsts, (gpointer)situation, &ticket->lot);
    }
  g_array_sort (tickets, compare_lots);
}

/* number: 0 for all. */
static void
order (GArray *tickets, guint number)
{
  g_array_sort (tickets, compare_lots);
  if (number > 0 && tickets->len > number)
    g_array_set_size (tickets, number);
  bring_together (tickets);
}

const char **
charter_blueprint_draw (const CharterBlueprint *self, const CharterPack *pack, GHashTable *mistakes, guint64 seed)
{
  g_autoptr (GArray) tickets = g_array_new (FALSE, FALSE, sizeof (Ticket));
  const char **ids;

  for (guint i = 0; i < pack->n_items; i++)
    if (fits (self, pack, pack->items[i], mistakes, 0))
      add_ticket (tickets, pack, pack->items[i], seed);
  order (tickets, self->number);
  ids = g_new0 (const char *, tickets->len + 1);
  for (guint i = 0; i < tickets->len; i++)
    ids[i] = g_array_index (tickets, Ticket, i).item->id;
  return ids;
}

void
charter_blueprint_arrange (CharterPaperItem *items, guint n_items, guint64 seed)
{
  g_autoptr (GArray) tickets = g_array_new (FALSE, FALSE, sizeof (Ticket));

  for (guint i = 0; i < n_items; i++)
    add_ticket (tickets, items[i].pack, items[i].item, seed);
  order (tickets, 0);
  for (guint i = 0; i < n_items; i++)
    items[i] = (CharterPaperItem){ (CharterPack *)g_array_index (tickets, Ticket, i).pack,
                                   g_array_index (tickets, Ticket, i).item };
}

/* ---- remembering ---- */

static guint
load_number (GKeyFile *keys, const char *pack_id, const char *name, guint low, guint high, guint otherwise)
{
  g_autoptr (GError) error = NULL;
  gint64 number = g_key_file_get_int64 (keys, pack_id, name, &error);

  return error == NULL && number >= low && number <= high ? (guint)number : otherwise;
}

static guint
load_kinds (GKeyFile *keys, const char *pack_id)
{
  g_auto (GStrv) names = g_key_file_get_string_list (keys, pack_id, "kinds", NULL, NULL);
  guint kinds = 0;
  CharterItemKind kind;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (charter_item_kind_from_name (names[i], &kind))
      kinds |= 1u << kind;
  return kinds;
}

static CharterMood
load_mood (GKeyFile *keys, const char *pack_id)
{
  g_autofree char *mood = g_key_file_get_string (keys, pack_id, "mood", NULL);

  return g_strcmp0 (mood, "exam") == 0 ? CHARTER_MOOD_EXAM : CHARTER_MOOD_STUDY;
}

void
charter_blueprint_load (CharterBlueprint *self, GFile *file, const char *pack_id)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  charter_blueprint_clear (self);
  charter_blueprint_init (self);
  if (!g_key_file_load_from_file (keys, g_file_peek_path (file), G_KEY_FILE_NONE, NULL)
      || !g_key_file_has_group (keys, pack_id))
    return;
  self->topics = g_key_file_get_string_list (keys, pack_id, "topics", NULL, NULL);
  self->kinds = load_kinds (keys, pack_id);
  self->easiest = load_number (keys, pack_id, "easiest", CHARTER_EASIEST, CHARTER_HARDEST, self->easiest);
  self->hardest = load_number (keys, pack_id, "hardest", self->easiest, CHARTER_HARDEST, CHARTER_HARDEST);
  self->only_mistakes = g_key_file_get_boolean (keys, pack_id, "only-mistakes", NULL);
  self->number = load_number (keys, pack_id, "number", 0, G_MAXUINT16, self->number);
  self->mood = load_mood (keys, pack_id);
  self->pace = load_number (keys, pack_id, "pace", 0, G_MAXUINT16, self->pace);
}

static void
save_kinds (GKeyFile *keys, const char *pack_id, guint kinds)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < CHARTER_N_ITEM_KINDS; i++)
    if ((kinds & 1u << i) != 0)
      g_ptr_array_add (names, (gpointer)charter_item_kind_name (i));
  if (names->len > 0)
    g_key_file_set_string_list (keys, pack_id, "kinds", (const char *const *)names->pdata, names->len);
}

gboolean
charter_blueprint_save (const CharterBlueprint *self, GFile *file, const char *pack_id, GError **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (file));

  g_key_file_load_from_file (keys, g_file_peek_path (file), G_KEY_FILE_KEEP_COMMENTS, NULL);
  g_key_file_remove_group (keys, pack_id, NULL);
  if (self->topics != NULL)
    g_key_file_set_string_list (keys, pack_id, "topics", (const char *const *)self->topics,
                                g_strv_length (self->topics));
  save_kinds (keys, pack_id, self->kinds);
  g_key_file_set_uint64 (keys, pack_id, "easiest", self->easiest);
  g_key_file_set_uint64 (keys, pack_id, "hardest", self->hardest);
  g_key_file_set_boolean (keys, pack_id, "only-mistakes", self->only_mistakes);
  g_key_file_set_uint64 (keys, pack_id, "number", self->number);
  g_key_file_set_string (keys, pack_id, "mood", self->mood == CHARTER_MOOD_EXAM ? "exam" : "study");
  g_key_file_set_uint64 (keys, pack_id, "pace", self->pace);
  g_mkdir_with_parents (folder, 0700);
  return g_key_file_save_to_file (keys, g_file_peek_path (file), error);
}
