/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"

G_BEGIN_DECLS

/* One item as it is put to somebody. */
typedef struct {
  CharterPack *pack;       /* the item's own, which need not be the path's */
  const CharterItem *item; /* the pack's; of a drill a copy with its numbers in the words */
  guint64 seed;            /* the step's own, for drills */
  const guint *part_order; /* indices into the item's parts as shown; n_parts of them */
  const guint *slot_order; /* indices into the item's slots as shown; n_slots of them */
  guint section;           /* index into the path's sections; 0 where there are none */
  gboolean unscored;       /* asked like the others, and counts for nothing */
} CharterStep;

/* What a form is made of, a paper for an exam, or a quiz that was built: items that may come from several packs. */
typedef struct {
  CharterPack *pack; /* the item's own, which need not be the exam's */
  const CharterItem *item;
  guint section; /* index into the form's sections; 0 where there are none */
  gboolean unscored;
} CharterPaperItem;

typedef struct {
  CharterText title;   /* as the profile's stage has it; may be empty */
  guint n_items;       /* the form's items stand in the order of their sections */
  guint break_minutes; /* after it; 0 for none */
} CharterPaperSection;

/* What a session walks along: a paper now, drills and cases later. A path keeps the steps that it gave out alive as
 * long as itself. */
typedef struct _CharterPath CharterPath;

/* A paper: these items in this order (where items is NULL: all of the group's that are not reserved, as written),
 * their parts shuffled by seed, pinned ones kept in place. The same pack, ids and seed give the same paper everywhere,
 * and what an item gets does not hang on the items around it. group_id: may be NULL where items are given, such as the
 * sorting of a comparison.
 *
 *   shuffled   the options of single and multiple, the cards of classify, the right sides and extras of match, the
 *              choices of cloze within their blank, the steps of order; three or more of these are never shown in the
 *              right order
 *   as written true before false, categories, left sides, blanks, the regions of a hotspot
 *
 * error: G_IO_ERROR_NOT_FOUND where the pack has no such group or item any more, or nothing is left to ask.
 * Returns: (transfer full) (nullable) */
CharterPath *
charter_paper_new (CharterPack *pack, const char *group_id, const char *const *items, guint64 seed, GError **error);

/* A paper of these items in this order, which may be of several packs; what an item of home gets is what it gets in a
 * paper of home. items: copied; their section and whether they count say nothing here. The path keeps all packs alive.
 * error: G_IO_ERROR_NOT_FOUND where there is no item. Returns: (transfer full) (nullable) */
CharterPath *charter_paper_new_chosen (
  CharterPack *home, const CharterPaperItem *items, guint n_items, guint64 seed, GError **error);

/* A form: these items in this order, shuffled as in a paper; what an item of home gets is what it gets in a paper of
 * home, and items of the same id in two packs don't share their luck. home: the exam's pack, whose texts the titles of
 * the sections are. group_id: the exam's id, which need not be in the pack any more. items, sections: copied; every
 * item's section is one of them, or 0 where there are none. The path keeps all packs alive.
 * error: G_IO_ERROR_NOT_FOUND where there is no item. Returns: (transfer full) (nullable) */
CharterPath *charter_paper_new_form (CharterPack *home,
                                     const char *group_id,
                                     const CharterPaperItem *items,
                                     guint n_items,
                                     const CharterPaperSection *sections,
                                     guint n_sections,
                                     guint64 seed,
                                     GError **error);

CharterPath *charter_path_ref (CharterPath *path);
void charter_path_unref (CharterPath *path);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterPath, charter_path_unref)

/* The one that holds the scenario, bank or exam; an item's own is its step's. Returns: (transfer none) */
CharterPack *charter_path_get_pack (CharterPath *path);
/* Any of those that the steps are of, or the path's own, by its id. Returns: (transfer none) (nullable) */
CharterPack *charter_path_find_pack (CharterPath *path, const char *id);
/* The pack into which a ref of a step's item leads. ref: may be NULL. Returns: (transfer none) (nullable) */
CharterPack *charter_path_follow (CharterPath *path, const CharterStep *step, const char *ref);
const CharterGroup *charter_path_get_group (CharterPath *path); /* (nullable) */
gboolean charter_path_is_form (CharterPath *path);
/* The exam that a form is of. Returns: (nullable) NULL where it is none, or the pack has no such exam any more */
const CharterExam *charter_path_get_exam (CharterPath *path);
/* Sections of a form; 0 where there are none. */
guint charter_path_get_n_sections (CharterPath *path);
const CharterPaperSection *charter_path_get_section (CharterPath *path, guint index);
guint64 charter_path_get_seed (CharterPath *path);
guint charter_path_get_n_steps (CharterPath *path);
const CharterStep *charter_path_get_step (CharterPath *path, guint index);

G_END_DECLS
