import type {
  Annotator,
  Attribution,
  EventWords,
  ReportLayers,
  SentenceLayers,
  SentenceName,
  Upos,
  WordSentence,
} from "../../core/annotate/layers.ts";
import type { Lemmatizer } from "../lemmatizer.ts";
import { type CueScores, readAttributions } from "./attributions.ts";
import { readEventWords } from "./event-words.ts";
import type { ReaderLabels } from "./labels.ts";
import { createNameReader } from "./names.ts";
import { decodeTree } from "./tree.ts";
import { cutWindows, type Window } from "./windows.ts";
import type { Vocabulary } from "./word-pieces.ts";

/** The model's answers about one window. */
export interface WindowScores extends CueScores {
  /** Best tag of each word. */
  readonly upos: ArrayLike<number>;
  readonly xpos: ArrayLike<number>;
  /** (word, 2): the two likeliest heads as columns of `arcs`, and the word's best relation to each. */
  readonly heads: ArrayLike<number>;
  readonly relations: ArrayLike<number>;
  /** (word, 1 + words): the root, then each word as head. */
  readonly arcs: Float32Array;
  /** (word, tag): log of each tag's share. */
  readonly names: Float32Array;
  /** (word, tag): each tag's share. */
  readonly events: Float32Array;
}

export interface ReaderParts {
  readonly labels: ReaderLabels;
  readonly vocabulary: Vocabulary;
  readonly lemmatizer: Lemmatizer;
  readonly score: (window: Window) => Promise<WindowScores>;
}

/**
 * Reads a report window by window, each by itself, so that what a window gets does not hang on what else is being read.
 */
export function createReaderAnnotator(name: string, parts: ReaderParts): Annotator {
  const { labels, vocabulary } = parts;
  const readNames = createNameReader(labels.names);
  return {
    name,
    async annotate(sentences: readonly WordSentence[]): Promise<ReportLayers> {
      const words = emptyWords(
        sentences.reduce((sum, one) => sum + one.words.length, 0),
        labels,
      );
      const attributions: Attribution[] = [];
      const eventWords: EventWords[] = [];
      for (const window of cutWindows(sentences, vocabulary, labels.windowPieces)) {
        const scores = await parts.score(window);
        attributions.push(...readAttributions(scores, window.first.length, window.firstWord, labels));
        eventWords.push(...readEventWords(scores.events, window, labels));
        readWords(words, window, scores, labels);
      }
      return {
        sentences: sentencesOf(sentences, words, readNames(sentences, words.names), parts),
        attributions,
        eventWords,
      };
    },
  };
}

/** What is read of each word of the report; heads are report-wide and -1 where a window saw a root. */
interface Words {
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly relations: Int32Array;
  readonly heads: Int32Array;
  /** (word, tag): log of each name tag's share. */
  readonly names: Float32Array;
}

function emptyWords(length: number, { names }: ReaderLabels): Words {
  const column = () => new Int32Array(length);
  return {
    upos: column(),
    xpos: column(),
    relations: column(),
    heads: column().fill(-1),
    names: new Float32Array(length * names.length),
  };
}

function readWords(words: Words, window: Window, scores: WindowScores, { names }: ReaderLabels): void {
  const { sentenceOf, firstWord } = window;
  const n = sentenceOf.length;
  for (let first = 0, end = 0; first < n; first = end) {
    while (end < n && sentenceOf[end] === sentenceOf[first]) end++;
    const row = (word: number) => (first + word) * (n + 1);
    const heads = decodeTree(end - first, (word, head) => scores.arcs[row(word) + (head < 0 ? 0 : 1 + first + head)]!);
    heads.forEach((head, word) => {
      const at = first + word;
      const isNext = scores.heads[2 * at + 1] === (head < 0 ? 0 : 1 + first + head);
      words.heads[firstWord + at] = head < 0 ? -1 : firstWord + first + head;
      words.relations[firstWord + at] = scores.relations[2 * at + (isNext ? 1 : 0)]!;
    });
  }
  words.names.set(scores.names, firstWord * names.length);
  for (let word = 0; word < n; word++) {
    words.upos[firstWord + word] = scores.upos[word]!;
    words.xpos[firstWord + word] = scores.xpos[word]!;
  }
}

/** The two tags are read apart and may disagree: what is in the past tense is a verb. */
function agreeing(upos: Upos, xpos: string): Upos {
  return xpos === "VBD" && upos !== "VERB" && upos !== "AUX" ? "VERB" : upos;
}

function sentencesOf(
  sentences: readonly WordSentence[],
  words: Words,
  names: readonly (readonly SentenceName[])[],
  parts: ReaderParts,
): SentenceLayers[] {
  const { labels, lemmatizer } = parts;
  const root = labels.relations.indexOf("root");
  let first = 0;
  return sentences.map((sentence, index) => {
    const offset = first;
    first += sentence.words.length;
    const at = sentence.words.map((_, i) => offset + i);
    const xpos = at.map((word) => labels.xpos[words.xpos[word]!]!);
    const upos = at.map((word, i) => agreeing(labels.upos[words.upos[word]!]!, xpos[i]!));
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
      names: names[index]!,
    };
  });
}
