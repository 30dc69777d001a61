import type {
  Annotator,
  Attribution,
  AttributionReader,
  NameKind,
  ReportLayers,
  SentenceLayers,
  SentenceName,
  WordSentence,
} from "../../core/annotate/layers.ts";
import type { Lemmatizer } from "../lemmatizer.ts";
import { bestIndex, type CueScores, readAttributions } from "./attributions.ts";
import type { ReaderLabels } from "./labels.ts";
import { decodeTree } from "./tree.ts";
import { cutWindows, type Window } from "./windows.ts";
import type { Vocabulary } from "./word-pieces.ts";

/** The model's answers about the words of one window; shares sum to 1 over the last axis. */
export interface WordScores {
  /** Best tag or relation of each word. */
  readonly upos: readonly number[];
  readonly xpos: readonly number[];
  readonly relations: readonly number[];
  /** (word, 1 + words): the root, then each word as head. */
  readonly arcs: Float32Array;
  /** (word, tag). */
  readonly names: Float32Array;
}

export interface CueParts {
  readonly labels: ReaderLabels;
  readonly vocabulary: Vocabulary;
  /** What cues attribute, and the vectors of the words for `scoreWords`. */
  readonly scoreCues: (window: Window) => Promise<CueScores & { readonly vectors: Float32Array }>;
}

export interface ReaderParts extends CueParts {
  readonly lemmatizer: Lemmatizer;
  readonly scoreWords: (window: Window, vectors: Float32Array) => Promise<WordScores>;
}

/**
 * Reads a report window by window, each by itself, so that what a window gets does not hang on what else is being read.
 */
export function createAttributionReader(name: string, parts: CueParts): AttributionReader {
  return {
    name,
    async attributions(sentences) {
      const found: Attribution[] = [];
      for (const window of windowsOf(sentences, parts))
        found.push(...attributionsOf(window, await parts.scoreCues(window), parts));
      return found;
    },
  };
}

/** All layers by the model; the same attributions as `createAttributionReader` gives. */
export function createReaderAnnotator(name: string, parts: ReaderParts): Annotator {
  return {
    name,
    async annotate(sentences: readonly WordSentence[]): Promise<ReportLayers> {
      const words = emptyWords(sentences.reduce((sum, one) => sum + one.words.length, 0));
      const attributions: Attribution[] = [];
      for (const window of windowsOf(sentences, parts)) {
        const cues = await parts.scoreCues(window);
        attributions.push(...attributionsOf(window, cues, parts));
        readWords(words, window, await parts.scoreWords(window, cues.vectors), parts.labels);
      }
      return { sentences: sentencesOf(sentences, words, parts), attributions };
    },
  };
}

function windowsOf(sentences: readonly WordSentence[], { vocabulary, labels }: CueParts): Window[] {
  return cutWindows(sentences, vocabulary, labels.windowPieces);
}

function attributionsOf({ first, firstWord }: Window, scores: CueScores, { labels }: CueParts): Attribution[] {
  return readAttributions(scores, first.length, firstWord, labels);
}

/** What is read of each word of the report; heads are report-wide and -1 where a window saw a root. */
interface Words {
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly relations: Int32Array;
  readonly heads: Int32Array;
  readonly names: Int32Array;
}

function emptyWords(length: number): Words {
  const column = () => new Int32Array(length);
  return { upos: column(), xpos: column(), relations: column(), heads: column().fill(-1), names: column() };
}

function readWords(words: Words, window: Window, scores: WordScores, labels: ReaderLabels): void {
  const { sentenceOf, firstWord } = window;
  const n = sentenceOf.length;
  for (let first = 0, end = 0; first < n; first = end) {
    while (end < n && sentenceOf[end] === sentenceOf[first]) end++;
    const row = (word: number) => (first + word) * (n + 1);
    const heads = decodeTree(end - first, (word, head) => scores.arcs[row(word) + (head < 0 ? 0 : 1 + first + head)]!);
    heads.forEach((head, word) => {
      words.heads[firstWord + first + word] = head < 0 ? -1 : firstWord + first + head;
    });
  }
  for (let word = 0; word < n; word++) {
    words.upos[firstWord + word] = scores.upos[word]!;
    words.xpos[firstWord + word] = scores.xpos[word]!;
    words.relations[firstWord + word] = scores.relations[word]!;
    words.names[firstWord + word] = bestIndex(scores.names, word * labels.names.length, labels.names.length, 0);
  }
}

function sentencesOf(sentences: readonly WordSentence[], words: Words, parts: ReaderParts): SentenceLayers[] {
  const { labels, lemmatizer } = parts;
  const root = labels.relations.indexOf("root");
  let first = 0;
  return sentences.map((sentence) => {
    const offset = first;
    first += sentence.words.length;
    const at = sentence.words.map((_, i) => offset + i);
    const upos = at.map((word) => labels.upos[words.upos[word]!]!);
    const xpos = at.map((word) => labels.xpos[words.xpos[word]!]!);
    const heads = at.map((word) => (words.heads[word]! < 0 ? -1 : words.heads[word]! - offset));
    // A sentence that was longer than a window has a root in each; all but the first hang from that.
    const top = heads.indexOf(-1);
    const deprels = at.map((word, i) => {
      if (heads[i] === -1) return i === top ? "root" : "parataxis";
      return words.relations[word] === root ? "dep" : labels.relations[words.relations[word]!]!;
    });
    return {
      syntax: {
        upos,
        xpos,
        lemmas: sentence.words.map((word, i) => lemmatizer.lemmaOf(word, `${upos[i]}|${xpos[i]}`)),
        heads: heads.map((head, i) => (head === -1 && i !== top ? top : head)),
        deprels,
      },
      names: namesOf(at.map((word) => labels.names[words.names[word]!]!)),
    };
  });
}

type NameTag = ReaderLabels["names"][number];

/** The names that a sequence of tags spells; a name may also open with an "I" tag. */
function namesOf(tags: readonly NameTag[]): SentenceName[] {
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
