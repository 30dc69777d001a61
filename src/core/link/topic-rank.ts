/** Earlier rows of a party that a row is compared with: the latest. */
const COMPARED = 32;

/**
 * How near an earlier row comes to the one that a row is most like of all that its party said or asked before, from 0 to 1:
 * who looks back means one of them, however few words are the same. 0 where nothing is alike and for a party not known.
 */
export function rankByTopic<Node extends object>(
  nodes: readonly Node[],
  partyOf: (node: Node) => string | null,
  likeness: (earlier: Node, later: Node) => number,
): (earlier: Node, later: Node) => number {
  const before = new Map<Node, readonly Node[]>();
  const byParty = new Map<string, Node[]>();
  for (const node of nodes) {
    const party = partyOf(node);
    if (party === null) continue;
    const held = byParty.get(party) ?? [];
    before.set(node, held.slice(-COMPARED));
    held.push(node);
    byParty.set(party, held);
  }
  const most = new Map<Node, number>();
  return (earlier, later) => {
    const rivals = before.get(later);
    if (rivals === undefined) return 0;
    let top = most.get(later);
    if (top === undefined) {
      top = rivals.reduce((best, one) => Math.max(best, likeness(one, later)), 0);
      most.set(later, top);
    }
    return top === 0 ? 0 : Math.min(1, likeness(earlier, later) / top);
  };
}
