/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-figures.h"

#include <stdarg.h>

CharterFigures *
charter_figures_new (const char *first, ...)
{
  CharterFigures *self = g_new0 (CharterFigures, 1);
  va_list names;

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  va_start (names, first);
  for (const char *name = first; name != NULL; name = va_arg (names, const char *))
    g_ptr_array_add (self->names, g_strdup (name));
  va_end (names);
  return self;
}

void
charter_figures_free (CharterFigures *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
charter_figures_add (CharterFigures *self, char *first, ...)
{
  va_list cells;

  va_start (cells, first);
  for (char *cell = first; cell != NULL; cell = va_arg (cells, char *))
    g_ptr_array_add (self->cells, cell);
  va_end (cells);
  g_return_if_fail (self->cells->len % self->names->len == 0);
}
