/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-left-out-page.h"

#include <glib/gi18n.h>

#include "charter-item-words.h"
#include "charter-rows.h"
#include "charter-study-review.h"
#include "charter-study-say.h"
#include "charter-way-out.h"
#include "charter-window.h"

struct _CharterLeftOutPage {
  AdwBin parent_instance;

  /* template widgets */
  GtkStack *stack;
  AdwBin *place;

  /* owned */
  CharterStudy *study;
  GPtrArray *packs;
  CharterReviewPlan *plan; /* what is listed, or NULL */
};

G_DEFINE_FINAL_TYPE (CharterLeftOutPage, charter_left_out_page, ADW_TYPE_BIN)

static void load (CharterLeftOutPage *self);

/* ---- taking in again ---- */

static void
on_taken_in (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterLeftOutPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterEvent) event = charter_study_say_finish (CHARTER_STUDY (study), result, &error);
  CharterWindow *window = self->stack != NULL ? charter_window_of (GTK_WIDGET (self)) : NULL;

  if (window != NULL)
    charter_window_toast_outcome (window, _ ("It will be asked again"), error);
  if (window != NULL && event != NULL)
    load (self);
}

static void
on_take_in_clicked (CharterLeftOutPage *self, GtkWidget *button)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "card"));
  const CharterReviewCard *card = &g_array_index (self->plan->queue, CharterReviewCard, i);

  charter_study_suspend_async (self->study, card->pack, card->item, FALSE, NULL, on_taken_in, g_object_ref (self));
}

/* ---- the list ---- */

static GtkWidget *
create_row (CharterLeftOutPage *self, guint i)
{
  const CharterReviewCard *card = &g_array_index (self->plan->queue, CharterReviewCard, i);
  const CharterGroup *group = charter_pack_find_group (card->pack, card->item->group);
  AdwActionRow *row = charter_row_new (NULL, charter_item_words_get_beginning (card->item),
                                       group != NULL ? group->title.plain : card->pack->title.plain);
  GtkWidget *button = gtk_button_new_with_label (_ ("Ask Again"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "card", GUINT_TO_POINTER (i));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_take_in_clicked), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
  adw_action_row_set_activatable_widget (row, button);
  return GTK_WIDGET (row);
}

static void
show_list (CharterLeftOutPage *self)
{
  GtkListBox *list;
  GtkWidget *group = charter_group_new (_ ("Questions Left Out"), _ ("Reviews do not ask these."), &list);

  for (guint i = 0; i < self->plan->queue->len; i++)
    gtk_list_box_append (list, create_row (self, i));
  adw_bin_set_child (self->place, group);
  gtk_stack_set_visible_child_name (self->stack, self->plan->queue->len > 0 ? "list" : "none");
}

static void
on_loaded (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterLeftOutPage) self = data;
  g_autoptr (CharterReviewPlan) plan = charter_study_load_suspended_finish (CHARTER_STUDY (study), result, NULL);

  if (plan == NULL || self->stack == NULL)
    return;
  g_clear_pointer (&self->plan, charter_review_plan_free);
  self->plan = g_steal_pointer (&plan);
  show_list (self);
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
load (CharterLeftOutPage *self)
{
  charter_study_load_suspended_async (self->study, self->packs, NULL, on_loaded, g_object_ref (self));
}

/* ---- the object ---- */

static void
charter_left_out_page_dispose (GObject *object)
{
  CharterLeftOutPage *self = CHARTER_LEFT_OUT_PAGE (object);

  self->stack = NULL;
  g_clear_object (&self->study);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->plan, charter_review_plan_free);
  G_OBJECT_CLASS (charter_left_out_page_parent_class)->dispose (object);
}

static void
charter_left_out_page_class_init (CharterLeftOutPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_left_out_page_dispose;
  g_type_ensure (CHARTER_TYPE_WAY_OUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/charterstudy/Charter/review/charter-left-out-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterLeftOutPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CharterLeftOutPage, place);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
}

static void
charter_left_out_page_init (CharterLeftOutPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
charter_left_out_page_new (CharterStudy *study, GPtrArray *packs)
{
  CharterLeftOutPage *self = g_object_new (CHARTER_TYPE_LEFT_OUT_PAGE, NULL);

  self->study = g_object_ref (study);
  self->packs = g_ptr_array_ref (packs);
  load (self);
  return GTK_WIDGET (self);
}
