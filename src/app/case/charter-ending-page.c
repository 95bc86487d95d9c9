/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-ending-page.h"

#include <glib/gi18n.h>

#include "charter-attempt-menu.h"
#include "charter-blocks-view.h"
#include "charter-case-start.h"
#include "charter-case-words.h"
#include "charter-gauges-view.h"
#include "charter-part-row.h"
#include "charter-quiz.h"
#include "charter-walk-score.h"
#include "charter-way-out.h"
#include "charter-widget.h"
#include "charter-window.h"

#define BESIDE 240 /* px: buttons that are wider, with large text or long words, stand below the score */

struct _CharterEndingPage {
  AdwBin parent_instance;

  /* template widgets */
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkWidget *heading;
  GtkLabel *heading_label;
  AdwBin *story_place;
  CharterGaugesView *gauges;
  GtkWidget *hero;
  GtkLabel *percent;
  GtkLabel *facts;
  GtkWidget *buttons;
  AdwBin *way_place;
  GtkWidget *section_list;
  AdwActionRow *section_row;

  /* owned */
  CharterStudy *study;
  CharterWalk *walk;

  CharterWindow *window; /* borrowed while rooted */
};

G_DEFINE_FINAL_TYPE (CharterEndingPage, charter_ending_page, ADW_TYPE_BIN)

/* ---- what to do next ---- */

static void
again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterEndingPage *self = CHARTER_ENDING_PAGE (widget);

  if (self->window != NULL)
    charter_case_begin (self->window, self->study, charter_walk_get_pack (self->walk),
                        charter_walk_get_case (self->walk)->id, charter_quiz_draw_seed (), TRUE);
}

static void
done_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
on_section_activated (CharterEndingPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-see", "(ss)", charter_walk_get_pack (self->walk)->id,
                              charter_walk_get_case (self->walk)->see);
}

/* ---- showing ---- */

static guint
count_grade (CharterEndingPage *self, CharterMoveGrade grade)
{
  guint n = 0;

  for (guint i = 0; i < charter_walk_get_n_turns (self->walk); i++)
    n += charter_walk_get_turn (self->walk, i)->move->grade == grade ? 1 : 0;
  return n;
}

static void
show_score (CharterEndingPage *self)
{
  g_autofree char *percent = g_strdup_printf (_ ("%d%%"), (int)(charter_walk_score_share (self->walk) * 100 + .5));
  guint n = charter_walk_get_n_turns (self->walk);
  g_autofree char *moves = g_strdup_printf (ngettext ("%'u move", "%'u moves", n), n);
  /* Translators: how many moves, and how many of them were best, fair and poor. */
  g_autofree char *facts
    = g_strdup_printf (_ ("%s: %'u best, %'u fair, %'u poor"), moves, count_grade (self, CHARTER_MOVE_BEST),
                       count_grade (self, CHARTER_MOVE_FAIR), count_grade (self, CHARTER_MOVE_POOR));

  gtk_label_set_label (self->percent, percent);
  gtk_label_set_label (self->facts, facts);
}

static GtkWidget *
create_label (const char *words, const char *class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, class);
  return label;
}

/* The grade in an icon and in words, and the scene in which the move was made. */
static GtkWidget *
create_grade (const CharterTurn *turn)
{
  CharterMoveGrade grade = turn->move->grade;
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", charter_case_words_get_grade_icon (grade), "valign",
                                  GTK_ALIGN_START, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *words
    = g_object_new (GTK_TYPE_LABEL, "label", charter_case_words_get_grade (grade), "valign", GTK_ALIGN_START, NULL);

  gtk_widget_add_css_class (icon, "outcome");
  gtk_widget_add_css_class (icon, charter_case_words_get_grade_class (grade));
  gtk_widget_add_css_class (words, "caption-heading");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), words);
  if (*turn->scene->title.plain != '\0')
    gtk_box_append (GTK_BOX (line), create_label (turn->scene->title.plain, "caption"));
  return line;
}

/* What a screen reader says after the move's words. Returns: (transfer full) */
static char *
dup_spoken_outcome (CharterEndingPage *self, guint index)
{
  const CharterTurn *turn = charter_walk_get_turn (self->walk, index);
  const char *grade = charter_case_words_get_grade (turn->move->grade);
  g_autofree char *changes = charter_case_words_dup_changes (self->walk, index);

  if (*turn->scene->title.plain == '\0')
    return g_strdup_printf ("%s. %s", grade, changes);
  return g_strdup_printf ("%s. %s. %s", grade, turn->scene->title.plain, changes);
}

static GtkWidget *
create_turn_row (CharterEndingPage *self, guint index)
{
  const CharterTurn *turn = charter_walk_get_turn (self->walk, index);
  CharterPartRow *row = charter_part_row_new (charter_walk_get_pack (self->walk), turn->move->id, turn->move->text,
                                              GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_autofree char *badge = g_strdup_printf ("%u", index + 1);
  g_autofree char *changes = charter_case_words_dup_changes (self->walk, index);
  g_autofree char *outcome = dup_spoken_outcome (self, index);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  charter_part_row_set_badge (row, badge);
  charter_part_row_set_place (row, outcome);
  if (charter_walk_get_case (self->walk)->n_gauges > 0)
    charter_part_row_add_below (row, create_label (changes, "caption"));
  charter_part_row_add_below (row, create_grade (turn));
  charter_part_row_set_why (row, turn->move->why);
  return GTK_WIDGET (row);
}

static void
show_way (CharterEndingPage *self)
{
  GtkWidget *list = charter_part_list_new (GTK_ACCESSIBLE_ROLE_LIST, _ ("Your Way"));

  for (guint i = 0; i < charter_walk_get_n_turns (self->walk); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_turn_row (self, i));
  adw_bin_set_child (self->way_place, list);
}

static void
show_section (CharterEndingPage *self)
{
  const CharterSection *section
    = charter_pack_find_section (charter_walk_get_pack (self->walk), charter_walk_get_case (self->walk)->see);
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->section_list, section != NULL);
  if (section == NULL)
    return;
  words = g_strdup_printf ("%s · %s", section->lesson->title.plain, section->title.plain);
  adw_action_row_set_subtitle (self->section_row, words);
}

static void
show (CharterEndingPage *self)
{
  CharterPack *pack = charter_walk_get_pack (self->walk);
  const CharterCase *story = charter_walk_get_case (self->walk);
  const CharterScene *ending = charter_walk_get_scene (self->walk);

  adw_window_title_set_title (self->title, story->title.plain);
  gtk_label_set_label (self->heading_label, charter_case_words_get_ending (ending));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  charter_case_words_get_ending (ending), -1);
  adw_bin_set_child (self->story_place, charter_blocks_view_new (pack, ending->blocks));
  charter_gauges_view_set_case (self->gauges, pack, story);
  charter_gauges_view_show (self->gauges, charter_walk_get_gauges (self->walk, charter_walk_get_n_turns (self->walk)),
                            charter_walk_get_gauges (self->walk, 0));
  show_score (self);
  show_way (self);
  show_section (self);
}

/* ---- the object ---- */

static void
on_narrow (CharterEndingPage *self)
{
  gboolean narrow = charter_window_get_narrow (self->window);

  charter_gauges_view_set_narrow (self->gauges, narrow);
  charter_widget_place_buttons (GTK_ORIENTABLE (self->hero), self->buttons, narrow, BESIDE);
}

static void
charter_ending_page_root (GtkWidget *widget)
{
  CharterEndingPage *self = CHARTER_ENDING_PAGE (widget);

  GTK_WIDGET_CLASS (charter_ending_page_parent_class)->root (widget);
  self->window = charter_window_of (widget);
  if (self->window == NULL)
    return;
  g_signal_connect_swapped (self->window, "notify::narrow", G_CALLBACK (on_narrow), self);
  on_narrow (self);
}

static void
charter_ending_page_unroot (GtkWidget *widget)
{
  CharterEndingPage *self = CHARTER_ENDING_PAGE (widget);

  if (self->window != NULL)
    g_signal_handlers_disconnect_by_data (self->window, self);
  self->window = NULL;
  GTK_WIDGET_CLASS (charter_ending_page_parent_class)->unroot (widget);
}

/* The story is read to its end before anything else. */
static void
enter_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (CHARTER_ENDING_PAGE (widget)->heading);
}

static void
charter_ending_page_finalize (GObject *object)
{
  CharterEndingPage *self = CHARTER_ENDING_PAGE (object);

  g_clear_object (&self->walk);
  g_clear_object (&self->study);
  G_OBJECT_CLASS (charter_ending_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/org/charterstudy/Charter/case/charter-ending-page.ui");
  gtk_widget_class_bind_template_child (klass, CharterEndingPage, header);
  gtk_widget_class_bind_template_child (klass, CharterEndingPage, title);
  gtk_widget_class_bind_template_child (klass, CharterEndingPage, heading);
  gtk_widget_class_bind_template_child (klass, CharterEndingPage, heading_label);
  gtk_widget_class_bind_template_child (klass, CharterEndingPage, story_place);
  gtk_widget_class_bind_template_child (klass, CharterEndingPage, gauges);
  gtk_widget_class_bind_template_child (klass, CharterEndingPage, hero);
  gtk_widget_class_bind_template_child (klass, CharterEndingPage, percent);
  gtk_widget_class_bind_template_child (klass, CharterEndingPage, facts);
  gtk_widget_class_bind_template_child (klass, CharterEndingPage, buttons);
  gtk_widget_class_bind_template_child (klass, CharterEndingPage, way_place);
  gtk_widget_class_bind_template_child (klass, CharterEndingPage, section_list);
  gtk_widget_class_bind_template_child (klass, CharterEndingPage, section_row);
  gtk_widget_class_bind_template_callback (klass, on_section_activated);
}

static void
charter_ending_page_class_init (CharterEndingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_ending_page_finalize;
  widget_class->root = charter_ending_page_root;
  widget_class->unroot = charter_ending_page_unroot;

  g_type_ensure (CHARTER_TYPE_GAUGES_VIEW);
  g_type_ensure (CHARTER_TYPE_WAY_OUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.enter", NULL, enter_action);
  gtk_widget_class_install_action (widget_class, "ending.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "ending.done", NULL, done_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "ending.done", NULL);
}

static void
charter_ending_page_init (CharterEndingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
charter_ending_page_new (CharterStudy *study, CharterWalk *walk)
{
  CharterEndingPage *self = g_object_new (CHARTER_TYPE_ENDING_PAGE, NULL);

  g_return_val_if_fail (charter_walk_get_stand (walk) == CHARTER_WALK_OVER, NULL);

  self->study = g_object_ref (study);
  self->walk = g_object_ref (walk);
  charter_study_end_walk (study, walk);
  adw_header_bar_pack_end (self->header, charter_attempt_menu_new (study, charter_walk_get_id (walk), "ending.done"));
  show (self);
  return GTK_WIDGET (self);
}
