/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-author-form.h"

#include <string.h>

#include "charter-author-form-private.h"

struct _CharterAuthorForm {
  GObject parent_instance;

  CharterDraft *draft;
  CharterOutline *outline; /* of the draft as it was at version, or NULL */
  guint64 version;
};

G_DEFINE_FINAL_TYPE (CharterAuthorForm, charter_author_form, G_TYPE_OBJECT)

CharterDraft *
charter_author_form_get_draft (CharterAuthorForm *self)
{
  return self->draft;
}

CharterOutline *
charter_author_form_get_outline (CharterAuthorForm *self)
{
  if (self->outline == NULL || self->version != charter_draft_get_version (self->draft))
    {
      g_autoptr (GBytes) bytes = charter_draft_dup_bytes (self->draft);

      g_clear_pointer (&self->outline, charter_outline_unref);
      self->outline = charter_outline_new (bytes);
      self->version = charter_draft_get_version (self->draft);
    }
  return self->outline;
}

static const CharterOutlineElement *
get (CharterAuthorForm *self, guint index)
{
  return charter_outline_get (charter_author_form_get_outline (self), index);
}

static const char *
get_source (CharterAuthorForm *self)
{
  gsize length;

  return charter_draft_peek (self->draft, &length);
}

/* ---- the file's own layout ---- */

gboolean
charter_author_form_find_indent (const char *text, gsize offset, gsize *start, gsize *end)
{
  gsize at = offset;

  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t'))
    at--;
  if (start != NULL)
    *start = at;
  if (end != NULL)
    *end = offset;
  return at > 0 && text[at - 1] == '\n';
}

char *
charter_author_form_dup_indent (CharterAuthorForm *self, gsize offset)
{
  gsize start, end;

  return charter_author_form_find_indent (get_source (self), offset, &start, &end)
           ? g_strndup (get_source (self) + start, end - start)
           : NULL;
}

const char *
charter_author_form_get_newline (CharterAuthorForm *self)
{
  gsize length;
  const char *text = charter_draft_peek (self->draft, &length);
  const char *at = memchr (text, '\n', length);

  return at != NULL && at > text && at[-1] == '\r' ? "\r\n" : "\n";
}

guint
charter_author_form_find_particle (CharterElementKind parent, CharterElementKind kind)
{
  const CharterParticle *particles = charter_grammar_get_rule (parent)->particles;

  for (guint i = 0; particles != NULL && particles[i].elements != NULL; i++)
    for (const guint8 *el = particles[i].elements; *el != EL_NONE; el++)
      if (*el == kind)
        return i;
  return G_MAXUINT;
}

static const CharterParticle *
get_particle (CharterAuthorForm *self, guint parent, CharterElementKind kind, guint *particle)
{
  const CharterElementRule *rule = charter_grammar_get_rule (get (self, parent)->kind);

  *particle = charter_author_form_find_particle (get (self, parent)->kind, kind);
  return *particle != G_MAXUINT ? &rule->particles[*particle] : NULL;
}

/* ---- attributes ---- */

char *
charter_author_form_dup_attribute (CharterAuthorForm *self, guint index, CharterAttribute attribute)
{
  gsize start, end;

  if (!charter_outline_find_value (charter_author_form_get_outline (self), index,
                                   charter_grammar_get_attribute_name (attribute), &start, &end))
    return NULL;
  return charter_written_unescape (get_source (self) + start, end - start);
}

/* Behind the attributes that the grammar names before it, or else behind the element's name. */
static gsize
find_attribute_place (CharterAuthorForm *self, guint index, CharterAttribute attribute)
{
  const CharterAttributeRule *rule = charter_grammar_get_rule (get (self, index)->kind)->attributes;
  gsize place = get (self, index)->name_end, end;

  for (; rule->attribute != AT_NONE && rule->attribute != attribute; rule++)
    if (charter_outline_find_attribute (charter_author_form_get_outline (self), index,
                                        charter_grammar_get_attribute_name (rule->attribute), NULL, &end))
      place = MAX (place, end);
  return place;
}

static GString *
escape_value (const char *value)
{
  GString *xml = g_string_new (NULL);

  charter_written_escape (xml, value, strlen (value));
  g_string_replace (xml, "\"", "&quot;", 0);
  g_string_replace (xml, "'", "&apos;", 0);
  g_string_replace (xml, "\n", " ", 0);
  return xml;
}

static void
remove_attribute (CharterAuthorForm *self, gsize start, gsize end)
{
  while (g_ascii_isspace (get_source (self)[start - 1]))
    start--;
  charter_draft_splice (self->draft, start, end - start, "", 0);
}

/* Only what differs, so that typing in a field is undone word by word. */
static void
replace (CharterAuthorForm *self, gsize start, gsize end, const GString *by)
{
  const char *source = get_source (self);
  gsize n = by->len, at = 0;

  while (at < n && start < end && source[start] == by->str[at] && source[start] != '&')
    {
      start++;
      at++;
    }
  while (n > at && end > start && source[end - 1] == by->str[n - 1] && source[end - 1] != ';')
    {
      end--;
      n--;
    }
  while (at > 0 && at < by->len && ((guchar)by->str[at] & 0xC0) == 0x80)
    {
      start--;
      at--;
    }
  while (n < by->len && ((guchar)by->str[n] & 0xC0) == 0x80)
    {
      end++;
      n++;
    }
  charter_draft_splice (self->draft, start, end - start, by->str + at, (gssize)(n - at));
}

void
charter_author_form_set_attribute (CharterAuthorForm *self, guint index, CharterAttribute attribute, const char *value)
{
  const char *name = charter_grammar_get_attribute_name (attribute);
  CharterOutline *outline = charter_author_form_get_outline (self);
  g_autofree char *now = charter_author_form_dup_attribute (self, index, attribute);
  g_autoptr (GString) xml = escape_value (value != NULL ? value : "");
  g_autofree char *whole = g_strdup_printf (" %s=\"%s\"", name, xml->str);
  gsize start, end;

  if (g_strcmp0 (now, value) == 0)
    return;
  if (value == NULL)
    {
      charter_outline_find_attribute (outline, index, name, &start, &end);
      remove_attribute (self, start, end);
    }
  else if (charter_outline_find_value (outline, index, name, &start, &end))
    replace (self, start, end, xml);
  else
    charter_draft_splice (self->draft, find_attribute_place (self, index, attribute), 0, whole, -1);
}

static gboolean
is_alone (CharterElementKind parent)
{
  return parent == EL_SINGLE || parent == EL_BLANK;
}

void
charter_author_form_set_correct (CharterAuthorForm *self, guint index, gboolean is_correct)
{
  guint parent = get (self, index)->parent;
  CharterElementKind kind = get (self, index)->kind;

  charter_draft_begin_group (self->draft);
  if (is_correct && parent != CHARTER_OUTLINE_NONE && is_alone (get (self, parent)->kind))
    for (guint child = charter_outline_first_child (charter_author_form_get_outline (self), parent);
         child != CHARTER_OUTLINE_NONE;
         child = charter_outline_next_sibling (charter_author_form_get_outline (self), child))
      if (child != index && get (self, child)->kind == kind)
        charter_author_form_set_attribute (self, child, AT_CORRECT, NULL);
  charter_author_form_set_attribute (self, index, AT_CORRECT, is_correct ? "true" : NULL);
  charter_draft_end_group (self->draft);
}

/* ---- adding ---- */

void
charter_author_form_open (CharterAuthorForm *self, guint index)
{
  const CharterOutlineElement *element = get (self, index);
  const char *source = get_source (self);
  gsize at = element->end;
  g_autofree char *rest = NULL;

  if (!element->is_empty || !element->is_closed)
    return;
  while (source[at - 1] == '>' || source[at - 1] == '/' || g_ascii_isspace (source[at - 1]))
    at--;
  rest = g_strdup_printf ("></%s>", charter_grammar_get_rule (element->kind)->name);
  charter_draft_splice (self->draft, at, element->end - at, rest, -1);
}

/* The last child that the grammar wants before a new one. */
static guint
find_before (CharterAuthorForm *self, guint parent, guint particle)
{
  CharterOutline *outline = charter_author_form_get_outline (self);
  CharterElementKind kind = get (self, parent)->kind;
  guint before = CHARTER_OUTLINE_NONE;

  for (guint child = charter_outline_first_child (outline, parent); child != CHARTER_OUTLINE_NONE;
       child = charter_outline_next_sibling (outline, child))
    {
      guint place = charter_author_form_find_particle (kind, get (self, child)->kind);

      if (place != G_MAXUINT && place <= particle)
        before = child;
    }
  return before;
}

/* xml in the file's layout. indent: NULL puts all of it in one line */
static char *
lay_out (CharterAuthorForm *self, const char *xml, const char *indent)
{
  GString *text = g_string_new (NULL);

  for (; *xml != '\0'; xml++)
    if (*xml != '\n')
      g_string_append_c (text, *xml);
    else if (indent != NULL)
      g_string_append_printf (text, "%s%s", charter_author_form_get_newline (self), indent);
    else
      while (xml[1] == ' ')
        xml++;
  return g_string_free (text, FALSE);
}

static guint
splice_element (
  CharterAuthorForm *self, gsize at, gsize n_removed, const char *before, const char *xml, const char *behind)
{
  g_autofree char *all = g_strconcat (before, xml, behind, NULL);

  charter_draft_splice (self->draft, at, n_removed, all, -1);
  return charter_outline_find_at (charter_author_form_get_outline (self), at + strlen (before));
}

/* A new line in front of what is put in. */
static char *
make_line (CharterAuthorForm *self, const char *indent)
{
  return indent != NULL ? g_strconcat (charter_author_form_get_newline (self), indent, NULL) : g_strdup ("");
}

static guint
insert_behind (CharterAuthorForm *self, guint sibling, const char *xml)
{
  g_autofree char *indent = charter_author_form_dup_indent (self, get (self, sibling)->start);
  g_autofree char *laid = lay_out (self, xml, indent);
  g_autofree char *line = make_line (self, indent);

  return splice_element (self, get (self, sibling)->end, 0, line, laid, "");
}

/* Among running words, at their end. */
static guint
insert_in_words (CharterAuthorForm *self, guint parent, const char *xml)
{
  g_autofree char *laid = lay_out (self, xml, NULL);
  const char *source = get_source (self);
  gsize at = get (self, parent)->inside_end;

  while (at > get (self, parent)->inside && g_ascii_isspace (source[at - 1]))
    at--;
  return splice_element (self, at, 0, " ", laid, "");
}

static guint
insert_first (CharterAuthorForm *self, guint parent, const char *xml)
{
  CharterOutline *outline = charter_author_form_get_outline (self);
  guint child = charter_outline_first_child (outline, parent);
  g_autofree char *outer = charter_author_form_dup_indent (self, get (self, parent)->start);
  g_autofree char *inner = child != CHARTER_OUTLINE_NONE
                             ? charter_author_form_dup_indent (self, get (self, child)->start)
                           : outer != NULL ? g_strconcat (outer, "  ", NULL)
                                           : NULL;
  g_autofree char *laid = lay_out (self, xml, inner);
  g_autofree char *line = make_line (self, inner);
  g_autofree char *last = make_line (self, child == CHARTER_OUTLINE_NONE ? outer : NULL);
  const char *source = get_source (self);
  gsize at = get (self, parent)->inside, end = at;

  while (child == CHARTER_OUTLINE_NONE && end < get (self, parent)->inside_end && g_ascii_isspace (source[end]))
    end++;
  if (end < get (self, parent)->inside_end)
    end = at;
  return splice_element (self, at, end - at, line, laid, last);
}

guint
charter_author_form_insert (
  CharterAuthorForm *self, guint parent, CharterElementKind kind, guint after, const char *xml)
{
  guint index, before;

  charter_draft_begin_group (self->draft);
  charter_author_form_open (self, parent);
  before = after != CHARTER_OUTLINE_NONE
             ? after
             : find_before (self, parent, charter_author_form_find_particle (get (self, parent)->kind, kind));
  if (charter_grammar_get_rule (get (self, parent)->kind)->content == CONTENT_MIXED)
    index = insert_in_words (self, parent, xml);
  else if (before != CHARTER_OUTLINE_NONE)
    index = insert_behind (self, before, xml);
  else
    index = insert_first (self, parent, xml);
  charter_draft_end_group (self->draft);
  return index;
}

/* Ids of one letter go on in the alphabet, those with a number count on. */
static char *
dup_free_id (CharterAuthorForm *self, guint parent, CharterElementKind kind, const char *wish)
{
  CharterOutline *outline = charter_author_form_get_outline (self);
  g_autofree char *stem = g_strndup (wish, MIN (strlen (wish), 70));
  char *number = strrchr (stem, '-');

  if (wish[0] >= 'a' && wish[0] <= 'z' && wish[1] == '\0')
    for (char letter[2] = "a"; letter[0] <= 'z'; letter[0]++)
      {
        g_autofree char *id = charter_outline_dup_free_id (outline, parent, kind, letter);

        if (strcmp (id, letter) == 0)
          return g_steal_pointer (&id);
      }
  if (number != NULL && number > stem && strspn (number + 1, "0123456789") == strlen (number + 1))
    *number = '\0';
  return charter_outline_dup_free_id (outline, parent, kind, stem);
}

static guint
count_like (CharterAuthorForm *self, guint parent, guint particle)
{
  CharterOutline *outline = charter_author_form_get_outline (self);
  CharterElementKind kind = get (self, parent)->kind;
  guint n = 0;

  for (guint child = charter_outline_first_child (outline, parent); child != CHARTER_OUTLINE_NONE;
       child = charter_outline_next_sibling (outline, child))
    n += charter_author_form_find_particle (kind, get (self, child)->kind) == particle;
  return n;
}

static char *
dup_new (CharterAuthorForm *self, guint parent, CharterElementKind kind)
{
  const CharterAuthorFormKind *row = charter_author_form_kind_get (kind);
  g_autofree char *id = NULL;

  if (row == NULL)
    return NULL;
  if (row->id != NULL)
    id = dup_free_id (self, parent, kind, row->id);
  return charter_author_form_kind_dup_xml (row, charter_author_form_get_outline (self), parent, id);
}

gboolean
charter_author_form_can_add (CharterAuthorForm *self, guint parent, CharterElementKind kind)
{
  guint particle;
  const CharterParticle *rule = get_particle (self, parent, kind, &particle);
  g_autofree char *xml = NULL;

  if (rule == NULL || !get (self, parent)->is_closed
      || (rule->max > 0 && count_like (self, parent, particle) >= rule->max))
    return FALSE;
  xml = dup_new (self, parent, kind);
  return xml != NULL;
}

guint
charter_author_form_add (CharterAuthorForm *self, guint parent, CharterElementKind kind, guint after)
{
  g_autofree char *xml = NULL;

  if (!charter_author_form_can_add (self, parent, kind))
    return CHARTER_OUTLINE_NONE;
  xml = dup_new (self, parent, kind);
  return charter_author_form_insert (self, parent, kind, after, xml);
}

/* ---- removing ---- */

gboolean
charter_author_form_can_remove (CharterAuthorForm *self, guint index)
{
  guint parent = get (self, index)->parent, particle;
  const CharterParticle *rule;

  if (parent == CHARTER_OUTLINE_NONE || !get (self, index)->is_closed)
    return FALSE;
  rule = get_particle (self, parent, get (self, index)->kind, &particle);
  return rule == NULL || rule->min == 0 || count_like (self, parent, particle) > rule->min;
}

/* Its lines where it has them for itself. */
static void
find_removed (CharterAuthorForm *self, guint index, gsize *start, gsize *end)
{
  gsize length, at, behind = get (self, index)->end;
  const char *text = charter_draft_peek (self->draft, &length);

  *start = get (self, index)->start;
  *end = behind;
  while (behind < length && (text[behind] == ' ' || text[behind] == '\t' || text[behind] == '\r'))
    behind++;
  if (charter_author_form_find_indent (text, *start, &at, NULL) && behind < length && text[behind] == '\n')
    {
      *start = at;
      *end = behind + 1;
    }
}

void
charter_author_form_remove (CharterAuthorForm *self, guint index)
{
  gsize start, end;

  g_return_if_fail (charter_author_form_can_remove (self, index));
  find_removed (self, index, &start, &end);
  charter_draft_begin_group (self->draft);
  charter_draft_splice (self->draft, start, end - start, "", 0);
  charter_draft_end_group (self->draft);
}

/* ---- duplicating ---- */

typedef struct {
  gsize start, end;
  const char *by;
} Change;

static gboolean
has_value (gpointer key, gpointer value, gpointer wanted)
{
  return strcmp (value, wanted) == 0;
}

/* New ids for all in a copy that have theirs in the whole pack, and for the copy itself. Returns: old to new */
static GHashTable *
rename_ids (CharterAuthorForm *self, guint index)
{
  GHashTable *renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = index; i < get (self, index)->next; i++)
    {
      CharterElementKind kind = get (self, i)->kind;
      char *id = charter_outline_dup_value (charter_author_form_get_outline (self), i, "id");
      char *fresh;

      if (id == NULL || (i != index && !charter_element_has_pack_id (kind)))
        {
          g_free (id);
          continue;
        }
      fresh = dup_free_id (self, get (self, i)->parent, kind, id);
      /* "a" and "a-2" would both count on to the same. */
      while (g_hash_table_find (renamed, has_value, fresh) != NULL)
        {
          g_autofree char *taken = fresh;

          fresh = g_strconcat (taken, "-2", NULL);
        }
      g_hash_table_insert (renamed, id, fresh);
    }
  return renamed;
}

static void
add_change (CharterAuthorForm *self, GArray *changes, guint index, const char *name, GHashTable *renamed)
{
  CharterOutline *outline = charter_author_form_get_outline (self);
  g_autofree char *value = charter_outline_dup_value (outline, index, name);
  Change change = { 0, 0, value != NULL ? g_hash_table_lookup (renamed, value) : NULL };

  if (change.by != NULL)
    charter_outline_find_value (outline, index, name, &change.start, &change.end);
  else if (value != NULL && strcmp (name, "twin") == 0)
    {
      /* The one that it is the twin of has its twin already. */
      charter_outline_find_attribute (outline, index, name, &change.start, &change.end);
      change.start--;
      change.by = "";
    }
  else
    return;
  g_array_append_val (changes, change);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const Change *one = a, *other = b;

  return (one->start > other->start) - (one->start < other->start);
}

static GArray *
list_changes (CharterAuthorForm *self, guint index, GHashTable *renamed)
{
  static const char *const references[] = { "see", "ref", "twin" };
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));
  gboolean in_pack = charter_element_has_pack_id (get (self, index)->kind);

  for (guint i = index; i < get (self, index)->next; i++)
    {
      if (i == index || charter_element_has_pack_id (get (self, i)->kind))
        add_change (self, changes, i, "id", renamed);
      for (guint r = 0; in_pack && r < G_N_ELEMENTS (references); r++)
        add_change (self, changes, i, references[r], renamed);
    }
  g_array_sort (changes, compare_changes);
  return changes;
}

static char *
dup_copy (CharterAuthorForm *self, guint index)
{
  g_autoptr (GHashTable) renamed = rename_ids (self, index);
  g_autoptr (GArray) changes = list_changes (self, index, renamed);
  GString *copy = g_string_new (NULL);
  const char *source = get_source (self);
  gsize at = get (self, index)->start;

  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);

      g_string_append_len (copy, source + at, (gssize)(change->start - at));
      g_string_append (copy, change->by);
      at = change->end;
    }
  g_string_append_len (copy, source + at, (gssize)(get (self, index)->end - at));
  return g_string_free (copy, FALSE);
}

guint
charter_author_form_duplicate (CharterAuthorForm *self, guint index)
{
  guint parent = get (self, index)->parent, particle, copy;
  const CharterParticle *rule;
  g_autofree char *xml = NULL, *indent = NULL, *line = NULL;

  if (parent == CHARTER_OUTLINE_NONE || !get (self, index)->is_closed)
    return CHARTER_OUTLINE_NONE;
  rule = get_particle (self, parent, get (self, index)->kind, &particle);
  if (rule == NULL || (rule->max > 0 && count_like (self, parent, particle) >= rule->max))
    return CHARTER_OUTLINE_NONE;
  xml = dup_copy (self, index);
  indent = charter_author_form_dup_indent (self, get (self, index)->start);
  line = make_line (self, indent);
  charter_draft_begin_group (self->draft);
  copy = splice_element (self, get (self, index)->end, 0, line, xml, "");
  charter_draft_end_group (self->draft);
  return copy;
}

/* ---- moving ---- */

static guint
step (CharterAuthorForm *self, guint index, int by)
{
  CharterOutline *outline = charter_author_form_get_outline (self);
  guint parent = get (self, index)->parent, before = CHARTER_OUTLINE_NONE;
  guint particle = charter_author_form_find_particle (get (self, parent)->kind, get (self, index)->kind);

  for (guint child
       = by > 0 ? charter_outline_next_sibling (outline, index) : charter_outline_first_child (outline, parent);
       child != CHARTER_OUTLINE_NONE && child != index; child = charter_outline_next_sibling (outline, child))
    if (charter_author_form_find_particle (get (self, parent)->kind, get (self, child)->kind) == particle)
      {
        if (by > 0)
          return child;
        before = child;
      }
  return before;
}

void
charter_author_form_count_places (CharterAuthorForm *self, guint index, guint *before, guint *behind)
{
  *before = 0;
  *behind = 0;
  if (get (self, index)->parent == CHARTER_OUTLINE_NONE)
    return;
  for (guint at = step (self, index, -1); at != CHARTER_OUTLINE_NONE; at = step (self, at, -1))
    (*before)++;
  for (guint at = step (self, index, 1); at != CHARTER_OUTLINE_NONE; at = step (self, at, 1))
    (*behind)++;
}

static void
append_element (GString *text, CharterAuthorForm *self, guint index)
{
  const CharterOutlineElement *element = get (self, index);

  g_string_append_len (text, get_source (self) + element->start, (gssize)(element->end - element->start));
}

/* Each of the places from one to the other is taken by its neighbour, and the last by the first. places: indices, from
 * where the element is to where it goes */
static guint
rotate (CharterAuthorForm *self, const GArray *places)
{
  guint n = places->len, from = g_array_index (places, guint, 0), to = g_array_index (places, guint, n - 1);
  gboolean is_back = to < from;
  g_autoptr (GString) text = g_string_new (NULL);
  gsize start = get (self, MIN (from, to))->start, end = get (self, MAX (from, to))->end, place = start;

  for (guint i = 0; i < n; i++)
    {
      guint at = g_array_index (places, guint, is_back ? n - 1 - i : i);
      guint next = i + 1 < n ? g_array_index (places, guint, is_back ? n - 2 - i : i + 1) : 0;
      guint taker = is_back ? (i == 0 ? from : g_array_index (places, guint, n - i)) : (i + 1 < n ? next : from);

      if (taker == from)
        place = start + text->len;
      append_element (text, self, taker);
      if (i + 1 < n)
        g_string_append_len (text, get_source (self) + get (self, at)->end,
                             (gssize)(get (self, next)->start - get (self, at)->end));
    }
  charter_draft_begin_group (self->draft);
  charter_draft_splice (self->draft, start, end - start, text->str, (gssize)text->len);
  charter_draft_end_group (self->draft);
  return charter_outline_find_at (charter_author_form_get_outline (self), place);
}

guint
charter_author_form_move (CharterAuthorForm *self, guint index, int by)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  int n = by < 0 ? -by : by;

  if (get (self, index)->parent == CHARTER_OUTLINE_NONE)
    return index;
  g_array_append_val (places, index);
  for (guint at = step (self, index, by); n-- > 0 && at != CHARTER_OUTLINE_NONE; at = step (self, at, by))
    g_array_append_val (places, at);
  return places->len > 1 ? rotate (self, places) : index;
}

/* ---- its life ---- */

static void
charter_author_form_finalize (GObject *object)
{
  CharterAuthorForm *self = CHARTER_AUTHOR_FORM (object);

  g_clear_pointer (&self->outline, charter_outline_unref);
  g_object_unref (self->draft);
  G_OBJECT_CLASS (charter_author_form_parent_class)->finalize (object);
}

static void
charter_author_form_class_init (CharterAuthorFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_author_form_finalize;
}

static void
charter_author_form_init (CharterAuthorForm *self)
{
}

CharterAuthorForm *
charter_author_form_new (CharterDraft *draft)
{
  CharterAuthorForm *self = g_object_new (CHARTER_TYPE_AUTHOR_FORM, NULL);

  self->draft = g_object_ref (draft);
  return self;
}
