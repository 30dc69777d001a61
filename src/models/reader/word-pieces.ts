const CLS = "[CLS]";
const SEP = "[SEP]";
const UNKNOWN = "[UNK]";
const LONGEST_PART = 100;

/**
 * Words to word pieces: WordPiece (Schuster & Nakajima 2012) with BERT's uncased vocabulary, as the model was trained
 * with (`training/reader/vocabulary.py`).
 */
export interface Vocabulary {
  readonly cls: number;
  readonly sep: number;
  /** Ids of a word's pieces; at least one. */
  pieces(word: string): readonly number[];
}

/** `source` has one piece a line; a piece's id is its line. */
export function createVocabulary(source: string): Vocabulary {
  const ids = new Map<string, number>();
  for (const [id, piece] of source.replace(/\r/g, "").replace(/\n$/, "").split("\n").entries()) ids.set(piece, id);
  const idOf = (piece: string): number => {
    const id = ids.get(piece);
    if (id === undefined) throw new RangeError(`The vocabulary has no ${piece}`);
    return id;
  };
  const unknown = idOf(UNKNOWN);
  const known = new Map<string, readonly number[]>();
  return {
    cls: idOf(CLS),
    sep: idOf(SEP),
    pieces(word) {
      const held = known.get(word);
      if (held !== undefined) return held;
      const found = splitMarks(bare(word)).flatMap((part) => greedyPieces(part, ids, unknown));
      const pieces = found.length === 0 ? [unknown] : found;
      if (known.size > 50_000) known.clear();
      known.set(word, pieces);
      return pieces;
    },
  };
}

function greedyPieces(part: string, ids: ReadonlyMap<string, number>, unknown: number): number[] {
  const characters = [...part];
  if (characters.length > LONGEST_PART) return [unknown];
  const found: number[] = [];
  let start = 0;
  while (start < characters.length) {
    let end = characters.length;
    let id: number | undefined;
    for (; end > start; end--) {
      id = ids.get((start > 0 ? "##" : "") + characters.slice(start, end).join(""));
      if (id !== undefined) break;
    }
    if (id === undefined) return [unknown];
    found.push(id);
    start = end;
  }
  return found;
}

/** Lower case without accents. */
function bare(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "");
}

/** Runs of letters and digits; each mark alone. */
function splitMarks(word: string): string[] {
  return (
    word
      .replace(/[\s\p{Cc}\p{Cf}]/gu, "")
      .match(/[!-/:-@[-`{-~\p{P}\u4e00-\u9fff]|[^!-/:-@[-`{-~\p{P}\u4e00-\u9fff]+/gu) ?? []
  );
}

/** What an uncased vocabulary forgets: 0 lower, 1 Initial, 2 CAPITALS, 3 miXed, 4 a digit in it, 5 no letter. */
export function caseOf(word: string): number {
  if (/[0-9]/.test(word)) return 4;
  const upper: boolean[] = [];
  for (const character of word) {
    if (character.toLowerCase() !== character.toUpperCase()) upper.push(character === character.toUpperCase());
  }
  if (upper.length === 0) return 5;
  if (!upper.includes(true)) return 0;
  if (upper.length > 1 && !upper.includes(false)) return 2;
  return upper[0] && !upper.includes(true, 1) ? 1 : 3;
}
