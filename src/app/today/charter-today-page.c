/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-today-page.h"

#include <glib/gi18n.h>

#include "charter-greeting.h"
#include "charter-plan.h"
#include "charter-rows.h"
#include "charter-window.h"

struct _CharterTodayPage {
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel *greeting;
  GtkLabel *day;
  GtkWidget *hero;
  GtkLabel *hero_kind;
  GtkLabel *hero_title;
  GtkLabel *hero_line;
  GtkProgressBar *hero_progress;
  GtkButton *hero_button;
  AdwBin *waiting;
  GtkWidget *week;
  GtkLabel *n_answers;
  GtkLabel *n_answers_name;
  GtkLabel *right;

  /* owned */
  CharterLibrary *library;
  CharterStudy *study;

  gboolean stale;
};

G_DEFINE_FINAL_TYPE (CharterTodayPage, charter_today_page, ADW_TYPE_BIN)

/* --- words -------------------------------------------------------------------------------------------------------- */

static char *
describe_time_left (const CharterLesson *lesson, double done)
{
  guint minutes = MAX (1, (guint)(lesson->minutes * (1 - done) + .5));

  if (lesson->minutes == 0)
    return NULL;
  if (done > 0)
    return g_strdup_printf (ngettext ("about %u minute left", "about %u minutes left", minutes), minutes);
  return g_strdup_printf (ngettext ("%u minute", "%u minutes", lesson->minutes), lesson->minutes);
}

static char *
describe_questions (const CharterGroup *group)
{
  return g_strdup_printf (ngettext ("%u question", "%u questions", group->n_items), group->n_items);
}

static char *
describe (const CharterDeed *deed)
{
  g_autofree char *more = NULL;

  switch (deed->kind)
    {
    case CHARTER_DEED_RESUME:
      if (deed->story != NULL)
        return g_strdup_printf (ngettext ("Left after %u move", "Left after %u moves", deed->position), deed->position);
      return g_strdup_printf (_ ("Left at question %u of %u"), deed->position + 1, deed->n_steps);
    case CHARTER_DEED_TRY_AGAIN:
      return g_strdup_printf (_ ("Best so far: %.0f %%"), deed->done * 100);
    case CHARTER_DEED_TRY:
      more = describe_questions (deed->group);
      break;
    case CHARTER_DEED_READ_ON:
    case CHARTER_DEED_READ:
    default:
      more = describe_time_left (deed->lesson, deed->done);
    }
  return more != NULL ? g_strdup_printf ("%s · %s", deed->pack->title.plain, more) : g_strdup (deed->pack->title.plain);
}

/* What a kind of deed is called over its title, on its button, and which icon it has in a list. */
static const struct {
  const char *kind;
  const char *button;
  const char *icon;
} words[] = {
  [CHARTER_DEED_RESUME] = { N_ ("Go on with the quiz"), N_ ("Continue"), "document-open-recent-symbolic" },
  [CHARTER_DEED_READ_ON] = { N_ ("Continue reading"), N_ ("Continue"), "book-open-symbolic" },
  [CHARTER_DEED_READ] = { N_ ("Next lesson"), N_ ("Read"), "book-open-symbolic" },
  [CHARTER_DEED_TRY] = { N_ ("Try a scenario"), N_ ("Start"), "practice-symbolic" },
  [CHARTER_DEED_TRY_AGAIN] = { N_ ("Try again"), N_ ("Start"), "view-refresh-symbolic" },
};

static const char *
get_kind (const CharterDeed *deed)
{
  return deed->story != NULL ? _ ("Go on with the case") : _ (words[deed->kind].kind);
}

static const char *
get_title (const CharterDeed *deed)
{
  if (deed->story != NULL)
    return deed->story->title.plain;
  if (deed->lesson != NULL)
    return deed->lesson->title.plain;
  return deed->group != NULL ? deed->group->title.plain : _ ("Your Quiz");
}

/* Returns: (transfer floating) */
static GVariant *
make_target (const CharterDeed *deed, const char **action)
{
  if (deed->kind == CHARTER_DEED_RESUME)
    {
      *action = "win.resume-session";
      return g_variant_new_string (deed->session);
    }
  if (deed->lesson != NULL)
    {
      *action = "win.open-lesson";
      return g_variant_new ("(sss)", deed->pack->id, deed->lesson->id, "");
    }
  *action = "win.start-scenario";
  return g_variant_new ("(ss)", deed->pack->id, deed->group->id);
}

/* --- the hero ----------------------------------------------------------------------------------------------------- */

static void
show_hero (CharterTodayPage *self, const char *kind, const char *title, const char *line, const char *button)
{
  gtk_label_set_label (self->hero_kind, kind);
  gtk_label_set_label (self->hero_title, title);
  gtk_label_set_label (self->hero_line, line);
  gtk_button_set_label (self->hero_button, button);
  gtk_widget_set_visible (self->hero, TRUE);
}

/* Without a name in between, the old action would be tried with the new target. */
static void
aim_button (CharterTodayPage *self, const char *action, GVariant *target)
{
  GtkActionable *button = GTK_ACTIONABLE (self->hero_button);

  gtk_actionable_set_action_name (button, NULL);
  gtk_actionable_set_action_target_value (button, target);
  gtk_actionable_set_action_name (button, action);
}

static void
show_best (CharterTodayPage *self, const CharterDeed *deed, gboolean first_time)
{
  g_autofree char *line = describe (deed);
  const char *action;
  GVariant *target = make_target (deed, &action);

  show_hero (self, first_time ? _ ("Start here") : get_kind (deed), get_title (deed), line,
             _ (words[deed->kind].button));
  aim_button (self, action, target);
  gtk_progress_bar_set_fraction (self->hero_progress, deed->done);
  gtk_widget_set_visible (GTK_WIDGET (self->hero_progress), deed->done > 0 && deed->kind != CHARTER_DEED_TRY_AGAIN);
}

static void
show_no_packs (CharterTodayPage *self)
{
  show_hero (self, _ ("Nothing to read yet"), _ ("Open a Pack"), _ ("A pack holds lessons, scenarios and questions."),
             _ ("Open…"));
  aim_button (self, "win.open-pack", NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->hero_progress), FALSE);
}

/* --- the rest ----------------------------------------------------------------------------------------------------- */

static void
append_deed (GtkListBox *list, const CharterDeed *deed)
{
  g_autofree char *line = describe (deed);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", get_kind (deed), line);
  AdwActionRow *row
    = charter_row_new (words[deed->kind].icon, get_title (deed), deed->kind == CHARTER_DEED_RESUME ? line : subtitle);
  const char *action;

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), make_target (deed, &action));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  charter_row_add_arrow (row);
  gtk_list_box_append (list, GTK_WIDGET (row));
}

static const CharterSection *
find_comparison_section (CharterPack *pack, const CharterLesson **lesson)
{
  for (guint i = 0; i < pack->n_lessons; i++)
    for (guint j = 0; j < pack->lessons[i]->n_sections; j++)
      {
        CharterBlocks blocks = pack->lessons[i]->sections[j].blocks;

        for (guint k = 0; k < blocks.n_blocks; k++)
          if (blocks.blocks[k].kind == CHARTER_BLOCK_COMPARISON)
            {
              *lesson = pack->lessons[i];
              return &pack->lessons[i]->sections[j];
            }
      }
  return NULL;
}

static void
append_table_door (GtkListBox *list, CharterPack *pack)
{
  const CharterLesson *lesson;
  const CharterSection *section = find_comparison_section (pack, &lesson);
  AdwActionRow *row;

  if (section == NULL)
    return;
  row = charter_row_new ("view-grid-symbolic", section->title.plain,
                         _ ("A table to read, to cover and recall, and to sort"));
  charter_row_set_action (row, "win.open-lesson", "(sss)", pack->id, lesson->id, section->id);
  charter_row_add_arrow (row);
  gtk_list_box_append (list, GTK_WIDGET (row));
}

static void
append_pack_door (GtkListBox *list)
{
  AdwActionRow *row = charter_row_new ("document-open-symbolic", _ ("Open a pack of your own"),
                                       _ ("An XML file with lessons and scenarios"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-pack");
  charter_row_add_arrow (row);
  gtk_list_box_append (list, GTK_WIDGET (row));
}

static void
show_rest (CharterTodayPage *self, GPtrArray *plan, gboolean first_time)
{
  GtkListBox *list;
  GtkWidget *group = charter_group_new (first_time ? _ ("Or Begin With") : _ ("Waiting for You"), NULL, &list);

  for (guint i = 1; i < plan->len; i++)
    append_deed (list, plan->pdata[i]);
  if (first_time)
    {
      append_table_door (list, ((CharterDeed *)plan->pdata[0])->pack);
      append_pack_door (list);
    }
  adw_bin_set_child (self->waiting, gtk_list_box_get_row_at_index (list, 0) != NULL ? group : NULL);
  if (adw_bin_get_child (self->waiting) == NULL)
    g_object_unref (g_object_ref_sink (group));
}

/* --- the week ----------------------------------------------------------------------------------------------------- */

static gint64
week_began (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) midnight = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                                                          g_date_time_get_day_of_month (now), 0, 0, 0);
  g_autoptr (GDateTime) monday = g_date_time_add_days (midnight, 1 - g_date_time_get_day_of_week (now));

  return g_date_time_to_unix (monday) * G_USEC_PER_SEC;
}

static void
show_week (CharterTodayPage *self)
{
  g_autofree char *answers = NULL;
  g_autofree char *percent = NULL;
  guint n_answers, n_right;

  charter_study_count_answers (self->study, week_began (), &n_answers, &n_right);
  gtk_widget_set_visible (self->week, n_answers > 0);
  if (n_answers == 0)
    return;
  answers = g_strdup_printf ("%u", n_answers);
  percent = g_strdup_printf (_ ("%.0f %%"), 100. * n_right / n_answers);
  gtk_label_set_label (self->n_answers, answers);
  gtk_label_set_label (self->n_answers_name, ngettext ("answer", "answers", n_answers));
  gtk_label_set_label (self->right, percent);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
greet (CharterTodayPage *self, gboolean first_time)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = charter_greeting_day (now);

  gtk_label_set_label (self->greeting,
                       first_time ? _ ("Welcome to Charter") : charter_greeting_for_hour (g_date_time_get_hour (now)));
  gtk_label_set_label (self->day, first_time ? _ ("Read, try a real case, and see at once why an answer is right. "
                                                  "Everything stays on this computer.")
                                             : day);
}

static void
fill (CharterTodayPage *self)
{
  g_autoptr (GPtrArray) plan = NULL;
  gboolean first_time;

  self->stale = FALSE;
  if (self->study == NULL || !charter_library_is_loaded (self->library))
    return;
  plan = charter_plan_make (self->library, self->study);
  first_time = plan->len > 0 && charter_plan_is_first_time (self->study);
  greet (self, first_time);
  if (plan->len > 0)
    show_best (self, plan->pdata[0], first_time);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->library)) == 0)
    show_no_packs (self);
  else
    gtk_widget_set_visible (self->hero, FALSE);
  show_rest (self, plan, first_time);
  show_week (self);
}

static void
mark_stale (CharterTodayPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

/* Narrow, the button goes below the words and takes the whole width. */
static void
update_narrow (CharterTodayPage *self)
{
  gboolean narrow = charter_window_get_narrow (charter_window_of (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->hero),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
charter_today_page_root (GtkWidget *widget)
{
  CharterWindow *window;

  GTK_WIDGET_CLASS (charter_today_page_parent_class)->root (widget);
  window = charter_window_of (widget);
  if (window == NULL)
    return;
  g_signal_connect_object (window, "notify::narrow", G_CALLBACK (update_narrow), widget, G_CONNECT_SWAPPED);
  update_narrow (CHARTER_TODAY_PAGE (widget));
}

static void
charter_today_page_map (GtkWidget *widget)
{
  CharterTodayPage *self = CHARTER_TODAY_PAGE (widget);

  if (self->stale)
    fill (self);
  GTK_WIDGET_CLASS (charter_today_page_parent_class)->map (widget);
}

static void
charter_today_page_dispose (GObject *object)
{
  CharterTodayPage *self = CHARTER_TODAY_PAGE (object);

  g_clear_object (&self->library);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (charter_today_page_parent_class)->dispose (object);
}

static void
charter_today_page_class_init (CharterTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_today_page_dispose;
  widget_class->root = charter_today_page_root;
  widget_class->map = charter_today_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/today/charter-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterTodayPage, greeting);
  gtk_widget_class_bind_template_child (widget_class, CharterTodayPage, day);
  gtk_widget_class_bind_template_child (widget_class, CharterTodayPage, hero);
  gtk_widget_class_bind_template_child (widget_class, CharterTodayPage, hero_kind);
  gtk_widget_class_bind_template_child (widget_class, CharterTodayPage, hero_title);
  gtk_widget_class_bind_template_child (widget_class, CharterTodayPage, hero_line);
  gtk_widget_class_bind_template_child (widget_class, CharterTodayPage, hero_progress);
  gtk_widget_class_bind_template_child (widget_class, CharterTodayPage, hero_button);
  gtk_widget_class_bind_template_child (widget_class, CharterTodayPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, CharterTodayPage, week);
  gtk_widget_class_bind_template_child (widget_class, CharterTodayPage, n_answers);
  gtk_widget_class_bind_template_child (widget_class, CharterTodayPage, n_answers_name);
  gtk_widget_class_bind_template_child (widget_class, CharterTodayPage, right);
}

static void
charter_today_page_init (CharterTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  greet (self, FALSE);
}

void
charter_today_page_set_source (CharterTodayPage *self, CharterLibrary *library, CharterStudy *study)
{
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  self->study = g_object_ref (study);
  g_signal_connect_object (library, "changed", G_CALLBACK (mark_stale), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (study, "changed", G_CALLBACK (mark_stale), self, G_CONNECT_SWAPPED);
  mark_stale (self);
}
