/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-formulae-view.h"

#include <glib/gi18n.h>

#include "charter-blocks-view.h"
#include "charter-check-card.h"
#include "charter-text-label.h"

struct _CharterFormulaeView {
  AdwBin parent_instance;

  GtkWidget *scroll;
  CharterPack *pack; /* owned */
};

G_DEFINE_FINAL_TYPE (CharterFormulaeView, charter_formulae_view, ADW_TYPE_BIN)

static void
charter_formulae_view_finalize (GObject *object)
{
  g_clear_pointer (&CHARTER_FORMULAE_VIEW (object)->pack, charter_pack_unref);
  G_OBJECT_CLASS (charter_formulae_view_parent_class)->finalize (object);
}

static void
charter_formulae_view_class_init (CharterFormulaeViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_formulae_view_finalize;
}

static void
charter_formulae_view_init (CharterFormulaeView *self)
{
  self->scroll = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "focusable", TRUE,
                               "vexpand", TRUE, NULL);
}

static GtkWidget *
make_heading (CharterPack *pack, const CharterText *text, int level, const char *style)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *label = charter_text_label_new (pack, text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, level,
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text->plain, -1);
  gtk_widget_add_css_class (heading, style);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (heading), label);
  return heading;
}

static void
leave_questions_out (GtkWidget *widget)
{
  if (CHARTER_IS_CHECK_CARD (widget))
    gtk_widget_set_visible (widget, FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    leave_questions_out (child);
}

static GtkWidget *
make_page (CharterPack *pack, const CharterLesson *lesson)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (page, "lesson");
  gtk_box_append (GTK_BOX (page), make_heading (pack, &lesson->title, 1, "lesson-title"));
  for (guint i = 0; i < lesson->n_sections; i++)
    {
      const CharterSection *section = &lesson->sections[i];
      GtkWidget *blocks = charter_blocks_view_new (pack, section->blocks);

      leave_questions_out (blocks);
      gtk_box_append (GTK_BOX (page), make_heading (pack, &section->title, 2, "section-title"));
      gtk_box_append (GTK_BOX (page), blocks);
    }
  return page;
}

GtkWidget *
charter_formulae_view_new (CharterPack *pack, const CharterLesson *lesson)
{
  CharterFormulaeView *self = g_object_new (CHARTER_TYPE_FORMULAE_VIEW, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 680, "tightening-threshold", 560, "child",
                                   make_page (pack, lesson), NULL);
  GtkWidget *back = gtk_button_new_with_label (_ ("Back to the Question"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->pack = charter_pack_ref (pack);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), clamp);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroll), GTK_ACCESSIBLE_PROPERTY_LABEL, lesson->title.plain,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "desk.sheet");
  gtk_widget_add_css_class (back, "suggested-action");
  gtk_widget_add_css_class (back, "pill");
  gtk_widget_add_css_class (back, "sheet-back");
  gtk_widget_set_halign (back, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->scroll);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), back);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

void
charter_formulae_view_focus (CharterFormulaeView *self)
{
  gtk_widget_grab_focus (self->scroll);
}
