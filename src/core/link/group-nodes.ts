/** How a node fits a group: a score above 0 joins it, with the reason in plain words. */
export interface Fit {
  readonly score: number;
  readonly reason: string;
}

export interface NodeGroup<Node> {
  readonly nodes: Node[];
  /** Why each node is in the group, one a node; the founder's is empty. */
  readonly reasons: string[];
}

/** Groups looked at closely for each node. */
const MOST_CANDIDATES = 24;
/** A key in more groups than this is too common to find candidates by. */
const MOST_HOLDERS = 200;

/**
 * Groups nodes in the order given: each joins the group that it fits best, or founds its own. `judge` sees a node
 * beside the whole group, so that no group grows by chain alone. Candidates come from shared keys, so the cost is
 * near linear.
 */
export function groupNodes<Node>(
  nodes: readonly Node[],
  keysOf: (node: Node) => Iterable<string>,
  judge: (node: Node, group: readonly Node[]) => Fit | null,
): NodeGroup<Node>[] {
  const groups: NodeGroup<Node>[] = [];
  const holders = new Map<string, number[]>();
  for (const node of nodes) {
    const keys = new Set(keysOf(node));
    const found = findBest(node, candidatesOf(keys, holders), groups, judge);
    const index = found?.index ?? groups.length;
    if (found) {
      groups[index]!.nodes.push(node);
      groups[index]!.reasons.push(found.reason);
    } else {
      groups.push({ nodes: [node], reasons: [""] });
    }
    for (const key of keys) {
      const held = holders.get(key);
      if (!held) holders.set(key, [index]);
      else if (held.at(-1) !== index && held.length < MOST_HOLDERS && !held.includes(index)) held.push(index);
    }
  }
  return groups;
}

/** Groups that share most keys with the node, latest first among equals. */
function candidatesOf(keys: ReadonlySet<string>, holders: ReadonlyMap<string, readonly number[]>): number[] {
  const hits = new Map<number, number>();
  for (const key of keys) {
    for (const index of holders.get(key) ?? []) hits.set(index, (hits.get(index) ?? 0) + 1);
  }
  return [...hits]
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, MOST_CANDIDATES)
    .map(([index]) => index);
}

function findBest<Node>(
  node: Node,
  candidates: readonly number[],
  groups: readonly NodeGroup<Node>[],
  judge: (node: Node, group: readonly Node[]) => Fit | null,
): { index: number; score: number; reason: string } | null {
  let best: { index: number; score: number; reason: string } | null = null;
  for (const index of candidates) {
    const found = judge(node, groups[index]!.nodes);
    if (found === null || found.score <= 0) continue;
    if (best === null || found.score > best.score || (found.score === best.score && index > best.index)) {
      best = { index, ...found };
    }
  }
  return best;
}
