/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-exam-report.h"
#include "charter-first-answers.h"
#include "charter-held.h"
#include "charter-loader.h"
#include "charter-report-csv.h"
#include "charter-shelf.h"
#include "charter-test-exam.h"
#include "charter-test-pack.h"

#include <string.h>

static CharterPack *pack;
static GPtrArray *packs;

/* The team all wrong, the rest right, in 45 seconds each. */
static CharterSession *
sit (const char *exam)
{
  CharterSession *session = sitting_new (pack, exam);

  for (guint i = 0; i < SITTING_N_ITEMS; i++)
    sitting_answer (session, i, i < 6 ? "b" : "a", 45, CHARTER_CONFIDENCE_NONE);
  return session;
}

static void
test_domains (void)
{
  g_autoptr (CharterSession) session = sit ("whole");
  g_autoptr (CharterExamReport) report = charter_exam_report_new (session, packs, NULL);

  g_assert_cmpuint (report->n_domains, ==, 2);
  g_assert_cmpstr (report->domains[0].title, ==, "People");
  g_assert_cmpuint (report->domains[0].n, ==, 10);
  g_assert_cmpuint (report->domains[0].n_right, ==, 4);
  g_assert_cmpfloat_with_epsilon (report->domains[0].weight, 0.6, 1e-12);
  g_assert_cmpint (report->domains[0].band, ==, CHARTER_BAND_UNSETTLED); /* 17 to 69%, a mark of 60 */
  g_assert_cmpuint (report->domains[1].n, ==, 8);                        /* two do not count */
  g_assert_cmpuint (report->domains[1].n_right, ==, 8);
  g_assert_cmpint (report->domains[1].band, ==, CHARTER_BAND_SECURE); /* from 68% */
  for (guint i = 0; i < report->report->n_topics; i++)
    g_assert_cmpuint (charter_exam_report_find_domain (report, &report->report->topics[i]), ==,
                      g_str_equal (report->report->topics[i].ref, "process") ? 1 : 0);
}

static void
assert_topics (const CharterExamReport *report, guint domain, const char *expected)
{
  g_autoptr (GPtrArray) topics = charter_exam_report_list_topics (report, domain);
  g_autoptr (GString) refs = g_string_new (NULL);

  for (guint i = 0; i < topics->len; i++)
    g_string_append_printf (refs, " %s", ((const CharterReportTopic *)topics->pdata[i])->ref);
  g_assert_cmpstr (refs->str, ==, expected);
}

/* Under its domain each, once; what is all of its domain says nothing new. */
static void
test_topics (void)
{
  g_autoptr (CharterSession) session = sit ("whole");
  g_autoptr (CharterExamReport) report = charter_exam_report_new (session, packs, NULL);
  g_autoptr (CharterSession) other_session = sit ("unmarked");
  g_autoptr (CharterExamReport) other = charter_exam_report_new (other_session, packs, NULL);

  assert_topics (report, 0, " team lead");
  assert_topics (report, 1, "");
  assert_topics (report, report->n_domains, "");
  assert_topics (other, 0, " team lead process");
}

/* The library may have been read anew since the exam began: its packs are others then. */
static void
test_topics_after_reload (void)
{
  g_autoptr (CharterPack) again = load_pack ("exam.xml");
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (CharterSession) session = sit ("whole");
  g_autoptr (CharterExamReport) report = NULL;

  g_ptr_array_add (others, again);
  report = charter_exam_report_new (session, others, NULL);
  assert_topics (report, 0, " team lead");
}

static void
test_unscored (void)
{
  g_autoptr (CharterSession) session = sit ("whole");
  g_autoptr (CharterExamReport) report = charter_exam_report_new (session, packs, NULL);

  g_assert_cmpuint (report->n_unscored, ==, 2);
  g_assert_cmpuint (report->report->n, ==, SITTING_N_COUNTED);
  g_assert_cmpuint (report->report->n_right, ==, 12);
}

/* 12 of 18 are 66.7% of the points. */
static void
test_mark (void)
{
  g_autoptr (CharterSession) session = sit ("whole");
  g_autoptr (CharterExamReport) report = charter_exam_report_new (session, packs, NULL);
  g_autoptr (CharterSession) other_session = sit ("unmarked");
  g_autoptr (CharterExamReport) other = charter_exam_report_new (other_session, packs, NULL);

  g_assert_true (report->has_pass && report->passed);
  g_assert_cmpfloat_with_epsilon (report->mark, 0.6, 1e-12);
  g_assert_false (other->has_pass || other->passed);
  g_assert_cmpfloat (other->mark, ==, CHARTER_BAND_MARK);
  g_assert_cmpuint (other->n_domains, ==, 1);
  g_assert_cmpuint (other->domains[0].n, ==, SITTING_N_COUNTED);
}

static void
test_exam_gone (void)
{
  g_autoptr (CharterSession) session = sit ("gone");
  g_autoptr (CharterExamReport) report = charter_exam_report_new (session, packs, NULL);

  g_assert_null (report->exam);
  g_assert_cmpuint (report->n_domains, ==, 1);
  g_assert_false (report->has_pass);
}

/* A minute a question: under 20 seconds is rushed, over 120 slow. */
static void
test_pace (void)
{
  g_autoptr (CharterSession) session = sitting_new (pack, "whole");
  g_autoptr (CharterExamReport) report = NULL;

  sitting_answer (session, 0, "a", 20, CHARTER_CONFIDENCE_NONE);
  sitting_answer (session, 1, "a", 19, CHARTER_CONFIDENCE_NONE);
  sitting_answer (session, 2, "b", 10, CHARTER_CONFIDENCE_NONE);
  sitting_answer (session, 3, "a", 120, CHARTER_CONFIDENCE_NONE);
  sitting_answer (session, 4, "a", 121, CHARTER_CONFIDENCE_NONE);
  sitting_answer (session, 19, "a", 10, CHARTER_CONFIDENCE_NONE);
  report = charter_exam_report_new (session, packs, NULL);

  g_assert_cmpint (report->pace.given, ==, 60 * G_USEC_PER_SEC);
  g_assert_cmpint (report->pace.taken, ==, 50 * G_USEC_PER_SEC);
  g_assert_cmpint (report->pace.left, ==, 900 * G_USEC_PER_SEC);
  g_assert_cmpuint (report->pace.n_open, ==, 14);
  g_assert_cmpuint (report->pace.n_rushed, ==, 3);
  g_assert_cmpuint (report->pace.n_rushed_wrong, ==, 1);
  g_assert_cmpuint (report->pace.n_slow, ==, 1);
  g_assert_cmpuint (report->pace.parts[0].n + report->pace.parts[1].n + report->pace.parts[2].n, ==, SITTING_N_ITEMS);
  g_assert_cmpuint (report->pace.parts[0].n_answered, ==, 5);
  g_assert_cmpuint (report->pace.parts[0].n_right, ==, 4);
  g_assert_cmpint (report->pace.parts[0].time, ==, 290 * G_USEC_PER_SEC);
  g_assert_cmpuint (report->pace.parts[2].n_answered, ==, 1);
  g_assert_cmpuint (report->pace.parts[2].n_right, ==, 0); /* it does not count */
}

static void
test_changes (void)
{
  g_autoptr (CharterSession) session = sitting_new (pack, "whole");
  g_autoptr (CharterExamReport) report = NULL;

  sitting_answer (session, 0, "a", 5, CHARTER_CONFIDENCE_NONE);
  sitting_answer (session, 1, "ba", 5, CHARTER_CONFIDENCE_NONE);
  sitting_answer (session, 2, "bca", 5, CHARTER_CONFIDENCE_NONE);
  sitting_answer (session, 3, "ac", 5, CHARTER_CONFIDENCE_NONE);
  sitting_answer (session, 4, "bc", 5, CHARTER_CONFIDENCE_NONE);
  sitting_answer (session, 5, "aba", 5, CHARTER_CONFIDENCE_NONE);
  sitting_answer (session, 19, "ba", 5, CHARTER_CONFIDENCE_NONE);
  report = charter_exam_report_new (session, packs, NULL);

  g_assert_cmpuint (report->changes.n_changed, ==, 5);
  g_assert_cmpuint (report->changes.n_to_right, ==, 2);
  g_assert_cmpuint (report->changes.n_to_wrong, ==, 1);
  g_assert_cmpuint (report->changes.n_still_wrong, ==, 1);
  g_assert_cmpuint (report->changes.n_still_right, ==, 1);
  g_assert_cmpuint (report->changes.n_unknown, ==, 0);
}

/* Of a session of an earlier release only the number of changes is known. */
static void
test_changes_unknown (void)
{
  g_autoptr (CharterSession) session = sitting_new (pack, "whole");
  g_autoptr (CharterResponse) a = charter_response_parse (CHARTER_RESPONSE_CHOICE, "a", NULL);
  g_autoptr (CharterExamReport) report = NULL;

  charter_session_restore (session, 0, CHARTER_STAND_ANSWERED, a, 5, FALSE, FALSE, 2);
  charter_session_restore (session, 1, CHARTER_STAND_ANSWERED, a, 5, FALSE, FALSE, 1);
  charter_session_restore_first_choice (session, 1, a);
  report = charter_exam_report_new (session, packs, NULL);

  g_assert_cmpuint (report->changes.n_changed, ==, 2);
  g_assert_cmpuint (report->changes.n_unknown, ==, 1);
  g_assert_cmpuint (report->changes.n_still_right, ==, 1);
}

static const CharterExamNext *
get_next (const CharterExamReport *report, guint index)
{
  g_assert_cmpuint (index, <, report->next->len);
  return &g_array_index (report->next, CharterExamNext, index);
}

static const CharterPaperItem *
get_asked (const CharterExamNext *next, guint index)
{
  return &g_array_index (next->items, CharterPaperItem, index);
}

/* Sure and wrong first; two answers for one idea; then the weakest topic, whose domain counts once. */
static void
test_next (void)
{
  g_autoptr (CharterSession) session = sitting_new (pack, "whole");
  g_autoptr (CharterExamReport) report = NULL;

  for (guint i = 0; i < SITTING_N_ITEMS; i++)
    sitting_answer (session, i,
                    i < 6     ? "b"
                    : i == 12 ? "c"
                              : "a",
                    45,
                    i == 2    ? CHARTER_CONFIDENCE_SURE
                    : i == 10 ? CHARTER_CONFIDENCE_GUESS
                              : CHARTER_CONFIDENCE_NONE);
  report = charter_exam_report_new (session, packs, NULL);

  g_assert_cmpuint (report->next->len, ==, 5);
  g_assert_cmpint (get_next (report, 0)->kind, ==, CHARTER_NEXT_SURE);
  g_assert_cmpuint (get_next (report, 0)->items->len, ==, 1);
  g_assert_cmpstr (get_asked (get_next (report, 0), 0)->item->id, ==, "m3");
  g_assert_cmpint (get_next (report, 1)->kind, ==, CHARTER_NEXT_IDEA);
  g_assert_cmpstr (get_next (report, 1)->subject, ==, "Projects never end");
  g_assert_cmpuint (get_next (report, 1)->n, ==, 2);
  g_assert_cmpuint (get_next (report, 1)->items->len, ==, 2); /* p5 and p6: the others are kept for mocks */
  g_assert_cmpint (get_next (report, 2)->kind, ==, CHARTER_NEXT_TOPIC);
  g_assert_cmpstr (get_next (report, 2)->subject, ==, "The team");
  g_assert_cmpuint (get_next (report, 2)->items->len, ==, 4);
  g_assert_cmpstr (get_next (report, 3)->subject, ==, "Process");
  g_assert_cmpuint (get_next (report, 3)->items->len, ==, CHARTER_EXAM_NEXT_ITEMS);
  g_assert_cmpint (get_next (report, 4)->kind, ==, CHARTER_NEXT_GUESSED);
  g_assert_cmpuint (report->n_guessed_right, ==, 1);
}

/* What is proposed can be begun: it is there, is asked once, and none of it is kept for mocks, but for what was asked.
 */
static void
test_next_can_be_asked (void)
{
  g_autoptr (CharterSession) session = sitting_new (pack, "whole");
  g_autoptr (CharterExamReport) report = NULL;

  for (guint i = 0; i < 5; i++)
    sitting_answer (session, i, "b", 10, CHARTER_CONFIDENCE_SURE);
  report = charter_exam_report_new (session, packs, NULL);

  g_assert_cmpuint (report->next->len, >, 2);
  for (guint i = 0; i < report->next->len; i++)
    {
      const CharterExamNext *next = get_next (report, i);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpuint (next->items->len, >, 0);
      for (guint j = 0; j < next->items->len; j++)
        {
          const CharterPack *home = get_asked (next, j)->pack;
          const CharterItem *item = get_asked (next, j)->item;

          g_assert_true (charter_pack_find_item (home, item->id) == item);
          g_assert_true (g_hash_table_add (seen, (gpointer)item->id));
          g_assert_true (next->kind == CHARTER_NEXT_SURE || !item->reserved);
        }
    }
  g_assert_cmpint (get_next (report, report->next->len - 1)->kind, ==, CHARTER_NEXT_PACE);
  g_assert_cmpuint (get_next (report, report->next->len - 1)->seconds, ==, 60);
}

/* Of five sure and wrong, and of two against the idea, one each is asked by another exam. */
static void
test_next_without_held (void)
{
  g_autoptr (CharterSession) session = sitting_new (pack, "whole");
  g_autoptr (GHashTable) held = charter_held_new ();
  g_autoptr (CharterExamReport) report = NULL;

  for (guint i = 0; i < 5; i++)
    sitting_answer (session, i, "b", 10, CHARTER_CONFIDENCE_SURE);
  charter_held_add (held, pack->id, "m3");
  charter_held_add (held, pack->id, "p5");
  report = charter_exam_report_new (session, packs, held);
  g_assert_cmpint (get_next (report, 0)->kind, ==, CHARTER_NEXT_SURE);
  g_assert_cmpuint (get_next (report, 0)->n, ==, 4);
  g_assert_cmpint (get_next (report, 1)->kind, ==, CHARTER_NEXT_IDEA);
  g_assert_cmpuint (get_next (report, 1)->items->len, ==, 1);
  g_assert_cmpstr (get_asked (get_next (report, 1), 0)->item->id, ==, "p6");
  for (guint i = 0; i < report->next->len; i++)
    for (guint j = 0; j < get_next (report, i)->items->len; j++)
      g_assert_false (charter_held_has (held, pack->id, get_asked (get_next (report, i), j)->item->id));
}

/* Returns: (transfer full) a pack with two questions on the team and two that can show the idea, and one kept for mocks
 */
static CharterPack *
load_more (const char *id)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) diagnostics = NULL;

  g_string_printf (text,
                   "<pack xmlns=\"urn:charter:pack:1\" format=\"1.0\" id=\"%s\" release=\"1.0\" xml:lang=\"en\">"
                   "<info><title>More</title><use pack=\"org.charterstudy.exam\"/></info><bank id=\"more\">",
                   id);
  for (guint i = 1; i <= 3; i++)
    g_string_append_printf (
      text,
      "<single id=\"p%u\" topic=\"org.charterstudy.exam#team\"%s><stem><p>p%u?</p></stem>"
      "<option id=\"a\" correct=\"true\"><text>A</text></option>"
      "<option id=\"b\" misconception=\"org.charterstudy.exam#end\"><text>B</text></option></single>",
      i, i == 3 ? " reserve=\"mock\"" : "", i);
  g_string_append (text, "</bank></pack>");
  bytes = g_bytes_new (text->str, text->len);
  return charter_loader_load_bytes (bytes, NULL, &diagnostics);
}

static guint
count_of (const CharterExamNext *next, const CharterPack *of)
{
  guint n = 0;

  for (guint i = 0; i < next->items->len; i++)
    n += get_asked (next, i)->pack == of;
  return n;
}

/* What is practised is drawn from every pack that the exam draws from, and from no other. */
static void
test_next_of_several_packs (void)
{
  g_autoptr (CharterPack) more = load_more ("org.example.more"), stranger = load_more ("org.example.stranger");
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (CharterShelf) shelf = charter_shelf_new ();
  g_autoptr (CharterSession) session = sit ("both");
  g_autoptr (CharterExamReport) report = NULL;

  g_ptr_array_add (all, pack);
  g_ptr_array_add (all, more);
  g_ptr_array_add (all, stranger);
  charter_shelf_set_packs (shelf, all);
  report = charter_exam_report_new (session, all, NULL);

  g_assert_cmpint (get_next (report, 0)->kind, ==, CHARTER_NEXT_IDEA);
  g_assert_cmpuint (count_of (get_next (report, 0), pack), ==, 2);
  g_assert_cmpuint (count_of (get_next (report, 0), more), ==, 2);
  g_assert_cmpuint (get_next (report, 0)->items->len, ==, 4);
  g_assert_cmpint (get_next (report, 1)->kind, ==, CHARTER_NEXT_TOPIC);
  g_assert_cmpstr (get_next (report, 1)->subject, ==, "The team");
  g_assert_cmpuint (count_of (get_next (report, 1), pack), ==, 4);
  g_assert_cmpuint (count_of (get_next (report, 1), more), ==, 2);
  g_assert_cmpuint (get_next (report, 1)->items->len, ==, 6);
  charter_shelf_set_packs (shelf, NULL);
}

/* The packs at hand are others then, with the same idea and the same topics in them. */
static void
test_next_after_reload (void)
{
  g_autoptr (CharterPack) again = load_pack ("exam.xml");
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (CharterSession) session = sit ("whole");
  g_autoptr (CharterExamReport) report = NULL;

  g_ptr_array_add (others, again);
  report = charter_exam_report_new (session, others, NULL);
  g_assert_cmpint (get_next (report, 0)->kind, ==, CHARTER_NEXT_IDEA);
  g_assert_cmpuint (count_of (get_next (report, 0), again), ==, 2);
  g_assert_cmpint (get_next (report, 1)->kind, ==, CHARTER_NEXT_TOPIC);
  g_assert_cmpstr (get_next (report, 1)->subject, ==, "The team");
  g_assert_cmpuint (count_of (get_next (report, 1), again), ==, 4);
}

static void
test_all_right (void)
{
  g_autoptr (CharterSession) session = sitting_new (pack, "whole");
  g_autoptr (CharterExamReport) report = NULL;

  for (guint i = 0; i < SITTING_N_ITEMS; i++)
    sitting_answer (session, i, "a", 45, CHARTER_CONFIDENCE_SURE);
  report = charter_exam_report_new (session, packs, NULL);
  g_assert_cmpuint (report->next->len, ==, 0);
}

/* ---- tables ---- */

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}

/* Each row has as many cells as the head, each item and domain has one row. */
static void
test_csv (void)
{
  g_autoptr (CharterSession) session = sit ("whole");
  g_autoptr (CharterExamReport) report = charter_exam_report_new (session, packs, NULL);
  g_autofree char *csv = charter_report_to_csv (report->report, report);
  g_auto (GStrv) rows = g_strsplit (csv, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (rows), ==,
                    1 + 1 + 2 + report->report->n_topics + SITTING_N_ITEMS + 1); /* the last is empty */
  for (guint i = 0; rows[i + 1] != NULL; i++)
    g_assert_cmpuint (count (rows[i], ","), ==, 17);
  g_assert_cmpstr (rows[1], ==, "total,,,,,18,20,12,12,18,0.437495,0.837212,,900,0,,,");
  g_assert_nonnull (strstr (csv, "domain,People,,,,10,,4,,,0.16818,0.687326,unsettled,,,,,\r\n"));
  g_assert_nonnull (strstr (csv, "item,m1,org.charterstudy.exam,1,true,,true,false,0,1,,,,45,0,false,,false\r\n"));
  g_assert_nonnull (strstr (csv, "item,m20,org.charterstudy.exam,20,false,,true,true,1,1,,,,45,0,true,,false\r\n"));
}

/* Without a profile there are no domains. */
static void
test_csv_of_quiz (void)
{
  g_autoptr (CharterSession) session = sit ("whole");
  g_autoptr (CharterReport) report = charter_report_new (session);
  g_autofree char *csv = charter_report_to_csv (report, NULL);

  g_assert_null (strstr (csv, "\r\ndomain,"));
  g_assert_cmpuint (count (csv, "\r\nitem,"), ==, SITTING_N_ITEMS);
}

/* ---- first answers ---- */

static void
add_record (GPtrArray *records, const char *item, gboolean correct, gint64 wall, gboolean has_first)
{
  CharterItemRecord *record = charter_item_record_new (pack->id, item, "key");

  record->n_attempts = 1;
  record->has_first = has_first;
  record->first = (CharterAttempt){ .correct = correct, .wall = wall };
  g_ptr_array_add (records, record);
}

/* Of what the exam draws from, and neither old nor spoilt. */
static void
test_first_answers (void)
{
  const CharterExam *exam = charter_pack_find_exam (pack, "whole");
  g_autoptr (CharterDomains) domains = charter_domains_new (pack, exam, packs);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_item_record_free);
  CharterStratum strata[2] = { 0 };

  add_record (records, "m1", TRUE, 1000, TRUE);
  add_record (records, "m7", FALSE, 1000, TRUE);
  add_record (records, "m11", TRUE, 2000, TRUE);
  add_record (records, "m12", TRUE, 999, TRUE);   /* too old */
  add_record (records, "m13", TRUE, 2000, FALSE); /* spoilt */
  add_record (records, "p5", TRUE, 2000, TRUE);   /* not drawn from */
  add_record (records, "gone", TRUE, 2000, TRUE);
  charter_first_answers_add (domains, pack, exam, pack, records, 1000, strata);

  g_assert_cmpfloat_with_epsilon (strata[0].weight, 0.6, 1e-12);
  g_assert_cmpuint (strata[0].n, ==, 2);
  g_assert_cmpuint (strata[0].n_right, ==, 1);
  g_assert_cmpuint (strata[1].n, ==, 1);
  g_assert_cmpuint (strata[1].n_right, ==, 1);
  g_assert_true (charter_first_answers_are_in (pack, exam, pack));
  g_assert_cmpuint (charter_first_answers_count_questions (exam), ==, SITTING_N_COUNTED);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pack = load_pack ("exam.xml");
  packs = g_ptr_array_new ();
  g_ptr_array_add (packs, pack);
  g_test_add_func ("/exam-report/domains", test_domains);
  g_test_add_func ("/exam-report/topics", test_topics);
  g_test_add_func ("/exam-report/topics-after-reload", test_topics_after_reload);
  g_test_add_func ("/exam-report/unscored", test_unscored);
  g_test_add_func ("/exam-report/mark", test_mark);
  g_test_add_func ("/exam-report/exam-gone", test_exam_gone);
  g_test_add_func ("/exam-report/pace", test_pace);
  g_test_add_func ("/exam-report/changes", test_changes);
  g_test_add_func ("/exam-report/changes-unknown", test_changes_unknown);
  g_test_add_func ("/exam-report/next", test_next);
  g_test_add_func ("/exam-report/next-can-be-asked", test_next_can_be_asked);
  g_test_add_func ("/exam-report/next-without-held", test_next_without_held);
  g_test_add_func ("/exam-report/next-of-several-packs", test_next_of_several_packs);
  g_test_add_func ("/exam-report/next-after-reload", test_next_after_reload);
  g_test_add_func ("/exam-report/all-right", test_all_right);
  g_test_add_func ("/exam-report/csv", test_csv);
  g_test_add_func ("/exam-report/csv-of-quiz", test_csv_of_quiz);
  g_test_add_func ("/exam-report/first-answers", test_first_answers);
  status = g_test_run ();
  g_ptr_array_unref (packs);
  charter_pack_unref (pack);
  return status;
}
