/**
 * The best tree of one sentence without crossing arcs and with one root (Eisner 1996), from scores of arcs: `score(word,
 * head)`, head -1 for the root. Takes time in the cube of the words, so sentences are a window long at most. Of equal
 * trees the one found first stands.
 *
 * @returns an index into the sentence for each word, -1 for the root.
 */
export function decodeTree(length: number, score: (word: number, head: number) => number): number[] {
  // Mostly each word's likeliest head already makes such a tree, which none can beat.
  const likeliest = likeliestHeads(length, score);
  return isPlanarTree(likeliest) ? likeliest : bestTree(length, score);
}

function likeliestHeads(length: number, score: (word: number, head: number) => number): number[] {
  const heads: number[] = [];
  for (let word = 0; word < length; word++) {
    let head = -1;
    let best = score(word, -1);
    for (let other = 0; other < length; other++) {
      if (other === word) continue;
      const value = score(word, other);
      if (value > best) {
        best = value;
        head = other;
      }
    }
    heads.push(head);
  }
  return heads;
}

/** One root, no circle, and no two arcs that cross, that of the root from before the first word among them. */
function isPlanarTree(heads: readonly number[]): boolean {
  if (heads.filter((head) => head < 0).length !== 1) return false;
  for (let word = 0; word < heads.length; word++) {
    let steps = 0;
    for (let above = heads[word]!; above >= 0; above = heads[above]!) if (++steps > heads.length) return false;
    const head = heads[word]!;
    const from = Math.min(word, head);
    const to = Math.max(word, head);
    for (let inside = from + 1; inside < to; inside++) {
      if (heads[inside]! < from || heads[inside]! > to) return false;
    }
  }
  return true;
}

function bestTree(length: number, score: (word: number, head: number) => number): number[] {
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
