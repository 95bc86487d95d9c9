/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-case-page.h"

#include <glib/gi18n.h>

#include "charter-banner.h"
#include "charter-blocks-view.h"
#include "charter-case-start.h"
#include "charter-case-words.h"
#include "charter-choice-view.h"
#include "charter-gauges-view.h"
#include "charter-host.h"
#include "charter-idea-row.h"
#include "charter-key.h"
#include "charter-part-row.h"
#include "charter-way-out.h"
#include "charter-widget.h"
#include "charter-window.h"

struct _CharterCasePage {
  AdwBin parent_instance;

  /* template widgets */
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  CharterBanner *banner;
  GtkScrolledWindow *scroll;
  GtkWidget *content;
  CharterGaugesView *gauges;
  GtkWidget *heading;
  GtkLabel *heading_label;
  AdwBin *story_place;
  GtkLabel *task;
  AdwBin *moves_place;
  AdwBin *idea_place;
  GtkWidget *outcome;
  GtkLabel *changes;
  GtkButton *primary;

  /* owned */
  CharterStudy *study;
  CharterWalk *walk;

  GPtrArray *rows; /* CharterPartRow, one a move shown; owned by the list */
  int n_frames_to_wait;
  GtkRoot *root; /* borrowed while rooted */
  CharterHost *host; /* the same */
};

G_DEFINE_FINAL_TYPE (CharterCasePage, charter_case_page, ADW_TYPE_BIN)

/* ---- where things stand ---- */

static CharterWalkStand
get_stand (CharterCasePage *self)
{
  return charter_walk_get_stand (self->walk);
}

static gboolean
is_told (CharterCasePage *self)
{
  return get_stand (self) == CHARTER_WALK_TOLD;
}

/* The turn that is being told, or the next one. */
static guint
get_turn (CharterCasePage *self)
{
  return charter_walk_get_n_turns (self->walk) - (is_told (self) ? 1 : 0);
}

static const CharterMove *
get_shown_move (CharterCasePage *self, guint index)
{
  return &charter_walk_get_scene (self->walk)->moves[charter_walk_get_order (self->walk)[index]];
}

/* ---- showing ---- */

static void
show_gauges (CharterCasePage *self)
{
  guint n = charter_walk_get_n_turns (self->walk);

  charter_gauges_view_show (self->gauges, charter_walk_get_gauges (self->walk, n),
                            is_told (self) ? charter_walk_get_gauges (self->walk, n - 1) : NULL);
}

static void
on_row_activated (CharterCasePage *self, CharterPartRow *row)
{
  guint index;

  if (!g_ptr_array_find (self->rows, row, &index))
    return;
  charter_walk_choose (self->walk, get_shown_move (self, index));
  charter_study_keep_walk_place (self->study, self->walk);
  for (guint i = 0; i < self->rows->len; i++)
    charter_part_row_set_chosen (self->rows->pdata[i], i == index);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "case.go-on", get_stand (self) == CHARTER_WALK_CHOOSING);
}

static CharterPartRow *
create_row (CharterCasePage *self, guint index)
{
  const CharterMove *move = get_shown_move (self, index);
  g_autofree char *letter = charter_choice_letter (index);
  CharterPartRow *row
    = charter_part_row_new (charter_walk_get_pack (self->walk), move->id, move->text,
                            is_told (self) ? GTK_ACCESSIBLE_ROLE_LIST_ITEM : GTK_ACCESSIBLE_ROLE_RADIO);

  charter_part_row_set_badge (row, letter);
  charter_part_row_set_chosen (row, move == charter_walk_get_chosen (self->walk));
  return row;
}

/* All moves while one is to be chosen; afterwards the one that was made, with its why. What the others would have
 * brought is for another try. */
static void
show_moves (CharterCasePage *self)
{
  const CharterScene *scene = charter_walk_get_scene (self->walk);
  GtkWidget *list
    = charter_part_list_new (is_told (self) ? GTK_ACCESSIBLE_ROLE_LIST : GTK_ACCESSIBLE_ROLE_RADIO_GROUP, _ ("Moves"));

  g_ptr_array_set_size (self->rows, 0);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (on_row_activated), self);
  for (guint i = 0; i < scene->n_moves; i++)
    {
      const CharterMove *move = get_shown_move (self, i);
      CharterPartRow *row;

      if (is_told (self) && move != charter_walk_get_chosen (self->walk))
        continue;
      row = create_row (self, i);
      if (is_told (self))
        {
          gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
          charter_part_row_set_why (row, move->why);
        }
      g_ptr_array_add (self->rows, row);
      gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));
    }
  adw_bin_set_child (self->moves_place, list);
}

/* What the move often comes from, and what puts that right. */
static void
show_idea (CharterCasePage *self)
{
  g_autoptr (GArray) ideas = charter_report_ideas_new ();

  if (is_told (self))
    charter_report_ideas_add (ideas, charter_walk_get_pack (self->walk),
                              charter_walk_get_chosen (self->walk)->misconception);
  adw_bin_set_child (self->idea_place, charter_idea_row_new_group (ideas));
  gtk_widget_set_visible (GTK_WIDGET (self->idea_place), ideas->len > 0);
}

/* A status that appears is read out. */
static void
show_outcome (CharterCasePage *self)
{
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->outcome, FALSE);
  if (!is_told (self) || charter_walk_get_case (self->walk)->n_gauges == 0)
    return;
  words = charter_case_words_dup_changes (self->walk, get_turn (self));
  gtk_label_set_label (self->changes, words);
  gtk_widget_set_visible (self->outcome, TRUE);
  charter_widget_announce (GTK_WIDGET (self), words);
}

static gboolean
leads_to_an_ending (CharterCasePage *self)
{
  return charter_walk_get_case (self->walk)->scenes[charter_walk_get_chosen (self->walk)->to].n_moves == 0;
}

static const char *
primary_words (CharterCasePage *self)
{
  if (!is_told (self))
    return _ ("Make This Move");
  return leads_to_an_ending (self) ? _ ("See How It Ends") : _ ("Continue");
}

static void
show_actions (CharterCasePage *self)
{
  gboolean chosen = charter_walk_get_chosen (self->walk) != NULL;

  gtk_button_set_label (self->primary, primary_words (self));
  gtk_label_set_label (self->task, is_told (self) ? _ ("Your move") : _ ("Your next move"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "case.go-on", chosen && get_stand (self) != CHARTER_WALK_LOCKED);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_row_set_activatable (self->rows->pdata[i], get_stand (self) == CHARTER_WALK_CHOOSING);
}

/* Once all has been given its place: as far down as it takes to see what the move did, but no further than to the move.
 */
static gboolean
scroll_to_outcome (GtkWidget *content, GdkFrameClock *clock, gpointer data)
{
  CharterCasePage *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroll);
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t bounds;

  if (self->n_frames_to_wait-- > 0)
    return G_SOURCE_CONTINUE;
  if (is_told (self) && gtk_widget_compute_bounds (GTK_WIDGET (self->task), content, &bounds))
    gtk_adjustment_set_value (adjustment, MIN (end, bounds.origin.y));
  return G_SOURCE_REMOVE;
}

static void
reveal_outcome (CharterCasePage *self)
{
  if (!is_told (self))
    return;
  self->n_frames_to_wait = 1;
  gtk_widget_add_tick_callback (self->content, scroll_to_outcome, self, NULL);
}

/* What changes when a move is made. */
static void
show_state (CharterCasePage *self)
{
  show_gauges (self);
  show_moves (self);
  show_idea (self);
  show_outcome (self);
  show_actions (self);
  reveal_outcome (self);
}

static void
show_heading (CharterCasePage *self, const char *words)
{
  gtk_label_set_label (self->heading_label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_scene (CharterCasePage *self)
{
  const CharterScene *scene = charter_walk_get_scene (self->walk);
  g_autofree char *number = g_strdup_printf (_ ("Move %u"), get_turn (self) + 1);

  adw_window_title_set_subtitle (self->title, number);
  show_heading (self, *scene->title.plain != '\0' ? scene->title.plain : number);
  adw_bin_set_child (self->story_place, charter_blocks_view_new (charter_walk_get_pack (self->walk), scene->blocks));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
  show_state (self);
}

/* A new scene is read from its heading on; what a move did is followed by the way on. */
static void
focus_best (CharterCasePage *self)
{
  gtk_widget_grab_focus (is_told (self) ? GTK_WIDGET (self->primary) : self->heading);
}

/* ---- moving ---- */

static void
on_moved (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterCasePage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean safe = charter_study_move_finish (CHARTER_STUDY (study), result, &error);

  if (self->rows == NULL)
    return;
  if (!safe)
    charter_banner_tell_failure (self->banner, error);
  else
    charter_banner_set_revealed (self->banner, FALSE);
  show_state (self);
  focus_best (self);
}

static void
make_move (CharterCasePage *self)
{
  charter_study_move_async (self->study, self->walk, NULL, on_moved, g_object_ref (self));
  show_actions (self);
}

static void
go_on (CharterCasePage *self)
{
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  charter_walk_go_on (self->walk);
  charter_study_keep_walk_place (self->study, self->walk);
  if (get_stand (self) != CHARTER_WALK_OVER)
    {
      show_scene (self);
      focus_best (self);
    }
  else if (window != NULL)
    charter_case_show (window, self->study, self->walk, TRUE);
}

static void
go_on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterCasePage *self = CHARTER_CASE_PAGE (widget);

  if (is_told (self))
    go_on (self);
  else if (get_stand (self) == CHARTER_WALK_CHOOSING && charter_walk_get_chosen (self->walk) != NULL)
    make_move (self);
}

static void
on_retry (CharterCasePage *self)
{
  charter_banner_set_revealed (self->banner, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "case.go-on", NULL);
}

/* ---- keys ---- */

/* A number or a letter. Returns: -1 for any other key */
static int
key_index (guint keyval)
{
  int number = charter_key_get_number (keyval);

  return number >= 0 ? number : charter_key_get_letter (keyval);
}

static gboolean
on_key_pressed (CharterCasePage *self, guint keyval, guint code, GdkModifierType modifiers)
{
  int index = key_index (keyval);

  if (index < 0 || index >= (int)self->rows->len || !charter_key_is_free (self->root, modifiers)
      || get_stand (self) != CHARTER_WALK_CHOOSING)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (self->rows->pdata[index]);
  on_row_activated (self, self->rows->pdata[index]);
  return GDK_EVENT_STOP;
}

/* On a move that is not the chosen one, Enter chooses it: nobody should make a move that they looked away from. */
static gboolean
has_another_row_focus (CharterCasePage *self)
{
  GtkWidget *focus = self->root != NULL ? gtk_root_get_focus (self->root) : NULL;
  guint index;

  return !is_told (self) && g_ptr_array_find (self->rows, focus, &index)
         && get_shown_move (self, index) != charter_walk_get_chosen (self->walk);
}

/* Enter opens what the move often comes from. */
static gboolean
has_idea_focus (CharterCasePage *self)
{
  GtkWidget *focus = self->root != NULL ? gtk_root_get_focus (self->root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->idea_place));
}

static gboolean
on_enter (CharterCasePage *self, guint keyval, guint code, GdkModifierType modifiers)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (!enter || !charter_key_is_free (self->root, modifiers) || has_another_row_focus (self) || has_idea_focus (self))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "case.go-on", NULL);
  return GDK_EVENT_STOP;
}

/* ---- narrow, pause and the rest of the window ---- */

static void
set_narrow (CharterCasePage *self, gboolean narrow)
{
  adw_header_bar_set_centering_policy (self->header, narrow ? ADW_CENTERING_POLICY_LOOSE : ADW_CENTERING_POLICY_STRICT);
  charter_gauges_view_set_narrow (self->gauges, narrow);
  gtk_widget_set_halign (GTK_WIDGET (self->primary), narrow ? GTK_ALIGN_FILL : GTK_ALIGN_END);
}

static void
on_narrow (CharterCasePage *self)
{
  set_narrow (self, charter_host_get_narrow (self->host));
}

/* The clock stands still while the window is not in use. */
static void
on_is_active (CharterCasePage *self)
{
  charter_walk_set_paused (self->walk, !gtk_window_is_active (GTK_WINDOW (self->root)));
}

static void
charter_case_page_root (GtkWidget *widget)
{
  CharterCasePage *self = CHARTER_CASE_PAGE (widget);

  GTK_WIDGET_CLASS (charter_case_page_parent_class)->root (widget);
  self->root = gtk_widget_get_root (widget);
  self->host = charter_host_of (widget);
  if (self->host != NULL)
    {
      g_signal_connect_swapped (self->host, "notify::narrow", G_CALLBACK (on_narrow), self);
      on_narrow (self);
    }
  if (GTK_IS_WINDOW (self->root))
    g_signal_connect_swapped (self->root, "notify::is-active", G_CALLBACK (on_is_active), self);
}

static void
charter_case_page_unroot (GtkWidget *widget)
{
  CharterCasePage *self = CHARTER_CASE_PAGE (widget);

  g_signal_handlers_disconnect_by_data (self->root, self);
  if (self->host != NULL)
    g_signal_handlers_disconnect_by_data (self->host, self);
  self->root = NULL;
  self->host = NULL;
  charter_study_keep_walk_place (self->study, self->walk);
  charter_walk_set_paused (self->walk, TRUE);
  GTK_WIDGET_CLASS (charter_case_page_parent_class)->unroot (widget);
}

/* The focus comes in at the scene, not at the header bar. */
static void
enter_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  focus_best (CHARTER_CASE_PAGE (widget));
}

static void
charter_case_page_dispose (GObject *object)
{
  CharterCasePage *self = CHARTER_CASE_PAGE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (charter_case_page_parent_class)->dispose (object);
}

static void
charter_case_page_finalize (GObject *object)
{
  CharterCasePage *self = CHARTER_CASE_PAGE (object);

  g_clear_object (&self->walk);
  g_clear_object (&self->study);
  G_OBJECT_CLASS (charter_case_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/org/charterstudy/Charter/case/charter-case-page.ui");
  gtk_widget_class_bind_template_child (klass, CharterCasePage, header);
  gtk_widget_class_bind_template_child (klass, CharterCasePage, title);
  gtk_widget_class_bind_template_child (klass, CharterCasePage, banner);
  gtk_widget_class_bind_template_child (klass, CharterCasePage, scroll);
  gtk_widget_class_bind_template_child (klass, CharterCasePage, content);
  gtk_widget_class_bind_template_child (klass, CharterCasePage, gauges);
  gtk_widget_class_bind_template_child (klass, CharterCasePage, heading);
  gtk_widget_class_bind_template_child (klass, CharterCasePage, heading_label);
  gtk_widget_class_bind_template_child (klass, CharterCasePage, story_place);
  gtk_widget_class_bind_template_child (klass, CharterCasePage, task);
  gtk_widget_class_bind_template_child (klass, CharterCasePage, moves_place);
  gtk_widget_class_bind_template_child (klass, CharterCasePage, idea_place);
  gtk_widget_class_bind_template_child (klass, CharterCasePage, outcome);
  gtk_widget_class_bind_template_child (klass, CharterCasePage, changes);
  gtk_widget_class_bind_template_child (klass, CharterCasePage, primary);
  gtk_widget_class_bind_template_callback (klass, on_retry);
}

static void
charter_case_page_class_init (CharterCasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_case_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_case_page_finalize;
  widget_class->root = charter_case_page_root;
  widget_class->unroot = charter_case_page_unroot;

  g_type_ensure (CHARTER_TYPE_BANNER);
  g_type_ensure (CHARTER_TYPE_GAUGES_VIEW);
  g_type_ensure (CHARTER_TYPE_WAY_OUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.enter", NULL, enter_action);
  gtk_widget_class_install_action (widget_class, "case.go-on", NULL, go_on_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
}

static void
charter_case_page_init (CharterCasePage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *enter = gtk_event_controller_key_new ();

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (self->changes, "accessible-role", CHARTER_ROLE_STATUS, NULL);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (enter, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (enter, "key-pressed", G_CALLBACK (on_enter), self);
  gtk_widget_add_controller (self->content, enter);
}

/* What could not be brought back from a case that was left is told once. */
static void
show_note (CharterCasePage *self)
{
  g_autofree char *note = charter_study_dup_walk_note (self->study, self->walk);

  charter_banner_tell_note (self->banner, note);
}

GtkWidget *
charter_case_page_new (CharterStudy *study, CharterWalk *walk)
{
  CharterCasePage *self = g_object_new (CHARTER_TYPE_CASE_PAGE, NULL);

  self->study = g_object_ref (study);
  self->walk = g_object_ref (walk);
  adw_window_title_set_title (self->title, charter_walk_get_case (walk)->title.plain);
  charter_gauges_view_set_case (self->gauges, charter_walk_get_pack (walk), charter_walk_get_case (walk));
  charter_walk_set_paused (walk, FALSE);
  show_scene (self);
  show_note (self);
  return GTK_WIDGET (self);
}
