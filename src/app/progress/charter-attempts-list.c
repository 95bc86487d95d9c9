/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-attempts-list.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charter-ending-page.h"
#include "charter-report-page.h"
#include "charter-rows.h"
#include "charter-session-words.h"
#include "charter-study-attempts.h"
#include "charter-window.h"

#define PAGE 20 /* rows at first, and as many more each time */
#define NOWHERE -1

struct _CharterAttemptsList {
  AdwBin parent_instance;

  GtkListBox *list; /* of the group that is shown, or NULL */
  GtkWidget *more;  /* the last row, or NULL */

  CharterStudy *study;
  CharterLibrary *library;
  GPtrArray *attempts; /* CharterSessionRecord, as the rows show them */
  GCancellable *loading;
  int opened; /* the row that was opened, to which the focus comes back; or NOWHERE */
};

G_DEFINE_FINAL_TYPE (CharterAttemptsList, charter_attempts_list, ADW_TYPE_BIN)

static void load (CharterAttemptsList *self, guint skip, guint limit);

static void
tell (CharterAttemptsList *self, const GError *error)
{
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  if (window != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    charter_window_toast_fault (window, error->message);
}

/* ---- looking back ---- */

static GtkWidget *
create_page (CharterAttemptsList *self, GObject *attempt, gint64 wall)
{
  GtkWidget *page;

  if (CHARTER_IS_WALK (attempt))
    return charter_ending_page_new (self->study, CHARTER_WALK (attempt));
  page = charter_report_page_new (self->study, CHARTER_SESSION (attempt));
  charter_report_page_set_time (CHARTER_REPORT_PAGE (page), wall);
  return page;
}

static void
show (CharterAttemptsList *self, CharterWindow *window, GObject *attempt, gint64 wall)
{
  g_autofree char *note
    = CHARTER_IS_SESSION (attempt) ? charter_study_dup_attempt_note (self->study, CHARTER_SESSION (attempt)) : NULL;

  charter_window_push (window, create_page (self, attempt, wall));
  if (note != NULL)
    charter_window_toast (window, note);
}

static void
on_attempt (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterAttemptsList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) attempt = charter_study_load_attempt_finish (CHARTER_STUDY (study), result, &error);
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));
  guint opened = (guint)self->opened;

  if (attempt == NULL)
    tell (self, error);
  else if (window != NULL && opened < self->attempts->len)
    show (self, window, attempt, ((CharterSessionRecord *)self->attempts->pdata[opened])->last_wall);
}

static void
on_activated (GtkListBoxRow *row, CharterAttemptsList *self)
{
  g_autoptr (GPtrArray) packs = charter_library_list_packs (self->library);

  self->opened = gtk_list_box_row_get_index (row);
  charter_study_load_attempt_async (self->study, packs, self->attempts->pdata[self->opened], self->loading, on_attempt,
                                    g_object_ref (self));
}

/* ---- the rows ---- */

static char *
dup_count (const CharterSessionRecord *attempt)
{
  guint n = attempt->n_answered;

  if (attempt->n_steps == 0)
    return g_strdup_printf (ngettext ("%'u move", "%'u moves", n), n);
  return g_strdup_printf (ngettext ("%'u answer", "%'u answers", n), n);
}

/* When, with what score, over how many answers. */
static char *
dup_words (const CharterSessionRecord *attempt)
{
  g_autofree char *when = charter_session_words_dup_when (attempt->last_wall);
  g_autofree char *count = dup_count (attempt);
  double share = attempt->maximum > 0 ? attempt->points / attempt->maximum : 0;
  g_autofree char *percent = g_strdup_printf (_ ("%d%%"), (int)round (CLAMP (share, 0, 1) * 100));

  return g_strjoin (" · ", when, percent, count,
                    attempt->state == CHARTER_SESSION_LEFT ? _ ("left before its end") : NULL, NULL);
}

static GtkWidget *
make_row (CharterAttemptsList *self, const CharterSessionRecord *attempt)
{
  CharterPack *pack = charter_library_find_pack (self->library, attempt->pack);
  g_autofree char *gone
    = pack == NULL ? g_strdup_printf (_ ("In a pack that is not in your library: %s"), attempt->pack) : NULL;
  g_autofree char *words = dup_words (attempt);
  AdwActionRow *row
    = charter_row_new (NULL, pack != NULL ? charter_session_words_get_title (pack, attempt->group) : gone, words);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), pack != NULL);
  if (pack != NULL)
    charter_row_add_arrow (row);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), self, 0);
  return GTK_WIDGET (row);
}

/* In the place of the row comes what it promised, and the focus to the first of that. */
static void
show_more (CharterAttemptsList *self)
{
  gtk_widget_set_sensitive (self->more, FALSE); /* once is enough */
  load (self, self->attempts->len, PAGE);
}

static void
add_more (CharterAttemptsList *self, guint n)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%'u more", "%'u more", n), n);

  self->more = GTK_WIDGET (charter_row_new (NULL, _ ("Show More"), words));
  g_signal_connect_object (self->more, "activated", G_CALLBACK (show_more), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, self->more);
}

static void
add_rows (CharterAttemptsList *self, const CharterAttempts *attempts)
{
  if (self->more != NULL)
    gtk_list_box_remove (self->list, self->more);
  self->more = NULL;
  for (guint i = 0; i < attempts->list->len; i++)
    {
      const CharterSessionRecord *attempt = attempts->list->pdata[i];

      gtk_list_box_append (self->list, make_row (self, attempt));
      g_ptr_array_add (self->attempts, charter_session_record_copy (attempt));
    }
  if (self->attempts->len < attempts->n_all)
    add_more (self, attempts->n_all - self->attempts->len);
}

/* ---- the place of the focus ---- */

static void
focus_row (CharterAttemptsList *self, int index)
{
  GtkListBoxRow *row
    = self->list != NULL && index != NOWHERE ? gtk_list_box_get_row_at_index (self->list, index) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Which row has the focus. */
static int
find_focus (CharterAttemptsList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || self->list == NULL || gtk_widget_get_parent (focus) != GTK_WIDGET (self->list))
    return NOWHERE;
  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus));
}

/* ---- the list ---- */

static void
begin_anew (CharterAttemptsList *self, gboolean any)
{
  GtkWidget *group = charter_group_new (_ ("Attempts"),
                                        any ? _ ("The latest first. Open one to read it again, or to delete it.")
                                            : _ ("What you finish shows here, to be read again or deleted."),
                                        &self->list);

  gtk_widget_set_visible (GTK_WIDGET (self->list), any);
  g_ptr_array_set_size (self->attempts, 0);
  self->more = NULL;
  adw_bin_set_child (ADW_BIN (self), group);
}

static gboolean
is_same (const CharterSessionRecord *a, const CharterSessionRecord *b)
{
  return g_str_equal (a->session, b->session) && a->last_hlc == b->last_hlc;
}

/* Whether the rows tell all that yet. */
static gboolean
is_shown (CharterAttemptsList *self, const CharterAttempts *attempts)
{
  gboolean whole = self->attempts->len == attempts->n_all;

  if (self->list == NULL || attempts->list->len != self->attempts->len || whole != (self->more == NULL))
    return FALSE;
  for (guint i = 0; i < self->attempts->len; i++)
    if (!is_same (self->attempts->pdata[i], attempts->list->pdata[i]))
      return FALSE;
  return TRUE;
}

/* One that was deleted leaves the focus to the one that is now in its place. */
static void
replace (CharterAttemptsList *self, const CharterAttempts *attempts)
{
  int focus = find_focus (self);

  if (focus == NOWHERE && gtk_widget_get_mapped (GTK_WIDGET (self)))
    focus = self->opened;
  begin_anew (self, attempts->n_all > 0);
  add_rows (self, attempts);
  focus_row (self, MIN (focus, (int)self->attempts->len - 1));
  self->opened = NOWHERE;
}

typedef struct {
  CharterAttemptsList *self;
  guint skip;
} Loading;

static void
on_loaded (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autofree Loading *loading = data;
  g_autoptr (CharterAttemptsList) self = loading->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterAttempts) attempts = charter_study_load_attempts_finish (CHARTER_STUDY (study), result, &error);

  if (attempts == NULL)
    tell (self, error);
  else if (loading->skip == 0 && !is_shown (self, attempts))
    replace (self, attempts);
  else if (loading->skip > 0 && loading->skip == self->attempts->len)
    {
      add_rows (self, attempts);
      focus_row (self, (int)loading->skip);
    }
}

static void
load (CharterAttemptsList *self, guint skip, guint limit)
{
  Loading *loading = g_new (Loading, 1);

  *loading = (Loading){ g_object_ref (self), skip };
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  charter_study_load_attempts_async (self->study, skip, limit, self->loading, on_loaded, loading);
}

void
charter_attempts_list_show (CharterAttemptsList *self, CharterStudy *study, CharterLibrary *library)
{
  g_return_if_fail (CHARTER_IS_ATTEMPTS_LIST (self));

  g_set_object (&self->study, study);
  g_set_object (&self->library, library);
  load (self, 0, MAX (PAGE, self->attempts->len));
}

/* ---- the object ---- */

static void
charter_attempts_list_map (GtkWidget *widget)
{
  CharterAttemptsList *self = CHARTER_ATTEMPTS_LIST (widget);

  GTK_WIDGET_CLASS (charter_attempts_list_parent_class)->map (widget);
  focus_row (self, self->opened);
}

static void
charter_attempts_list_dispose (GObject *object)
{
  CharterAttemptsList *self = CHARTER_ATTEMPTS_LIST (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->attempts, g_ptr_array_unref);
  g_clear_object (&self->study);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (charter_attempts_list_parent_class)->dispose (object);
}

static void
charter_attempts_list_class_init (CharterAttemptsListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = charter_attempts_list_dispose;
  GTK_WIDGET_CLASS (klass)->map = charter_attempts_list_map;
}

static void
charter_attempts_list_init (CharterAttemptsList *self)
{
  self->attempts = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_session_record_free);
  self->opened = NOWHERE;
}

GtkWidget *
charter_attempts_list_new (void)
{
  return g_object_new (CHARTER_TYPE_ATTEMPTS_LIST, NULL);
}
