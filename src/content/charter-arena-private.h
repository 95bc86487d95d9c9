/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Memory that is given out piece by piece and freed all at once. */
typedef struct _CharterArena CharterArena;

CharterArena *charter_arena_new (void);
void charter_arena_free (CharterArena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterArena, charter_arena_free)

/* size bytes of zeros, aligned for any type. */
gpointer charter_arena_alloc (CharterArena *arena, gsize size);
#define charter_arena_new_n(arena, Type, n) ((Type *)charter_arena_alloc ((arena), sizeof (Type) * (n)))

/* A copy of length bytes with a NUL behind them. */
char *charter_arena_strndup (CharterArena *arena, const char *string, gsize length);
/* NULL for NULL. */
const char *charter_arena_strdup (CharterArena *arena, const char *string);
/* A copy of size bytes. */
gpointer charter_arena_memdup (CharterArena *arena, gconstpointer bytes, gsize size);

/* Room for length bytes and a NUL, to be written by the caller and then cut with trim to what was used. */
char *charter_arena_reserve (CharterArena *arena, gsize length);
void charter_arena_trim (CharterArena *arena, char *reserved, gsize used);

/* Everything given out so far may be given out again. */
void charter_arena_reset (CharterArena *arena);

G_END_DECLS
