/** B-cubed (Bagga and Baldwin 1998) precision, recall and F1 of a grouping against gold, 0 to 1. */
export function scoreBCubed(
  grouping: ReadonlyMap<string, string>,
  gold: ReadonlyMap<string, string>,
): { precision: number; recall: number; f1: number } {
  const table = contingency(grouping, gold);
  let precision = 0;
  let recall = 0;
  for (const [item, label] of gold) {
    const group = grouping.get(item) ?? item;
    const both = table.cells.get(`${group}\t${label}`) ?? 0;
    precision += both / (table.groups.get(group) ?? 1);
    recall += both / (table.labels.get(label) ?? 1);
  }
  precision /= gold.size || 1;
  recall /= gold.size || 1;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Adjusted Rand index (Hubert and Arabie 1985). */
export function scoreAdjustedRand(grouping: ReadonlyMap<string, string>, gold: ReadonlyMap<string, string>): number {
  const table = contingency(grouping, gold);
  const pairs = (counts: Iterable<number>) => [...counts].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const both = pairs(table.cells.values());
  const groups = pairs(table.groups.values());
  const labels = pairs(table.labels.values());
  const all = (gold.size * (gold.size - 1)) / 2;
  const expected = (groups * labels) / (all || 1);
  const most = (groups + labels) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}

function contingency(grouping: ReadonlyMap<string, string>, gold: ReadonlyMap<string, string>) {
  const cells = new Map<string, number>();
  const groups = new Map<string, number>();
  const labels = new Map<string, number>();
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const [item, label] of gold) {
    const group = grouping.get(item) ?? item;
    count(cells, `${group}\t${label}`);
    count(groups, group);
    count(labels, label);
  }
  return { cells, groups, labels };
}
