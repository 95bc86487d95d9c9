/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"

G_BEGIN_DECLS

/* What an exam is divided into: the topics that its profile gives shares of, each with its subtopics and what counts
 * as them, and where these
 * shares do not come to all of it, the rest. An exam without such shares is one domain. */
typedef struct {
  const char *title; /* the topic's, or its ref where its pack is not at hand; NULL for the rest */
  double weight;     /* of the exam, 0 to 1: together 1 */
} CharterDomain;

typedef struct _CharterDomains CharterDomains;

/* home: the exam's pack. exam: may be NULL, where the profile is gone. packs: (element-type CharterPack) those in which
 * topics are looked for besides home, may be NULL; all are kept alive. Returns: (transfer full) */
CharterDomains *charter_domains_new (CharterPack *home, const CharterExam *exam, GPtrArray *packs);
void charter_domains_free (CharterDomains *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterDomains, charter_domains_free)

guint charter_domains_get_n (const CharterDomains *self); /* at least 1 */
const CharterDomain *charter_domains_get (const CharterDomains *self, guint index);
/* The domain to which a topic belongs that an item of pack names, nearest first. ref: may be NULL.
 * Returns: FALSE where it belongs to none */
gboolean charter_domains_find (const CharterDomains *self, const CharterPack *pack, const char *ref, guint *index);
/* Whether a topic that an item of pack names is the one of that name (charter_pack_dup_name), below it, or counts as
 * it. ref: may be NULL. */
gboolean
charter_domains_is_within (const CharterDomains *self, const CharterPack *pack, const char *ref, const char *name);
/* Where a ref leads, over all packs at hand. Returns: (nullable) */
const CharterTopic *charter_domains_find_topic (const CharterDomains *self, const CharterPack *pack, const char *ref);

G_END_DECLS
