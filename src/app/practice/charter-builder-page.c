/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-builder-page.h"

#include <glib/gi18n.h>

#include "charter-blueprint.h"
#include "charter-kind-row.h"
#include "charter-quiz.h"
#include "charter-rows.h"
#include "charter-topic-list.h"
#include "charter-way-out.h"
#include "charter-widget.h"

struct _CharterBuilderPage {
  AdwBin parent_instance;

  /* template widgets */
  AdwPreferencesGroup *pack_group;
  AdwComboRow *pack_row;
  AdwBin *topics_place;
  AdwPreferencesGroup *quiz;
  AdwPreferencesGroup *questions;
  AdwComboRow *easiest;
  AdwComboRow *hardest;
  AdwActionRow *mistakes_row;
  GtkSwitch *mistakes_switch;
  GtkAdjustment *number;
  GtkSpinButton *number_spin;
  AdwComboRow *mood;
  AdwActionRow *limit_row;
  GtkSwitch *limit_switch;
  AdwActionRow *pace_row;
  GtkAdjustment *pace;
  GtkSpinButton *pace_spin;
  AdwEntryRow *seed;
  AdwBin *fit_place;

  /* owned */
  GPtrArray *packs;     /* of CharterPack */
  GHashTable *mistakes; /* ids, or NULL until they are known */
  GCancellable *cancellable;

  CharterWindow *window; /* borrowed: the page lies on it */
  CharterPack *pack;     /* one of packs */
  CharterTopicList *topics;
  CharterKindRow *kinds;
  GtkLabel *fit; /* in its place */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (CharterBuilderPage, charter_builder_page, ADW_TYPE_BIN)

/* ---- what is wished ---- */

/* Returns: (transfer full) */
static GFile *
new_file (void)
{
  return g_file_new_build_filename (g_get_user_config_dir (), "charter", "quizzes.ini", NULL);
}

static void
read_blueprint (CharterBuilderPage *self, CharterBlueprint *blueprint)
{
  charter_blueprint_init (blueprint);
  blueprint->topics = charter_topic_list_dup_topics (self->topics);
  blueprint->kinds = charter_kind_row_get_kinds (self->kinds);
  blueprint->easiest = adw_combo_row_get_selected (self->easiest) + 1;
  blueprint->hardest = adw_combo_row_get_selected (self->hardest) + 1;
  blueprint->only_mistakes
    = gtk_switch_get_active (self->mistakes_switch) && gtk_widget_get_sensitive (GTK_WIDGET (self->mistakes_switch));
  blueprint->number = (guint)gtk_adjustment_get_value (self->number);
  blueprint->mood = adw_combo_row_get_selected (self->mood) == 1 ? CHARTER_MOOD_EXAM : CHARTER_MOOD_STUDY;
  blueprint->pace = gtk_switch_get_active (self->limit_switch) ? (guint)gtk_adjustment_get_value (self->pace) : 0;
}

/* Returns: FALSE where something is typed that is no number; nothing typed is 0, which stands for any. */
static gboolean
read_seed (CharterBuilderPage *self, guint64 *seed)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->seed))));

  *seed = 0;
  return *text == '\0' || g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT64, seed, NULL);
}

/* ---- words ---- */

static char *
dup_fit (const CharterBlueprint *blueprint, guint n, CharterWish obstacles)
{
  g_autofree char *fit = NULL;

  if (n == 0)
    return charter_blueprint_dup_advice (obstacles);
  fit = g_strdup_printf (ngettext ("%'u question fits", "%'u questions fit", n), n);
  if (n <= blueprint->number)
    return g_steal_pointer (&fit);
  /* Translators: “24 questions fit” comes before it. */
  return g_strdup_printf (ngettext ("%s, %'u of them is drawn", "%s, %'u of them are drawn", blueprint->number), fit,
                          blueprint->number);
}

static void
show_limit (CharterBuilderPage *self, const CharterBlueprint *blueprint, guint n)
{
  gboolean exam = blueprint->mood == CHARTER_MOOD_EXAM;
  guint minutes = charter_blueprint_count_minutes (n, blueprint->pace);
  g_autofree char *words
    = g_strdup_printf (ngettext ("%'u minute for all of it", "%'u minutes for all of it", minutes), minutes);

  gtk_widget_set_visible (GTK_WIDGET (self->limit_row), exam);
  gtk_widget_set_visible (GTK_WIDGET (self->pace_row), exam && blueprint->pace > 0);
  adw_action_row_set_subtitle (self->limit_row, blueprint->pace > 0 && n > 0 ? words : _ ("Take as long as you like"));
  adw_preferences_group_set_description (self->quiz, exam ? _ ("No feedback until the end; answers can be changed")
                                                          : _ ("Feedback after each question"));
}

static void
show_mistakes (CharterBuilderPage *self)
{
  guint n = self->mistakes != NULL ? g_hash_table_size (self->mistakes) : 0;
  g_autofree char *words = g_strdup_printf (ngettext ("%'u question was not wholly right the last time",
                                                      "%'u questions were not wholly right the last time", n),
                                            n);

  gtk_widget_set_sensitive (GTK_WIDGET (self->mistakes_switch), n > 0);
  if (self->mistakes == NULL)
    adw_action_row_set_subtitle (self->mistakes_row, "");
  else
    adw_action_row_set_subtitle (self->mistakes_row, n > 0 ? words : _ ("There are no mistakes in this pack so far"));
}

static void
show_fit (CharterBuilderPage *self, const char *words)
{
  if (g_str_equal (gtk_label_get_label (self->fit), words))
    return;
  gtk_label_set_label (self->fit, words);
  charter_widget_announce (GTK_WIDGET (self), words);
}

static void
show (CharterBuilderPage *self)
{
  g_auto (CharterBlueprint) blueprint = { 0 };
  g_autofree char *words = NULL;
  guint64 seed;
  guint n;

  if (self->filling || self->pack == NULL)
    return;
  read_blueprint (self, &blueprint);
  n = charter_blueprint_count (&blueprint, self->pack, self->mistakes);
  words = dup_fit (&blueprint, n, charter_blueprint_find_obstacles (&blueprint, self->pack, self->mistakes));
  show_fit (self, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "builder.start", n > 0 && read_seed (self, &seed));
  if (read_seed (self, &seed))
    gtk_widget_remove_css_class (GTK_WIDGET (self->seed), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->seed), "error");
  show_limit (self, &blueprint, MIN (n, blueprint.number));
}

/* ---- choosing ---- */

/* One end of the range takes the other along. */
static void
on_easiest (CharterBuilderPage *self)
{
  if (adw_combo_row_get_selected (self->hardest) < adw_combo_row_get_selected (self->easiest))
    adw_combo_row_set_selected (self->hardest, adw_combo_row_get_selected (self->easiest));
  show (self);
}

static void
on_hardest (CharterBuilderPage *self)
{
  if (adw_combo_row_get_selected (self->easiest) > adw_combo_row_get_selected (self->hardest))
    adw_combo_row_set_selected (self->easiest, adw_combo_row_get_selected (self->hardest));
  show (self);
}

static void
on_mistakes_loaded (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterBuilderPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) mistakes = charter_study_load_mistakes_finish (CHARTER_STUDY (study), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->pack == NULL)
    return;
  if (error != NULL)
    charter_window_toast_fault (self->window, error->message);
  g_clear_pointer (&self->mistakes, g_hash_table_unref);
  self->mistakes = g_steal_pointer (&mistakes);
  show_mistakes (self);
  show (self);
}

static void
load_mistakes (CharterBuilderPage *self)
{
  CharterStudy *study = charter_window_get_study (self->window, self->pack);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->mistakes, g_hash_table_unref);
  show_mistakes (self);
  if (study != NULL)
    charter_study_load_mistakes_async (study, self->pack, self->cancellable, on_mistakes_loaded, g_object_ref (self));
}

static void
fill_lists (CharterBuilderPage *self, const CharterBlueprint *blueprint)
{
  self->topics = CHARTER_TOPIC_LIST (charter_topic_list_new (self->pack, blueprint->topics));
  self->kinds = CHARTER_KIND_ROW (charter_kind_row_new (self->pack, blueprint->kinds));
  g_signal_connect_swapped (self->topics, "changed", G_CALLBACK (show), self);
  g_signal_connect_swapped (self->kinds, "changed", G_CALLBACK (show), self);
  adw_bin_set_child (self->topics_place, GTK_WIDGET (self->topics));
  gtk_widget_set_visible (GTK_WIDGET (self->topics_place), charter_topic_list_has_choice (self->topics));
  adw_preferences_group_add (self->questions, GTK_WIDGET (self->kinds));
}

static void
fill (CharterBuilderPage *self)
{
  g_auto (CharterBlueprint) blueprint = { 0 };
  g_autoptr (GFile) file = new_file ();

  self->filling = TRUE;
  charter_blueprint_load (&blueprint, file, self->pack->id);
  if (self->kinds != NULL)
    adw_preferences_group_remove (self->questions, GTK_WIDGET (self->kinds));
  fill_lists (self, &blueprint);
  adw_combo_row_set_selected (self->easiest, blueprint.easiest - 1);
  adw_combo_row_set_selected (self->hardest, blueprint.hardest - 1);
  gtk_switch_set_active (self->mistakes_switch, blueprint.only_mistakes);
  gtk_adjustment_set_upper (self->number, MAX (1, self->pack->n_items));
  gtk_adjustment_set_value (self->number, blueprint.number > 0 ? blueprint.number : self->pack->n_items);
  adw_combo_row_set_selected (self->mood, blueprint.mood == CHARTER_MOOD_EXAM ? 1 : 0);
  gtk_switch_set_active (self->limit_switch, blueprint.pace > 0);
  gtk_adjustment_set_value (self->pace, blueprint.pace > 0 ? blueprint.pace : CHARTER_BLUEPRINT_PACE);
  self->filling = FALSE;
  load_mistakes (self);
  show (self);
}

static void
on_pack (CharterBuilderPage *self)
{
  guint selected = adw_combo_row_get_selected (self->pack_row);

  if (self->packs == NULL || selected >= self->packs->len || self->packs->pdata[selected] == self->pack)
    return;
  self->pack = self->packs->pdata[selected];
  fill (self);
}

/* ---- starting ---- */

/* The page gives way to the quiz, so nothing of it is used afterwards. */
static void
begin (CharterBuilderPage *self, const CharterBlueprint *blueprint, const char *const *ids, guint64 seed)
{
  CharterStudy *study = charter_window_get_study (self->window, self->pack);
  guint n = g_strv_length ((char **)ids);
  gint64 limit = blueprint->pace > 0 ? charter_blueprint_count_minutes (n, blueprint->pace) * G_TIME_SPAN_MINUTE : 0;

  if (blueprint->mood == CHARTER_MOOD_EXAM)
    charter_quiz_begin_exam (self->window, study, self->pack, CHARTER_STUDY_BUILT, ids, seed, limit, TRUE);
  else
    charter_quiz_begin (self->window, study, self->pack, CHARTER_STUDY_BUILT, ids, seed, TRUE);
}

static void
start_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterBuilderPage *self = CHARTER_BUILDER_PAGE (widget);
  g_auto (CharterBlueprint) blueprint = { 0 };
  g_autofree const char **ids = NULL;
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GError) error = NULL;
  guint64 seed;

  if (!read_seed (self, &seed))
    return;
  if (seed == 0)
    seed = charter_quiz_draw_seed ();
  read_blueprint (self, &blueprint);
  ids = charter_blueprint_draw (&blueprint, self->pack, self->mistakes, seed);
  if (ids[0] == NULL)
    return;
  if (!charter_blueprint_save (&blueprint, file, self->pack->id, &error))
    charter_window_toast_fault (self->window, error->message);
  begin (self, &blueprint, ids, seed);
}

/* ---- the object ---- */

/* The focus comes in where one begins to choose. */
static void
enter_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CharterBuilderPage *self = CHARTER_BUILDER_PAGE (widget);

  if (!gtk_widget_child_focus (GTK_WIDGET (self->topics_place), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self->questions), GTK_DIR_TAB_FORWARD);
}

static void
charter_builder_page_dispose (GObject *object)
{
  CharterBuilderPage *self = CHARTER_BUILDER_PAGE (object);

  self->pack = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (charter_builder_page_parent_class)->dispose (object);
}

static void
charter_builder_page_finalize (GObject *object)
{
  CharterBuilderPage *self = CHARTER_BUILDER_PAGE (object);

  g_clear_pointer (&self->mistakes, g_hash_table_unref);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  G_OBJECT_CLASS (charter_builder_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (CHARTER_TYPE_WAY_OUT);
  gtk_widget_class_set_template_from_resource (klass, "/org/charterstudy/Charter/practice/charter-builder-page.ui");
  gtk_widget_class_bind_template_child (klass, CharterBuilderPage, pack_group);
  gtk_widget_class_bind_template_child (klass, CharterBuilderPage, pack_row);
  gtk_widget_class_bind_template_child (klass, CharterBuilderPage, topics_place);
  gtk_widget_class_bind_template_child (klass, CharterBuilderPage, quiz);
  gtk_widget_class_bind_template_child (klass, CharterBuilderPage, questions);
  gtk_widget_class_bind_template_child (klass, CharterBuilderPage, easiest);
  gtk_widget_class_bind_template_child (klass, CharterBuilderPage, hardest);
  gtk_widget_class_bind_template_child (klass, CharterBuilderPage, mistakes_row);
  gtk_widget_class_bind_template_child (klass, CharterBuilderPage, mistakes_switch);
  gtk_widget_class_bind_template_child (klass, CharterBuilderPage, number);
  gtk_widget_class_bind_template_child (klass, CharterBuilderPage, number_spin);
  gtk_widget_class_bind_template_child (klass, CharterBuilderPage, mood);
  gtk_widget_class_bind_template_child (klass, CharterBuilderPage, limit_row);
  gtk_widget_class_bind_template_child (klass, CharterBuilderPage, limit_switch);
  gtk_widget_class_bind_template_child (klass, CharterBuilderPage, pace_row);
  gtk_widget_class_bind_template_child (klass, CharterBuilderPage, pace);
  gtk_widget_class_bind_template_child (klass, CharterBuilderPage, pace_spin);
  gtk_widget_class_bind_template_child (klass, CharterBuilderPage, seed);
  gtk_widget_class_bind_template_child (klass, CharterBuilderPage, fit_place);
  gtk_widget_class_bind_template_callback (klass, on_pack);
  gtk_widget_class_bind_template_callback (klass, on_easiest);
  gtk_widget_class_bind_template_callback (klass, on_hardest);
  gtk_widget_class_bind_template_callback (klass, show);
}

static void
charter_builder_page_class_init (CharterBuilderPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_builder_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_builder_page_finalize;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.enter", NULL, enter_action);
  gtk_widget_class_install_action (widget_class, "builder.start", NULL, start_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
}

static void
charter_builder_page_init (CharterBuilderPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->fit = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "accessible-role", CHARTER_ROLE_STATUS, NULL);
  adw_bin_set_child (self->fit_place, GTK_WIDGET (self->fit));
  charter_row_be_toggle (self->mistakes_row, GTK_WIDGET (self->mistakes_switch));
  charter_row_be_toggle (self->limit_row, GTK_WIDGET (self->limit_switch));
}

static gboolean
has_questions (const CharterPack *pack)
{
  for (guint i = 0; i < pack->n_items; i++)
    if (!pack->items[i]->reserved)
      return TRUE;
  return FALSE;
}

static GPtrArray *
list_packs (CharterLibrary *library)
{
  GPtrArray *packs = charter_library_list_packs (library);

  for (guint i = packs->len; i > 0; i--)
    if (!has_questions (packs->pdata[i - 1]))
      g_ptr_array_remove_index (packs, i - 1);
  return packs;
}

gboolean
charter_builder_page_has_packs (CharterLibrary *library)
{
  g_autoptr (GPtrArray) packs = list_packs (library);

  return packs->len > 0;
}

static void
offer_packs (CharterBuilderPage *self, const char *pack_id)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < self->packs->len; i++)
    {
      CharterPack *pack = self->packs->pdata[i];

      gtk_string_list_append (titles, pack->title.plain);
      selected = g_strcmp0 (pack->id, pack_id) == 0 ? i : selected;
    }
  adw_combo_row_set_model (self->pack_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->pack_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->pack_group), self->packs->len > 1);
  on_pack (self);
}

GtkWidget *
charter_builder_page_new (CharterWindow *window, CharterLibrary *library, const char *pack_id)
{
  CharterBuilderPage *self = g_object_new (CHARTER_TYPE_BUILDER_PAGE, NULL);

  self->window = window;
  self->packs = list_packs (library);
  offer_packs (self, pack_id);
  return GTK_WIDGET (self);
}
