/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-mend.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-id-mender.h"

static gboolean
has_code (const CharterDiagnostic *diagnostic, const char *code)
{
  return strcmp (diagnostic->code, code) == 0;
}

/* What the loader says was probably meant. Returns: (transfer full) (nullable) */
static char *
dup_guess (const CharterDiagnostic *diagnostic)
{
  g_auto (GStrv) around = g_strsplit (_ ("did you mean “%s”?"), "%s", 2);
  gsize before, behind, length = strlen (diagnostic->mend);

  if (g_strv_length (around) != 2 || !g_str_has_prefix (diagnostic->mend, around[0])
      || !g_str_has_suffix (diagnostic->mend, around[1]))
    return NULL;
  before = strlen (around[0]);
  behind = strlen (around[1]);
  return length > before + behind ? g_strndup (diagnostic->mend + before, length - before - behind) : NULL;
}

/* ---- what is replaced ---- */

typedef struct {
  gsize start, end;
} Span;

/* The attribute that begins at offset. */
static gboolean
find_attribute (const CharterOutline *outline, gsize offset, Span *name, Span *value)
{
  guint element = charter_outline_find_at (outline, offset);
  const char *text = g_bytes_get_data (charter_outline_get_bytes (outline), NULL);
  g_autofree char *own = NULL;
  gsize at = offset;

  if (element == CHARTER_OUTLINE_NONE || offset >= charter_outline_get (outline, element)->inside
      || offset <= charter_outline_get (outline, element)->name_end)
    return FALSE;
  while (at < charter_outline_get (outline, element)->inside && strchr ("= \t\r\n", text[at]) == NULL)
    at++;
  own = g_strndup (text + offset, at - offset);
  *name = (Span){ offset, at };
  return charter_outline_find_value (outline, element, own, &value->start, &value->end);
}

/* From the last tag to the first, so that the places before stay true. */
static void
rename_element (CharterDraft *draft, const CharterOutline *outline, guint index, const char *name)
{
  const CharterOutlineElement *element = charter_outline_get (outline, index);
  gsize length = element->name_end - element->start - 1;

  if (element->is_closed && !element->is_empty)
    charter_draft_splice (draft, element->inside_end + strlen ("</"), length, name, -1);
  charter_draft_splice (draft, element->start + 1, length, name, -1);
}

static gboolean
take_guess (CharterDraft *draft, const CharterOutline *outline, const CharterDiagnostic *diagnostic, const char *guess)
{
  gsize offset = charter_outline_get_offset (outline, diagnostic->line, diagnostic->column);
  guint element = charter_outline_find_at (outline, offset);
  Span name, value;

  if (has_code (diagnostic, "unknown-element"))
    {
      if (element == CHARTER_OUTLINE_NONE || charter_outline_get (outline, element)->start != offset)
        return FALSE;
      if (draft != NULL)
        rename_element (draft, outline, element, guess);
      return TRUE;
    }
  if (!find_attribute (outline, offset, &name, &value))
    return FALSE;
  if (has_code (diagnostic, "unknown-attribute"))
    value = name;
  if (draft != NULL)
    charter_draft_splice (draft, value.start, value.end - value.start, guess, -1);
  return TRUE;
}

static gboolean
is_lone_mend (const CharterOutline *outline, const CharterDiagnostic *diagnostic)
{
  g_autofree char *guess = dup_guess (diagnostic);

  return guess != NULL && strpbrk (guess, "<>&\"'") == NULL && take_guess (NULL, outline, diagnostic, guess);
}

/* A pack's own id is its author's to choose. */
static gboolean
is_missing_id (const CharterOutline *outline, const CharterDiagnostic *diagnostic)
{
  gsize offset = charter_outline_get_offset (outline, diagnostic->line, diagnostic->column);
  guint element = charter_outline_find_at (outline, offset);

  return has_code (diagnostic, "missing-id") && element != CHARTER_OUTLINE_NONE
         && charter_outline_get (outline, element)->kind != EL_PACK;
}

gboolean
charter_mend_is_safe (const CharterOutline *outline, const CharterDiagnostic *diagnostic)
{
  return is_missing_id (outline, diagnostic) || is_lone_mend (outline, diagnostic);
}

static gboolean
give_id (CharterDraft *draft, const CharterOutline *outline, const CharterDiagnostic *diagnostic)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GPtrArray) mended = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_mended_id_free);
  g_autoptr (GBytes) bytes = NULL;

  g_ptr_array_add (one, (gpointer)diagnostic);
  bytes = charter_id_mender_mend (charter_outline_get_bytes (outline), one, mended);
  charter_draft_become (draft, bytes);
  return mended->len > 0;
}

gboolean
charter_mend_apply (CharterDraft *draft, const CharterOutline *outline, const CharterDiagnostic *diagnostic)
{
  g_autofree char *guess = NULL;
  gboolean done;

  if (!charter_mend_is_safe (outline, diagnostic))
    return FALSE;
  guess = dup_guess (diagnostic);
  charter_draft_begin_group (draft);
  done = is_missing_id (outline, diagnostic) ? give_id (draft, outline, diagnostic)
                                             : take_guess (draft, outline, diagnostic, guess);
  charter_draft_end_group (draft);
  charter_draft_break_group (draft);
  return done;
}
