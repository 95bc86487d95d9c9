/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of an exam. Whether a bank can meet them is said when items are drawn. */
#include "charter-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
read_draws (CharterReader *reader, const CharterElement *element, CharterExam *exam)
{
  CharterDraw *draws = charter_arena_new_n (reader->arena, CharterDraw, charter_element_count (element, EL_DRAW));
  const CharterPack *pack = charter_pack_builder_get_pack (reader->builder);

  charter_element_foreach (child, element, EL_DRAW)
  {
    CharterDraw *draw = &draws[exam->n_draws++];
    const char *from = charter_element_get (child, AT_FROM), *reserve = charter_element_get (child, AT_RESERVE);
    gboolean of_pack = strchr (from, '.') && !strchr (from, '#');

    draw->reserve = !reserve || *reserve == 'p' ? CHARTER_DRAW_PRACTICE
                    : *reserve == 'm'           ? CHARTER_DRAW_MOCK
                                                : CHARTER_DRAW_ALL;
    if (!of_pack)
      draw->from = charter_reader_read_ref (reader, child, AT_FROM, CHARTER_INDEX_MASK (CHARTER_INDEX_GROUP));
    else
      draw->from = charter_arena_strdup (reader->arena, from);
    if (of_pack && strcmp (from, pack->id) != 0 && !(pack->uses && g_strv_contains (pack->uses, from)))
      charter_reader_error (reader, "unknown-pack", child, AT_FROM,
                            g_strdup_printf (_ ("items are drawn from the pack “%s”"), from),
                            g_strdup (_ ("a pack that is referred to is named in “info”")),
                            g_strdup_printf (_ ("add <use pack=\"%s\"/> to “info”"), from));
  }
  exam->draws = draws;
}

/* Returns: the names with one space between, each once */
static const char *
read_names (CharterReader *reader, const CharterElement *element, CharterAttribute attribute)
{
  g_auto (GStrv) names = g_strsplit_set (charter_element_get (element, attribute), " \t\n\r", -1);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) list = NULL;
  g_autofree char *value = NULL;

  for (char **name = names; *name; name++)
    if (**name && g_hash_table_add (known, *name))
      g_strv_builder_add (found, *name);
  list = g_strv_builder_end (found);
  value = g_strjoinv (" ", list);
  return charter_arena_strdup (reader->arena, value);
}

static const char *
read_share_value (CharterReader *reader, const CharterElement *element, CharterShare *share)
{
  const char *topic = charter_element_get (element, AT_TOPIC), *approach = charter_element_get (element, AT_APPROACH);
  const char *kind = charter_element_get (element, AT_KIND);

  if ((topic != NULL) + (approach != NULL) + (kind != NULL) != 1)
    charter_reader_error (reader, "missing-attribute", element, AT_NONE,
                          g_strdup (_ ("it is not clear what this is a share of")),
                          g_strdup (_ ("a share has one of “topic”, “approach” and “kind”")),
                          g_strdup (_ ("write one of them, and no other")));
  share->of = topic ? CHARTER_SHARE_TOPIC : approach ? CHARTER_SHARE_APPROACH : CHARTER_SHARE_KIND;
  if (topic)
    return charter_reader_read_ref (reader, element, AT_TOPIC, CHARTER_INDEX_MASK (CHARTER_INDEX_TOPIC));
  return approach || kind ? read_names (reader, element, approach ? AT_APPROACH : AT_KIND) : NULL;
}

/* Tells of each name that a share before has too. */
static void
check_names (CharterReader *reader,
             const CharterElement *element,
             const CharterShare *shares,
             const CharterShare *share)
{
  g_auto (GStrv) names = g_strsplit (share->value ? share->value : "", " ", -1);

  for (const CharterShare *before = shares; before < share; before++)
    for (char **name = names; *name; name++)
      if (before->of == share->of && charter_share_names (before, *name))
        charter_reader_error (reader, "too-many", element, AT_NONE,
                              g_strdup_printf (_ ("a second share of “%s”"), *name),
                              g_strdup (_ ("each topic, approach and kind has one share")),
                              g_strdup (_ ("put them into one")));
}

static void
read_shares (CharterReader *reader, const CharterElement *element, CharterExam *exam)
{
  CharterShare *shares = charter_arena_new_n (reader->arena, CharterShare, charter_element_count (element, EL_SHARE));
  double sums[3] = { 0 };

  charter_element_foreach (child, element, EL_SHARE)
  {
    CharterShare *share = &shares[exam->n_shares++];
    double before;

    share->value = read_share_value (reader, child, share);
    check_names (reader, child, shares, share);
    share->percent = charter_element_get_number (child, AT_PERCENT, 0);
    before = sums[share->of];
    sums[share->of] += share->percent;
    if (before <= 100 && sums[share->of] > 100 + 1e-9)
      charter_reader_error (reader, "shares", child, AT_PERCENT,
                            g_strdup_printf (_ ("with this share it is %g per cent"), sums[share->of]),
                            g_strdup (
                              _ ("the shares of topics, of approaches and of kinds are 100 per cent each, or less")),
                            g_strdup (_ ("make some of them smaller")));
  }
  exam->shares = shares;
}

static void
read_stage (CharterReader *reader, const CharterElement *element, CharterStage *stage)
{
  stage->title = charter_read_child_text (reader, element, EL_TITLE);
  switch ((guint)element->kind)
    {
    case EL_BREAK:
      stage->kind = CHARTER_STAGE_BREAK;
      stage->minutes = charter_element_get_count (element, AT_MINUTES);
      break;
    case EL_WARN:
      stage->kind = CHARTER_STAGE_WARN;
      stage->minutes = charter_element_get_count (element, AT_MINUTES_LEFT);
      break;
    default:
      stage->kind = CHARTER_STAGE_SECTION;
      stage->id = charter_arena_strdup (reader->arena, charter_element_get (element, AT_ID));
      stage->items = charter_element_get_count (element, AT_ITEMS);
      stage->cases = charter_element_get_count (element, AT_CASES);
    }
}

static void
read_stages (CharterReader *reader, const CharterElement *element, CharterExam *exam)
{
  guint n = charter_element_count (element, EL_EXAM_SECTION) + charter_element_count (element, EL_BREAK)
            + charter_element_count (element, EL_WARN);
  CharterStage *stages = charter_arena_new_n (reader->arena, CharterStage, n);
  g_autofree const char **taken = g_new0 (const char *, n + 1);

  for (const CharterElement *child = element->first; child; child = child->next)
    if (child->kind == EL_EXAM_SECTION || child->kind == EL_BREAK || child->kind == EL_WARN)
      {
        CharterStage *stage = &stages[exam->n_stages];

        read_stage (reader, child, stage);
        if (stage->id)
          charter_reader_check_local_id (reader, child, stage->id, taken, exam->n_stages);
        taken[exam->n_stages++] = stage->id;
      }
  exam->stages = stages;
}

static void
read_sources (CharterReader *reader, const CharterElement *element, CharterExam *exam)
{
  CharterSource *sources
    = charter_arena_new_n (reader->arena, CharterSource, charter_element_count (element, EL_SOURCE));

  charter_element_foreach (child, element, EL_SOURCE) sources[exam->n_sources++] = charter_read_source (reader, child);
  exam->sources = sources;
}

static void
check_count (CharterReader *reader, const CharterElement *element, CharterAttribute attribute, const char *found)
{
  if (charter_element_get_count (element, attribute) == 0)
    charter_reader_error (reader, "bad-value", element, attribute, g_strdup (found),
                          g_strdup (_ ("a whole number from 1")), g_strdup (_ ("write a larger number")));
}

static void
check_unscored (CharterReader *reader, const CharterElement *element, const CharterExam *exam)
{
  if (exam->unscored > 0 && exam->unscored >= exam->items)
    charter_reader_error (reader, "bad-value", element, AT_UNSCORED, g_strdup (_ ("no item of the exam counts")),
                          g_strdup (_ ("“unscored” is less than “items”")), g_strdup (_ ("write a smaller number")));
}

static void
check_sections (CharterReader *reader, const CharterElement *element, const CharterExam *exam)
{
  guint sum = 0;

  for (guint i = 0; i < exam->n_stages; i++)
    sum += exam->stages[i].items;
  if (sum > exam->items)
    charter_reader_error (reader, "bad-value", element, AT_ITEMS,
                          g_strdup_printf (_ ("the sections hold %u items, and the exam has %u"), sum, exam->items),
                          g_strdup (_ ("the sections together hold no more items than the exam")),
                          g_strdup (_ ("change “items” of the exam or of its sections")));
}

static void
check_warnings (CharterReader *reader, const CharterElement *element, const CharterExam *exam)
{
  charter_element_foreach (child, element,
                           EL_WARN) if (charter_element_get_count (child, AT_MINUTES_LEFT) >= exam->minutes)
    charter_reader_error (reader, "bad-value", child, AT_MINUTES_LEFT,
                          g_strdup (_ ("this warning would come before the exam begins")),
                          g_strdup_printf (_ ("fewer minutes than the exam has, %u"), exam->minutes),
                          g_strdup (_ ("write a smaller number")));
}

void
charter_read_exam (CharterReader *reader, const CharterElement *element)
{
  CharterExam exam = { 0 };

  exam.id = charter_reader_claim_id (reader, element, CHARTER_INDEX_EXAM, NULL);
  exam.minutes = charter_element_get_count (element, AT_MINUTES);
  exam.items = charter_element_get_count (element, AT_ITEMS);
  exam.unscored = charter_element_get_count (element, AT_UNSCORED);
  exam.pass = charter_element_get_number (element, AT_PASS, -1);
  exam.calculator = charter_element_is_true (element, AT_CALCULATOR);
  exam.sheet = charter_reader_read_ref (reader, element, AT_SHEET, CHARTER_INDEX_MASK (CHARTER_INDEX_LESSON));
  exam.title = charter_read_child_text (reader, element, EL_TITLE);
  exam.summary = charter_read_child_text (reader, element, EL_SUMMARY);
  check_count (reader, element, AT_MINUTES, _ ("the exam has no time"));
  check_count (reader, element, AT_ITEMS, _ ("the exam has no items"));
  check_unscored (reader, element, &exam);
  read_sources (reader, element, &exam);
  read_draws (reader, element, &exam);
  read_shares (reader, element, &exam);
  read_stages (reader, element, &exam);
  check_sections (reader, element, &exam);
  check_warnings (reader, element, &exam);
  if (!reader->strict_fault)
    charter_pack_builder_add_exam (reader->builder, &exam);
}
