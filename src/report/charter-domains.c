/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-domains.h"

#include "charter-shelf.h"

#include <string.h>

#define NEARLY_ALL (1 - 1e-9)

struct _CharterDomains {
  GPtrArray *packs; /* home first */
  GArray *domains;  /* CharterDomain */
  GPtrArray *names; /* "pack#topic" of each domain, in their order; "" for the rest */
};

/* ---- names of topics, the same from every pack ---- */

static const CharterPack *
find_pack (const CharterDomains *self, const char *name)
{
  gsize length = strcspn (name, "#");

  for (guint i = 0; i < self->packs->len; i++)
    {
      const CharterPack *pack = g_ptr_array_index (self->packs, i);

      if (strlen (pack->id) == length && strncmp (pack->id, name, length) == 0)
        return pack;
    }
  return NULL;
}

const CharterTopic *
charter_domains_find_topic (const CharterDomains *self, const CharterPack *pack, const char *ref)
{
  g_autofree char *name = ref != NULL ? charter_pack_dup_name (pack, ref) : NULL;
  const CharterPack *owner = name != NULL ? find_pack (self, name) : NULL;

  return owner != NULL ? charter_pack_find_topic (owner, name) : NULL;
}

/* ---- making ---- */

static void
add_domain (CharterDomains *self, const char *name, const char *title, double weight)
{
  const CharterDomain domain = { title, weight };

  g_array_append_val (self->domains, domain);
  g_ptr_array_add (self->names, g_strdup (name));
}

static void
add_share (CharterDomains *self, CharterPack *home, const CharterShare *share)
{
  const CharterTopic *topic = charter_domains_find_topic (self, home, share->value);
  g_autofree char *name = charter_pack_dup_name (home, share->value);

  add_domain (self, name, topic != NULL ? topic->title.plain : share->value, share->percent / 100);
}

CharterDomains *
charter_domains_new (CharterPack *home, const CharterExam *exam, GPtrArray *packs)
{
  CharterDomains *self = g_new0 (CharterDomains, 1);
  double sum = 0;

  self->packs = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);
  self->domains = g_array_new (FALSE, FALSE, sizeof (CharterDomain));
  self->names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->packs, charter_pack_ref (home));
  for (guint i = 0; packs != NULL && i < packs->len; i++)
    g_ptr_array_add (self->packs, charter_pack_ref (packs->pdata[i]));
  for (guint i = 0; exam != NULL && i < exam->n_shares; i++)
    if (exam->shares[i].of == CHARTER_SHARE_TOPIC)
      {
        add_share (self, home, &exam->shares[i]);
        sum += exam->shares[i].percent / 100;
      }
  if (sum < NEARLY_ALL)
    add_domain (self, "", NULL, 1 - sum);
  return self;
}

void
charter_domains_free (CharterDomains *self)
{
  g_ptr_array_unref (self->packs);
  g_ptr_array_unref (self->names);
  g_array_unref (self->domains);
  g_free (self);
}

guint
charter_domains_get_n (const CharterDomains *self)
{
  return self->domains->len;
}

const CharterDomain *
charter_domains_get (const CharterDomains *self, guint index)
{
  g_return_val_if_fail (index < self->domains->len, NULL);

  return &g_array_index (self->domains, CharterDomain, index);
}

static gboolean
find_name (const CharterDomains *self, const char *name, guint *index)
{
  return g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, index);
}

/* A topic's names from itself upward: what it is below, and what these count as in other packs. A name is gone through
 * once, so that packs that count as each other come to an end. */
static GPtrArray *
list_upward (const CharterDomains *self, const CharterPack *pack, const char *ref)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (names, charter_pack_dup_name (pack, ref));
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      const CharterPack *owner = find_pack (self, name);
      const CharterTopic *topic = owner != NULL ? charter_pack_find_topic (owner, name) : NULL;
      const char *const above[] = { topic != NULL && topic->parent != NULL ? topic->parent->id : NULL,
                                    topic != NULL ? topic->counts_as : NULL };

      for (guint j = 0; j < G_N_ELEMENTS (above); j++)
        {
          g_autofree char *next = above[j] != NULL ? charter_pack_dup_name (owner, above[j]) : NULL;

          if (next != NULL && !g_ptr_array_find_with_equal_func (names, next, g_str_equal, NULL))
            g_ptr_array_add (names, g_steal_pointer (&next));
        }
    }
  return names;
}

gboolean
charter_domains_find (const CharterDomains *self, const CharterPack *pack, const char *ref, guint *index)
{
  g_autoptr (GPtrArray) names = ref != NULL ? list_upward (self, pack, ref) : NULL;

  for (guint i = 0; names != NULL && i < names->len; i++)
    if (find_name (self, names->pdata[i], index))
      return TRUE;
  return find_name (self, "", index);
}

gboolean
charter_domains_is_within (const CharterDomains *self, const CharterPack *pack, const char *ref, const char *name)
{
  g_autoptr (GPtrArray) names = ref != NULL ? list_upward (self, pack, ref) : NULL;

  return names != NULL && g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL);
}
