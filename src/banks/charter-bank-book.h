/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-bank.h"

G_BEGIN_DECLS

/* What a reader makes of a file: groups of questions, each either with the items it became or with the note that says
 * why it did not. Texts are XML of a pack already: BLOCKS or INLINE, as charter-bank-flow.h makes them. A reader begins
 * a question as soon as it sees one; so none can get lost. */

typedef struct {
  char *text;      /* INLINE; a match's left side, an order's step */
  char *match;     /* INLINE; a match's right side, a card's category */
  char *why;       /* BLOCKS, or NULL */
  char *value;     /* plain: what is accepted, or nearly right */
  char *tolerance; /* or NULL */
  char *at;        /* of a region: "rect 0 0 10 10" */
  gboolean correct;
  gboolean is_fixed; /* an option that keeps its place */
} CharterBankPart;

typedef struct {
  char *id;         /* or NULL, to be made from name or stem */
  char *stem;       /* BLOCKS */
  char *hint;       /* BLOCKS, or NULL */
  char *rationale;  /* BLOCKS, or NULL */
  char *points;     /* or NULL for 1 */
  char *tags;       /* ids with spaces between, or NULL */
  char *unit;       /* number; or NULL */
  char *passage;    /* cloze, in which the blanks stand already */
  char *picture;    /* hotspot: "media/board.png" */
  char *alt;        /* its description */
  gboolean is_true; /* truefalse; parts[0] has the why of true, parts[1] that of false */
  gboolean keeps_case;
  gboolean is_partial; /* counts the parts */
  gboolean is_exact;
  CharterItemKind kind;
  GPtrArray *parts; /* CharterBankPart */
} CharterBankItem;

typedef struct _CharterBankGroup CharterBankGroup;
typedef struct _CharterBankQuestion CharterBankQuestion;
typedef struct _CharterBankBook CharterBankBook;

struct _CharterBankQuestion {
  CharterBankBook *book;
  char *name; /* as people know it */
  char *file;
  guint line;
  GPtrArray *items;   /* CharterBankItem */
  gboolean is_listed; /* it has an error among the notes */
  guint place;        /* how many notes there were when it began */
};

struct _CharterBankGroup {
  char *path;      /* of a bank: titles with line feeds between, the outermost first; "" for none */
  char *title;     /* of a scenario, else NULL */
  char *id;        /* of a scenario, or NULL */
  char *situation; /* BLOCKS of a scenario, else NULL */
  GPtrArray *questions;
};

struct _CharterBankBook {
  char *title;    /* or NULL */
  char *language; /* or NULL */
  char *file;     /* inside an archive, for what is found from now on; or NULL */
  GPtrArray *groups;
  GPtrArray *notes; /* CharterBankNote */
  GPtrArray *files; /* CharterBankFile */
  gsize n_file_bytes;
  CharterBankGroup *group; /* the one that questions go to */
};

CharterBankBook *charter_bank_book_new (void);
void charter_bank_book_free (CharterBankBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterBankBook, charter_bank_book_free)

/* Questions that follow go to the bank of that path, a new or a former one. */
void charter_bank_book_enter (CharterBankBook *self, const char *path);
/* Questions that follow go to a scenario; taken: id, title and situation. id: or NULL */
void charter_bank_book_enter_scenario (CharterBankBook *self, const char *id, const char *title, char *situation);

/* A question begins. name: or NULL. Returns: owned by the book */
CharterBankQuestion *charter_bank_book_begin (CharterBankBook *self, guint line, const char *name);

/* A note on the file as a whole. Texts are taken. */
void charter_bank_book_tell (CharterBankBook *self,
                             CharterSeverity severity,
                             const char *code,
                             guint line,
                             char *found,
                             char *expected,
                             char *mend);
/* The question stays behind, and this says why; what it had become is let go. Only the first reason is kept. */
void charter_bank_question_list (CharterBankQuestion *self, const char *code, char *found, char *expected, char *mend);
/* The same for a kind of question that Charter does not have. type: as the format calls it */
void charter_bank_question_list_type (CharterBankQuestion *self, const char *type);
/* It is taken, but without something. */
void charter_bank_question_warn (CharterBankQuestion *self, const char *code, char *found, char *expected, char *mend);

/* Returns: owned by the question */
CharterBankItem *charter_bank_question_add (CharterBankQuestion *self, CharterItemKind kind);
/* Returns: owned by the item; what it holds is to be set with strings of its own */
CharterBankPart *charter_bank_item_add (CharterBankItem *self);
/* How many parts are correct. */
guint charter_bank_item_count_right (const CharterBankItem *self);
/* Keeps tag as one of the item's, where a pack can hold it. */
void charter_bank_item_tag (CharterBankItem *self, const char *tag);

/* Keeps a picture, if it is one, is not too large, and is not there already. name: as the file calls it, hostile or
 * not. Returns: (transfer full) (nullable) its place in the pack; NULL where it is none that can be shown */
char *charter_bank_book_keep (CharterBankBook *self, const char *name, GBytes *bytes);

CharterBankNote *charter_bank_note_new (CharterSeverity severity,
                                        const char *code,
                                        guint line,
                                        const char *file,
                                        const char *question,
                                        char *found,
                                        char *expected,
                                        char *mend);
void charter_bank_note_free (CharterBankNote *note);
void charter_bank_file_free (CharterBankFile *file);

/* How a pack begins, up to and with its title. Returns: (transfer full) */
char *charter_bank_book_write_head (const char *id, const char *title, const char *language);
/* Writes the book as a pack. names: one for each item in the order of the XML, its question; lines: the first line of
 * each. id, language: of the pack. Returns: (transfer full) */
GBytes *charter_bank_book_write (
  CharterBankBook *self, const char *id, const char *title, const char *language, GPtrArray *questions, GArray *lines);

G_END_DECLS
