/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-arena-private.h"

#include <string.h>

#define FIRST_BLOCK (16u * 1024)
#define LARGEST_BLOCK (1024u * 1024)
#define ALIGNMENT sizeof (gpointer)

typedef struct _Block Block;
struct _Block {
  Block *older;
  gsize size;
};

struct _CharterArena {
  Block *newest;
  char *free;
  gsize left;
};

CharterArena *
charter_arena_new (void)
{
  return g_new0 (CharterArena, 1);
}

static void
free_blocks (Block *block)
{
  while (block)
    {
      Block *older = block->older;
      g_free (block);
      block = older;
    }
}

void
charter_arena_free (CharterArena *arena)
{
  free_blocks (arena->newest);
  g_free (arena);
}

void
charter_arena_reset (CharterArena *arena)
{
  Block *newest = arena->newest;

  if (!newest)
    return;
  free_blocks (g_steal_pointer (&newest->older));
  arena->free = (char *)(newest + 1);
  arena->left = newest->size;
}

/* Each block is twice as large as the one before, so that a small pack is small and a large one has few blocks. */
static void
add_block (CharterArena *arena, gsize needed)
{
  gsize size = arena->newest ? MIN (arena->newest->size * 2, LARGEST_BLOCK) : FIRST_BLOCK;
  Block *block;

  size = MAX (size, needed);
  block = g_malloc (sizeof (Block) + size);
  block->older = arena->newest;
  block->size = size;
  arena->newest = block;
  arena->free = (char *)(block + 1);
  arena->left = size;
}

static inline gpointer
take (CharterArena *arena, gsize size)
{
  gpointer taken;

  if (G_UNLIKELY (size > arena->left))
    add_block (arena, size);
  taken = arena->free;
  arena->free += size;
  arena->left -= size;
  return taken;
}

/* Strings are packed without gaps, so what follows one has to be aligned again. */
static inline void
align (CharterArena *arena)
{
  gsize gap = -(guintptr)arena->free & (ALIGNMENT - 1);

  if (gap > arena->left)
    arena->left = 0;
  else
    take (arena, gap);
}

gpointer
charter_arena_alloc (CharterArena *arena, gsize size)
{
  align (arena);
  return memset (take (arena, size), 0, size);
}

gpointer
charter_arena_memdup (CharterArena *arena, gconstpointer bytes, gsize size)
{
  if (size == 0)
    return NULL;
  align (arena);
  return memcpy (take (arena, size), bytes, size);
}

char *
charter_arena_strndup (CharterArena *arena, const char *string, gsize length)
{
  char *copy = take (arena, length + 1);

  memcpy (copy, string, length);
  copy[length] = '\0';
  return copy;
}

const char *
charter_arena_strdup (CharterArena *arena, const char *string)
{
  return string ? charter_arena_strndup (arena, string, strlen (string)) : NULL;
}

char *
charter_arena_reserve (CharterArena *arena, gsize length)
{
  return take (arena, length + 1);
}

void
charter_arena_trim (CharterArena *arena, char *reserved, gsize used)
{
  gsize surplus = arena->free - (reserved + used + 1);

  reserved[used] = '\0';
  arena->free -= surplus;
  arena->left += surplus;
}
