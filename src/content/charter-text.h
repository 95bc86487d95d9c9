/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a stretch of running text is. A span's target is the ref of a term, the address of a link, the ref that a
 * see-link leads to, or the id of a blank; NULL for the others. */
typedef enum {
  CHARTER_SPAN_END, /* closes the array */
  CHARTER_SPAN_EM,
  CHARTER_SPAN_STRONG,
  CHARTER_SPAN_CODE,
  CHARTER_SPAN_TERM,
  CHARTER_SPAN_LINK,
  CHARTER_SPAN_SEE,
  CHARTER_SPAN_MATH,
  CHARTER_SPAN_BLANK, /* its text is one U+FFFC */
} CharterSpanKind;

typedef struct {
  CharterSpanKind kind;
  guint32 start;  /* bytes into the plain text */
  guint32 length; /* bytes */
  const char *target;
} CharterSpan;

/* INLINE: the words without their markup, white space folded, and the markup beside them. Spans stand in the order
 * in which they start, outer before inner, and properly nested; the array ends with CHARTER_SPAN_END and is NULL
 * where there is no markup. plain is never NULL in a loaded pack. */
typedef struct {
  const char *plain;
  const CharterSpan *spans;
} CharterText;

G_END_DECLS
