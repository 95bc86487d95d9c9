/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-rules-page.h"

#include <glib/gi18n.h>

#include "charter-quiz.h"
#include "charter-rows.h"
#include "charter-rules-list.h"
#include "charter-sitting-words.h"
#include "charter-study-form.h"
#include "charter-way-out.h"
#include "charter-widget.h"

struct _CharterRulesPage {
  AdwBin parent_instance;

  /* template widgets */
  AdwWindowTitle *title;
  GtkLabel *name;
  GtkLabel *summary;
  AdwBin *open_place;
  AdwBin *rules_place;
  AdwBin *lacks_place;
  AdwBin *sources_place;
  AdwActionRow *full_row;
  GtkWidget *full;
  AdwEntryRow *seed;
  GtkLabel *state;
  GtkButton *start;

  /* owned */
  CharterStudy *study;
  CharterPack *pack;
  CharterForm *form; /* NULL while it is drawn */
  CharterGroupState known;
  GCancellable *drawing;

  gboolean entered; /* the focus was where Start can be pressed */

  CharterWindow *window;   /* borrowed */
  const CharterExam *exam; /* the pack's */
};

G_DEFINE_FINAL_TYPE (CharterRulesPage, charter_rules_page, ADW_TYPE_BIN)

/* ---- the focus ---- */

/* On what is most useful, which may become so only once the form is drawn. */
static void
enter (CharterRulesPage *self)
{
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->open_place)) != NULL)
    return;
  if (self->known.open_session == NULL || !gtk_widget_child_focus (GTK_WIDGET (self->open_place), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->start));
}

static void
enter_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  enter (CHARTER_RULES_PAGE (widget));
}

/* ---- drawing ---- */

/* Returns: FALSE where something is typed that is no number; nothing typed is 0, which stands for any. */
static gboolean
read_seed (CharterRulesPage *self, guint64 *seed)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->seed))));

  *seed = 0;
  return *text == '\0' || g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT64, seed, NULL);
}

static void
show_form (CharterRulesPage *self)
{
  charter_widget_fill_place (self->rules_place, charter_rules_list_new (self->exam, self->pack, self->form));
  charter_widget_fill_place (self->lacks_place, self->form != NULL ? charter_rules_lacks_new (self->form) : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rules.start", self->form != NULL && self->form->n_items > 0);
}

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterRulesPage) self = data;
  g_autoptr (GError) error = NULL;
  CharterForm *form = charter_study_draw_form_finish (CHARTER_STUDY (source), result, &error);

  if (form == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_label_set_label (self->state, error->message);
      return;
    }
  g_clear_pointer (&self->form, charter_form_free);
  self->form = form;
  gtk_label_set_label (self->state, "");
  show_form (self);
  if (!self->entered)
    enter (self);
  self->entered = TRUE;
}

/* Who chooses a number wants the questions that anybody gets with it. */
static void
draw (CharterRulesPage *self)
{
  g_autoptr (GPtrArray) packs = charter_quiz_list_packs (self->window, self->pack);
  guint64 seed;

  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  g_clear_pointer (&self->form, charter_form_free);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rules.start", FALSE);
  charter_widget_set_class (GTK_WIDGET (self->seed), "error", !read_seed (self, &seed));
  if (!read_seed (self, &seed))
    return;
  self->drawing = g_cancellable_new ();
  charter_study_draw_form_async (self->study, self->pack, self->exam, packs,
                                 seed != 0 ? seed : charter_quiz_draw_seed (), seed == 0, self->drawing, on_drawn,
                                 g_object_ref (self));
}

/* ---- the one that is half-way ---- */

static void
show_open (CharterRulesPage *self)
{
  gboolean open = self->known.open_session != NULL;
  g_autofree char *place = NULL;
  AdwActionRow *row;
  GtkListBox *list;
  GtkWidget *group;

  gtk_button_set_label (self->start, open ? _ ("Start Anew") : _ ("Start"));
  charter_widget_set_class (GTK_WIDGET (self->start), "suggested-action", !open);
  if (!open)
    return;
  group = charter_group_new (_ ("Half-Way"),
                             _ ("Starting anew ends it. What you answered in it stays in your history."), &list);
  place
    = charter_sitting_words_dup_place (self->known.open_position, self->known.open_n_steps, self->known.open_time_left);
  row = charter_row_new ("document-open-recent-symbolic", _ ("Go On With It"), place);
  charter_row_set_action (row, "rules.go-on", NULL);
  charter_row_add_arrow (row);
  gtk_list_box_append (list, GTK_WIDGET (row));
  charter_widget_fill_place (self->open_place, group);
}

/* ---- starting ---- */

static void
go_on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterRulesPage *self = CHARTER_RULES_PAGE (widget);

  charter_quiz_resume (self->window, self->study, self->pack, self->known.open_session);
}

/* The old one is ended only when the new one has begun. */
static void
end_old (CharterStudy *study, CharterWindow *window, CharterPack *pack, const char *old_session)
{
  g_autoptr (GPtrArray) packs = charter_quiz_list_packs (window, pack);
  g_autoptr (CharterSession) old = old_session != NULL ? charter_study_resume (study, packs, old_session, NULL) : NULL;

  if (old != NULL)
    charter_study_end (study, old);
}

/* The page gives way to the exam, so it is held as long as something of it is used. */
static void
start_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (CharterRulesPage) self = g_object_ref (CHARTER_RULES_PAGE (widget));

  if (self->form != NULL && charter_quiz_begin_form (self->window, self->study, self->form, TRUE))
    end_old (self->study, self->window, self->pack, self->known.open_session);
}

/* ---- the object ---- */

static void
charter_rules_page_dispose (GObject *object)
{
  CharterRulesPage *self = CHARTER_RULES_PAGE (object);

  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  G_OBJECT_CLASS (charter_rules_page_parent_class)->dispose (object);
}

static void
charter_rules_page_finalize (GObject *object)
{
  CharterRulesPage *self = CHARTER_RULES_PAGE (object);

  charter_group_state_clear (&self->known);
  g_clear_pointer (&self->form, charter_form_free);
  g_clear_pointer (&self->pack, charter_pack_unref);
  g_clear_object (&self->study);
  G_OBJECT_CLASS (charter_rules_page_parent_class)->finalize (object);
}

static void
charter_rules_page_class_init (CharterRulesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_rules_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_rules_page_finalize;
  g_type_ensure (CHARTER_TYPE_WAY_OUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/exam/charter-rules-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterRulesPage, title);
  gtk_widget_class_bind_template_child (widget_class, CharterRulesPage, name);
  gtk_widget_class_bind_template_child (widget_class, CharterRulesPage, summary);
  gtk_widget_class_bind_template_child (widget_class, CharterRulesPage, open_place);
  gtk_widget_class_bind_template_child (widget_class, CharterRulesPage, rules_place);
  gtk_widget_class_bind_template_child (widget_class, CharterRulesPage, lacks_place);
  gtk_widget_class_bind_template_child (widget_class, CharterRulesPage, sources_place);
  gtk_widget_class_bind_template_child (widget_class, CharterRulesPage, full_row);
  gtk_widget_class_bind_template_child (widget_class, CharterRulesPage, full);
  gtk_widget_class_bind_template_child (widget_class, CharterRulesPage, seed);
  gtk_widget_class_bind_template_child (widget_class, CharterRulesPage, state);
  gtk_widget_class_bind_template_child (widget_class, CharterRulesPage, start);
  gtk_widget_class_bind_template_callback (widget_class, draw);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_install_action (widget_class, "page.enter", NULL, enter_action);
  gtk_widget_class_install_action (widget_class, "rules.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "rules.go-on", NULL, go_on_action);
}

static void
charter_rules_page_init (CharterRulesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  charter_row_be_toggle (self->full_row, self->full);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rules.start", FALSE);
}

GtkWidget *
charter_rules_page_new (CharterWindow *window, CharterPack *pack, const CharterExam *exam)
{
  CharterRulesPage *self = g_object_new (CHARTER_TYPE_RULES_PAGE, NULL);

  self->window = window;
  self->study = g_object_ref (charter_window_get_study (window, pack));
  self->pack = charter_pack_ref (pack);
  self->exam = exam;
  charter_study_get_group_state (self->study, pack->id, exam->id, &self->known);
  adw_window_title_set_title (self->title, pack->title.plain);
  gtk_label_set_label (self->name, exam->title.plain);
  gtk_label_set_label (self->summary, exam->summary.plain);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *exam->summary.plain != '\0');
  charter_widget_fill_place (self->sources_place, charter_rules_sources_new (exam, pack));
  show_open (self);
  show_form (self);
  draw (self);
  return GTK_WIDGET (self);
}
