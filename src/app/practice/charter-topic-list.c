/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-topic-list.h"

#include <glib/gi18n.h>

#include "charter-rows.h"

/* One line: a topic, or all items that have none of the pack. */
typedef struct {
  const CharterTopic *topic; /* or NULL */
  int parent;                /* index, or -1 */
  guint depth;
  guint n; /* questions in it and in all below */
  GtkCheckButton *check;
  GtkWidget *expander; /* where it has others in it */
} Line;

struct _CharterTopicList {
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GtkButton *all;

  /* owned */
  CharterPack *pack;
  GArray *lines; /* of Line, parents before children */

  gboolean ticking;
};

G_DEFINE_FINAL_TYPE (CharterTopicList, charter_topic_list, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static Line *
get_line (CharterTopicList *self, guint i)
{
  return &g_array_index (self->lines, Line, i);
}

/* ---- which topics ---- */

static GHashTable *
count_questions (const CharterPack *pack, guint *n_without)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < pack->n_items; i++)
    {
      const CharterTopic *topic = charter_pack_find_topic (pack, pack->items[i]->topic);

      if (pack->items[i]->reserved)
        continue;
      *n_without += topic == NULL;
      for (; topic != NULL; topic = topic->parent)
        g_hash_table_insert (counts, (gpointer)topic,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, topic)) + 1));
    }
  return counts;
}

static void
add_line (CharterTopicList *self, GHashTable *counts, GHashTable *indices, const CharterTopic *topic)
{
  Line line = { .topic = topic, .parent = -1 };

  line.n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, topic));
  if (line.n == 0)
    return;
  if (topic->parent != NULL)
    {
      line.parent = GPOINTER_TO_INT (g_hash_table_lookup (indices, topic->parent));
      line.depth = get_line (self, (guint)line.parent)->depth + 1;
    }
  g_hash_table_insert (indices, (gpointer)topic, GINT_TO_POINTER ((int)self->lines->len));
  g_array_append_val (self->lines, line);
}

static void
add_lines (CharterTopicList *self)
{
  guint n_without = 0;
  g_autoptr (GHashTable) counts = count_questions (self->pack, &n_without);
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->pack->n_topics; i++)
    add_line (self, counts, indices, self->pack->topics[i]);
  if (n_without > 0)
    {
      Line line = { .parent = -1, .n = n_without };

      g_array_append_val (self->lines, line);
    }
}

/* ---- ticking ---- */

static gboolean
is_in (CharterTopicList *self, guint i, guint parent)
{
  for (int at = get_line (self, i)->parent; at >= 0; at = get_line (self, (guint)at)->parent)
    if ((guint)at == parent)
      return TRUE;
  return FALSE;
}

/* A topic whose parts are not all ticked is neither ticked nor not. Children come after their parents. */
static void
sum_up (CharterTopicList *self, guint parent)
{
  gboolean any = FALSE, all = TRUE, has_parts = FALSE;
  Line *line = get_line (self, parent);

  for (guint i = parent + 1; i < self->lines->len; i++)
    if (get_line (self, i)->parent == (int)parent)
      {
        GtkCheckButton *check = get_line (self, i)->check;

        has_parts = TRUE;
        any = any || gtk_check_button_get_active (check) || gtk_check_button_get_inconsistent (check);
        all = all && gtk_check_button_get_active (check);
      }
  if (!has_parts)
    return;
  gtk_check_button_set_active (line->check, all);
  gtk_check_button_set_inconsistent (line->check, any && !all);
}

static gboolean
is_all (CharterTopicList *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (!gtk_check_button_get_active (get_line (self, i)->check))
      return FALSE;
  return TRUE;
}

static void
show_all_button (CharterTopicList *self)
{
  gtk_button_set_label (self->all, is_all (self) ? _ ("None") : _ ("All"));
}

static void
tick (CharterTopicList *self, guint chosen, gboolean active)
{
  self->ticking = TRUE;
  gtk_check_button_set_inconsistent (get_line (self, chosen)->check, FALSE);
  for (guint i = chosen; i < self->lines->len; i++)
    if (i == chosen || is_in (self, i, chosen))
      gtk_check_button_set_active (get_line (self, i)->check, active);
  for (guint i = self->lines->len; i > 0; i--)
    if (i - 1 != chosen)
      sum_up (self, i - 1);
  self->ticking = FALSE;
  show_all_button (self);
}

static void
on_toggled (CharterTopicList *self, GtkCheckButton *check)
{
  for (guint i = 0; i < self->lines->len && !self->ticking; i++)
    if (get_line (self, i)->check == check)
      {
        tick (self, i, gtk_check_button_get_active (check));
        g_signal_emit (self, signals[CHANGED], 0);
        return;
      }
}

static void
on_all (CharterTopicList *self)
{
  gboolean active = !is_all (self);

  for (guint i = 0; i < self->lines->len; i++)
    if (get_line (self, i)->parent < 0)
      tick (self, i, active);
  g_signal_emit (self, signals[CHANGED], 0);
}

static const char *
get_id (const Line *line)
{
  return line->topic != NULL ? line->topic->id : "";
}

static void
tick_first (CharterTopicList *self, char **topics)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (topics == NULL || g_strv_contains ((const char *const *)topics, get_id (get_line (self, i))))
      tick (self, i, TRUE);
  show_all_button (self);
}

/* ---- rows ---- */

static const char *
get_title (const Line *line)
{
  return line->topic != NULL ? line->topic->title.plain : _ ("Without a topic");
}

static gboolean
has_parts (CharterTopicList *self, guint parent)
{
  return parent + 1 < self->lines->len && get_line (self, parent + 1)->parent == (int)parent;
}

static void
create_expander (CharterTopicList *self, guint i)
{
  Line *line = get_line (self, i);
  /* Translators: what a tick box beside a topic chooses, for screen readers. */
  g_autofree char *name = g_strdup_printf (_ ("All of %s"), get_title (line));
  GtkWidget *tick = charter_tick_new (name);

  line->check = GTK_CHECK_BUTTON (tick);
  line->expander = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", get_title (line), NULL);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (line->expander), tick);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (line->expander), charter_count_new (line->n));
  adw_preferences_group_add (self->group, line->expander);
}

static GtkWidget *
find_expander (CharterTopicList *self, guint i)
{
  while (get_line (self, i)->parent >= 0)
    i = (guint)get_line (self, i)->parent;
  return get_line (self, i)->expander;
}

static void
create_row (CharterTopicList *self, guint i)
{
  Line *line = get_line (self, i);
  AdwActionRow *row = charter_tick_row_new (get_title (line), line->n, line->depth, &line->check);

  if (line->depth > 0)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (find_expander (self, i)), GTK_WIDGET (row));
  else
    adw_preferences_group_add (self->group, GTK_WIDGET (row));
}

static void
create_rows (CharterTopicList *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      if (get_line (self, i)->depth == 0 && has_parts (self, i))
        create_expander (self, i);
      else
        create_row (self, i);
      g_signal_connect_swapped (get_line (self, i)->check, "toggled", G_CALLBACK (on_toggled), self);
    }
}

/* ---- the object ---- */

static void
charter_topic_list_finalize (GObject *object)
{
  CharterTopicList *self = CHARTER_TOPIC_LIST (object);

  g_array_unref (self->lines);
  g_clear_pointer (&self->pack, charter_pack_unref);
  G_OBJECT_CLASS (charter_topic_list_parent_class)->finalize (object);
}

static void
charter_topic_list_class_init (CharterTopicListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_topic_list_finalize;
  signals[CHANGED]
    = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
charter_topic_list_init (CharterTopicList *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->group = ADW_PREFERENCES_GROUP (g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _ ("Topics"), NULL));
  self->all = GTK_BUTTON (gtk_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->all), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->all), GTK_ALIGN_CENTER);
  adw_preferences_group_set_header_suffix (self->group, GTK_WIDGET (self->all));
  g_signal_connect_swapped (self->all, "clicked", G_CALLBACK (on_all), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

GtkWidget *
charter_topic_list_new (CharterPack *pack, char **topics)
{
  CharterTopicList *self = g_object_new (CHARTER_TYPE_TOPIC_LIST, NULL);

  self->pack = charter_pack_ref (pack);
  add_lines (self);
  create_rows (self);
  tick_first (self, topics);
  return GTK_WIDGET (self);
}

char **
charter_topic_list_dup_topics (CharterTopicList *self)
{
  g_autoptr (GStrvBuilder) topics = g_strv_builder_new ();

  if (is_all (self))
    return NULL;
  for (guint i = 0; i < self->lines->len; i++)
    if (gtk_check_button_get_active (get_line (self, i)->check))
      g_strv_builder_add (topics, get_id (get_line (self, i)));
  return g_strv_builder_end (topics);
}

gboolean
charter_topic_list_has_choice (CharterTopicList *self)
{
  return self->lines->len > 1;
}
