/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What data/schema/charter-pack.rng says of elements and attributes; made from it when Charter is built. */
typedef struct {
  const char *parent; /* the element in which it stands; "" where the same is said of the name everywhere */
  const char *name;
  const char *help;
} CharterSchemaHelp;

/* Both end with a row whose name is NULL. */
extern const CharterSchemaHelp charter_schema_elements[];
extern const CharterSchemaHelp charter_schema_attributes[];
