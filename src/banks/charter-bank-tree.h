/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The XML of other programs as a tree, made so that no file can hang or fill the machine: no DOCTYPE with content, no
 * entities of its own, limits on depth, tags and size. What is often written wrong (names of HTML, a lone "&", spaces
 * before the XML declaration) is mended and told; after other faults the parser goes on as well as it can. */
typedef struct _CharterBankNode CharterBankNode;
struct _CharterBankNode {
  const char *name;  /* without prefix; NULL for text */
  const char *text;  /* of text, else NULL */
  guint line;        /* from 1 */
  char **attributes; /* names without prefix and values in turn, NULL at the end; or NULL */
  CharterBankNode *parent, *first, *last, *next;
};

typedef struct {
  guint line;
  char *found;
  char *mend;
  gboolean is_mended;
} CharterBankSlip;

typedef struct {
  CharterBankNode *root;
  GPtrArray *slips; /* CharterBankSlip: what is no good XML */
  GPtrArray *nodes; /* its own */
  GStringChunk *words;
  GString *text;    /* what the parser saw */
  guint first_line; /* of the text, where it is a piece of a file */
} CharterBankTree;

/* error: G_IO_ERROR_INVALID_DATA where there is not even a root. Returns: (transfer full) (nullable) */
CharterBankTree *charter_bank_tree_new (GBytes *bytes, GError **error);
void charter_bank_tree_free (CharterBankTree *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterBankTree, charter_bank_tree_free)

/* Whether a fault was found that could not be mended. */
gboolean charter_bank_tree_is_broken (const CharterBankTree *self);
/* Cuts the text at each element of that name, which don't stand in one another, and parses the pieces one by one: so a
 * fault stays in its piece. Returns: (transfer full) (element-type CharterBankTree) a root may be NULL here */
GPtrArray *charter_bank_tree_cut (const CharterBankTree *self, const char *element);

/* Returns: (nullable) an attribute's value */
const char *charter_bank_node_get (const CharterBankNode *node, const char *name);
/* Whether it is an element of that name. node: or NULL */
gboolean charter_bank_node_is (const CharterBankNode *node, const char *name);
/* Returns: (nullable) its first child of that name; node may be NULL */
CharterBankNode *charter_bank_node_find (const CharterBankNode *node, const char *name);
/* Returns: (nullable) the first one of that name below it, however deep */
CharterBankNode *charter_bank_node_search (const CharterBankNode *node, const char *name);
/* Returns: (nullable) what comes after node below root, in the order of the file */
CharterBankNode *charter_bank_node_walk (const CharterBankNode *node, const CharterBankNode *root);
/* All text below it as it stands. node: or NULL. Returns: (transfer full) (not nullable) */
char *charter_bank_node_dup_text (const CharterBankNode *node);
/* The same, folded. Returns: (transfer full) (not nullable) */
char *charter_bank_node_dup_words (const CharterBankNode *node);

/* All children of parent that are elements of that name. */
#define charter_bank_node_foreach(child, parent, called)                                                               \
  for (CharterBankNode *child = (parent) != NULL ? (parent)->first : NULL; child != NULL; child = child->next)         \
    if (charter_bank_node_is (child, called))

G_END_DECLS
