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

/* The last child that the grammar wants before a new one. The first words go before drawings. */
static guint
find_before (CharterAuthorForm *self, guint parent, CharterElementKind added)
{
  CharterOutline *outline = charter_author_form_get_outline (self);
  CharterElementKind kind = get (self, parent)->kind;
  guint particle = charter_author_form_find_particle (kind, added), before = CHARTER_OUTLINE_NONE;

  for (guint child = charter_outline_first_child (outline, parent); child != CHARTER_OUTLINE_NONE;
       child = charter_outline_next_sibling (outline, child))
    {
      guint place = charter_author_form_find_particle (kind, get (self, child)->kind);

      if (place != G_MAXUINT && (place < particle || (place == particle && added != EL_P)))
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
      {
        g_string_append_c (text, ' ');
        while (xml[1] == ' ')
          xml++;
      }
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
  g_autofree char *last = NULL;
  const char *source = get_source (self);
  gsize at = get (self, parent)->inside, end = get (self, parent)->inside_end;

  if (child != CHARTER_OUTLINE_NONE)
    return splice_element (self, at, 0, line, laid, "");
  while (end > at && g_ascii_isspace (source[end - 1]))
    end--;
  if (end > at) /* behind a comment */
    return splice_element (self, end, 0, line, laid, "");
  last = make_line (self, outer);
  return splice_element (self, at, get (self, parent)->inside_end - at, line, laid, last);
}

guint
charter_author_form_insert (
  CharterAuthorForm *self, guint parent, CharterElementKind kind, guint after, const char *xml)
{
  guint index, before;

  charter_draft_begin_group (self->draft);
  charter_author_form_open (self, parent);
  before = after != CHARTER_OUTLINE_NONE ? after : find_before (self, parent, kind);
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

guint
charter_author_form_count_like (CharterAuthorForm *self, guint parent, guint particle)
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
  g_autofree char *id = row->id != NULL ? dup_free_id (self, parent, kind, row->id) : NULL;

  return charter_author_form_kind_dup_xml (row, charter_author_form_get_outline (self), parent, id);
}

gboolean
charter_author_form_can_add (CharterAuthorForm *self, guint parent, CharterElementKind kind)
{
  const CharterAuthorFormKind *row = charter_author_form_kind_get (kind);
  guint particle;
  const CharterParticle *rule = get_particle (self, parent, kind, &particle);
  g_autofree char *xml = NULL;

  if (row == NULL || rule == NULL || !get (self, parent)->is_closed
      || (rule->max > 0 && charter_author_form_count_like (self, parent, particle) >= rule->max))
    return FALSE;
  /* Which id it gets is not looked for: that takes a walk through the pack. */
  xml = charter_author_form_kind_dup_xml (row, charter_author_form_get_outline (self), parent, row->id);
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
  return rule == NULL || rule->min == 0 || charter_author_form_count_like (self, parent, particle) > rule->min;
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

static void
remove_lines (CharterAuthorForm *self, guint index)
{
  gsize start, end;

  find_removed (self, index, &start, &end);
  charter_draft_splice (self->draft, start, end - start, "", 0);
}

void
charter_author_form_remove (CharterAuthorForm *self, guint index)
{
  g_return_if_fail (charter_author_form_can_remove (self, index));
  charter_draft_begin_group (self->draft);
  remove_lines (self, index);
  charter_draft_end_group (self->draft);
}

/* ---- a picture in place of a drawing ---- */

guint
charter_author_form_find_picture (CharterAuthorForm *self, guint hotspot)
{
  CharterOutline *outline = charter_author_form_get_outline (self);
  guint figure = charter_outline_find_child (outline, hotspot, EL_FIGURE);

  return figure != CHARTER_OUTLINE_NONE ? figure : charter_outline_find_child (outline, hotspot, EL_DIAGRAM);
}

static guint
replace_element (CharterAuthorForm *self, guint index, CharterElementKind kind)
{
  gsize start = get (self, index)->start;
  g_autofree char *xml = dup_new (self, get (self, index)->parent, kind);
  g_autofree char *indent = charter_author_form_dup_indent (self, start);
  g_autofree char *laid = lay_out (self, xml, indent);

  return splice_element (self, start, get (self, index)->end - start, "", laid, "");
}

/* All but the first. Returns: that one, or CHARTER_OUTLINE_NONE */
static guint
remove_places (CharterAuthorForm *self, guint hotspot, CharterElementKind kind)
{
  guint first = charter_outline_find_child (charter_author_form_get_outline (self), hotspot, kind), next = first;

  while (next != CHARTER_OUTLINE_NONE)
    {
      next = charter_outline_next_sibling (charter_author_form_get_outline (self), first);
      while (next != CHARTER_OUTLINE_NONE && get (self, next)->kind != kind)
        next = charter_outline_next_sibling (charter_author_form_get_outline (self), next);
      if (next != CHARTER_OUTLINE_NONE)
        remove_lines (self, next);
    }
  return first;
}

guint
charter_author_form_exchange_picture (CharterAuthorForm *self, guint hotspot)
{
  guint picture = charter_author_form_find_picture (self, hotspot), place;
  gboolean has_drawing = picture != CHARTER_OUTLINE_NONE && get (self, picture)->kind == EL_DIAGRAM;

  g_return_val_if_fail (picture != CHARTER_OUTLINE_NONE, CHARTER_OUTLINE_NONE);
  charter_draft_begin_group (self->draft);
  replace_element (self, picture, has_drawing ? EL_FIGURE : EL_DIAGRAM);
  place = remove_places (self, hotspot, has_drawing ? EL_TARGET : EL_REGION);
  if (place != CHARTER_OUTLINE_NONE)
    {
      place = replace_element (self, place, has_drawing ? EL_REGION : EL_TARGET);
      charter_author_form_set_attribute (self, place, AT_CORRECT, "true");
    }
  charter_draft_end_group (self->draft);
  return charter_author_form_find_picture (self, hotspot);
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
  if (rule == NULL || (rule->max > 0 && charter_author_form_count_like (self, parent, particle) >= rule->max))
    return CHARTER_OUTLINE_NONE;
  xml = dup_copy (self, index);
  indent = charter_author_form_dup_indent (self, get (self, index)->start);
  line = make_line (self, indent);
  charter_draft_begin_group (self->draft);
  copy = splice_element (self, get (self, index)->end, 0, line, xml, "");
  charter_draft_end_group (self->draft);
  return copy;
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
