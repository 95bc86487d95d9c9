/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-bank.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "charter-bank-private.h"
#include "charter-loader.h"

#define HEAD (64 * 1024) /* bytes that a format is recognized by */

/* A new format is a file for each way and a line here. The certain ones come first. */
static const CharterBankFormat *const formats[] = {
  &charter_bank_moodle, &charter_bank_qti,  &charter_bank_qti3, &charter_bank_canvas,
  &charter_bank_aiken,  &charter_bank_gift, &charter_bank_csv,
};

/* ---- formats ---- */

const CharterBankFormat *
charter_bank_get_format (guint index)
{
  return index < G_N_ELEMENTS (formats) ? formats[index] : NULL;
}

const CharterBankFormat *
charter_bank_find_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i]->name, name) == 0)
      return formats[i];
  return NULL;
}

static const CharterBankFormat *
find_by_extension (const char *file_name)
{
  const char *dot = file_name != NULL ? strrchr (file_name, '.') : NULL;
  g_autofree char *extension = dot != NULL ? g_ascii_strdown (dot + 1, -1) : NULL;

  for (guint i = 0; extension != NULL && i < G_N_ELEMENTS (formats); i++)
    if (formats[i]->read != NULL && g_strv_contains (formats[i]->extensions, extension))
      return formats[i];
  return NULL;
}

const CharterBankFormat *
charter_bank_recognize (GBytes *bytes, const char *file_name)
{
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (bytes, 0, MIN (g_bytes_get_size (bytes), HEAD));
  gboolean was_foreign;
  g_autofree char *text = charter_bank_words_decode (head, NULL, &was_foreign);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i]->read != NULL && formats[i]->recognize != NULL && formats[i]->recognize (bytes, text))
      return formats[i];
  return find_by_extension (file_name);
}

const char *
charter_bank_format_get_name (const CharterBankFormat *format)
{
  return format->name;
}

const char *
charter_bank_format_get_title (const CharterBankFormat *format)
{
  return _ (format->title);
}

const char *const *
charter_bank_format_get_extensions (const CharterBankFormat *format)
{
  return format->extensions;
}

gboolean
charter_bank_format_can_read (const CharterBankFormat *format)
{
  return format->read != NULL;
}

gboolean
charter_bank_format_can_write (const CharterBankFormat *format)
{
  return format->write != NULL;
}

/* ---- notes ---- */

char *
charter_bank_note_to_string (const CharterBankNote *note, const char *name)
{
  const CharterDiagnostic *diagnostic = note->diagnostic;
  GString *line = g_string_new (name);

  if (note->file != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? "/" : "", note->file);
  if (diagnostic->line > 0)
    g_string_append_printf (line, "%s%u", line->len > 0 ? ":" : "", diagnostic->line);
  if (line->len > 0)
    g_string_append (line, ": ");
  if (diagnostic->severity == CHARTER_SEVERITY_WARNING)
    g_string_append_printf (line, "%s: ", _ ("warning"));
  if (note->question != NULL)
    g_string_append_printf (line, _ ("“%s”"), note->question);
  g_string_append_printf (line, "%s%s", note->question != NULL ? ": " : "", diagnostic->found);
  if (diagnostic->expected != NULL)
    g_string_append_printf (line, "; %s", diagnostic->expected);
  if (diagnostic->mend != NULL)
    g_string_append_printf (line, "; %s", diagnostic->mend);
  return g_string_free (line, FALSE);
}

/* ---- importing ---- */

#define PACK_ID "^[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+$"
#define LONGEST_PACK_ID 120
#define LONGEST_SLUG 80

gboolean
charter_bank_is_pack_id (const char *id)
{
  return strlen (id) <= LONGEST_PACK_ID && g_regex_match_simple (PACK_ID, id, G_REGEX_DOLLAR_ENDONLY, 0);
}

/* A title in letters that no id can have is told by its digest. */
char *
charter_bank_dup_pack_id (const char *title)
{
  g_autofree char *slug = charter_bank_words_slug (title, LONGEST_SLUG);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, title, -1);

  return *slug != '\0' ? g_strconcat ("imported.", slug, NULL) : g_strdup_printf ("imported.%.12s", digest);
}

static char *
make_title (const CharterBankBook *book, const char *name)
{
  g_autofree char *base = g_path_get_basename (name != NULL ? name : "");
  g_autofree char *valid = g_utf8_make_valid (base, -1);
  char *dot = strrchr (valid, '.');

  if (book->title != NULL && *book->title != '\0')
    return g_strdup (book->title);
  if (dot != NULL && dot > valid)
    *dot = '\0';
  return *valid != '\0' && *valid != '.' && *valid != '/' ? g_steal_pointer (&valid) : g_strdup (_ ("Questions"));
}

static gboolean
is_language (const char *language)
{
  return language != NULL && g_regex_match_simple ("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", language, 0, 0);
}

/* Readers check what they read; here nothing is left to their diligence. */
static void
check_all (CharterBankBook *book)
{
  for (guint i = 0; i < book->groups->len; i++)
    {
      const CharterBankGroup *group = g_ptr_array_index (book->groups, i);

      for (guint k = 0; k < group->questions->len; k++)
        charter_bank_question_check (g_ptr_array_index (group->questions, k));
    }
}

/* The question whose item begins last before line. */
static CharterBankQuestion *
find_question (GPtrArray *questions, const GArray *lines, guint line)
{
  for (guint i = lines->len; i > 0; i--)
    if (g_array_index (lines, guint, i - 1) <= line)
      return g_ptr_array_index (questions, i - 1);
  return NULL;
}

/* What the loader has against an item is said of its question, which stays behind.
 * Returns: whether there was something that could be left behind */
static gboolean
list_faulty (GPtrArray *diagnostics, GPtrArray *questions, const GArray *lines)
{
  gboolean any = FALSE;

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const CharterDiagnostic *fault = g_ptr_array_index (diagnostics, i);
      CharterBankQuestion *question = find_question (questions, lines, fault->line);

      if (fault->severity != CHARTER_SEVERITY_ERROR || question == NULL)
        continue;
      any |= !question->is_listed;
      charter_bank_question_list (question, fault->code, g_strdup (fault->found), g_strdup (fault->expected),
                                  g_strdup (fault->mend));
    }
  return any;
}

static gboolean
has_errors (const GPtrArray *diagnostics)
{
  for (guint i = 0; i < diagnostics->len; i++)
    if (((const CharterDiagnostic *)g_ptr_array_index (diagnostics, i))->severity == CHARTER_SEVERITY_ERROR)
      return TRUE;
  return FALSE;
}

/* Writes the pack and has it loaded, until the loader has nothing against it. */
static GBytes *
write_sound (CharterBankBook *book, CharterBankImport *import, GError **error)
{
  for (;;)
    {
      g_autoptr (GPtrArray) questions = g_ptr_array_new (), diagnostics = NULL;
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GBytes) xml
        = charter_bank_book_write (book, import->id, import->title, import->language, questions, lines);
      g_autoptr (CharterPack) pack = charter_loader_load_bytes (xml, NULL, &diagnostics);

      import->n_items = questions->len;
      if (pack != NULL && !has_errors (diagnostics))
        return g_steal_pointer (&xml);
      if (!list_faulty (diagnostics, questions, lines))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("What was read makes no pack."));
          return NULL;
        }
    }
}

/* No question vanishes: one that became nothing and says nothing of it is listed here. */
static void
count (CharterBankBook *book, CharterBankImport *import)
{
  for (guint i = 0; i < book->groups->len; i++)
    {
      const CharterBankGroup *group = g_ptr_array_index (book->groups, i);

      for (guint k = 0; k < group->questions->len; k++)
        {
          CharterBankQuestion *question = g_ptr_array_index (group->questions, k);

          if (question->items->len == 0)
            charter_bank_question_list (question, "unreadable", g_strdup (_ ("this could not be understood")),
                                        g_strdup (_ ("a question as the format writes it")),
                                        g_strdup (_ ("look at the place in the file")));
          import->n_found++;
          import->n_taken += question->items->len > 0;
          import->n_listed += question->is_listed;
        }
    }
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const CharterBankNote *x = *(const CharterBankNote *const *)a, *y = *(const CharterBankNote *const *)b;
  int by_file = g_strcmp0 (x->file, y->file);

  if (by_file != 0)
    return by_file;
  return x->diagnostic->line < y->diagnostic->line ? -1 : x->diagnostic->line > y->diagnostic->line;
}

static const CharterBankFormat *
choose (GBytes *bytes, const char *name, const CharterBankFormat *format, GError **error)
{
  if (format == NULL)
    format = charter_bank_recognize (bytes, name);
  if (format == NULL || format->read == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                   format == NULL ? _ ("It is none of the formats that Charter knows.")
                                  : _ ("This format can only be written."));
      return NULL;
    }
  return format;
}

CharterBankImport *
charter_bank_import (
  GBytes *bytes, const char *name, const CharterBankFormat *format, const char *language, GError **error)
{
  g_autoptr (CharterBankBook) book = charter_bank_book_new ();
  g_autoptr (CharterBankImport) import = g_new0 (CharterBankImport, 1);

  if (g_bytes_get_size (bytes) > CHARTER_MAX_FILE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The file is too large."));
      return NULL;
    }
  import->format = choose (bytes, name, format, error);
  if (import->format == NULL || !import->format->read (bytes, book, error))
    return NULL;
  check_all (book);
  import->title = make_title (book, name);
  import->id = charter_bank_dup_pack_id (import->title);
  import->language = g_strdup (is_language (book->language) ? book->language
                               : is_language (language)     ? language
                                                            : "en");
  import->xml = write_sound (book, import, error);
  if (import->xml == NULL)
    return NULL;
  count (book, import);
  import->notes = g_steal_pointer (&book->notes);
  import->files = g_steal_pointer (&book->files);
  book->notes = g_ptr_array_new ();
  book->files = g_ptr_array_new ();
  g_ptr_array_sort (import->notes, compare_notes);
  return g_steal_pointer (&import);
}

/* with: may be what stands there already */
static void
replace (char **text, const char *with)
{
  g_autofree char *before = *text;

  *text = g_strdup (with);
}

void
charter_bank_import_rename (CharterBankImport *import, const char *id, const char *title)
{
  g_autofree char *before = charter_bank_book_write_head (import->id, import->title, import->language);
  g_autofree char *head = charter_bank_book_write_head (id, title, import->language);
  g_autoptr (GBytes) old = g_steal_pointer (&import->xml);
  GByteArray *xml = g_byte_array_new ();
  gsize length;
  const guint8 *bytes = g_bytes_get_data (old, &length);

  g_byte_array_append (xml, (const guint8 *)head, (guint)strlen (head));
  g_byte_array_append (xml, bytes + strlen (before), (guint)(length - strlen (before)));
  import->xml = g_byte_array_free_to_bytes (xml);
  replace (&import->id, id);
  replace (&import->title, title);
}

void
charter_bank_import_free (CharterBankImport *import)
{
  g_free (import->id);
  g_free (import->title);
  g_free (import->language);
  g_clear_pointer (&import->xml, g_bytes_unref);
  g_clear_pointer (&import->files, g_ptr_array_unref);
  g_clear_pointer (&import->notes, g_ptr_array_unref);
  g_free (import);
}

/* ---- exporting ---- */

CharterBankExport *
charter_bank_export (CharterPack *pack, const CharterBankFormat *format, GError **error)
{
  CharterBankSheet sheet = { .pack = pack };
  g_autoptr (CharterBankExport) export = g_new0 (CharterBankExport, 1);

  if (format->write == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("This format can only be read."));
      return NULL;
    }
  export->notes = sheet.notes = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_bank_note_free);
  export->bytes = format->write (&sheet, error);
  export->n_items = pack->n_items;
  export->n_written = sheet.n_written;
  return export->bytes != NULL ? g_steal_pointer (&export) : NULL;
}

void
charter_bank_export_free (CharterBankExport *export)
{
  g_clear_pointer (&export->bytes, g_bytes_unref);
  g_clear_pointer (&export->notes, g_ptr_array_unref);
  g_free (export);
}
