/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-look.h"

#include "charter-shelf.h"
#include "charter-study.h"

const CharterStep *
charter_look_get_step (const CharterLook *look)
{
  return charter_path_get_step (charter_session_get_path (look->session), look->position);
}

const CharterItem *
charter_look_get_item (const CharterLook *look)
{
  return charter_look_get_step (look)->item;
}

CharterPack *
charter_look_get_pack (const CharterLook *look)
{
  return charter_look_get_step (look)->pack;
}

CharterResponse *
charter_look_get_response (const CharterLook *look)
{
  return charter_session_get_response (look->session, look->position);
}

CharterStand
charter_look_get_stand (const CharterLook *look)
{
  return charter_session_get_stand (look->session, look->position);
}

const CharterGroup *
charter_look_get_group (const CharterLook *look)
{
  return charter_pack_find_group (charter_look_get_pack (look), charter_look_get_item (look)->group);
}

gboolean
charter_look_has_hint (const CharterLook *look)
{
  return charter_look_get_item (look)->hint.n_blocks > 0 && !charter_look_is_exam (look);
}

gboolean
charter_look_is_number (const CharterLook *look)
{
  CharterItemKind kind = charter_look_get_item (look)->kind;

  return kind == CHARTER_ITEM_NUMBER || kind == CHARTER_ITEM_DRILL;
}

gboolean
charter_look_has_calculator (const CharterLook *look)
{
  const CharterExam *exam = charter_path_get_exam (charter_session_get_path (look->session));

  return exam != NULL ? exam->calculator : charter_look_is_number (look);
}

const CharterLesson *
charter_look_find_sheet (const CharterLook *look, CharterPack **pack)
{
  CharterPath *path = charter_session_get_path (look->session);
  const CharterExam *exam = charter_path_get_exam (path);
  const char *sheet = exam != NULL ? exam->sheet : NULL;

  *pack = charter_pack_follow (charter_path_get_pack (path), sheet);
  return *pack != NULL ? charter_pack_find_lesson (*pack, sheet) : NULL;
}

gboolean
charter_look_is_answered (const CharterLook *look)
{
  return charter_look_get_stand (look) == CHARTER_STAND_ANSWERED && !charter_look_is_exam (look);
}

gboolean
charter_look_is_back (const CharterLook *look)
{
  return look->position != charter_session_get_position (look->session);
}

gboolean
charter_look_is_exam (const CharterLook *look)
{
  return charter_session_get_mood (look->session) == CHARTER_MOOD_EXAM;
}

gboolean
charter_look_is_of_several (const CharterLook *look)
{
  return charter_study_is_built (look->session) || charter_path_is_form (charter_session_get_path (look->session));
}

gboolean
charter_look_is_lone (const CharterLook *look)
{
  return charter_session_get_n_steps (look->session) == 1 && !charter_look_is_of_several (look)
         && charter_path_get_group (charter_session_get_path (look->session)) == NULL;
}

CharterWay
charter_look_get_way (const CharterLook *look)
{
  if (charter_look_is_back (look))
    return CHARTER_WAY_BACK;
  if (charter_look_is_exam (look))
    return CHARTER_WAY_ON;
  if (!charter_look_is_answered (look))
    return CHARTER_WAY_CHECK;
  return charter_look_is_lone (look) ? CHARTER_WAY_LEAVE : CHARTER_WAY_ON;
}

static gboolean
can_be_shown (CharterSession *session, guint position)
{
  if (charter_session_get_mood (session) == CHARTER_MOOD_EXAM)
    return charter_session_can_go_to (session, position);
  return position == charter_session_get_position (session)
         || charter_session_get_stand (session, position) == CHARTER_STAND_ANSWERED;
}

int
charter_look_find (const CharterLook *look, int by)
{
  CharterSession *session = look->session;
  int n = (int)charter_session_get_n_steps (session);

  if (charter_session_get_stand (session, charter_session_get_position (session)) == CHARTER_STAND_LOCKED)
    return -1;
  for (int i = (int)look->position + by; i >= 0 && i < n; i += by)
    if (can_be_shown (session, (guint)i))
      return i;
  return -1;
}
