import {
  DENYING_CUES,
  FALSE_SAID,
  GUILT_DENIED,
  NO_PART,
  NOBODY,
  NONE,
  NOTHING_CLAIMED,
  REPLYING_CUES,
  WHOLE_DENIED,
} from "../lexicons/denial-words.ts";
import { textOf } from "../text/span.ts";
import { contentWordsOf, findContentWords } from "./content-words.ts";
import type { StatementNode } from "./statement-node.ts";

/** A way in which a statement may deny what somebody has said before it. */
export interface Denial {
  /** Content words of which the claim must hold one; null where the denial names nothing. */
  readonly things: readonly string[] | null;
  /** Sentences behind the claim in which it may stand. */
  readonly reach: number;
  /** It denies an allegation and nothing else. */
  readonly ofAllegation: boolean;
}

const SAME_SENTENCE = 0;
const NEXT_SENTENCE = 1;
/** A verdict may have words between it and what it is on. */
const NEAR = 2;
/** A denial that names its thing. */
const FAR = 3;

const OPENING = "^[“”\"'‘’\\s]*(?:that )?";
const WHOLE = new RegExp(`${OPENING}${WHOLE_DENIED}(?:$|[,;:.])`, "iu");
const GUILT = new RegExp(`${OPENING}${GUILT_DENIED}(?:$|[,;:.])`, "iu");
/** The verdict is all, or a clause of its own: "it was wrong to compare" and "a false report from 2008" give none. */
const FALSE = new RegExp(
  `${OPENING}(?:(?:this|that|it|them) )?[“"'‘]?${FALSE_SAID}(?: (?:story|claim|allegation|accusation|smear|rumou?r))?[”"'’]*(?:$|[,.;:!?…—]| and | but )`,
  "iu",
);
/** "a charge she rejects" */
const A_CHARGE = /^an? (?:charge|claim|allegation|accusation|assertion|suggestion)$/i;
const PART = new RegExp(`\\b${NO_PART}\\b`, "iu");
const NONE_OF = new RegExp(`${OPENING}${NONE} (?<rest>.*)`, "isu");
/** "Nobody was paid", but not "nobody wants": that tells of people at large. */
const NOBODY_DID = new RegExp(`${OPENING}${NOBODY}\\b(?! (?!(?:was|is|has)\\b)\\p{L}+s\\b)(?<rest>.*)`, "isu");
const DID_TO_NOBODY = /\b(\p{L}+) (?:nobody|no one|nothing|none)\b/iu;
const NEVER = /\bnever (?<rest>.*)/isu;
const NO_SUCH = /\bno such (?<rest>.*)|\b(?:no|not|nobody|none|never)\b.*\bany such (?<other>.*)/isu;
const CLAUSE = /^[^.;:!?…—]*/u;
const DENYING = new RegExp(`\\b(?:${DENYING_CUES})\\b`, "i");
const REPLYING = new RegExp(`\\b(?:${REPLYING_CUES})\\b`, "i");
const CLAIMED_BY_NOBODY = new Set(contentWordsOf(NOTHING_CLAIMED));
const PRONOUN = /^(?:you|we|i|they|he|she|it|who)$/i;
const PLEADING = /\b(?:plead|pled\b|plea\b)/i;

/** The ways in which a statement may be a denial, the surer first; none for most. A plea in court is a step of law. */
export function readDenial(node: StatementNode): Denial[] {
  const { act } = node.statement;
  const cue = cueOf(node);
  if (PLEADING.test(cue) || isUnsaid(node) || !isKnown(node)) return [];
  const said = saidIn(node);
  const isDenial = act === "denial";
  const isRejecting = isDenial || act === "refusal";
  if (isDenial && GUILT.test(said)) return [ofAllegation];
  if ((isDenial && WHOLE.test(said)) || PART.test(said)) return [ofAnything(NEXT_SENTENCE)];
  if ((isDenial && said === "which") || (isRejecting && A_CHARGE.test(said))) {
    return isPronounAstray(node) ? [] : [ofAnything(SAME_SENTENCE)];
  }
  if (FALSE.test(said)) return [ofAnything(NEAR)];
  const clause = CLAUSE.exec(said.replace(/^[“”"'‘’\s]+/u, ""))![0];
  const found = [...namedIn(clause, isDenial, isDenial && DENYING.test(cue))];
  if (REPLYING.test(cue) && isNegated(said)) found.push(ofAllegation);
  return found;
}

const ofAllegation: Denial = { things: null, reach: NEXT_SENTENCE, ofAllegation: true };

function ofAnything(reach: number): Denial {
  return { things: null, reach, ofAllegation: false };
}

/** "which he denied" of whom the sentence does not name: the pronoun may have been read amiss. */
function isPronounAstray({ source, sentence, statement }: StatementNode): boolean {
  const { speaker, source: named } = statement;
  const { text } = source.record.report;
  if (named === null || speaker.kind !== "resolved" || !PRONOUN.test(textOf(text, named))) return false;
  const from = source.sentences[sentence]?.span.start ?? 0;
  const mentions = source.record.actors.find(({ id }) => id === speaker.actor)?.mentions ?? [];
  return !mentions.some(({ start }) => start >= from && start < named.start);
}

function isKnown({ speaker }: StatementNode): boolean {
  return speaker.kind !== "unnamed" || (speaker.description !== "" && !PRONOUN.test(speaker.description));
}

function* namedIn(clause: string, isDenial: boolean, isDenied: boolean): Generator<Denial> {
  const of = (things: readonly string[], alleged = false): Denial => ({ things, reach: FAR, ofAllegation: alleged });
  const such = NO_SUCH.exec(clause)?.groups;
  if (such) yield of(headOf(such["rest"] ?? such["other"]!));
  if (isOpen(clause)) return;
  if (isDenied) yield of(lowerWords(clause.replace(DEFINITE, "")));
  const none = NONE_OF.exec(clause)?.groups?.["rest"];
  if (none !== undefined && !CLAIMED_BY_NOBODY.has(headOf(none).at(0) ?? "")) {
    yield of(isDenial ? contentWordsOf(groupOf(none)) : headOf(none));
  }
  const nobody = NOBODY_DID.exec(clause)?.groups?.["rest"] ?? DID_TO_NOBODY.exec(clause)?.[1];
  if (nobody !== undefined) yield of(lowerWords(nobody));
  const never = NEVER.exec(clause)?.groups?.["rest"];
  if (never !== undefined) yield of(lowerWords(never), true);
}

/** Who is said to have done it is no part of what is denied: "denied that the board had sat on the complaint". */
const DEFINITE = /^(?:that )?(?:the|his|her|its|their) \p{L}+/iu;

/** The group of words that "no" opens. */
function groupOf(rest: string): string {
  return GROUP.exec(rest)?.[0] ?? "";
}

/** Its last word, and that of what "of" hangs on it. */
function headOf(rest: string): string[] {
  return groupOf(rest)
    .split(/\bof\b/i)
    .flatMap((part) => contentWordsOf(part).slice(-1));
}

const GROUP =
  /^(?:(?!(?:was|were|is|are|had|has|have|been|did|does|took|in|on|at|by|for|from|to|that|who|which|ever|as|and|or|with|between|about)\b)[\p{L}\p{N}’'-]+ ?)+/iu;

function lowerWords(words: string): string[] {
  return findContentWords(words)
    .filter(({ marked }) => !marked)
    .map(({ word }) => word);
}

/** "did not deny", "would neither confirm nor deny": nothing was said by it. */
export function isUnsaid(node: StatementNode): boolean {
  return UNSAID.test(cueOf(node));
}

const UNSAID =
  /\b(?:not|never|neither|nor|refus\w+|declin\w+|unable|fail\w*|stop\w*|could|can|cannot|would|will|may|might)\b|n[’']t\b/i;

function cueOf({ source, statement: { cue } }: StatementNode): string {
  return cue === null ? "" : textOf(source.record.report.text, cue);
}

/** The words of a statement's content. */
export function saidIn({ statement, source }: StatementNode): string {
  return statement.content.map((span) => textOf(source.record.report.text, span)).join(" ");
}

const NEGATED = /\b(?:no|not|never|nobody|no-one|none|nothing|neither|nor|without|den(?:y|ies|ied|ying))\b|n[’']t\b/iu;

export function isNegated(said: string): boolean {
  return NEGATED.test(said);
}

const OPEN =
  /\b(?:would|will|shall|should|must|may|might|can|could|cannot)\b|\b(?:wo|ca|would|could|should|must)n[’']t\b|\?/iu;

/** It tells of what will, may or should be, or asks. */
export function isOpen(said: string): boolean {
  return OPEN.test(said);
}
