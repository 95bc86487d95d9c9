/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-print-lesson.h"

#include "charter-print-blocks.h"
#include "charter-print-text.h"

CharterDocument *
charter_print_lesson_new (CharterPack *pack, const CharterLesson *lesson)
{
  g_autofree char *foot = g_strdup_printf ("%s · %s", pack->title.plain, lesson->title.plain);
  CharterDocument *document
    = charter_document_new (lesson->title.plain, foot, pack->language, charter_print_text_is_rtl (pack->title.plain));

  charter_document_add_words (document, CHARTER_STYLE_NOTE, pack->title.plain);
  charter_document_add_text (document, CHARTER_STYLE_TITLE, lesson->title);
  charter_document_add_text (document, CHARTER_STYLE_BODY, lesson->summary);
  for (guint i = 0; i < lesson->n_sections; i++)
    {
      charter_document_add_text (document, CHARTER_STYLE_HEADING, lesson->sections[i].title);
      charter_print_blocks (document, pack, lesson->sections[i].blocks);
    }
  return document;
}
