/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-item.h"

G_BEGIN_DECLS

/* What somebody answered, by ids and never by positions. It never changes once made.
 *
 * As text, which is how it is stored, typed in the terminal and written in tests:
 *   CHOICE  "ops"  "ops budget"           single, multiple, truefalse, hotspot: the ids chosen, in any order
 *   PAIRS   "card=category blank=choice"  classify: card=category; match: left=right; cloze: blank=choice
 *   ORDER   "plan build test"             order: all ids in the order given
 *   TYPED   "625,5"                       number, short, drill: the words as typed
 * The empty text is the empty response. */
typedef enum {
  CHARTER_RESPONSE_CHOICE,
  CHARTER_RESPONSE_PAIRS,
  CHARTER_RESPONSE_ORDER,
  CHARTER_RESPONSE_TYPED,
} CharterResponseShape;

/* source: the card, left side or blank; for CHOICE and ORDER the part. target: where it went, NULL for those. */
typedef struct {
  const char *source;
  const char *target;
} CharterPairing;

typedef struct _CharterResponse CharterResponse;

CharterResponseShape charter_item_kind_response_shape (CharterItemKind kind);

/* Returns: (transfer full) */
CharterResponse *charter_response_new_empty (CharterResponseShape shape);
/* ids: NULL-terminated; for CHOICE and ORDER. Duplicates are dropped. */
CharterResponse *charter_response_new_ids (CharterResponseShape shape, const char *const *ids);
CharterResponse *charter_response_new_typed (const char *text);
/* A copy in which source goes to target; with a NULL target source is taken away. For match and cloze a target stands
 * for one source at a time where exclusive is set: it leaves the other. For CHOICE, target is ignored and source is
 * added. Returns: (transfer full) */
CharterResponse *charter_response_with_pair (const CharterResponse *response,
                                             const char *source,
                                             const char *target,
                                             gboolean exclusive);
/* CHOICE: a copy with id added or taken away. Returns: (transfer full) */
CharterResponse *charter_response_toggled (const CharterResponse *response, const char *id);
/* Reads the text form. error: G_IO_ERROR_INVALID_ARGUMENT with a sentence for the person who typed it.
 * Returns: (transfer full) (nullable) */
CharterResponse *charter_response_parse (CharterResponseShape shape, const char *text, GError **error);
/* Returns: (transfer full) the text form; CHOICE and PAIRS sorted by id, so that equal responses have equal texts. */
char *charter_response_to_string (const CharterResponse *response);

CharterResponse *charter_response_ref (CharterResponse *response);
void charter_response_unref (CharterResponse *response);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterResponse, charter_response_unref)

CharterResponseShape charter_response_get_shape (const CharterResponse *response);
gboolean charter_response_is_empty (const CharterResponse *response);
gboolean charter_response_equal (const CharterResponse *a, const CharterResponse *b);
/* Returns: the number of ids or pairs; 0 for TYPED. */
guint charter_response_get_n (const CharterResponse *response);
CharterPairing charter_response_get (const CharterResponse *response, guint index);
gboolean charter_response_contains (const CharterResponse *response, const char *id);
/* Returns: (nullable) where source went; owned by the response. */
const char *charter_response_find_target (const CharterResponse *response, const char *source);
/* Returns: (nullable) which source holds target; owned by the response. */
const char *charter_response_find_source (const CharterResponse *response, const char *target);
/* Returns: (nullable) the words as typed; NULL for the other shapes. Owned by the response. */
const char *charter_response_get_typed (const CharterResponse *response);

/* Whether there is enough to be scored: something chosen (the number asked for, where it is told), all cards placed,
 * all blanks filled, something typed. */
gboolean charter_response_is_complete (const CharterResponse *response, const CharterItem *item);

G_END_DECLS
