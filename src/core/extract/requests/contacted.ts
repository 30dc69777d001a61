import type { AnnotatedReport } from "../../annotate/layers.ts";
import { CONTACT_VERBS, LETTER_NOUNS } from "../../lexicons/request-words.ts";
import { isPassive, lemmaOf, patientOf, phraseSpan, subjectOf, wordOf } from "../events/grammar.ts";
import { headWithin } from "./asking-by-order.ts";
import type { Party } from "./parties.ts";

/** Who got in touch with whom before the sentence goes on with the asking. */
export interface Contact {
  readonly by: Party | null;
  readonly to: Party;
}

/** Tokens between the word of contact and the asking. */
const FARTHEST = 24;

/**
 * "wrote on Thursday to the minister, Ann Ray, urging her to …", "was contacted by the police asking for …", "in a letter
 * to the firm asking it to …": read by the order of the words, for a parser often hangs the asking elsewhere.
 */
export function contactBefore(annotated: AnnotatedReport, asking: number): Contact | null {
  if (annotated.xpos[asking] !== "VBG") return null;
  const { firstToken } = annotated.sentences[annotated.sentenceOf[asking]!]!;
  for (let token = asking - 1; token >= Math.max(firstToken, asking - FARTHEST); token--) {
    const word = wordOf(annotated, token);
    if (/^[;:“”"—–]$/.test(word)) return null;
    const upos = annotated.upos[token];
    if (upos === "VERB" && CONTACT_VERBS.has(lemmaOf(annotated, token))) return contactOf(annotated, token, asking);
    if (upos === "NOUN" && LETTER_NOUNS.has(lemmaOf(annotated, token))) {
      const to = partyAfter(annotated, token, asking, true);
      if (to !== null) return { by: null, to };
    }
    // "to the dame, who chairs the trust, asking …"
    const isRelative = /^(?:who|which)$/.test(wordOf(annotated, token - 1));
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(annotated.xpos[token] ?? "") && !isRelative) return null;
  }
  return null;
}

function contactOf(annotated: AnnotatedReport, verb: number, asking: number): Contact | null {
  const subject = subjectOf(annotated, verb);
  if (isPassive(annotated, verb)) {
    const head = patientOf(annotated, verb);
    return head === null ? null : { by: null, to: { span: phraseSpan(annotated, head), head } };
  }
  const to = partyAfter(annotated, verb, asking, true) ?? partyAfter(annotated, verb, asking, false);
  if (to === null || to.head === subject) return null;
  return { by: subject === null ? null : { span: phraseSpan(annotated, subject), head: subject }, to };
}

/** The phrase behind "to", or right behind the word. */
function partyAfter(annotated: AnnotatedReport, from: number, asking: number, behindTo: boolean): Party | null {
  let first = from + 1;
  if (behindTo) {
    while (first < asking && wordOf(annotated, first) !== "to") first++;
    first++;
  }
  if (first >= asking || !/^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(annotated.upos[first] ?? "")) return null;
  const head = headWithin(annotated, first, asking);
  return head === null || DAYS.test(wordOf(annotated, head)) ? null : { span: phraseSpan(annotated, head), head };
}

const DAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:today|yesterday|tomorrow|week|month|year)$/;

/** "In papers lodged this morning with the High Court the firm asks for …": the court is asked. */
export function courtAddressed(annotated: AnnotatedReport, asking: number): Party | null {
  const { firstToken } = annotated.sentences[annotated.sentenceOf[asking]!]!;
  let lodged = firstToken;
  while (lodged < asking && !/^(?:lodge|file|submit)$/.test(lemmaOf(annotated, lodged))) lodged++;
  let before = lodged;
  while (before < asking && !/^(?:with|at|in|to|before)$/.test(wordOf(annotated, before))) before++;
  const head = before >= asking ? null : headWithin(annotated, before + 1, asking);
  if (head === null || !/^(?:court|courts|tribunal)$/.test(wordOf(annotated, head))) return null;
  return { span: phraseSpan(annotated, head), head };
}
