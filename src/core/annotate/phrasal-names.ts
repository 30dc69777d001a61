import type { SegmentedReport, Token } from "../segment/segmented-report.ts";

/** Token indices of the report, end excluded. */
export interface TokenRange {
  readonly firstToken: number;
  readonly endToken: number;
}

const LONGEST = 7;
/** Small words that turn a name into a phrase ("Keep the Steps"); "of" alone does not mislead a parser. */
const INNER_WORDS = words("the our your my their for to on not no a an in is us");
/** Words that stand before a body's name at the start of a sentence and are no part of it. */
const DESCRIPTION = words(
  `organisers organizers campaigners protesters activists group groups campaign members charity union supporters opponents
  critics`,
);
const CALENDAR = words(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december`,
);
/** Words that open no phrasal name. */
const NO_OPENERS: ReadonlySet<string> = new Set([...INNER_WORDS, ...DESCRIPTION, ...CALENDAR]);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/**
 * Names that read like a phrase or a sentence of their own, wherever they stand in the report. A tagger takes "Keep the
 * Steps said no" for an order; so such names are found before it, by signs that the report gives itself: an acronym in
 * brackets with their initials; the same capitalised words, with a small word between, in the midst of a sentence and at
 * least twice; or such words at the start of a sentence with a finite verb right after them.
 *
 * > | Keep the Steps (KTS) said …       … by Defend Our Juries on Saturday
 *     ^^^^^^^^^^^^^^                           ^^^^^^^^^^^^^^^^^
 */
export function findPhrasalNames(segmented: SegmentedReport): TokenRange[] {
  const names = new Set<string>();
  const counts = new Map<string, number>();
  const { tokens, sentences } = segmented;
  for (const { firstToken, endToken } of sentences) {
    for (let token = firstToken; token < endToken; token++) {
      if (tokens[token]!.text === "(") addDefined(tokens, firstToken, token, endToken, names);
      else if (isCapital(tokens[token]!)) {
        const end = phraseEnd(tokens, token, endToken);
        if (end === null) continue;
        const key = keyOf(tokens, token, end);
        counts.set(key, (counts.get(key) ?? 0) + 1);
        const midSentence = token > firstToken && /^\p{Ll}/u.test(tokens[token - 1]!.text);
        if (midSentence) names.add(`?${key}`);
        if (token === firstToken && isSubject(tokens, end, endToken)) names.add(key);
      }
    }
  }
  const known = new Set<string>();
  for (const name of names) {
    if (!name.startsWith("?")) known.add(name);
    else if ((counts.get(name.slice(1)) ?? 0) >= 2) known.add(name.slice(1));
  }
  // "Organisers Defend Our Juries" beside "Defend Our Juries": the shorter one is the name.
  for (const name of known) {
    for (const shorter of known) if (name.endsWith(` ${shorter}`)) known.delete(name);
  }
  return known.size === 0 ? [] : occurrences(segmented, known);
}

const FINITE =
  /^(said|says|say|told|claimed|claims|called|calls|has|had|have|was|is|are|were|will|would|condemned|denied|denies|urged|asked|refused|accused|announced|argued|argues|added|warned|wrote|described|opposes|opposed|insisted|rejected|welcomed|estimated|put|vowed|promised)$/;

/** "Keep the Steps said", "Keep the Steps, which …": an order could not be followed so. */
function isSubject(tokens: readonly Token[], end: number, sentenceEnd: number): boolean {
  if (end >= sentenceEnd) return false;
  const next = tokens[end]!.text;
  return FINITE.test(next) || (next === "," && /^(which|who)$/.test(tokens[end + 1]?.text ?? ""));
}

/** "Defend Our Juries (DOJ)": the words before the bracket whose initials it holds. */
function addDefined(
  tokens: readonly Token[],
  sentenceStart: number,
  bracket: number,
  sentenceEnd: number,
  names: Set<string>,
): void {
  const acronym = tokens[bracket + 1]?.text ?? "";
  if (bracket + 2 >= sentenceEnd || tokens[bracket + 2]!.text !== ")" || !/^\p{Lu}{2,7}$/u.test(acronym)) return;
  const first = bracket - acronym.length;
  if (first < sentenceStart || acronym.length < 3) return;
  for (let i = 0; i < acronym.length; i++) {
    const word = tokens[first + i]!.text;
    if (word[0]!.toUpperCase() !== acronym[i]) return;
    if (!isCapital(tokens[first + i]!) && !INNER_WORDS.has(word.toLowerCase())) return;
  }
  if (isCapital(tokens[first]!)) names.add(keyOf(tokens, first, bracket));
}

/** End of a run of capitals with one small word or a capitalised "Our" in it, or null when there is none. */
function phraseEnd(tokens: readonly Token[], first: number, sentenceEnd: number): number | null {
  if (NO_OPENERS.has(tokens[first]!.text.toLowerCase())) return null;
  let inner = false;
  let end = first + 1;
  while (end < sentenceEnd && end - first < LONGEST) {
    const word = tokens[end]!.text.toLowerCase();
    if (INNER_WORDS.has(word) && end + 1 < sentenceEnd && isCapital(tokens[end + 1]!) && !isFixed(tokens[end + 1]!)) {
      inner = true;
      end += 2;
    } else if (isCapital(tokens[end]!) && !CALENDAR.has(word)) end++;
    else break;
  }
  return inner ? end : null;
}

function isFixed({ text }: Token): boolean {
  const word = text.toLowerCase();
  return INNER_WORDS.has(word) || CALENDAR.has(word);
}

function occurrences({ tokens, sentences }: SegmentedReport, known: ReadonlySet<string>): TokenRange[] {
  const firsts = new Map<string, number[]>();
  for (const key of known) {
    const words = key.split(" ");
    firsts.set(
      words[0]!,
      [...(firsts.get(words[0]!) ?? []), words.length].sort((a, b) => b - a),
    );
  }
  const found: TokenRange[] = [];
  for (const { firstToken, endToken } of sentences) {
    for (let token = firstToken; token < endToken; token++) {
      const length = firsts
        .get(tokens[token]!.text)
        ?.find((one) => token + one <= endToken && known.has(keyOf(tokens, token, token + one)));
      if (length === undefined) continue;
      found.push({ firstToken: token, endToken: token + length });
      token += length - 1;
    }
  }
  return found;
}

function keyOf(tokens: readonly Token[], first: number, end: number): string {
  return tokens
    .slice(first, end)
    .map((token) => token.text)
    .join(" ");
}

function isCapital({ text }: Token): boolean {
  // Most words begin with a small letter.
  const first = text.charCodeAt(0);
  return !(first >= 0x61 && first <= 0x7a) && /^\p{Lu}[\p{Ll}’'-]/u.test(text);
}
