import { firstTokenFrom } from "../../annotate/first-token-from.ts";
import type { AnnotatedReport } from "../../annotate/layers.ts";
import { BODY_KINDS } from "../../lexicons/nominals.ts";
import { ASKING_NOUNS, GRANTING_VERBS, PUTTING_VERBS, REFUSING_VERBS } from "../../lexicons/request-words.ts";
import { type Span, textOf } from "../../text/span.ts";
import type { StatementCandidate } from "../candidates.ts";
import { indexStatements, type StatementIndex } from "../events/according-to.ts";
import {
  agentOf,
  childrenOf,
  firstDependent,
  headOf,
  lemmaOf,
  phraseSpan,
  prepositionOf,
  relationOf,
  spanOfTokens,
  subjectOf,
  wordOf,
} from "../events/grammar.ts";
import { readAskedBefore } from "./asked-before.ts";
import { headWithin } from "./asking-by-order.ts";
import { type AskingVerb, isNegatedVerb, readAskingVerb, spanOfDeed } from "./asking-verb.ts";
import { AGO, ASKED_FOR, type Ask, addresseeOfQuotation, askAt, CONDITION, sourceOf, spanOver } from "./asks.ts";
import { contactBefore } from "./contacted.ts";
import type { AddressedLetter } from "./letters.ts";
import type { Party } from "./parties.ts";
import { tokensWithin } from "./tokens-within.ts";
import { readWantOrDeadline } from "./wants-and-deadlines.ts";

/**
 * Asks that no statement was found for: by a noun ("a plea by the board to call it off"), by a verb whose syntax is
 * plain, or in the first person inside a quotation ("we urge you to …").
 */
export function asksInWords(
  annotated: AnnotatedReport,
  statements: readonly StatementCandidate[],
  found: readonly Ask[],
  letters: readonly AddressedLetter[],
): Ask[] {
  const index = indexStatements(annotated, statements);
  const taken = new Set(found.flatMap(({ cue }) => tokensWithin(annotated, cue)));
  const asks: Ask[] = [];
  for (let token = 0; token < annotated.tokens.length; token++) {
    const upos = annotated.upos[token];
    if ((upos !== "NOUN" && upos !== "VERB") || taken.has(token)) continue;
    const ask =
      upos === "NOUN"
        ? readNoun(annotated, token)
        : (readVerb(annotated, token, index, letters) ??
          readSoughtBy(annotated, token) ??
          readAskedBefore(annotated, token, index) ??
          readWantOrDeadline(annotated, token, index));
    if (ask !== null) asks.push(ask);
  }
  return asks;
}

function readNoun(annotated: AnnotatedReport, noun: number): Ask | null {
  if (!ASKING_NOUNS.has(lemmaOf(annotated, noun))) return null;
  const verb = headOf(annotated, noun);
  const asker = askerOfNoun(annotated, noun);
  const about = aboutOfNoun(annotated, noun, asker);
  const answered = verb >= 0 && isAnswering(annotated, verb) && relationOf(annotated, noun) === "obj";
  if (answered ? asker === null && about === null : asker === null || about === null) return null;
  // "her bid for the seat" is a try; that the paper asked for comment is told of who did not answer.
  if (!answered && lemmaOf(annotated, noun) === "bid") return null;
  if (about !== null && /^(?:for|to) (?:further )?comment\b/i.test(textOf(annotated.report.text, about))) return null;
  const subject = answered ? subjectOf(annotated, verb) : null;
  const cue = annotated.tokens[noun]!;
  return {
    asker,
    asked: subject === null ? askedOfNoun(annotated, noun) : { span: phraseSpan(annotated, subject), head: subject },
    statement: null,
    cue,
    span: spanOver(annotated, cue, [cue, ...(asker === null ? [] : [asker.span]), ...(about === null ? [] : [about])]),
    about,
    producedBy: answered ? "requests/answered-noun" : "requests/noun-phrase",
  };
}

function isAnswering(annotated: AnnotatedReport, verb: number): boolean {
  const lemma = lemmaOf(annotated, verb);
  return (
    REFUSING_VERBS.has(lemma) ||
    GRANTING_VERBS.has(lemma) ||
    (lemma === "turn" && wordOf(annotated, verb + 1) === "down")
  );
}

/** "a plea by the board", "the mayor’s call", "a request from residents". */
function askerOfNoun(annotated: AnnotatedReport, noun: number): Party | null {
  for (const child of childrenOf(annotated, noun)) {
    if (annotated.deprels[child] === "nmod:poss") return { span: phraseSpan(annotated, child), head: child };
    const preposition = prepositionOf(annotated, child);
    if (relationOf(annotated, child) === "nmod" && (preposition === "by" || preposition === "from")) {
      return { span: phraseSpan(annotated, child), head: child };
    }
  }
  // "a police plea", "the Garrow request"
  const maker = childrenOf(annotated, noun).find(
    (child) =>
      child < noun &&
      relationOf(annotated, child) === "compound" &&
      (annotated.upos[child] === "PROPN" || BODY_KINDS.has(wordOf(annotated, child))),
  );
  if (maker !== undefined) return { span: phraseSpan(annotated, maker), head: maker };
  const put = putting(annotated, noun);
  const putter = put === null ? null : subjectOf(annotated, put);
  if (putter !== null) return { span: phraseSpan(annotated, putter), head: putter };
  // The phrase may be tied to the verb: "refused a plea | by the board".
  const preposition = noun + 1;
  if (!/^(?:by|from)$/.test(wordOf(annotated, preposition))) return null;
  const head = headOf(annotated, preposition);
  return head > preposition && relationOf(annotated, preposition) === "case"
    ? { span: phraseSpan(annotated, head), head }
    : null;
}

/** "made" of "the request she made on 8 May that he step in". */
function putting(annotated: AnnotatedReport, noun: number): number | null {
  const clause = childrenOf(annotated, noun).find(
    (child) => child > noun && annotated.deprels[child] === "acl:relcl" && PUTTING_VERBS.has(lemmaOf(annotated, child)),
  );
  return clause ?? null;
}

/** "a plea to the council" */
function askedOfNoun(annotated: AnnotatedReport, noun: number): Party | null {
  const child = childrenOf(annotated, noun).find(
    (one) =>
      one > noun && relationOf(annotated, one) === "nmod" && /^(?:to|on)$/.test(prepositionOf(annotated, one) ?? ""),
  );
  return child === undefined ? null : { span: phraseSpan(annotated, child), head: child };
}

/** "to call it off", "for calm", "that he resign" after the noun and its asker. */
function aboutOfNoun(annotated: AnnotatedReport, noun: number, asker: Party | null): Span | null {
  const verb = headOf(annotated, noun);
  for (const holder of [noun, putting(annotated, noun) ?? -1, asker?.head ?? -1, verb]) {
    if (holder < 0) continue;
    for (const child of childrenOf(annotated, holder)) {
      if (child <= noun || child === asker?.head) continue;
      const relation = relationOf(annotated, child);
      const mark = firstDependent(annotated, child, "mark");
      const clause =
        ["acl", "advcl", "xcomp", "ccomp"].includes(relation) &&
        mark !== null &&
        mark > noun &&
        /^(?:to|that)$/.test(wordOf(annotated, mark));
      const isFor = prepositionOf(annotated, child) === "for";
      const forPhrase = isFor && (holder === verb ? opensBehind(annotated, child, asker) : relation === "nmod");
      if (clause || forPhrase) return spanOfDeed(annotated, child, asker?.head ?? null);
    }
  }
  return null;
}

/** "a call by the local MP, Ann Ray, for an inquiry", which a parser ties to the verb: "for" stands right behind the asker. */
function opensBehind(annotated: AnnotatedReport, child: number, asker: Party | null): boolean {
  const mark = firstDependent(annotated, child, "case");
  if (asker === null || mark === null || relationOf(annotated, child) !== "obl") return false;
  const gap = annotated.report.text.slice(asker.span.end, annotated.tokens[mark]!.start);
  return /^(?:,? \p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){0,3})?,? ?$/u.test(gap);
}

function readVerb(
  annotated: AnnotatedReport,
  verb: number,
  index: StatementIndex,
  letters: readonly AddressedLetter[],
): Ask | null {
  const read = readAskingVerb(annotated, verb);
  if (read !== null && !isNegatedVerb(annotated, verb)) {
    const asked = readRelative(annotated, verb, read.asker);
    if (asked !== null) return asked;
  }
  if (read === null || read.about === null || isNegatedVerb(annotated, verb)) return null;
  if (!read.forDeed && !SEEKING.has(lemmaOf(annotated, verb))) return null;
  const contacted = readContacted(annotated, verb, read);
  if (contacted !== null) return contacted;
  if (!read.forDeed) return null;
  if (CONDITION.test(annotated.report.text.slice(read.about.start, read.about.end))) return null;
  const cue = annotated.tokens[verb]!;
  const subject = read.asker === null ? "" : wordOf(annotated, read.asker.head);
  const around = /^(?:we|i)$/.test(subject) ? index.around(cue) : null;
  const quoted = around?.form === "indirect" ? null : around;
  if (quoted !== null && read.asker !== null) {
    const spokenTo = read.asked !== null && /^(?:you|yours)$/.test(wordOf(annotated, read.asked.head));
    return {
      asker: sourceOf(quoted),
      asked: spokenTo ? addresseeOfQuotation(annotated, quoted, letters) : read.asked,
      statement: quoted,
      cue,
      span: spanOver(annotated, cue, [read.asker.span, cue, read.about]),
      about: read.about,
      producedBy: "requests/quoted",
    };
  }
  // Outside quotations both sides must be there, and the words must be a plain report of the asking.
  if (
    read.asker === null ||
    read.asked === null ||
    !PLAIN.has(lemmaOf(annotated, verb)) ||
    /^(?:we|i|you)$/.test(subject)
  )
    return null;
  return {
    asker: read.asker,
    asked: read.asked,
    statement: null,
    cue,
    span: spanOver(annotated, cue, [read.asker.span, cue, read.asked.span, read.about]),
    about: read.about,
    producedBy: "requests/syntax",
  };
}

/** "the injunction sought by the council", "the inquiry demanded by families": the noun is what was asked for. */
function readSoughtBy(annotated: AnnotatedReport, verb: number): Ask | null {
  const head = headOf(annotated, verb);
  if (!SEEKING.has(lemmaOf(annotated, verb)) || annotated.xpos[verb] !== "VBN") return null;
  if (wordOf(annotated, verb + 1) !== "by" || relationOf(annotated, verb) !== "acl" || head < 0 || head > verb)
    return null;
  if (/^(?:is|are|was|were|been|being|be)$/.test(wordOf(annotated, verb - 1))) return null;
  const agent = agentOf(annotated, verb) ?? headWithin(annotated, verb + 2, verb + 8);
  if (agent === null) return null;
  const { endToken } = annotated.sentences[annotated.sentenceOf[verb]!]!;
  if (agent >= endToken) return null;
  const asker = { span: phraseSpan(annotated, agent), head: agent };
  const first = Math.min(...childrenOf(annotated, head).filter((child) => child < head), head);
  return askAt(
    annotated,
    verb,
    { asker, asked: null, about: spanOfTokens(annotated, first, verb) },
    "requests/sought-by",
  );
}

/** "wrote on Friday to the firm seeking $3 million", where no statement was found for the asking. */
function readContacted(annotated: AnnotatedReport, verb: number, { asker, asked, about }: AskingVerb): Ask | null {
  const contact = contactBefore(annotated, verb);
  // A parser may take whoever was written to for the one who asks.
  if (asker !== null && asker.head !== contact?.to.head) return null;
  if (contact === null || contact.by === null || about === null) return null;
  if (CONDITION.test(annotated.report.text.slice(about.start, about.end).replace(/^for /, ""))) return null;
  const isMeant = asked === null || /^(?:him|her|it|them)$/.test(wordOf(annotated, asked.head));
  const parties = { asker: contact.by, asked: isMeant ? contact.to : asked };
  return askAt(annotated, verb, { ...parties, about }, "requests/contacted");
}

/** "the $150 million he had asked for", "what it sought": the noun that the clause is about is what is asked for. */
function readRelative(annotated: AnnotatedReport, verb: number, asker: Party | null): Ask | null {
  if (asker === null) return null;
  const isFor =
    wordOf(annotated, verb + 1) === "for" && (!opensPhrase(annotated, verb + 2) || opensTime(annotated, verb + 2));
  const head = isFor ? relativeHead(annotated, verb, asker) : headOf(annotated, verb);
  if ((!isFor && annotated.deprels[verb] !== "acl:relcl") || head === null || head < 0 || head > verb) return null;
  if (!(isFor || SEEKING.has(lemmaOf(annotated, verb))) || asker.head < head || asker.head > verb) return null;
  if (!isFor && firstDependent(annotated, verb, "obj") !== null) return null;
  if (!/^(?:NOUN|PROPN|PRON|NUM|SYM)$/.test(annotated.upos[head] ?? "")) return null;
  return askAt(annotated, verb, { asker, asked: null, about: phraseSpan(annotated, head) }, ASKED_FOR);
}

function opensPhrase(annotated: AnnotatedReport, token: number): boolean {
  return /^(?:DET|NOUN|PROPN|PRON|NUM|ADJ)$/.test(annotated.upos[token] ?? "");
}

/** "the records that she asked for | two weeks ago". */
function opensTime(annotated: AnnotatedReport, token: number): boolean {
  const words = [token, token + 1, token + 2].map((at) => wordOf(annotated, at)).join(" ");
  return (
    AGO.test(words) || /^(?:last|this|earlier this) (?:week|month|year|spring|summer|autumn|fall|winter)\b/.test(words)
  );
}

/** What a clause with "for" left behind is about; where the parser made no clause of it, the noun right before its subject. */
function relativeHead(annotated: AnnotatedReport, verb: number, asker: Party): number | null {
  if (annotated.deprels[verb] === "acl:relcl") return headOf(annotated, verb);
  let before = firstTokenFrom(annotated, asker.span.start) - 1;
  if (/^(?:that|which)$/.test(wordOf(annotated, before))) before--;
  const { firstToken } = annotated.sentences[annotated.sentenceOf[verb]!]!;
  return before >= firstToken && annotated.upos[before] === "NOUN" ? before : null;
}

const SEEKING = new Set(["seek", "demand", "request"]);

const PLAIN = new Set([
  "ask",
  "urge",
  "call",
  "appeal",
  "beg",
  "implore",
  "petition",
  "invite",
  "press",
  "request",
  "plead",
]);
