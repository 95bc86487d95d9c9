/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-report.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charter-exam-words.h"
#include "charter-report-ideas.h"
#include "tool-item.h"

char *
tool_report_dup_points (double points)
{
  return g_strdup_printf ("%g", round (points * 100) / 100);
}

static void
print_sums (const CharterReport *report, ToolOut *out)
{
  g_autofree char *points = tool_report_dup_points (report->points);
  g_autofree char *maximum = tool_report_dup_points (report->maximum);
  guint n_open = report->n_items - report->n_answered;

  tool_out_heading (out, _ ("Your score"));
  if (report->n_answered == 0)
    tool_out_wrap (out, "  ", _ ("No question was answered."));
  else
    {
      tool_out_wrapf (out, "  ", _ ("%s of %s points (%.0f%%)"), points, maximum, report->percent);
      tool_out_wrapf (out, "  ",
                      ngettext ("%'u of %'u answer wholly right", "%'u of %'u answers wholly right", report->n),
                      report->n_right, report->n);
    }
  if (n_open > 0)
    tool_out_wrapf (out, "  ", ngettext ("%'u question has no answer", "%'u questions have no answer", n_open), n_open);
}

/* ---- topics ---- */

static const char *
get_topic_title (const CharterReportTopic *topic)
{
  if (topic->topic != NULL)
    return topic->topic->title.plain;
  return topic->ref != NULL ? topic->ref : _ ("No topic");
}

static void
print_topic (const CharterReportTopic *topic, const char *lead, ToolOut *out)
{
  const char *title = get_topic_title (topic);

  if (topic->too_few)
    tool_out_wrapf (out, lead, _ ("%s: %'u of %'u right (too few to tell)"), title, topic->n_right, topic->n);
  else
    tool_out_wrapf (out, lead, _ ("%s: %'u of %'u right (95%% interval: %.0f to %.0f%%)"), title, topic->n_right,
                    topic->n, 100 * topic->interval.low, 100 * topic->interval.high);
}

static void
print_topics (const CharterReport *report, ToolOut *out)
{
  if (report->n_topics < 2)
    return;
  tool_out_heading (out, _ ("By topic"));
  for (guint i = 0; i < report->n_topics; i++)
    print_topic (&report->topics[i], "  ", out);
}

/* ---- lists of items ---- */

typedef gboolean (*Chooser) (const CharterReportItem *item);

static gboolean
is_missed (const CharterReportItem *item)
{
  return item->counts && !item->score.correct && !charter_report_item_is_sure_but_wrong (item);
}

static gboolean
is_flagged (const CharterReportItem *item)
{
  return item->flagged;
}

static gboolean
is_unscored (const CharterReportItem *item)
{
  return item->step->unscored;
}

static gboolean
needs_picture (const CharterReportItem *item)
{
  return !tool_item_can_be_asked (item->step->item);
}

static void
print_item (const CharterReportItem *line, ToolOut *out)
{
  const CharterItem *item = line->step->item;
  const CharterSection *section = charter_pack_find_section (line->step->pack, item->see);
  g_autofree char *lead = g_strdup_printf ("  %2u  ", line->position + 1);

  if (section != NULL)
    tool_out_wrapf (out, lead, _ ("%s – read %s, %s"), item->id, section->lesson->title.plain, section->title.plain);
  else
    tool_out_wrap (out, lead, item->id);
}

static void
print_list (const CharterReport *report, const char *heading, Chooser choose, ToolOut *out)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < report->n_items; i++)
    {
      if (!choose (&report->items[i]))
        continue;
      if (is_first)
        tool_out_heading (out, heading);
      is_first = FALSE;
      print_item (&report->items[i], out);
    }
}

static void
print_ideas (const CharterReport *report, ToolOut *out)
{
  g_autoptr (GArray) ideas = charter_report_list_ideas (report);

  if (ideas->len > 0)
    tool_out_heading (out, _ ("Ideas to put right"));
  for (guint i = 0; i < ideas->len; i++)
    {
      const CharterReportIdea *idea = &g_array_index (ideas, CharterReportIdea, i);

      /* Translators: a misconception’s title, and how many answers stand for it. */
      tool_out_wrapf (out, "  ", ngettext ("%s (%'u answer)", "%s (%'u answers)", idea->n_shown),
                      idea->misconception->title.plain, idea->n_shown);
    }
}

static void
print_lists (const CharterReport *report, gboolean has_topics, ToolOut *out)
{
  print_list (report, _ ("Sure, but wrong"), charter_report_item_is_sure_but_wrong, out);
  print_ideas (report, out);
  if (has_topics)
    print_topics (report, out);
  print_list (report, _ ("Worth another look"), is_missed, out);
  print_list (report, _ ("Not counted"), is_unscored, out);
  print_list (report, _ ("Flagged"), is_flagged, out);
  print_list (report, _ ("Not asked here, for they need a picture; the application asks them"), needs_picture, out);
}

void
tool_report_print (CharterSession *session, ToolOut *out)
{
  g_autoptr (CharterReport) report = charter_report_new (session);

  print_sums (report, out);
  print_lists (report, TRUE, out);
}

/* ---- exams ---- */

/* Under their domain. */
static void
print_topics_of (const CharterExamReport *exam, guint domain, ToolOut *out)
{
  g_autoptr (GPtrArray) topics = charter_exam_report_list_topics (exam, domain);

  for (guint i = 0; i < topics->len; i++)
    print_topic (topics->pdata[i], "    ", out);
}

static void
print_domains (const CharterExamReport *exam, ToolOut *out)
{
  g_autofree char *about = charter_exam_words_dup_about_bands (exam);

  tool_out_heading (out, _ ("By domain"));
  for (guint i = 0; i < exam->n_domains; i++)
    {
      const CharterExamDomain *domain = &exam->domains[i];
      g_autofree char *words = charter_exam_words_dup_domain (domain);

      if (domain->n > 0)
        tool_out_wrapf (out, "  ", TOOL_BOLD "%s: %s." TOOL_PLAIN " %s", charter_exam_words_get_domain_title (domain),
                        charter_band_get_title (domain->band), words);
      print_topics_of (exam, i, out);
    }
  print_topics_of (exam, exam->n_domains, out);
  tool_out_gap (out);
  tool_out_wrap (out, "  ", about);
  for (int band = CHARTER_BAND_SECURE; band >= CHARTER_BAND_NONE; band--)
    {
      g_autofree char *meaning = charter_band_dup_meaning ((CharterBand)band, exam->mark);

      tool_out_wrapf (out, "  ", "%s: %s", charter_band_get_title ((CharterBand)band), meaning);
    }
}

/* facts: (transfer full) */
static void
print_facts (const char *heading, const char *about, GArray *facts, ToolOut *out)
{
  if (facts->len > 0)
    tool_out_heading (out, heading);
  if (facts->len > 0 && about != NULL)
    tool_out_wrap (out, "  ", about);
  for (guint i = 0; i < facts->len; i++)
    {
      const CharterExamFact *fact = &g_array_index (facts, CharterExamFact, i);

      tool_out_wrapf (out, "  ", "%s: %s", fact->title, fact->words);
    }
  g_array_unref (facts);
}

static void
print_next (const CharterExamReport *exam, ToolOut *out)
{
  if (exam->next->len > 0)
    tool_out_heading (out, _ ("What next"));
  for (guint i = 0; i < exam->next->len; i++)
    {
      const CharterExamNext *next = &g_array_index (exam->next, CharterExamNext, i);
      g_autofree char *title = charter_exam_words_dup_next (next);
      g_autofree char *reason = charter_exam_words_dup_next_reason (next);

      tool_out_wrapf (out, "  ", "%s. %s", title, reason);
    }
}

void
tool_report_print_exam (CharterSession *session, GPtrArray *packs, GHashTable *held, ToolOut *out)
{
  g_autoptr (CharterExamReport) exam = charter_exam_report_new (session, packs, held);
  g_autofree char *mark = charter_exam_words_dup_mark (exam);
  g_autofree char *changes = charter_exam_words_dup_changes (exam);

  print_sums (exam->report, out);
  if (mark != NULL)
    tool_out_wrap (out, "  ", mark);
  print_domains (exam, out);
  print_facts (_ ("Time"), NULL, charter_exam_words_list_pace (exam), out);
  print_facts (_ ("Changed answers"), changes, charter_exam_words_list_changes (exam), out);
  print_next (exam, out);
  print_lists (exam->report, FALSE, out);
}
