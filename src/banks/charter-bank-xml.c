/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one writer of packs: a book becomes XML in the order that the grammar asks for, with ids made from names. */
#include <string.h>

#include "charter-bank-book.h"
#include "charter-bank-flow.h"
#include "charter-bank-words.h"

#define LONGEST_MADE_ID 60 /* bytes, before a number is added */

typedef struct {
  GString *xml;
  GHashTable *ids;    /* those of the pack that are taken, and the number that comes next */
  GHashTable *topics; /* path → id */
  guint line;
  gsize counted; /* bytes whose lines are in line */
} Writer;

/* ---- ids ---- */

static char *
claim_id (Writer *writer, const char *wish)
{
  char *id = g_strdup (wish);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (writer->ids, wish));

  while (g_hash_table_contains (writer->ids, id))
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", wish, n++);
    }
  g_hash_table_insert (writer->ids, g_strdup (wish), GUINT_TO_POINTER (MAX (n, 2)));
  if (!g_hash_table_contains (writer->ids, id))
    g_hash_table_insert (writer->ids, g_strdup (id), GUINT_TO_POINTER (2));
  return id;
}

/* The first of the texts that holds a word that an id can be made of; a mere number says too little. */
static char *
make_id (Writer *writer, const char *first, const char *second, const char *otherwise)
{
  const char *texts[] = { first, second };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *slug = texts[i] != NULL ? charter_bank_words_slug (texts[i], LONGEST_MADE_ID) : NULL;

      if (slug != NULL && (i > 0 ? *slug != '\0' : strspn (slug, "0123456789-") < strlen (slug)))
        return claim_id (writer, slug);
    }
  return claim_id (writer, otherwise);
}

/* Parts are a, b, c …, then p27, p28. */
static void
add_part_id (GString *xml, guint index)
{
  if (index < 26)
    g_string_append_printf (xml, " id=\"%c\"", 'a' + (char)index);
  else
    g_string_append_printf (xml, " id=\"p%u\"", index + 1);
}

/* ---- elements ---- */

static void
add_attribute (GString *xml, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (xml, " %s=\"", name);
  charter_bank_words_escape (xml, value);
  g_string_append_c (xml, '"');
}

static void
add_element (GString *xml, const char *name, const char *content)
{
  if (content != NULL)
    g_string_append_printf (xml, "      <%s>%s</%s>\n", name, content, name);
}

static void
end_part (GString *xml, const CharterBankPart *part, const char *element)
{
  if (part->why != NULL)
    g_string_append_printf (xml, "<why>%s</why>", part->why);
  g_string_append_printf (xml, "</%s>\n", element);
}

static void
begin_part (GString *xml, const char *element, guint index)
{
  g_string_append_printf (xml, "      <%s", element);
  add_part_id (xml, index);
}

static void
add_option (GString *xml, const CharterBankPart *part, guint index)
{
  begin_part (xml, "option", index);
  g_string_append_printf (xml, "%s%s><text>%s</text>", part->correct ? " correct=\"true\"" : "",
                          part->is_fixed ? " fixed=\"true\"" : "", part->text);
  end_part (xml, part, "option");
}

static void
add_step (GString *xml, const CharterBankPart *part, guint index)
{
  begin_part (xml, "step", index);
  g_string_append_printf (xml, "><text>%s</text>", part->text);
  end_part (xml, part, "step");
}

static void
add_pair (GString *xml, const CharterBankPart *part, guint index)
{
  const char *element = part->text != NULL ? "pair" : "extra";

  begin_part (xml, element, index);
  if (part->text != NULL)
    g_string_append_printf (xml, "><left>%s</left><right>%s</right>", part->text, part->match);
  else
    g_string_append_printf (xml, "><text>%s</text>", part->match);
  end_part (xml, part, element);
}

static void
add_region (GString *xml, const CharterBankPart *part, guint index)
{
  g_auto (GStrv) words = g_strsplit (part->at, " ", 2);

  begin_part (xml, "region", index);
  add_attribute (xml, "shape", words[0]);
  add_attribute (xml, "at", words[1]);
  g_string_append_printf (xml, "%s><text>%s</text>", part->correct ? " correct=\"true\"" : "", part->text);
  end_part (xml, part, "region");
}

/* ---- kinds ---- */

static void
add_parts (GString *xml, const CharterBankItem *item, void (*add) (GString *, const CharterBankPart *, guint))
{
  for (guint i = 0; i < item->parts->len; i++)
    add (xml, g_ptr_array_index (item->parts, i), i);
}

/* Pairs come before extras. */
static void
add_pairs (GString *xml, const CharterBankItem *item)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < item->parts->len; i++)
      {
        const CharterBankPart *part = g_ptr_array_index (item->parts, i);

        if ((part->text == NULL) == (pass == 1))
          add_pair (xml, part, i);
      }
}

static guint
index_category (const GPtrArray *categories, const char *words)
{
  guint index = 0;

  g_ptr_array_find_with_equal_func ((GPtrArray *)categories, words, g_str_equal, &index);
  return index;
}

static void
add_cards (GString *xml, const CharterBankItem *item)
{
  g_autoptr (GPtrArray) categories = g_ptr_array_new ();

  for (guint i = 0; i < item->parts->len; i++)
    {
      const CharterBankPart *part = g_ptr_array_index (item->parts, i);

      if (!g_ptr_array_find_with_equal_func (categories, part->match, g_str_equal, NULL))
        g_ptr_array_add (categories, part->match);
    }
  for (guint i = 0; i < categories->len; i++)
    g_string_append_printf (xml, "      <category id=\"in-%u\"><text>%s</text></category>\n", i + 1,
                            (const char *)g_ptr_array_index (categories, i));
  for (guint i = 0; i < item->parts->len; i++)
    {
      const CharterBankPart *part = g_ptr_array_index (item->parts, i);

      begin_part (xml, "card", i);
      g_string_append_printf (xml, " in=\"in-%u\"><text>%s</text>", index_category (categories, part->match) + 1,
                              part->text);
      end_part (xml, part, "card");
    }
}

static void
add_truth (GString *xml, const CharterBankItem *item)
{
  for (guint i = 0; i < item->parts->len; i++)
    {
      const CharterBankPart *part = g_ptr_array_index (item->parts, i);

      if (part->why != NULL)
        g_string_append_printf (xml, "      <why for=\"%s\">%s</why>\n", i == 0 ? "true" : "false", part->why);
    }
}

static const CharterBankPart *
find_answer (const CharterBankItem *item)
{
  for (guint i = 0; i < item->parts->len; i++)
    if (((const CharterBankPart *)g_ptr_array_index (item->parts, i))->correct)
      return g_ptr_array_index (item->parts, i);
  return NULL;
}

static void
add_number_nears (GString *xml, const CharterBankItem *item)
{
  for (guint i = 0; i < item->parts->len; i++)
    {
      const CharterBankPart *part = g_ptr_array_index (item->parts, i);

      if (part->correct)
        continue;
      g_string_append (xml, "      <near");
      add_attribute (xml, "value", part->value);
      add_attribute (xml, "tolerance", part->tolerance);
      g_string_append_c (xml, '>');
      end_part (xml, part, "near");
    }
}

static void
add_words (GString *xml, const CharterBankItem *item)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < item->parts->len; i++)
      {
        const CharterBankPart *part = g_ptr_array_index (item->parts, i);
        g_autofree char *words = charter_bank_words_dup_escaped (part->value);

        if (part->correct && pass == 0)
          g_string_append_printf (xml, "      <accept>%s</accept>\n", words);
        else if (!part->correct && pass == 1)
          {
            g_string_append_printf (xml, "      <near><text>%s</text>", words);
            end_part (xml, part, "near");
          }
      }
}

static void
add_hotspot (GString *xml, const CharterBankItem *item)
{
  g_string_append (xml, "      <figure");
  add_attribute (xml, "src", item->picture);
  add_attribute (xml, "alt", item->alt);
  g_string_append (xml, "/>\n");
  add_parts (xml, item, add_region);
}

static void
add_body (GString *xml, const CharterBankItem *item)
{
  switch (item->kind)
    {
    case CHARTER_ITEM_SINGLE:
    case CHARTER_ITEM_MULTIPLE:
      add_parts (xml, item, add_option);
      break;
    case CHARTER_ITEM_TRUEFALSE:
      add_truth (xml, item);
      break;
    case CHARTER_ITEM_CLASSIFY:
      add_cards (xml, item);
      break;
    case CHARTER_ITEM_MATCH:
      add_pairs (xml, item);
      break;
    case CHARTER_ITEM_ORDER:
      add_parts (xml, item, add_step);
      break;
    case CHARTER_ITEM_NUMBER:
      add_number_nears (xml, item);
      break;
    case CHARTER_ITEM_SHORT:
      add_words (xml, item);
      break;
    case CHARTER_ITEM_CLOZE:
      add_element (xml, "passage", item->passage);
      break;
    case CHARTER_ITEM_HOTSPOT:
      add_hotspot (xml, item);
      break;
    case CHARTER_ITEM_DRILL:
    default:
      break;
    }
}

static void
add_own_attributes (GString *xml, const CharterBankItem *item)
{
  const CharterBankPart *answer = item->kind == CHARTER_ITEM_NUMBER ? find_answer (item) : NULL;

  add_attribute (xml, "points", item->points);
  if (item->is_partial != item->is_exact)
    add_attribute (xml, "scoring", item->is_partial ? "partial" : "exact");
  add_attribute (xml, "tags", item->tags);
  if (item->kind == CHARTER_ITEM_TRUEFALSE)
    add_attribute (xml, "answer", item->is_true ? "true" : "false");
  if (answer != NULL)
    {
      add_attribute (xml, "answer", answer->value);
      add_attribute (xml, "tolerance", answer->tolerance);
      add_attribute (xml, "unit", item->unit);
    }
  if (item->kind == CHARTER_ITEM_SHORT && item->keeps_case)
    add_attribute (xml, "case", "keep");
}

static void
add_item (Writer *writer, const CharterBankItem *item, const char *name)
{
  const char *element = charter_item_kind_name (item->kind);
  g_autofree char *beginning = charter_bank_flow_plain (item->stem);
  g_autofree char *id = item->id != NULL && charter_bank_words_is_id (item->id)
                          ? claim_id (writer, item->id)
                          : make_id (writer, name, beginning, "question");
  GString *xml = writer->xml;

  g_string_append_printf (xml, "    <%s id=\"%s\"", element, id);
  add_own_attributes (xml, item);
  g_string_append (xml, ">\n");
  add_element (xml, "stem", item->stem);
  add_body (xml, item);
  add_element (xml, "hint", item->hint);
  add_element (xml, "rationale", item->rationale);
  g_string_append_printf (xml, "    </%s>\n", element);
}

/* ---- topics ---- */

typedef struct _Topic Topic;
struct _Topic {
  const char *title;
  char *path;
  GPtrArray *topics;
};

static void
topic_free (Topic *topic)
{
  g_free (topic->path);
  g_ptr_array_unref (topic->topics);
  g_free (topic);
}

static Topic *
find_topic (GPtrArray *topics, const char *parent, const char *title)
{
  Topic *topic;

  for (guint i = 0; i < topics->len; i++)
    {
      topic = g_ptr_array_index (topics, i);
      if (strcmp (topic->title, title) == 0)
        return topic;
    }
  topic = g_new0 (Topic, 1);
  topic->title = title;
  topic->path = *parent != '\0' ? g_strconcat (parent, "\n", title, NULL) : g_strdup (title);
  topic->topics = g_ptr_array_new_with_free_func ((GDestroyNotify)topic_free);
  g_ptr_array_add (topics, topic);
  return topic;
}

static void
add_topics (Writer *writer, const GPtrArray *topics, guint depth)
{
  for (guint i = 0; i < topics->len; i++)
    {
      const Topic *topic = g_ptr_array_index (topics, i);
      g_autofree char *wish = g_strconcat ("topic-", topic->title, NULL);
      char *id = make_id (writer, wish, NULL, "topic");
      g_autofree char *title = charter_bank_words_dup_escaped (topic->title);

      g_string_append_printf (writer->xml, "%*s<topic id=\"%s\"><title>%s</title>", 4 + 2 * (int)depth, "", id, title);
      g_hash_table_insert (writer->topics, g_strdup (topic->path), id);
      if (topic->topics->len > 0)
        {
          g_string_append_c (writer->xml, '\n');
          add_topics (writer, topic->topics, depth + 1);
          g_string_append_printf (writer->xml, "%*s", 4 + 2 * (int)depth, "");
        }
      g_string_append (writer->xml, "</topic>\n");
    }
}

static guint
count_items (const CharterBankGroup *group)
{
  guint n = 0;

  for (guint i = 0; i < group->questions->len; i++)
    n += ((const CharterBankQuestion *)g_ptr_array_index (group->questions, i))->items->len;
  return n;
}

static void
write_topics (Writer *writer, CharterBankBook *book)
{
  g_autoptr (GPtrArray) roots = g_ptr_array_new_with_free_func ((GDestroyNotify)topic_free);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < book->groups->len; i++)
    {
      const CharterBankGroup *group = g_ptr_array_index (book->groups, i);
      char **titles = g_strsplit (group->path, "\n", 12);
      GPtrArray *topics = roots;
      const char *parent = "";

      g_ptr_array_add (paths, titles);
      for (guint k = 0; count_items (group) > 0 && titles[k] != NULL; k++)
        {
          Topic *topic = find_topic (topics, parent, titles[k]);

          topics = topic->topics;
          parent = topic->path;
        }
    }
  add_topics (writer, roots, 0);
}

/* ---- groups ---- */

static void
count_lines (Writer *writer)
{
  for (; writer->counted < writer->xml->len; writer->counted++)
    writer->line += writer->xml->str[writer->counted] == '\n';
}

static void
add_items (Writer *writer, const CharterBankGroup *group, GPtrArray *questions, GArray *lines)
{
  for (guint i = 0; i < group->questions->len; i++)
    {
      CharterBankQuestion *question = g_ptr_array_index (group->questions, i);

      for (guint k = 0; k < question->items->len; k++)
        {
          count_lines (writer);
          g_array_append_val (lines, writer->line);
          g_ptr_array_add (questions, question);
          add_item (writer, g_ptr_array_index (question->items, k), question->name);
        }
    }
}

static const char *
find_last_title (const char *path)
{
  const char *last = strrchr (path, '\n');

  return last != NULL ? last + 1 : path;
}

static void
begin_group (Writer *writer, const CharterBankGroup *group)
{
  gboolean is_scenario = group->situation != NULL;
  const char *words = is_scenario ? group->title : find_last_title (group->path);
  g_autofree char *id = group->id != NULL && charter_bank_words_is_id (group->id)
                          ? claim_id (writer, group->id)
                          : make_id (writer, words, NULL, is_scenario ? "scenario" : "questions");
  g_autofree char *title = charter_bank_words_dup_escaped (words);

  g_string_append_printf (writer->xml, "  <%s id=\"%s\"", is_scenario ? "scenario" : "bank", id);
  add_attribute (writer->xml, "topic", g_hash_table_lookup (writer->topics, group->path));
  g_string_append (writer->xml, ">\n");
  if (*title != '\0')
    g_string_append_printf (writer->xml, "    <title>%s</title>\n", title);
  if (is_scenario)
    g_string_append_printf (writer->xml, "    <situation>%s</situation>\n", group->situation);
}

char *
charter_bank_book_write_head (const char *id, const char *title, const char *language)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pack xmlns=\"urn:charter:pack:1\" "
                               "format=\"1.0\"");

  add_attribute (xml, "id", id);
  add_attribute (xml, "release", "1.0.0");
  add_attribute (xml, "xml:lang", language);
  g_string_append (xml, ">\n  <info>\n    <title>");
  charter_bank_words_escape (xml, title);
  g_string_append (xml, "</title>\n");
  return g_string_free (xml, FALSE);
}

GBytes *
charter_bank_book_write (
  CharterBankBook *self, const char *id, const char *title, const char *language, GPtrArray *questions, GArray *lines)
{
  g_autofree char *head = charter_bank_book_write_head (id, title, language);
  Writer writer = { .xml = g_string_new (head), .line = 1 };

  writer.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  writer.topics = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  write_topics (&writer, self);
  g_string_append (writer.xml, "  </info>\n");
  for (guint i = 0; i < self->groups->len; i++)
    {
      const CharterBankGroup *group = g_ptr_array_index (self->groups, i);

      if (count_items (group) == 0)
        continue;
      begin_group (&writer, group);
      add_items (&writer, group, questions, lines);
      g_string_append (writer.xml, group->situation != NULL ? "  </scenario>\n" : "  </bank>\n");
    }
  g_string_append (writer.xml, "</pack>\n");
  g_hash_table_unref (writer.ids);
  g_hash_table_unref (writer.topics);
  return g_string_free_to_bytes (writer.xml);
}
