/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-arena-private.h"
#include "charter-diagnostic.h"
#include "charter-grammar.h"
#include "charter-lookup-private.h"
#include "charter-pack-private.h"

#include <string.h>

G_BEGIN_DECLS

/* Reading goes through three stations. charter-loader.c runs libxml2's SAX parser over the bytes. charter-reader.c
 * holds each element against the grammar and keeps it, until its unit (an item, a lesson, an entry …) is complete, as
 * a CharterElement. Then the unit's own small file (charter-read-….c) checks what the grammar can't say, writes the
 * immutable structs into the pack's arena, and the elements are thrown away. */

typedef struct _CharterElement CharterElement;
struct _CharterElement {
  CharterElementKind kind;             /* EL_NONE: a stretch of text */
  guint ordinal;                       /* of its start tag in the file */
  gboolean bad;                        /* something that it can't do without is missing or wrong */
  gboolean disturbed;                  /* something in it was refused: what it seems to lack may be just that */
  gboolean unended;                    /* its end tag seems to be missing, which was told */
  CharterElementKind previous;         /* while it is open: its last child, where it holds elements alone, … */
  guint particle;                      /* … how far its content has come, … */
  guint counts[CHARTER_MAX_PARTICLES]; /* … and how many elements each particle has */
  const char *text;                    /* of a stretch of text */
  gsize length;                        /* of the stretch, in bytes */
  const char **values;                 /* of its attributes, in the order of the grammar's rule; NULL where not given */
  CharterElement *parent, *first, *last, *next;
};

typedef struct {
  CharterArena *scratch; /* of the unit being read */
  CharterArena *arena;   /* of the pack */
  CharterPackBuilder *builder;
  GHashTable *ids;     /* of the pack: id → CharterIndexEntry */
  GArray *references;  /* looked up when all is read */
  GHashTable *targets; /* of those */
  GArray *twins;       /* used by charter-reader-twins.c */
  GString *words;      /* used by charter-read-text.c */
  GArray *spans;
  GPtrArray *faults; /* of CharterFault */
  guint n_set_aside;
  guint minor;          /* of the pack's format */
  GFile *folder;        /* or NULL */
  CharterElement *open; /* the innermost open element */
  const char *uri;      /* of the elements so far */
  guint depth;
  guint ordinal;
  guint skipping;        /* depth inside an element that is skipped; 0: none is */
  gboolean strict_fault; /* a fault was told since the last strict unit began */
  GString *text;         /* gathered since the last tag */
  gboolean text_too_long;
  CharterLookup *lookup;
} CharterReader;

/* ---- charter-reader.c */

CharterReader *charter_reader_new (CharterPackBuilder *builder, GFile *folder);
void charter_reader_free (CharterReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterReader, charter_reader_free)

/* The parser's events. attributes: libxml2's five pointers each. */
void charter_reader_start (
  CharterReader *reader, const char *name, const char *uri, guint n_attributes, const unsigned char **attributes);
void charter_reader_end (CharterReader *reader);
void charter_reader_text (CharterReader *reader, const char *text, gsize length);
/* The file ended before its root did: keep what is complete. */
void charter_reader_abandon (CharterReader *reader);

/* g_string_append_len without the call, where there is room. */
static inline void
charter_append (GString *string, const char *text, gsize length)
{
  if (G_LIKELY (string->len + length < string->allocated_len))
    {
      memcpy (string->str + string->len, text, length);
      string->len += length;
      string->str[string->len] = '\0';
    }
  else
    g_string_append_len (string, text, (gssize)length);
}

/* ---- charter-reader-guess.c */

/* A child that parent may have, for a name that can't stand in it. Returns: (nullable) */
const char *charter_guess_element (const CharterElement *parent, const char *name);
/* Returns: (nullable) an attribute of such elements */
const char *charter_guess_attribute (CharterElementKind kind, const char *name);
/* Returns: (transfer full) (nullable) a value that the rule allows */
char *charter_guess_value (const CharterAttributeRule *rule, const char *value);

/* ---- charter-element.c */

const char *charter_element_get (const CharterElement *element, CharterAttribute attribute);
gboolean charter_element_is_true (const CharterElement *element, CharterAttribute attribute);
/* The number an attribute is, otherwise where it is not given. */
double charter_element_get_number (const CharterElement *element, CharterAttribute attribute, double otherwise);
guint charter_element_get_count (const CharterElement *element, CharterAttribute attribute);
const char *charter_element_get_name (const CharterElement *element);
/* The first child of that kind, or NULL. */
const CharterElement *charter_element_find (const CharterElement *element, CharterElementKind kind);
/* The next sibling of that kind, or NULL. */
const CharterElement *charter_element_find_next (const CharterElement *element, CharterElementKind kind);
guint charter_element_count (const CharterElement *element, CharterElementKind kind);
#define charter_element_foreach(child, element, kind)                                                                  \
  for (const CharterElement *child = charter_element_find ((element), (kind)); child;                                  \
       child = charter_element_find_next (child, (kind)))

/* ---- charter-reader-report.c */

/* A diagnostic whose place is known as the n-th start tag of the file, or an attribute of it; the loader turns that
 * into line and column. */
typedef struct {
  CharterDiagnostic diagnostic;
  guint ordinal;
  char *attribute; /* or NULL */
} CharterFault;

void charter_fault_free (CharterFault *fault);

/* Notes a fault. attribute: AT_NONE for the element itself. code: static. found, expected and mend are taken. */
void charter_reader_report (CharterReader *reader,
                            CharterSeverity severity,
                            const char *code,
                            const CharterElement *element,
                            CharterAttribute attribute,
                            char *found,
                            char *expected,
                            char *mend);
#define charter_reader_error(reader, code, element, attribute, found, expected, mend)                                  \
  charter_reader_report ((reader), CHARTER_SEVERITY_ERROR, (code), (element), (attribute), (found), (expected), (mend))
/* So many faults were told that no further one is kept; it is noted as a fault all the same. For a caller that wants to
 * save itself the trouble of finding words. */
gboolean charter_reader_is_full (CharterReader *reader);
/* The same for a place that is no known element or attribute; attribute is copied. */
void charter_reader_report_at (CharterReader *reader,
                               CharterSeverity severity,
                               const char *code,
                               guint ordinal,
                               const char *attribute,
                               char *found,
                               char *expected,
                               char *mend);

/* ---- charter-reader-ids.c */

/* Enters an element's id into the pack's names. what is what the id finds. Returns: the id in the pack's arena, or NULL
 * where the id is missing or taken (which is told). */
const char *charter_reader_claim_id (CharterReader *reader,
                                     const CharterElement *element,
                                     CharterIndexKind kind,
                                     gconstpointer what);
/* Keeps the id of an element that is set aside from being called unknown or given out again. */
void charter_reader_reserve_id (CharterReader *reader, const CharterElement *element, CharterIndexKind kind);
/* A copy of an attribute that is a ref; it is looked up at the end. Returns: (nullable) */
const char *charter_reader_read_ref (CharterReader *reader,
                                     const CharterElement *element,
                                     CharterAttribute attribute,
                                     CharterIndexMask kinds);
/* Looks up all refs that were read. */
void charter_reader_resolve (CharterReader *reader);
GArray *charter_reader_new_references (void);
GHashTable *charter_reader_new_targets (void);
/* Tells of an id that an element shares with an earlier one of the same unit. Returns: FALSE where it does. */
gboolean charter_reader_check_local_id (
  CharterReader *reader, const CharterElement *element, const char *id, const char *const *taken, guint n_taken);

/* ---- charter-reader-twins.c */

GArray *charter_reader_new_twins (void);
/* Notes the twin that an item names. */
void charter_reader_note_twin (CharterReader *reader, const CharterElement *element, CharterItem *item);
/* When all ids are known: makes pairs of twins, and tells of those that can't be. */
void charter_reader_pair_twins (CharterReader *reader);

/* ---- charter-read-text.c */

/* The INLINE content of an element. NULL gives "". */
CharterText charter_read_text (CharterReader *reader, const CharterElement *element);
/* The words of the child of that kind, "" where it has none. */
CharterText charter_read_child_text (CharterReader *reader, const CharterElement *element, CharterElementKind kind);
/* Plain text, white space folded. NULL gives NULL. */
const char *charter_read_plain (CharterReader *reader, const CharterElement *element);
/* Text as written, without the white space at its ends. NULL gives NULL. */
const char *charter_read_verbatim (CharterReader *reader, const CharterElement *element);

/* ---- charter-read-blocks.c */

/* The BLOCKS among an element's children; none for NULL. */
CharterBlocks charter_read_blocks (CharterReader *reader, const CharterElement *element);
CharterBlocks charter_read_child_blocks (CharterReader *reader, const CharterElement *element, CharterElementKind kind);
const CharterFigure *charter_read_figure (CharterReader *reader, const CharterElement *element);
const CharterDiagram *charter_read_diagram (CharterReader *reader, const CharterElement *element);
const CharterComparison *charter_read_comparison (CharterReader *reader, const CharterElement *element);

/* ---- one file a unit: called when the unit's end tag was read */

void charter_read_pack_start (CharterReader *reader, const CharterElement *element);
void charter_read_info (CharterReader *reader, const CharterElement *element);
void charter_read_lesson (CharterReader *reader, const CharterElement *element);
void charter_read_entry (CharterReader *reader, const CharterElement *element);
void charter_read_group_start (CharterReader *reader, const CharterElement *element);
/* The title, summary or situation of a scenario or bank. */
void charter_read_group_part (CharterReader *reader, const CharterElement *element);
void charter_read_group_end (CharterReader *reader, const CharterElement *element);
void charter_read_item (CharterReader *reader, const CharterElement *element);
void charter_read_case (CharterReader *reader, const CharterElement *element);
void charter_read_exam (CharterReader *reader, const CharterElement *element);

CharterSource charter_read_source (CharterReader *reader, const CharterElement *element);

G_END_DECLS
