/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-search-page.h"

#include <glib/gi18n.h>

#include "charter-hit-row.h"
#include "charter-menu-button.h"
#include "charter-rows.h"
#include "charter-way-out.h"
#include "charter-widget.h"
#include "charter-words.h"

#define FIRST 5  /* rows of a group */
#define MORE 50  /* rows that “Show More” adds */

struct _CharterSearchPage {
  AdwBin parent_instance;

  /* template widgets */
  GtkEditable *entry;
  GtkLabel *count;
  GtkStack *stack;
  GtkScrolledWindow *scroll;
  GtkBox *groups;

  /* owned */
  CharterFinder *finder;
  GArray *hits; /* of CharterHit */
  GStrv words;

  GtkWidget *opened; /* weak: the row that was opened last */
};

G_DEFINE_FINAL_TYPE (CharterSearchPage, charter_search_page, ADW_TYPE_BIN)

static const char *
get_group_title (CharterHitKind kind)
{
  switch (kind)
    {
    case CHARTER_HIT_LESSON:
      return _ ("Lessons");
    case CHARTER_HIT_ENTRY:
      return _ ("Glossary");
    case CHARTER_HIT_SCENARIO:
      return _ ("Scenarios");
    case CHARTER_HIT_NOTE:
      return _ ("Notes");
    case CHARTER_HIT_ITEM:
    default:
      return _ ("Questions");
    }
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

static guint
count_hits (CharterSearchPage *self, CharterHitKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->hits->len; i++)
    n += g_array_index (self->hits, CharterHit, i).kind == kind;
  return n;
}

/* Appends rows for the hits of a kind from the index-th on. */
static void
append_rows (CharterSearchPage *self, GtkListBox *list, CharterHitKind kind, guint index, guint n)
{
  guint at = 0;

  for (guint i = 0; i < self->hits->len && at < index + n; i++)
    {
      const CharterHit *hit = &g_array_index (self->hits, CharterHit, i);

      if (hit->kind != kind || at++ < index)
        continue;
      gtk_list_box_append (list, charter_hit_row_new (hit, (const char *const *)self->words,
                                                      charter_finder_get_n_packs (self->finder) > 1));
    }
}

static void append_more (CharterSearchPage *self, GtkListBox *list, CharterHitKind kind, guint shown);

/* In the place of the row comes what it promised, and the focus to the first of that. */
static void
show_more (GtkListBoxRow *row, CharterSearchPage *self)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (row)));
  CharterHitKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "kind"));
  guint shown = (guint)gtk_list_box_row_get_index (row);

  gtk_list_box_remove (list, GTK_WIDGET (row));
  append_rows (self, list, kind, shown, MORE);
  append_more (self, list, kind, shown + MORE);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, (int)shown)));
}

static void
append_more (CharterSearchPage *self, GtkListBox *list, CharterHitKind kind, guint shown)
{
  guint n = count_hits (self, kind);
  g_autofree char *subtitle = NULL;
  AdwActionRow *row;

  if (n <= shown)
    return;
  subtitle = g_strdup_printf (ngettext ("%'u more", "%'u more", n - shown), n - shown);
  row = charter_row_new (NULL, _ ("Show More"), subtitle);
  g_object_set_data (G_OBJECT (row), "kind", GUINT_TO_POINTER (kind));
  g_signal_connect (row, "activated", G_CALLBACK (show_more), self);
  gtk_list_box_append (list, GTK_WIDGET (row));
}

static GtkListBox *
get_first_list (CharterSearchPage *self)
{
  GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (self->groups));

  return group != NULL ? GTK_LIST_BOX (gtk_widget_get_last_child (group)) : NULL;
}

/* Returns: (nullable) */
static GtkWidget *
get_first_row (CharterSearchPage *self)
{
  GtkListBox *list = get_first_list (self);

  return list != NULL ? GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)) : NULL;
}

static void
note_opened (CharterSearchPage *self, GtkListBoxRow *row)
{
  g_set_weak_pointer (&self->opened, GTK_WIDGET (row));
}

/* The arrows lead on from list to list, and up from the first row back to the words, to go on typing. */
static gboolean
on_list_left (CharterSearchPage *self, GtkDirectionType direction, GtkListBox *list)
{
  if (direction == GTK_DIR_UP && list == get_first_list (self))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      gtk_editable_set_position (self->entry, -1);
      return TRUE;
    }
  if (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN)
    return FALSE;
  gtk_widget_child_focus (GTK_WIDGET (self->groups),
                          direction == GTK_DIR_UP ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  return TRUE;
}

static void
append_group (CharterSearchPage *self, CharterHitKind kind)
{
  GtkListBox *list;
  GtkWidget *group = charter_group_new (get_group_title (kind), NULL, &list);

  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (note_opened), self);
  g_signal_connect_swapped (list, "keynav-failed", G_CALLBACK (on_list_left), self);
  append_rows (self, list, kind, 0, FIRST);
  append_more (self, list, kind, FIRST);
  gtk_box_append (self->groups, group);
}

/* The kind of the best hit comes first, so that what Enter opens is the best. */
static void
append_groups (CharterSearchPage *self)
{
  gboolean done[CHARTER_N_HIT_KINDS] = { FALSE };

  for (guint i = 0; i < self->hits->len; i++)
    {
      CharterHitKind kind = g_array_index (self->hits, CharterHit, i).kind;

      if (!done[kind])
        append_group (self, kind);
      done[kind] = TRUE;
    }
}

/* --- searching ---------------------------------------------------------------------------------------------------- */

static void
show_groups (CharterSearchPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  append_groups (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
}

static void
show_count (CharterSearchPage *self)
{
  gboolean asked = *self->words != NULL && charter_finder_is_ready (self->finder);
  gboolean found = asked && self->hits->len > 0;
  g_autofree char *words = g_strdup_printf (ngettext ("%'u result", "%'u results", self->hits->len), self->hits->len);

  gtk_label_set_label (self->count, found ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->count), found);
  if (asked)
    charter_widget_announce (GTK_WIDGET (self), found ? words : _ ("Nothing Found"));
  gtk_stack_set_visible_child_name (self->stack, !asked ? "start" : found ? "results" : "nothing");
}

static void
search (CharterSearchPage *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->hits, g_array_unref);
  self->words = charter_words_of (gtk_editable_get_text (self->entry));
  self->hits = charter_finder_find (self->finder, (const char *const *)self->words);
  show_groups (self);
  show_count (self);
}

/* A space or a mark is no other question, and what is shown stays. */
static void
on_typed (CharterSearchPage *self)
{
  g_auto (GStrv) words = charter_words_of (gtk_editable_get_text (self->entry));

  if (self->finder != NULL && !g_strv_equal ((const char *const *)words, (const char *const *)self->words))
    search (self);
}

/* What was typed last is searched for first, however quick the hand. */
static void
on_entry_activated (CharterSearchPage *self)
{
  GtkWidget *row;

  on_typed (self);
  row = get_first_row (self);
  if (row != NULL)
    gtk_widget_activate (row);
}

static gboolean
on_entry_key (CharterSearchPage *self, guint keyval)
{
  GtkWidget *row;

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  on_typed (self);
  row = get_first_row (self);
  if (row != NULL)
    gtk_widget_grab_focus (row);
  return GDK_EVENT_STOP;
}

static void
leave (CharterSearchPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

/* Back from what was opened, one goes on at its row. */
static void
enter_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CharterSearchPage *self = CHARTER_SEARCH_PAGE (widget);

  gtk_widget_grab_focus (self->opened != NULL ? self->opened : GTK_WIDGET (self->entry));
}

void
charter_search_page_begin (CharterSearchPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

static void
charter_search_page_dispose (GObject *object)
{
  CharterSearchPage *self = CHARTER_SEARCH_PAGE (object);

  g_clear_weak_pointer (&self->opened);
  g_clear_object (&self->finder);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (charter_search_page_parent_class)->dispose (object);
}

static void
charter_search_page_class_init (CharterSearchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_search_page_dispose;
  g_type_ensure (CHARTER_TYPE_MENU_BUTTON);
  g_type_ensure (CHARTER_TYPE_WAY_OUT);
  gtk_widget_class_install_action (widget_class, "page.enter", NULL, enter_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/search/charter-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterSearchPage, entry);
  gtk_widget_class_bind_template_child (widget_class, CharterSearchPage, count);
  gtk_widget_class_bind_template_child (widget_class, CharterSearchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CharterSearchPage, scroll);
  gtk_widget_class_bind_template_child (widget_class, CharterSearchPage, groups);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key);
  gtk_widget_class_bind_template_callback (widget_class, leave);
}

static void
charter_search_page_init (CharterSearchPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (self->count, "accessible-role", CHARTER_ROLE_STATUS, NULL);
}

GtkWidget *
charter_search_page_new (CharterFinder *finder)
{
  CharterSearchPage *self = g_object_new (CHARTER_TYPE_SEARCH_PAGE, NULL);

  self->finder = g_object_ref (finder);
  g_signal_connect_object (finder, "changed", G_CALLBACK (search), self, G_CONNECT_SWAPPED);
  search (self);
  return GTK_WIDGET (self);
}
