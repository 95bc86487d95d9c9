/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line is filled with words and marks until something ends it: a paragraph, an entry, a cell. Marks are written only
 * when a word follows, so none is ever empty, and all that are open are closed where the line ends and opened again in
 * the next. */
#include "charter-bank-flow.h"

#include <string.h>

#include "charter-bank-words.h"

#define MOST_LOST 20 /* told of one text */

/* A tag of HTML that becomes one of ours. */
typedef struct {
  const char *tag;
  const char *mark;
} Mark;

typedef struct {
  const Mark *mark;
  char *href; /* of a link, else NULL */
  gboolean is_silent;
} Open;

typedef enum { HOLDER_NONE, HOLDER_LIST, HOLDER_TABLE } Holder;

struct _CharterBankFlow {
  gboolean is_inline;
  CharterBankFindPicture find;
  gpointer data;
  GPtrArray *lost;

  GString *out;   /* finished blocks */
  GString *quote; /* paragraphs of a quotation that goes on */
  GString *after; /* pictures that wait for the end of a list or table */
  guint n_quotes;

  GString *line;
  gboolean has_words, has_space;
  GPtrArray *wanted;  /* Open: what the words to come are marked with */
  GPtrArray *written; /* those of them whose tags stand in the line */

  Holder holder;
  guint depth; /* of holders of the same kind inside one another */
  gboolean is_ordered, in_cell;
  GString *entries; /* of a list, or rows of a table */
  GString *row;
  gboolean row_has_data;
  GString *head;

  guint n_skipped; /* open elements whose content is not for readers */
  gboolean is_verbatim;
};

static const Mark marks[] = {
  { "strong", "strong" }, { "b", "strong" },  { "em", "em" },     { "i", "em" },      { "u", "em" },
  { "cite", "em" },       { "var", "em" },    { "dfn", "em" },    { "code", "code" }, { "tt", "code" },
  { "kbd", "code" },      { "samp", "code" }, { "math", "math" }, { "a", "link" },
};

static const char *const paragraphs[] = {
  "p",       "div",    "h1",         "h2",     "h3",      "h4",   "h5",    "h6",      "section", "article",
  "center",  "figure", "figcaption", "header", "footer",  "dl",   "dt",    "dd",      "hr",      "br",
  "address", "form",   "fieldset",   "legend", "caption", "main", "aside", "details", "summary", NULL,
};
static const char *const others[] = {
  "ul",         "ol",        "li",         "table",  "thead",    "tbody",  "tfoot",  "tr",      "td",       "th",
  "blockquote", "pre",       "img",        "span",   "font",     "sub",    "sup",    "small",   "big",      "s",
  "del",        "ins",       "strike",     "abbr",   "acronym",  "label",  "mark",   "q",       "wbr",      "nobr",
  "html",       "body",      "head",       "title",  "meta",     "link",   "style",  "script",  "noscript", "iframe",
  "object",     "embed",     "video",      "audio",  "source",   "param",  "canvas", "svg",     "input",    "button",
  "select",     "option",    "textarea",   "col",    "colgroup", "tt",     "ruby",   "rt",      "rp",       "bdo",
  "bdi",        "time",      "mi",         "mo",     "mn",       "mrow",   "mfrac",  "msup",    "msub",     "msqrt",
  "mtext",      "semantics", "annotation", "mstyle", "mtable",   "mtr",    "mtd",    "mfenced", "msubsup",  "mover",
  "munder",     "o:p",       "picture",    "map",    "area",     "nolink", NULL,
};
static const char *const skipped[]
  = { "head",   "title", "style", "script", "noscript", "select", "textarea", "annotation",
      "object", "video", "audio", "iframe", "canvas",   "svg",    NULL };
static const char *const told[] = { "object", "video", "audio", "iframe", "canvas", "svg", "embed", NULL };

static void
open_free (Open *open)
{
  g_free (open->href);
  g_free (open);
}

CharterBankFlow *
charter_bank_flow_new (gboolean is_inline)
{
  CharterBankFlow *self = g_new0 (CharterBankFlow, 1);

  self->is_inline = is_inline;
  self->lost = g_ptr_array_new_with_free_func (g_free);
  self->out = g_string_new (NULL);
  self->quote = g_string_new (NULL);
  self->after = g_string_new (NULL);
  self->line = g_string_new (NULL);
  self->entries = g_string_new (NULL);
  self->row = g_string_new (NULL);
  self->head = g_string_new (NULL);
  self->wanted = g_ptr_array_new_with_free_func ((GDestroyNotify)open_free);
  self->written = g_ptr_array_new ();
  return self;
}

void
charter_bank_flow_free (CharterBankFlow *self)
{
  GString *strings[] = { self->out, self->quote, self->after, self->line, self->entries, self->row, self->head };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_string_free (strings[i], TRUE);
  g_ptr_array_unref (self->lost);
  g_ptr_array_unref (self->written);
  g_ptr_array_unref (self->wanted);
  g_free (self);
}

void
charter_bank_flow_set_pictures (CharterBankFlow *self, CharterBankFindPicture find, gpointer data)
{
  self->find = find;
  self->data = data;
}

static void
lose (CharterBankFlow *self, char *what)
{
  if (self->lost->len >= MOST_LOST || g_ptr_array_find_with_equal_func (self->lost, what, g_str_equal, NULL))
    g_free (what);
  else
    g_ptr_array_add (self->lost, what);
}

/* ---- marks ---- */

static void
close_marks (CharterBankFlow *self, guint n_left)
{
  while (self->written->len > n_left)
    {
      Open *open = g_ptr_array_index (self->written, self->written->len - 1);

      if (!open->is_silent)
        g_string_append_printf (self->line, "</%s>", open->mark->mark);
      g_ptr_array_set_size (self->written, (int)self->written->len - 1);
    }
}

/* Plain text only is marked as code or formula, and links don't hold links. */
static gboolean
is_barred (CharterBankFlow *self, const Open *mark)
{
  for (guint i = 0; i < self->written->len; i++)
    {
      const Open *open = g_ptr_array_index (self->written, i);

      if (!open->is_silent
          && (g_str_equal (open->mark->mark, "code") || g_str_equal (open->mark->mark, "math")
              || g_str_equal (open->mark->mark, mark->mark->mark)))
        return TRUE;
    }
  return FALSE;
}

static void
write_mark (CharterBankFlow *self, Open *open)
{
  open->is_silent = is_barred (self, open) || (open->mark == &marks[G_N_ELEMENTS (marks) - 1] && open->href == NULL);
  g_ptr_array_add (self->written, open);
  if (open->is_silent)
    return;
  g_string_append_printf (self->line, "<%s", open->mark->mark);
  if (open->href != NULL)
    {
      g_string_append (self->line, " href=\"");
      charter_bank_words_escape (self->line, open->href);
      g_string_append_c (self->line, '"');
    }
  g_string_append_c (self->line, '>');
}

/* A word comes: what is no longer wanted is closed, then the space, then what is new. */
static void
begin_word (CharterBankFlow *self)
{
  guint same = 0;

  while (same < MIN (self->written->len, self->wanted->len)
         && g_ptr_array_index (self->written, same) == g_ptr_array_index (self->wanted, same))
    same++;
  close_marks (self, same);
  if (self->has_space && self->has_words)
    g_string_append_c (self->line, ' ');
  self->has_space = FALSE;
  self->has_words = TRUE;
  for (guint i = self->written->len; i < self->wanted->len; i++)
    write_mark (self, g_ptr_array_index (self->wanted, i));
}

static const Mark *
find_mark (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strcmp (marks[i].tag, tag) == 0)
      return &marks[i];
  return NULL;
}

static const char *
get (const char *const *attributes, const char *name)
{
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (strcmp (attributes[i], name) == 0)
      return attributes[i + 1];
  return NULL;
}

/* Addresses that lead somewhere from anybody's machine. */
static char *
dup_address (const char *const *attributes)
{
  const char *href = get (attributes, "href");

  if (href == NULL || strpbrk (href, " \t\n<>\"{}|\\^`") != NULL)
    return NULL;
  return g_str_has_prefix (href, "https://") || g_str_has_prefix (href, "http://") || g_str_has_prefix (href, "mailto:")
           ? g_strdup (href)
           : NULL;
}

static void
open_mark (CharterBankFlow *self, const Mark *mark, const char *const *attributes)
{
  Open *open = g_new0 (Open, 1);

  open->mark = mark;
  open->href = g_str_equal (mark->mark, "link") ? dup_address (attributes) : NULL;
  if (self->wanted->len < 16)
    g_ptr_array_add (self->wanted, open);
  else
    open_free (open);
}

static void
close_mark (CharterBankFlow *self, const Mark *mark)
{
  for (guint i = self->wanted->len; i > 0; i--)
    {
      Open *open = g_ptr_array_index (self->wanted, i - 1);

      if (open->mark != mark)
        continue;
      for (guint k = 0; k < self->written->len; k++)
        if (g_ptr_array_index (self->written, k) == open)
          close_marks (self, k);
      g_ptr_array_remove_index (self->wanted, i - 1);
      return;
    }
}

/* ---- lines and blocks ---- */

static void
start_line (CharterBankFlow *self)
{
  g_string_truncate (self->line, 0);
  self->has_words = self->has_space = FALSE;
}

/* Inside an entry, a cell or an option there is one line only. */
static gboolean
is_collecting (CharterBankFlow *self)
{
  return self->is_inline || self->holder == HOLDER_LIST || self->in_cell;
}

static void
end_quote (CharterBankFlow *self)
{
  if (self->quote->len > 0)
    g_string_append_printf (self->out, "<quote>%s</quote>", self->quote->str);
  g_string_truncate (self->quote, 0);
}

static void
end_line (CharterBankFlow *self, GString *into, const char *element)
{
  close_marks (self, 0);
  if (self->has_words)
    g_string_append_printf (into, "<%s>%s</%s>", element, self->line->str, element);
  start_line (self);
}

static void
break_line (CharterBankFlow *self)
{
  if (is_collecting (self))
    self->has_space = TRUE;
  else
    end_line (self, self->n_quotes > 0 ? self->quote : self->out, "p");
}

static void
add_block (CharterBankFlow *self, const char *xml)
{
  end_quote (self);
  g_string_append (self->out, xml);
}

static void
flush_pictures (CharterBankFlow *self)
{
  if (self->after->len > 0)
    add_block (self, self->after->str);
  g_string_truncate (self->after, 0);
}

/* ---- lists ---- */

static void
open_list (CharterBankFlow *self, gboolean is_ordered)
{
  if (self->is_inline || self->holder == HOLDER_TABLE)
    {
      break_line (self);
      return;
    }
  if (self->holder == HOLDER_LIST)
    end_line (self, self->entries, "li");
  else
    {
      break_line (self);
      self->is_ordered = is_ordered;
      self->holder = HOLDER_LIST;
    }
  self->depth++;
}

static void
close_list (CharterBankFlow *self)
{
  const char *element = self->is_ordered ? "steps" : "list";
  g_autofree char *list = NULL;

  if (self->holder != HOLDER_LIST)
    return;
  end_line (self, self->entries, "li");
  if (--self->depth > 0)
    return;
  self->holder = HOLDER_NONE;
  list = g_strdup_printf ("<%s>%s</%s>", element, self->entries->str, element);
  if (self->entries->len > 0)
    add_block (self, list);
  g_string_truncate (self->entries, 0);
  flush_pictures (self);
}

static void
break_entry (CharterBankFlow *self)
{
  if (self->holder == HOLDER_LIST)
    end_line (self, self->entries, "li");
  else
    break_line (self);
}

/* ---- tables ---- */

static void
open_table (CharterBankFlow *self)
{
  break_line (self);
  if (self->is_inline || self->holder == HOLDER_LIST)
    return;
  self->holder = HOLDER_TABLE;
  self->depth++;
}

static void
close_cell (CharterBankFlow *self)
{
  if (!self->in_cell)
    return;
  close_marks (self, 0);
  g_string_append_printf (self->row, "<cell>%s</cell>", self->line->str);
  start_line (self);
  self->in_cell = FALSE;
}

static void
close_row (CharterBankFlow *self)
{
  gboolean is_head = !self->row_has_data && self->head->len == 0 && self->entries->len == 0;

  close_cell (self);
  if (self->row->len > 0 && is_head)
    g_string_append (self->head, self->row->str);
  else if (self->row->len > 0)
    g_string_append_printf (self->entries, "<row>%s</row>", self->row->str);
  g_string_truncate (self->row, 0);
  self->row_has_data = FALSE;
}

static void
finish_table (CharterBankFlow *self)
{
  g_autofree char *head = NULL, *table = NULL;

  close_row (self);
  head = self->head->len == 0
           ? g_strdup ("")
           : g_strdup_printf (self->entries->len > 0 ? "<head>%s</head>" : "<row>%s</row>", self->head->str);
  table = g_strconcat ("<table>", head, self->entries->str, "</table>", NULL);
  self->holder = HOLDER_NONE;
  if (self->head->len + self->entries->len > 0)
    add_block (self, table);
  g_string_truncate (self->head, 0);
  g_string_truncate (self->entries, 0);
  flush_pictures (self);
}

static void
close_table (CharterBankFlow *self)
{
  if (self->holder != HOLDER_TABLE)
    break_line (self);
  else if (--self->depth == 0)
    finish_table (self);
}

/* Tables inside of cells give their words to the cell. */
static void
open_cell (CharterBankFlow *self, gboolean is_data)
{
  if (self->holder != HOLDER_TABLE || self->depth > 1)
    {
      break_line (self);
      return;
    }
  close_cell (self);
  end_line (self, self->after, "p");
  self->in_cell = TRUE;
  self->row_has_data |= is_data;
}

static void
break_row (CharterBankFlow *self)
{
  if (self->holder == HOLDER_TABLE && self->depth == 1)
    close_row (self);
  else
    break_line (self);
}

/* ---- pictures ---- */

static char *
name_picture (const char *src)
{
  g_autofree char *unescaped = src != NULL ? g_uri_unescape_string (src, NULL) : NULL;
  g_autofree char *name = unescaped != NULL ? g_path_get_basename (unescaped) : NULL;

  if (name == NULL || strlen (name) > 100 || g_str_has_prefix (src, "data:"))
    return g_strdup ("picture");
  return g_steal_pointer (&name);
}

static void
add_figure (CharterBankFlow *self, const char *path, const char *alt)
{
  GString *into = is_collecting (self) ? self->after : self->out;
  g_autofree char *escaped_path = charter_bank_words_dup_escaped (path);
  g_autofree char *escaped_alt = charter_bank_words_dup_escaped (alt);

  break_line (self);
  if (into == self->out)
    end_quote (self);
  g_string_append_printf (into, "<figure src=\"%s\" alt=\"%s\"/>", escaped_path, escaped_alt);
}

/* Where no picture can stand, its description does. */
static void
open_picture (CharterBankFlow *self, const char *const *attributes)
{
  const char *src = get (attributes, "src");
  g_autofree char *path = src != NULL && self->find != NULL && !self->is_inline ? self->find (src, self->data) : NULL;
  g_autofree char *name = name_picture (src);
  g_autofree char *alt = charter_bank_words_fold (get (attributes, "alt") != NULL ? get (attributes, "alt") : "");
  const char *words = *alt != '\0' ? alt : name;

  if (path != NULL)
    {
      add_figure (self, path, words);
      return;
    }
  lose (self, g_strdup (name));
  begin_word (self);
  g_string_append_c (self->line, '[');
  charter_bank_words_escape (self->line, words);
  g_string_append_c (self->line, ']');
}

/* ---- events ---- */

static void
open_quote (CharterBankFlow *self)
{
  break_line (self);
  if (!is_collecting (self))
    self->n_quotes++;
}

static void
close_quote (CharterBankFlow *self)
{
  break_line (self);
  if (self->n_quotes > 0 && !is_collecting (self) && --self->n_quotes == 0)
    end_quote (self);
}

static void
open_verbatim (CharterBankFlow *self)
{
  break_line (self);
  self->is_verbatim = TRUE;
  open_mark (self, find_mark ("code"), NULL);
}

static void
close_verbatim (CharterBankFlow *self)
{
  self->is_verbatim = FALSE;
  close_mark (self, find_mark ("code"));
  break_line (self);
}

static void
open_block (CharterBankFlow *self, const char *name)
{
  if (strcmp (name, "ul") == 0 || strcmp (name, "ol") == 0)
    open_list (self, name[0] == 'o');
  else if (strcmp (name, "li") == 0)
    break_entry (self);
  else if (strcmp (name, "table") == 0)
    open_table (self);
  else if (strcmp (name, "tr") == 0)
    break_row (self);
  else if (strcmp (name, "td") == 0 || strcmp (name, "th") == 0)
    open_cell (self, name[1] == 'd');
  else if (strcmp (name, "blockquote") == 0)
    open_quote (self);
  else if (strcmp (name, "pre") == 0)
    open_verbatim (self);
  else if (g_strv_contains (paragraphs, name))
    break_line (self);
}

void
charter_bank_flow_open (CharterBankFlow *self, const char *name, const char *const *attributes)
{
  const Mark *mark = find_mark (name);

  if (g_strv_contains (told, name))
    lose (self, g_strdup (name));
  if (g_strv_contains (skipped, name))
    self->n_skipped++;
  if (self->n_skipped > 0)
    return;
  if (mark != NULL)
    open_mark (self, mark, attributes);
  else if (strcmp (name, "img") == 0)
    open_picture (self, attributes);
  else
    open_block (self, name);
}

static void
close_block (CharterBankFlow *self, const char *name)
{
  if (strcmp (name, "ul") == 0 || strcmp (name, "ol") == 0)
    close_list (self);
  else if (strcmp (name, "li") == 0)
    break_entry (self);
  else if (strcmp (name, "table") == 0)
    close_table (self);
  else if (strcmp (name, "tr") == 0)
    break_row (self);
  else if (strcmp (name, "td") == 0 || strcmp (name, "th") == 0)
    self->depth == 1 && self->holder == HOLDER_TABLE ? close_cell (self) : break_line (self);
  else if (strcmp (name, "blockquote") == 0)
    close_quote (self);
  else if (strcmp (name, "pre") == 0)
    close_verbatim (self);
  else if (g_strv_contains (paragraphs, name))
    break_line (self);
}

void
charter_bank_flow_close (CharterBankFlow *self, const char *name)
{
  const Mark *mark = find_mark (name);

  if (g_strv_contains (skipped, name))
    {
      self->n_skipped -= self->n_skipped > 0;
      return;
    }
  if (self->n_skipped > 0)
    return;
  if (mark != NULL)
    close_mark (self, mark);
  else
    close_block (self, name);
}

/* No-break spaces at the place of plain ones would make a line of nothing. */
static gboolean
is_hard_space (const char *at, const char *end)
{
  return end - at >= 2 && at[0] == '\302' && at[1] == '\240';
}

static void
add_character (CharterBankFlow *self, const char *at, gsize length)
{
  char one[8] = { 0 };

  memcpy (one, at, MIN (length, sizeof one - 1));
  begin_word (self);
  charter_bank_words_escape (self->line, one);
}

void
charter_bank_flow_text (CharterBankFlow *self, const char *text, gsize length)
{
  const char *end = text + length;

  if (self->n_skipped > 0)
    return;
  for (const char *at = text, *next; at < end; at = next)
    {
      next = MIN (g_utf8_next_char (at), end);
      if (self->is_verbatim && *at == '\n')
        break_line (self);
      else if (self->is_verbatim && *at == ' ' && (self->has_space || !self->has_words))
        add_character (self, "\302\240", 2);
      else if (g_ascii_isspace (*at) || (is_hard_space (at, end) && !self->has_words))
        self->has_space = TRUE;
      else
        add_character (self, at, (gsize)(next - at));
    }
}

void
charter_bank_flow_insert (CharterBankFlow *self, const char *xml)
{
  close_marks (self, 0);
  if (self->has_space && self->has_words)
    g_string_append_c (self->line, ' ');
  self->has_space = FALSE;
  self->has_words = TRUE;
  g_string_append (self->line, xml);
}

GPtrArray *
charter_bank_flow_get_lost (CharterBankFlow *self)
{
  return self->lost;
}

char *
charter_bank_flow_finish (CharterBankFlow *self)
{
  if (self->is_inline)
    {
      close_marks (self, 0);
      return self->has_words ? g_strdup (self->line->str) : NULL;
    }
  self->depth = MIN (self->depth, 1);
  if (self->holder == HOLDER_TABLE)
    close_table (self);
  else if (self->holder == HOLDER_LIST)
    close_list (self);
  break_line (self);
  end_quote (self);
  flush_pictures (self);
  return self->out->len > 0 ? g_strdup (self->out->str) : NULL;
}

/* ---- HTML as text ---- */

static gboolean
is_known (const char *name)
{
  return find_mark (name) != NULL || g_strv_contains (paragraphs, name) || g_strv_contains (others, name);
}

static void
add_decoded (GString *text, const char *from, const char *end)
{
  while (from < end)
    {
      gunichar c;
      gsize length = charter_bank_words_read_entity (from, &c);

      if (length > 0 && from + length <= end)
        {
          g_string_append_unichar (text, c);
          from += length;
        }
      else
        g_string_append_c (text, *from++);
    }
}

/* name="value", name='value', name=value or name. at: behind the tag's name. Returns: behind the tag's ">", or NULL */
static const char *
read_attributes (const char *at, GPtrArray *attributes)
{
  for (;;)
    {
      const char *name, *end, *value = NULL;
      gsize value_length = 0;
      GString *decoded;

      at += strspn (at, " \t\n/");
      if (*at == '>' || *at == '<' || *at == '\0')
        return *at == '>' ? at + 1 : NULL;
      name = at;
      at += strcspn (at, "= \t\n/<>");
      end = at == name ? ++at : at;
      at += strspn (at, " \t\n");
      if (*at == '=')
        {
          at += 1 + strspn (at + 1, " \t\n");
          if (*at == '"' || *at == '\'')
            {
              value = at + 1;
              at = strchr (value, *at);
              if (at == NULL)
                return NULL;
              value_length = (gsize)(at++ - value);
            }
          else
            {
              value = at;
              at += strcspn (at, " \t\n>");
              value_length = (gsize)(at - value);
            }
        }
      decoded = g_string_new (NULL);
      if (value != NULL)
        add_decoded (decoded, value, value + value_length);
      g_ptr_array_add (attributes, g_ascii_strdown (name, end - name));
      g_ptr_array_add (attributes, g_string_free (decoded, FALSE));
    }
}

/* Returns: behind a tag or comment at "<", or NULL where there is none */
static const char *
read_tag (CharterBankFlow *self, const char *at)
{
  gboolean is_end = at[1] == '/';
  const char *start = at + 1 + is_end, *end = start, *behind;
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) attributes = g_ptr_array_new_with_free_func (g_free);

  if (g_str_has_prefix (at, "<!--"))
    {
      behind = strstr (at + 4, "-->");
      return behind != NULL ? behind + 3 : at + strlen (at);
    }
  while (g_ascii_isalnum (*end) || *end == ':')
    end++;
  name = g_ascii_strdown (start, MIN (end - start, 20));
  behind = is_known (name) ? read_attributes (end, attributes) : NULL;
  if (behind == NULL)
    return NULL;
  g_ptr_array_add (attributes, NULL);
  if (is_end)
    charter_bank_flow_close (self, name);
  else
    {
      charter_bank_flow_open (self, name, (const char *const *)attributes->pdata);
      if (behind[-2] == '/' && g_strv_contains (skipped, name))
        charter_bank_flow_close (self, name);
    }
  return behind;
}

#define PLACE "\356\200\200" /* U+E000 */

void
charter_bank_flow_html (CharterBankFlow *self, const char *html, const char *const *inserts)
{
  while (*html != '\0')
    {
      const char *behind = *html == '<' ? read_tag (self, html) : NULL;
      gunichar c;
      gsize length = charter_bank_words_read_entity (html, &c);
      char utf8[7] = { 0 };

      if (behind != NULL)
        length = (gsize)(behind - html);
      else if (length > 0)
        charter_bank_flow_text (self, utf8, (gsize)g_unichar_to_utf8 (c, utf8));
      else if (g_str_has_prefix (html, PLACE))
        {
          length = strlen (PLACE);
          if (inserts != NULL && *inserts != NULL)
            charter_bank_flow_insert (self, *inserts++);
        }
      else
        {
          length = 1 + strcspn (html + 1, "<&\356");
          charter_bank_flow_text (self, html, length);
        }
      html += length;
    }
}

char *
charter_bank_flow_plain (const char *html)
{
  g_autoptr (CharterBankFlow) flow = charter_bank_flow_new (TRUE);
  g_autofree char *line = NULL;
  GString *plain = g_string_new (NULL);
  gboolean in_tag = FALSE;

  charter_bank_flow_html (flow, html, NULL);
  line = charter_bank_flow_finish (flow);
  for (const char *at = line != NULL ? line : ""; *at != '\0'; at++)
    if (*at == '<' || *at == '>')
      in_tag = *at == '<';
    else if (!in_tag)
      g_string_append_c (plain, *at);
  {
    GString *decoded = g_string_new (NULL);
    add_decoded (decoded, plain->str, plain->str + plain->len);
    g_string_free (plain, TRUE);
    return g_string_free (decoded, FALSE);
  }
}
