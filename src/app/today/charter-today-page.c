/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-today-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-days.h"
#include "charter-greeting.h"
#include "charter-plan.h"
#include "charter-quiz.h"
#include "charter-rows.h"
#include "charter-sitting-words.h"
#include "charter-study-progress.h"
#include "charter-study-say.h"
#include "charter-window.h"

#define SETTLES G_USEC_PER_SEC /* after it was shown, the best thing to do stays */

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
  char *learner;             /* their name, where there are several */
  CharterFindings *findings; /* NULL until they are there; afterwards those of the last look */

  double pace; /* the learner's own, as of the last look: seconds a question */
  gboolean stale;
  gboolean looking; /* findings are on their way */
  gboolean missed;  /* and something has changed since */
  gint64 shown;     /* when what is known by heart was, on the monotonic clock */
  gboolean told;    /* that all of it was painted */
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
    return g_strdup_printf (ngettext ("about %'u minute left", "about %'u minutes left", minutes), minutes);
  return g_strdup_printf (ngettext ("%'u minute", "%'u minutes", lesson->minutes), lesson->minutes);
}

static char *
describe_questions (const CharterGroup *group)
{
  guint n = charter_group_count_open (group);

  return g_strdup_printf (ngettext ("%'u question", "%'u questions", n), n);
}

/* How long it takes its own rules say. */
static char *
describe_rehearsal (const CharterDeed *deed, const char *reason)
{
  g_autofree char *facts = charter_sitting_words_dup_facts (deed->exam);

  return g_strdup_printf ("%s %s", reason, facts);
}

/* Why, and how long it takes at the pace of the learner's own. */
static char *
describe_reason (CharterTodayPage *self, const CharterDeed *deed)
{
  g_autofree char *reason = charter_proposal_dup_reason (&deed->proposal);
  guint n = deed->names != NULL ? g_strv_length (deed->names) : deed->proposal.n;
  guint minutes;

  if (reason == NULL)
    return NULL;
  if (deed->exam != NULL)
    return describe_rehearsal (deed, reason);
  minutes = charter_proposals_count_minutes (n, self->pace);
  /* Translators: one or two sentences, and how long what they propose takes. */
  return g_strdup_printf (ngettext ("%s About %'u minute.", "%s About %'u minutes.", minutes), reason, minutes);
}

static char *
describe (CharterTodayPage *self, const CharterDeed *deed)
{
  g_autofree char *more = NULL;
  char *reason = describe_reason (self, deed);

  if (reason != NULL)
    return reason;
  switch (deed->proposal.kind)
    {
    case CHARTER_PROPOSAL_RESUME:
      if (deed->story != NULL)
        return g_strdup_printf (ngettext ("Left after %'u move", "Left after %'u moves", deed->position),
                                deed->position);
      return charter_sitting_words_dup_place (deed->position, deed->n_steps, deed->time_left);
    case CHARTER_PROPOSAL_TRY_AGAIN:
      return g_strdup_printf (_ ("Best so far: %.0f%%"), deed->done * 100);
    case CHARTER_PROPOSAL_TRY:
      more = describe_questions (deed->group);
      break;
    case CHARTER_PROPOSAL_READ_ON:
    case CHARTER_PROPOSAL_READ:
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
  [CHARTER_PROPOSAL_RESUME] = { N_ ("Go on with the quiz"), N_ ("Continue"), "document-open-recent-symbolic" },
  [CHARTER_PROPOSAL_REVIEW] = { N_ ("Before you forget them"), N_ ("Review"), "view-refresh-symbolic" },
  [CHARTER_PROPOSAL_IDEA] = { N_ ("An idea to put right"), N_ ("Practise"), "lightbulb-symbolic" },
  [CHARTER_PROPOSAL_REHEARSE] = { N_ ("The exam, rehearsed"), N_ ("Start"), "alarm-symbolic" },
  [CHARTER_PROPOSAL_ROUND] = { N_ ("Ready for your exam"), N_ ("Start"), "practice-symbolic" },
  [CHARTER_PROPOSAL_MISTAKES] = { N_ ("Once more"), N_ ("Practise"), "mistakes-symbolic" },
  [CHARTER_PROPOSAL_READ_ON] = { N_ ("Continue reading"), N_ ("Continue"), "book-open-symbolic" },
  [CHARTER_PROPOSAL_READ] = { N_ ("Next lesson"), N_ ("Read"), "book-open-symbolic" },
  [CHARTER_PROPOSAL_TRY] = { N_ ("Try a scenario"), N_ ("Start"), "practice-symbolic" },
  [CHARTER_PROPOSAL_TRY_AGAIN] = { N_ ("Try again"), N_ ("Start"), "practice-symbolic" },
};

static const char *
get_kind (const CharterDeed *deed)
{
  if (deed->proposal.kind == CHARTER_PROPOSAL_RESUME && deed->exam != NULL)
    return _ ("Go on with the exam");
  return deed->story != NULL ? _ ("Go on with the case") : _ (words[deed->proposal.kind].kind);
}

static const char *
get_title (const CharterDeed *deed)
{
  if (deed->story != NULL)
    return deed->story->title.plain;
  if (deed->exam != NULL)
    return deed->exam->title.plain;
  if (deed->idea != NULL)
    return deed->idea->title.plain;
  if (deed->proposal.kind == CHARTER_PROPOSAL_REVIEW)
    return _ ("Reviews");
  if (deed->proposal.kind == CHARTER_PROPOSAL_ROUND)
    return _ ("New Questions");
  if (deed->proposal.kind == CHARTER_PROPOSAL_MISTAKES)
    return _ ("Mistakes Worth Another Look");
  if (deed->lesson != NULL)
    return deed->lesson->title.plain;
  return deed->group != NULL ? deed->group->title.plain : _ ("Your Quiz");
}

/* Returns: (transfer floating) (nullable) */
static GVariant *
make_target (const CharterDeed *deed, const char **action)
{
  if (deed->proposal.kind == CHARTER_PROPOSAL_RESUME)
    {
      *action = "win.resume-session";
      return g_variant_new_string (deed->session);
    }
  if (deed->proposal.kind == CHARTER_PROPOSAL_REVIEW)
    {
      *action = "win.review";
      return NULL;
    }
  if (deed->exam != NULL)
    {
      *action = "win.show-exam";
      return g_variant_new ("(ss)", deed->pack->id, deed->exam->id);
    }
  if (deed->names != NULL)
    {
      *action = "today.practise";
      return g_variant_new_strv ((const char *const *)deed->names, -1);
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
  g_autofree char *line = describe (self, deed);
  const char *action;
  GVariant *target = make_target (deed, &action);

  show_hero (self, first_time ? _ ("Start here") : get_kind (deed), get_title (deed), line,
             _ (words[deed->proposal.kind].button));
  aim_button (self, action, target);
  gtk_progress_bar_set_fraction (self->hero_progress, deed->done);
  gtk_widget_set_visible (GTK_WIDGET (self->hero_progress),
                          deed->done > 0 && deed->proposal.kind != CHARTER_PROPOSAL_TRY_AGAIN);
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
append_deed (CharterTodayPage *self, GtkListBox *list, const CharterDeed *deed)
{
  g_autofree char *reason = describe_reason (self, deed);
  g_autofree char *line = describe (self, deed);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", get_kind (deed), line);
  AdwActionRow *row
    = charter_row_new (words[deed->proposal.kind].icon, get_title (deed),
                       deed->proposal.kind == CHARTER_PROPOSAL_RESUME || reason != NULL ? line : subtitle);
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

/* The first exam of all packs. */
static const CharterExam *
find_exam (CharterTodayPage *self, const char **pack_id)
{
  g_autoptr (GPtrArray) packs = charter_library_list_packs (self->library);

  for (guint i = 0; i < packs->len; i++)
    {
      const CharterPack *pack = packs->pdata[i];

      *pack_id = pack->id;
      if (pack->n_exams > 0)
        return &pack->exams[0];
    }
  return NULL;
}

static void
append_exam_door (CharterTodayPage *self, GtkListBox *list)
{
  const char *pack_id = NULL;
  const CharterExam *exam = find_exam (self, &pack_id);
  g_autofree char *facts = NULL;
  AdwActionRow *row;

  if (exam == NULL)
    return;
  facts = charter_sitting_words_dup_facts (exam);
  row = charter_row_new ("alarm-symbolic", _ ("Sit the Exam"), facts);
  charter_row_set_action (row, "win.show-exam", "(ss)", pack_id, exam->id);
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
    append_deed (self, list, plan->pdata[i]);
  if (first_time)
    {
      append_table_door (list, ((CharterDeed *)plan->pdata[0])->pack);
      append_exam_door (self, list);
      append_pack_door (list);
    }
  adw_bin_set_child (self->waiting, gtk_list_box_get_row_at_index (list, 0) != NULL ? group : NULL);
  if (adw_bin_get_child (self->waiting) == NULL)
    g_object_unref (g_object_ref_sink (group));
}

/* --- the week ----------------------------------------------------------------------------------------------------- */

/* Of the learner's days, as Progress counts them: what is answered late at night belongs to the evening. */
static void
count_week (CharterTodayPage *self, guint *n_answers, guint *n_right)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  int today = charter_study_get_today (self->study);
  g_autoptr (GArray) days
    = charter_days_new (charter_study_get_tallies (self->study), charter_study_get_scheme (self->study), zone,
                        today - charter_day_get_weekday (today) + 1, today);

  *n_answers = *n_right = 0;
  for (guint i = 0; i < days->len; i++)
    {
      *n_answers += g_array_index (days, CharterDay, i).n_answers;
      *n_right += g_array_index (days, CharterDay, i).n_right;
    }
}

static void
show_week (CharterTodayPage *self)
{
  g_autofree char *answers = NULL;
  g_autofree char *percent = NULL;
  guint n_answers, n_right;

  count_week (self, &n_answers, &n_right);
  gtk_widget_set_visible (self->week, n_answers > 0);
  if (n_answers == 0)
    return;
  answers = g_strdup_printf ("%'u", n_answers);
  percent = g_strdup_printf (_ ("%.0f%%"), 100. * n_right / n_answers);
  gtk_label_set_label (self->n_answers, answers);
  gtk_label_set_label (self->n_answers_name, ngettext ("answer", "answers", n_answers));
  gtk_label_set_label (self->right, percent);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

/* “Monday, 23 November · 41 days until your exam” */
static char *
add_exam (CharterTodayPage *self, const char *day)
{
  int days;

  if (self->study == NULL || !charter_plan_get_exam (self->study, &days))
    return g_strdup (day);
  if (days == 0)
    /* Translators: a day. */
    return g_strdup_printf (_ ("%s · the day of your exam"), day);
  /* Translators: a day, and how many days are left. */
  return g_strdup_printf (ngettext ("%s · %'d day until your exam", "%s · %'d days until your exam", (gulong)days), day,
                          days);
}

static char *
dup_welcome (CharterTodayPage *self)
{
  if (self->learner == NULL)
    return g_strdup (_ ("Welcome to Charter"));
  /* Translators: %s is the name of a learner. */
  return g_strdup_printf (_ ("Welcome to Charter, %s"), self->learner);
}

static void
greet (CharterTodayPage *self, gboolean first_time)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = charter_greeting_day (now);
  g_autofree char *day = add_exam (self, today);
  g_autofree char *greeting
    = first_time ? dup_welcome (self) : charter_greeting_dup (g_date_time_get_hour (now), self->learner);

  gtk_label_set_label (self->greeting, greeting);
  gtk_label_set_label (self->day, first_time ? _ ("Read, try a real case, and see at once why an answer is right. "
                                                  "Everything stays on this computer.")
                                             : day);
}

/* ---- what is found ---- */

/* Somebody may have read it, or has the pointer on it. */
static gboolean
is_settled (CharterTodayPage *self)
{
  return g_get_monotonic_time () > self->shown + SETTLES
         || (gtk_widget_get_state_flags (GTK_WIDGET (self->hero_button)) & GTK_STATE_FLAG_PRELIGHT) != 0;
}

static gboolean
is_on_button (CharterTodayPage *self, const CharterDeed *deed)
{
  GtkActionable *button = GTK_ACTIONABLE (self->hero_button);
  GVariant *shown = gtk_actionable_get_action_target_value (button);
  const char *action;
  g_autoptr (GVariant) target = make_target (deed, &action);

  if (target != NULL)
    g_variant_ref_sink (target);
  if (g_strcmp0 (action, gtk_actionable_get_action_name (button)) != 0)
    return FALSE;
  return shown == NULL || target == NULL ? shown == target : g_variant_equal (shown, target);
}

/* What was looked at stays where it is: something better then comes right below it. */
static void
keep_hero (CharterTodayPage *self, GPtrArray *plan)
{
  if (!is_settled (self))
    return;
  for (guint i = 1; i < plan->len; i++)
    if (is_on_button (self, plan->pdata[i]))
      {
        gpointer kept = plan->pdata[i];

        memmove (&plan->pdata[1], &plan->pdata[0], i * sizeof (gpointer));
        plan->pdata[0] = kept;
        return;
      }
}

static GtkListBox *
find_list (CharterTodayPage *self)
{
  GtkWidget *group = adw_bin_get_child (self->waiting);
  GtkWidget *list = group != NULL ? gtk_widget_get_last_child (group) : NULL;

  return GTK_IS_LIST_BOX (list) ? GTK_LIST_BOX (list) : NULL;
}

/* Returns: (transfer full) (nullable) the title of the row that has the focus */
static char *
dup_focused_row (CharterTodayPage *self)
{
  GtkListBox *list = find_list (self);
  GtkWidget *row = list != NULL ? gtk_widget_get_focus_child (GTK_WIDGET (list)) : NULL;

  return ADW_IS_PREFERENCES_ROW (row) ? g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row))) : NULL;
}

/* The rows were made anew. */
static void
focus_row (CharterTodayPage *self, const char *title)
{
  GtkListBox *list = find_list (self);
  GtkListBoxRow *row;

  for (int i = 0; title != NULL && list != NULL && (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
      gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
show_plan (CharterTodayPage *self)
{
  g_autoptr (GPtrArray) plan = charter_plan_make (self->library, self->study, self->findings);
  gboolean first_time = plan->len > 0 && charter_plan_is_first_time (self->study);
  g_autofree char *focused = dup_focused_row (self);

  greet (self, first_time);
  keep_hero (self, plan);
  if (plan->len > 0)
    show_best (self, plan->pdata[0], first_time);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->library)) == 0)
    show_no_packs (self);
  else
    gtk_widget_set_visible (self->hero, FALSE);
  show_rest (self, plan, first_time);
  show_week (self);
  focus_row (self, focused);
}

static GPtrArray *
list_packs (CharterTodayPage *self)
{
  GPtrArray *packs = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->library)); i++)
    {
      g_autoptr (CharterPackFile) file = g_list_model_get_item (G_LIST_MODEL (self->library), i);

      g_ptr_array_add (packs, charter_pack_ref (charter_pack_file_get_pack (file)));
    }
  return packs;
}

/* ---- for who measures ---- */

static void
on_painted (GdkFrameClock *clock, CharterTodayPage *self)
{
  g_signal_handlers_disconnect_by_func (clock, on_painted, self);
  g_debug ("Today is painted at %" G_GINT64_FORMAT, g_get_monotonic_time ());
}

/* The next frame has all that Today shows; told once, under G_MESSAGES_DEBUG. */
static void
tell_painted (CharterTodayPage *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (self->told || self->looking || clock == NULL)
    return;
  self->told = TRUE;
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (on_painted), self, 0);
}

static void look (CharterTodayPage *self);

/* Where the history can't be read, what is known by heart stays, and the store's notice tells. */
static void
on_findings (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterTodayPage) self = data;
  g_autoptr (CharterFindings) findings = charter_findings_load_finish (result, NULL);

  self->looking = FALSE;
  if (self->study == NULL || findings == NULL)
    return;
  if (self->missed)
    look (self);
  g_clear_pointer (&self->findings, charter_findings_free);
  self->findings = g_steal_pointer (&findings);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  show_plan (self);
  tell_painted (self);
}

static void
look (CharterTodayPage *self)
{
  g_autoptr (GPtrArray) packs = NULL;

  self->missed = self->looking;
  if (self->looking || charter_plan_is_first_time (self->study))
    return;
  self->looking = TRUE;
  packs = list_packs (self);
  charter_findings_load_async (self->study, packs, NULL, on_findings, g_object_ref (self));
}

/* What is known by heart is shown at once, with what was found the last time; what is found now comes after. */
static void
fill (CharterTodayPage *self)
{
  self->stale = FALSE;
  if (self->study == NULL || !charter_library_is_loaded (self->library))
    return;
  self->shown = g_get_monotonic_time ();
  self->pace = charter_proposals_get_pace (charter_study_get_tallies (self->study));
  show_plan (self);
  look (self);
  tell_painted (self);
}

static void
mark_stale (CharterTodayPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

/* names: "pack#id" of each. Returns: (transfer full) (element-type CharterPaperItem) those that are there still */
static GArray *
find_items (CharterTodayPage *self, const char *const *names)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (CharterPaperItem));

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *pack_id = g_strndup (names[i], strcspn (names[i], "#"));
      CharterPaperItem asked = { .pack = charter_library_find_pack (self->library, pack_id) };

      if (asked.pack != NULL)
        asked.item = charter_pack_find_item (asked.pack, names[i]);
      if (asked.item != NULL)
        g_array_append_val (items, asked);
    }
  return items;
}

/* A quiz on the questions of these names. */
static void
practise_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterTodayPage *self = CHARTER_TODAY_PAGE (widget);
  CharterWindow *window = charter_window_of (widget);
  g_autofree const char **names = g_variant_get_strv (parameter, NULL);
  g_autoptr (GArray) items = find_items (self, names);

  if (window != NULL && items->len > 0)
    charter_quiz_begin_drill (window, self->study, items, 0);
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

  g_clear_pointer (&self->findings, charter_findings_free);
  g_clear_pointer (&self->learner, g_free);
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
  gtk_widget_class_install_action (widget_class, "today.practise", "as", practise_action);
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

void
charter_today_page_set_learner (CharterTodayPage *self, const char *name)
{
  if (g_strcmp0 (self->learner, name) == 0)
    return;
  g_free (self->learner);
  self->learner = g_strdup (name);
  if (self->study != NULL)
    mark_stale (self);
}
