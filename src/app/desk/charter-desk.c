/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-desk.h"

#include "charter-calculator-view.h"
#include "charter-formulae-view.h"

struct _CharterDesk {
  AdwBin parent_instance;

  CharterCalculatorView *calculator; /* NULL until it is taken */
  GSimpleActionGroup *actions;       /* owned */

  /* of the exam; the lesson is the pack's, or NULL */
  CharterPack *pack; /* owned */
  const CharterLesson *lesson;

  gboolean takes_number; /* the question's answer is one, and is still open */
};

G_DEFINE_FINAL_TYPE (CharterDesk, charter_desk, ADW_TYPE_BIN)

enum { INSERT, SHEET, N_SIGNALS };
static guint signals[N_SIGNALS];

static GSimpleAction *
get_action (CharterDesk *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));
}

/* ---- the calculator ---- */

static void
show_calculator (CharterDesk *self, gboolean shown)
{
  g_simple_action_set_state (get_action (self, "calculator"), g_variant_new_boolean (shown));
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
}

/* Who puts it away goes on with the question. */
static void
put_calculator_away (CharterDesk *self)
{
  gboolean inside = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  show_calculator (self, FALSE);
  if (inside)
    gtk_widget_activate_action (GTK_WIDGET (self), "page.enter", NULL);
}

static void
on_insert (CharterDesk *self, const char *words)
{
  g_signal_emit (self, signals[INSERT], 0, words);
  gtk_widget_activate_action (GTK_WIDGET (self), "page.enter", NULL);
}

static void
ensure_calculator (CharterDesk *self)
{
  if (self->calculator != NULL)
    return;
  self->calculator = CHARTER_CALCULATOR_VIEW (charter_calculator_view_new ());
  g_signal_connect_swapped (self->calculator, "close", G_CALLBACK (put_calculator_away), self);
  g_signal_connect_swapped (self->calculator, "insert", G_CALLBACK (on_insert), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->calculator));
}

static void
calculator_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterDesk *self = data;

  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      put_calculator_away (self);
      return;
    }
  ensure_calculator (self);
  charter_calculator_view_set_can_insert (self->calculator, self->takes_number);
  show_calculator (self, TRUE);
  charter_calculator_view_focus (self->calculator);
}

/* ---- the lesson ---- */

static gboolean
is_sheet_open (CharterDesk *self)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (get_action (self, "sheet")));

  return g_variant_get_boolean (state);
}

static void
sheet_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CharterDesk *self = data;

  g_simple_action_set_state (action, g_variant_new_boolean (!is_sheet_open (self)));
  g_signal_emit (self, signals[SHEET], 0);
}

const char *
charter_desk_get_sheet_title (CharterDesk *self)
{
  return is_sheet_open (self) ? self->lesson->title.plain : NULL;
}

GtkWidget *
charter_desk_create_sheet (CharterDesk *self)
{
  return charter_formulae_view_new (self->pack, self->lesson);
}

void
charter_desk_close_sheet (CharterDesk *self)
{
  g_simple_action_set_state (get_action (self, "sheet"), g_variant_new_boolean (FALSE));
}

static void
find_sheet (CharterDesk *self, const CharterLook *look)
{
  g_autoptr (CharterPack) pack = NULL;
  const CharterLesson *lesson = charter_look_find_sheet (look, &pack);

  /* What lies open stays, although its pack may have left the library meanwhile. */
  if (lesson == NULL && is_sheet_open (self))
    return;
  g_clear_pointer (&self->pack, charter_pack_unref);
  self->pack = lesson != NULL ? g_steal_pointer (&pack) : NULL;
  self->lesson = lesson;
}

/* ---- the question beside it ---- */

static gboolean
takes_number (const CharterLook *look)
{
  CharterStand stand = charter_look_get_stand (look);

  return charter_look_is_number (look) && stand != CHARTER_STAND_LOCKED && !charter_look_is_answered (look);
}

void
charter_desk_show (CharterDesk *self, const CharterLook *look, gboolean question)
{
  gboolean allowed = charter_look_has_calculator (look);

  find_sheet (self, look);
  g_simple_action_set_enabled (get_action (self, "sheet"), question && self->lesson != NULL);
  g_simple_action_set_enabled (get_action (self, "calculator"), allowed && question && !is_sheet_open (self));
  if (question && !allowed)
    show_calculator (self, FALSE);
  self->takes_number = takes_number (look);
  if (self->calculator != NULL)
    charter_calculator_view_set_can_insert (self->calculator, self->takes_number);
}

/* ---- the object ---- */

GActionGroup *
charter_desk_get_actions (CharterDesk *self)
{
  return G_ACTION_GROUP (self->actions);
}

static void
charter_desk_dispose (GObject *object)
{
  g_clear_object (&CHARTER_DESK (object)->actions);
  g_clear_pointer (&CHARTER_DESK (object)->pack, charter_pack_unref);
  G_OBJECT_CLASS (charter_desk_parent_class)->dispose (object);
}

static void
charter_desk_class_init (CharterDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = charter_desk_dispose;
  signals[INSERT]
    = g_signal_new ("insert", CHARTER_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SHEET] = g_signal_new ("sheet", CHARTER_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static const GActionEntry actions[] = {
  { "calculator", calculator_action, NULL, "false", NULL },
  { "sheet", sheet_action, NULL, "false", NULL },
};

static void
charter_desk_init (CharterDesk *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
