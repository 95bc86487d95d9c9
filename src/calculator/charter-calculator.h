/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The calculator that lies on a candidate's desk: four functions, per cent, square root and a memory, worked out in the
 * order in which the keys are pressed, as a pocket calculator does: 2 + 3 × 4 = 20.
 *
 *   Exact     A number is a fraction of two whole numbers. 0.1 + 0.2 is 0.3, and 1 ÷ 3 × 3 is 1.
 *   Rounded   Only a root that is no fraction, to 40 decimals, and fractions that have become too long to keep whole,
 *             to as many; and what is shown, to CHARTER_CALCULATOR_DIGITS digits in all, a half away from 0.
 *   Per cent  After + and −, of the number before it: 200 + 10 % = 220. Else a hundredth.
 *   Faults    What can't be shown or is no number. Then only C goes on. The memory keeps what it had. */
#define CHARTER_CALCULATOR_DIGITS 12

typedef enum {
  CHARTER_CALCULATOR_0, /* to 9: in this order */
  CHARTER_CALCULATOR_9 = CHARTER_CALCULATOR_0 + 9,
  CHARTER_CALCULATOR_MARK,
  CHARTER_CALCULATOR_SIGN,
  CHARTER_CALCULATOR_BACKSPACE, /* takes back a digit that was typed */
  CHARTER_CALCULATOR_CLEAR,     /* all but the memory */
  CHARTER_CALCULATOR_ADD,
  CHARTER_CALCULATOR_SUBTRACT,
  CHARTER_CALCULATOR_MULTIPLY,
  CHARTER_CALCULATOR_DIVIDE,
  CHARTER_CALCULATOR_EQUALS,
  CHARTER_CALCULATOR_PERCENT,
  CHARTER_CALCULATOR_ROOT,
  CHARTER_CALCULATOR_MEMORY_CLEAR,
  CHARTER_CALCULATOR_MEMORY_RECALL,
  CHARTER_CALCULATOR_MEMORY_SUBTRACT,
  CHARTER_CALCULATOR_MEMORY_ADD,
  CHARTER_CALCULATOR_N_KEYS,
} CharterCalculatorKey;

typedef enum {
  CHARTER_CALCULATOR_FAULT_NONE,
  CHARTER_CALCULATOR_FAULT_DIVISION, /* by 0 */
  CHARTER_CALCULATOR_FAULT_ROOT,     /* of a number below 0 */
  CHARTER_CALCULATOR_FAULT_SIZE,     /* more digits before the mark than can be shown */
} CharterCalculatorFault;

typedef struct _CharterCalculator CharterCalculator;

CharterCalculator *charter_calculator_new (void);
void charter_calculator_free (CharterCalculator *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterCalculator, charter_calculator_free)

void charter_calculator_press (CharterCalculator *self, CharterCalculatorKey key);

/* What is shown: digits with a full stop and a hyphen, such as "-21.6"; while it is typed as it is typed, such as
 * "21." or "0.50"; "0" where there is a fault. Returns: (transfer full) */
char *charter_calculator_dup_digits (CharterCalculator *self);
CharterCalculatorFault charter_calculator_get_fault (CharterCalculator *self);
/* Whether what is shown is only near what it stands for. */
gboolean charter_calculator_is_rounded (CharterCalculator *self);
/* The function that waits for its second number; N_KEYS for none. */
CharterCalculatorKey charter_calculator_get_pending (CharterCalculator *self);
/* Whether the memory holds anything but 0. */
gboolean charter_calculator_has_memory (CharterCalculator *self);
/* Whether C would change anything. */
gboolean charter_calculator_can_clear (CharterCalculator *self);

G_END_DECLS
