/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-lint-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- telling */

static void
tell (Lint *lint, const LintPack *pack, guint line, guint column, char *found)
{
  const CharterLintRule *rule = &lint->rule->rule;
  CharterDiagnostic *finding = g_new0 (CharterDiagnostic, 1);

  *finding
    = (CharterDiagnostic){ CHARTER_SEVERITY_ADVICE,  rule->code, line, column, found, g_strdup (_ (rule->expected)),
                           g_strdup (_ (rule->mend)) };
  g_ptr_array_add (pack->file->findings, finding);
}

gboolean
lint_item_is_silenced (Lint *lint, const LintItem *item)
{
  gboolean is_silenced = FALSE;

  for (guint i = 0; i < item->item->n_ignores; i++)
    if (g_str_equal (item->item->ignores[i].advice, lint->rule->rule.code))
      {
        g_hash_table_add (lint->needed, (gpointer)&item->item->ignores[i]);
        is_silenced = TRUE;
      }
  return is_silenced;
}

void
lint_tell_ignore (Lint *lint, const LintItem *item, const CharterIgnore *ignore, char *found)
{
  guint line, column;

  lint_item_locate_tag (item, ignore->ordinal, &line, &column);
  tell (lint, item->pack, line, column, found);
}

void
lint_tell_item (Lint *lint, const LintItem *item, const char *part, char *found)
{
  guint line, column;

  if (lint_item_is_silenced (lint, item))
    {
      g_free (found);
      return;
    }
  lint_item_locate (item, part, &line, &column);
  tell (lint, item->pack, line, column, found);
}

void
lint_tell_pack (Lint *lint, const LintPack *pack, char *found)
{
  tell (lint, pack, pack->line, pack->column, found);
}

/* ---- what is looked at */

static gboolean
is_drawn_from (const CharterPack *pack, const CharterPack *home, const CharterExam *exam)
{
  for (guint i = 0; exam != NULL && i < exam->n_draws; i++)
    {
      const char *from = exam->draws[i].from;
      gsize length = strcspn (from, "#");
      gboolean is_local = from[length] == '\0' && strchr (from, '.') == NULL;

      if (is_local ? g_str_equal (pack->id, home->id)
                   : strlen (pack->id) == length && strncmp (pack->id, from, length) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
read_item (Lint *lint, LintPack *pack, const CharterItem *item)
{
  LintItem *entry = &pack->items[pack->n_items++];

  entry->pack = pack;
  entry->item = item;
  entry->stem = charter_blocks_to_plain (item->stem);
  entry->stem_words = lint_vocabulary_read (lint->vocabulary, entry->stem);
}

static void
read_pack (Lint *lint, LintPack *pack, CharterLintFile *file)
{
  pack->file = file;
  pack->pack = file->pack;
  pack->terms = lint_terms_new (file->pack->language, lint->vocabulary);
  pack->items = g_new0 (LintItem, file->pack->n_items + 1);
  for (guint i = 0; i < file->pack->n_items; i++)
    read_item (lint, pack, file->pack->items[i]);
  lint_pack_locate (pack);
}

static void
clear_pack (LintPack *pack)
{
  for (guint i = 0; i < pack->n_items; i++)
    {
      g_free (pack->items[i].stem);
      g_array_unref (pack->items[i].stem_words);
    }
  g_free (pack->items);
  g_clear_pointer (&pack->terms, lint_terms_free);
}

/* ---- running */

static void
check_pack (Lint *lint, const LintPack *pack)
{
  for (guint i = 0; lint->rule->check_item != NULL && i < pack->n_items; i++)
    lint->rule->check_item (lint, &pack->items[i]);
  if (lint->rule->check_pack != NULL)
    lint->rule->check_pack (lint, pack);
}

static void
run_rules (Lint *lint)
{
  for (guint r = 0; (lint->rule = lint_get_rule (r)) != NULL; r++)
    {
      for (guint i = 0; i < lint->n_packs; i++)
        if (!lint->rule->rule.by_exam || lint->packs[i].is_drawn)
          check_pack (lint, &lint->packs[i]);
      if (lint->rule->check_all != NULL)
        lint->rule->check_all (lint);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const CharterDiagnostic *x = *(const CharterDiagnostic *const *)a, *y = *(const CharterDiagnostic *const *)b;

  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  if (x->column != y->column)
    return x->column < y->column ? -1 : 1;
  return g_strcmp0 (x->code, y->code);
}

static CharterFormStock *
count_stock (const CharterLintFile *files, guint n_files, CharterPack *home, const CharterExam *exam)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();

  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (packs, files[i].pack);
  return exam != NULL ? charter_form_stock_new (home, exam, packs, 1) : NULL;
}

void
charter_lint_check (CharterLintFile *files, guint n_files, CharterPack *home, const CharterExam *exam)
{
  g_autofree LintPack *packs = g_new0 (LintPack, n_files + 1);
  Lint lint = { .packs = packs, .n_packs = n_files, .exam = exam, .vocabulary = lint_vocabulary_new () };

  lint.stock = count_stock (files, n_files, home, exam);
  lint.needed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_files; i++)
    {
      files[i].findings = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_diagnostic_free);
      read_pack (&lint, &packs[i], &files[i]);
      packs[i].is_drawn = is_drawn_from (files[i].pack, home, exam);
    }
  run_rules (&lint);
  for (guint i = 0; i < n_files; i++)
    {
      g_ptr_array_sort (files[i].findings, compare_places);
      clear_pack (&packs[i]);
    }
  g_clear_pointer (&lint.stock, charter_form_stock_free);
  g_hash_table_unref (lint.needed);
  lint_vocabulary_free (lint.vocabulary);
}
