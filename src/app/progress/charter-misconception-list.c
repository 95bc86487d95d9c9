/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-misconception-list.h"

#include <glib/gi18n.h>

#include "charter-case-start.h"
#include "charter-idea-row.h"
#include "charter-quiz.h"
#include "charter-ranked-packs.h"
#include "charter-rows.h"
#include "charter-window.h"

#define MOST_SHOWN 10 /* rows; what comes after is rarely shown */

struct _CharterMisconceptionList {
  AdwBin parent_instance;

  /* owned */
  CharterStudy *study;
  GCancellable *loading;
  GPtrArray *packs; /* of the ranks */
  GPtrArray *ranks; /* CharterMisconceptionRank; NULL until they are known */
};

G_DEFINE_FINAL_TYPE (CharterMisconceptionList, charter_misconception_list, ADW_TYPE_BIN)

/* ---- what can be done ---- */

static const CharterMisconceptionRank *
get_rank (CharterMisconceptionList *self, guint i)
{
  return self->ranks->pdata[i];
}

/* Those that can show it, as a quiz that somebody built. */
static void
on_practise (AdwActionRow *row, CharterMisconceptionList *self)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "rank"));

  charter_quiz_begin_drill (charter_window_of (GTK_WIDGET (self)), self->study, get_rank (self, i)->items, 0);
}

static void
on_play (AdwActionRow *row, CharterMisconceptionList *self)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "rank"));
  const CharterMisconceptionRank *rank = get_rank (self, i);
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  charter_case_begin (window, self->study, rank->story_pack, rank->story->id, charter_quiz_draw_seed (), FALSE);
}

/* ---- a row ---- */

static char *
describe (const CharterMisconceptionRank *rank)
{
  g_autoptr (GDateTime) last = g_date_time_new_from_unix_local (rank->last_shown / G_USEC_PER_SEC);
  g_autofree char *date = g_date_time_format (last, _ ("%-d %b %Y"));
  g_autofree char *shown
    = g_strdup_printf (ngettext ("Shown in %'u of %'u answer", "Shown in %'u of %'u answers", rank->n_offered),
                       rank->n_shown, rank->n_offered);
  g_autofree char *still
    = g_strdup_printf (ngettext ("still on %'u question", "still on %'u questions", rank->n_still), rank->n_still);

  return g_strdup_printf (_ ("%s · %s · last on %s"), shown,
                          rank->n_still > 0 ? still : _ ("not in the latest answers"), date);
}

static void
add_practice (CharterMisconceptionList *self, AdwExpanderRow *row, guint i)
{
  guint n = get_rank (self, i)->items->len;
  g_autofree char *words
    = g_strdup_printf (ngettext ("%'u question that can show it", "%'u questions that can show it", n), n);
  AdwActionRow *inside;

  if (n == 0)
    return;
  inside = charter_row_new ("practice-symbolic", _ ("Practise These"), words);
  g_object_set_data (G_OBJECT (inside), "rank", GUINT_TO_POINTER (i));
  g_signal_connect_object (inside, "activated", G_CALLBACK (on_practise), self, 0);
  charter_row_add_arrow (inside);
  adw_expander_row_add_row (row, GTK_WIDGET (inside));
  adw_expander_row_set_enable_expansion (row, TRUE);
}

static void
add_story (CharterMisconceptionList *self, AdwExpanderRow *row, guint i)
{
  const CharterCase *story = get_rank (self, i)->story;
  AdwActionRow *inside;

  if (story == NULL)
    return;
  inside = charter_row_new ("media-playback-start-symbolic", _ ("Play the Case"), story->title.plain);
  g_object_set_data (G_OBJECT (inside), "rank", GUINT_TO_POINTER (i));
  g_signal_connect_object (inside, "activated", G_CALLBACK (on_play), self, 0);
  charter_row_add_arrow (inside);
  adw_expander_row_add_row (row, GTK_WIDGET (inside));
  adw_expander_row_set_enable_expansion (row, TRUE);
}

/* What a pack no longer has keeps its name in the history. */
static GtkWidget *
make_unknown (const char *name, const char *words)
{
  return g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", name, "subtitle", words, "enable-expansion",
                       FALSE, NULL);
}

static GtkWidget *
make_row (CharterMisconceptionList *self, guint i)
{
  const CharterMisconceptionRank *rank = get_rank (self, i);
  g_autofree char *words = describe (rank);
  GtkWidget *row = rank->misconception != NULL ? charter_idea_row_new (rank->pack, rank->misconception, words)
                                               : make_unknown (rank->name, words);

  add_practice (self, ADW_EXPANDER_ROW (row), i);
  add_story (self, ADW_EXPANDER_ROW (row), i);
  return row;
}

/* ---- the object ---- */

static void
charter_misconception_list_dispose (GObject *object)
{
  CharterMisconceptionList *self = CHARTER_MISCONCEPTION_LIST (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->study);
  g_clear_pointer (&self->ranks, g_ptr_array_unref);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  G_OBJECT_CLASS (charter_misconception_list_parent_class)->dispose (object);
}

static void
charter_misconception_list_class_init (CharterMisconceptionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = charter_misconception_list_dispose;
}

static void
charter_misconception_list_init (CharterMisconceptionList *self)
{
}

GtkWidget *
charter_misconception_list_new (void)
{
  return g_object_new (CHARTER_TYPE_MISCONCEPTION_LIST, NULL);
}

static GtkWidget *
make_line (const char *words, const char *style)
{
  GtkWidget *line = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                  PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (line, style);
  return line;
}

/* As the other sections have it. */
static GtkWidget *
make_head (gboolean any)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _ ("Misconceptions"), "xalign", 0.0, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (title, "hero-title");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (
    GTK_BOX (head),
    make_line (any ? _ ("First what your latest answers still show on most questions, then what was shown most often.")
                   : _ ("What wrong answers have in common shows here, with the way out of it."),
               "explanation"));
  return head;
}

static GtkWidget *
make_list (CharterMisconceptionList *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Misconceptions"), -1);
  for (guint i = 0; i < MIN (self->ranks->len, MOST_SHOWN); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (self, i));
  return list;
}

static void
show (CharterMisconceptionList *self)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (section), make_head (self->ranks->len > 0));
  if (self->ranks->len > 0)
    gtk_box_append (GTK_BOX (section), make_list (self));
  adw_bin_set_child (ADW_BIN (self), section);
}

/* ---- what the history tells ---- */

typedef struct {
  GPtrArray *packs;
  CharterHindsight *past;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_ptr_array_unref (look->packs);
  g_clear_pointer (&look->past, charter_hindsight_free);
  g_free (look);
}

static void
look_in_thread (GTask *task, gpointer self, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  g_autoptr (GArray) ranked = charter_ranked_packs_new (look->past, look->packs);

  g_task_return_pointer (task, charter_ranked_packs_rank (ranked, look->past), (GDestroyNotify)g_ptr_array_unref);
}

static void
tell (CharterMisconceptionList *self, const GError *error)
{
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  if (window != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    charter_window_toast_fault (window, error->message);
}

/* Rows go before what they show. */
static void
on_ranks (GObject *source, GAsyncResult *result, gpointer data)
{
  CharterMisconceptionList *self = CHARTER_MISCONCEPTION_LIST (source);
  const Look *look = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  GPtrArray *ranks = g_task_propagate_pointer (G_TASK (result), &error);

  if (ranks == NULL)
    {
      tell (self, error);
      return;
    }
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->ranks, g_ptr_array_unref);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  self->ranks = ranks;
  self->packs = g_ptr_array_ref (look->packs);
  show (self);
}

static void
on_past (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Look *look = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  look->past = charter_study_load_hindsight_finish (CHARTER_STUDY (study), result, &error);
  if (look->past != NULL)
    g_task_run_in_thread (task, look_in_thread);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
charter_misconception_list_show (CharterMisconceptionList *self, CharterStudy *study, GPtrArray *packs)
{
  Look *look = g_new0 (Look, 1);
  GTask *task;

  g_return_if_fail (CHARTER_IS_MISCONCEPTION_LIST (self));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  g_set_object (&self->study, study);
  look->packs = g_ptr_array_ref (packs);
  task = g_task_new (self, self->loading, on_ranks, NULL);
  g_task_set_source_tag (task, charter_misconception_list_show);
  g_task_set_task_data (task, look, look_free);
  charter_study_load_hindsight_async (study, TRUE, self->loading, on_past, task);
}
