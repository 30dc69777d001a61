import type { AskNode } from "./ask-node.ts";
import { evidenceOf } from "./evidence.ts";
import { makeStatementLinks, type StatementLinks, type Utterance } from "./link-statements.ts";
import type { StatementNode } from "./statement-node.ts";

const ONE_REQUEST = "askings of one request";

/**
 * Reports that tell of one request tell of one utterance, in whatever words: joins the statements of a request's
 * askings, and adds the words that only point back to it. A statement stays where it is when its request has none.
 */
export function joinAskings(statements: StatementLinks, requests: readonly (readonly AskNode[])[]): StatementLinks {
  const indexOf = new Map<StatementNode, number>(
    statements.utterances.flatMap(({ nodes }, index) => nodes.map((node) => [node, index] as const)),
  );
  const home = statements.utterances.map((_, index) => index);
  const homeOf = (index: number): number => {
    let at = index;
    while (home[at] !== at) at = home[at]!;
    return at;
  };
  const pointers = new Map<number, AskNode[]>();
  for (const asks of requests) {
    const held = asks.flatMap(({ source, request }) => {
      const node = request === null ? null : statements.node(source, request.statement);
      return node === null ? [] : [homeOf(indexOf.get(node)!)];
    });
    if (held.length === 0) continue;
    const first = Math.min(...held);
    for (const index of held) home[homeOf(index)] = first;
    const bare = asks.filter(({ request, kind }) => kind !== "question" && (request?.statement ?? null) === null);
    pointers.set(first, [...(pointers.get(first) ?? []), ...bare]);
  }
  const joined = new Map<number, { nodes: StatementNode[]; others: AskNode[]; reasons: string[] }>();
  for (const [index, { nodes, reasons }] of statements.utterances.entries()) {
    const at = homeOf(index);
    const held = joined.get(at) ?? { nodes: [], others: [], reasons: [] };
    held.nodes.push(...nodes);
    held.reasons.push(...reasons, ...(at === index ? [] : [ONE_REQUEST]));
    const bare = pointers.get(index) ?? [];
    held.others.push(...bare);
    if (bare.length > 0) held.reasons.push(ONE_REQUEST);
    joined.set(at, held);
  }
  const utterances = [...joined.values()].map(
    ({ nodes, others, reasons }): Utterance => ({
      reasons,
      nodes: [...nodes].sort((a, b) => a.source.order - b.source.order),
      others: others.map(({ source, request, span }) => evidenceOf(source.record, request?.id ?? null, [span])),
    }),
  );
  return makeStatementLinks(statements.nodes, utterances);
}
