/** Chains of one document: each a set of mentions, told apart by what they are keyed by. */
export type Chains = readonly ReadonlySet<string>[];

/** Right and all, for recall and for precision; summed over documents before any division. */
export interface Tally {
  recalled: number;
  gold: number;
  precise: number;
  found: number;
}

export const emptyTally = (): Tally => ({ recalled: 0, gold: 0, precise: 0, found: 0 });

/** 0–100 */
export function f1({ recalled, gold, precise, found }: Tally): number {
  const recall = gold === 0 ? 0 : recalled / gold;
  const precision = found === 0 ? 0 : precise / found;
  return recall + precision === 0 ? 0 : (200 * recall * precision) / (recall + precision);
}

/** Links that hold chains together (Vilain et al. 1995). */
export function addMuc(tally: Tally, gold: Chains, found: Chains): void {
  const kept = (of: Chains, by: Chains) =>
    of.reduce((sum, chain) => {
      const parts = new Set([...chain].map((mention) => indexOf(by, mention) ?? mention));
      return sum + chain.size - parts.size;
    }, 0);
  const links = (chains: Chains) => chains.reduce((sum, chain) => sum + chain.size - 1, 0);
  tally.recalled += kept(gold, found);
  tally.gold += links(gold);
  tally.precise += kept(found, gold);
  tally.found += links(found);
}

/** How much of each mention's chain is right (Bagga and Baldwin 1998). */
export function addBCubed(tally: Tally, gold: Chains, found: Chains): void {
  const shared = (of: Chains, by: Chains) =>
    of.reduce((sum, chain) => sum + by.reduce((part, other) => part + common(chain, other) ** 2, 0) / chain.size, 0);
  const size = (chains: Chains) => chains.reduce((sum, chain) => sum + chain.size, 0);
  tally.recalled += shared(gold, found);
  tally.gold += size(gold);
  tally.precise += shared(found, gold);
  tally.found += size(found);
}

/** Likeness of chains under the best pairing of gold and found ones (Luo 2005, the entity-based form). */
export function addCeaf(tally: Tally, gold: Chains, found: Chains): void {
  const likeness = gold.map((chain) => found.map((other) => (2 * common(chain, other)) / (chain.size + other.size)));
  const best = bestPairing(likeness);
  tally.recalled += best;
  tally.gold += gold.length;
  tally.precise += best;
  tally.found += found.length;
}

function indexOf(chains: Chains, mention: string): number | null {
  const at = chains.findIndex((chain) => chain.has(mention));
  return at < 0 ? null : at;
}

function common(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const mention of one) if (other.has(mention)) count++;
  return count;
}

/** The greatest sum of values with at most one of each row and column (Kuhn's method, by shortest augmenting paths). */
export function bestPairing(values: readonly (readonly number[])[]): number {
  const rows = values.length;
  const columns = Math.max(rows, values[0]?.length ?? 0);
  const cost = (row: number, column: number) => -(values[row]?.[column] ?? 0);
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(columns + 1);
    const isDone = new Uint8Array(columns + 1);
    let column = 0;
    rowOf[0] = row;
    while (rowOf[column] !== 0) {
      isDone[column] = 1;
      const at = rowOf[column]!;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= columns; j++) {
        if (isDone[j] === 1) continue;
        const reduced = cost(at - 1, j - 1) - rowPrice[at]! - columnPrice[j]!;
        if (reduced < least[j]!) {
          least[j] = reduced;
          from[j] = column;
        }
        if (least[j]! < step) {
          step = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (isDone[j] === 1) {
          rowPrice[rowOf[j]!]! += step;
          columnPrice[j]! -= step;
        } else {
          least[j]! -= step;
        }
      }
      column = next;
    }
    for (let back = column; back !== 0; back = from[back]!) rowOf[back] = rowOf[from[back]!]!;
  }
  let sum = 0;
  for (let column = 1; column <= columns; column++)
    if (rowOf[column] !== 0) sum -= cost(rowOf[column]! - 1, column - 1);
  return sum;
}
