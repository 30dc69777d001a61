import { DatabaseSync } from "node:sqlite";
import type { Span } from "../../core/text/span.ts";
import { prepare } from "./prepare.ts";
import { numberIn, textIn } from "./rows.ts";

export interface LitText {
  readonly text: string;
  /** Where the query matches, as ranges of `text`. */
  readonly matches: readonly Span[];
}

/** Private-use marks around matches. `toIndexedText` takes them out of every text that is indexed. */
const OPEN = "\u{F0001}";
const CLOSE = "\u{F0002}";
/** Texts beyond this are lit in their first part only. */
const MAX_LIT = 40_000;

/** Without what the index cannot hold or what marks its matches. Length in code units is kept. */
export function toIndexedText(text: string): string {
  return text.replace(/\0/g, "\uFFFD").replace(/[\u{F0001}\u{F0002}]/gu, "\uFFFD\uFFFD");
}

/**
 * Finds where a query matches in a handful of texts, by the very rules of the index: they are put into a small index in
 * memory. Asking the large index instead would look every word and beginning up again for each text.
 */
export class WordLighter {
  #db: DatabaseSync | null = null;

  light(texts: readonly { readonly title: string; readonly words: string }[], match: string): LitText[] {
    this.#db ??= openIndex();
    const db = this.#db;
    db.exec("BEGIN");
    try {
      const insert = prepare(db, "INSERT INTO shown (rowid, title, words) VALUES (?, ?, ?)");
      texts.forEach(({ title, words }, at) => {
        insert.run(at, title, words.slice(0, MAX_LIT));
      });
      const found = prepare(
        db,
        `SELECT rowid, highlight(shown, 1, '${OPEN}', '${CLOSE}') AS lit FROM shown WHERE shown MATCH ?`,
      ).all(match);
      const lit = new Map(found.map((row) => [numberIn(row, "rowid"), readMarks(textIn(row, "lit"))]));
      return texts.map(({ words }, at) => ({ text: words, matches: lit.get(at) ?? [] }));
    } finally {
      db.exec("ROLLBACK");
    }
  }

  close(): void {
    this.#db?.close();
  }
}

function openIndex(): DatabaseSync {
  const db = new DatabaseSync(":memory:");
  db.exec("CREATE VIRTUAL TABLE shown USING fts5 (title, words, tokenize = 'porter unicode61 remove_diacritics 2')");
  return db;
}

function readMarks(marked: string): Span[] {
  const matches: Span[] = [];
  let length = 0;
  let start = 0;
  for (const piece of marked.split(/([\u{F0001}\u{F0002}])/u)) {
    if (piece === OPEN) start = length;
    else if (piece === CLOSE) matches.push({ start, end: length });
    else length += piece.length;
  }
  return matches;
}
