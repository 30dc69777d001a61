import type { AnnotatedReport } from "../../annotate/layers.ts";
import { isRoleNoun } from "../../annotate/person-nouns.ts";
import { childOf } from "../../annotate/tree.ts";
import { isReportingLemma } from "../../lexicons/acts.ts";
import { LETTER_NOUNS } from "../../lexicons/request-words.ts";
import { nameAt } from "../events/personal.ts";
import type { StatementDraft } from "./draft.ts";
import { lemmaOfCase, subjectOf } from "./predicates.ts";
import type { QuoteMap } from "./quote-map.ts";
import { sourceTokens } from "./spans.ts";

/** Tokens that stand for who speaks; null for nobody told. */
type Head = number | null;
type Rule = (annotated: AnnotatedReport, draft: StatementDraft) => Head | undefined;

/**
 * Sources that the grammar around a cue settles where an annotator found another or none.
 *
 * > | Ray wrote to the minister, asking him to go.   | Ray, whose appeal to Quill to go was ignored, …
 *       ^^^ not the minister                             ^^^ not Quill
 * > | Quill, asked whether he would go, did not reply.   (who asked is not told)
 */
export function groundSources(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  drafts: readonly StatementDraft[],
): StatementDraft[] {
  return drafts.map((draft) => {
    const head = RULES.map((rule) => rule(annotated, draft)).find((found) => found !== undefined);
    if (head === undefined || (head !== null && quotes.at[head] !== quotes.at[draft.predicate])) return draft;
    if (head === null) {
      // Who is asked is spoken to.
      const asked = ASKING.test(annotated.lemmas[draft.predicate]!) ? draft.sourceHead : null;
      return { ...draft, source: null, sourceHead: null, addresseeHead: draft.addresseeHead ?? asked };
    }
    const held = draft.source !== null && head >= draft.source[0] && head <= draft.source[1];
    if (held) return draft;
    const how = head > draft.predicate ? "agent" : "own";
    const source = sourceTokens(annotated, quotes, { head, how }, draft.cue);
    // "It is a young field, which shows that": a clause of its own is nobody.
    const isClause = /^(?:AUX|PRON)$/.test(annotated.upos[source[0]]!) && source[0] !== head;
    return isClause || annotated.upos.slice(source[0], head).includes("AUX")
      ? draft
      : { ...draft, source, sourceHead: head };
  });
}

const RULES: readonly Rule[] = [
  askerUntold,
  doerElsewhere,
  chargerOf,
  ownerBehindWhose,
  writerTo,
  subjectOfMain,
  subjectNotObject,
  ownSubject,
];

const ASKING = /^(?:ask|press|question|quiz|invite|tell|urge|order|instruct|beg|warn|advise|implore|command|direct)$/;

/** "Quill, asked if …, did not reply", "when asked why", "was Quill asked to step in": Quill asks for nothing. */
function askerUntold(annotated: AnnotatedReport, { predicate, source, sourceHead }: StatementDraft): Head | undefined {
  const { lemmas, xpos, deprels, heads, children } = annotated;
  if (source === null || sourceHead === null || !ASKING.test(lemmas[predicate]!)) return undefined;
  if (!/^VB[DN]$/.test(xpos[predicate]!)) return undefined;
  if (children[predicate]!.some((child) => deprels[child] === "obl:agent")) return undefined;
  const isAsked = deprels[sourceHead] === "nsubj:pass" && heads[sourceHead] === predicate;
  const isParticiple =
    /^(?:acl|advcl)$/.test(deprels[predicate]!) && childOf(annotated, predicate, "nsubj", "aux", "obj") === null;
  const isOfSource = source[1] < predicate && (isParticiple || isInsertedQuestion(annotated, predicate));
  return isAsked || isOfSource || isInverted(annotated, source, predicate) ? null : undefined;
}

/** ", asked whether it would, did not reply", "; asked why, she shrugged": by the words, for parsers take it for a finite verb. */
function isInsertedQuestion({ tokens, upos, xpos, sentenceOf }: AnnotatedReport, verb: number): boolean {
  const before = tokens[verb - 1]?.text ?? "";
  if (!/^[,;—–-]$/.test(before)) return false;
  let question = verb + 1;
  while (question < verb + 4 && /^(?:ADV|ADJ|NUM)$/.test(upos[question] ?? "") && !ASKED.test(tokens[question]!.text))
    question++;
  const [next = "", after = ""] = [tokens[question]?.text, tokens[question + 1]?.text];
  if (!(ASKED.test(next) || (next === "for" && ASKED_FOR.test(after)))) return false;
  for (let token = verb + 2; sentenceOf[token] === sentenceOf[verb]; token++) {
    if (tokens[token]!.text !== ",") continue;
    const isTensed = upos[token + 1] === "AUX" || /^VB[DZP]$/.test(xpos[token + 1] ?? "");
    if (isTensed || before === ";") return true;
  }
  return false;
}

const ASKED = /^(?:if|whether|why|about|how|what|when|where|who)$/i;
/** "asked for comment", "asked for its own figure": of who is asked; who "asked for a later date" asks. */
const ASKED_FOR = /^(?:comments?|reaction|details|its|his|her|their)$/i;

/** "At no point | was | Ray | asked | to go" */
function isInverted({ tokens }: AnnotatedReport, [first, last]: readonly [number, number], verb: number): boolean {
  return (
    last === verb - 1 && [first - 1, first].some((at) => /^(?:was|were|is|are|been)$/i.test(tokens[at]?.text ?? ""))
  );
}

/** "Ray did not reply. The grant was refused in May": by whom is not told. */
function doerElsewhere({ children, deprels, sentenceOf }: AnnotatedReport, draft: StatementDraft): Head | undefined {
  const { predicate, source } = draft;
  if (source === null || sentenceOf[source[1]] === sentenceOf[predicate]) return undefined;
  return children[predicate]!.some((child) => deprels[child] === "aux:pass" || deprels[child] === "nsubj:pass")
    ? null
    : undefined;
}

/** "indicted Ray, an officer fired by the police, | on charges of …": a grand jury, and not the police. */
function chargerOf(annotated: AnnotatedReport, { predicate, source }: StatementDraft): Head | undefined {
  const { lemmas, heads, upos } = annotated;
  if (source === null || upos[predicate] !== "NOUN" || !/^(?:charge|count|suspicion)$/.test(lemmas[predicate]!))
    return undefined;
  if (lemmaOfCase(annotated, predicate) !== "on") return undefined;
  let verb = heads[predicate]!;
  for (let steps = 0; verb >= 0 && steps < 5 && !CHARGING.test(lemmas[verb]!); steps++) verb = heads[verb]!;
  if (verb < 0 || !CHARGING.test(lemmas[verb]!)) return undefined;
  const subject = subjectOf(annotated, verb);
  return childOf(annotated, verb, "aux:pass", "nsubj:pass") === null ? (subject?.head ?? null) : undefined;
}

const CHARGING = /^(?:indict|charge|arrest|detain|hold|try|jail|convict|book|remand|prosecute)$/;

/** "Ray, whose appeal to Quill to go …", "Ray, whose letter urging Quill to go …", "Ray, whose panel had spurned an appeal by Quill". */
function ownerBehindWhose(annotated: AnnotatedReport, { predicate }: StatementDraft): Head | undefined {
  const { upos, xpos, heads, lemmas } = annotated;
  const noun =
    upos[predicate] === "NOUN"
      ? predicate
      : xpos[predicate] === "VBG" && LETTER_NOUNS.has(lemmas[heads[predicate]!] ?? "")
        ? heads[predicate]!
        : null;
  if (noun === null || !isOwnedByWhose(annotated, noun)) return undefined;
  const { deprels, tokens, children } = annotated;
  let at = noun;
  for (let steps = 0; steps < 4 && at >= 0 && deprels[at] !== "acl:relcl"; steps++) at = heads[at]!;
  if (at >= 0 && deprels[at] === "acl:relcl") return wholeNominal(annotated, heads[at]!, noun);
  // What a comma parts from "whose", where the parse did not tie the two.
  const whose = children[noun]!.find((child) => /^whose$/i.test(tokens[child]!.text))!;
  const before = tokens[whose - 1]?.text === "," ? whose - 2 : whose - 1;
  return /^(?:NOUN|PROPN)$/.test(upos[before] ?? "") ? wholeNominal(annotated, before, whose) : undefined;
}

/** The head of all the words for one: of "Ray, chair of the union" Ray, wherever in it one begins. */
function wholeNominal(annotated: AnnotatedReport, token: number, end: number): number {
  const { deprels, heads } = annotated;
  let at = token;
  const isPart = () =>
    /^(?:appos|flat|compound|nmod:desc)$/.test(deprels[at]!) ||
    (deprels[at] === "nmod" && isRoleNoun(annotated, heads[at]!));
  while (heads[at]! >= 0 && heads[at]! < end && isPart()) at = heads[at]!;
  return at;
}

function isOwnedByWhose({ children, tokens }: AnnotatedReport, noun: number): boolean {
  return children[noun]!.some((child) => /^whose$/i.test(tokens[child]!.text));
}

/** Words between "wrote", the one written to, and "asking". */
const LONGEST_ADDRESS = 16;

/** "wrote to Quill, the minister, | asking him to go", "sent a letter to Quill urging her to go": whoever wrote. */
function writerTo(annotated: AnnotatedReport, { predicate, source }: StatementDraft): Head | undefined {
  const { tokens, xpos, lemmas, upos, sentenceOf, heads } = annotated;
  if (source === null || xpos[predicate] !== "VBG" || source[1] >= predicate) return undefined;
  const word = (token: number) => tokens[token]?.text.toLowerCase();
  const to = word(source[0]) === "to" ? source[0] : source[0] - 1;
  if (word(to) !== "to" || predicate - to > LONGEST_ADDRESS || sentenceOf[to] !== sentenceOf[predicate])
    return undefined;
  for (let token = to - 1; token >= to - 6 && token >= 0 && sentenceOf[token] === sentenceOf[to]; token--) {
    if (upos[token] === "VERB" && WRITING.has(lemmas[token]!)) return subjectOf(annotated, token)?.head ?? null;
    if (!LETTER_NOUNS.has(lemmas[token]!)) continue;
    const owner = childOf(annotated, token, "nmod:poss");
    if (owner !== null && !isOwnedByWhose(annotated, token)) return owner;
    const verb = heads[token]!;
    if (verb >= 0 && WRITING.has(lemmas[verb]!)) return subjectOf(annotated, verb)?.head ?? null;
  }
  return undefined;
}

const WRITING: ReadonlySet<string> = new Set(
  "write send speak appeal complain deliver address post email e-mail fax hand sign".split(" "),
);

/** "A judge threw out the firm’s attempt to stop its drivers, | finding | that …": the judge finds, and not the drivers. */
function subjectOfMain(annotated: AnnotatedReport, { predicate, cue, source }: StatementDraft): Head | undefined {
  const { tokens, xpos, deprels, heads, sentenceOf } = annotated;
  if (source === null || source[1] >= cue[0] || xpos[cue[0]] !== "VBG" || tokens[cue[0] - 1]?.text !== ",")
    return undefined;
  // "a letter from 40 MPs, urging her to go"
  if (tokens[source[0] - 1]?.text === "from" || /^having$/i.test(tokens[cue[0]]!.text)) return undefined;
  if (sentenceOf[source[1]] !== sentenceOf[predicate] || !/^(?:acl|advcl|conj)/.test(deprels[predicate]!))
    return undefined;
  // "Giuliani, claiming to speak for them, and Ray": a name right before may be meant, and so may the subject of a verb above.
  const isNamed = nameAt(annotated, cue[0] - 2)?.endToken === cue[0] - 1;
  if (isNamed || isSubjectAbove(annotated, predicate, source)) return undefined;
  let verb = heads[predicate]!;
  for (let steps = 0; verb >= 0 && steps < 6; steps++, verb = heads[verb]!) {
    if (/^(?:acl|xcomp)/.test(deprels[verb]!) || !/^VB[DZP]$|^VBN$/.test(xpos[verb]!)) continue;
    const subject = childOf(annotated, verb, "nsubj");
    if (subject !== null && subject < cue[0]) return isWho(annotated, subject) ? undefined : subject;
  }
  return undefined;
}

function isSubjectAbove(
  { heads, children, deprels, xpos }: AnnotatedReport,
  predicate: number,
  [first, last]: readonly [number, number],
): boolean {
  for (let verb = heads[predicate]!, steps = 0; verb >= 0 && steps < 6; verb = heads[verb]!, steps++) {
    if (!/^VB[DZP]$|^VBN$/.test(xpos[verb]!)) continue;
    if (children[verb]!.some((child) => /^nsubj/.test(deprels[child]!) && child >= first && child <= last)) return true;
  }
  return false;
}

/** A word that stands for another, or the place that a report opens with ("MARL — A sheriff …, saying"). */
function isWho({ lemmas, tokens }: AnnotatedReport, token: number): boolean {
  return /^(?:who|which|that|it)$/.test(lemmas[token]!) || /^\p{Lu}{4,}$/u.test(tokens[token]!.text);
}

/** "the panel had spurned an appeal by Quill": the panel spurns. */
function subjectNotObject(annotated: AnnotatedReport, { predicate, cue, source }: StatementDraft): Head | undefined {
  const { upos, tokens, xpos } = annotated;
  if (source === null || source[0] <= cue[1] + 1 || upos[predicate] !== "VERB" || xpos[predicate] === "VBG")
    return undefined;
  // "The news came from his son": it has been his.
  if (!/^(?:by|of|from)$/.test(tokens[source[0] - 1]!.text) || /^(?:come|emerge)$/.test(annotated.lemmas[predicate]!))
    return undefined;
  const own = childOf(annotated, predicate, "nsubj");
  return own !== null && own < predicate ? own : undefined;
}

/** "Ray, who claims that …", "the chair, Ann Ray, wrote:", where none was found: the verb's own subject. */
function ownSubject(annotated: AnnotatedReport, { predicate, source, act, content }: StatementDraft): Head | undefined {
  const { upos, children, deprels, lemmas, tokens } = annotated;
  if (source !== null || upos[predicate] !== "VERB" || act === "no-comment") return undefined;
  // "The court heard that": others tell it.
  if (!isReportingLemma(lemmas[predicate]!) || lemmas[predicate] === "hear") return undefined;
  if (children[predicate]!.some((child) => /^(?:aux:pass|nsubj:pass)$/.test(deprels[child]!))) return undefined;
  // "is accused of", "a treasurer charged with theft": by others.
  if (
    /^(?:charged|accused|indicted|convicted|told)$/.test(tokens[predicate]!.text) &&
    OF.test(tokens[predicate + 1]?.text ?? "")
  )
    return undefined;
  const subject = subjectOf(annotated, predicate);
  if (subject === null || subject.how === "shared" || subject.head > predicate) return undefined;
  const { start } = tokens[subject.head]!;
  if (content.some((span) => span.start <= start && start < span.end)) return undefined;
  // "a protest planned for Sunday", "signatures calling for a vote": no subjects, but of "a petition asking".
  if (deprels[predicate] === "acl" && !LETTER_NOUNS.has(lemmas[subject.head]!)) return undefined;
  return /^(?:it|there|what|which|who|that|one|you|this)$/.test(lemmas[subject.head]!) ? undefined : subject.head;
}

const OF = /^(?:of|with|to|by|on|in)$/;
