import {
  ASKED_NOUN,
  ENDING_ASKED,
  GOING_ON,
  GRANTING,
  KEPT_BACK,
  LET_STAND,
  NO_CLAUSE,
  NO_OPENING,
  ON_TERMS,
  PARTLY,
  REFUSING,
  SETTING_ASIDE,
  SILENT,
  UNANSWERED,
} from "../../lexicons/answer-words.ts";
import { SMALL_NUMBERS } from "../../lexicons/figure-number-words.ts";
import { FUNCTION_WORDS } from "../../lexicons/function-words.ts";
import { textOf } from "../../text/span.ts";
import type { AnswerKind, StatementAct, StatementCandidate } from "../candidates.ts";

/** A reply in words. */
export interface ReplyWords {
  readonly act: StatementAct;
  readonly cue: string;
  readonly content: string;
  /** What was asked for; blank where no report says. */
  readonly asked: string;
}

/** The words of a statement that may answer. */
export function replyWords(
  text: string,
  { act, cue, content }: Pick<StatementCandidate, "act" | "cue" | "content">,
  asked = "",
): ReplyWords {
  const said = content.map((span) => textOf(text, span)).join(" ");
  return { act, cue: cue === null ? "" : textOf(text, cue), content: said, asked };
}

type Kind = AnswerKind | "reply" | null;

/**
 * What a reply does with what was asked, by its words: of "voted to deny the request" the act alone says no more than that
 * somebody ruled, and "closed it" is a yes or a no by what was asked. "reply" where it neither grants nor refuses, or it is
 * in doubt which; null where the words say nothing that the act does not.
 */
export function readAnswerKind({ act, asked, ...reply }: ReplyWords): Kind {
  const cue = reply.cue.trim();
  const content = reply.content.replace(/^[“”"'‘’\s]+/u, "");
  const plain = PLAIN.exec(content)?.[1]?.toLowerCase();
  if (plain !== undefined) return plain === "no" ? "refusal" : "agreement";
  if (NOT_YET.test(cue) || NOT_REFUSED.test(cue)) return "reply";
  if ((act === "assertion" || act === "refusal") && isSilent(`${cue} ${content}`, asked)) return "no-comment";
  if (act === "denial") return ASKED.test(content) ? "refusal" : null;
  if (!ANSWERING.has(act)) return null;
  if (ENDS.test(asked)) {
    const kind = kindOfEnding(act, cue, content, asked);
    if (kind !== undefined) return kind;
  }
  if (REFUSES.test(cue)) return "refusal";
  if (act === "ruling" && TO_STAND.test(asked) && UNDOES.test(cue)) return "refusal";
  if (UNDERTAKING.has(act) && (TERMS.test(content) || NO_YES.test(content))) return "reply";
  if (DECIDING.has(act) && OPENS_NO.test(content)) return "refusal";
  if (KEEPS.test(content)) return KEEPS_WORD.test(asked) ? null : "refusal";
  if (SAYS_NO.test(content)) return kindOfNo(act, content, asked);
  return kindOfYes(act, cue, content, asked);
}

const ANSWERING: ReadonlySet<StatementAct> = new Set(["ruling", "agreement", "promise", "refusal", "assertion"]);
/** Acts by which something is decided or undertaken. */
const DECIDING: ReadonlySet<StatementAct> = new Set(["ruling", "agreement", "promise", "refusal"]);

const UNDERTAKING: ReadonlySet<StatementAct> = new Set(["agreement", "promise"]);

const REFUSES = wordsOf(REFUSING);
const TERMS = wordsOf(ON_TERMS);
const TO_STAND = wordsOf(LET_STAND);
const GRANTS = wordsOf(GRANTING);
const ASKED = wordsOf(ASKED_NOUN);
const KEEPS = wordsOf(KEPT_BACK);
const GOES_ON = wordsOf(GOING_ON);
const SETS_ASIDE = wordsOf(SETTING_ASIDE);
const PART = wordsOf(PARTLY);
const UNDOES = wordsOf(`${SETTING_ASIDE}|suspend\\p{L}*`);
/** "No," and nothing else. */
const PLAIN = /^(no|yes)(?:[.,!]?["”’']?)$/iu;
/** "Let us get them out first", "the rules gave her no choice": neither a yes nor an undertaking. */
const NO_YES = /^let(?:[’']s| us)\b|\bno (?:choice|option|alternative)\b/iu;
const SILENCE = new RegExp(`^(?:\\p{L}+ ){0,3}?${SILENT}(?![\\p{L}])`, "iu");
const NO_ANSWER = new RegExp(`^(?:\\p{L}+ ){0,3}?${UNANSWERED}(?![\\p{L}])`, "iu");
const QUESTION = /^(?:whether|if|how|who|what|where|when|why|which)\b/iu;
const ENDS = new RegExp(`^(?:for|to|that|on|upon)? ?${ENDING_ASKED}`, "iu");
const OPENS_NO = new RegExp(`^${NO_OPENING}(?![\\p{L}])`, "iu");
const SAYS_NO = new RegExp(`^${NO_CLAUSE}`, "iu");
const KEEPS_WORD = /\b(?:secret|seal\p{L}*|closed?|shut|private|confidential|classified|wraps|keep|kept)\b/iu;
const NOT = /\b(?:not|never|against)\b|n[’']t\b/iu;
const AGREES = /\b(?:agree|consent|accept)/iu;

function wordsOf(wording: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${wording})(?![\\p{L}\\p{N}])`, "iu");
}

function isSilent(said: string, asked: string): boolean {
  return SILENCE.test(said) || (QUESTION.test(asked) && NO_ANSWER.test(said));
}

/** "has not agreed", "has yet to decide", "did not refuse", "neither agreed nor refused". */
const NOT_YET =
  /\b(?:ha(?:s|ve|d) (?:(?:still|so far) )?(?:not|never|yet to|still to)|ha(?:s|ve|d)n[’']t|yet to|neither) (?:(?:yet|been|\p{L}+ly) )*(?:agree|accept|decid|rul|grant|approv|consent|promis)/iu;
const NOT_REFUSED =
  /(?:\b(?:not|never|neither|nor|without|yet to)|n[’']t) (?:(?:yet|\p{L}+ly) )*(?:refus|reject|rul\p{L}+ (?:it |that |this )?out|den(?:y|ied)|dismiss|turn)/iu;

/**
 * A reply to who asks for a thing to end, or not to be: whoever goes on with it refuses, whoever ends it grants. Of other
 * words it is in doubt what they come to, so that none but a plain yes stays one. Undefined where a no is a no all the same.
 */
function kindOfEnding(act: StatementAct, cue: string, content: string, asked: string): Kind | undefined {
  const said = `${cue} ${content}`;
  if (ASKED.test(content) || (act === "assertion" && !DECIDED.test(content))) return undefined;
  const isNo = OPENS_NO.test(content) || SAYS_NO.test(content);
  if (NOT.test(asked)) {
    if (isNo || (REFUSES.test(cue) && sharesWord(said, asked))) return granted(act, said);
    const isUndertaken = act === "ruling" || act === "promise" || act === "assertion";
    return isUndertaken && sharesWord(said, asked) && !GOES_ON.test(said) ? "refusal" : undefined;
  }
  if (act === "refusal") return SETS_ASIDE.test(cue) && sharesWord(said, asked) ? granted(act, said) : undefined;
  if (isNo) return undefined;
  if (GOES_ON.test(said)) return "refusal";
  if (SETS_ASIDE.test(cue)) return UNDONE.test(cue) ? "refusal" : granted(act, said);
  return REFUSES.test(cue) && !sharesWord(cue, asked) ? undefined : kindOfYes(act, cue, content, asked);
}

/** "declined to overturn". */
const UNDONE = /\b(?:not|never|refus\p{L}+|declin\p{L}+|fail\p{L}*|stopp\p{L}+ short of)\b|n[’']t\b/iu;

/** The words of a decision, and no account of how things are. */
const DECIDED = /\b(?:will|would|shall|must|cannot|could not|won[’']t)\b|[’']ll\b/iu;

function granted(act: StatementAct, said: string): Kind {
  if (PART.test(said)) return "partial";
  return act === "promise" || act === "assertion" ? "promise" : "agreement";
}

/** A no to what was asked; to something else it is no answer to it. */
function kindOfNo(act: StatementAct, content: string, asked: string): Kind {
  if (!DECIDING.has(act)) return null;
  if (asked === "" || sharesWord(content, asked) || STANDS_FOR_IT.test(content)) return "refusal";
  return act === "refusal" ? null : "reply";
}

const STANDS_FOR_IT = /\b(?:do (?:so|it|that)|happen|be (?:moved|hurried|rushed|bullied|swayed))\b/iu;

function kindOfYes(act: StatementAct, cue: string, content: string, asked: string): Kind {
  const said = `${cue} ${content}`;
  switch (act) {
    case "ruling": {
      if (/\bup(?:held|hold)/iu.test(cue)) return "reply";
      const isOnIt = asked === "" || GRANTS.test(cue) || ASKED.test(content) || STANDS_FOR_IT.test(content);
      return isOnIt || sharesWord(said, asked) ? granted(act, said) : "reply";
    }
    case "agreement": {
      const isView = (AGREES.test(cue) && /^that\b/iu.test(content)) || /\bwelcom/iu.test(cue);
      return isView && !(DECIDED.test(content) && sharesWord(content, asked)) ? "reply" : granted(act, said);
    }
    case "promise":
      if (/\boffer/iu.test(cue) && isOtherNumber(content, asked)) return "partial";
      return granted(AGREES.test(cue) ? "agreement" : act, said);
    default:
      return null;
  }
}

/** "offered three per cent" to who wants six. */
function isOtherNumber(content: string, asked: string): boolean {
  const [given, wanted] = [numbersIn(content), numbersIn(asked)];
  return given.length > 0 && wanted.length > 0 && !given.some((number) => wanted.includes(number));
}

function numbersIn(words: string): string[] {
  return (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) => {
    const number = SMALL_NUMBERS.get(word);
    return number !== undefined ? String(number) : /^\p{N}/u.test(word) ? word : [];
  });
}

/** Letters by which two forms of a word are known for one. */
const STEM = 4;

function sharesWord(a: string, b: string): boolean {
  const stems = new Set(stemsOf(a));
  return stemsOf(b).some((stem) => stems.has(stem));
}

function stemsOf(words: string): string[] {
  return words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !FUNCTION_WORDS.has(word))
    .map((word) => word.slice(0, STEM));
}
