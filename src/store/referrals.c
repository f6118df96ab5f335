/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/referrals.h"

#include <string.h>

/* DESIGN: one query reads every client who was sent by somebody; the forest is built in memory. A ring of clients who sent
 * each other has no root: it is cut at the first of them by name, so that everybody stands in the tree once. */

#define NAMES_SENT 12

typedef struct _Node Node;

struct _Node {
  LimberReferralKind kind;
  char *id;
  char *name;
  char *email;
  Node *parent;
  GPtrArray *children;
  gboolean placed;
};

static void
node_free (gpointer data)
{
  Node *node = data;

  g_free (node->id);
  g_free (node->name);
  g_free (node->email);
  g_ptr_array_unref (node->children);
  g_free (node);
}

static void
referral_free (gpointer data)
{
  LimberReferral *referral = data;

  g_free (referral->id);
  g_free (referral->name);
  g_free (referral->email);
  g_free (referral->sent);
  g_free (referral);
}

static Node *
node_of (GHashTable *nodes, GPtrArray *order, LimberReferralKind kind, const char *id, const char *name, const char *email)
{
  g_autofree char *key = g_strdup_printf ("%d %s", kind, id != NULL ? id : name);
  Node *node = g_hash_table_lookup (nodes, key);

  if (node != NULL)
    return node;
  node = g_new0 (Node, 1);
  *node = (Node) { kind, g_strdup (id), g_strdup (name), g_strdup (email), NULL, g_ptr_array_new (), FALSE };
  g_hash_table_insert (nodes, g_steal_pointer (&key), node);
  g_ptr_array_add (order, node);
  return node;
}

static void
read_row (LimberStmt *stmt, GHashTable *nodes, GPtrArray *order)
{
  const char *client_id = limber_stmt_text (stmt, 3), *team_id = limber_stmt_text (stmt, 6);
  Node *sent = node_of (nodes, order, LIMBER_REFERRAL_CLIENT, limber_stmt_text (stmt, 0), limber_stmt_text (stmt, 1),
                        limber_stmt_text (stmt, 2));
  Node *by;

  if (client_id != NULL)
    by = node_of (nodes, order, LIMBER_REFERRAL_CLIENT, client_id, limber_stmt_text (stmt, 4), limber_stmt_text (stmt, 5));
  else if (team_id != NULL)
    by = node_of (nodes, order, LIMBER_REFERRAL_TEAM, team_id, limber_stmt_text (stmt, 7), NULL);
  else
    by = node_of (nodes, order, LIMBER_REFERRAL_OTHER, NULL, limber_stmt_text (stmt, 8), NULL);
  sent->parent = by;
  g_ptr_array_add (by->children, sent);
}

static guint
descendants (const Node *node, guint depth)
{
  guint n = node->children->len;

  /* No chain of people is as long; a ring would be. */
  for (guint i = 0; depth < 100 && i < node->children->len; i++)
    n += descendants (node->children->pdata[i], depth + 1);
  return n;
}

static char *
names_of (const Node *node)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (node->children->len, NAMES_SENT); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ((Node *) node->children->pdata[i])->name);
  if (node->children->len > NAMES_SENT)
    g_string_append (names, " …");
  return names->len > 0 ? g_strdup (names->str) : NULL;
}

static guint
place (GPtrArray *tree, Node *node, guint depth)
{
  LimberReferral *referral = g_new0 (LimberReferral, 1);
  guint total = 0;

  node->placed = TRUE;
  *referral = (LimberReferral) { node->kind, g_strdup (node->id), g_strdup (node->name), g_strdup (node->email), depth,
                                 node->children->len, 0, names_of (node) };
  g_ptr_array_add (tree, referral);
  for (guint i = 0; i < node->children->len; i++)
    if (!((Node *) node->children->pdata[i])->placed)
      total += 1 + place (tree, node->children->pdata[i], depth + 1);
  referral->total = total;
  return total;
}

static int
most_first (gconstpointer a, gconstpointer b)
{
  const Node *one = *(Node **) a, *two = *(Node **) b;
  guint n_one = descendants (one, 0), n_two = descendants (two, 0);

  if (n_one != n_two)
    return n_one > n_two ? -1 : 1;
  return g_utf8_collate (one->name, two->name);
}

/**
 * limber_referrals_load: Returns: (transfer full) (element-type LimberReferral): the tree line by line, each before those
 *   they sent; who brought most comes first
 */
gpointer
limber_referrals_load (LimberDb *db, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) tree = g_ptr_array_new_with_free_func (referral_free);
  g_autoptr (GHashTable) nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, node_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GError) failure = NULL;
  g_autoptr (LimberStmt) stmt =
    limber_db_query (db, error,
                     "SELECT c.id, c.name, c.email, r.id, r.name, r.email, t.id, t.name, c.referrer_text FROM client c "
                     "LEFT JOIN client r ON r.id = c.referrer_client_id LEFT JOIN team t ON t.id = c.referrer_team_id "
                     "WHERE c.referrer_client_id IS NOT NULL OR c.referrer_team_id IS NOT NULL "
                     "OR c.referrer_text IS NOT NULL ORDER BY c.sort_key, c.id", NULL);

  if (stmt == NULL)
    return NULL;
  while (limber_stmt_step (stmt, &failure))
    read_row (stmt, nodes, order);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  g_ptr_array_sort (order, most_first);
  for (guint i = 0; i < order->len; i++)
    if (((Node *) order->pdata[i])->parent == NULL)
      place (tree, order->pdata[i], 0);
  for (guint i = 0; i < order->len; i++)
    if (!((Node *) order->pdata[i])->placed)
      place (tree, order->pdata[i], 0);
  return g_steal_pointer (&tree);
}

static int
by_direct (gconstpointer a, gconstpointer b)
{
  const LimberReferral *one = *(LimberReferral **) a, *two = *(LimberReferral **) b;

  if (one->direct != two->direct)
    return one->direct > two->direct ? -1 : 1;
  return (int) two->total - (int) one->total;
}

/** limber_referrals_top: Returns: (transfer full) (element-type LimberReferral*): who sent most; borrows from @tree. */
GArray *
limber_referrals_top (GPtrArray *tree, guint n)
{
  GArray *top = g_array_new (FALSE, FALSE, sizeof (LimberReferral *));

  for (guint i = 0; i < tree->len; i++)
    if (((LimberReferral *) tree->pdata[i])->direct > 0)
      g_array_append_val (top, tree->pdata[i]);
  g_array_sort (top, by_direct);
  if (top->len > n)
    g_array_set_size (top, n);
  return top;
}
