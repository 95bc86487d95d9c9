/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-item.h"

G_BEGIN_DECLS

/* A pack is read once and never changes. Every pointer reached from it is owned by it and lives as long as a
 * reference to it is held; it can be read from any thread. */

typedef struct _CharterTopic CharterTopic;
struct _CharterTopic {
  const char *id;
  CharterText title;
  const CharterTopic *parent; /* or NULL */
  const char *counts_as;      /* ref of another pack's topic that this one is a part of, or NULL */
};

typedef struct {
  const char *id;
  const char *see; /* ref, or NULL */
  CharterText title;
  CharterBlocks remedy;
} CharterMisconception;

typedef struct {
  const char *href;    /* or NULL */
  const char *checked; /* YYYY-MM-DD */
  CharterText text;
} CharterSource;

typedef struct _CharterLesson CharterLesson;

typedef struct {
  const char *id;
  CharterText title;
  CharterBlocks blocks;
  const CharterLesson *lesson;
} CharterSection;

struct _CharterLesson {
  const char *id;
  const char *topic; /* ref, or NULL */
  guint minutes;     /* 0 where not given */
  CharterText title;
  CharterText summary;
  const CharterSection *sections;
  guint n_sections;
};

typedef struct {
  const char *id;
  CharterText name;
  CharterBlocks meaning;
} CharterEntry;

typedef struct {
  const char *id;
  CharterText text;
} CharterSide;

typedef struct {
  CharterText text;
  CharterBlocks why;
} CharterCell;

typedef struct {
  const char *id;
  CharterText text;
  gboolean drill;           /* its cells are cards of the sorting drill, and can be covered */
  const CharterCell *cells; /* one for each side, in the sides' order */
} CharterAspect;

struct _CharterComparison {
  const char *id;
  CharterText caption;
  const CharterSide *sides;
  guint n_sides;
  const CharterAspect *aspects;
  guint n_aspects;
  /* The same as an item of the kind classify, with the comparison's id; its cards have the ids ASPECT.SIDE.
   * NULL where no aspect is to be drilled. */
  const CharterItem *sorting;
};

/* A scenario or a bank: items in the order in which they are written. */
typedef struct {
  const char *id;
  const char *topic; /* ref, or NULL */
  const char *see;   /* ref, or NULL */
  gboolean is_scenario;
  CharterText title;
  CharterText summary;
  CharterBlocks situation; /* n_blocks is 0 for a bank */
  const CharterItem *const *items;
  guint n_items;
} CharterGroup;

typedef struct {
  const char *id;
  double start; /* 0 to 100 */
  CharterText text;
} CharterGauge;

typedef struct {
  guint gauge; /* an index into the case's gauges */
  double by;
} CharterEffect;

typedef enum { CHARTER_MOVE_BEST, CHARTER_MOVE_FAIR, CHARTER_MOVE_POOR } CharterMoveGrade;

/* As the format writes it: "best". */
const char *charter_move_grade_name (CharterMoveGrade grade);

typedef struct {
  const char *id;
  guint to; /* an index into the case's scenes */
  CharterMoveGrade grade;
  CharterText text;
  CharterBlocks why;
  const char *misconception;
  const CharterEffect *effects;
  guint n_effects;
} CharterMove;

/* A scene has moves; an ending has none. */
typedef struct {
  const char *id;
  CharterText title;
  CharterBlocks blocks;
  const CharterMove *moves;
  guint n_moves;
} CharterScene;

typedef struct {
  const char *id;
  const char *topic;
  const char *see;
  CharterText title;
  CharterText summary;
  const CharterGauge *gauges;
  guint n_gauges;
  const CharterScene *scenes; /* the first is where it begins; endings come last */
  guint n_scenes;
} CharterCase;

typedef enum { CHARTER_DRAW_PRACTICE, CHARTER_DRAW_MOCK, CHARTER_DRAW_ALL } CharterDrawReserve;

typedef struct {
  const char *from; /* a pack's id, or the ref of a bank or scenario */
  CharterDrawReserve reserve;
} CharterDraw;

typedef enum { CHARTER_SHARE_TOPIC, CHARTER_SHARE_APPROACH, CHARTER_SHARE_KIND } CharterShareOf;

typedef struct {
  CharterShareOf of;
  const char *value; /* ref of a topic, or names of approaches or kinds with one space between */
  double percent;
} CharterShare;

typedef enum { CHARTER_STAGE_SECTION, CHARTER_STAGE_BREAK, CHARTER_STAGE_WARN } CharterStageKind;

typedef struct {
  CharterStageKind kind;
  const char *id; /* section only */
  CharterText title;
  guint minutes;      /* break: its length; warn: minutes left */
  guint items, cases; /* section only; 0 where not given */
} CharterStage;

typedef struct {
  const char *id;
  guint minutes, items, unscored;
  double pass; /* per cent; negative where there is none */
  gboolean calculator;
  const char *sheet; /* ref of a lesson, or NULL */
  CharterText title;
  CharterText summary;
  const CharterSource *sources;
  guint n_sources;
  const CharterDraw *draws;
  guint n_draws;
  const CharterShare *shares;
  guint n_shares;
  const CharterStage *stages; /* sections, breaks and warnings in the order in which they are written */
  guint n_stages;
} CharterExam;

typedef struct {
  const char *id;
  const char *release;
  const char *language; /* BCP 47 */
  guint minor;          /* of the format */
  CharterText title;
  CharterText summary;
  const char *const *authors; /* NULL-terminated */
  const char *license;        /* or NULL */
  const CharterSource *sources;
  guint n_sources;
  const char *const *uses;           /* NULL-terminated pack ids */
  const CharterTopic *const *topics; /* parents before children */
  guint n_topics;
  const CharterMisconception *misconceptions;
  guint n_misconceptions;
  const CharterLesson *const *lessons;
  guint n_lessons;
  const CharterEntry *entries; /* the glossary */
  guint n_entries;
  const CharterGroup *const *groups; /* scenarios and banks */
  guint n_groups;
  const CharterCase *const *cases;
  guint n_cases;
  const CharterExam *exams;
  guint n_exams;
  const CharterItem *const *items; /* of all groups */
  guint n_items;
  guint n_set_aside; /* items, lessons and others left out because of their faults */
  GFile *folder;     /* where figures are looked for, or NULL */
} CharterPack;

CharterPack *charter_pack_ref (CharterPack *pack);
void charter_pack_unref (CharterPack *pack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterPack, charter_pack_unref)

/* Each finds by id; a ref into the pack itself ("pack#id") is taken as well. ref may be NULL.
 * Returns: (nullable) owned by the pack */
const CharterItem *charter_pack_find_item (const CharterPack *pack, const char *ref); /* comparisons' sorting too */
const CharterGroup *charter_pack_find_group (const CharterPack *pack, const char *ref);
const CharterLesson *charter_pack_find_lesson (const CharterPack *pack, const char *ref);
const CharterEntry *charter_pack_find_entry (const CharterPack *pack, const char *ref);
const CharterTopic *charter_pack_find_topic (const CharterPack *pack, const char *ref);
const CharterMisconception *charter_pack_find_misconception (const CharterPack *pack, const char *ref);
const CharterComparison *charter_pack_find_comparison (const CharterPack *pack, const char *ref);
const CharterCase *charter_pack_find_case (const CharterPack *pack, const char *ref);
const CharterExam *charter_pack_find_exam (const CharterPack *pack, const char *ref);

/* Whether it is a share of this topic, approach or kind, perhaps with others together. name: as in its value. */
gboolean charter_share_names (const CharterShare *share, const char *name);

/* Where a see leads: a section, or the first section of a lesson.
 * Returns: (nullable) owned by the pack */
const CharterSection *charter_pack_find_section (const CharterPack *pack, const char *ref);

/* What a check in a lesson asks. Returns: (nullable) owned by the pack; NULL also where it is kept for mocks */
const CharterItem *charter_pack_find_check (const CharterPack *pack, const char *ref);

/* How many of its items are not kept for mocks. */
guint charter_group_count_open (const CharterGroup *group);

G_END_DECLS
