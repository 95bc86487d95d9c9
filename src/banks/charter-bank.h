/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-diagnostic.h"
#include "charter-pack.h"

G_BEGIN_DECLS

/* Questions of other programs, into a pack and out of one. An import ends in the XML of a pack that Charter's own
 * loader reads without a fault, an export in the bytes of a file; both come with a list of what could not be taken
 * along. Nothing here reads or writes a disk. docs/exchange.md tells what each format can hold. */

/* A way to write questions down: a row of a table. */
typedef struct _CharterBankFormat CharterBankFormat;

/* Returns: (nullable) the formats in the order in which people are shown them; NULL past the last */
const CharterBankFormat *charter_bank_get_format (guint index);
/* name: as in charter_bank_format_get_name. Returns: (nullable) */
const CharterBankFormat *charter_bank_find_format (const char *name);
/* What a file seems to be, by what it holds first, and by its name where that does not tell.
 * file_name: or NULL. Returns: (nullable) */
const CharterBankFormat *charter_bank_recognize (GBytes *bytes, const char *file_name);

const char *charter_bank_format_get_name (const CharterBankFormat *format);  /* "gift" */
const char *charter_bank_format_get_title (const CharterBankFormat *format); /* in the user's language */
/* How its files' names end, without the full stop; NULL-terminated, the usual one first. */
const char *const *charter_bank_format_get_extensions (const CharterBankFormat *format);
gboolean charter_bank_format_can_read (const CharterBankFormat *format);
gboolean charter_bank_format_can_write (const CharterBankFormat *format);

/* Something that an import or export could not take along as it is. */
typedef struct {
  CharterDiagnostic *diagnostic; /* an error: the question stays behind; a warning: it was taken without something */
  char *file;                    /* inside an archive, or NULL */
  char *question;                /* its name or id, or NULL where no single question is meant */
} CharterBankNote;

/* "quiz.xml:12: “Capitals”: found; expected; mend", with "warning: " where it is one. name: of the file, or NULL.
 * Returns: (transfer full) */
char *charter_bank_note_to_string (const CharterBankNote *note, const char *name);

/* A picture that belongs beside the pack. */
typedef struct {
  char *name; /* relative to the pack's folder, "media/board.png"; letters, digits, hyphens, never leading out of it */
  GBytes *bytes;
} CharterBankFile;

typedef struct {
  const CharterBankFormat *format; /* in which the file was read */
  GBytes *xml;                     /* the pack */
  GPtrArray *files;                /* CharterBankFile */
  GPtrArray *notes;                /* CharterBankNote, in the order of the file */
  char *id, *title, *language;     /* of the pack */
  guint n_found;                   /* questions of the file: n_taken and n_listed */
  guint n_taken;                   /* questions that became items */
  guint n_listed;                  /* those that did not; each has an error among the notes */
  guint n_items;                   /* of the pack: a question may become several */
} CharterBankImport;

/* Reads questions. name: of the file, for the pack's title where what it holds has none; the id follows from that. format: or NULL to recognize it. language: BCP 47,
 * what the questions are written in where the file does not tell.
 * error: G_IO_ERROR_NOT_SUPPORTED where no format is recognized, G_IO_ERROR_INVALID_DATA where nothing of the file can
 * be read at all. A file without a single question is no error. Returns: (transfer full) (nullable) */
CharterBankImport *charter_bank_import (
  GBytes *bytes, const char *name, const CharterBankFormat *format, const char *language, GError **error);
/* Calls the pack otherwise. id: a valid one. title: not empty */
void charter_bank_import_rename (CharterBankImport *import, const char *id, const char *title);
/* Whether it is an id as packs have them: "org.example.capitals". */
gboolean charter_bank_is_pack_id (const char *id);
/* "imported.capitals-of-europe", the same for the same title, whatever file it came in. Returns: (transfer full) */
char *charter_bank_dup_pack_id (const char *title);
void charter_bank_import_free (CharterBankImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterBankImport, charter_bank_import_free)

typedef struct {
  GBytes *bytes;
  GPtrArray *notes; /* CharterBankNote: an error where an item stays behind, a warning where something of it does */
  guint n_items;    /* of the pack */
  guint n_written;  /* of them, those in the file */
} CharterBankExport;

/* Writes a pack's questions. error: G_IO_ERROR_NOT_SUPPORTED where the format can't be written.
 * Returns: (transfer full) (nullable) */
CharterBankExport *charter_bank_export (CharterPack *pack, const CharterBankFormat *format, GError **error);
void charter_bank_export_free (CharterBankExport *export);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterBankExport, charter_bank_export_free)

G_END_DECLS
