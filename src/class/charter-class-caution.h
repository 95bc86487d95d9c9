/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Below how many learners a figure says little, why, and who says so. */
typedef enum {
  CHARTER_CLASS_FACILITY,
  CHARTER_CLASS_DISCRIMINATION, /* and efficiency */
  CHARTER_CLASS_THIRDS,
  CHARTER_CLASS_DISTRACTORS, /* those nobody chooses */
  CHARTER_CLASS_CONFIDENCE,
  CHARTER_CLASS_TIME,
  CHARTER_CLASS_CONSISTENCY, /* error ratio and standard error */
} CharterClassKind;

#define CHARTER_CLASS_N_KINDS 7

typedef struct {
  const char *name;   /* in files: "facility" */
  guint least;        /* with so many or more it is not small */
  const char *title;  /* of the figure, for people; marked for translation, like reason */
  const char *reason; /* a sentence */
  const char *source;
} CharterClassCaution;

const CharterClassCaution *charter_class_caution_get (CharterClassKind kind);
gboolean charter_class_is_small (CharterClassKind kind, guint n);
/* “Facility: fewer than 12 learners. Why.” Returns: (transfer full) */
char *charter_class_caution_dup_words (CharterClassKind kind);

G_END_DECLS
