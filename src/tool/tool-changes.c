/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "charter-change-words.h"
#include "tool-command.h"
#include "tool-packs.h"

static gboolean quiet;

static void
print_unit (const CharterPackChange *change, const CharterChange *unit, ToolOut *out)
{
  g_autofree char *title = charter_change_words_dup_title (change, unit);
  g_autofree char *lead = g_strdup_printf ("%s " TOOL_BOLD "%s" TOOL_PLAIN ": ", unit->element, unit->id);

  tool_out_wrapf (out, lead, "%s", charter_change_words_get (unit->kind));
  tool_out_indent (out, 2);
  if (!g_str_equal (title, unit->id))
    tool_out_wrap (out, "", title);
  tool_out_indent (out, -2);
}

static int
print (const CharterPackChange *change, ToolOut *out)
{
  g_autofree char *summary = charter_change_words_dup_summary (change);

  for (guint i = 0; !quiet && i < change->n_changes; i++)
    print_unit (change, &change->changes[i], out);
  tool_out_gap (out);
  tool_out_wrapf (out, "", "%s %s → %s: %s", change->after->id, change->before->release, change->after->release,
                  summary);
  return change->n_changes > 0 ? TOOL_PROBLEMS : TOOL_CLEAN;
}

static CharterPack *
load (const char *name, GBytes **bytes)
{
  g_autoptr (GFile) file = NULL;
  CharterPack *pack = tool_packs_load_from (name, &file);

  if (pack != NULL)
    *bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  if (pack != NULL && *bytes == NULL) /* it went between two looks */
    g_clear_pointer (&pack, charter_pack_unref);
  return pack;
}

static int
run (const char *const *arguments, ToolOut *out)
{
  g_autoptr (CharterPack) before = NULL, after = NULL;
  g_autoptr (GBytes) before_bytes = NULL, after_bytes = NULL;
  g_autoptr (CharterPackChange) change = NULL;

  if (arguments[0] == NULL || arguments[1] == NULL)
    return tool_fail (_ ("Which two packs are to be compared?"),
                      _ ("For example: charter-tool changes old.charter new.xml"));
  before = load (arguments[0], &before_bytes);
  after = before != NULL ? load (arguments[1], &after_bytes) : NULL;
  if (after == NULL)
    return TOOL_COULD_NOT;
  change = charter_pack_change_new (before, before_bytes, after, after_bytes);
  return print (change, out);
}

static const GOptionEntry options[] = {
  { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_ ("Print the last line only"), NULL },
  { NULL },
};

static const ToolExample examples[] = {
  { "changes week-3.charter my-pack.xml", N_ ("what learners get who have the first and are handed the second") },
  { "changes --quiet pmp-people new-release.xml", N_ ("a summary, beside an installed pack") },
  { NULL },
};

const ToolCommand tool_changes_command = {
  .name = "changes",
  .arguments = N_ ("BEFORE AFTER"),
  .summary = N_ ("Compare two releases of a pack"),
  .description
  = N_ ("Lists what is new, gone or not as it was, by id. Comments, layout and order make no difference. A question "
        "with another key comes up again: earlier answers say nothing of it. All other answers are kept.\n"
        "Exit status: 0 where nothing has changed, 1 where something has."),
  .options = options,
  .examples = examples,
  .run = run,
};
