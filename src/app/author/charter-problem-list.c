/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-problem-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-mend.h"
#include "charter-problem-row.h"
#include "charter-rows.h"
#include "charter-widget.h"

#define SHOWN_AT_MOST 200 /* of each: more would help nobody */
#define LEAST_HEIGHT 44   /* px, of a list: how long it is */

typedef struct {
  GPtrArray *told; /* of CharterDiagnostic, or NULL */
  GtkListBox *list;
  GtkWidget *group;
  GtkLabel *heading;
} Part;

struct _CharterProblemList {
  AdwBin parent_instance;

  GtkScrolledWindow *scroll;
  Part problems, advice;
  GtkWidget *all_well;
  const CharterOutline *outline; /* of what is being shown, borrowed */
};

G_DEFINE_FINAL_TYPE (CharterProblemList, charter_problem_list, ADW_TYPE_BIN)

enum { CHOSEN, MEND, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- rows ---- */

static void
on_mend (CharterProblemList *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  g_signal_emit (self, signals[MEND], 0, (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

/* Where it is safe; the problem says what will then stand there. */
static void
add_mend (CharterProblemList *self, AdwActionRow *row, const CharterDiagnostic *diagnostic)
{
  GtkWidget *button;

  if (diagnostic->severity == CHARTER_SEVERITY_ADVICE || !charter_mend_is_safe (self->outline, diagnostic))
    return;
  button = gtk_button_new_with_label (_ ("Mend"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_mend), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
make_row (CharterProblemList *self, const CharterDiagnostic *diagnostic)
{
  AdwActionRow *row = charter_problem_row_new (diagnostic);

  gtk_widget_add_css_class (GTK_WIDGET (row), "problem");
  add_mend (self, row, diagnostic);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return GTK_WIDGET (row);
}

/* ---- lists that stay as they are where nothing is new ---- */

static gboolean
is_same (const CharterDiagnostic *a, const CharterDiagnostic *b)
{
  return a->line == b->line && a->column == b->column && a->severity == b->severity && strcmp (a->found, b->found) == 0
         && strcmp (a->expected, b->expected) == 0 && strcmp (a->mend, b->mend) == 0;
}

static guint
count_shown (const GPtrArray *told)
{
  return told != NULL ? MIN (told->len, SHOWN_AT_MOST) : 0;
}

/* The rows in which old and new differ are replaced, from the first on that does to the last. */
static void
update_rows (CharterProblemList *self, Part *part, GPtrArray *told)
{
  guint before = count_shown (part->told), now = count_shown (told), same = 0, same_end = 0;

  while (same < MIN (before, now) && is_same (part->told->pdata[same], told->pdata[same]))
    same++;
  while (same_end < MIN (before, now) - same
         && is_same (part->told->pdata[before - 1 - same_end], told->pdata[now - 1 - same_end]))
    same_end++;
  for (guint i = same; i < before - same_end; i++)
    gtk_list_box_remove (part->list, GTK_WIDGET (gtk_list_box_get_row_at_index (part->list, (int)same)));
  for (guint i = same; i < now - same_end; i++)
    gtk_list_box_insert (part->list, make_row (self, told->pdata[i]), (int)i);
}

static char *
dup_problems_heading (guint n)
{
  return g_strdup_printf (ngettext ("%'u Problem", "%'u Problems", n), n);
}

static char *
dup_advice_heading (guint n)
{
  return g_strdup_printf (ngettext ("%'u Piece of Advice", "%'u Pieces of Advice", n), n);
}

static void
update (CharterProblemList *self, Part *part, GPtrArray *told, char *heading)
{
  gtk_label_set_label (part->heading, heading);
  g_free (heading);
  update_rows (self, part, told);
  g_ptr_array_ref (told);
  g_clear_pointer (&part->told, g_ptr_array_unref);
  part->told = told;
  gtk_widget_set_visible (part->group, told->len > 0);
}

static gboolean
is_empty (const Part *part)
{
  return part->told == NULL || part->told->len == 0;
}

gboolean
charter_problem_list_is_empty (CharterProblemList *self)
{
  g_return_val_if_fail (CHARTER_IS_PROBLEM_LIST (self), TRUE);
  return is_empty (&self->problems) && is_empty (&self->advice);
}

/* A single line is seen whole, however large its letters are; of a list at least how long it is. */
static void
fit (CharterProblemList *self)
{
  gboolean empty = charter_problem_list_is_empty (self);

  gtk_scrolled_window_set_policy (self->scroll, GTK_POLICY_NEVER, empty ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (self->scroll, empty ? -1 : LEAST_HEIGHT);
}

void
charter_problem_list_show (CharterProblemList *self, CharterProof *proof, GPtrArray *advice)
{
  GPtrArray *problems = proof->problems;

  g_return_if_fail (CHARTER_IS_PROBLEM_LIST (self));
  self->outline = proof->outline;
  update (self, &self->problems, problems, dup_problems_heading (problems->len));
  if (advice != NULL)
    update (self, &self->advice, advice, dup_advice_heading (advice->len));
  gtk_widget_set_visible (self->all_well, problems->len == 0);
  fit (self);
  self->outline = NULL;
}

/* ---- going to one ---- */

static gboolean
is_behind (const CharterDiagnostic *diagnostic, guint line, guint column)
{
  return diagnostic->line > line || (diagnostic->line == line && diagnostic->column > column);
}

static gboolean
is_before (const CharterDiagnostic *diagnostic, guint line, guint column)
{
  return diagnostic->line < line || (diagnostic->line == line && diagnostic->column < column);
}

const CharterDiagnostic *
charter_problem_list_find_next (CharterProblemList *self, guint line, guint column, gboolean backward)
{
  GPtrArray *told
    = self->problems.told != NULL && self->problems.told->len > 0 ? self->problems.told : self->advice.told;

  if (told == NULL || told->len == 0)
    return NULL;
  for (guint i = 0; i < told->len; i++)
    {
      const CharterDiagnostic *one = told->pdata[backward ? told->len - 1 - i : i];

      if (backward ? is_before (one, line, column) : is_behind (one, line, column))
        return one;
    }
  return told->pdata[backward ? told->len - 1 : 0];
}

static void
on_activated (CharterProblemList *self, GtkListBoxRow *row, GtkListBox *list)
{
  Part *part = list == self->problems.list ? &self->problems : &self->advice;
  const CharterDiagnostic *diagnostic = part->told->pdata[gtk_list_box_row_get_index (row)];

  g_signal_emit (self, signals[CHOSEN], 0, diagnostic->line, diagnostic->column);
}

/* ---- its life ---- */

static void
charter_problem_list_dispose (GObject *object)
{
  CharterProblemList *self = CHARTER_PROBLEM_LIST (object);

  g_clear_pointer (&self->problems.told, g_ptr_array_unref);
  g_clear_pointer (&self->advice.told, g_ptr_array_unref);
  G_OBJECT_CLASS (charter_problem_list_parent_class)->dispose (object);
}

static void
charter_problem_list_class_init (CharterProblemListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = charter_problem_list_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[MEND] = g_signal_new ("mend", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_UINT);
}

static void
make_part (CharterProblemList *self, Part *part, GtkBox *box)
{
  GtkWidget *heading = gtk_label_new (NULL);

  part->group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  part->heading = GTK_LABEL (heading);
  part->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_label_set_xalign (part->heading, 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (GTK_WIDGET (part->list), "boxed-list");
  gtk_list_box_set_selection_mode (part->list, GTK_SELECTION_NONE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (part->list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  g_signal_connect_swapped (part->list, "row-activated", G_CALLBACK (on_activated), self);
  gtk_box_append (GTK_BOX (part->group), heading);
  gtk_box_append (GTK_BOX (part->group), GTK_WIDGET (part->list));
  gtk_widget_set_visible (part->group, FALSE);
  gtk_box_append (box, part->group);
}

static GtkWidget *
make_all_well (void)
{
  GtkWidget *label = gtk_label_new (_ ("No problems: the pack can be used as it is."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "explanation");
  return label;
}

static void
charter_problem_list_init (CharterProblemList *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_add_css_class (box, "problems");
  self->all_well = make_all_well ();
  gtk_box_append (GTK_BOX (box), self->all_well);
  make_part (self, &self->problems, GTK_BOX (box));
  make_part (self, &self->advice, GTK_BOX (box));
  self->scroll = GTK_SCROLLED_WINDOW (scroll);
  fit (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), box);
  adw_bin_set_child (ADW_BIN (self), scroll);
}

GtkWidget *
charter_problem_list_new (void)
{
  return g_object_new (CHARTER_TYPE_PROBLEM_LIST, NULL);
}
