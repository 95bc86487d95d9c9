/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What packs hold for an exam, line by line. */
#include "charter-form-stock.h"
#include "charter-loader.h"

#include <string.h>

static CharterPack *
load (const char *id, const char *info, const char *content)
{
  g_autofree char *text = g_strdup_printf (
    "<pack xmlns='urn:charter:pack:1' format='1.0' id='%s' release='1' xml:lang='en'><info><title>Test</title>%s</info>"
    "%s</pack>",
    id, info, content);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) diagnostics = NULL;
  CharterPack *pack = charter_loader_load_bytes (bytes, NULL, &diagnostics);

  for (guint i = 0; i < diagnostics->len; i++)
    g_error ("%s: %s", id, ((const CharterDiagnostic *)g_ptr_array_index (diagnostics, i))->found);
  return pack;
}

#define ITEM(id, attributes)                                                                                           \
  "<truefalse id='" id "' " attributes " answer='true'><stem><p>Is it " id "?</p></stem></truefalse>"

/* Two domains; the second has a task with a share of its own. The bank's own topic counts as a task of the first. */
static CharterPack *
load_home (const char *draw)
{
  g_autofree char *exam = g_strdup_printf (
    "<exam id='exam' minutes='10' items='10'><title>Exam</title>%s<share topic='people' percent='40'/>"
    "<share topic='process' percent='40'/><share topic='risk' percent='20'/>"
    "<share approach='adaptive hybrid' percent='50'/></exam>",
    draw);

  return load ("org.charterstudy.test.home",
               "<use pack='org.charterstudy.test.bank'/>"
               "<topic id='people'><title>People</title><topic id='team'><title>Team</title></topic>"
               "<topic id='vision'><title>Vision</title></topic><topic id='talk'><title>Talk</title></topic></topic>"
               "<topic id='process'><title>Process</title><topic id='risk'><title>Risk</title></topic>"
               "<topic id='scope'><title>Scope</title></topic></topic>",
               exam);
}

static CharterPack *
load_bank (void)
{
  static const char content[] = "<bank id='bank'>"
    /* clang-format off */
      ITEM ("a", "topic='crew' approach='adaptive'")
      ITEM ("b", "topic='crew' approach='predictive' reserve='mock'")
      ITEM ("c", "topic='org.charterstudy.test.home#people' approach='hybrid'")
      ITEM ("d", "topic='org.charterstudy.test.home#risk'")
      "</bank><scenario id='story'><title>Story</title><situation><p>It rains.</p></situation>"
      ITEM ("e", "topic='org.charterstudy.test.home#scope' reserve='mock'")
      "</scenario>";
  /* clang-format on */

  return load ("org.charterstudy.test.bank",
               "<use pack='org.charterstudy.test.home'/>"
               "<topic id='crew' counts-as='org.charterstudy.test.home#team'><title>Crew</title></topic>",
               content);
}

static char *
list (const CharterFormStock *stock)
{
  GString *lines = g_string_new (NULL);

  g_string_append_printf (lines, "all %u %u %u\n", stock->wanted, stock->found, stock->reserved);
  for (guint i = 0; i < stock->n_rows; i++)
    {
      const CharterStockRow *row = &stock->rows[i];

      g_string_append_printf (lines, "%*s%s %u %u %u\n", (int)row->level, "", row->value, row->wanted, row->found,
                              row->reserved);
    }
  return g_string_free (lines, FALSE);
}

static void
check (const char *draw, guint n_forms, const char *expected)
{
  g_autoptr (CharterPack) home = load_home (draw), bank = load_bank ();
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();
  g_autoptr (CharterFormStock) stock = NULL;
  g_autofree char *found = NULL;

  g_ptr_array_add (packs, bank);
  stock = charter_form_stock_new (home, &home->exams[0], packs, n_forms);
  found = list (stock);
  g_assert_cmpstr (found, ==, expected);
}

/* A share is parted among the topics below it; what a task with a share of its own leaves goes to the others. */
static void
test_all (void)
{
  check ("<draw from='org.charterstudy.test.bank' reserve='all'/>", 1,
         "all 10 5 2\n"
         "people 4 3 1\n team 2 2 1\n vision 1 0 0\n talk 1 0 0\n"
         "process 4 2 1\n risk 2 1 0\n scope 2 1 1\n"
         "adaptive hybrid 5 2 0\n");
}

/* The exam's own rules say what may be drawn. */
static void
test_mocks (void)
{
  check ("<draw from='org.charterstudy.test.bank' reserve='mock'/>", 3,
         "all 30 2 2\n"
         "people 12 1 1\n team 4 1 1\n vision 4 0 0\n talk 4 0 0\n"
         "process 12 1 1\n risk 6 0 0\n scope 6 1 1\n"
         "adaptive hybrid 15 0 0\n");
}

/* Packs that count their topics as each other's, in a circle. */
static void
test_circle (void)
{
  g_autoptr (CharterPack) home
    = load ("org.charterstudy.test.home",
            "<use pack='org.charterstudy.test.bank'/>"
            "<topic id='here' counts-as='org.charterstudy.test.bank#there'><title>Here</title></topic>",
            "<bank id='items'>" ITEM ("a",
                                      "topic='here'") "</bank>"
                                                      "<exam id='exam' minutes='10' items='4'><title>Exam</title><draw "
                                                      "from='org.charterstudy.test.home'/>"
                                                      "<share topic='here' percent='50'/><share "
                                                      "topic='org.charterstudy.test.bank#there' percent='50'/></exam>");
  g_autoptr (CharterPack) bank
    = load ("org.charterstudy.test.bank",
            "<use pack='org.charterstudy.test.home'/>"
            "<topic id='there' counts-as='org.charterstudy.test.home#here'><title>There</title></topic>",
            "");
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();
  g_autoptr (CharterFormStock) stock = NULL;

  g_ptr_array_add (packs, bank);
  stock = charter_form_stock_new (home, &home->exams[0], packs, 1);
  g_assert_cmpuint (stock->found, ==, 1);
  g_assert_cmpuint (stock->n_rows, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-stock/all", test_all);
  g_test_add_func ("/form-stock/mocks", test_mocks);
  g_test_add_func ("/form-stock/circle", test_circle);
  return g_test_run ();
}
