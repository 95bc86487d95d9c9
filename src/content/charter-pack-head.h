/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a pack's first start tag tells, without the rest being read. */
typedef struct {
  char *id;       /* or NULL */
  char *language; /* such as "en" or "pt-BR"; or NULL */
} CharterPackHead;

/* Both are NULL where the file can't be read or begins with no start tag. */
void charter_pack_head_read (CharterPackHead *head, GFile *file, GCancellable *cancellable);
void charter_pack_head_clear (CharterPackHead *head);

/* How well somebody reads a language: 0 for the best. languages: as of g_get_language_names(), the best first.
 * A language that is none of them, or NULL, comes last. */
guint charter_pack_head_rank (const CharterPackHead *head, const char *const *languages);

G_END_DECLS
