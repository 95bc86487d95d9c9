/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads GIFT. Questions are parted by blank lines; so a fault in one of them can't reach the next. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-bank-gift.h"

typedef struct {
  CharterBankBook *book;
  GString *block;   /* the lines of the question that is being read */
  GString *remark;  /* its comments */
  guint line;       /* on which it begins */
  gboolean is_open; /* a brace of it is */
  char *path;       /* of the category */
  char *scenario;   /* id of the scenario that is open, or NULL */
} Reader;

/* ---- a question ---- */

/* "[id:capitals] [tag:europe]" in a comment. */
static char *
find_bracket (const char *remark, const char *key)
{
  g_autofree char *open = g_strdup_printf ("[%s:", key);
  const char *start = strstr (remark, open), *end = start != NULL ? strchr (start, ']') : NULL;

  return end != NULL ? g_strndup (start + strlen (open), (gsize)(end - start) - strlen (open)) : NULL;
}

static char **
find_tags (const char *remark)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();

  for (const char *at = remark; (at = strstr (at, "[tag:")) != NULL; at++)
    {
      const char *end = strchr (at, ']');

      if (end == NULL)
        break;
      g_ptr_array_add (tags, g_strndup (at + 5, (gsize)(end - at - 5)));
    }
  g_ptr_array_add (tags, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&tags), FALSE);
}

/* Returns: behind "::name::" */
static const char *
read_name (const char *text, char **name)
{
  const char *end;

  text += strspn (text, " \t\n");
  end = g_str_has_prefix (text, "::") ? strstr (text + 2, "::") : NULL;
  if (end == NULL)
    return text;
  {
    g_autofree char *hidden = g_strndup (text + 2, (gsize)(end - text - 2));

    *name = charter_bank_gift_reveal (hidden, " ");
  }
  return end + 2;
}

/* Parts the text at its braces. Returns: FALSE where that can't be done; the question is then listed. */
static gboolean
part (CharterBankGift *gift, const char *text)
{
  const char *open, *close, *general;

  text = charter_bank_gift_skip_format (text, &gift->format);
  open = strchr (text, '{');
  close = open != NULL ? strchr (open, '}') : strchr (text, '}');
  if ((open == NULL) != (close == NULL) || (close != NULL && strchr (close + 1, '{') != NULL))
    {
      charter_bank_question_list (gift->question, "unreadable",
                                  open == NULL || close == NULL ? g_strdup (_ ("a brace that has no other one"))
                                                                : g_strdup (_ ("more than one place for an answer")),
                                  g_strdup (
                                    _ ("a question has one pair of braces; plain ones are written “\\{” and “\\}”")),
                                  g_strdup (_ ("mend it in the file")));
      return FALSE;
    }
  gift->stem = open != NULL ? g_strndup (text, (gsize)(open - text)) : g_strdup (text);
  gift->behind = g_strdup (close != NULL ? close + 1 : "");
  if (charter_bank_is_blank (gift->behind))
    *gift->behind = '\0';
  gift->answer = open != NULL ? g_strndup (open + 1, (gsize)(close - open - 1)) : NULL;
  general = gift->answer != NULL ? strstr (gift->answer, "####") : NULL;
  if (general != NULL)
    {
      gift->rationale = g_strdup (general + 4);
      gift->answer[general - gift->answer] = '\0';
    }
  return TRUE;
}

/* A text without braces asks nothing. One that Charter wrote itself begins a scenario. */
static void
read_description (Reader *reader, CharterBankGift *gift, const char *name)
{
  if (gift->id != NULL && g_str_has_prefix (gift->id, "scenario-"))
    {
      g_autofree char *situation = charter_bank_gift_dup_blocks (gift, gift->stem);

      if (situation != NULL)
        {
          g_ptr_array_remove (reader->book->group->questions, gift->question);
          gift->question = NULL;
          g_free (reader->scenario);
          reader->scenario = g_strdup (gift->id);
          charter_bank_book_enter_scenario (reader->book, gift->id + strlen ("scenario-"), name,
                                            g_steal_pointer (&situation));
          return;
        }
    }
  charter_bank_question_list (gift->question, "no-question", g_strdup (_ ("a text that asks nothing")),
                              g_strdup (_ ("a question has braces with its answers")),
                              g_strdup (_ ("make it the situation of a scenario, if questions belong to it")));
}

static void
gift_clear (CharterBankGift *gift)
{
  g_free (gift->format);
  g_free (gift->stem);
  g_free (gift->answer);
  g_free (gift->behind);
  g_free (gift->rationale);
  g_free (gift->id);
  g_strfreev (gift->tags);
}

/* Questions that are not of the scenario end it. */
static void
enter_group (Reader *reader, const CharterBankGift *gift, gboolean is_description)
{
  if (reader->scenario == NULL || is_description
      || (gift->tags != NULL && g_strv_contains ((const char *const *)gift->tags, reader->scenario)))
    return;
  g_clear_pointer (&reader->scenario, g_free);
  charter_bank_book_enter (reader->book, reader->path);
}

static void
drop_tag (char **tags, const char *tag)
{
  guint n = 0;

  for (guint i = 0; tags[i] != NULL; i++)
    if (strcmp (tags[i], tag) == 0)
      g_free (tags[i]);
    else
      tags[n++] = tags[i];
  tags[n] = NULL;
}

static void
end_question (Reader *reader)
{
  g_autofree char *hidden = charter_bank_gift_hide (reader->block->str), *name = NULL;
  CharterBankGift gift = { .format = g_strdup ("moodle") };
  const char *text = read_name (hidden, &name);

  if (!charter_bank_is_blank (hidden))
    {
      gift.id = find_bracket (reader->remark->str, "id");
      gift.tags = find_tags (reader->remark->str);
      enter_group (reader, &gift, strchr (text, '{') == NULL);
      if (reader->scenario != NULL)
        drop_tag (gift.tags, reader->scenario);
      gift.question = charter_bank_book_begin (reader->book, reader->line, name);
      if (part (&gift, text))
        {
          if (gift.answer == NULL)
            read_description (reader, &gift, name != NULL ? name : "");
          else
            charter_bank_gift_read_body (&gift);
        }
    }
  gift_clear (&gift);
  reader->is_open = FALSE;
  g_string_truncate (reader->block, 0);
  g_string_truncate (reader->remark, 0);
}

/* ---- the file ---- */

/* "$course$/top/Europe/Capitals": "//" is a slash that belongs to a name. */
char *
charter_bank_category_to_path (const char *category)
{
  GString *path = g_string_new (NULL);
  g_auto (GStrv) titles = NULL;
  g_autofree char *single = NULL;

  for (const char *at = category; *at != '\0'; at++)
    if (at[0] == '/' && at[1] == '/')
      {
        g_string_append_c (path, '/');
        at++;
      }
    else
      g_string_append_c (path, *at == '/' ? '\n' : *at);
  single = g_string_free (path, FALSE);
  titles = g_strsplit (single, "\n", -1);
  path = g_string_new (NULL);
  for (guint i = 0; titles[i] != NULL; i++)
    {
      g_autofree char *title = charter_bank_words_fold (titles[i]);

      if (*title == '\0' || g_str_has_prefix (title, "$") || (path->len == 0 && strcmp (title, "top") == 0))
        continue;
      g_string_append_printf (path, "%s%s", path->len > 0 ? "\n" : "", title);
    }
  return g_string_free (path, FALSE);
}

static gboolean
is_escaped (const char *start, const char *at)
{
  gboolean escaped = FALSE;

  for (; at > start && at[-1] == '\\'; at--)
    escaped = !escaped;
  return escaped;
}

static void
note_braces (Reader *reader, const char *line)
{
  for (const char *at = line; *at != '\0'; at++)
    if ((*at == '{' || *at == '}') && !is_escaped (line, at))
      reader->is_open = *at == '{';
}

/* A blank line inside of braces: they go on where the next brace closes them. */
static gboolean
goes_on (const Reader *reader, char **rest)
{
  if (!reader->is_open)
    return FALSE;
  for (guint i = 0; i < 200 && rest[i] != NULL; i++)
    for (const char *at = rest[i]; *at != '\0'; at++)
      if ((*at == '{' || *at == '}') && !is_escaped (rest[i], at))
        return *at == '}';
  return FALSE;
}

static void
read_line (Reader *reader, char **lines, guint index)
{
  g_autofree char *line = g_strstrip (g_strdup (lines[index]));

  if (g_str_has_prefix (line, "//"))
    g_string_append (reader->remark, line);
  else if (*line == '\0')
    {
      if (reader->block->len > 0 && !goes_on (reader, lines + index + 1))
        end_question (reader);
    }
  else if (reader->block->len == 0 && g_str_has_prefix (line, "$CATEGORY:"))
    {
      g_autofree char *path = charter_bank_category_to_path (line + strlen ("$CATEGORY:"));

      g_free (reader->path);
      reader->path = g_steal_pointer (&path);
      g_clear_pointer (&reader->scenario, g_free);
      charter_bank_book_enter (reader->book, reader->path);
      g_string_truncate (reader->remark, 0);
    }
  else
    {
      if (reader->block->len == 0)
        reader->line = index + 1;
      note_braces (reader, line);
      g_string_append_printf (reader->block, "%s\n", line);
    }
}

gboolean
charter_bank_gift_read (GBytes *bytes, CharterBankBook *book, GError **error)
{
  gboolean was_foreign;
  g_autofree char *text = charter_bank_words_decode (bytes, NULL, &was_foreign);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Reader reader = { .book = book, .block = g_string_new (NULL), .remark = g_string_new (NULL) };

  reader.path = g_strdup ("");
  if (was_foreign)
    charter_bank_tell_foreign (book);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (&reader, lines, i);
  end_question (&reader);
  g_string_free (reader.block, TRUE);
  g_string_free (reader.remark, TRUE);
  g_free (reader.path);
  g_free (reader.scenario);
  return TRUE;
}
