/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-checkup.h"

G_BEGIN_DECLS

/* What a running Charter, which holds a history for itself, is asked to do with it. */
typedef enum {
  TOOL_BUS_DONE,
  TOOL_BUS_FAILED, /* error is set */
  TOOL_BUS_NOBODY, /* no Charter that holds this history is running */
} ToolBusAnswer;

/* path: of the history. Where it does not agree, error is G_IO_ERROR_INVALID_DATA. */
ToolBusAnswer tool_bus_verify (const char *path, CharterCheckup *checkup, GError **error);
ToolBusAnswer tool_bus_back_up (const char *path, GError **error);

G_END_DECLS
