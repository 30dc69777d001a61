import type { AnnotatedReport, NameMention } from "../../annotate/layers.ts";
import { isPersonNoun } from "../../annotate/person-nouns.ts";
import { LETTER_NOUNS } from "../../lexicons/request-words.ts";
import { nameAt } from "../events/personal.ts";
import type { StatementDraft } from "./draft.ts";
import { headOfPhrase, personNamedLast } from "./phrase-head.ts";

type Source = readonly [first: number, last: number];

/**
 * Sources that the words right around a cue settle, whoever a parser or an annotator takes for the speaker.
 *
 * > | Ray told Quill, who replied: “No.”   The film cuts to Ray saying: “Go.”   Police quoted Ray as saying: “I did.”
 *               ^^^^^                                        ^^^                               ^^^
 * > | “He was kind,” said Quill’s mother, Ann Ray.
 *                         ^^^^^^^^^^^^^^^^^^^^^^^
 */
export function settleSources(annotated: AnnotatedReport, drafts: readonly StatementDraft[]): StatementDraft[] {
  return drafts.map((one) => {
    const draft = ownerAfterNoun(annotated, one) ?? one;
    const found =
      ownerOfCue(annotated, draft) ??
      writerBefore(annotated, draft) ??
      pronounBefore(annotated, draft) ??
      (draft.source && throughPossessive(annotated, draft.source, draft.cue));
    const isOther = found !== null && (found[0] !== draft.source?.[0] || found[1] !== draft.source[1]);
    return isOther ? { ...draft, source: found, sourceHead: found[1] } : draft;
  });
}

/** "rejected the demand of | the union leader, Ann Ray, | that he resign": hers, and not of who rejects it. */
function ownerAfterNoun(annotated: AnnotatedReport, draft: StatementDraft): StatementDraft | null {
  const { predicate, source, content } = draft;
  const { tokens, upos } = annotated;
  const isOf = upos[predicate] === "NOUN" && tokens[predicate + 1]?.text === "of";
  if (!isOf || (source !== null && source[0] > predicate)) return null;
  let that = predicate + 2;
  while (that < predicate + LONGEST_OWNER && /^(?:DET|ADJ|NOUN|PROPN|PRON|PUNCT|ADP|PART)$/.test(upos[that] ?? ""))
    that++;
  if (tokens[that]?.text !== "that" || /^(?:VERB|AUX)$/.test(upos[that + 1] ?? "")) return null;
  const last = tokens[that - 1]!.text === "," ? that - 2 : that - 1;
  const owner = [predicate + 2, last] as const;
  const head = personNamedLast(annotated, owner) ?? headOfPhrase(annotated, owner);
  if (last < owner[0] || !(isPersonNoun(annotated, head) || nameAt(annotated, head)?.kind === "person")) return null;
  const from = tokens[that]!.start;
  const said = content.flatMap((span) =>
    span.end <= from ? [] : [{ start: Math.max(span.start, from), end: span.end }],
  );
  return said.length === 0 ? null : { ...draft, source: owner, sourceHead: head, content: said };
}

/** Tokens from a noun such as "demand" to the "that" of what is demanded, at most. */
const LONGEST_OWNER = 16;

/** The name that "who", "as" or nothing parts from the cue. */
function ownerOfCue(annotated: AnnotatedReport, { cue, source }: StatementDraft): Source | null {
  const { upos, xpos } = annotated;
  // Nobody speaks in "Quill, who was convicted"; whom "who" stands for is found later.
  if (source === null) return null;
  const word = (token: number) => annotated.tokens[token]?.text.toLowerCase() ?? "";
  let before = cue[0] - 1;
  while (upos[before] === "ADV" || upos[before] === "AUX") before--;
  const name =
    word(before) === "who"
      ? nameEndingAt(annotated, word(before - 1) === "," ? before - 2 : before - 1)
      : word(cue[0] - 1) === "as" && /^saying/.test(word(cue[0]))
        ? nameEndingAt(annotated, cue[0] - 2)
        : word(cue[0]) === "having" && word(cue[0] - 1) === ","
          ? nameEndingAt(annotated, cue[0] - 2)
          : (xpos[cue[0]] === "VBG" && source[1] < cue[0] - 1) || isSubjectOfOther(annotated, source, cue)
            ? nameEndingAt(annotated, cue[0] - 1)
            : null;
  if (name === null || annotated.sentenceOf[name.firstToken] !== annotated.sentenceOf[cue[0]]) return null;
  // "the mayor, Ann Ray, who said" is held already; "Ray met Quill, who said" is no name.
  const isHeld =
    source[0] <= name.firstToken &&
    source[1] >= name.endToken - 1 &&
    !upos.slice(source[0], name.firstToken).includes("VERB");
  return isHeld || word(source[1]) === "who" ? null : [name.firstToken, name.endToken - 1];
}

/** "Standing beside Ray, her barrister, | she | said": nobody else, whatever stands before. */
function pronounBefore({ tokens, sentenceOf }: AnnotatedReport, { cue, source }: StatementDraft): Source | null {
  const before = cue[0] - 1;
  const isPronoun = /^(?:he|she|they|it|we|i)$/i.test(tokens[before]?.text ?? "");
  if (!isPronoun || tokens[before - 1]?.text !== "," || sentenceOf[before] !== sentenceOf[cue[0]]) return null;
  return source !== null && source[1] < before - 1 ? [before, before] : null;
}

/** "| Ray | will report in June, chair Bo Quill | told | us": her verb is another. */
function isSubjectOfOther({ upos, tokens }: AnnotatedReport, [, last]: Source, cue: Source): boolean {
  const isVerb = /^(?:AUX|VERB)$/.test(upos[last + 1] ?? "") && last + 1 < cue[0] - 2;
  return isVerb && tokens.slice(last, cue[0]).some(({ text }) => text === ",");
}

/** "received a letter from | 40 MPs | urging him to go": who wrote it. */
function writerBefore(annotated: AnnotatedReport, { cue }: StatementDraft): Source | null {
  const { tokens, upos, xpos, lemmas, sentenceOf } = annotated;
  if (xpos[cue[0]] !== "VBG") return null;
  const end = tokens[cue[0] - 1]?.text === "," ? cue[0] - 1 : cue[0];
  let from = end - 1;
  while (from > end - LONGEST_WRITER && /^(?:DET|NUM|ADJ|NOUN|PROPN)$/.test(upos[from]!)) from--;
  if (from === end - 1 || tokens[from]?.text !== "from" || sentenceOf[from] !== sentenceOf[cue[0]]) return null;
  return LETTER_NOUNS.has(lemmas[from - 1]!) ? [from + 1, end - 1] : null;
}

const LONGEST_WRITER = 8;

function nameEndingAt(annotated: AnnotatedReport, token: number): NameMention | null {
  const name = nameAt(annotated, token);
  return name?.endToken === token + 1 && name.kind !== "place" ? name : null;
}

/** Words of a description between an owner and a name: "Quill’s elder sister, Ann Ray". */
const LONGEST = 4;

function throughPossessive(annotated: AnnotatedReport, [first, last]: Source, cue: Source): Source | null {
  const { tokens, upos } = annotated;
  if (!/^[’']s$/.test(tokens[last + 1]?.text ?? "") || cue[0] > last) return null;
  let end = last + 1;
  while (end - last <= LONGEST && /^(?:NOUN|ADJ|NUM)$/.test(upos[end + 1] ?? "")) end++;
  if (end === last + 1 || upos[end] !== "NOUN" || tokens[end + 1]?.text !== ",") return null;
  const name = nameAt(annotated, end + 2);
  return name?.kind === "person" && name.firstToken === end + 2 ? [first, name.endToken - 1] : null;
}
