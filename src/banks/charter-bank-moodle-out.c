/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes Moodle's XML. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-bank-moodle.h"

#define HELD                                                                                                           \
  (CHARTER_BANK_HINT | CHARTER_BANK_RATIONALE | CHARTER_BANK_WHY | CHARTER_BANK_POINTS | CHARTER_BANK_TAGS             \
   | CHARTER_BANK_MARKUP | CHARTER_BANK_PICTURES | CHARTER_BANK_PARTIAL)
#define PLUGIN_FILE "@@PLUGINFILE@@/"

/* ---- text ---- */

/* "]]>" would end it, so it is cut between two of them. */
static void
add_cdata (GString *xml, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "]]>", -1);
  g_autofree char *safe = g_strjoinv ("]]]]><![CDATA[>", parts);

  if (strpbrk (text, "<&") == NULL)
    charter_bank_words_escape (xml, text);
  else
    g_string_append_printf (xml, "<![CDATA[%s]]>", safe);
}

static void
add_text (GString *xml, const char *element, const char *attributes, const char *text)
{
  g_string_append_printf (xml, "    <%s%s><text>", element, attributes);
  add_cdata (xml, text);
  g_string_append_printf (xml, "</text></%s>\n", element);
}

static void
add_value (GString *xml, const char *element, const char *value)
{
  g_string_append_printf (xml, "    <%s>", element);
  charter_bank_words_escape (xml, value);
  g_string_append_printf (xml, "</%s>\n", element);
}

/* Moodle looks for a picture's file beside the text that shows it; folders are of no use there. */
static char *
dup_file_name (const char *path)
{
  GString *name = g_string_new (path);

  g_string_replace (name, "/", "-", 0);
  return g_string_free (name, FALSE);
}

static char *
load (CharterBankSheet *sheet, const char *path)
{
  g_autoptr (GFile) file
    = sheet->pack->folder != NULL ? g_file_resolve_relative_path (sheet->pack->folder, path) : NULL;
  g_autoptr (GBytes) bytes = file != NULL ? g_file_load_bytes (file, NULL, NULL, NULL) : NULL;
  gsize length;
  const guchar *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return data != NULL ? g_base64_encode (data, length) : NULL;
}

static void
add_files (CharterBankSheet *sheet, GString *xml, CharterBlocks blocks, const CharterItem *item)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  charter_bank_collect_figures (blocks, paths);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *base64 = load (sheet, path), *name = dup_file_name (path);
      g_autofree char *escaped = charter_bank_words_dup_escaped (name);

      if (base64 != NULL)
        g_string_append_printf (xml, "<file name=\"%s\" path=\"/\" encoding=\"base64\">%s</file>", escaped, base64);
      else if (item != NULL)
        charter_bank_sheet_lose (sheet, item,
                                 g_strdup_printf (_ ("without the picture “%s”, which is not there"), path));
    }
}

/* The pictures' addresses name files, not paths. */
static char *
dup_html (CharterBlocks blocks)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *plain = charter_bank_html_from_blocks (blocks, PLUGIN_FILE);
  GString *html = g_string_new (plain);

  charter_bank_collect_figures (blocks, paths);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *name = dup_file_name (g_ptr_array_index (paths, i));
      g_autofree char *escaped = g_uri_escape_string (name, NULL, TRUE);
      g_autofree char *from = charter_bank_words_dup_escaped (g_ptr_array_index (paths, i));
      g_autofree char *before = g_strconcat (PLUGIN_FILE, from, "\"", NULL);
      g_autofree char *after = g_strconcat (PLUGIN_FILE, escaped, "\"", NULL);

      g_string_replace (html, before, after, 0);
    }
  return g_string_free (html, FALSE);
}

static void
add_blocks (CharterBankSheet *sheet, GString *xml, const char *element, CharterBlocks blocks, const CharterItem *item)
{
  g_autofree char *html = dup_html (blocks);

  g_string_append_printf (xml, "    <%s format=\"html\"><text>", element);
  add_cdata (xml, html);
  g_string_append (xml, "</text>");
  add_files (sheet, xml, blocks, item);
  g_string_append_printf (xml, "</%s>\n", element);
}

static void
add_feedback (CharterBankSheet *sheet, GString *xml, CharterBlocks why, const CharterItem *item)
{
  if (why.n_blocks > 0)
    add_blocks (sheet, xml, "feedback", why, item);
}

/* ---- answers ---- */

static void
begin_answer (GString *xml, const char *fraction, const char *format, const char *text)
{
  g_string_append_printf (xml, "    <answer fraction=\"%s\" format=\"%s\"><text>", fraction, format);
  add_cdata (xml, text);
  g_string_append (xml, "</text>\n");
}

static void
add_options (CharterBankSheet *sheet, GString *xml, const CharterItem *item, const char *share)
{
  gboolean is_single = item->kind == CHARTER_ITEM_SINGLE;

  add_value (xml, "single", is_single ? "true" : "false");
  add_value (xml, "shuffleanswers", "true");
  add_value (xml, "answernumbering", "abc");
  for (guint i = 0; i < item->n_parts; i++)
    {
      const CharterPart *part = &item->parts[i];
      g_autofree char *html = charter_bank_html_from_text (&part->text);

      begin_answer (xml, part->correct ? share : is_single ? "0" : "-100", "html", html);
      add_feedback (sheet, xml, part->why, item);
      g_string_append (xml, "    </answer>\n");
    }
}

static void
add_truth (CharterBankSheet *sheet, GString *xml, const CharterItem *item)
{
  for (guint i = 0; i < item->n_parts; i++)
    {
      const CharterPart *part = &item->parts[i];

      begin_answer (xml, part->correct ? "100" : "0", "moodle_auto_format", part->id);
      add_feedback (sheet, xml, part->why, item);
      g_string_append (xml, "    </answer>\n");
    }
}

static void
add_pair (GString *xml, const CharterText *left, const CharterText *right)
{
  g_autofree char *html = left != NULL ? charter_bank_html_from_text (left) : g_strdup ("");

  g_string_append (xml, "    <subquestion format=\"html\"><text>");
  add_cdata (xml, html);
  g_string_append (xml, "</text><answer><text>");
  add_cdata (xml, right->plain);
  g_string_append (xml, "</text></answer></subquestion>\n");
}

static void
add_pairs (CharterBankSheet *sheet, GString *xml, const CharterItem *item)
{
  gboolean is_match = item->kind == CHARTER_ITEM_MATCH, has_why = FALSE;

  add_value (xml, "shuffleanswers", "true");
  for (guint i = 0; i < item->n_parts; i++)
    {
      const CharterPart *part = &item->parts[i];
      const CharterSlot *slot = part->slot != NULL ? charter_item_find_slot (item, part->slot) : NULL;

      has_why |= part->why.n_blocks > 0;
      add_pair (xml,
                slot == NULL ? NULL
                : is_match   ? &slot->text
                             : &part->text,
                slot == NULL || is_match ? &part->text : &slot->text);
    }
  if (has_why)
    charter_bank_sheet_lose (sheet, item, g_strdup (_ ("without the whys of its pairs")));
}

static void
add_order (CharterBankSheet *sheet, GString *xml, const CharterItem *item)
{
  add_value (xml, "layouttype", "VERTICAL");
  add_value (xml, "selecttype", "ALL");
  add_value (xml, "selectcount", "0");
  add_value (xml, "gradingtype", item->scoring == CHARTER_SCORING_EXACT ? "ALL_OR_NOTHING" : "ABSOLUTE_POSITION");
  for (guint i = 0; i < item->n_parts; i++)
    {
      const CharterPart *part = &item->parts[i];
      g_autofree char *html = charter_bank_html_from_text (&part->text);
      g_autofree char *place = g_strdup_printf ("%u.0000000", i + 1);

      begin_answer (xml, place, "html", html);
      add_feedback (sheet, xml, part->why, item);
      g_string_append (xml, "    </answer>\n");
    }
}

static void
add_number_answer (GString *xml, const char *fraction, const char *value, double tolerance)
{
  g_autofree char *written = charter_bank_words_decimal (tolerance);

  begin_answer (xml, fraction, "moodle_auto_format", value);
  add_value (xml, "tolerance", written);
}

static void
add_number (CharterBankSheet *sheet, GString *xml, const CharterItem *item)
{
  const CharterTyped *typed = item->typed;

  add_number_answer (xml, "100", typed->accepts[0], typed->tolerance);
  g_string_append (xml, "    </answer>\n");
  for (guint i = 0; i < typed->n_nears; i++)
    {
      add_number_answer (xml, "0", typed->nears[i].value, typed->nears[i].tolerance);
      add_feedback (sheet, xml, typed->nears[i].why, item);
      g_string_append (xml, "    </answer>\n");
    }
  if (typed->unit == NULL)
    return;
  g_string_append (xml, "    <units><unit><multiplier>1</multiplier><unit_name>");
  charter_bank_words_escape (xml, typed->unit);
  g_string_append (xml, "</unit_name></unit></units>\n");
  add_value (xml, "unitgradingtype", "0");
  add_value (xml, "showunits", "3");
}

static void
add_short (CharterBankSheet *sheet, GString *xml, const CharterItem *item)
{
  const CharterTyped *typed = item->typed;

  add_value (xml, "usecase", typed->keep_case ? "1" : "0");
  for (guint i = 0; i < typed->n_accepts; i++)
    {
      begin_answer (xml, "100", "plain_text", typed->accepts[i]);
      g_string_append (xml, "    </answer>\n");
    }
  for (guint i = 0; i < typed->n_nears; i++)
    {
      begin_answer (xml, "0", "plain_text", typed->nears[i].value);
      add_feedback (sheet, xml, typed->nears[i].why, item);
      g_string_append (xml, "    </answer>\n");
    }
  if (typed->keep_accents || typed->keep_spaces)
    charter_bank_sheet_lose (sheet, item, g_strdup (_ ("without telling accents or spaces apart")));
}

/* ---- cloze ---- */

static void
add_cloze_escaped (GString *html, const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (strchr ("}~#\\", *text) != NULL)
        g_string_append_c (html, '\\');
      g_string_append_c (html, *text);
    }
}

static void
add_blank (GString *html, const CharterItem *item, const CharterSlot *slot)
{
  gboolean first = TRUE;

  g_string_append (html, "{1:MULTICHOICE:");
  for (guint i = 0; i < item->n_parts; i++)
    {
      const CharterPart *part = &item->parts[i];
      g_autofree char *words = charter_bank_html_from_text (&part->text);
      g_autofree char *why = charter_bank_line_from_blocks (part->why);
      g_autofree char *escaped = charter_bank_words_dup_escaped (why);

      if (strcmp (part->slot, slot->id) != 0)
        continue;
      g_string_append (html, first ? "" : "~");
      g_string_append (html, part->correct ? "=" : "");
      add_cloze_escaped (html, words);
      if (*why != '\0')
        g_string_append_c (html, '#');
      add_cloze_escaped (html, escaped);
      first = FALSE;
    }
  g_string_append_c (html, '}');
}

static void
add_passage (CharterBankSheet *sheet, GString *xml, const CharterItem *item)
{
  g_autoptr (GPtrArray) pieces = charter_bank_cut_passage (item);
  g_autofree char *stem = dup_html (item->stem);
  GString *html = g_string_new (stem);

  g_string_append (html, "<p>");
  for (guint i = 0; i < item->n_slots; i++)
    {
      g_string_append (html, g_ptr_array_index (pieces, i));
      add_blank (html, item, &item->slots[i]);
    }
  g_string_append_printf (html, "%s</p>", (const char *)g_ptr_array_index (pieces, item->n_slots));
  g_string_append (xml, "    <questiontext format=\"html\"><text>");
  add_cdata (xml, html->str);
  g_string_append (xml, "</text>");
  add_files (sheet, xml, item->stem, item);
  g_string_append (xml, "</questiontext>\n");
  g_string_free (html, TRUE);
}

/* ---- an item ---- */

static const char *
find_type (const CharterItem *item)
{
  static const char *const types[CHARTER_N_ITEM_KINDS] = {
    [CHARTER_ITEM_SINGLE] = "multichoice",  [CHARTER_ITEM_MULTIPLE] = "multichoice",
    [CHARTER_ITEM_TRUEFALSE] = "truefalse", [CHARTER_ITEM_CLASSIFY] = "matching",
    [CHARTER_ITEM_MATCH] = "matching",      [CHARTER_ITEM_ORDER] = "ordering",
    [CHARTER_ITEM_NUMBER] = "numerical",    [CHARTER_ITEM_SHORT] = "shortanswer",
    [CHARTER_ITEM_CLOZE] = "cloze",
  };

  return types[item->kind];
}

static void
add_answers (CharterBankSheet *sheet, GString *xml, const CharterItem *item, const char *share)
{
  if (item->kind == CHARTER_ITEM_SINGLE || item->kind == CHARTER_ITEM_MULTIPLE)
    add_options (sheet, xml, item, share);
  else if (item->kind == CHARTER_ITEM_TRUEFALSE)
    add_truth (sheet, xml, item);
  else if (item->kind == CHARTER_ITEM_CLASSIFY || item->kind == CHARTER_ITEM_MATCH)
    add_pairs (sheet, xml, item);
  else if (item->kind == CHARTER_ITEM_ORDER)
    add_order (sheet, xml, item);
  else if (item->kind == CHARTER_ITEM_NUMBER)
    add_number (sheet, xml, item);
  else if (item->kind == CHARTER_ITEM_SHORT)
    add_short (sheet, xml, item);
}

static void
begin_question (GString *xml, const char *type, const char *name, const char *id)
{
  g_string_append_printf (xml, "  <question type=\"%s\">\n", type);
  add_text (xml, "name", "", name);
  add_value (xml, "idnumber", id);
}

static void
add_tags (GString *xml, const CharterItem *item, const CharterGroup *group)
{
  g_string_append (xml, "    <tags>");
  for (guint i = 0; item->tags != NULL && item->tags[i] != NULL; i++)
    g_string_append_printf (xml, "<tag><text>%s</text></tag>", item->tags[i]);
  if (group->is_scenario)
    g_string_append_printf (xml, "<tag><text>scenario-%s</text></tag>", group->id);
  g_string_append (xml, "</tags>\n");
}

static void
write_item (
  CharterBankSheet *sheet, GString *xml, const CharterItem *item, const CharterGroup *group, const char *share)
{
  g_autofree char *line = charter_bank_line_from_blocks (item->stem);
  g_autofree char *name = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), 80));
  g_autofree char *points = charter_bank_words_decimal (item->points);

  begin_question (xml, find_type (item), name, item->id);
  if (item->kind == CHARTER_ITEM_CLOZE)
    add_passage (sheet, xml, item);
  else
    add_blocks (sheet, xml, "questiontext", item->stem, item);
  add_blocks (sheet, xml, "generalfeedback", item->rationale, item);
  if (item->kind != CHARTER_ITEM_CLOZE)
    add_value (xml, "defaultgrade", points);
  add_answers (sheet, xml, item, share);
  if (item->hint.n_blocks > 0)
    add_blocks (sheet, xml, "hint", item->hint, item);
  add_tags (xml, item, group);
  g_string_append (xml, "  </question>\n");
  charter_bank_sheet_tell_fields (sheet, item,
                                  item->kind == CHARTER_ITEM_CLOZE ? HELD & ~(guint)CHARTER_BANK_POINTS : HELD);
  sheet->n_written++;
}

static void
add_item (CharterBankSheet *sheet, GString *xml, const CharterItem *item, const CharterGroup *group)
{
  gboolean is_choice = item->kind == CHARTER_ITEM_SINGLE || item->kind == CHARTER_ITEM_MULTIPLE;
  const char *share = is_choice ? charter_bank_share (charter_item_count_keys (item)) : "100";

  if (find_type (item) == NULL)
    charter_bank_sheet_leave (sheet, item,
                              g_strdup_printf (_ ("not written: the format has no “%s”"),
                                               charter_item_kind_name (item->kind)));
  else if (share == NULL)
    charter_bank_sheet_leave (sheet, item,
                              g_strdup_printf (_ ("not written: %u right options, for which there is no share"),
                                               charter_item_count_keys (item)));
  else
    write_item (sheet, xml, item, group, share);
}

/* ---- groups ---- */

static void
add_title (GString *path, const char *title)
{
  g_auto (GStrv) parts = g_strsplit (title, "/", -1);
  g_autofree char *escaped = g_strjoinv ("//", parts);

  if (*title != '\0')
    g_string_append_printf (path, "/%s", escaped);
}

static void
add_category (CharterBankSheet *sheet, GString *xml, const CharterGroup *group)
{
  GString *path = g_string_new ("$course$/top");

  add_title (path, sheet->pack->title.plain);
  add_title (path, group->title.plain);
  g_string_append (xml, "  <question type=\"category\">\n");
  add_text (xml, "category", "", path->str);
  g_string_append (xml, "  </question>\n");
  g_string_free (path, TRUE);
}

static void
add_situation (CharterBankSheet *sheet, GString *xml, const CharterGroup *group)
{
  g_autofree char *id = g_strconcat ("scenario-", group->id, NULL);

  begin_question (xml, "description", group->title.plain, id);
  add_blocks (sheet, xml, "questiontext", group->situation, NULL);
  g_string_append (xml, "    <defaultgrade>0</defaultgrade>\n  </question>\n");
}

GBytes *
charter_bank_moodle_write (CharterBankSheet *sheet, GError **error)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");

  for (guint i = 0; i < sheet->pack->n_groups; i++)
    {
      const CharterGroup *group = sheet->pack->groups[i];

      if (group->n_items == 0)
        continue;
      add_category (sheet, xml, group);
      if (group->is_scenario)
        add_situation (sheet, xml, group);
      for (guint k = 0; k < group->n_items; k++)
        add_item (sheet, xml, group->items[k], group);
    }
  g_string_append (xml, "</quiz>\n");
  return g_string_free_to_bytes (xml);
}
