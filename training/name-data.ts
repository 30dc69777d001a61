import { nameClass } from "../src/models/name-finder.ts";

export interface NamedSentence {
  readonly words: readonly string[];
  /** Classes of `name-finder.ts`. */
  readonly classes: Int32Array;
}

export interface NamedSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
}

const KINDS: Readonly<Record<string, number>> = { PER: 0, ORG: 1, LOC: 2, MISC: 3, OTH: 3 };

/** Reads Universal NER's IOB2 with word numbers; a kind it does not define ("B-O") is outside. */
export function parseUner(source: string): NamedSentence[] {
  return source
    .split(/\n\n+/)
    .map((block) => block.split("\n").filter((line) => line !== "" && !line.startsWith("#")))
    .filter((lines) => lines.length > 0)
    .map((lines) => {
      const rows = lines.map((line) => line.split("\t"));
      return sentenceOf(
        rows.map((row) => row[1]!),
        rows.map((row) => row[2]!),
      );
    });
}

/** Reads "word tag" lines; documents are parted by -DOCSTART- lines. */
export function parseWikigold(source: string): NamedSentence[][] {
  return source
    .split(/^-DOCSTART-.*$/m)
    .map((text) =>
      text
        .split(/\n\n+/)
        .map((block) => block.split("\n").filter((line) => line.trim() !== ""))
        .filter((lines) => lines.length > 0)
        .map((lines) => {
          const rows = lines.map((line) => line.split(" "));
          return sentenceOf(
            rows.map((row) => row[0]!),
            rows.map((row) => row[1]!),
          );
        }),
    )
    .filter((document) => document.length > 0);
}

function sentenceOf(words: readonly string[], tags: readonly string[]): NamedSentence {
  const spans: { start: number; end: number; kind: number }[] = [];
  tags.forEach((tag, i) => {
    const kind = KINDS[tag.slice(2)];
    if (kind === undefined) return;
    const open = spans.at(-1);
    if (!tag.startsWith("B") && open !== undefined && open.end === i && open.kind === kind) open.end = i + 1;
    else spans.push({ start: i, end: i + 1, kind });
  });
  return { words, classes: classesOf(spans, words.length) };
}

export function classesOf(spans: readonly NamedSpan[], length: number): Int32Array {
  const classes = new Int32Array(length);
  for (const { start, end, kind } of spans) {
    if (end - start === 1) classes[start] = nameClass(kind, 3);
    else {
      for (let i = start; i < end; i++) classes[i] = nameClass(kind, i === start ? 0 : i === end - 1 ? 2 : 1);
    }
  }
  return classes;
}

export function spansOf(classes: Int32Array): NamedSpan[] {
  const spans: NamedSpan[] = [];
  let start = 0;
  classes.forEach((cls, i) => {
    if (cls === 0) return;
    const part = (cls - 1) & 3;
    if (part === 0 || part === 3) start = i;
    if (part >= 2) spans.push({ start, end: i + 1, kind: (cls - 1) >> 2 });
  });
  return spans;
}
