/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cases stand in grades.txt. */

#include "charter-cases.h"
#include "charter-grade.h"

static const char *const grades[] = { NULL, "again", "hard", "good", "easy" };
static const char *const confidences[] = { "none", "guess", "think so", "sure" };

static CharterConfidence
read_confidence (const CharterTestCase *test_case, const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (confidences); i++)
    {
      if (g_str_equal (text, confidences[i]))
        return i;
    }
  g_error ("%s:%u: there is no confidence “%s”", test_case->file, test_case->line, text);
}

static void
check (const CharterTestCase *test_case)
{
  char **columns = test_case->columns;
  gboolean hint = g_str_equal (columns[2], "hint");
  const CharterGradeRule *rule;

  g_assert_true (hint || g_str_equal (columns[2], "no hint"));
  rule = charter_grade_find_rule (g_ascii_strtod (columns[0], NULL), read_confidence (test_case, columns[1]), hint);
  if (!g_str_equal (grades[rule->grade], columns[3]) || !g_str_equal (rule->id, columns[4]))
    g_error ("%s:%u: expected %s by %s; found %s by %s", test_case->file, test_case->line, columns[3], columns[4],
             grades[rule->grade], rule->id);
}

/* Every rule is the one that applies to something, and can be told. */
static void
test_rules (void)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  const CharterGradeRule *rule;
  guint n = 0;

  for (guint share = 0; share <= 4; share++)
    for (CharterConfidence confidence = CHARTER_CONFIDENCE_NONE; confidence <= CHARTER_CONFIDENCE_SURE; confidence++)
      for (gboolean hint = FALSE; hint <= TRUE; hint++)
        g_hash_table_add (used, (gpointer)charter_grade_find_rule (share / 4.0, confidence, hint));
  for (; (rule = charter_grade_get_rule (n)) != NULL; n++)
    {
      g_assert_true (g_hash_table_contains (used, rule));
      g_assert_cmpstr (charter_grade_rule_get_when (rule), !=, "");
      g_assert_true (g_str_has_suffix (charter_grade_rule_get_why (rule), "."));
      g_assert_cmpint (rule->grade, !=, CHARTER_GRADE_EASY);
    }
  g_assert_cmpuint (n, ==, g_hash_table_size (used));
}

/* More points, more certainty of what is right, and no hint never lead to a lower grade. */
static void
test_order (void)
{
  for (guint share = 0; share <= 100; share++)
    for (CharterConfidence confidence = CHARTER_CONFIDENCE_NONE; confidence <= CHARTER_CONFIDENCE_SURE; confidence++)
      for (gboolean hint = FALSE; hint <= TRUE; hint++)
        {
          CharterGrade grade = charter_grade_find_rule (share / 100.0, confidence, hint)->grade;

          g_assert_cmpint (grade, >=, charter_grade_find_rule (share / 100.0, confidence, TRUE)->grade);
          if (share > 0)
            g_assert_cmpint (grade, >=, charter_grade_find_rule ((share - 1) / 100.0, confidence, hint)->grade);
          if (share == 100)
            g_assert_cmpint (grade, >=, charter_grade_find_rule (1, CHARTER_CONFIDENCE_GUESS, hint)->grade);
        }
}

static void
test_names (void)
{
  for (CharterGrade grade = CHARTER_GRADE_AGAIN; grade <= CHARTER_GRADE_EASY; grade++)
    {
      g_autofree char *name = g_ascii_strdown (charter_grade_get_name (grade), -1);

      g_assert_cmpstr (name, ==, grades[grade]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  charter_cases_add ("grades.txt", "/grade/cases", 5, check);
  g_test_add_func ("/grade/rules", test_rules);
  g_test_add_func ("/grade/order", test_order);
  g_test_add_func ("/grade/names", test_names);
  return g_test_run ();
}
