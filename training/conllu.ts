/** One sentence as trained on. `heads` are indices, -1 for the root. */
export interface TreeSentence {
  readonly words: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly lemmas: readonly string[];
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
  /** Whether a blank follows each word. */
  readonly spaced: readonly boolean[];
}

/** Reads CoNLL-U: ranges ("1-2") and empty nodes ("8.1") are passed over, so words are syntactic words. */
export function parseConllu(source: string): TreeSentence[] {
  const sentences: TreeSentence[] = [];
  for (const block of source.split(/\n\n+/)) {
    const words: string[] = [];
    const upos: string[] = [];
    const xpos: string[] = [];
    const lemmas: string[] = [];
    const heads: number[] = [];
    const deprels: string[] = [];
    const spaced: boolean[] = [];
    let joinedUntil = 0;
    let spaceAfterRange = true;
    for (const line of block.split("\n")) {
      if (line === "" || line.startsWith("#")) continue;
      const [id, form, lemma, up, xp, , head, deprel, , misc] = line.split("\t");
      if (id === undefined || id.includes(".")) continue;
      if (id.includes("-")) {
        joinedUntil = Number(id.split("-")[1]);
        spaceAfterRange = !(misc ?? "").includes("SpaceAfter=No");
        continue;
      }
      words.push(form!);
      lemmas.push(lemma!);
      upos.push(up!);
      xpos.push(xp!);
      heads.push(Number(head) - 1);
      deprels.push(deprel!);
      const number = Number(id);
      if (number < joinedUntil) spaced.push(false);
      else if (number === joinedUntil) spaced.push(spaceAfterRange);
      else spaced.push(!(misc ?? "").includes("SpaceAfter=No"));
    }
    if (words.length > 0) sentences.push({ words, upos, xpos, lemmas, heads, deprels, spaced });
  }
  return sentences;
}

/**
 * Joins what our tokeniser keeps whole: "anti", "-", "war" and "and", "/", "or" become one word, headed by the part that
 * heads the others (the last one where there are several). Returns also which word each old one went to.
 */
export function joinHyphenated(sentence: TreeSentence): { sentence: TreeSentence; newIndex: readonly number[] } {
  const n = sentence.words.length;
  const newIndex: number[] = [];
  const groups: number[][] = [];
  for (let i = 0; i < n; i++) {
    const open = groups.at(-1);
    if (open !== undefined && continuesWord(sentence, i)) open.push(i);
    else groups.push([i]);
    newIndex.push(groups.length - 1);
  }
  if (groups.length === n) return { sentence, newIndex };
  const leaders = groups.map((group) => leaderOf(sentence, group));
  return {
    sentence: {
      words: groups.map((group) => group.map((i) => sentence.words[i]!).join("")),
      lemmas: groups.map((group) => joinedLemma(sentence, group)),
      upos: leaders.map((i) => sentence.upos[i]!),
      xpos: leaders.map((i) => sentence.xpos[i]!),
      heads: leaders.map((i) => (sentence.heads[i]! < 0 ? -1 : newIndex[sentence.heads[i]!]!)),
      deprels: leaders.map((i) => sentence.deprels[i]!),
      spaced: groups.map((group) => sentence.spaced[group.at(-1)!]!),
    },
    newIndex,
  };
}

function continuesWord(sentence: TreeSentence, i: number): boolean {
  const { words, spaced } = sentence;
  if (spaced[i - 1]!) return false;
  if (isJoiner(words[i]!))
    return i + 1 < words.length && !spaced[i]! && endsWordlike(words[i - 1]!) && startsWordlike(words[i + 1]!);
  return (
    i >= 2 && isJoiner(words[i - 1]!) && !spaced[i - 2]! && endsWordlike(words[i - 2]!) && startsWordlike(words[i]!)
  );
}

function isJoiner(word: string): boolean {
  return word === "-" || word === "/" || word === "‑";
}

function endsWordlike(word: string): boolean {
  return /[\p{L}\p{N}.]$/u.test(word);
}

function startsWordlike(word: string): boolean {
  return /^[\p{L}\p{N}]/u.test(word);
}

function leaderOf(sentence: TreeSentence, group: readonly number[]): number {
  const inside = new Set(group);
  const outward = group.filter((i) => !inside.has(sentence.heads[i]!) && !isJoiner(sentence.words[i]!));
  return outward.at(-1) ?? group.at(-1)!;
}

function joinedLemma(sentence: TreeSentence, group: readonly number[]): string {
  if (group.length === 1) return sentence.lemmas[group[0]!]!;
  const last = group.at(-1)!;
  return group
    .map((i) => (i === last ? sentence.lemmas[i]! : sentence.words[i]!))
    .join("")
    .toLowerCase();
}
