/**
 * The best tree of one sentence without crossing arcs and with one root (Eisner 1996), from scores of arcs: `score(word,
 * head)`, head -1 for the root. Takes time in the cube of the words, so sentences are a window long at most. Of equal
 * trees the one found first stands.
 *
 * @returns an index into the sentence for each word, -1 for the root.
 */
export function decodeTree(length: number, score: (word: number, head: number) => number): number[] {
  const n = length;
  const heads: number[] = new Array(n).fill(-1);
  if (n < 2) return heads;
  // Best sums of the stretch from i to j at i * n + j. "Open" stretches have an arc between their ends, "closed" ones
  // have all of the far end's words under the near one. Left ones are headed by j, right ones by i.
  const openLeft = new Float64Array(n * n);
  const openRight = new Float64Array(n * n);
  const closedLeft = new Float64Array(n * n);
  const closedRight = new Float64Array(n * n);
  const splitOpen = new Int32Array(n * n);
  const splitLeft = new Int32Array(n * n);
  const splitRight = new Int32Array(n * n);
  for (let span = 1; span < n; span++) {
    for (let i = 0, j = span; j < n; i++, j++) {
      const at = i * n + j;
      let best = Number.NEGATIVE_INFINITY;
      for (let r = i; r < j; r++) {
        const sum = closedRight[i * n + r]! + closedLeft[(r + 1) * n + j]!;
        if (sum > best) {
          best = sum;
          splitOpen[at] = r;
        }
      }
      openLeft[at] = best + score(i, j);
      openRight[at] = best + score(j, i);
      best = Number.NEGATIVE_INFINITY;
      for (let r = i; r < j; r++) {
        const sum = closedLeft[i * n + r]! + openLeft[r * n + j]!;
        if (sum > best) {
          best = sum;
          splitLeft[at] = r;
        }
      }
      closedLeft[at] = best;
      best = Number.NEGATIVE_INFINITY;
      for (let r = j; r > i; r--) {
        const sum = openRight[i * n + r]! + closedRight[r * n + j]!;
        if (sum > best) {
          best = sum;
          splitRight[at] = r;
        }
      }
      closedRight[at] = best;
    }
  }
  let root = 0;
  let top = Number.NEGATIVE_INFINITY;
  for (let word = 0; word < n; word++) {
    const sum = closedLeft[word]! + closedRight[word * n + n - 1]! + score(word, -1);
    if (sum > top) {
      top = sum;
      root = word;
    }
  }
  const stretches: [from: number, to: number, side: "left" | "right"][] = [
    [0, root, "left"],
    [root, n - 1, "right"],
  ];
  for (let next = stretches.pop(); next !== undefined; next = stretches.pop()) {
    const [i, j, side] = next;
    if (i === j) continue;
    const at = i * n + j;
    if (side === "left") {
      const r = splitLeft[at]!;
      heads[r] = j;
      const middle = splitOpen[r * n + j]!;
      stretches.push([i, r, "left"], [r, middle, "right"], [middle + 1, j, "left"]);
    } else {
      const r = splitRight[at]!;
      heads[r] = i;
      const middle = splitOpen[i * n + r]!;
      stretches.push([i, middle, "right"], [middle + 1, r, "left"], [r, j, "right"]);
    }
  }
  return heads;
}
