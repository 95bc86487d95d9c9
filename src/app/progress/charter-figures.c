/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-figures.h"

CharterFigures *
charter_figures_new (const char *const *names, guint n)
{
  CharterFigures *self = g_new0 (CharterFigures, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->names, g_strdup (names[i]));
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
charter_figures_add (CharterFigures *self, char *const *cells)
{
  g_return_if_fail (g_strv_length ((char **)cells) == self->names->len);

  for (guint i = 0; cells[i] != NULL; i++)
    g_ptr_array_add (self->cells, cells[i]);
}
