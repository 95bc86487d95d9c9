/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-about.h"

#include <glib/gi18n.h>

static void
add_packs (GString *words, CharterLibrary *library)
{
  g_autoptr (GPtrArray) packs = charter_library_list_packs (library);

  for (guint i = 0; i < packs->len; i++)
    {
      CharterPack *pack = packs->pdata[i];

      g_string_append_printf (words, "Pack: %s %s (%s), %u items, %u set aside%s\n", pack->id, pack->release,
                              pack->language, pack->n_items, pack->n_set_aside,
                              charter_library_is_guest (library, pack) ? ", only looked at" : "");
    }
}

/* To be sent with a report, so it is in English, and names neither the person nor their folders. */
static char *
dup_debug_info (CharterApplication *app)
{
  GString *words = g_string_new (NULL);
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  CharterStudy *study = charter_application_get_study (app);

  g_string_append_printf (words, "Charter %s\n", CHARTER_VERSION);
  g_string_append_printf (words, "GTK %u.%u.%u, libadwaita %u.%u.%u, GLib %u.%u.%u\n", gtk_get_major_version (),
                          gtk_get_minor_version (), gtk_get_micro_version (), adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version (), glib_major_version, glib_minor_version,
                          glib_micro_version);
  g_string_append_printf (words, "System: %s\n", system != NULL ? system : "unknown");
  g_string_append_printf (words, "Display: %s\n", G_OBJECT_TYPE_NAME (gdk_display_get_default ()));
  g_string_append_printf (words, "Languages: %s\n", g_get_language_names ()[0]);
  g_string_append_printf (words, "Answers are kept: %s\n",
                          study == NULL                               ? "not known yet"
                          : charter_application_is_history_kept (app) ? "yes"
                                                                      : "no");
  add_packs (words, charter_application_get_library (app));
  return g_string_free (words, FALSE);
}

void
charter_show_about (CharterApplication *app, GtkWindow *parent)
{
  g_autofree char *debug = dup_debug_info (app);
  /* Not as the section's own copyright, which libadwaita 1.2 never frees. */
  g_autofree char *course
    = g_strconcat (_ ("© 2026 The Charter authors"), "\n\n",
                   _ ("The course and its questions may be used, changed and passed on under the licence "
                      "<a href=\"https://creativecommons.org/licenses/by-sa/4.0/\">CC BY-SA 4.0</a>. "
                      "What other packs allow is said in them."),
                   NULL);
  const char *authors[] = { _ ("The Charter authors"), NULL };
  AdwAboutWindow *about = g_object_new (
    ADW_TYPE_ABOUT_WINDOW, "transient-for", parent, "modal", TRUE, "application-name", _ ("Charter"),
    "application-icon", CHARTER_APP_ID, "version", CHARTER_VERSION, "developer-name", authors[0], "developers", authors,
    /* Translators: your names, one a line, each perhaps with an address: Ada Example <ada@example.org> */
    "translator-credits", _ ("translator-credits"), "copyright", _ ("© 2026 The Charter authors"), "license-type",
    GTK_LICENSE_GPL_3_0, "comments",
    _ ("Prepare for the PMP exam, or try a scenario that somebody gave you. Offline, with a reason for every answer."),
    "debug-info", debug, "debug-info-filename", "charter-debug-info.txt", NULL);

  adw_about_window_add_legal_section (about, _ ("Course and questions"), NULL, GTK_LICENSE_CUSTOM, course);
  adw_about_window_add_legal_section (
    about, _ ("Marks"), NULL, GTK_LICENSE_CUSTOM,
    _ ("PMP is a registered mark of the Project Management Institute, Inc., which has no part in Charter."));
  gtk_window_present (GTK_WINDOW (about));
}
