/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-practice-page.h"

#include <glib/gi18n.h>

#include "charter-builder-page.h"
#include "charter-card-list.h"
#include "charter-group-card.h"
#include "charter-rows.h"
#include "charter-window.h"

struct _CharterPracticePage {
  AdwBin parent_instance;

  /* template widgets */
  GtkStack *stack;
  GtkWidget *list;

  /* owned */
  CharterLibrary *library;

  CharterWindow *window; /* borrowed while rooted */
  GtkWidget *builder;    /* the row that leads to it, or NULL */
  GPtrArray *cards;      /* CharterGroupCard, owned by the list */
};

G_DEFINE_FINAL_TYPE (CharterPracticePage, charter_practice_page, ADW_TYPE_BIN)

static void
clear (CharterPracticePage *self)
{
  GtkWidget *child;

  self->builder = NULL;
  g_ptr_array_set_size (self->cards, 0);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
}

/* Whether a group's questions wait for a rehearsal of the exam, all of them. */
static gboolean
is_kept (const CharterGroup *group)
{
  return group->n_items > 0 && charter_group_count_open (group) == 0;
}

static guint
count_kept (const CharterPack *pack)
{
  guint n = 0;

  for (guint i = 0; i < pack->n_groups; i++)
    n += is_kept (pack->groups[i]);
  return n;
}

/* What waits is told once and needs no card each; but where nothing else is there, the cards say why. */
static gboolean
has_card (const CharterPack *pack, const CharterGroup *group, guint n_kept)
{
  return n_kept == pack->n_groups || !is_kept (group);
}

static GtkWidget *
create_kept_line (const CharterPack *pack, guint n)
{
  g_autofree char *words
    = g_strdup_printf (ngettext ("%'u more set of questions is kept for rehearsals of the exam.",
                                 "%'u more sets of questions are kept for rehearsals of the exam.", n),
                       n);
  GtkWidget *line = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, "visible",
                                  n > 0 && n < pack->n_groups, NULL);

  gtk_widget_add_css_class (line, "explanation");
  return line;
}

static GtkWidget *
create_heading (const CharterPack *pack)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", pack->title.plain, "xalign", 0.0, "wrap", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *summary = g_object_new (GTK_TYPE_LABEL, "label", pack->summary.plain, "xalign", 0.0, "wrap", TRUE,
                                     "visible", *pack->summary.plain != '\0', NULL);

  gtk_widget_add_css_class (title, "hero-title");
  gtk_widget_add_css_class (summary, "explanation");
  gtk_box_append (GTK_BOX (heading), title);
  gtk_box_append (GTK_BOX (heading), summary);
  return heading;
}

/* Arrows lead from the last row of a list to the first of the next, and back. */
static gboolean
on_list_left (CharterPracticePage *self, GtkDirectionType direction, GtkWidget *list)
{
  GtkWidget *row = gtk_widget_get_focus_child (list);
  guint i;
  int next;

  if (row == self->builder)
    next = direction == GTK_DIR_DOWN ? 0 : -1;
  else if (g_ptr_array_find (self->cards, row, &i))
    next = direction == GTK_DIR_DOWN ? (int)i + 1 : (int)i - 1;
  else
    return FALSE;
  if (next < 0)
    return self->builder != NULL && gtk_widget_grab_focus (self->builder);
  return next < (int)self->cards->len && gtk_widget_grab_focus (self->cards->pdata[next]);
}

static void
on_card_activated (CharterPracticePage *self, GtkListBoxRow *card)
{
  charter_group_card_start (CHARTER_GROUP_CARD (card));
}

/* Returns: (transfer floating) */
static GtkWidget *
create_list (CharterPracticePage *self, const CharterPack *pack)
{
  GtkWidget *list = charter_card_list_new (pack->title.plain);
  GtkListBox *box = charter_card_list_get_box (CHARTER_CARD_LIST (list));

  g_signal_connect_object (box, "keynav-failed", G_CALLBACK (on_list_left), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (box, "row-activated", G_CALLBACK (on_card_activated), self, G_CONNECT_SWAPPED);
  return list;
}

static void
add_card (CharterPracticePage *self, GtkWidget *list, GtkWidget *card)
{
  charter_group_card_set_narrow (CHARTER_GROUP_CARD (card), charter_window_get_narrow (self->window));
  g_ptr_array_add (self->cards, card);
  gtk_list_box_append (charter_card_list_get_box (CHARTER_CARD_LIST (list)), card);
}

static void
add_groups (
  CharterPracticePage *self, GtkWidget *list, CharterStudy *study, CharterPack *pack, guint n_kept, gboolean scenarios)
{
  for (guint i = 0; i < pack->n_groups; i++)
    if (pack->groups[i]->is_scenario == scenarios && has_card (pack, pack->groups[i], n_kept))
      add_card (self, list, charter_group_card_new (study, pack, pack->groups[i], g_get_real_time ()));
}

/* What tells a story comes first: scenarios, then cases, then plain questions. Returns: (transfer floating) */
static GtkWidget *
create_practice (CharterPracticePage *self, CharterStudy *study, CharterPack *pack, guint n_kept)
{
  GtkWidget *list = create_list (self, pack);

  add_groups (self, list, study, pack, n_kept, TRUE);
  for (guint i = 0; i < pack->n_cases; i++)
    add_card (self, list, charter_group_card_new_for_case (study, pack, pack->cases[i], g_get_real_time ()));
  add_groups (self, list, study, pack, n_kept, FALSE);
  return list;
}

static GtkWidget *
create_rehearsals (CharterPracticePage *self, CharterStudy *study, CharterPack *pack)
{
  GtkWidget *list = create_list (self, pack);

  for (guint i = 0; i < pack->n_exams; i++)
    add_card (self, list, charter_group_card_new_for_exam (study, pack, &pack->exams[i], g_get_real_time ()));
  return list;
}

/* One primary action: to go on with what was left, else the first that can be started. */
static void
suggest_one (CharterPracticePage *self)
{
  CharterGroupCard *best = NULL;

  for (guint i = 0; i < self->cards->len; i++)
    {
      CharterGroupCard *card = self->cards->pdata[i];

      if (charter_group_card_can_start (card)
          && (best == NULL || (charter_group_card_is_open (card) && !charter_group_card_is_open (best))))
        best = card;
    }
  for (guint i = 0; i < self->cards->len; i++)
    charter_group_card_set_suggested (self->cards->pdata[i], self->cards->pdata[i] == best);
}

static void
on_narrow (CharterPracticePage *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    charter_group_card_set_narrow (self->cards->pdata[i], charter_window_get_narrow (self->window));
}

/* The cards stay, and with them the focus and the place in a long list. */
static void
update (CharterPracticePage *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    charter_group_card_update (self->cards->pdata[i], g_get_real_time ());
  suggest_one (self);
  on_narrow (self);
}

/* What was ended a moment ago may be safe only when this page is seen again: a slow disk takes its time. */
static void
on_study_changed (CharterPracticePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

/* Packs share studies. */
static void
follow (CharterPracticePage *self, CharterStudy *study)
{
  g_signal_handlers_disconnect_by_func (study, on_study_changed, self);
  g_signal_connect_object (study, "changed", G_CALLBACK (on_study_changed), self, G_CONNECT_SWAPPED);
}

/* What rehearses it all comes last. */
static void
add_pack (CharterPracticePage *self, CharterPack *pack)
{
  CharterStudy *study = charter_window_get_study (self->window, pack);
  guint n_kept = count_kept (pack);
  GtkWidget *section;

  if (pack->n_groups + pack->n_cases + pack->n_exams == 0 || study == NULL)
    return;
  follow (self, study);
  section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (section), create_heading (pack));
  if (pack->n_groups + pack->n_cases > 0)
    gtk_box_append (GTK_BOX (section), create_practice (self, study, pack, n_kept));
  gtk_box_append (GTK_BOX (section), create_kept_line (pack, n_kept));
  if (pack->n_exams > 0)
    gtk_box_append (GTK_BOX (section), create_rehearsals (self, study, pack));
  gtk_box_append (GTK_BOX (self->list), section);
}

static void
add_builder (CharterPracticePage *self)
{
  GtkWidget *list = gtk_list_box_new ();
  AdwActionRow *row = charter_row_new ("practice-symbolic", _ ("Build a Quiz"),
                                       _ ("By topic, kind and difficulty, or of your mistakes only"));

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  charter_row_set_action (row, "win.build-quiz", "s", "");
  charter_row_add_arrow (row);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));
  self->builder = GTK_WIDGET (row);
  g_signal_connect_object (list, "keynav-failed", G_CALLBACK (on_list_left), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->list), list);
}

static void
fill (CharterPracticePage *self)
{
  GListModel *packs = G_LIST_MODEL (self->library);

  if (packs == NULL || self->window == NULL)
    return;
  clear (self);
  if (charter_builder_page_has_packs (self->library))
    add_builder (self);
  for (guint i = 0; i < g_list_model_get_n_items (packs); i++)
    {
      g_autoptr (CharterPackFile) file = g_list_model_get_item (packs, i);

      add_pack (self, charter_pack_file_get_pack (file));
    }
  suggest_one (self);
  if (self->cards->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, charter_library_is_loaded (self->library) ? "empty" : "loading");
}

static void
charter_practice_page_root (GtkWidget *widget)
{
  CharterPracticePage *self = CHARTER_PRACTICE_PAGE (widget);

  GTK_WIDGET_CLASS (charter_practice_page_parent_class)->root (widget);
  self->window = charter_window_of (widget);
  if (self->window != NULL)
    g_signal_connect_swapped (self->window, "notify::narrow", G_CALLBACK (on_narrow), self);
}

static void
charter_practice_page_unroot (GtkWidget *widget)
{
  CharterPracticePage *self = CHARTER_PRACTICE_PAGE (widget);

  if (self->window != NULL)
    g_signal_handlers_disconnect_by_data (self->window, self);
  self->window = NULL;
  GTK_WIDGET_CLASS (charter_practice_page_parent_class)->unroot (widget);
}

/* Scores and places change while other pages are shown. */
static void
charter_practice_page_map (GtkWidget *widget)
{
  CharterPracticePage *self = CHARTER_PRACTICE_PAGE (widget);

  if (self->cards->len > 0)
    update (self);
  else
    fill (self);
  GTK_WIDGET_CLASS (charter_practice_page_parent_class)->map (widget);
}

static void
charter_practice_page_dispose (GObject *object)
{
  CharterPracticePage *self = CHARTER_PRACTICE_PAGE (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  G_OBJECT_CLASS (charter_practice_page_parent_class)->dispose (object);
}

static void
charter_practice_page_class_init (CharterPracticePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_practice_page_dispose;
  widget_class->root = charter_practice_page_root;
  widget_class->unroot = charter_practice_page_unroot;
  widget_class->map = charter_practice_page_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/charterstudy/Charter/practice/charter-practice-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterPracticePage, stack);
  gtk_widget_class_bind_template_child (widget_class, CharterPracticePage, list);
}

static void
charter_practice_page_init (CharterPracticePage *self)
{
  self->cards = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_stack_set_visible_child_name (self->stack, "loading");
}

GtkWidget *
charter_practice_page_new (CharterLibrary *library)
{
  CharterPracticePage *self = g_object_new (CHARTER_TYPE_PRACTICE_PAGE, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_swapped (library, "changed", G_CALLBACK (fill), self);
  return GTK_WIDGET (self);
}
