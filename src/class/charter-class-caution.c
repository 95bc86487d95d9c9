/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-caution.h"

#include <glib/gi18n-lib.h>

static const CharterClassCaution cautions[CHARTER_CLASS_N_KINDS] = {
  /* Wilson's interval of one half is .509 wide with 11, .492 with 12. */
  [CHARTER_CLASS_FACILITY]
  = { "facility", 12, N_ ("Facility"),
      N_ ("With fewer, the range in which the facility of a question of middle difficulty lies is as wide as half of "
          "all there is."),
      "Wilson 1927" },
  /* The least correlation that two-sided 5 % tell from none: .404 with 24, .396 with 25. */
  [CHARTER_CLASS_DISCRIMINATION]
  = { "discrimination", 25, N_ ("Discrimination and efficiency"),
      N_ ("With fewer, even a discrimination of 40, which is called very good, can’t be told from none."),
      "Fisher 1921; Ebel & Frisbie 1991" },
  [CHARTER_CLASS_THIRDS]
  = { "thirds", 36, N_ ("Best and weakest third"),
      N_ ("With fewer, each third is smaller than the 12 learners from whom a share can be told."), "Wilson 1927" },
  /* .95 to the power of 59 is below .05 first. */
  [CHARTER_CLASS_DISTRACTORS]
  = { "distractors", 59, N_ ("Distractors that do nothing"),
      N_ ("With fewer, an option that nobody chose may still be chosen by 1 in 20 of a larger class."),
      "Hanley & Lippman-Hand 1983" },
  [CHARTER_CLASS_CONFIDENCE]
  = { "confidence", 12, N_ ("How sure"),
      N_ ("With fewer, the range in which the share of right answers lies is as wide as half of all there is."),
      "Wilson 1927" },
  /* The range of all times holds a quartile with 1 − .75ⁿ − .25ⁿ: .944 with 10, .958 with 11. */
  [CHARTER_CLASS_TIME]
  = { "time", 11, N_ ("Time"),
      N_ ("With fewer, not even the range of all times that were taken holds the quartiles of a larger class in 19 of "
          "20 such classes."),
      "Hahn & Meeker 1991" },
  [CHARTER_CLASS_CONSISTENCY]
  = { "consistency", 30, N_ ("Internal consistency"),
      N_ ("With fewer it is not to be relied on at all; with 30 to 300 only where the questions have much in common."),
      "Yurdugül 2008" },
};

const CharterClassCaution *
charter_class_caution_get (CharterClassKind kind)
{
  return &cautions[kind];
}

gboolean
charter_class_is_small (CharterClassKind kind, guint n)
{
  return n < cautions[kind].least;
}

char *
charter_class_caution_dup_words (CharterClassKind kind)
{
  const CharterClassCaution *caution = &cautions[kind];

  /* Translators: a figure’s name, a number of learners, a sentence about it, and who says so. */
  return g_strdup_printf (_ ("%s: says little with fewer than %u learners. %s (%s)"), _ (caution->title),
                          caution->least, _ (caution->reason), caution->source);
}
