/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-question-marker.h"

#include <glib/gi18n.h>

#include "charter-marker.h"

struct _CharterQuestionMarker {
  GObject parent_instance;

  GtkWidget *page; /* borrowed */
  GtkWidget *stem; /* weak */
  CharterMarker *marker;
  guint n_situation; /* passages of the situation, which come first: they are read before the question */
  GSimpleActionGroup *actions;
  CharterLook look;       /* its session is owned */
  CharterMarkPlace meant; /* by the menu */
};

G_DEFINE_FINAL_TYPE (CharterQuestionMarker, charter_question_marker, G_TYPE_OBJECT)

enum { CHANGED, TOLD, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- showing ------------------------------------------------------------------------------------------------------ */

/* Returns: what the passage is of */
static CharterHighlightOf
get_of (CharterQuestionMarker *self, guint passage)
{
  return passage < self->n_situation ? CHARTER_HIGHLIGHT_OF_SITUATION : CHARTER_HIGHLIGHT_OF_QUESTION;
}

/* Returns: which passage the first of these is */
static guint
get_first (CharterQuestionMarker *self, CharterHighlightOf of)
{
  return of == CHARTER_HIGHLIGHT_OF_QUESTION ? self->n_situation : 0;
}

/* The pack may have changed since: what is shown is what was meant, or nothing. */
static gboolean
still_stands (CharterQuestionMarker *self, guint passage, const CharterHighlight *highlight)
{
  g_autofree char *words = NULL;
  const char *text;

  if (passage >= charter_marker_get_n_passages (self->marker))
    return FALSE;
  text = charter_marker_get_text (self->marker, passage);
  if (highlight->end > g_utf8_strlen (text, -1))
    return FALSE;
  words = g_utf8_substring (text, highlight->start, highlight->end);
  return g_str_equal (words, highlight->words);
}

static void
show_of (CharterQuestionMarker *self, CharterHighlightOf of)
{
  GPtrArray *highlights = charter_session_get_highlights (self->look.session, self->look.position, of);

  for (guint i = 0; highlights != NULL && i < highlights->len; i++)
    {
      const CharterHighlight *highlight = g_ptr_array_index (highlights, i);
      guint passage = get_first (self, of) + highlight->text;
      if (get_of (self, passage) == of && still_stands (self, passage, highlight))
        charter_marker_add_mark (self->marker, passage, highlight->start, highlight->end, "");
    }
}

static void
show (CharterQuestionMarker *self)
{
  charter_marker_clear_marks (self->marker);
  show_of (self, CHARTER_HIGHLIGHT_OF_SITUATION);
  show_of (self, CHARTER_HIGHLIGHT_OF_QUESTION);
  charter_marker_show (self->marker);
}

void
charter_question_marker_set_look (CharterQuestionMarker *self,
                                  GtkWidget *situation,
                                  GtkWidget *stem,
                                  const CharterLook *look)
{
  g_set_object (&self->look.session, look->session);
  self->look.position = look->position;
  g_set_weak_pointer (&self->stem, stem);
  charter_marker_clear_passages (self->marker);
  charter_marker_add_passages (self->marker, situation);
  self->n_situation = charter_marker_get_n_passages (self->marker);
  charter_marker_add_passages (self->marker, stem);
  show (self);
}

/* --- highlighting ------------------------------------------------------------------------------------------------- */

static guint
find_where_keys_begin (CharterQuestionMarker *self)
{
  gboolean seen = self->stem != NULL && gtk_widget_get_mapped (self->stem);

  return get_first (self, seen ? CHARTER_HIGHLIGHT_OF_QUESTION : CHARTER_HIGHLIGHT_OF_SITUATION);
}

/* Not where one only looks back. */
static gboolean
can_mark (CharterQuestionMarker *self)
{
  return !charter_look_is_back (&self->look) && !charter_look_is_answered (&self->look);
}

static char *
dup_words (CharterQuestionMarker *self, const CharterMarkPlace *place)
{
  return g_utf8_substring (charter_marker_get_text (self->marker, place->passage), place->start, place->end);
}

static void
tell (CharterQuestionMarker *self, const char *told)
{
  show (self);
  g_signal_emit (self, signals[TOLD], 0, told);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mark (CharterQuestionMarker *self, const CharterMarkPlace *place)
{
  g_autofree char *words = dup_words (self, place);
  g_autofree char *told = g_strdup_printf (_ ("“%s” is highlighted."), words);
  CharterHighlightOf of = get_of (self, place->passage);

  charter_session_highlight (self->look.session, self->look.position, of, place->passage - get_first (self, of),
                             charter_marker_get_text (self->marker, place->passage), place->start, place->end);
  charter_marker_unselect (self->marker, place);
  tell (self, told);
}

static void
unmark (CharterQuestionMarker *self, const CharterMarkPlace *place)
{
  g_autofree char *words = dup_words (self, place);
  g_autofree char *told = g_strdup_printf (_ ("“%s” is no longer highlighted."), words);
  CharterHighlightOf of = get_of (self, place->passage);

  if (charter_session_unhighlight (self->look.session, self->look.position, of, place->passage - get_first (self, of),
                                   place->start))
    tell (self, told);
}

static void
mark_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterQuestionMarker *self = data;

  if (can_mark (self) && self->meant.passage < charter_marker_get_n_passages (self->marker))
    mark (self, &self->meant);
}

static void
on_selected (CharterQuestionMarker *self, const CharterMarkPlace *place)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (!can_mark (self))
    return;
  self->meant = *place;
  g_menu_append (menu, _ ("_Highlight"), "stem.highlight");
  charter_marker_show_menu (self->marker, place, G_MENU_MODEL (menu), _ ("Highlight"));
}

static void
on_pressed (CharterQuestionMarker *self, const CharterMarkPlace *place)
{
  if (can_mark (self))
    unmark (self, place);
}

static void
on_left (CharterQuestionMarker *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

void
charter_question_marker_act (CharterQuestionMarker *self)
{
  CharterMarkPlace place;

  if (!can_mark (self))
    return;
  if (charter_marker_get_selected (self->marker, &place))
    mark (self, &place);
  else if (charter_marker_get_at_cursor (self->marker, &place))
    unmark (self, &place);
  else if (charter_marker_begin_keys (self->marker, find_where_keys_begin (self)))
    g_signal_emit (self, signals[TOLD], 0,
                   _ ("Select words with Shift and the arrow keys, then press Ctrl+H. Escape ends it."));
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
charter_question_marker_dispose (GObject *object)
{
  CharterQuestionMarker *self = CHARTER_QUESTION_MARKER (object);

  if (self->marker != NULL)
    gtk_widget_insert_action_group (self->page, "stem", NULL);
  g_clear_weak_pointer (&self->stem);
  g_clear_object (&self->marker);
  g_clear_object (&self->actions);
  g_clear_object (&self->look.session);
  G_OBJECT_CLASS (charter_question_marker_parent_class)->dispose (object);
}

static guint
add_signal (const char *name, GType type)
{
  return g_signal_new (name, CHARTER_TYPE_QUESTION_MARKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       type != G_TYPE_NONE ? 1 : 0, type);
}

static void
charter_question_marker_class_init (CharterQuestionMarkerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = charter_question_marker_dispose;
  signals[CHANGED] = add_signal ("changed", G_TYPE_NONE);
  signals[TOLD] = add_signal ("told", G_TYPE_STRING);
  signals[LEFT] = add_signal ("left", G_TYPE_NONE);
}

static const GActionEntry actions[] = {
  { "highlight", mark_action, NULL, NULL, NULL },
};

static void
charter_question_marker_init (CharterQuestionMarker *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions), self);
}

CharterQuestionMarker *
charter_question_marker_new (GtkWidget *page)
{
  CharterQuestionMarker *self = g_object_new (CHARTER_TYPE_QUESTION_MARKER, NULL);

  self->page = page;
  self->marker = charter_marker_new (page);
  gtk_widget_insert_action_group (page, "stem", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (self->marker, "selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marker, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marker, "left", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  return self;
}
