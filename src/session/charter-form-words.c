/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a bank lacks, in sentences. */
#include "charter-form-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
tell (FormPool *pool, char *sentence)
{
  g_ptr_array_add (pool->lacks, sentence);
}

void
form_tell_no_pack (FormPool *pool, const char *pack_id)
{
  /* Translators: %s is what a pack is called among packs, as org.example.bank: nobody here knows its title. */
  tell (pool,
        g_strdup_printf (_ ("Questions are also drawn from a pack that is not in your library. Ask whoever made this "
                            "exam for the pack “%s”, and open it."),
                         pack_id));
}

void
form_tell_language (FormPool *pool, const CharterPack *pack)
{
  tell (pool,
        g_strdup_printf (_ ("“%s” is here in another language than the exam, and is left out."), pack->title.plain));
}

void
form_tell_no_group (FormPool *pool, const char *ref)
{
  tell (pool, g_strdup_printf (_ ("There is no scenario and no bank “%s”, from which questions are drawn."), ref));
}

static const char *
find_topic_title (const FormPool *pool, const char *value)
{
  g_autofree char *id = g_strndup (value, strcspn (value, "#"));
  const CharterPack *pack = strchr (value, '#') != NULL ? g_hash_table_lookup (pool->by_id, id) : pool->home;
  const CharterTopic *topic = pack != NULL ? charter_pack_find_topic (pack, value) : NULL;

  return topic != NULL ? topic->title.plain : value;
}

static const char *
name_approaches (const CharterShare *share)
{
  const char *const names[] = {
    "",
    _ ("Predictive approach"),
    _ ("Adaptive approach"),
    _ ("Predictive or adaptive approach"),
    _ ("Hybrid approach"),
    _ ("Predictive or hybrid approach"),
    _ ("Adaptive or hybrid approach"),
    _ ("Any approach"),
  };

  return names[charter_share_names (share, "predictive") + 2 * charter_share_names (share, "adaptive")
               + 4 * charter_share_names (share, "hybrid")];
}

static const char *
name_kind (const char *value)
{
  CharterItemKind kind = CHARTER_ITEM_SINGLE;
  const char *const names[CHARTER_N_ITEM_KINDS] = {
    [CHARTER_ITEM_SINGLE] = _ ("One answer of several"),
    [CHARTER_ITEM_MULTIPLE] = _ ("Several answers"),
    [CHARTER_ITEM_TRUEFALSE] = _ ("True or false"),
    [CHARTER_ITEM_CLASSIFY] = _ ("Cards to sort"),
    [CHARTER_ITEM_MATCH] = _ ("Pairs to match"),
    [CHARTER_ITEM_ORDER] = _ ("Steps to put in order"),
    [CHARTER_ITEM_NUMBER] = _ ("A number to type"),
    [CHARTER_ITEM_SHORT] = _ ("Words to type"),
    [CHARTER_ITEM_CLOZE] = _ ("Blanks to fill"),
    [CHARTER_ITEM_HOTSPOT] = _ ("A place to point at"),
    [CHARTER_ITEM_DRILL] = _ ("Sums with new numbers each time"),
  };

  charter_item_kind_from_name (value, &kind);
  return names[kind];
}

static char *
name_kinds (const CharterShare *share)
{
  g_auto (GStrv) values = g_strsplit (share->value, " ", -1);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (char **value = values; *value; value++)
    g_strv_builder_add (names, name_kind (*value));
  list = g_strv_builder_end (names);
  return g_strjoinv (" / ", list);
}

static char *
name_share (const FormPool *pool, const CharterShare *share)
{
  switch (share->of)
    {
    case CHARTER_SHARE_TOPIC:
      return g_strdup (find_topic_title (pool, share->value));
    case CHARTER_SHARE_APPROACH:
      return g_strdup (name_approaches (share));
    default:
      return name_kinds (share);
    }
}

static void
tell_share (FormPool *pool, const CharterShare *share, guint wanted, guint found)
{
  g_autofree char *name = name_share (pool, share);

  /* Translators: %s is a topic, an approach or a kind of question. */
  tell (pool, g_strdup_printf (ngettext ("%s: %'u question wanted, %'u found.", "%s: %'u questions wanted, %'u found.",
                                         wanted),
                               name, wanted, found));
}

/* What is too much is told only where nothing else of its sort is too little: the one is why of the other. */
static void
tell_shares (FormPool *pool, const FormMix *mix)
{
  const CharterExam *exam = pool->exam;
  gboolean has_too_few[FORM_DIMENSIONS] = { FALSE };

  for (guint i = 0; i < exam->n_shares; i++)
    has_too_few[exam->shares[i].of] |= mix->found[i] < mix->wanted[i];
  for (guint i = 0; i < exam->n_shares; i++)
    if (has_too_few[exam->shares[i].of] ? mix->found[i] < mix->wanted[i] : mix->found[i] > mix->wanted[i])
      tell_share (pool, &exam->shares[i], mix->wanted[i], mix->found[i]);
}

static void
tell_cases (FormPool *pool, const FormMix *mix)
{
  for (guint i = 0; i < mix->sections->len; i++)
    {
      const FormSection *section = &g_array_index (mix->sections, FormSection, i);
      const char *name = section->stage == NULL         ? ""
                         : *section->stage->title.plain ? section->stage->title.plain
                                                        : section->stage->id;

      if (section->found < section->cases)
        /* Translators: %s is a section of an exam. */
        tell (pool, g_strdup_printf (ngettext ("%s: %'u scenario wanted, %'u found that fits.",
                                               "%s: %'u scenarios wanted, %'u found that fit.", section->cases),
                                     name, section->cases, section->found));
    }
}

void
form_tell_lacks (FormPool *pool, const FormMix *mix)
{
  if (mix->n_items < pool->exam->items)
    tell (pool,
          g_strdup_printf (ngettext ("The exam wants %'u question, and %'u that fit were found.",
                                     "The exam wants %'u questions, and %'u that fit were found.", pool->exam->items),
                           pool->exam->items, mix->n_items));
  tell_cases (pool, mix);
  tell_shares (pool, mix);
}
