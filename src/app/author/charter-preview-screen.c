/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-preview-screen.h"

#include <glib/gi18n.h>

#include "charter-blocks-view.h"
#include "charter-case-page.h"
#include "charter-ending-page.h"
#include "charter-lesson-view.h"
#include "charter-question-page.h"
#include "charter-study-walk.h"
#include "charter-text-label.h"

#define SEED 1 /* the same whenever it is shown, so that options keep their places */

typedef struct {
  CharterPreviewScreen *screen;
  CharterStudy *study;
  CharterLibrary *library;
  CharterProof *proof;
  const CharterPreviewScreen *before;
} Making;

void
charter_preview_screen_clear (CharterPreviewScreen *screen)
{
  g_clear_object (&screen->session);
  g_clear_object (&screen->walk);
  screen->widget = NULL;
  screen->exam = NULL;
}

/* ---- questions ---- */

/* The step of an item, which in another paper may be another. Returns: FALSE where it has none. */
static gboolean
find_step (CharterSession *session, const char *id, guint *position)
{
  CharterPath *path = charter_session_get_path (session);

  for (guint i = 0; i < charter_path_get_n_steps (path); i++)
    if (g_str_equal (charter_path_get_step (path, i)->item->id, id))
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

/* Read again as what it says, for its ids were another pack's. Where one of them is gone nothing is chosen. */
static CharterResponse *
dup_response (CharterResponse *old, const CharterItem *item)
{
  g_autofree char *words = charter_response_to_string (old);
  CharterResponseShape shape = charter_item_kind_response_shape (item->kind);
  g_autoptr (CharterResponse) response = charter_response_parse (shape, words, NULL);

  for (guint i = 0; response != NULL && i < charter_response_get_n (response); i++)
    {
      CharterPairing pairing = charter_response_get (response, i);

      if (charter_item_find_part (item, pairing.source) == NULL
          && charter_item_find_slot (item, pairing.source) == NULL)
        return NULL;
      if (pairing.target != NULL && charter_item_find_part (item, pairing.target) == NULL
          && charter_item_find_slot (item, pairing.target) == NULL)
        return NULL;
    }
  return g_steal_pointer (&response);
}

/* What was chosen is chosen again, what was answered is answered again, in the study that forgets. */
static void
answer_again (Making *making, CharterSession *session, guint position)
{
  const CharterItem *item = charter_path_get_step (charter_session_get_path (session), position)->item;
  CharterSession *old = making->before->session;
  g_autoptr (CharterResponse) response = NULL;
  guint before;

  if (old == NULL || !find_step (old, item->id, &before))
    return;
  response = dup_response (charter_session_get_response (old, before), item);
  if (response == NULL || charter_response_is_empty (response))
    return;
  charter_session_set_response (session, response);
  if (charter_session_get_stand (old, before) == CHARTER_STAND_ANSWERED
      && charter_response_is_complete (response, item))
    charter_study_answer (making->study, session, NULL);
}

static void
make_question (Making *making, const char *id)
{
  const char *items[] = { id, NULL };
  g_autoptr (CharterSession) session
    = charter_study_begin (making->study, making->proof->pack, NULL, items, SEED, CHARTER_MOOD_STUDY, NULL);

  if (session == NULL)
    return;
  answer_again (making, session, 0);
  making->screen->widget = charter_question_page_new (making->study, session);
  making->screen->session = g_steal_pointer (&session);
}

/* ---- words ---- */

static GtkWidget *
make_page (GtkWidget **box)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (*box, "lesson");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), *box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), clamp);
  return scroll;
}

static void
add_text (GtkWidget *box, CharterPack *pack, const CharterText *text, const char *style)
{
  GtkWidget *label;

  if (*text->plain == '\0')
    return;
  label = charter_text_label_new (pack, text);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

static void
make_words (Making *making, const CharterText *title, const CharterText *summary, CharterBlocks blocks)
{
  CharterPack *pack = making->proof->pack;
  GtkWidget *box;

  making->screen->widget = make_page (&box);
  add_text (box, pack, title, "lesson-title");
  if (summary != NULL)
    add_text (box, pack, summary, NULL);
  if (blocks.n_blocks > 0)
    gtk_box_append (GTK_BOX (box), charter_blocks_view_new (pack, blocks));
}

static void
make_head (Making *making)
{
  CharterPack *pack = making->proof->pack;

  make_words (making, &pack->title, &pack->summary, (CharterBlocks){ 0 });
}

static gboolean
has_items (const CharterOutline *outline, guint group)
{
  guint child = charter_outline_first_child (outline, group);

  while (child != CHARTER_OUTLINE_NONE && !charter_element_is_item (charter_outline_get (outline, child)->kind))
    child = charter_outline_next_sibling (outline, child);
  return child != CHARTER_OUTLINE_NONE;
}

/* A scenario begins with its first question, which stands beside the situation. */
static void
make_group (Making *making, const CharterGroup *group, guint unit)
{
  if (group->n_items > 0)
    make_question (making, group->items[0]->id);
  else if (!has_items (making->proof->outline, unit))
    make_words (making, &group->title, &group->summary, group->situation);
}

void
charter_preview_screen_make_lesson (CharterPreviewScreen *screen,
                                    CharterPack *pack,
                                    const CharterLesson *lesson,
                                    const CharterSection *section)
{
  *screen = (CharterPreviewScreen){ .widget = charter_lesson_view_new () };
  charter_lesson_view_show (CHARTER_LESSON_VIEW (screen->widget), NULL, pack, lesson, section);
}

static void
make_lesson (Making *making, const CharterLesson *lesson, const CharterSection *section)
{
  charter_preview_screen_make_lesson (making->screen, making->proof->pack, lesson, section);
}

/* ---- exams ---- */

/* As it is written here, and not as the library may have it. */
static GPtrArray *
list_packs (Making *making)
{
  CharterPack *home = making->proof->pack;
  GPtrArray *packs;

  if (making->library != NULL)
    return charter_library_list_packs_with (making->library, home);
  packs = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);
  g_ptr_array_add (packs, charter_pack_ref (home));
  return packs;
}

static void
make_exam (Making *making, const CharterExam *exam)
{
  g_autoptr (GPtrArray) packs = list_packs (making);
  GtkWidget *preview = charter_preview_exam_new (making->study, making->proof->pack, exam, packs, making->before->exam);
  GtkWidget *box;

  making->screen->widget = make_page (&box);
  making->screen->exam = CHARTER_PREVIEW_EXAM (preview);
  add_text (box, making->proof->pack, &exam->title, "lesson-title");
  add_text (box, making->proof->pack, &exam->summary, NULL);
  gtk_box_append (GTK_BOX (box), preview);
}

/* ---- cases ---- */

static gboolean
repeat (CharterWalk *walk, const CharterCase *story, const CharterScene *scene, const CharterMove *move)
{
  return charter_walk_repeat (walk, scene->id, move->id, story->scenes[move->to].id,
                              charter_move_grade_name (move->grade), 0);
}

/* The moves that lead to the scene with the fewest of them, from the last to the first. */
static GArray *
find_way (const CharterCase *story, guint target)
{
  GArray *way = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *from = g_new (guint, story->n_scenes);
  g_autofree guint *queue = g_new (guint, story->n_scenes);
  guint n = 1;

  for (guint i = 0; i < story->n_scenes; i++)
    from[i] = G_MAXUINT;
  queue[0] = from[0] = 0;
  for (guint at = 0; at < n; at++)
    for (guint m = 0; m < story->scenes[queue[at]].n_moves; m++)
      {
        guint to = story->scenes[queue[at]].moves[m].to;

        if (from[to] == G_MAXUINT)
          {
            from[to] = queue[at];
            queue[n++] = to;
          }
      }
  for (guint scene = target; scene != 0 && from[scene] != G_MAXUINT; scene = from[scene])
    g_array_append_val (way, scene);
  return way;
}

static const CharterMove *
find_move (const CharterScene *scene, guint to)
{
  for (guint i = 0; i < scene->n_moves; i++)
    if (scene->moves[i].to == to)
      return &scene->moves[i];
  return NULL;
}

static void
walk_to (CharterWalk *walk, const CharterCase *story, guint target)
{
  g_autoptr (GArray) way = find_way (story, target);

  for (guint i = way->len; i-- > 0;)
    {
      const CharterScene *scene = charter_walk_get_scene (walk);
      const CharterMove *move = find_move (scene, g_array_index (way, guint, i));

      if (move == NULL || !repeat (walk, story, scene, move))
        return;
      charter_walk_go_on (walk);
    }
}

/* The moves that somebody made in the preview, as far as the case still has them. */
static void
walk_again (CharterWalk *walk, CharterWalk *old)
{
  guint n = charter_walk_get_n_turns (old);

  for (guint i = 0; i < n; i++)
    {
      const CharterTurn *turn = charter_walk_get_turn (old, i);

      if (!charter_walk_repeat (walk, turn->scene->id, turn->move->id,
                                charter_walk_get_case (old)->scenes[turn->move->to].id,
                                charter_move_grade_name (turn->move->grade), 0))
        return;
      if (i + 1 < n || charter_walk_get_stand (old) != CHARTER_WALK_TOLD)
        charter_walk_go_on (walk);
    }
}

static const char *
get_scene_id (CharterWalk *walk)
{
  return charter_walk_get_scene (walk)->id;
}

/* scene: where the author is, or NULL. */
static void
make_case (Making *making, const CharterCase *story, const char *scene)
{
  CharterPack *pack = making->proof->pack;
  CharterWalk *old = making->before->walk;
  gboolean same = old != NULL && g_str_equal (charter_walk_get_case (old)->id, story->id)
                  && (scene == NULL || g_str_equal (get_scene_id (old), scene));
  g_autoptr (CharterWalk) walk = charter_study_begin_walk (making->study, pack, story->id, SEED, NULL);

  if (walk == NULL)
    return;
  if (same)
    walk_again (walk, old);
  for (guint i = 0; !same && scene != NULL && i < story->n_scenes; i++)
    if (g_str_equal (story->scenes[i].id, scene))
      walk_to (walk, story, i);
  making->screen->widget = charter_walk_get_stand (walk) == CHARTER_WALK_OVER
                             ? charter_ending_page_new (making->study, walk)
                             : charter_case_page_new (making->study, walk);
  making->screen->walk = g_steal_pointer (&walk);
}

/* ---- which of them ---- */

static char *
dup_scene_id (const CharterOutline *outline, guint element)
{
  CharterElementKind kind = EL_NONE;

  while (element != CHARTER_OUTLINE_NONE && (kind = charter_outline_get (outline, element)->kind) != EL_SCENE
         && kind != EL_ENDING)
    element = charter_outline_get (outline, element)->parent;
  return element != CHARTER_OUTLINE_NONE ? charter_outline_dup_value (outline, element, "id") : NULL;
}

static void
make_named (Making *making, CharterElementKind kind, const char *id, guint element)
{
  CharterPack *pack = making->proof->pack;
  g_autofree char *scene = dup_scene_id (making->proof->outline, element);
  gconstpointer found;

  if (charter_element_is_item (kind) && charter_pack_find_item (pack, id) != NULL)
    make_question (making, id);
  else if (kind == EL_SECTION && (found = charter_pack_find_section (pack, id)) != NULL)
    make_lesson (making, ((const CharterSection *)found)->lesson, found);
  else if (kind == EL_LESSON && (found = charter_pack_find_lesson (pack, id)) != NULL)
    make_lesson (making, found, NULL);
  else if ((kind == EL_SCENARIO || kind == EL_BANK) && (found = charter_pack_find_group (pack, id)) != NULL)
    make_group (making, found, charter_outline_find_unit (making->proof->outline, element));
  else if (kind == EL_CASE && (found = charter_pack_find_case (pack, id)) != NULL)
    make_case (making, found, scene);
  else if (kind == EL_EXAM && (found = charter_pack_find_exam (pack, id)) != NULL)
    make_exam (making, found);
  else if (kind == EL_ENTRY && (found = charter_pack_find_entry (pack, id)) != NULL)
    make_words (making, &((const CharterEntry *)found)->name, NULL, ((const CharterEntry *)found)->meaning);
  else if (kind == EL_MISCONCEPTION && (found = charter_pack_find_misconception (pack, id)) != NULL)
    make_words (making, &((const CharterMisconception *)found)->title, NULL,
                ((const CharterMisconception *)found)->remedy);
}

void
charter_preview_screen_make (CharterPreviewScreen *screen,
                             CharterStudy *study,
                             CharterLibrary *library,
                             CharterProof *proof,
                             guint element,
                             const CharterPreviewScreen *before)
{
  Making making = { screen, study, library, proof, before };
  guint unit = charter_outline_find_unit (proof->outline, element);
  CharterElementKind kind = unit != CHARTER_OUTLINE_NONE ? charter_outline_get (proof->outline, unit)->kind : EL_PACK;
  g_autofree char *id = unit != CHARTER_OUTLINE_NONE ? charter_outline_dup_value (proof->outline, unit, "id") : NULL;

  *screen = (CharterPreviewScreen){ 0 };
  if (proof->pack == NULL)
    return;
  if (kind == EL_PACK)
    make_head (&making);
  else if (id != NULL)
    make_named (&making, kind, id, element);
}
