import { behindDateline } from "../../annotate/dateline.ts";
import { firstTokenFrom } from "../../annotate/first-token-from.ts";
import type { AnnotatedReport } from "../../annotate/layers.ts";
import { isNegated } from "../../annotate/negation.ts";
import { ALLEGING_NOUNS, FALSE_ADJECTIVES } from "../../lexicons/event-status-words.ts";
import { PEOPLE_NOUNS } from "../../lexicons/nominals.ts";
import { type Span, textOf } from "../../text/span.ts";
import type { StatementDraft } from "./draft.ts";

type Test = (annotated: AnnotatedReport, draft: StatementDraft, drafts: readonly StatementDraft[]) => boolean;

/**
 * Leaves out words of speech that nobody has spoken, or not those to whom they would go: what somebody is asked whether
 * they say, what they deny saying, what a report takes back, what a witness tells of others, and deeds that a verb of
 * speech only names.
 */
export function dropUnspoken(annotated: AnnotatedReport, drafts: readonly StatementDraft[]): StatementDraft[] {
  return drafts.filter((draft) => !TESTS.some((test) => test(annotated, draft, drafts)));
}

const TESTS: readonly Test[] = [
  isOpenQuestion,
  isAskedOfThem,
  isDemandedOfThem,
  isProviso,
  isWhose,
  isDeniedByThem,
  isTakenBack,
  isGoingOn,
  isNextClause,
  isOfNobody,
  isDeed,
  isTaking,
  isByline,
  isOfPlaceWritten,
  isForComment,
  isToldTwice,
  isTotal,
  isMeant,
  isUnnamed,
];

/** "asked him to | confirm | that he had gone": who is asked to say a thing has not said it. */
function isAskedOfThem({ heads, deprels, lemmas, tokens }: AnnotatedReport, { predicate }: StatementDraft): boolean {
  const verb = heads[predicate]!;
  const isInfinitive = /^(?:xcomp|ccomp|advcl)$/.test(deprels[predicate]!) && tokens[predicate - 1]?.text === "to";
  return (
    isInfinitive &&
    verb >= 0 &&
    /^(?:ask|urge|press|pressure|invite|challenge|beg|implore|call|instruct)$/.test(lemmas[verb]!)
  );
}

/** "demanded that the group | condemn | the sit-in": by the bare form of the verb, it has not. */
function isDemandedOfThem(annotated: AnnotatedReport, { predicate, quotations }: StatementDraft): boolean {
  const { heads, deprels, lemmas, children, upos, tokens } = annotated;
  const verb = heads[predicate]!;
  if (quotations.length > 0 || verb < 0 || deprels[predicate] !== "ccomp" || !DEMANDING.test(lemmas[verb]!))
    return false;
  const isBare = tokens[predicate]!.text.toLowerCase() === lemmas[predicate];
  if (!isBare || children[predicate]!.some((child) => upos[child] === "AUX")) return false;
  return children[predicate]!.some((child) => deprels[child] === "mark" && /^that$/i.test(tokens[child]!.text));
}

const DEMANDING = /^(?:demand|urge|ask|insist|recommend|propose|request|order|require|suggest|plead|beg|call)$/;

/** "rejected the | demands | of students": whose they are is not what is demanded. */
function isWhose(annotated: AnnotatedReport, { predicate, source, content, quotations }: StatementDraft): boolean {
  const { upos, tokens, lemmas } = annotated;
  const [first] = content;
  if (source !== null || quotations.length > 0 || upos[predicate] !== "NOUN" || content.length !== 1) return false;
  if (!/^(?:demand|request|call|plea|appeal|claim|allegation|accusation|complaint|proposal)$/.test(lemmas[predicate]!))
    return false;
  if (tokens[predicate + 1]?.text !== "of" || first === undefined || first.start !== tokens[predicate + 1]!.start)
    return false;
  let owner = predicate + 2;
  while (/^(?:DET|ADJ|NUM|PRON)$/.test(upos[owner] ?? "")) owner++;
  return [tokens[owner]?.text.toLowerCase() ?? "", lemmas[owner] ?? ""].some((noun) => PEOPLE_NOUNS.has(noun));
}

/** "free to think again, | provided that | it first consulted the public": a condition, and on nobody's word. */
function isProviso({ tokens, deprels, children }: AnnotatedReport, { predicate }: StatementDraft): boolean {
  if (!/^provid(?:ed|ing)$/i.test(tokens[predicate]!.text) || tokens[predicate + 1]?.text !== "that") return false;
  return !children[predicate]!.some((child) => deprels[child]!.startsWith("nsubj") && child === predicate - 1);
}

/** "any suggestion that she knew", "has not been charged with": nothing is put forward, by nobody. */
function isOfNobody(
  { children, deprels, tokens, lemmas, upos }: AnnotatedReport,
  { predicate, source, sourceHead, act }: StatementDraft,
): boolean {
  // "nobody had told him"
  if (sourceHead !== null && NOBODY.test(tokens[sourceHead]!.text) && TELLS.test(lemmas[predicate]!)) return true;
  if (source !== null) return false;
  const own = (wording: RegExp, relation: RegExp) =>
    children[predicate]!.some((child) => relation.test(deprels[child]!) && wording.test(tokens[child]!.text));
  if (upos[predicate] === "NOUN") return own(/^(?:any|no)$/i, /^det$/);
  return (
    act === "allegation" && /^(?:charge|accuse)$/.test(lemmas[predicate]!) && own(/^(?:not|n['’]t|never)$/i, /^advmod$/)
  );
}

const NOBODY = /^(?:nobody|no-?one|none)$/i;
const TELLS = /^(?:tell|warn|inform|ask|mention|explain|consult|notify|brief)$/;

/** "denied that it is planning a strike": what they deny saying, they do not say. */
function isDeniedByThem(
  { tokens, upos, lemmas }: AnnotatedReport,
  { predicate, sourceHead, quotations }: StatementDraft,
  drafts: readonly StatementDraft[],
): boolean {
  if (quotations.length > 0 || sourceHead === null || upos[sourceHead] !== "PRON") return false;
  const { start, end } = tokens[predicate]!;
  return drafts.some(
    (one) =>
      one.act === "denial" &&
      lemmas[one.predicate] === "deny" &&
      one.predicate !== predicate &&
      one.quotations.length === 0 &&
      one.content.some((span) => span.start <= start && end <= span.end),
  );
}

/** "asked if she could confirm that …", "if it is found that …" */
function isOpenQuestion(annotated: AnnotatedReport, { predicate, cue, quotations }: StatementDraft): boolean {
  const { children, tokens, deprels, upos } = annotated;
  if (quotations.length > 0) return false;
  // "could confirm reports that": the verb of the cue, whichever word of it leads.
  let verb = cue[0];
  while (verb < cue[1] && upos[verb] !== "VERB") verb++;
  return [predicate, verb].some((token) =>
    children[token]!.some(
      (child) =>
        child < token &&
        deprels[child] === "mark" &&
        /^(?:whether|if)$/i.test(tokens[child]!.text) &&
        !/^(?:as|even)$/i.test(tokens[child - 1]?.text ?? ""),
    ),
  );
}

function isDeed(
  annotated: AnnotatedReport,
  { predicate, sourceHead, content, act, quotations }: StatementDraft,
): boolean {
  const { lemmas, heads, deprels, tokens, report } = annotated;
  const lemma = lemmas[predicate]!;
  const [first] = content;
  // "faces a ban", "faces charges that"; "faces calls to go" is of those who call.
  if (lemma === "face" && first !== undefined)
    return !/^(?:(?:new|further|fresh|growing|mounting|renewed) )?(?:calls?|demands?|questions?|criticism)\b/i.test(
      textOf(report.text, first),
    );
  if (lemma === "lose" && act === "ruling") return true;
  const words = first === undefined ? "" : textOf(report.text, first);
  // "swore her in"
  if (lemma === "swear" && /^(?:[\p{L}’'-]+ ){1,4}in\b(?! (?:the|court)\b)/iu.test(words)) return true;
  // "did not return the money" is silence on nothing.
  if (
    lemma === "return" &&
    act === "no-comment" &&
    !/\b(?:calls?|messages?|e-?mails?|requests?|comment|letters?|texts?)\b/i.test(words)
  )
    return true;
  // "fired to protect his partner", "fired tear gas", "committed a breach of the rule", "will report by 6 June"
  if (lemma === "fire" && FIRED.test(words)) return true;
  // "were denied | entry": what they did not get; "the claim was denied" tells before it what is denied.
  if (lemma === "deny" && isRefusedThem(annotated, predicate, first)) return true;
  const pledges = tokens[predicate + 1]?.text === "to" || PLEDGED.test(words);
  if (lemma === "commit" && first !== undefined && quotations.length === 0 && !pledges) return true;
  if (lemma === "report" && first !== undefined && first.start > tokens[predicate]!.end && DUE.test(words)) return true;
  // "a man | wanted | for murder was caught": what others do about him, by the order of the words.
  const isDescribed =
    sourceHead === predicate - 1 &&
    deprels[predicate] !== "root" &&
    /^(?:for|of|in|over|by)$/.test(tokens[predicate + 1]?.text ?? "");
  if (isDescribed && /^(?:wanted|suspected|accused|charged|sentenced|convicted)$/i.test(tokens[predicate]!.text))
    return true;
  // "on charges that she | siphoned | millions"
  const noun = heads[predicate]!;
  if (act === "allegation" && noun >= 0 && deprels[predicate]!.startsWith("acl") && ALLEGING_NOUNS.has(lemmas[noun]!))
    return sourceHead !== null && heads[sourceHead] === predicate && deprels[sourceHead]!.startsWith("nsubj");
  const isDone = /^(?:summon|question|threaten|interview|grill|detain|contact|approach)$/.test(lemma);
  const patient = annotated.children[predicate]!.find((child) => deprels[child] === "nsubj:pass");
  if (!isDone || patient === undefined || content.length !== 1 || first === undefined) return false;
  return first.end < tokens[predicate]!.start && first.end >= tokens[patient]!.end;
}

const FIRED =
  /^(?:to\s|(?:[\p{L}-]+\s){0,3}(?:gas|shots?|bullets?|rounds?|cannons?|rockets?|missiles?|shells?|grenades?|guns?|weapons?|pistols?|rifles?)\b)/iu;

function isRefusedThem(
  { children, deprels, tokens }: AnnotatedReport,
  verb: number,
  content: Span | undefined,
): boolean {
  const own = (relation: RegExp) => children[verb]!.some((child) => relation.test(deprels[child]!));
  return (
    own(/^aux:pass$/) &&
    own(/^(?:obj|xcomp|obl)$/) &&
    !own(/^obl:agent$/) &&
    (content?.start ?? -1) >= tokens[verb]!.end
  );
}

const PLEDGED = /^(?:(?:him|her|it|our|my)self |themselves |ourselves )?(?:to|that|(?:an? (?:\p{L}+ )?)?[£$€\d])/iu;
const DUE =
  /^(?:by|before|in|on|next|later|early|within) (?:(?:the )?(?:end|start|middle) of |the |next |mid-)*(?:\d|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|spring|summer|autumn|winter|week|month|year)/i;

/** "may have given the impression that she promised", "it is wrong to say that", "we quoted Ann Ray as saying": the report's error. */
function isTakenBack(annotated: AnnotatedReport, { predicate, quotations, source }: StatementDraft): boolean {
  const { heads, deprels, lemmas, tokens, children } = annotated;
  const isFalse = (token: number) =>
    FALSE_ADJECTIVES.has(lemmas[token]!) || (lemmas[token] === "true" && isNegated(annotated, token));
  const isOurs = (verb: number) =>
    children[verb]!.some((child) => deprels[child]!.startsWith("nsubj") && OURS.test(tokens[child]!.text));
  if (/^(?:quote|say)$/.test(lemmas[predicate]!)) {
    const quoting = lemmas[predicate] === "quote" ? predicate : heads[predicate]!;
    if (quoting >= 0 && lemmas[quoting] === "quote" && isOurs(quoting)) return true;
  }
  if (quotations.length > 0) return false;
  if (source === null && isFalse(predicate)) return true;
  let at = predicate;
  for (let steps = 0; steps < 3 && heads[at]! >= 0; steps++) {
    const above = heads[at]!;
    if (!/^(?:ccomp|xcomp|acl|csubj)/.test(deprels[at]!) || deprels[at] === "acl:relcl") return false;
    if (isFalse(above) || lemmas[above] === "impression") return true;
    if (/^(?:imply|suggest)$/.test(lemmas[above]!) && isOurs(above)) return true;
    at = above;
  }
  return false;
}

const OURS = /^(?:we|article|story|report|headline|version|item|piece|caption)$/i;

/** "Men came to her door, she said, | and offered her money": what the men did, told by her. */
function isGoingOn(
  { heads, deprels, tokens }: AnnotatedReport,
  { predicate, cue }: StatementDraft,
  drafts: readonly StatementDraft[],
): boolean {
  if (deprels[predicate] !== "conj" || !/^(?:and|but|then)$/.test(tokens[cue[0] - 1]?.text ?? "")) return false;
  if (tokens[cue[0] - 2]?.text !== ",") return false;
  const inserted = drafts.find((one) => one.predicate === heads[predicate]);
  const first = inserted?.content[0];
  if (inserted === undefined || first === undefined) return false;
  const from = Math.min(inserted.cue[0], inserted.source?.[0] ?? inserted.cue[0]);
  return first.start < tokens[from]!.start && tokens[from - 1]?.text === ",";
}

/** "Ray has conceded, | the Alliance is ahead": the next clause, and no word of hers. */
function isNextClause(
  annotated: AnnotatedReport,
  { predicate, cue, content, quotations, source }: StatementDraft,
): boolean {
  const { tokens, lemmas } = annotated;
  const [first] = content;
  if (quotations.length > 0 || first === undefined || source === null || source[0] > cue[1]) return false;
  if (!/^(?:concede|accept|agree|admit|surrender|confess|decline|refuse)$/.test(lemmas[predicate]!)) return false;
  return tokens[cue[1] + 1]?.text === "," && firstTokenFrom(annotated, first.start) === cue[1] + 2;
}

/** "claimed £14,200 in expenses", "claimed a 2-1 victory", "has not found the knife": taken or looked for, and not said. */
function isTaking(annotated: AnnotatedReport, { predicate, content, quotations, act }: StatementDraft): boolean {
  const { lemmas, report } = annotated;
  const [first] = content;
  if (first === undefined || quotations.length > 0) return false;
  const words = textOf(report.text, first);
  if (lemmas[predicate] === "claim")
    return TAKEN.test(words) && !/\b(?:is|are|was|were|had|has|have|would|will)\b/.test(words);
  if (!/^(?:sack|dismiss|fire|find|arrest|release|kill|sell|visit|meet)$/.test(lemmas[predicate]!)) return false;
  return isNegated(annotated, predicate) && act !== "ruling" && !/\b(?:had|has|have|is|was|were|would)\b/.test(words);
}

const TAKEN =
  /^(?:(?:an? )?\d|[£$€]\d|(?:the |his |her |their |its |an? )?(?:[\p{L}-]+ ){0,2}(?:lives|victims?|benefits?|expenses|allowances?|compensation|asylum|refunds?|title|crown|medal|prize)\b)/iu;

/** "Reporting by Ada Moon; editing by Bo Pell" */
function isByline({ tokens, sentences, sentenceOf }: AnnotatedReport, { cue }: StatementDraft): boolean {
  const { firstToken } = sentences[sentenceOf[cue[0]]!]!;
  const isFirst = cue[0] - firstToken <= 1 && /^reporting$/i.test(tokens[cue[0]]!.text);
  return isFirst && tokens[cue[0] + 1]?.text === "by";
}

/** "| LONDON, May 12 (ANS) | - Police fired tear gas": a dateline says nothing. */
function isOfPlaceWritten(annotated: AnnotatedReport, { source, sourceHead }: StatementDraft): boolean {
  if (source === null || sourceHead === null) return false;
  return source[1] < behindDateline(annotated, annotated.sentenceOf[source[0]]!);
}

/** "did not respond to a | request | for comment": comment sought, and a statement of nobody's. */
function isForComment(annotated: AnnotatedReport, { predicate, source, content, quotations }: StatementDraft): boolean {
  const { lemmas, upos, report } = annotated;
  const [first] = content;
  if (source !== null || quotations.length > 0 || first === undefined || upos[predicate] !== "NOUN") return false;
  return (
    /^(?:request|call|plea|question|inquiry|message)$/.test(lemmas[predicate]!) &&
    /^for (?:further |immediate |additional )?(?:comments?|an? interview|an? (?:response|reply)|a statement)\b/iu.test(
      textOf(report.text, first),
    )
  );
}

/** "| wrote to | the minister asking for a meeting": the verb nearer to the words has them. */
function isToldTwice(
  { lemmas }: AnnotatedReport,
  { predicate, cue, content, act, sourceHead }: StatementDraft,
  drafts: readonly StatementDraft[],
): boolean {
  const [first] = content;
  if (first === undefined || content.length > 1 || !/^(?:write|speak|turn|go|come|appeal)$/.test(lemmas[predicate]!))
    return false;
  return drafts.some(
    (other) =>
      other.act === act &&
      other.cue[0] > cue[1] &&
      (other.sourceHead === null || other.sourceHead === sourceHead) &&
      other.content.length === 1 &&
      other.content[0]!.start === first.start &&
      other.content[0]!.end === first.end,
  );
}

/** "criticised the zone, saying it | suggests | they are not safe": what a thing tells is nobody's word. */
function isMeant({ tokens, lemmas }: AnnotatedReport, { predicate, source, quotations }: StatementDraft): boolean {
  if (source === null || source[0] !== source[1] || quotations.length > 0) return false;
  return (
    /^(?:it|this|that|which)$/i.test(tokens[source[0]]!.text) &&
    /^(?:suggest|imply|mean|prove)$/.test(lemmas[predicate]!)
  );
}

/** "the total | reported | casualties rose": what is reported, and no total that reports. */
function isTotal({ lemmas, xpos }: AnnotatedReport, { sourceHead, cue: [first, last] }: StatementDraft): boolean {
  if (
    sourceHead === null ||
    sourceHead !== first - 1 ||
    first !== last ||
    !/^(?:report|estimate|confirm|record|announce|register|know)$/.test(lemmas[first]!)
  )
    return false;
  return (
    /^(?:total|number|toll|count|tally|sum|amount|rate)$/.test(lemmas[sourceHead]!) && /^VB[DN]$/.test(xpos[first]!)
  );
}

/** "who did not wish to be named", "expected by Monday", "came close to agreeing" */
function isUnnamed(annotated: AnnotatedReport, { predicate, content, sourceHead }: StatementDraft): boolean {
  const { report, tokens, lemmas } = annotated;
  const [first] = content;
  if (first !== undefined && /^(?:not )?to be (?:named|identified|quoted)\b/i.test(textOf(report.text, first)))
    return true;
  if (tokens[predicate - 1]?.text === "to" && tokens[predicate - 2]?.text.toLowerCase() === "close") return true;
  return (
    sourceHead !== null && /^(?:expect|think|believe)$/.test(lemmas[predicate]!) && DAY.test(tokens[sourceHead]!.text)
  );
}

const DAY =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December|spring|summer|autumn|winter|Christmas|Easter|week|month|year|today|tomorrow)$/;
