import { leftArc, type ParseState, REDUCE, rightArc, SHIFT } from "../src/models/parser.ts";

/** Gold tree of one sentence, with each word's dependents. */
export interface GoldTree {
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  readonly dependents: readonly Int32Array[];
}

export function goldTree(heads: Int32Array, labels: Int32Array): GoldTree {
  const dependents: number[][] = Array.from(heads, () => []);
  heads.forEach((head, word) => {
    if (head >= 0) dependents[head]!.push(word);
  });
  return { heads, labels, dependents: dependents.map((list) => Int32Array.from(list)) };
}

/**
 * Gold arcs that each kind of move makes unreachable (Goldberg and Nivre 2012), in the order shift, reduce, left, right;
 * Infinity for a move that is not allowed. `onStack` marks the words on the stack.
 */
export function moveCosts(state: ParseState, gold: GoldTree, onStack: Uint8Array, out: Float64Array): void {
  const { heads: made, stack, buffer } = state;
  out.fill(Infinity);
  const b = buffer;
  const goldHead = gold.heads[b]!;
  let stackChildren = 0;
  for (const child of gold.dependents[b]!) if (onStack[child] === 1 && made[child]! < 0) stackChildren++;
  const headOnStack = goldHead >= 0 && onStack[goldHead] === 1;
  out[0] = stackChildren + (headOnStack ? 1 : 0);
  if (state.stackSize === 0) return;
  const s = stack[state.stackSize - 1]!;
  let later = 0;
  for (const child of gold.dependents[s]!) if (child >= b) later++;
  const headed = made[s]! >= 0;
  if (headed) out[1] = later;
  else {
    const sHead = gold.heads[s]!;
    out[2] = later + (sHead > b || sHead < 0 ? 1 : 0);
  }
  const wrongHead = goldHead !== s && (goldHead < 0 || goldHead > b || onStack[goldHead] === 1) ? 1 : 0;
  out[3] = stackChildren + wrongHead;
}

/** Whether `action` costs nothing, its label included where its arc is a gold one. */
export function actionCost(state: ParseState, gold: GoldTree, action: number, costs: Float64Array): number {
  if (action === SHIFT) return costs[0]!;
  if (action === REDUCE) return costs[1]!;
  const s = state.stack[state.stackSize - 1]!;
  const b = state.buffer;
  if ((action & 1) === 0) {
    const base = costs[2]!;
    return gold.heads[s] === b && leftArc(gold.labels[s]!) !== action ? base + 1 : base;
  }
  const base = costs[3]!;
  return gold.heads[b] === s && rightArc(gold.labels[b]!) !== action ? base + 1 : base;
}
