/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-kind-row.h"

#include <glib/gi18n.h>

#include "charter-item-words.h"
#include "charter-rows.h"

#define NO_KIND (1u << CHARTER_N_ITEM_KINDS)

struct _CharterKindRow {
  AdwExpanderRow parent_instance;

  GtkCheckButton *checks[CHARTER_N_ITEM_KINDS]; /* NULL for kinds that the pack has not */
};

G_DEFINE_FINAL_TYPE (CharterKindRow, charter_kind_row, ADW_TYPE_EXPANDER_ROW)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
show (CharterKindRow *self)
{
  guint n = 0, n_ticked = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < CHARTER_N_ITEM_KINDS; i++)
    if (self->checks[i] != NULL)
      {
        n++;
        n_ticked += gtk_check_button_get_active (self->checks[i]);
      }
  words = g_strdup_printf (_ ("%'u of %'u"), n_ticked, n);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), n_ticked == n ? _ ("All") : words);
}

static void
on_toggled (CharterKindRow *self)
{
  show (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
charter_kind_row_class_init (CharterKindRowClass *klass)
{
  signals[CHANGED]
    = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
charter_kind_row_init (CharterKindRow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Kinds of Question"));
}

static guint
count_items (const CharterPack *pack, CharterItemKind kind)
{
  guint n = 0;

  for (guint i = 0; i < pack->n_items; i++)
    n += pack->items[i]->kind == kind && !pack->items[i]->reserved;
  return n;
}

static void
add_kind (CharterKindRow *self, CharterItemKind kind, guint n, gboolean active)
{
  AdwActionRow *row = charter_tick_row_new (charter_item_words_get_kind (kind), n, 0, &self->checks[kind]);

  gtk_check_button_set_active (self->checks[kind], active);
  g_signal_connect_swapped (self->checks[kind], "toggled", G_CALLBACK (on_toggled), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
}

GtkWidget *
charter_kind_row_new (const CharterPack *pack, guint kinds)
{
  CharterKindRow *self = g_object_new (CHARTER_TYPE_KIND_ROW, NULL);

  for (guint i = 0; i < CHARTER_N_ITEM_KINDS; i++)
    {
      guint n = count_items (pack, i);

      if (n > 0)
        add_kind (self, i, n, kinds == 0 || (kinds & 1u << i) != 0);
    }
  show (self);
  return GTK_WIDGET (self);
}

guint
charter_kind_row_get_kinds (CharterKindRow *self)
{
  guint kinds = 0;
  gboolean all = TRUE;

  for (guint i = 0; i < CHARTER_N_ITEM_KINDS; i++)
    if (self->checks[i] != NULL && gtk_check_button_get_active (self->checks[i]))
      kinds |= 1u << i;
    else if (self->checks[i] != NULL)
      all = FALSE;
  if (all)
    return 0;
  return kinds != 0 ? kinds : NO_KIND;
}
