import type { AnnotatedReport } from "../../annotate/layers.ts";
import { childOf } from "../../annotate/tree.ts";
import type { Span } from "../../text/span.ts";
import { nameAt } from "../events/personal.ts";
import type { StatementDraft } from "./draft.ts";
import { headOfPhrase, personNamedLast } from "./phrase-head.ts";

/** Verbs whose passive is said of the one who hears: "was asked", "were warned". */
const HEARD =
  /^(?:ask|question|press|quiz|challenge|grill|inform|warn|urge|advise|order|remind|tell|assure|instruct|invite|notify|summon|refuse|deny|grant|promise|award)$/;

/** Verbs whose object is spoken of, not to. */
const SPOKEN_OF =
  /^(?:describe|call|label|dub|characteri[sz]e|term|brand|deem|name|consider|praise|laud|hail|credit|critici[sz]e|condemn|attack|blast|slam|denounce|mock|report|portray|regard|identify|cite|quote)$/;

/** "She described him as a guide": he is no hearer; whoever is called on the telephone, or called to join, is. */
function isSpokenOf(annotated: AnnotatedReport, predicate: number, addressee: number): boolean {
  const { lemmas, heads, deprels, children, tokens } = annotated;
  if (!SPOKEN_OF.test(lemmas[predicate]!) || heads[addressee] !== predicate) return false;
  const isCalledUp = children[predicate]!.some(
    (child) => deprels[child] === "compound:prt" || (deprels[child] === "xcomp" && tokens[child - 1]?.text === "to"),
  );
  return !isCalledUp && (deprels[addressee] === "obj" || deprels[addressee] === "nsubj:pass");
}

/**
 * "Asked about the noise, the company said …", "she was told that …", "the court heard that …": whoever is asked or told is
 * who hears, and who asks or tells is not named unless with "by". Whoever is only described hears nothing.
 */
export function settleHearers(annotated: AnnotatedReport, drafts: readonly StatementDraft[]): StatementDraft[] {
  return drafts.map((draft) => {
    const { predicate, sourceHead, addresseeHead } = draft;
    const asked = askedBy(annotated, draft);
    if (asked !== null) return asked;
    if (sourceHead !== null && isSitting(annotated, predicate, sourceHead))
      return { ...draft, source: null, sourceHead: null, addresseeHead: sourceHead, ...heardIn(annotated, sourceHead) };
    if (sourceHead !== null && isHearer(annotated, predicate, sourceHead))
      return {
        ...draft,
        source: null,
        sourceHead: null,
        addresseeHead: sourceHead,
        ...toldIn(annotated, predicate, sourceHead),
      };
    if (sourceHead === null && addresseeHead !== null && draft.act === "assertion")
      return { ...draft, ...toldIn(annotated, predicate, addresseeHead) };
    if (addresseeHead !== null && isSpokenOf(annotated, predicate, addresseeHead))
      return { ...draft, addresseeHead: null };
    return draft;
  });
}

function isHearer(annotated: AnnotatedReport, predicate: number, source: number): boolean {
  const { lemmas, heads, deprels, xpos, children } = annotated;
  if (!HEARD.test(lemmas[predicate]!)) return false;
  if (heads[source] === predicate && deprels[source] === "nsubj:pass") return true;
  const hasOwn = children[predicate]!.some((child) => child !== source && /^(?:nsubj|obj|iobj)/.test(deprels[child]!));
  if (hasOwn || predicate > source) return false;
  return (
    (xpos[predicate] === "VBN" && deprels[predicate] === "advcl") ||
    (/^VB[DN]$/.test(xpos[predicate]!) &&
      opensSentence(annotated, predicate) &&
      isPartedByComma(annotated, predicate, source))
  );
}

/** "Asked …", "When asked …" */
function opensSentence({ sentences, sentenceOf, tokens }: AnnotatedReport, token: number): boolean {
  const first = sentences[sentenceOf[token]!]!.firstToken;
  return token === first || (token === first + 1 && /^(?:when|while|if)$/i.test(tokens[first]!.text));
}

function isPartedByComma({ tokens }: AnnotatedReport, first: number, last: number): boolean {
  for (let token = first + 1; token < last; token++) if (tokens[token]!.text === ",") return true;
  return false;
}

/** "The court heard that …": it is told so, by whom the words do not say. */
function isSitting({ lemmas, xpos }: AnnotatedReport, predicate: number, source: number): boolean {
  return (
    lemmas[predicate] === "hear" && /^VB[DNZP]$/.test(xpos[predicate]!) && SITTING.test(lemmas[source]!.toLowerCase())
  );
}

const SITTING =
  /^(?:court|jury|juror|magistrate|judge|justice|inquest|coroner|inquiry|enquiry|tribunal|hearing|trial|panel|commission|committee|councillor|councilor|mp|msp|peer|senator|lawmaker|session|sheriff)$/;

/** "a jury was told that", "jurors have been told" */
function toldIn(annotated: AnnotatedReport, predicate: number, body: number): Partial<StatementDraft> {
  const { lemmas } = annotated;
  return lemmas[predicate] === "tell" && SITTING.test(lemmas[body]!.toLowerCase()) ? heardIn(annotated, body) : {};
}

/** What is told where somebody is tried is a charge until it is found. */
function heardIn({ lemmas }: AnnotatedReport, body: number): Partial<StatementDraft> {
  const isTrial = /^(?:court|jury|juror|magistrate|judge|justice|trial|tribunal|sheriff)$/.test(
    lemmas[body]!.toLowerCase(),
  );
  return isTrial ? { act: "allegation", alleged: true } : { act: "assertion", alleged: false };
}

/** Words between "by" and what is asked. */
const LONGEST_ASKER = 12;
const ASKED_FOR = /^(?:whether|if|why|how|what|when|who|where|which|to|about|on|over|for)$/i;
const QUESTION = /^(?:whether|if|why|how|what|when|who|where|to|about)$/i;

/** "Asked by the BBC | whether she would go, Ms Ray said …": who asks stands behind "by", and who is asked speaks next. */
function askedBy(annotated: AnnotatedReport, draft: StatementDraft): StatementDraft | null {
  const { tokens, lemmas, xpos, heads } = annotated;
  const { predicate, cue, addresseeHead } = draft;
  if (!/^(?:ask|question|press|quiz|challenge)$/.test(lemmas[predicate]!) || xpos[predicate] === "VBG") return null;
  const by = cue[1] + (isWord(tokens[cue[1]], /^by$/i) ? 0 : 1);
  if (!isWord(tokens[by], /^by$/i) || childOf(annotated, predicate, "nsubj") !== null) return null;
  const last = endOfAsker(annotated, by);
  if (last === null) return null;
  const asker: [number, number] = [by + 1, last];
  const main = heads[predicate]!;
  const isHearer = addresseeHead !== null && (addresseeHead < by || addresseeHead > last);
  return {
    ...draft,
    source: asker,
    sourceHead: personNamedLast(annotated, asker) ?? headOfPhrase(annotated, asker),
    addresseeHead: isHearer ? addresseeHead : main < 0 ? null : childOf(annotated, main, "nsubj"),
    content: fromQuestion(annotated, draft.content, last),
  };
}

/** The last token of the phrase behind "by", a name in apposition included; null where none ends in reach. */
function endOfAsker(annotated: AnnotatedReport, by: number): number | null {
  const { tokens, upos } = annotated;
  let last = by;
  while (last < by + LONGEST_ASKER && tokens[last + 1] !== undefined && !isWord(tokens[last + 1], ASKED_FOR)) {
    if (isWord(tokens[last + 1], /^[,.;:]$/)) break;
    last++;
  }
  // "prosecuting counsel, Ruth Adeyemi KC,"
  const name = isWord(tokens[last + 1], /^,$/) ? nameAt(annotated, last + 2) : null;
  if (name?.kind === "person" && upos[last] !== "PROPN") return name.endToken - 1;
  return last === by || last === by + LONGEST_ASKER ? null : last;
}

/** "for the families, | whether the ferry should have sailed": what is asked, without for whom. */
function fromQuestion({ tokens }: AnnotatedReport, content: readonly Span[], asker: number): readonly Span[] {
  const [first, ...others] = content;
  if (first === undefined) return content;
  for (let token = asker + 1; token <= asker + 8 && tokens[token] !== undefined; token++) {
    const { start } = tokens[token]!;
    if (!isWord(tokens[token], QUESTION) || start < first.start) continue;
    return start < first.end ? [{ start, end: first.end }, ...others] : content;
  }
  return content;
}

function isWord(token: { readonly text: string } | undefined, wording: RegExp): boolean {
  return token !== undefined && wording.test(token.text);
}
