/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-cases.h"

#include <string.h>

typedef struct {
  GPtrArray *cases; /* of CharterTestCase */
  CharterTestCheck check;
} Group;

static void
free_case (gpointer data)
{
  CharterTestCase *test_case = data;

  g_strfreev (test_case->columns);
  g_free (test_case);
}

static void
free_group (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->cases);
  g_free (group);
}

static void
run_group (gconstpointer data)
{
  const Group *group = data;

  g_assert_cmpuint (group->cases->len, >, 0);
  for (guint i = 0; i < group->cases->len; i++)
    group->check (group->cases->pdata[i]);
}

static GStrv
split_columns (const char *line, const char *name, guint number, guint n_columns)
{
  GStrv columns = g_strsplit (line, "|", -1);

  if (g_strv_length (columns) != n_columns)
    g_error ("%s:%u: this line has %u columns; each has %u", name, number, g_strv_length (columns), n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      g_strstrip (columns[i]);
      if (g_str_equal (columns[i], "(empty)"))
        *columns[i] = '\0';
    }
  return columns;
}

static Group *
add_group (const char *prefix, const char *name, CharterTestCheck check)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", prefix, name);
  Group *group = g_new0 (Group, 1);

  g_strdelimit (path, " ", '-');
  group->cases = g_ptr_array_new_with_free_func (free_case);
  group->check = check;
  g_test_add_data_func_full (path, group, run_group, free_group);
  return group;
}

static void
add_case (Group *group, const char *name, guint number, GStrv columns)
{
  CharterTestCase *test_case = g_new0 (CharterTestCase, 1);

  test_case->file = name;
  test_case->line = number;
  test_case->columns = columns;
  g_ptr_array_add (group->cases, test_case);
}

void
charter_cases_add (const char *name, const char *prefix, guint n_columns, CharterTestCheck check)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  Group *group = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '\0' || *line == '#')
        continue;
      if (g_str_has_prefix (line, "== "))
        group = add_group (prefix, line + 3, check);
      else if (group == NULL)
        g_error ("%s:%u: a case stands before the first group", name, i + 1);
      else
        add_case (group, name, i + 1, split_columns (line, name, i + 1, n_columns));
    }
}
