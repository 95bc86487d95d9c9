/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wishes of the command line become a blueprint; what fits and what is drawn, the blueprint decides. */
#include "tool-build.h"

#include <glib/gi18n.h>

#include "tool-command.h"

gboolean
tool_build_is_wished (const ToolWishes *wishes)
{
  return wishes->topics != NULL || wishes->kinds != NULL || wishes->difficulty != NULL || wishes->only_mistakes
         || wishes->number != NULL;
}

/* ---- topics ---- */

static int
fail_topic (const CharterPack *pack, const char *topic)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *what = g_strdup_printf (_ ("The pack has no topic with the id “%s”."), topic);

  for (guint i = 0; i < pack->n_topics; i++)
    g_ptr_array_add (ids, (gpointer)pack->topics[i]->id);
  g_ptr_array_add (ids, NULL);
  return tool_fail_unknown (what, topic, (const char *const *)ids->pdata, _ ("“charter-tool show” lists the topics."));
}

/* An empty id stands for questions that have no topic. */
static int
read_topics (char **topics, const CharterPack *pack, CharterBlueprint *blueprint)
{
  for (guint i = 0; topics != NULL && topics[i] != NULL; i++)
    if (*topics[i] != '\0' && charter_pack_find_topic (pack, topics[i]) == NULL)
      return fail_topic (pack, topics[i]);
  blueprint->topics = g_strdupv (topics);
  return TOOL_CLEAN;
}

/* ---- kinds ---- */

static int
fail_kind (const char *kind)
{
  const char *names[CHARTER_N_ITEM_KINDS + 1] = { NULL };
  g_autofree char *what = g_strdup_printf (_ ("There is no kind of question called “%s”."), kind);
  g_autofree char *list = NULL;
  g_autofree char *mend = NULL;

  for (guint i = 0; i < CHARTER_N_ITEM_KINDS; i++)
    names[i] = charter_item_kind_name (i);
  list = g_strjoinv (", ", (char **)names);
  mend = g_strdup_printf (_ ("The kinds: %s."), list);
  return tool_fail_unknown (what, kind, names, mend);
}

static int
read_kinds (char **names, CharterBlueprint *blueprint)
{
  CharterItemKind kind;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      if (!charter_item_kind_from_name (names[i], &kind))
        return fail_kind (names[i]);
      blueprint->kinds |= 1u << kind;
    }
  return TOOL_CLEAN;
}

/* ---- numbers ---- */

static gboolean
read_number (const char *text, guint low, guint high, guint *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, low, high, &value, NULL))
    return FALSE;
  *number = (guint)value;
  return TRUE;
}

static int
read_difficulty (const char *text, CharterBlueprint *blueprint)
{
  g_auto (GStrv) ends = text != NULL ? g_strsplit (text, "-", 2) : NULL;

  if (text == NULL)
    return TOOL_CLEAN;
  if (ends[0] == NULL || !read_number (ends[0], CHARTER_EASIEST, CHARTER_HARDEST, &blueprint->easiest)
      || !read_number (ends[1] != NULL ? ends[1] : ends[0], blueprint->easiest, CHARTER_HARDEST, &blueprint->hardest))
    return tool_fail (_ ("The difficulty is neither a number from 1 to 5 nor a range of them."),
                      _ ("For example: --difficulty 3, or --difficulty 2-4"));
  return TOOL_CLEAN;
}

static int
read_count (const char *text, CharterBlueprint *blueprint)
{
  if (text == NULL || read_number (text, 1, G_MAXUINT16, &blueprint->number))
    return TOOL_CLEAN;
  return tool_fail (_ ("The number of questions is not a whole number above 0."), _ ("For example: --number 10"));
}

int
tool_build_read (const ToolWishes *wishes, const CharterPack *pack, CharterBlueprint *blueprint)
{
  charter_blueprint_init (blueprint);
  blueprint->only_mistakes = wishes->only_mistakes;
  if (read_topics (wishes->topics, pack, blueprint) != TOOL_CLEAN || read_kinds (wishes->kinds, blueprint) != TOOL_CLEAN
      || read_difficulty (wishes->difficulty, blueprint) != TOOL_CLEAN
      || read_count (wishes->number, blueprint) != TOOL_CLEAN)
    return TOOL_COULD_NOT;
  return TOOL_CLEAN;
}

/* ---- drawing ---- */

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

GHashTable *
tool_build_load_mistakes (CharterStudy *study, CharterPack *pack, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_study_load_mistakes_async (study, pack, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return charter_study_load_mistakes_finish (study, result, error);
}

static int
fail_fit (const CharterBlueprint *blueprint, const CharterPack *pack, GHashTable *mistakes)
{
  g_autofree char *advice = charter_blueprint_dup_advice (charter_blueprint_find_obstacles (blueprint, pack, mistakes));

  if (blueprint->only_mistakes && g_hash_table_size (mistakes) == 0)
    return tool_fail (_ ("There are no mistakes in this pack so far."), NULL);
  return tool_fail (advice, NULL);
}

const char **
tool_build_draw (
  const CharterBlueprint *blueprint, const CharterPack *pack, GHashTable *mistakes, guint64 seed, ToolOut *out)
{
  guint n = charter_blueprint_count (blueprint, pack, mistakes);

  if (n == 0)
    {
      fail_fit (blueprint, pack, mistakes);
      return NULL;
    }
  if (n > blueprint->number)
    tool_out_wrapf (out, "", ngettext ("%'u question fits", "%'u questions fit", n), n);
  return charter_blueprint_draw (blueprint, pack, mistakes, seed);
}
