/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-learn-page.h"

#include <glib/gi18n.h>

#include "charter-rows.h"

struct _CharterLearnPage {
  AdwBin parent_instance;

  /* template widgets */
  GtkStack *stack;
  GtkBox *groups;

  /* owned */
  CharterLibrary *library;
  CharterStudy *study;

  gboolean stale;    /* there are other packs than are shown */
  gboolean outdated; /* more is read than is shown */
};

G_DEFINE_FINAL_TYPE (CharterLearnPage, charter_learn_page, ADW_TYPE_BIN)

static char *
describe_lesson (const CharterLesson *lesson, double fraction)
{
  g_autofree char *minutes = NULL;

  if (lesson->minutes == 0)
    return NULL;
  minutes = g_strdup_printf (ngettext ("%'u minute", "%'u minutes", lesson->minutes), lesson->minutes);
  if (fraction <= 0 || fraction >= CHARTER_READ_FROM)
    return g_steal_pointer (&minutes);
  /* Translators: a lesson’s length and how much of it is read: “6 minutes · 40 % read”. */
  return g_strdup_printf (_ ("%s · %.0f%% read"), minutes, fraction * 100);
}

/* How far the lesson of a row is read. */
static void
show_progress (AdwActionRow *row, CharterStudy *study)
{
  CharterPack *pack = g_object_get_data (G_OBJECT (row), "pack");
  const CharterLesson *lesson = g_object_get_data (G_OBJECT (row), "lesson");
  double fraction = study != NULL ? charter_study_get_reading_place (study, pack->id, lesson->id, NULL) : 0;
  g_autofree char *subtitle = describe_lesson (lesson, fraction);

  adw_action_row_set_subtitle (row, subtitle != NULL ? subtitle : "");
  charter_read_mark_set (g_object_get_data (G_OBJECT (row), "mark"), fraction);
}

static GtkWidget *
make_lesson (CharterPack *pack, CharterStudy *study, guint index)
{
  const CharterLesson *lesson = pack->lessons[index];
  g_autofree char *words = g_strdup_printf ("%u", index + 1);
  AdwActionRow *row = charter_row_new (NULL, lesson->title.plain, NULL);
  GtkWidget *number = gtk_label_new (words);
  GtkWidget *mark = charter_read_mark_new (0);

  gtk_widget_add_css_class (number, "row-start");
  gtk_widget_add_css_class (number, "explanation");
  gtk_widget_add_css_class (number, "numeric");
  adw_action_row_add_prefix (row, number);
  adw_action_row_add_suffix (row, mark);
  g_object_set_data_full (G_OBJECT (row), "pack", charter_pack_ref (pack), (GDestroyNotify)charter_pack_unref);
  g_object_set_data (G_OBJECT (row), "lesson", (gpointer)lesson);
  g_object_set_data (G_OBJECT (row), "mark", mark);
  show_progress (row, study);
  charter_row_add_arrow (row);
  charter_row_set_action (row, "win.open-lesson", "(sss)", pack->id, lesson->id, "");
  return GTK_WIDGET (row);
}

GtkWidget *
charter_learn_make_lessons (CharterPack *pack, CharterStudy *study, const char *title, const char *description)
{
  GtkListBox *list;
  GtkWidget *group;

  if (pack->n_lessons == 0)
    return NULL;
  group = charter_group_new (title, description, &list);
  for (guint i = 0; i < pack->n_lessons; i++)
    gtk_list_box_append (list, make_lesson (pack, study, i));
  return group;
}

static GtkWidget *
make_group (CharterPack *pack, const CharterGroup *group)
{
  guint n = charter_group_count_open (group);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%'u question", "%'u questions", n), n);
  AdwActionRow *row = charter_row_new ("practice-symbolic", group->title.plain, subtitle);

  charter_row_add_arrow (row);
  charter_row_set_action (row, "win.start-scenario", "(ss)", pack->id, group->id);
  return GTK_WIDGET (row);
}

static GtkWidget *
make_case (CharterPack *pack, const CharterCase *story)
{
  AdwActionRow *row
    = charter_row_new ("practice-symbolic", story->title.plain, _ ("A case: you decide what happens next"));

  charter_row_add_arrow (row);
  charter_row_set_action (row, "win.start-scenario", "(ss)", pack->id, story->id);
  return GTK_WIDGET (row);
}

/* Cases are scenarios that go on. */
static GtkWidget *
make_groups (CharterPack *pack, gboolean scenarios, const char *title)
{
  GtkListBox *list;
  GtkWidget *group = NULL;

  for (guint i = 0; i < pack->n_groups; i++)
    {
      if (pack->groups[i]->is_scenario != scenarios || charter_group_count_open (pack->groups[i]) == 0)
        continue;
      if (group == NULL)
        group = charter_group_new (title, NULL, &list);
      gtk_list_box_append (list, make_group (pack, pack->groups[i]));
    }
  for (guint i = 0; scenarios && i < pack->n_cases; i++)
    {
      if (group == NULL)
        group = charter_group_new (title, NULL, &list);
      gtk_list_box_append (list, make_case (pack, pack->cases[i]));
    }
  return group;
}

GtkWidget *
charter_learn_make_scenarios (CharterPack *pack, const char *title)
{
  return make_groups (pack, TRUE, title);
}

GtkWidget *
charter_learn_make_banks (CharterPack *pack, const char *title)
{
  return make_groups (pack, FALSE, title);
}

static guint
count_open (CharterPack *pack)
{
  guint n = pack->n_cases;

  for (guint i = 0; i < pack->n_groups; i++)
    n += charter_group_count_open (pack->groups[i]);
  return n;
}

GtkWidget *
charter_learn_make_reason (CharterPack *pack, const char *title)
{
  GtkListBox *list;
  GtkWidget *group;
  AdwActionRow *row;

  if (pack->n_items == 0 || count_open (pack) > 0)
    return NULL;
  group = charter_group_new (title, NULL, &list);
  row = charter_row_new (NULL, _ ("All questions of this pack are kept for mock exams"),
                         _ ("So that they are new there, they are not asked in practice."));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (list, GTK_WIDGET (row));
  return group;
}

static void
append (CharterLearnPage *self, GtkWidget *group)
{
  if (group != NULL)
    gtk_box_append (self->groups, group);
}

static void
fill (CharterLearnPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->library));
  GtkWidget *child;

  self->stale = self->outdated = FALSE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CharterPackFile) file = g_list_model_get_item (G_LIST_MODEL (self->library), i);
      CharterPack *pack = charter_pack_file_get_pack (file);

      GtkWidget *lessons = charter_learn_make_lessons (pack, self->study, pack->title.plain, pack->summary.plain);

      if (lessons != NULL)
        gtk_widget_add_css_class (lessons, "pack");
      append (self, lessons);
      append (self, charter_learn_make_scenarios (pack, _ ("Scenarios to Try")));
    }
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "groups" : "empty");
}

/* The rows stay, and with them the focus and the place in a long list. */
static void
update_progress (CharterLearnPage *self)
{
  GtkWidget *group, *row;

  self->outdated = FALSE;
  for (group = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); group != NULL;
       group = gtk_widget_get_next_sibling (group))
    for (row = gtk_widget_get_first_child (gtk_widget_get_last_child (group)); row != NULL;
         row = gtk_widget_get_next_sibling (row))
      if (g_object_get_data (G_OBJECT (row), "lesson") != NULL)
        show_progress (ADW_ACTION_ROW (row), self->study);
}

/* All this is done when it is seen: marks change while a lesson lies on top. */
static void
bring_up_to_date (CharterLearnPage *self)
{
  if (self->stale)
    fill (self);
  else if (self->outdated)
    update_progress (self);
}

static void
mark_stale (CharterLearnPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    bring_up_to_date (self);
}

static void
mark_outdated (CharterLearnPage *self)
{
  self->outdated = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    bring_up_to_date (self);
}

static void
charter_learn_page_map (GtkWidget *widget)
{
  bring_up_to_date (CHARTER_LEARN_PAGE (widget));
  GTK_WIDGET_CLASS (charter_learn_page_parent_class)->map (widget);
}

static void
charter_learn_page_dispose (GObject *object)
{
  CharterLearnPage *self = CHARTER_LEARN_PAGE (object);

  g_clear_object (&self->library);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (charter_learn_page_parent_class)->dispose (object);
}

static void
charter_learn_page_class_init (CharterLearnPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_learn_page_dispose;
  widget_class->map = charter_learn_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/learn/charter-learn-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterLearnPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CharterLearnPage, groups);
}

static void
charter_learn_page_init (CharterLearnPage *self)
{
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
charter_learn_page_new (CharterLibrary *library, CharterStudy *study)
{
  CharterLearnPage *self = g_object_new (CHARTER_TYPE_LEARN_PAGE, NULL);

  self->library = g_object_ref (library);
  self->study = g_object_ref (study);
  g_signal_connect_object (library, "changed", G_CALLBACK (mark_stale), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (study, "changed", G_CALLBACK (mark_outdated), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
