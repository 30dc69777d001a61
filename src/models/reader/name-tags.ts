import type { NameKind, SentenceName } from "../../core/annotate/layers.ts";
import type { ReaderLabels } from "./labels.ts";

export type NameTag = ReaderLabels["names"][number];

/** The likeliest tags of the words from `first` to `end`; `shares` is (word, tag), logs. */
export type NameDecoder = (shares: Float32Array, first: number, end: number) => Int32Array;

/**
 * Finds the likeliest sequence in which every name goes on as it began (Viterbi): an "I" tag follows a "B" or "I" tag of
 * its kind. Of equal sequences the one of lower tags stands.
 */
export function createNameDecoder(tags: readonly NameTag[]): NameDecoder {
  const n = tags.length;
  // Tags that may stand before each tag.
  const before = tags.map((tag) =>
    tags.flatMap((other, index) =>
      !tag.startsWith("I-") || (other !== "O" && kindOf(other) === kindOf(tag)) ? [index] : [],
    ),
  );
  return (shares, first, end) => {
    const words = end - first;
    const from = new Uint8Array(words * n);
    let sums = Float64Array.from(tags, (tag, i) =>
      words > 0 && !tag.startsWith("I-") ? shares[first * n + i]! : Number.NEGATIVE_INFINITY,
    );
    for (let word = 1; word < words; word++) {
      const next = new Float64Array(n);
      for (let tag = 0; tag < n; tag++) {
        let best = before[tag]![0]!;
        for (const other of before[tag]!) if (sums[other]! > sums[best]!) best = other;
        from[word * n + tag] = best;
        next[tag] = sums[best]! + shares[(first + word) * n + tag]!;
      }
      sums = next;
    }
    const found = new Int32Array(words);
    let tag = 0;
    for (let i = 1; i < n; i++) if (sums[i]! > sums[tag]!) tag = i;
    for (let word = words - 1; word >= 0; word--) {
      found[word] = tag;
      tag = from[word * n + tag]!;
    }
    return found;
  };
}

/** The names that a sequence of tags spells; a name may also open with an "I" tag, where a window begins. */
export function namesOf(tags: readonly NameTag[]): SentenceName[] {
  const names: { firstToken: number; endToken: number; kind: NameKind }[] = [];
  tags.forEach((tag, i) => {
    const kind = kindOf(tag);
    if (kind === null) return;
    const open = names.at(-1);
    if (tag.startsWith("I-") && open !== undefined && open.endToken === i && open.kind === kind) open.endToken = i + 1;
    else names.push({ firstToken: i, endToken: i + 1, kind });
  });
  return names;
}

function kindOf(tag: NameTag): NameKind | null {
  switch (tag) {
    case "B-person":
    case "I-person":
      return "person";
    case "B-organisation":
    case "I-organisation":
      return "organisation";
    case "B-place":
    case "I-place":
      return "place";
    case "B-other":
    case "I-other":
      return "other";
    default:
      return null;
  }
}
