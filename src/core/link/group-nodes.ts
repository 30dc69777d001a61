import { makeKeyIndex } from "./key-index.ts";

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
const MOST_CANDIDATES = 16;

/**
 * Groups nodes in the order given: each joins the group that it fits best, or founds its own. `judge` sees a node
 * beside the whole group, so that no group grows by chain alone. Candidates come from shared keys, so the cost is
 * near linear.
 */
export function groupNodes<Node>(
  nodes: readonly Node[],
  keysOf: (node: Node) => Iterable<number>,
  judge: (node: Node, group: readonly Node[]) => Fit | null,
): NodeGroup<Node>[] {
  const groups: NodeGroup<Node>[] = [];
  const index = makeKeyIndex();
  for (const node of nodes) {
    const keys = new Set(keysOf(node));
    const found = findBest(node, index.find(keys, MOST_CANDIDATES), groups, judge);
    if (found) {
      groups[found.index]!.nodes.push(node);
      groups[found.index]!.reasons.push(found.reason);
    } else {
      groups.push({ nodes: [node], reasons: [""] });
    }
    index.add(found?.index ?? groups.length - 1, keys);
  }
  return groups;
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
