/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-progress-page.h"

#include <glib/gi18n.h>

#include "charter-attempts-list.h"
#include "charter-days.h"
#include "charter-item-chooser.h"
#include "charter-knowledge-charts.h"
#include "charter-mastery.h"
#include "charter-misconception-list.h"
#include "charter-readiness-group.h"
#include "charter-study-progress.h"
#include "charter-study-say.h"
#include "charter-time-charts.h"
#include "charter-window.h"

struct _CharterProgressPage {
  AdwBin parent_instance;

  /* template widgets */
  GtkStack *stack;
  GtkBox *charts;

  /* made here, in their order */
  CharterChartCard *calendar;
  CharterChartCard *daily;
  CharterReadinessGroup *readiness;
  CharterMisconceptionList *misconceptions;
  CharterChartCard *forecast;
  CharterChartCard *calibration;
  GtkWidget *pack_group;
  AdwComboRow *pack_row;
  CharterChartCard *mastery;
  CharterChartCard *curve;
  CharterItemChooser *chooser;
  CharterAttemptsList *attempts;

  /* owned */
  CharterLibrary *library;
  CharterStudy *study;
  GPtrArray *packs; /* CharterPack, as in the row */
  CharterPack *pack;
  GPtrArray *records;            /* of pack; NULL until read */
  GCancellable *loading;         /* what was asked of the store for all */
  GCancellable *history_loading; /* and for one question */

  gboolean stale;
};

G_DEFINE_FINAL_TYPE (CharterProgressPage, charter_progress_page, ADW_TYPE_BIN)

static void
renew (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();
}

static void
tell (CharterProgressPage *self, const GError *error)
{
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  if (window != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    charter_window_toast_fault (window, error->message);
}

/* ---- days ---- */

static void
show_days (CharterProgressPage *self)
{
  const GArray *tallies = charter_study_get_tallies (self->study);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  int today = charter_study_get_today (self->study);
  int monday = today - charter_day_get_weekday (today) + 1;
  g_autoptr (GArray) days = charter_days_new (tallies, charter_study_get_scheme (self->study), zone,
                                              monday - 7 * (CHARTER_CALENDAR_WEEKS - 1), today);
  CharterCalibration words[CHARTER_N_CONFIDENCES];

  charter_calendar_card_fill (self->calendar, days);
  charter_daily_card_fill (self->daily, days);
  charter_calibration_fill (tallies, words);
  charter_calibration_card_fill (self->calibration, words);
}

static void
on_forecast (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterProgressPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) due = charter_study_load_forecast_finish (CHARTER_STUDY (study), result, &error);

  if (due != NULL)
    charter_forecast_card_fill (self->forecast, due, charter_study_get_today (self->study));
  else
    tell (self, error);
}

/* ---- one question ---- */

static const CharterItemRecord *
find_record (CharterProgressPage *self, const CharterItem *item)
{
  for (guint i = 0; self->records != NULL && i < self->records->len; i++)
    if (g_str_equal (((const CharterItemRecord *)self->records->pdata[i])->item, item->id))
      return self->records->pdata[i];
  return NULL;
}

static void
on_history (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterProgressPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterItemHistory) history = charter_study_load_history_finish (CHARTER_STUDY (study), result, &error);
  const CharterItem *item = charter_item_chooser_get_item (self->chooser);
  const CharterItemRecord *record = history != NULL && item != NULL ? find_record (self, item) : NULL;

  if (history == NULL)
    tell (self, error);
  if (record != NULL && history->reviews->len > 0)
    charter_curve_card_fill (self->curve, charter_curve_new (history, &charter_study_get_scheme (self->study)->weights,
                                                             charter_study_get_today (self->study), record->due_day));
}

static void
load_history (CharterProgressPage *self)
{
  const CharterItem *item = charter_item_chooser_get_item (self->chooser);

  renew (&self->history_loading);
  if (item != NULL)
    charter_study_load_history_async (self->study, self->pack, item, self->history_loading, on_history,
                                      g_object_ref (self));
}

static double
get_recall (CharterProgressPage *self, const CharterItemRecord *record)
{
  int days = MAX (0, charter_study_get_today (self->study) - record->last_day);

  return charter_fsrs_get_recall (&charter_study_get_scheme (self->study)->weights, record->memory, days);
}

/* All that were reviewed can be chosen; the one that is nearest to being forgotten is shown at first. */
static void
offer_items (CharterProgressPage *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  const CharterItem *first = NULL;
  double least = 2;

  for (guint i = 0; i < self->records->len; i++)
    {
      const CharterItemRecord *record = self->records->pdata[i];
      const CharterItem *item = charter_pack_find_item (self->pack, record->item);

      if (record->n_reviews == 0 || item == NULL)
        continue;
      g_ptr_array_add (items, (gpointer)item);
      if (get_recall (self, record) < least)
        least = get_recall (self, record), first = item;
    }
  charter_item_chooser_set_items (self->chooser, self->pack, items, first);
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), items->len > 0);
  if (items->len == 0)
    charter_chart_card_show_nothing (self->curve,
                                     _ ("How the memory of a question fades, and how each review brings it "
                                        "back, shows here once you have answered one."));
  load_history (self);
}

/* ---- a pack ---- */

static void
on_records (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterProgressPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = charter_study_load_records_finish (CHARTER_STUDY (study), result, &error);
  g_autoptr (GArray) topics = NULL;

  if (records == NULL)
    {
      tell (self, error);
      return;
    }
  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->records = g_steal_pointer (&records);
  topics = charter_mastery_new (self->pack, self->records, &charter_study_get_scheme (self->study)->weights,
                                charter_study_get_today (self->study));
  charter_mastery_card_fill (self->mastery, topics);
  offer_items (self);
}

static void
load (CharterProgressPage *self)
{
  renew (&self->loading);
  charter_study_load_forecast_async (self->study, self->loading, on_forecast, g_object_ref (self));
  if (self->pack != NULL)
    charter_study_load_records_async (self->study, self->pack, self->loading, on_records, g_object_ref (self));
}

static void
choose_pack (CharterProgressPage *self)
{
  guint selected = adw_combo_row_get_selected (self->pack_row);
  CharterPack *pack = self->packs != NULL && selected < self->packs->len ? self->packs->pdata[selected] : NULL;

  if (pack == NULL || pack == self->pack)
    return;
  g_clear_pointer (&self->pack, charter_pack_unref);
  self->pack = charter_pack_ref (pack);
  load (self);
}

static GPtrArray *
list_packs (CharterProgressPage *self)
{
  GPtrArray *packs = charter_library_list_packs (self->library);

  for (guint i = packs->len; i > 0; i--)
    {
      CharterPack *pack = packs->pdata[i - 1];
      if ((pack->n_items == 0 && pack->n_cases == 0) || charter_library_is_guest (self->library, pack))
        g_ptr_array_remove_index (packs, i - 1);
    }
  return packs;
}

/* Which pack to begin with: the one that was shown, even where it was read anew; else the one last read in. */
static guint
find_pack (CharterProgressPage *self)
{
  g_autofree char *last = NULL;
  const char *id = NULL;

  charter_study_get_last_lesson (self->study, &last, NULL);
  id = self->pack != NULL ? self->pack->id : last;
  for (guint i = 0; i < self->packs->len; i++)
    if (g_strcmp0 (((CharterPack *)self->packs->pdata[i])->id, id) == 0)
      return i;
  return 0;
}

static void
offer_packs (CharterProgressPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected;

  g_clear_pointer (&self->packs, g_ptr_array_unref);
  self->packs = list_packs (self);
  selected = find_pack (self);
  g_clear_pointer (&self->pack, charter_pack_unref);
  if (self->packs->len > 0)
    self->pack = charter_pack_ref (self->packs->pdata[selected]);
  for (guint i = 0; i < self->packs->len; i++)
    gtk_string_list_append (titles, ((CharterPack *)self->packs->pdata[i])->title.plain);
  g_signal_handlers_block_by_func (self->pack_row, choose_pack, self);
  adw_combo_row_set_model (self->pack_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->pack_row, selected);
  g_signal_handlers_unblock_by_func (self->pack_row, choose_pack, self);
  gtk_widget_set_visible (self->pack_group, self->packs->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->mastery), self->packs->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->curve), self->packs->len > 0);
}

/* Of all exams and misconceptions, those of packs without questions of their own too. */
static void
show_over_packs (CharterProgressPage *self)
{
  g_autoptr (GPtrArray) packs = charter_library_list_packs (self->library);

  for (guint i = packs->len; i > 0; i--)
    if (charter_library_is_guest (self->library, packs->pdata[i - 1]))
      g_ptr_array_remove_index (packs, i - 1);
  charter_readiness_group_show (self->readiness, self->study, packs, NULL);
  charter_misconception_list_show (self->misconceptions, self->study, packs);
}

/* ---- the page ---- */

static void
refresh (CharterProgressPage *self)
{
  if (!charter_library_is_loaded (self->library))
    return;
  self->stale = FALSE;
  if (charter_study_get_tallies (self->study)->len == 0 && !charter_study_has_finished (self->study))
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  show_days (self);
  show_over_packs (self);
  offer_packs (self);
  load (self);
  charter_attempts_list_show (self->attempts, self->study, self->library);
  gtk_stack_set_visible_child_name (self->stack, "charts");
}

static void
mark_stale (CharterProgressPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
charter_progress_page_map (GtkWidget *widget)
{
  CharterProgressPage *self = CHARTER_PROGRESS_PAGE (widget);

  if (self->stale)
    refresh (self);
  GTK_WIDGET_CLASS (charter_progress_page_parent_class)->map (widget);
}

static void
charter_progress_page_dispose (GObject *object)
{
  CharterProgressPage *self = CHARTER_PROGRESS_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_cancellable_cancel (self->history_loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->history_loading);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->pack, charter_pack_unref);
  g_clear_object (&self->library);
  g_clear_object (&self->study);
  G_OBJECT_CLASS (charter_progress_page_parent_class)->dispose (object);
}

static void
charter_progress_page_class_init (CharterProgressPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_progress_page_dispose;
  widget_class->map = charter_progress_page_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/charterstudy/Charter/progress/charter-progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterProgressPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CharterProgressPage, charts);
}

static CharterChartCard *
add_card (CharterProgressPage *self, const char *title, const char *file_name)
{
  GtkWidget *card = charter_chart_card_new (title, file_name);

  gtk_box_append (self->charts, card);
  return CHARTER_CHART_CARD (card);
}

static void
add_pack_row (CharterProgressPage *self)
{
  self->pack_group = adw_preferences_group_new ();
  self->pack_row = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("Pack"), NULL);
  g_signal_connect_swapped (self->pack_row, "notify::selected", G_CALLBACK (choose_pack), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->pack_group), GTK_WIDGET (self->pack_row));
  gtk_box_append (self->charts, self->pack_group);
}

static void
add_curve (CharterProgressPage *self)
{
  self->curve = add_card (self, _ ("How You Forget"), "charter-forgetting");
  self->chooser = CHARTER_ITEM_CHOOSER (charter_item_chooser_new ());
  g_signal_connect_swapped (self->chooser, "changed", G_CALLBACK (load_history), self);
  charter_chart_card_set_choice (self->curve, GTK_WIDGET (self->chooser));
}

static void
charter_progress_page_init (CharterProgressPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_stack_set_visible_child_name (self->stack, "loading");
  self->calendar = add_card (self, _ ("Days"), "charter-days");
  self->daily = add_card (self, _ ("Right and Not Right"), "charter-answers");
  self->forecast = add_card (self, _ ("Reviews to Come"), "charter-forecast");
  self->calibration = add_card (self, _ ("How Sure You Are"), "charter-certainty");
  self->readiness = CHARTER_READINESS_GROUP (charter_readiness_group_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->readiness), "section");
  gtk_box_append (self->charts, GTK_WIDGET (self->readiness));
  self->misconceptions = CHARTER_MISCONCEPTION_LIST (charter_misconception_list_new ());
  gtk_box_append (self->charts, GTK_WIDGET (self->misconceptions));
  add_pack_row (self);
  self->mastery = add_card (self, _ ("Topics"), "charter-topics");
  add_curve (self);
  self->attempts = CHARTER_ATTEMPTS_LIST (charter_attempts_list_new ());
  gtk_box_append (self->charts, GTK_WIDGET (self->attempts));
}

GtkWidget *
charter_progress_page_new (CharterLibrary *library, CharterStudy *study)
{
  CharterProgressPage *self = g_object_new (CHARTER_TYPE_PROGRESS_PAGE, NULL);

  self->library = g_object_ref (library);
  self->study = g_object_ref (study);
  g_signal_connect_object (library, "changed", G_CALLBACK (mark_stale), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (study, "changed", G_CALLBACK (mark_stale), self, G_CONNECT_SWAPPED);
  mark_stale (self);
  return GTK_WIDGET (self);
}
