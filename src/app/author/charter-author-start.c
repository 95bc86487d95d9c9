/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-author-start.h"

#include <glib/gi18n.h>

#include "charter-outline.h"
#include "charter-rows.h"

struct _CharterAuthorStart {
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (CharterAuthorStart, charter_author_start, ADW_TYPE_BIN)

static const struct {
  const char *name, *icon, *title, *words;
} templates[] = {
  { "scenario", "practice-symbolic", N_ ("A Scenario"), N_ ("A situation, and questions about it") },
  { "lesson", "book-open-symbolic", N_ ("A Lesson"), N_ ("Sections to read, with questions in between") },
  { "exam", "progress-symbolic", N_ ("An Exam"), N_ ("Rules by which questions are drawn, and a bank of them") },
};

GBytes *
charter_author_start_dup_template (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_str_equal (templates[i].name, name))
      {
        g_autofree char *path = g_strdup_printf ("/org/charterstudy/Charter/templates/%s.xml", name);

        return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      }
  return NULL;
}

static void
add_row (
  GtkListBox *list, const char *icon, const char *title, const char *words, const char *action, const char *target)
{
  AdwActionRow *row = charter_row_new (icon, title, words);

  if (target != NULL)
    charter_row_set_action (row, action, "s", target);
  else
    charter_row_set_action (row, action, NULL);
  charter_row_add_arrow (row);
  gtk_list_box_append (list, GTK_WIDGET (row));
}

static GtkWidget *
make_templates (void)
{
  GtkListBox *list;
  GtkWidget *group = charter_group_new (_ ("A New Pack"), NULL, &list);

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    add_row (list, templates[i].icon, _ (templates[i].title), _ (templates[i].words), "win.new", templates[i].name);
  return group;
}

static GtkWidget *
make_open (void)
{
  GtkListBox *list;
  GtkWidget *group = charter_group_new (_ ("One That Is There"), NULL, &list);

  add_row (list, "document-open-symbolic", _ ("Open a Pack…"), _ ("You can also drop its file here."), "win.open-pack",
           NULL);
  add_row (list, "document-open-symbolic", _ ("Import Questions…"), _ ("From Moodle, GIFT, Aiken, a table or QTI"),
           "win.import-questions", NULL);
  return group;
}

/* What its title says, or its id. */
static char *
dup_journal_title (const CharterJournal *journal)
{
  g_autoptr (CharterOutline) outline = charter_outline_new (journal->text);

  for (guint i = 0; i < charter_outline_get_length (outline); i++)
    if (charter_outline_get (outline, i)->kind == EL_TITLE)
      return charter_outline_dup_words (outline, i);
  return g_strdup (_ ("Untitled Pack"));
}

/* Returns: (nullable) */
static GtkWidget *
make_unsaved (GFile *journals)
{
  g_autoptr (GPtrArray) names = charter_journal_list_unnamed (journals);
  GtkListBox *list;
  GtkWidget *group;

  if (names->len == 0)
    return NULL;
  group = charter_group_new (_ ("Never Saved"), _ ("New packs that were not saved when Charter ended"), &list);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (CharterJournal) journal = charter_journal_read (journals, names->pdata[i]);
      g_autofree char *title = journal != NULL ? dup_journal_title (journal) : NULL;

      if (title != NULL)
        add_row (list, "document-open-recent-symbolic", title, NULL, "win.recover", names->pdata[i]);
    }
  return group;
}

void
charter_author_start_show (CharterAuthorStart *self, GFile *journals)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *unsaved = make_unsaved (journals);

  gtk_widget_add_css_class (box, "author-start");
  if (unsaved != NULL)
    gtk_box_append (GTK_BOX (box), unsaved);
  gtk_box_append (GTK_BOX (box), make_templates ());
  gtk_box_append (GTK_BOX (box), make_open ());
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), clamp);
  adw_bin_set_child (ADW_BIN (self), scroll);
}

static void
charter_author_start_class_init (CharterAuthorStartClass *klass)
{
}

static void
charter_author_start_init (CharterAuthorStart *self)
{
}
