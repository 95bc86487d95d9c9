/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-hit-row.h"

#include "charter-meaning.h"
#include "charter-rows.h"
#include "charter-words.h"

/* Words of a pack as Pango markup, what was found in bold. */
static char *
make_bold (const char *text, const char *const *words)
{
  g_autoptr (GArray) matches = charter_words_find (text, words);
  GString *markup = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      CharterWordMatch match = g_array_index (matches, CharterWordMatch, i);
      g_autofree char *before = g_markup_escape_text (text + at, (gssize)(match.start - at));
      g_autofree char *word = g_markup_escape_text (text + match.start, (gssize)match.length);

      g_string_append_printf (markup, "%s<b>%s</b>", before, word);
      at = match.start + match.length;
    }
  {
    g_autofree char *rest = g_markup_escape_text (text + at, -1);

    g_string_append (markup, rest);
  }
  return g_string_free (markup, FALSE);
}

/* What it stands in: lesson or scenario, and pack. Returns: (transfer full) (nullable) */
static char *
dup_place (const CharterHit *hit, gboolean tell_pack)
{
  const char *place = charter_hit_get_place (hit);

  if (place != NULL && tell_pack && hit->pack != NULL)
    return g_strdup_printf ("%s · %s", place, hit->pack->title.plain);
  return g_strdup (tell_pack && hit->pack != NULL ? hit->pack->title.plain : place);
}

static void
append_line (GString *lines, const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
}

static void
show_meaning (GtkWidget *row, const CharterEntry *entry)
{
  charter_meaning_show (row, g_object_get_data (G_OBJECT (row), "pack"), entry, NULL);
}

static void
set_action (AdwActionRow *row, const CharterHit *hit)
{
  switch (hit->kind)
    {
    case CHARTER_HIT_LESSON:
      charter_row_set_action (row, "win.open-lesson", "(sss)", hit->pack->id, hit->lesson->id,
                              hit->section != NULL ? hit->section->id : "");
      break;
    case CHARTER_HIT_ENTRY:
      g_object_set_data_full (G_OBJECT (row), "pack", charter_pack_ref (hit->pack), (GDestroyNotify)charter_pack_unref);
      g_signal_connect (row, "activated", G_CALLBACK (show_meaning), (gpointer)hit->entry);
      break;
    case CHARTER_HIT_SCENARIO:
      charter_row_set_action (row, "win.start-scenario", "(ss)", hit->pack->id,
                              hit->story != NULL ? hit->story->id : hit->group->id);
      break;
    case CHARTER_HIT_NOTE:
      charter_row_set_action (row, "win.open-note", "s", hit->note->id);
      break;
    case CHARTER_HIT_ITEM:
    default:
      charter_row_set_action (row, "win.ask-item", "(ss)", hit->pack->id, hit->item->id);
      break;
    }
}

/* A screen reader says the title as the row's name, and the rest on demand. */
static void
set_words (AdwActionRow *row, const char *title, const char *snippet, const char *place, const char *const *words)
{
  g_autofree char *bold_title = make_bold (title, words);
  g_autofree char *bold_snippet = make_bold (snippet, words);
  g_autofree char *plain_place = place != NULL ? g_markup_escape_text (place, -1) : NULL;
  g_autoptr (GString) subtitle = g_string_new (NULL);
  g_autoptr (GString) described = g_string_new (NULL);

  append_line (subtitle, bold_snippet);
  append_line (subtitle, plain_place);
  append_line (described, snippet);
  append_line (described, place);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), bold_title);
  adw_action_row_set_subtitle (row, subtitle->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, described->str, -1);
}

GtkWidget *
charter_hit_row_new (const CharterHit *hit, const char *const *words, gboolean tell_pack)
{
  AdwActionRow *row = charter_row_new (hit->kind == CHARTER_HIT_NOTE ? "note-symbolic" : NULL, "", NULL);
  g_autofree char *snippet = charter_hit_dup_snippet (hit, words);
  g_autofree char *place = dup_place (hit, tell_pack);
  const char *title = charter_hit_get_title (hit);

  set_words (row, title != NULL ? title : snippet, title != NULL ? snippet : "", place, words);
  set_action (row, hit);
  if (hit->kind != CHARTER_HIT_ENTRY)
    charter_row_add_arrow (row);
  return GTK_WIDGET (row);
}
