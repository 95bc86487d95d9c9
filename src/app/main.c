/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>

#include "charter-application.h"

/* Somewhere else where a translator tries a catalogue, or a test a made-up one. */
static const char *
find_translations (void)
{
  const char *elsewhere = g_getenv ("CHARTER_LOCALEDIR");

  return elsewhere != NULL ? elsewhere : CHARTER_LOCALEDIR;
}

int
main (int argc, char **argv)
{
  g_autoptr (CharterApplication) app = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, find_translations ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  app = charter_application_new ();
  return g_application_run (G_APPLICATION (app), argc, argv);
}
