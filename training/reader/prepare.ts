// Writes the examples that the reader model learns from and is measured on, cut into words by our own tokeniser:
// `node training/reader/prepare.ts OUT_FOLDER`. One JSON Lines file a set; what a set does not mark is left out of its
// lines, so that nothing is learnt from silence.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { alignByCharacters } from "../../evals/align.ts";
import { findData, readJsonLines } from "../../evals/data.ts";
import { readPolnearDev } from "../../evals/statements/gold.ts";
import { readPracticeStories } from "../../evals/stories/written-stories.ts";
import { readPlainText } from "../../src/core/read/plain-text.ts";
import { segmentReport } from "../../src/core/segment/segment-report.ts";
import type { SegmentedReport } from "../../src/core/segment/segmented-report.ts";
import type { Span } from "../../src/core/text/span.ts";
import { joinHyphenated, parseConllu } from "../conllu.ts";
import { type GumName, gumNames } from "../gum-names.ts";
import { parseUner, parseWikigold, spansOf } from "../name-data.ts";

interface Sentence {
  words: readonly string[];
  paragraph: number;
  upos?: readonly string[];
  xpos?: readonly string[];
  heads?: readonly number[];
  deprels?: readonly string[];
  /** [first word, end, kind] of each name; kinds are those of `name-data.ts`, -1 where the set does not tell. */
  names?: readonly (readonly [number, number, number])[];
}

interface Document {
  id: string;
  sentences: Sentence[];
  /** Whether names of the kind "other" are marked. */
  marksOther?: boolean;
  statements?: object[];
  events?: object[];
  figures?: object[];
}

const [out = "training/data/reader"] = process.argv.slice(2);
mkdirSync(out, { recursive: true });

const uner = (part: string) => universalNames(`language/uner-ewt/en_ewt-ud-${part}.iob2`);
write("ewt-train", treebank("language/ud-ewt/en_ewt-ud-train.conllu", uner("train.2022-12-02")));
write("ewt-dev", treebank("language/ud-ewt/en_ewt-ud-dev.conllu", uner("dev")));
write("gum-train", treebank("language/gum/gum_train.noNC_noReddit.conllu", gumNames));
write("gum-dev", treebank("language/gum/gum_dev.noNC_noReddit.conllu", gumNames));
const wikigold = wikigoldDocuments();
write(
  "wikigold-train",
  wikigold.filter((_, i) => i % 5 !== 4),
);
write(
  "wikigold-dev",
  wikigold.filter((_, i) => i % 5 === 4),
);
write("bank-train", ["bank/train.jsonl", "bank/written.jsonl", "storybank/standoff.jsonl"].flatMap(bankDocuments));
write("bank-dev", bankDocuments("bank/dev.jsonl"));
// Learnt from by the head for events alone, as yet.
write(
  "practice-train",
  readPracticeStories().flatMap(({ reports }) => reports.map(bankDocument)),
);
write("polnear-dev", polnearDocuments());

function write(name: string, documents: readonly Document[]): void {
  writeFileSync(`${out}/${name}.jsonl`, documents.map((document) => `${JSON.stringify(document)}\n`).join(""));
  const words = documents.flatMap(({ sentences }) => sentences).reduce((sum, one) => sum + one.words.length, 0);
  process.stderr.write(`${name}: ${documents.length} documents, ${words} words\n`);
}

/** The names of a sentence in CoNLL-U; undefined where nobody marked them. */
type NamesOf = (block: string) => readonly GumName[] | undefined;

/** Sentences of a treebank in runs of a document each ("# newdoc"). */
function treebank(path: string, namesOf: NamesOf): Document[] {
  const source = findData(path);
  if (source === null) return [];
  const chunks = readFileSync(source, "utf8").split(/^# newdoc/m);
  return chunks.flatMap((chunk, number): Document[] => {
    const sentences = `#${chunk}`.split(/\n\n+/).flatMap((block) =>
      parseConllu(block).map((raw): Sentence => {
        const { sentence, newIndex } = joinHyphenated(raw);
        const { words, upos, xpos, heads, deprels } = sentence;
        const names = namesOf(block)?.map(
          ({ start, end, kind }) => [newIndex[start]!, newIndex[end - 1]! + 1, kind ?? -1] as const,
        );
        return { words, paragraph: 0, upos, xpos, heads, deprels, ...(names && { names }) };
      }),
    );
    return sentences.length === 0 ? [] : [{ id: `${path} ${number}`, sentences, marksOther: false }];
  });
}

/** Names of Universal NER, found by the words of the sentence. */
function universalNames(path: string): NamesOf {
  const file = findData(path);
  const marked = new Map(
    (file === null ? [] : parseUner(readFileSync(file, "utf8"))).map((one) => [one.words.join(" "), one.classes]),
  );
  return (block) => {
    const classes = parseConllu(block).map(({ words }) => marked.get(words.join(" ")))[0];
    return classes && spansOf(classes);
  };
}

function wikigoldDocuments(): Document[] {
  const path = findData("language/wikigold/CONLL-format/data/wikigold.conll.txt");
  if (path === null) return [];
  return parseWikigold(readFileSync(path, "utf8")).map((sentences, number) => ({
    id: `wikigold ${number}`,
    marksOther: true,
    sentences: sentences.map(({ words, classes }) => ({
      words,
      paragraph: 0,
      names: spansOf(classes).map(({ start, end, kind }) => [start, end, kind] as const),
    })),
  }));
}

interface BankLine {
  readonly id: string;
  readonly text: string;
  readonly statements: readonly {
    readonly id: string;
    readonly source: Span | null;
    readonly cue: Span | null;
    readonly content: readonly Span[];
    readonly addressee?: Span | null;
    readonly act: string | null;
    readonly medium: string | null;
    readonly within: string | null;
  }[];
  readonly events: readonly { readonly trigger: Span; readonly type: string; readonly status: string }[];
  readonly figures: readonly { readonly span: Span; readonly of: string; readonly quantity: string }[];
}

function bankDocuments(path: string): Document[] {
  const full = findData(path);
  if (full === null) return [];
  // The bank's files pass its own checker, so their shape is taken as given.
  return readJsonLines(full, (value) => bankDocument(value as BankLine));
}

function bankDocument(line: BankLine): Document {
  const { segmented, words } = segment(line.text);
  return {
    id: line.id,
    sentences: sentencesOf(segmented),
    statements: line.statements.map(({ source, cue, content, addressee, act, medium, within }) => ({
      source: source ? words(source) : [],
      cue: cue ? words(cue) : [],
      content: content.flatMap(words),
      addressee: addressee ? words(addressee) : [],
      act,
      medium,
      nested: within !== null,
    })),
    events: line.events.map(({ trigger, type, status }) => ({ words: words(trigger), type, status })),
    figures: line.figures.map(({ span, of, quantity }) => ({ words: words(span), of, quantity })),
  };
}

/** Measured, never learnt from. */
function polnearDocuments(): Document[] {
  return readPolnearDev().map(({ id, text, statements }) => {
    const { segmented, words } = segment(text);
    return {
      id,
      sentences: sentencesOf(segmented),
      statements: statements.map(({ source, cue, content }) => ({
        source: source.flatMap(words),
        cue: cue.flatMap(words),
        content: content.flatMap(words),
        addressee: [],
        act: null,
        medium: null,
        nested: false,
      })),
    };
  });
}

function segment(text: string): { segmented: SegmentedReport; words: (span: Span) => number[] } {
  const segmented = segmentReport(readPlainText(text, {}));
  const align = alignByCharacters(text, segmented.report.text);
  const words = (span: Span): number[] => {
    const { start, end } = align(span);
    return segmented.tokens.flatMap((token, i) => (token.start < end && token.end > start ? [i] : []));
  };
  return { segmented, words };
}

function sentencesOf(segmented: SegmentedReport): Sentence[] {
  return segmented.sentences.map(({ firstToken, endToken, paragraph }) => ({
    words: segmented.tokens.slice(firstToken, endToken).map(({ text }) => text),
    paragraph,
  }));
}
