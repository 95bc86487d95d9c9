/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-form.h"
#include "charter-random.h"

G_BEGIN_DECLS

/* A form is made in three stations: the pool gathers what may be drawn, the mix chooses from it, and the lay-out puts
 * what was chosen into sections and order. */

#define FORM_DIMENSIONS 3 /* as CharterShareOf counts them; the first matters most */

typedef struct {
  CharterPack *pack;
  const CharterItem *item;
  const char *ref;             /* "pack#id" */
  const char *topic;           /* "pack#id", or NULL */
  int shares[FORM_DIMENSIONS]; /* the share of the exam that it counts for, the narrowest of topics; -1 for none */
} FormItem;

/* What is drawn whole: an item outside scenarios, or all that is to be drawn of a scenario. */
typedef struct {
  const char *ref;           /* "pack#id" */
  const CharterGroup *group; /* a scenario, or NULL */
  FormItem *items;
  guint n_items;
  gboolean is_seen;
  gint64 last;
  guint64 lot;
  gboolean is_taken; /* the mix's */
  guint section;     /* the mix's, of a scenario */
} FormUnit;

typedef struct {
  CharterPack *home;
  const CharterExam *exam;
  guint64 seed;
  GPtrArray *packs;                   /* of CharterPack, that are drawn from or name topics */
  GHashTable *by_id;                  /* of packs */
  GStringChunk *names;                /* refs */
  GHashTable *shares;                 /* of topics: "pack#id" to index + 1 */
  GHashTable *known;                  /* "pack#id" of a topic to the index of its share + 1 */
  int *parents;                       /* of a share: the share of a topic that holds this one's, or -1 */
  gboolean has_rest[FORM_DIMENSIONS]; /* whether the shares leave room for others, or there are none */
  GPtrArray *units;                   /* of FormUnit, in the order in which they are preferred */
  GPtrArray *lacks;                   /* sentences */
} FormPool;

FormPool *form_pool_new (CharterPack *home, const CharterExam *exam, GPtrArray *packs, guint64 seed);
void form_pool_free (FormPool *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FormPool, form_pool_free)
void form_pool_fill (FormPool *self, CharterSeenFunc seen, gpointer data);
guint form_pool_count (const FormPool *self);
/* topic: ref in pack, or NULL. Returns: the narrowest share that it counts for, or -1 */
int form_pool_find_share (FormPool *self, const CharterPack *pack, const char *topic);

/* A section as it is planned; one stands for all where the exam has none. */
typedef struct {
  const CharterStage *stage; /* or NULL */
  guint target;              /* how many items it is to hold */
  guint in_cases;            /* how many of them are in scenarios */
  guint cases, found;        /* scenarios: wanted, and there */
} FormSection;

typedef struct {
  guint n;               /* items wanted */
  guint n_items;         /* and chosen */
  guint *wanted, *found; /* for each share */
  GArray *sections;      /* of FormSection */
} FormMix;

/* Marks the chosen units of the pool as taken, n items at most. */
FormMix *form_mix_new (FormPool *pool, guint n);
void form_mix_free (FormMix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FormMix, form_mix_free)

/* Fills items, sections and cases of the form. */
void form_lay_out (const FormPool *pool, const FormMix *mix, CharterForm *form);

/* Adds to lacks what of the mix is amiss. */
void form_tell_lacks (FormPool *pool, const FormMix *mix);
/* Each adds a sentence. What is not here has no title: its id is what somebody can ask for. */
void form_tell_no_pack (FormPool *pool, const char *pack_id);
void form_tell_language (FormPool *pool, const CharterPack *pack);
void form_tell_no_group (FormPool *pool, const char *ref);

G_END_DECLS
