/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-report-item-row.h"

#include <glib/gi18n.h>

#include "charter-blocks-view.h"
#include "charter-idea-row.h"
#include "charter-item-notes.h"
#include "charter-item-view.h"
#include "charter-item-words.h"
#include "charter-report-ideas.h"
#include "charter-report-words.h"
#include "charter-twin-view.h"
#include "charter-twin.h"

struct _CharterReportItemRow {
  AdwExpanderRow parent_instance;

  /* owned */
  CharterStudy *study;
  CharterPath *path;
  CharterResponse *response;
  char *outcome; /* what its line says, whatever is noted */

  guint position;
  gboolean answered;
  gboolean filled;
};

G_DEFINE_FINAL_TYPE (CharterReportItemRow, charter_report_item_row, ADW_TYPE_EXPANDER_ROW)

static const CharterItem *
get_item (CharterReportItemRow *self)
{
  return charter_path_get_step (self->path, self->position)->item;
}

static CharterPack *
get_pack (CharterReportItemRow *self)
{
  return charter_path_get_step (self->path, self->position)->pack;
}

/* ---- what is inside ---- */

/* The row takes the focus, for Down passes by a list that begins with one that does not, and ends before one.
 * words: read out with it. */
static void
add_inside (CharterReportItemRow *self, GtkWidget *box, const char *words)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "child", box, NULL);

  gtk_widget_add_css_class (row, "report-inside");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static GtkWidget *
create_heading (const char *words)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (heading, "heading");
  return heading;
}

/* The same view as when it was asked: the answer given, the key and each why stand where they stood. */
static void
add_item (CharterReportItemRow *self)
{
  CharterPack *pack = get_pack (self);
  const CharterItem *item = get_item (self);
  CharterItemView *view = charter_item_view_new (self->path, self->position);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *words = charter_blocks_to_plain (item->stem);

  charter_item_view_set_response (view, self->response);
  charter_item_view_set_feedback (view, TRUE);
  gtk_box_append (GTK_BOX (box), charter_blocks_view_new (pack, item->stem));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (view));
  if (item->rationale.n_blocks > 0)
    {
      gtk_box_append (GTK_BOX (box), create_heading (_ ("Why")));
      gtk_box_append (GTK_BOX (box), charter_blocks_view_new (pack, item->rationale));
    }
  add_inside (self, box, words);
}

static void
add_twin (CharterReportItemRow *self)
{
  g_autoptr (CharterPath) twin = charter_twin_new_path (self->path, self->position, NULL);
  g_autofree char *words = NULL;

  if (twin == NULL)
    return;
  words = charter_blocks_to_plain (charter_path_get_step (twin, 0)->item->stem);
  add_inside (self, charter_twin_view_new (twin), words);
}

/* Rows within a row: each opens to its remedy. */
static void
add_ideas (CharterReportItemRow *self)
{
  CharterPack *pack = get_pack (self);
  const CharterStep *step = charter_path_get_step (self->path, self->position);
  g_autoptr (GArray) ideas = charter_report_find_ideas (pack, step->item, self->response, step->seed);

  if (self->answered && ideas->len > 0)
    add_inside (self, charter_idea_row_new_group (ideas), _ ("This choice often comes from:"));
}

/* After an exam this is the first place to say that a key is wrong. */
static void
add_notes (CharterReportItemRow *self)
{
  add_inside (self, charter_item_notes_new (self->study, get_pack (self), get_item (self), self->response),
              _ ("Notes"));
}

static void
on_section_activated (CharterReportItemRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-see", "(ss)", get_pack (self)->id, get_item (self)->see);
}

static void
add_section (CharterReportItemRow *self)
{
  const CharterSection *section = charter_pack_find_section (get_pack (self), get_item (self)->see);
  g_autofree char *words = NULL;
  GtkWidget *row;

  if (section == NULL)
    return;
  words = g_strdup_printf ("%s · %s", section->lesson->title.plain, section->title.plain);
  row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Read the Section Again"), "use-markup", FALSE, "subtitle",
                      words, "activatable", TRUE, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("book-open-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_swapped (row, "activated", G_CALLBACK (on_section_activated), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
on_expanded (CharterReportItemRow *self)
{
  if (self->filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->filled = TRUE;
  add_item (self);
  add_ideas (self);
  add_twin (self);
  add_section (self);
  add_notes (self);
}

/* ---- the line ---- */

static GtkWidget *
create_icon (const CharterReportItem *item)
{
  const char *name = "radio-symbolic";
  const char *class = "dimmed";

  if (item->is_answered && item->score.correct)
    name = "check-circle-symbolic", class = "right";
  else if (item->is_answered && item->score.points > 0)
    name = "partly-circle-symbolic", class = "partly";
  else if (item->is_answered)
    name = "cross-circle-symbolic", class = "wrong";
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", name, "css-classes",
                       (const char *const[]){ "outcome", class, NULL }, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

/* Again whenever something is noted. */
static void
show_line (CharterReportItemRow *self)
{
  g_autoptr (GPtrArray) disputes
    = charter_study_list_item_notes (self->study, get_pack (self)->id, get_item (self)->id, CHARTER_NOTE_DISPUTE);
  g_autofree char *words = g_strdup_printf ("%s · %s", self->outcome, _ ("you dispute it"));

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), disputes->len > 0 ? words : self->outcome);
}

static void
charter_report_item_row_finalize (GObject *object)
{
  CharterReportItemRow *self = CHARTER_REPORT_ITEM_ROW (object);

  g_clear_object (&self->study);
  g_free (self->outcome);
  g_clear_pointer (&self->path, charter_path_unref);
  g_clear_pointer (&self->response, charter_response_unref);
  G_OBJECT_CLASS (charter_report_item_row_parent_class)->finalize (object);
}

static void
charter_report_item_row_class_init (CharterReportItemRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_report_item_row_finalize;
}

static void
charter_report_item_row_init (CharterReportItemRow *self)
{
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded), NULL);
}

GtkWidget *
charter_report_item_row_new (CharterStudy *study, CharterPath *path, const CharterReportItem *item)
{
  CharterReportItemRow *self = g_object_new (CHARTER_TYPE_REPORT_ITEM_ROW, "use-markup", FALSE, NULL);
  g_autofree char *question = charter_item_words_dup_question (item->step->item);
  g_autofree char *title = g_strdup_printf ("%u. %s", item->position + 1, question);

  self->study = g_object_ref (study);
  self->outcome = charter_report_words_dup_outcome (item);
  self->path = charter_path_ref (path);
  self->position = item->position;
  self->answered = item->is_answered;
  self->response = charter_response_ref (item->response);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), create_icon (item));
  g_signal_connect_object (study, "changed", G_CALLBACK (show_line), self, G_CONNECT_SWAPPED);
  show_line (self);
  return GTK_WIDGET (self);
}
