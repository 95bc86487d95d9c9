/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A stretch of a pack's source as somebody who doesn't want XML reads and writes it. What is shown is made of small
 * pieces of the source (a letter, an entity, a line end with its indentation, what stands between two paragraphs); what
 * is written changes the pieces that differ and leaves every other byte alone. */
typedef enum {
  CHARTER_WRITING_PLAIN,  /* without a mark: every character stands for itself */
  CHARTER_WRITING_MARKUP, /* running text with its marks and entities as they are: "an <em>idea</em>" */
  CHARTER_WRITING_XML,    /* all of it as it is, line by line, without the indentation in front */
} CharterWriting;

typedef struct {
  const char *source; /* of the whole pack; it must stay as it is */
  CharterWriting writing;
  gboolean in_paragraphs; /* a line end in the text is the end of one <p> and the start of the next */
  const char *indent;     /* in front of new lines: of new paragraphs, and with XML of each line; "" for none */
  const char *newline;    /* how the file ends its lines; NULL: it has only one line */
  gboolean only_elements; /* no words may stand outside the elements of what is written */
} CharterWrittenStyle;

typedef struct _CharterWritten CharterWritten;

/* style: what it points at must live as long. Returns: (transfer full) without a piece yet */
CharterWritten *charter_written_new (const CharterWrittenStyle *style);
void charter_written_free (CharterWritten *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterWritten, charter_written_free)

/* The next stretch of the source, behind those before: what lies between two is the end of a paragraph. White space
 * around it is not shown where it holds a line end. */
void charter_written_add (CharterWritten *self, gsize start, gsize end);
/* Parts inside the stretches that have to stay: each is shown by its name in square brackets. To be called before
 * charter_written_add (). */
void charter_written_keep (CharterWritten *self, const char *name, gsize start, gsize end);

/* Valid until the next stretch is added. */
const char *charter_written_get_text (CharterWritten *self);

/* What is to be put in place of source[start..end] for it to be shown as text.
 * inserted: set to it. Returns: FALSE where text can't be written so: its marks are not well-formed, or what has to
 * stay is missing or there twice. */
gboolean charter_written_change (CharterWritten *self, const char *text, gsize *start, gsize *end, GString *inserted);

/* Adds text[0..n] with what would be read as a mark made harmless, and what no XML can hold left out. */
void charter_written_escape (GString *xml, const char *text, gsize n);
/* The reverse, of entities alone. Returns: (transfer full) */
char *charter_written_unescape (const char *xml, gsize n);

G_END_DECLS
