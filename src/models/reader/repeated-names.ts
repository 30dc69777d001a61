import type { NameKind, SentenceName, WordSentence } from "../../core/annotate/layers.ts";

/** Longer names come again too seldom to be looked for. */
const MOST_WORDS = 12;

/**
 * Reads a name of several words wherever its words come again in the report, in place of what was read there, unless that
 * reaches beyond them.
 */
export function addRepeatedNames(
  sentences: readonly WordSentence[],
  names: readonly (readonly SentenceName[])[],
): SentenceName[][] {
  const known = longNames(sentences, names);
  return sentences.map(({ words }, index) => {
    const at: (SentenceName | undefined)[] = [];
    const write = (name: SentenceName, value: SentenceName | undefined) => {
      for (let word = name.firstToken; word < name.endToken; word++) at[word] = value;
    };
    for (const name of names[index]!) write(name, name);
    words.forEach((word, firstToken) => {
      for (const length of known.lengths.get(word) ?? []) {
        const endToken = firstToken + length;
        const kind = known.kinds.get(words.slice(firstToken, endToken).join(" "));
        if (kind === undefined || endToken > words.length) continue;
        const touched = at.slice(firstToken, endToken).flatMap((name) => name ?? []);
        const isShorter = (name: SentenceName) =>
          name.firstToken >= firstToken && name.endToken <= endToken && name.endToken - name.firstToken < length;
        if (!touched.every(isShorter)) continue;
        for (const name of touched) write(name, undefined);
        const name = { firstToken, endToken, kind };
        write(name, name);
      }
    });
    return [...new Set(at.flatMap((name) => name ?? []))];
  });
}

/** Kinds of the report's names of two words or more by their words, and for each first word their lengths, longest first. */
interface LongNames {
  readonly kinds: ReadonlyMap<string, NameKind>;
  readonly lengths: ReadonlyMap<string, readonly number[]>;
}

function longNames(sentences: readonly WordSentence[], names: readonly (readonly SentenceName[])[]): LongNames {
  const counts = new Map<string, Map<NameKind, number>>();
  const lengths = new Map<string, number[]>();
  sentences.forEach(({ words }, index) => {
    for (const { firstToken, endToken, kind } of names[index]!) {
      const length = endToken - firstToken;
      if (length < 2 || length > MOST_WORDS) continue;
      const text = words.slice(firstToken, endToken).join(" ");
      const kinds = counts.get(text) ?? new Map<NameKind, number>();
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      counts.set(text, kinds);
      const first = words[firstToken]!;
      const others = lengths.get(first) ?? [];
      if (!others.includes(length)) lengths.set(first, [...others, length]);
    }
  });
  return {
    kinds: new Map([...counts].map(([text, kinds]) => [text, mostOf(kinds)])),
    lengths: new Map([...lengths].map(([first, all]) => [first, all.sort((a, b) => b - a)])),
  };
}

/** The kind that comes most, the first of equals. */
function mostOf(kinds: ReadonlyMap<NameKind, number>): NameKind {
  return [...kinds].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
