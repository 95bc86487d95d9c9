/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes GIFT. Plain texts stay plain, so that people can read the file; others are HTML, and say so. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-bank-gift.h"

#define HELD                                                                                                           \
  (CHARTER_BANK_RATIONALE | CHARTER_BANK_WHY | CHARTER_BANK_TAGS | CHARTER_BANK_MARKUP | CHARTER_BANK_PARTIAL)

/* ---- text ---- */

static void
add_escaped (GString *gift, const char *text)
{
  for (; *text != '\0'; text++)
    if (*text == '\n')
      g_string_append (gift, "\\n");
    else
      {
        if (strchr ("~=#{}:\\", *text) != NULL)
          g_string_append_c (gift, '\\');
        g_string_append_c (gift, *text);
      }
}

static gboolean
is_plain (const char *text)
{
  return strpbrk (text, "<&[") == NULL;
}

static void
add_html (GString *gift, const char *html)
{
  g_string_append (gift, "[html]");
  add_escaped (gift, html);
}

static void
add_blocks (GString *gift, CharterBlocks blocks)
{
  g_autofree char *plain = charter_bank_line_from_blocks (blocks);

  if (charter_bank_blocks_are_plain (blocks) && is_plain (plain))
    {
      g_string_append (gift, "[plain]");
      add_escaped (gift, plain);
    }
  else
    {
      g_autofree char *html = charter_bank_html_from_blocks (blocks, "");

      add_html (gift, html);
    }
}

static void
add_text (GString *gift, const CharterText *text)
{
  g_autofree char *html = charter_bank_html_from_text (text);

  if (text->spans == NULL && is_plain (text->plain))
    {
      g_string_append (gift, "[plain]");
      add_escaped (gift, text->plain);
    }
  else
    add_html (gift, html);
}

static void
add_feedback (GString *gift, CharterBlocks why)
{
  if (why.n_blocks == 0)
    return;
  g_string_append (gift, " #");
  add_blocks (gift, why);
}

/* ---- kinds ---- */

static gboolean
add_choice (CharterBankSheet *sheet, GString *gift, const CharterItem *item)
{
  guint n_keys = charter_item_count_keys (item);
  const char *share = charter_bank_share (n_keys);

  if (share == NULL)
    {
      charter_bank_sheet_leave (sheet, item,
                                g_strdup_printf (_ ("not written: %u right options, for which there is no "
                                                    "share"),
                                                 n_keys));
      return FALSE;
    }
  for (guint i = 0; i < item->n_parts; i++)
    {
      const CharterPart *part = &item->parts[i];

      if (item->kind != CHARTER_ITEM_MULTIPLE)
        g_string_append_printf (gift, "\n  %c", part->correct ? '=' : '~');
      else if (part->correct)
        g_string_append_printf (gift, "\n  ~%%%s%%", share);
      else
        g_string_append (gift, "\n  ~%-100%");
      add_text (gift, &part->text);
      add_feedback (gift, part->why);
    }
  return TRUE;
}

/* Feedback for those who were wrong comes first. */
static void
add_truth (GString *gift, const CharterItem *item)
{
  gboolean is_true = item->parts[0].correct;
  const CharterPart *wrong = &item->parts[is_true ? 1 : 0], *right = &item->parts[is_true ? 0 : 1];

  g_string_append (gift, is_true ? "TRUE" : "FALSE");
  if (wrong->why.n_blocks + right->why.n_blocks == 0)
    return;
  g_string_append (gift, " #");
  if (wrong->why.n_blocks > 0)
    add_blocks (gift, wrong->why);
  add_feedback (gift, right->why);
}

static void
add_pairs (CharterBankSheet *sheet, GString *gift, const CharterItem *item)
{
  gboolean has_extra = FALSE, has_why = FALSE;

  for (guint i = 0; i < item->n_parts; i++)
    {
      const CharterPart *part = &item->parts[i];
      const CharterSlot *slot = part->slot != NULL ? charter_item_find_slot (item, part->slot) : NULL;
      gboolean is_match = item->kind == CHARTER_ITEM_MATCH;

      has_why |= part->why.n_blocks > 0;
      has_extra |= slot == NULL;
      if (slot == NULL)
        continue;
      g_string_append (gift, "\n  =");
      add_text (gift, is_match ? &slot->text : &part->text);
      g_string_append (gift, " -> ");
      add_text (gift, is_match ? &part->text : &slot->text);
    }
  if (has_extra)
    charter_bank_sheet_lose (sheet, item, g_strdup (_ ("without what belongs to nothing")));
  if (has_why)
    charter_bank_sheet_lose (sheet, item, g_strdup (_ ("without the whys of its pairs")));
}

static void
add_order (CharterBankSheet *sheet, GString *gift, const CharterItem *item)
{
  g_string_append (gift, ">");
  for (guint i = 0; i < item->n_parts; i++)
    {
      g_string_append (gift, "\n  ");
      add_text (gift, &item->parts[i].text);
    }
  charter_bank_sheet_lose (sheet, item,
                           g_strdup (_ ("Moodle reads an order from GIFT only where the plug-in for it is "
                                        "installed; whys of its steps are left out")));
}

static void
add_number (CharterBankSheet *sheet, GString *gift, const CharterItem *item)
{
  const CharterTyped *typed = item->typed;
  g_autofree char *tolerance = charter_bank_words_decimal (typed->tolerance);

  g_string_append_printf (gift, "#\n  =%s:%s", typed->accepts[0], tolerance);
  for (guint i = 0; i < typed->n_nears; i++)
    {
      g_autofree char *near_tolerance = charter_bank_words_decimal (typed->nears[i].tolerance);

      g_string_append_printf (gift, "\n  =%%0%%%s:%s", typed->nears[i].value, near_tolerance);
      add_feedback (gift, typed->nears[i].why);
    }
  if (typed->unit != NULL)
    charter_bank_sheet_lose (sheet, item, g_strdup_printf (_ ("without its unit, %s"), typed->unit));
}

static void
add_plain (GString *gift, const char *words)
{
  if (strstr (words, "->") != NULL || *words == '%' || *words == '[')
    g_string_append (gift, "[plain]");
  add_escaped (gift, words);
}

static void
add_short (CharterBankSheet *sheet, GString *gift, const CharterItem *item)
{
  const CharterTyped *typed = item->typed;

  for (guint i = 0; i < typed->n_accepts; i++)
    {
      g_string_append (gift, "\n  =");
      add_plain (gift, typed->accepts[i]);
    }
  for (guint i = 0; i < typed->n_nears; i++)
    {
      g_string_append (gift, "\n  =%0%");
      add_plain (gift, typed->nears[i].value);
      add_feedback (gift, typed->nears[i].why);
    }
  if (typed->keep_case || typed->keep_accents || typed->keep_spaces)
    charter_bank_sheet_lose (sheet, item, g_strdup (_ ("without telling capitals, accents or spaces apart")));
}

/* ---- an item ---- */

static gboolean
add_answers (CharterBankSheet *sheet, GString *gift, const CharterItem *item)
{
  switch (item->kind)
    {
    case CHARTER_ITEM_SINGLE:
    case CHARTER_ITEM_MULTIPLE:
    case CHARTER_ITEM_CLOZE:
      return add_choice (sheet, gift, item);
    case CHARTER_ITEM_TRUEFALSE:
      add_truth (gift, item);
      break;
    case CHARTER_ITEM_CLASSIFY:
    case CHARTER_ITEM_MATCH:
      add_pairs (sheet, gift, item);
      break;
    case CHARTER_ITEM_ORDER:
      add_order (sheet, gift, item);
      break;
    case CHARTER_ITEM_NUMBER:
      add_number (sheet, gift, item);
      break;
    case CHARTER_ITEM_SHORT:
      add_short (sheet, gift, item);
      break;
    case CHARTER_ITEM_HOTSPOT:
    case CHARTER_ITEM_DRILL:
    default:
      charter_bank_sheet_leave (sheet, item,
                                g_strdup_printf (_ ("not written: the format has no “%s”"),
                                                 charter_item_kind_name (item->kind)));
      return FALSE;
    }
  return TRUE;
}

static void
add_remarks (GString *gift, const CharterItem *item, const CharterGroup *group)
{
  g_string_append_printf (gift, "// [id:%s]", item->id);
  for (guint i = 0; item->tags != NULL && item->tags[i] != NULL; i++)
    g_string_append_printf (gift, " [tag:%s]", item->tags[i]);
  if (group->is_scenario)
    g_string_append_printf (gift, " [tag:scenario-%s]", group->id);
  g_string_append_c (gift, '\n');
}

static void
add_braces (GString *gift, const CharterItem *item, const char *answers)
{
  g_string_append_printf (gift, " {%s", answers);
  if (item->rationale.n_blocks > 0)
    {
      g_string_append (gift, "\n  ####");
      add_blocks (gift, item->rationale);
    }
  g_string_append (gift, "}");
}

/* The words of a passage stand around the one pair of braces. */
static void
add_passage (CharterBankSheet *sheet, GString *gift, const CharterItem *item, const char *answers)
{
  g_autoptr (GPtrArray) pieces = charter_bank_cut_passage (item);

  add_html (gift, g_ptr_array_index (pieces, 0));
  add_braces (gift, item, answers);
  add_escaped (gift, g_ptr_array_index (pieces, 1));
  charter_bank_sheet_lose (sheet, item,
                           g_strdup (_ ("without its stem: the text with the blank is all that is shown")));
}

static void
add_item (CharterBankSheet *sheet, GString *gift, const CharterItem *item, const CharterGroup *group)
{
  GString *answers = g_string_new (NULL);

  if (item->kind == CHARTER_ITEM_CLOZE && item->n_slots > 1)
    charter_bank_sheet_leave (sheet, item, g_strdup (_ ("not written: the format has one blank a text")));
  else if (add_answers (sheet, answers, item))
    {
      add_remarks (gift, item, group);
      g_string_append_printf (gift, "::%s:: ", item->id);
      if (item->kind == CHARTER_ITEM_CLOZE)
        add_passage (sheet, gift, item, answers->str);
      else
        {
          add_blocks (gift, item->stem);
          add_braces (gift, item, answers->str);
        }
      g_string_append (gift, "\n\n");
      charter_bank_sheet_tell_fields (sheet, item, HELD);
      sheet->n_written++;
    }
  g_string_free (answers, TRUE);
}

/* ---- groups ---- */

static void
add_category_title (GString *gift, const char *title)
{
  g_auto (GStrv) parts = g_strsplit (title, "/", -1);
  g_autofree char *escaped = g_strjoinv ("//", parts);

  g_string_append_printf (gift, "/%s", escaped);
}

static void
add_group (CharterBankSheet *sheet, GString *gift, const CharterGroup *group)
{
  g_string_append (gift, "$CATEGORY: $course$/top");
  add_category_title (gift, sheet->pack->title.plain);
  if (*group->title.plain != '\0')
    add_category_title (gift, group->title.plain);
  g_string_append (gift, "\n\n");
  if (group->is_scenario)
    {
      g_string_append_printf (gift, "// [id:scenario-%s]\n::", group->id);
      add_escaped (gift, group->title.plain);
      g_string_append (gift, ":: ");
      add_blocks (gift, group->situation);
      g_string_append (gift, "\n\n");
    }
  for (guint i = 0; i < group->n_items; i++)
    add_item (sheet, gift, group->items[i], group);
}

GBytes *
charter_bank_gift_write (CharterBankSheet *sheet, GError **error)
{
  GString *gift = g_string_new (NULL);

  for (guint i = 0; i < sheet->pack->n_groups; i++)
    if (sheet->pack->groups[i]->n_items > 0)
      add_group (sheet, gift, sheet->pack->groups[i]);
  return g_string_free_to_bytes (gift);
}
