import type { WordSentence } from "../../core/annotate/layers.ts";
import { caseOf, type Vocabulary } from "./word-pieces.ts";

/** A stretch of whole sentences that the model reads at once. */
export interface Window {
  readonly pieces: number[];
  /** Case class of each piece's word. */
  readonly cases: number[];
  /** Index in `pieces` of each word's first piece. */
  readonly first: number[];
  /** For each word a number that its sentence's words share. */
  readonly sentenceOf: number[];
  /** Index of the first word within the report. */
  readonly firstWord: number;
}

/** Marks the ends of the text and of paragraphs; has no letters. */
const MARK_CASE = 5;

/**
 * Cuts a report into windows of at most `limit` pieces. A window ends with a paragraph where that leaves it at least
 * half full, otherwise with a sentence, so that a quotation and its speaker are mostly read together. A sentence longer
 * than a window is cut.
 */
export function cutWindows(sentences: readonly WordSentence[], vocabulary: Vocabulary, limit: number): Window[] {
  const windows: Window[] = [];
  const sizes = sentences.map(({ words }) => words.reduce((sum, word) => sum + vocabulary.pieces(word).length, 1));
  let word = 0;
  let at = 0;
  while (at < sentences.length) {
    let end = at;
    let size = 1;
    let paragraphEnd = at;
    while (end < sentences.length && (end === at || size + sizes[end]! <= limit)) {
      size += sizes[end]!;
      end++;
      const closes = sentences[end]?.paragraph !== sentences[end - 1]!.paragraph;
      if (closes && size >= limit / 2) paragraphEnd = end;
    }
    if (end < sentences.length && paragraphEnd > at) end = paragraphEnd;
    const run = sentences.slice(at, end);
    windows.push(...fillWindows(run, word, vocabulary, limit));
    word += run.reduce((sum, { words }) => sum + words.length, 0);
    at = end;
  }
  return windows;
}

function fillWindows(run: readonly WordSentence[], firstWord: number, vocabulary: Vocabulary, limit: number): Window[] {
  const windows: Window[] = [];
  let window: Window = openWindow(firstWord, vocabulary);
  run.forEach(({ words, paragraph }, index) => {
    if (index > 0 && paragraph !== run[index - 1]!.paragraph) addMark(window, vocabulary.sep);
    for (const word of words) {
      const ids = vocabulary.pieces(word).slice(0, limit - 2);
      // One sentence alone can be too long; sentences together never are.
      if (window.pieces.length + ids.length >= limit + run.length && window.first.length > 0) {
        windows.push(closeWindow(window, vocabulary));
        window = openWindow(window.firstWord + window.first.length, vocabulary);
      }
      window.first.push(window.pieces.length);
      window.sentenceOf.push(index);
      const wordCase = caseOf(word);
      for (const id of ids) {
        window.pieces.push(id);
        window.cases.push(wordCase);
      }
    }
  });
  if (window.first.length > 0) windows.push(closeWindow(window, vocabulary));
  return windows;
}

function openWindow(firstWord: number, { cls }: Vocabulary): Window {
  return { pieces: [cls], cases: [MARK_CASE], first: [], sentenceOf: [], firstWord };
}

function closeWindow(window: Window, { sep }: Vocabulary): Window {
  addMark(window, sep);
  return window;
}

function addMark({ pieces, cases }: Window, id: number): void {
  pieces.push(id);
  cases.push(MARK_CASE);
}
