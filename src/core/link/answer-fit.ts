import type { AnswerKind, StatementAct } from "../extract/candidates.ts";
import { type ReplyWords, readAnswerKind, replyWords } from "../extract/requests/answer-kind.ts";
import { ASKED_NOUN } from "../lexicons/answer-words.ts";
import { overlaps, textOf } from "../text/span.ts";
import type { AskNode } from "./ask-node.ts";
import { normaliseName } from "./content-words.ts";
import { deedsDiffer } from "./deeds.ts";
import { KIND_OF_ACT, type ReplyNode } from "./find-replies.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { PairFeatures } from "./pair-model.ts";
import { mayStandFor } from "./statement-fit.ts";
import { daysApart, type StorySource } from "./story-reports.ts";
import { coverageOf, intersects, likenessOf, sharedCount, sharedWeight } from "./story-words.ts";

export type AnswerFeature =
  | "byAsked"
  | "byRelated"
  | "bySide"
  | "byOpen"
  | "bySpokesman"
  | "byAskerSide"
  | "byOther"
  | "askedUnknown"
  | "answererUnknown"
  | "toAsker"
  | "sameSentence"
  | "nextSentence"
  | "near"
  | "otherReport"
  | "gap"
  | "topic"
  | "coverage"
  | "context"
  | "contextTopic"
  | "refuses"
  | "agrees"
  | "silent"
  | "rules"
  | "promises"
  | "looksBack"
  | "says"
  | "saysUnasked"
  | "saysNext"
  | "bare"
  | "loose"
  | "follows"
  | "negative"
  | "nearestAsk"
  | "ownWords"
  | "question"
  | "farTopic"
  | "farSays"
  | "farPromise"
  | "byAskedNear"
  | "rulesAsked"
  | "rareAsked"
  | "sameDeed"
  | "deedsDiffer"
  | "plainNear";

/** Acts that settle nothing by themselves; they may answer a request all the same, but not by telling of it. */
const SAYS: ReadonlySet<StatementAct> = new Set(["assertion", "denial", "allegation", "admission", "belief"]);

/** "The new group" asked and "the new group" plans: nobody's name is known, and it is told of in the same words. */
export function isAskerUnnamed({ asker: a }: AskNode, { speaker: b }: ReplyNode): boolean {
  if (a.kind !== "unnamed" || b.kind !== "unnamed") return false;
  const [first, second] = [normaliseName(a.description), normaliseName(b.description)];
  return first === second && /\p{L}{3} \p{L}{3}/u.test(first);
}

/**
 * Null when the reply cannot answer the request: it came before, or the asker says it. `nearest` says that no other
 * asking stands between the two in the report; `kindred` is how many askings of whoever replies the story tells of.
 */
export function answerFeatures(
  ask: AskNode,
  answer: ReplyNode,
  actors: ActorLinks,
  nearest: boolean,
  kindred: number,
): PairFeatures<AnswerFeature> | null {
  if (
    answer.source.order < ask.source.order ||
    (answer.source === ask.source &&
      answer.statement !== null &&
      answer.statement.statement.id === ask.request?.statement)
  )
    return null;
  if (answer.source === ask.source && answer.spans.some((one) => overlaps(one, ask.span))) {
    if (SAYS.has(answer.act)) return null;
  }
  const asker = ask.asker.kind === "resolved" ? ask.asker.actor : null;
  const asked = ask.asked.kind === "resolved" ? ask.asked.actor : null;
  const said = answer.speaker.kind === "resolved" ? answer.speaker.actor : null;
  // "UBN asked the board whether … It had not replied": those who asked do not answer, so "it" is somebody else.
  const isMisread = said !== null && said === asker && mayBeMisread(ask, answer);
  const by = isMisread && isRightBehind(ask, answer) ? asked : said;
  if (by !== null && by === asker) return null;
  // The asker's own body, or who speaks for it, asks again.
  if (by !== null && asker !== null && by !== asked && SAYS.has(answer.act) && isRelated(by, asker, actors))
    return null;
  const flag = (held: boolean) => (held ? 1 : 0);
  const same = answer.source === ask.source;
  const apart = Math.abs(answer.sentence - ask.sentence);
  const { act } = answer;
  const says = SAYS.has(act);
  const related = by !== null && asked !== null && isRelated(by, asked, actors);
  const onSide =
    by !== null && asked !== null && by !== asked && !related && intersects(actors.side(by), actors.side(asked));
  // Another party that refuses or agrees answers something else; "campaigners" may be any group that the report names.
  const isVague = same && asked !== null && actors.kindOf(asked) === "group";
  // Who is reported right behind an asking and may speak for the body asked does so, or the report would say otherwise.
  const isOpen = by !== null && asked !== null && mayStandFor(by, asked, actors);
  const isSpokesman = by === null && speaksForThem(answer);
  const isTheirs = by === null && asked !== null && speaksByName(answer, actors.nameOf(asked));
  const isBehind = isRightBehind(ask, answer);
  const speaksFor = isBehind && ((isOpen && !says) || (isSpokesman && nearest));
  // "asked the council …; officials had not replied"
  const isSilent = isBehind && nearest && by === null && act === "no-comment" && answer.statement === null;
  const isOther = by !== null && asked !== null && by !== asked && !related && !onSide && !isVague && !speaksFor;
  // What other people promise, or say in another report, is no answer of the one asked, and a group rules on nothing.
  const mayAnswer = act === "ruling" ? isCourt(asked, actors) : isOpen && same && act !== "promise";
  if (isOther && !mayAnswer) return null;
  if (act === "ruling" && by !== null && actors.kindOf(by) === "group" && !isCourt(by, actors)) return null;
  // Plans and sayings that a report gives nobody are no one's answer.
  if (answer.statement?.statement.source === null && (says || (act === "promise" && by === null))) return null;
  // A decision on something else.
  if (act === "ruling" && by === null && asked !== null && !isCourt(asked, actors)) return null;
  if (act === "ruling" && answer.statement !== null && !isOnTopic(ask, answer, by !== null && by === asked))
    return null;
  if (isElsewhere(ask, answer)) return null;
  const isParty = (by !== null && (by === asked || related || onSide)) || isTheirs || (isSpokesman && nearest);
  if (!isParty && !(same ? act === "no-comment" || isTied(ask, answer) : isTiedFar(ask, answer))) return null;
  return {
    byAsked: flag(by !== null && by === asked),
    byRelated: flag(by !== asked && (related || speaksFor || isTheirs)),
    bySide: flag(onSide),
    byOpen: flag(isOther && isOpen),
    bySpokesman: flag(isSpokesman || isSilent),
    byAskerSide: flag(by !== null && asker !== null && intersects(actors.side(by), actors.side(asker))),
    byOther: flag(isOther && !isOpen),
    askedUnknown: flag(asked === null),
    answererUnknown: flag(by === null && !isTheirs),
    toAsker: flag(asker !== null && answer.addressee === asker),
    sameSentence: flag(same && apart === 0),
    nextSentence: flag(same && answer.sentence - ask.sentence === 1),
    near: flag(same && apart <= 3),
    otherReport: flag(!same),
    gap: same ? 0 : gapOf(ask.source, answer.source),
    topic: likenessOf(ask.words, answer.words),
    coverage: coverageOf(ask.words, answer.words) * Math.min(1, sharedCount(ask.words, answer.words) / 2),
    context: likenessOf(ask.context, answer.context),
    contextTopic: sharedWeight(ask.words, answer.context) / (ask.words.total || 1),
    refuses: flag(act === "refusal"),
    agrees: flag(act === "agreement"),
    silent: flag(act === "no-comment"),
    rules: flag(act === "ruling"),
    promises: flag(act === "promise"),
    looksBack: flag(answer.looksBack),
    says: flag(says),
    saysUnasked: flag(says && by !== asked && !related && !onSide && !isSpokesman),
    saysNext: flag(says && same && answer.start > ask.span.start && answer.sentence - ask.sentence <= 1),
    bare: flag(answer.words.ids.length === 0),
    loose: coverageOf(ask.loose, answer.loose) * Math.min(1, sharedCount(ask.loose, answer.loose) / 3),
    follows: flag(answer.follows !== null),
    negative: flag(says && answer.negative),
    nearestAsk: flag(same && nearest),
    ownWords: flag(answer.statement === null),
    question: flag(ask.kind === "question"),
    farTopic: same ? 0 : sharedWeight(ask.words, answer.context) / (ask.words.total || 1),
    farSays: flag(!same && says),
    farPromise: flag(!same && act === "promise"),
    byAskedNear: flag(by !== null && by === asked && same && apart <= 1),
    rulesAsked: flag(act === "ruling" && by !== null && by === asked),
    sameDeed: flag(intersects(ask.deeds, answer.deeds)),
    deedsDiffer: flag(deedsDiffer(ask.deeds, answer.deeds)),
    plainNear: flag(answer.statement === null && !says && act !== "no-comment" && same && nearest && apart <= 3),
    rareAsked: by !== null && by === asked ? 1 / Math.max(1, kindred) : 0,
  };
}

/**
 * Both tell enough to be compared and have nothing in common: who refuses, agrees or promises in another report speaks of
 * something else.
 */
function isElsewhere(ask: AskNode, answer: ReplyNode): boolean {
  if (ask.source === answer.source || Math.min(ask.words.ids.length, answer.words.ids.length) < 2) return false;
  if (sharedCount(ask.words, answer.words) + sharedCount(ask.loose, answer.loose) > 0) return false;
  if (intersects(ask.deeds, answer.deeds)) return false;
  return likenessOf(ask.context, answer.context) < ALIKE;
}

/**
 * Who is not known to have been asked answers in the sentence of the asking, behind it, or by words that are of it: bare ones, ones
 * that it shares, that name an asking or weigh one.
 */
function isTied(ask: AskNode, answer: ReplyNode): boolean {
  if (ask.sentence === answer.sentence && (answer.start > ask.span.start || ask.kind === "pointer")) return true;
  if (answer.words.ids.length < 2 || answer.looksBack || answer.follows !== null) return true;
  if (answer.byPronoun && isRightBehind(ask, answer)) return true;
  if (answer.spans.some((one) => overlaps(one, ask.span))) return true;
  if (sharedCount(ask.words, answer.words) + sharedCount(ask.loose, answer.loose) > 0) return true;
  if (intersects(ask.deeds, answer.deeds)) return true;
  if (ask.sentence !== answer.sentence && sharedCount(ask.context, answer.words) > 0) return true;
  const { content } = wordsOf(answer);
  return WEIGHS.test(content) || NAMES_ASKING.test(content);
}

/**
 * In another report only what grants or refuses the very thing, told in more than one of its words, or what names an asking of it: "would
 * take up the midwives' invitation".
 */
function isTiedFar(ask: AskNode, answer: ReplyNode): boolean {
  const shared = sharedCount(ask.words, answer.words);
  if (shared + sharedCount(ask.loose, answer.loose) > 0 && NAMES_ASKING.test(wordsOf(answer).content)) return true;
  if (answer.act === "no-comment") return sharedCount(ask.words, answer.context) > 1;
  return !SAYS.has(answer.act) && (shared > 1 || intersects(ask.deeds, answer.deeds) || answer.looksBack);
}

const NAMES_ASKING =
  /\b(?:requests?|pleas?|demands?|applications?|petitions?|motions?|appeals?|bids?|invitations?)\b/iu;
const WEIGHS =
  /^(?:that )?(?:it|they|this|those|these)\b|\b(?:it|them)$|\b(?:think|consider|answers?|repl(?:y|ies)|respon(?:d|se)|study|review|decide|decision|discuss|willing|ready)\b/iu;

/** "UBN asked the board whether …. It had not replied"; but "She plans", behind what she asked, is hers, as is what stands in the asking. */
function mayBeMisread(ask: AskNode, { byPronoun, act, spans }: ReplyNode): boolean {
  if (!byPronoun || SAYS.has(act) || act === "promise") return false;
  return !spans.some((one) => overlaps(one, ask.span));
}

/** "did not answer questions about the survey", "would not discuss the survey": silence on another thing than was asked for. */
export function isSilentOnOther(ask: AskNode, { act, statement, words, source }: ReplyNode): boolean {
  if (act !== "no-comment" || words.ids.length === 0 || ask.words.ids.length === 0) return false;
  const cue = statement?.statement.cue ?? null;
  const isTold = statement === null || (cue !== null && TELLS_TOPIC.test(textOf(source.record.report.text, cue)));
  return isTold && sharedCount(ask.words, words) === 0;
}

const TELLS_TOPIC = /\bdiscuss|\bquestions?\b/i;

/**
 * Who promises or agrees to something told in other words than what was asked for: in another report where a word says
 * what was asked ("to resign"), or where nobody knows whom it was asked of and somebody else than the asker undertakes it.
 */
export function undertakesOther(ask: AskNode, answer: ReplyNode): boolean {
  if (answer.act !== "promise" && answer.act !== "agreement") return false;
  if (ask.words.ids.length === 0 || answer.words.ids.length < 2) return false;
  if (sharedCount(ask.context, answer.words) + sharedCount(ask.words, answer.context) > 0) return false;
  const isElsewhere = ask.source !== answer.source && ask.words.ids.length === 1;
  return isElsewhere || (answer.act === "promise" && ask.asked.kind !== "resolved");
}

/** "asked about the port's claims of a leak": words of the question itself do not answer it. */
export function isOfQuestion(ask: AskNode, { source, start }: ReplyNode): boolean {
  return ask.source === source && ask.about !== null && start >= ask.about.start && start < ask.about.end;
}

/** "her office", "its spokesman", "a spokeswoman": for somebody just named. */
function speaksForThem({ speaker }: ReplyNode): boolean {
  return speaker.kind === "unnamed" && SPOKESMAN.test(speaker.description);
}

/** "a spokesman for Mayor Ann Ray" speaks for Ann Ray. */
function speaksByName({ speaker }: ReplyNode, name: string | null): boolean {
  const principal =
    speaker.kind === "unnamed" ? /\bspokes\p{L}+ for (.+)$/iu.exec(speaker.description)?.[1] : undefined;
  const last = name?.split(" ").at(-1);
  return principal !== undefined && last !== undefined && principal.split(" ").at(-1) === last;
}

const SPOKESMAN =
  /^(?:(?:its|his|her|their) |(?:an?|the) (?:\p{L}+ )?(?=spokes))(?:\p{L}+ )?(?:office|spokes\p{L}+|lawyers?|solicitors?|barrister|attorneys?|department|team|staff|aides?|campaign|executive|secretary|counsel)\b/iu;

/** What a report itself asked is not answered in another by words of nobody known: those tell of the matter. */
export function isToldElsewhere(ask: AskNode, { act, source, speaker }: ReplyNode): boolean {
  return ask.kind === "question" && ask.source !== source && speaker.kind !== "resolved" && SAYS.has(act);
}

/** In the same sentence or the next. */
function isRightBehind(ask: AskNode, answer: ReplyNode): boolean {
  const apart = answer.sentence - ask.sentence;
  return answer.source === ask.source && apart >= 0 && apart <= 1 && answer.start > ask.span.start;
}

const COURT = /\b(?:judges?|justice|courts?|tribunal|magistrates?|panel|ombudsman|inspectorate|board|commission)\b/i;

function isCourt(actor: string | null, actors: ActorLinks): boolean {
  return actor !== null && COURT.test(actors.nameOf(actor) ?? "");
}

/** Likeness of the sentences from which a ruling of the one asked is on the request though no word of it is the same. */
const ALIKE = 0.25;

/** "granted | the motion", "ruled | it out": what was asked, and nothing else. */
const POINTS_BACK = new RegExp(
  `^(?:(?:it|that|this|them)(?: out| down)?|(?:the|his|her|its|their|that|this|both|all) (?:\\p{L}+ ){0,2}${ASKED_NOUN})$`,
  "iu",
);

function isOnTopic(ask: AskNode, answer: ReplyNode, byAsked: boolean): boolean {
  if (sharedWeight(ask.words, answer.words) > 0) return true;
  if (isRightBehind(ask, answer) && POINTS_BACK.test(wordsOf(answer).content)) return true;
  return byAsked && likenessOf(ask.context, answer.context) >= ALIKE / 2;
}

function isRelated(a: string, b: string, actors: ActorLinks): boolean {
  return actors.affiliations(a).has(b) || actors.affiliations(b).has(a);
}

function gapOf(a: StorySource, b: StorySource): number {
  const days = daysApart(a, b);
  return days === null ? 3 : Math.log2(1 + days);
}

/** What a reply does with what was asked: by its words, by its act, or by the answer that it gives the reasons for. */
export function answerKindOf(node: ReplyNode, asks: readonly AskNode[]): AnswerKind | "reply" {
  const isQuestion = asks.every(({ kind }) => kind === "question");
  const worded = readAnswerKind(wordsOf(node, asks.map(askedOf).join(" ")));
  const kind = worded ?? KIND_OF_ACT[node.act] ?? reasonsFor(node);
  // "Extremely small. I wouldn't hold your breath": who was asked about a thing grants and refuses nothing by what they say of it.
  if (isQuestion) return kind === "refusal" || kind === "no-comment" ? kind : "reply";
  return kind ?? (node.saysNo ? "refusal" : "reply");
}

/** "A seat was impossible, he said", behind a yes to something else, gives no reasons for that yes. */
function reasonsFor({ follows, negative }: ReplyNode): AnswerKind | null {
  return negative && (follows === "agreement" || follows === "promise") ? null : follows;
}

/** Bare words are all cue. */
function wordsOf({ source, statement, spans, act }: ReplyNode, asked = ""): ReplyWords {
  const { text } = source.record.report;
  if (statement !== null) return { ...replyWords(text, statement.statement, asked), act };
  return { act, cue: spans.map((span) => textOf(text, span)).join(" "), content: "", asked };
}

function askedOf({ source, about }: AskNode): string {
  return about === null ? "" : textOf(source.record.report.text, about);
}
