/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-problem-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-line.h"
#include "charter-rows.h"

/* What begins with an attribute as it is written (id="…") stays so: XML tells small letters from large ones. */
static char *
begin_large (const char *words)
{
  gboolean quoted = words[strcspn (words, " =")] == '=';

  return quoted ? g_strdup (words) : charter_line_begin_large (words);
}

/* Either may be missing. */
static char *
dup_rest (const CharterDiagnostic *diagnostic)
{
  const char *const sentences[] = { diagnostic->expected, diagnostic->mend };
  GString *rest = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *sentence = sentences[i] != NULL ? begin_large (sentences[i]) : NULL;

      if (sentence != NULL)
        g_string_append_printf (rest, "%s%s.", rest->len > 0 ? " " : "", sentence);
    }
  return g_string_free (rest, FALSE);
}

static const struct {
  const char *icon, *style, *words;
} looks[] = {
  [CHARTER_SEVERITY_ERROR] = { "cross-circle-symbolic", "error", N_ ("Error") },
  [CHARTER_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning", N_ ("Warning") },
  [CHARTER_SEVERITY_ADVICE] = { "lightbulb-symbolic", "explanation", N_ ("Advice") },
};

static void
add_icon (AdwActionRow *row, CharterSeverity severity)
{
  GtkWidget *icon = charter_row_add_icon (row, looks[severity].icon);

  gtk_widget_add_css_class (icon, looks[severity].style);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (looks[severity].words), -1);
}

static void
add_place (AdwActionRow *row, const CharterDiagnostic *diagnostic)
{
  g_autofree char *words = diagnostic->line > 0 ? g_strdup_printf (_ ("Line %u"), diagnostic->line) : g_strdup ("");
  GtkWidget *place = gtk_label_new (words);

  gtk_widget_add_css_class (place, "numeric");
  gtk_widget_add_css_class (place, "explanation");
  adw_action_row_add_suffix (row, place);
}

AdwActionRow *
charter_problem_row_new (const CharterDiagnostic *diagnostic)
{
  g_autofree char *found = begin_large (diagnostic->found);
  g_autofree char *rest = dup_rest (diagnostic);
  AdwActionRow *row = charter_row_new (NULL, found, rest);

  add_icon (row, diagnostic->severity);
  add_place (row, diagnostic);
  return row;
}
