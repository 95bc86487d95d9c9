/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Branching cases: a graph in which every scene can be reached and every way comes to an end. */
#include "charter-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SEE_KINDS (CHARTER_INDEX_MASK (CHARTER_INDEX_LESSON) | CHARTER_INDEX_MASK (CHARTER_INDEX_SECTION))

static void
read_gauges (CharterReader *reader, const CharterElement *element, CharterCase *a_case)
{
  guint n = charter_element_count (element, EL_GAUGE);
  CharterGauge *gauges = charter_arena_new_n (reader->arena, CharterGauge, n);
  g_autofree const char **taken = g_new0 (const char *, n + 1);

  charter_element_foreach (child, element, EL_GAUGE)
  {
    CharterGauge *gauge = &gauges[a_case->n_gauges];

    gauge->id = charter_arena_strdup (reader->arena, charter_element_get (child, AT_ID));
    charter_reader_check_local_id (reader, child, gauge->id, taken, a_case->n_gauges);
    taken[a_case->n_gauges++] = gauge->id;
    gauge->start = charter_element_get_number (child, AT_START, 0);
    gauge->text = charter_read_child_text (reader, child, EL_TEXT);
  }
  a_case->gauges = gauges;
}

static int
find_gauge (const CharterCase *a_case, const char *id)
{
  for (guint i = 0; i < a_case->n_gauges; i++)
    if (strcmp (a_case->gauges[i].id, id) == 0)
      return (int)i;
  return -1;
}

static void
read_effects (CharterReader *reader, const CharterElement *element, const CharterCase *a_case, CharterMove *move)
{
  CharterEffect *effects
    = charter_arena_new_n (reader->arena, CharterEffect, charter_element_count (element, EL_EFFECT));

  charter_element_foreach (child, element, EL_EFFECT)
  {
    const char *id = charter_element_get (child, AT_GAUGE);
    int gauge = find_gauge (a_case, id);

    if (gauge < 0)
      charter_reader_error (reader, "broken-reference", child, AT_GAUGE,
                            g_strdup_printf (_ ("the case has no gauge “%s”"), id),
                            g_strdup (_ ("an effect names one of the case’s gauges")),
                            g_strdup (_ ("write the id of a gauge, or add the gauge")));
    else
      effects[move->n_effects++] = (CharterEffect){ (guint)gauge, charter_element_get_number (child, AT_BY, 0) };
  }
  move->effects = effects;
}

static CharterMoveGrade
read_grade (const CharterElement *element)
{
  const char *grade = charter_element_get (element, AT_GRADE);

  return *grade == 'b' ? CHARTER_MOVE_BEST : *grade == 'f' ? CHARTER_MOVE_FAIR : CHARTER_MOVE_POOR;
}

/* Scenes by id, as moves point forward. */
static void
find_scene (CharterReader *reader, const CharterElement *element, GHashTable *scenes, CharterMove *move)
{
  const char *to = charter_element_get (element, AT_TO);
  gpointer index;

  if (g_hash_table_lookup_extended (scenes, to, NULL, &index))
    move->to = GPOINTER_TO_UINT (index);
  else
    charter_reader_error (reader, "broken-reference", element, AT_TO,
                          g_strdup_printf (_ ("the case has no scene or ending “%s”"), to),
                          g_strdup (_ ("a move leads to a scene or ending of its case")),
                          g_strdup (_ ("write the id of one of them")));
}

static void
read_moves (CharterReader *reader,
            const CharterElement *element,
            const CharterCase *a_case,
            GHashTable *scenes,
            CharterScene *scene)
{
  guint n = charter_element_count (element, EL_MOVE);
  CharterMove *moves = charter_arena_new_n (reader->arena, CharterMove, n);
  g_autofree const char **taken = g_new0 (const char *, n + 1);

  charter_element_foreach (child, element, EL_MOVE)
  {
    CharterMove *move = &moves[scene->n_moves];

    move->id = charter_arena_strdup (reader->arena, charter_element_get (child, AT_ID));
    charter_reader_check_local_id (reader, child, move->id, taken, scene->n_moves);
    taken[scene->n_moves++] = move->id;
    move->grade = read_grade (child);
    move->text = charter_read_child_text (reader, child, EL_TEXT);
    move->why = charter_read_child_blocks (reader, child, EL_WHY);
    move->misconception
      = charter_reader_read_ref (reader, child, AT_MISCONCEPTION, CHARTER_INDEX_MASK (CHARTER_INDEX_MISCONCEPTION));
    find_scene (reader, child, scenes, move);
    read_effects (reader, child, a_case, move);
  }
  scene->moves = moves;
}

static gboolean
is_scene (const CharterElement *element)
{
  return element->kind == EL_SCENE || element->kind == EL_ENDING;
}

static GHashTable *
index_scenes (CharterReader *reader, const CharterElement *element)
{
  GHashTable *scenes = g_hash_table_new (g_str_hash, g_str_equal);

  for (const CharterElement *child = element->first; child; child = child->next)
    {
      const char *id = is_scene (child) ? charter_element_get (child, AT_ID) : NULL;

      if (id && g_hash_table_contains (scenes, id))
        charter_reader_check_local_id (reader, child, id, &id, 1);
      else if (id)
        g_hash_table_insert (scenes, (gpointer)id, GUINT_TO_POINTER (g_hash_table_size (scenes)));
    }
  return scenes;
}

static void
read_scenes (CharterReader *reader, const CharterElement *element, CharterCase *a_case)
{
  g_autoptr (GHashTable) ids = index_scenes (reader, element);
  guint n = charter_element_count (element, EL_SCENE) + charter_element_count (element, EL_ENDING);
  CharterScene *scenes = charter_arena_new_n (reader->arena, CharterScene, n);

  for (const CharterElement *child = element->first; child; child = child->next)
    {
      CharterScene *scene = &scenes[a_case->n_scenes];

      if (!is_scene (child))
        continue;
      scene->id = charter_arena_strdup (reader->arena, charter_element_get (child, AT_ID));
      scene->title = charter_read_child_text (reader, child, EL_TITLE);
      scene->blocks = charter_read_blocks (reader, child);
      read_moves (reader, child, a_case, ids, scene);
      a_case->n_scenes++;
    }
  a_case->scenes = scenes;
}

/* ---- the graph */

static void
visit_from_start (const CharterCase *a_case, gboolean *reached)
{
  g_autofree guint *queue = g_new (guint, a_case->n_scenes + 1);
  guint head = 0, tail = 0;

  queue[tail++] = 0;
  reached[0] = TRUE;
  while (head < tail)
    {
      const CharterScene *scene = &a_case->scenes[queue[head++]];

      for (guint i = 0; i < scene->n_moves; i++)
        if (!reached[scene->moves[i].to])
          {
            reached[scene->moves[i].to] = TRUE;
            queue[tail++] = scene->moves[i].to;
          }
    }
}

/* A scene comes to an end where one of its moves leads to a scene that does: repeated until nothing changes. */
static void
find_ending (const CharterCase *a_case, gboolean *ends)
{
  gboolean changed = TRUE;

  for (guint i = 0; i < a_case->n_scenes; i++)
    ends[i] = a_case->scenes[i].n_moves == 0;
  while (changed)
    {
      changed = FALSE;
      for (guint i = a_case->n_scenes; i > 0; i--)
        for (guint m = 0; !ends[i - 1] && m < a_case->scenes[i - 1].n_moves; m++)
          if (ends[a_case->scenes[i - 1].moves[m].to])
            changed = ends[i - 1] = TRUE;
    }
}

static void
check_graph (CharterReader *reader, const CharterElement *element, const CharterCase *a_case)
{
  g_autofree gboolean *reached = g_new0 (gboolean, a_case->n_scenes);
  g_autofree gboolean *ends = g_new0 (gboolean, a_case->n_scenes);
  guint i = 0;

  visit_from_start (a_case, reached);
  find_ending (a_case, ends);
  for (const CharterElement *child = element->first; child; child = child->next)
    {
      if (!is_scene (child))
        continue;
      if (!reached[i])
        charter_reader_error (reader, "unreachable", child, AT_NONE,
                              g_strdup_printf (_ ("nothing leads to “%s”"), a_case->scenes[i].id),
                              g_strdup (_ ("every scene and ending can be reached from the first scene")),
                              g_strdup (_ ("let a move lead there, or remove it")));
      else if (!ends[i])
        charter_reader_error (reader, "endless", child, AT_NONE,
                              g_strdup_printf (_ ("from “%s” no ending can be reached"), a_case->scenes[i].id),
                              g_strdup (_ ("every way comes to an ending")),
                              g_strdup (_ ("let one of its moves lead on towards an ending")));
      i++;
    }
}

void
charter_read_case (CharterReader *reader, const CharterElement *element)
{
  CharterCase *a_case = charter_arena_new_n (reader->arena, CharterCase, 1);

  a_case->id = charter_reader_claim_id (reader, element, CHARTER_INDEX_CASE, a_case);
  a_case->topic = charter_reader_read_ref (reader, element, AT_TOPIC, CHARTER_INDEX_MASK (CHARTER_INDEX_TOPIC));
  a_case->see = charter_reader_read_ref (reader, element, AT_SEE, SEE_KINDS);
  a_case->title = charter_read_child_text (reader, element, EL_TITLE);
  a_case->summary = charter_read_child_text (reader, element, EL_SUMMARY);
  read_gauges (reader, element, a_case);
  read_scenes (reader, element, a_case);
  if (!reader->strict_fault)
    check_graph (reader, element, a_case);
  if (!reader->strict_fault)
    charter_pack_builder_add_case (reader->builder, a_case);
}
