import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { StatementDraft } from "./draft.ts";
import type { QuoteMap } from "./quote-map.ts";
import { runSpan } from "./quote-map.ts";

const MAX_TAG_TOKENS = 5;
const MAX_HEADLINE_TOKENS = 22;

/**
 * A speaker before a colon, as headlines print it: "Mayor: tax will rise", or before a quotation. Only where the words
 * before the colon are nothing but a name or a person's role.
 */
export function draftSpeakerTags(annotated: AnnotatedReport, quotes: QuoteMap): StatementDraft[] {
  const drafts: StatementDraft[] = [];
  const { sentences, upos } = annotated;
  sentences.forEach((sentence, index) => {
    const previous = sentences[index - 1];
    if (previous !== undefined && previous.paragraph === sentence.paragraph) return;
    const colon = findColon(
      annotated,
      sentence.firstToken,
      Math.min(sentence.endToken, sentence.firstToken + MAX_TAG_TOKENS + 1),
    );
    if (colon === null || colon + 1 >= sentence.endToken) return;
    if (!isSpeakerName(annotated, sentence.firstToken, colon)) return;
    let end = sentence.endToken;
    const following = sentences[index + 1];
    const alone = following === undefined || following.paragraph !== sentence.paragraph;
    const headline =
      alone && sentence.endToken - sentence.firstToken <= MAX_HEADLINE_TOKENS && upos[end - 1] !== "PUNCT";
    const quoted = quotes.at[colon + 1] !== -1;
    if (!headline && !quoted) return;
    if (quoted) end = quotes.outermost[quotes.at[colon + 1]!]!.last + 1;
    drafts.push({
      predicate: colon,
      cue: [colon, colon],
      source: [sentence.firstToken, colon - 1],
      sourceHead: headOf(annotated, sentence.firstToken, colon - 1),
      content: [runSpan(annotated, colon + 1, end - 1)],
      quotations: quoted ? [quotes.at[colon + 1]!] : [],
      addresseeHead: null,
      act: "assertion",
      medium: null,
      alleged: false,
      confidence: quoted ? 0.8 : 0.6,
      producedBy: "statements/speaker-tag",
    });
  });
  return drafts;
}

function findColon({ tokens }: AnnotatedReport, first: number, end: number): number | null {
  for (let token = first + 1; token < end; token++) if (tokens[token]!.text === ":") return token;
  return null;
}

const ROLES = new Set([
  "mayor",
  "police",
  "minister",
  "president",
  "governor",
  "council",
  "court",
  "judge",
  "report",
  "study",
  "poll",
  "union",
  "officials",
  "pm",
  "army",
  "doctors",
  "experts",
  "senator",
  "mp",
  "chief",
  "government",
  "bishop",
  "pope",
]);

function isSpeakerName({ names, tokens, upos }: AnnotatedReport, first: number, end: number): boolean {
  const name = names.find(({ firstToken, endToken }) => firstToken >= first && endToken === end);
  const tags = upos.slice(first, end);
  // "Ray explains to Harbour News:" says who hears.
  if (name !== undefined && (name.kind === "person" || name.kind === "organisation"))
    return name.firstToken === first || !tags.includes("VERB");
  return ROLES.has(tokens[end - 1]!.text.toLowerCase()) && tags.every((tag) => /^(NOUN|PROPN|ADJ|DET)$/.test(tag));
}

function headOf(annotated: AnnotatedReport, first: number, last: number): number {
  for (let token = first; token <= last; token++) {
    const head = annotated.heads[token]!;
    if (head < first || head > last) return token;
  }
  return last;
}
