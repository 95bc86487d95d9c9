/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-backup-words.h"

#include <glib/gi18n.h>

char *
charter_backup_words_dup_when (const CharterBackupFile *backup)
{
  g_autofree char *text = g_strdup_printf ("%sT%s", backup->date, backup->time != NULL ? backup->time : "12:00:00");
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) when = g_date_time_new_from_iso8601 (text, zone);

  if (when == NULL)
    return g_strdup (backup->date);
  if (backup->time == NULL)
    return g_date_time_format (when, _ ("%-d %B %Y"));
  /* Translators: a date and time for g_date_time_format(). */
  return g_date_time_format (when, _ ("%-d %B %Y, %H:%M"));
}

static const char *
get_reason (CharterBackupKind kind)
{
  switch (kind)
    {
    case CHARTER_BACKUP_ASKED:
      return _ ("Made by you");
    case CHARTER_BACKUP_MIGRATION:
      return _ ("Before a new release changed the file");
    case CHARTER_BACKUP_ASIDE:
      return _ ("Set aside when another was restored");
    case CHARTER_BACKUP_DAILY:
    default:
      return _ ("Of that day");
    }
}

char *
charter_backup_words_dup_what (const CharterBackupFile *backup, guint64 size)
{
  g_autofree char *bytes = g_format_size (size);
  g_autofree char *answers = NULL;

  if (backup->n_answers < 0)
    return g_strdup (_ ("Can’t be read"));
  answers
    = g_strdup_printf (ngettext ("%'u answer", "%'u answers", (gulong)backup->n_answers), (guint)backup->n_answers);
  return g_strjoin (" · ", get_reason (backup->kind), answers, bytes, NULL);
}
