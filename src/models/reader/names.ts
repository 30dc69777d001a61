import type { NameKind, SentenceName, WordSentence } from "../../core/annotate/layers.ts";
import type { ReaderLabels } from "./labels.ts";
import { createNameDecoder, namesOf } from "./name-tags.ts";
import { addRepeatedNames } from "./repeated-names.ts";
import { agreeOnWords } from "./word-shares.ts";

/** The names of each sentence; `shares` is (word of the report, tag), logs. */
export type NameReader = (sentences: readonly WordSentence[], shares: Float32Array) => SentenceName[][];

/** What the other mentions of a name weigh beside its own when its kind is told. */
const OTHERS = 1;

const KINDS: readonly NameKind[] = ["person", "organisation", "place", "other"];

/**
 * Reads names sentence by sentence; the mentions of one name in a report then agree on its kind, each by its own words
 * first, and a name of several words is one wherever it comes again.
 */
export function createNameReader(tags: ReaderLabels["names"]): NameReader {
  const decode = createNameDecoder(tags);
  const tagsOfKind = KINDS.map((kind) => [tags.indexOf(`B-${kind}`), tags.indexOf(`I-${kind}`)] as const);
  return (sentences, ownShares) => {
    const shares = agreeOnWords(sentences, ownShares, tags);
    let first = 0;
    const found = sentences.map(({ words }) => {
      const start = first;
      first += words.length;
      return namesOf(Array.from(decode(shares, start, first), (tag) => tags[tag]!)).map((name) => ({
        name,
        text: words.slice(name.firstToken, name.endToken).join(" "),
        kinds: tagsOfKind.map(([begin, inside]) => {
          let sum = shares[(start + name.firstToken) * tags.length + begin]!;
          for (let word = name.firstToken + 1; word < name.endToken; word++)
            sum += shares[(start + word) * tags.length + inside]!;
          return sum;
        }),
      }));
    });
    const all = new Map<string, { sums: number[]; mentions: number }>();
    for (const { text, kinds } of found.flat()) {
      const known = all.get(text) ?? { sums: KINDS.map(() => 0), mentions: 0 };
      kinds.forEach((value, kind) => {
        known.sums[kind] = known.sums[kind]! + value;
      });
      known.mentions++;
      all.set(text, known);
    }
    const agreed = found.map((names) =>
      names.map(({ name, text, kinds }) => {
        const { sums, mentions } = all.get(text)!;
        if (mentions === 1) return name;
        const scores = kinds.map((own, kind) => own + (OTHERS * (sums[kind]! - own)) / (mentions - 1));
        return { ...name, kind: KINDS[scores.indexOf(Math.max(...scores))]! };
      }),
    );
    return addRepeatedNames(sentences, agreed);
  };
}
