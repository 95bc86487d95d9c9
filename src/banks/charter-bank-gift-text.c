/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of GIFT: what a backslash hides, the format that a text may name, and what a pack makes of it. */
#include <string.h>

#include "charter-bank-gift.h"

/* What stands behind a backslash is put out of the way first: U+E010 and on. */
static const char escapable[] = "~=#{}:\\n";
#define HIDDEN 0xE010
#define LINE_FEED (HIDDEN + 7)

char *
charter_bank_gift_hide (const char *text)
{
  GString *hidden = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      const char *which = text[0] == '\\' && text[1] != '\0' ? strchr (escapable, text[1]) : NULL;

      if (which == NULL)
        g_string_append_c (hidden, *text);
      else
        {
          g_string_append_unichar (hidden, HIDDEN + (gunichar)(which - escapable));
          text++;
        }
    }
  return g_string_free (hidden, FALSE);
}

char *
charter_bank_gift_reveal (const char *text, const char *line_feed)
{
  GString *shown = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == LINE_FEED)
        g_string_append (shown, line_feed);
      else if (c >= HIDDEN && c < LINE_FEED)
        g_string_append_c (shown, escapable[c - HIDDEN]);
      else
        g_string_append_unichar (shown, c);
    }
  return g_string_free (shown, FALSE);
}

static gboolean
is_html (const CharterBankGift *gift)
{
  return strcmp (gift->format, "plain") != 0;
}

/* A text may begin with its own format in brackets. Returns: behind it */
const char *
charter_bank_gift_skip_format (const char *text, char **format)
{
  static const char *const formats[] = { "html", "plain", "moodle", "markdown" };

  text += strspn (text, " \t\n");
  for (guint i = 0; *text == '[' && i < G_N_ELEMENTS (formats); i++)
    {
      gsize length = strlen (formats[i]);

      if (strncmp (text + 1, formats[i], length) == 0 && text[length + 1] == ']')
        {
          g_free (*format);
          *format = g_strdup (formats[i]);
          return text + length + 2;
        }
    }
  return text;
}

char *
charter_bank_gift_dup_flow (CharterBankGift *gift, const char *text, gboolean is_inline, const char *const *inserts)
{
  g_autoptr (CharterBankFlow) flow = charter_bank_flow_new (is_inline);
  char *xml;

  charter_bank_flow_html (flow, text, inserts);
  xml = charter_bank_flow_finish (flow);
  charter_bank_tell_lost (gift->question, flow);
  return xml;
}

char *
charter_bank_gift_dup_blocks (CharterBankGift *gift, const char *text)
{
  g_autofree char *before = g_strdup (gift->format), *shown = NULL, *xml = NULL;

  text = charter_bank_gift_skip_format (text, &gift->format);
  if (is_html (gift))
    {
      shown = charter_bank_gift_reveal (text, strcmp (gift->format, "html") == 0 ? "\n" : "<br>");
      xml = charter_bank_gift_dup_flow (gift, shown, FALSE, NULL);
    }
  else
    {
      g_autofree char *folded = charter_bank_words_fold (text);

      shown = charter_bank_gift_reveal (folded, "\n");
      xml = charter_bank_blocks_from_plain (shown);
    }
  g_free (gift->format);
  gift->format = g_steal_pointer (&before);
  return g_steal_pointer (&xml);
}

char *
charter_bank_gift_dup_inline (CharterBankGift *gift, const char *text)
{
  g_autofree char *before = g_strdup (gift->format), *shown = NULL, *xml = NULL;

  text = charter_bank_gift_skip_format (text, &gift->format);
  shown = charter_bank_gift_reveal (text, " ");
  xml = is_html (gift) ? charter_bank_gift_dup_flow (gift, shown, TRUE, NULL) : charter_bank_inline_from_plain (shown);
  g_free (gift->format);
  gift->format = g_steal_pointer (&before);
  return g_steal_pointer (&xml);
}

/* What is to be typed has no markup. */
char *
charter_bank_gift_dup_plain (CharterBankGift *gift, const char *text)
{
  g_autofree char *shown = NULL, *format = g_strdup (gift->format);

  text = charter_bank_gift_skip_format (text, &format);
  shown = charter_bank_gift_reveal (text, " ");
  return strcmp (format, "html") == 0 ? charter_bank_flow_plain (shown) : charter_bank_words_fold (shown);
}
