import type { AnnotatedReport } from "../../annotate/layers.ts";
import { childOf } from "../../annotate/tree.ts";
import { actOfLemma, isReportingLemma } from "../../lexicons/acts.ts";
import { caseOf, type Reading } from "./predicates.ts";
import type { QuoteMap } from "./quote-map.ts";
import type { QuotedReading } from "./quoted-readings.ts";

/** What a reading looks like, as names of binary features; the weights are in lexicons/reading-weights.ts. */
export function featuresOf(
  annotated: AnnotatedReport,
  quotes: QuoteMap,
  reading: Reading,
  nameKindOf: (token: number) => string,
): string[] {
  const { lemmas, xpos, upos, tokens, deprels } = annotated;
  const { predicate, kind, subject, content } = reading;
  const lemma = lemmas[predicate]!.toLowerCase();
  const quoted = isQuoted(reading);
  const shape = quoted ? `quote-${reading.side}` : kind;
  const prep = reading.particle !== null ? tokens[reading.particle]!.text.toLowerCase() : "";
  const object = content[0] !== undefined ? contentHead(annotated, reading) : null;
  const contentPrep =
    kind === "prepositional" && object !== null ? lemmaText(annotated, caseOf(annotated, object)) : "";
  const pos = upos[predicate]!;
  const subjectKind = subject === null ? "none" : kindOfNoun(annotated, subject.head, nameKindOf);
  const features = [
    "bias",
    `k:${shape}`,
    `p:${pos}`,
    `l:${pos}:${lemma}`,
    `lk:${lemma}:${shape}:${prep}${contentPrep}`,
    `s:${subjectKind}:${shape}`,
    `sh:${subject?.how ?? "none"}:${shape}`,
    `x:${xpos[predicate]}:${shape}`,
    `d:${deprels[predicate]}:${shape}`,
    `in:${quotes.at[predicate] !== -1}:${shape}`,
    `pp:${prep}:${contentPrep}:${shape}`,
    `slen:${Math.min(6, content.length >> 1)}:${shape}`,
  ];
  const known = isReportingLemma(lemma) ? actOfLemma(lemma) : "none";
  features.push(
    `rv:${known}:${shape}:${pos}`,
    `rs:${known !== "none"}:${subjectKind}:${shape}`,
    `rp:${known}:${prep}${contentPrep}:${shape}`,
  );
  if (subject !== null && upos[subject.head] === "NOUN") features.push(`sl:${lemmas[subject.head]}`);
  const modal = childOf(annotated, predicate, "aux");
  if (modal !== null) features.push(`aux:${lemmas[modal]}:${shape}`, `la:${lemma}:${lemmas[modal]}`);
  if (childOf(annotated, predicate, "aux:pass") !== null) features.push(`pass:${shape}`, `lp:${lemma}:${shape}`);
  if (childOf(annotated, predicate, "compound:prt") !== null) features.push(`prt:${lemma}`);
  if (annotated.children[predicate]!.some((child) => lemmas[child] === "not" || lemmas[child] === "n't"))
    features.push(`neg:${shape}`);
  if (object !== null) {
    const mark = childOf(annotated, object, "mark");
    features.push(`m:${lemmaText(annotated, mark)}:${shape}`, `lm:${lemma}:${lemmaText(annotated, mark)}`);
    features.push(`ol:${kind === "object" || kind === "prepositional" ? lemmas[object] : ""}:${kind}`);
    features.push(`lo:${lemma}:${kind === "object" || kind === "prepositional" ? lemmas[object] : ""}`);
    features.push(`rm:${known}:${lemmaText(annotated, mark)}:${shape}`);
    features.push(`ok:${kindOfNoun(annotated, object, nameKindOf)}:${shape}`);
  }
  if (quoted) {
    features.push(
      `gap:${Math.min(6, reading.gap)}:${reading.side}`,
      `sent:${isSentenceLike(annotated, reading)}:${reading.side}`,
    );
    features.push(
      `lq:${lemma}`,
      `colon:${tokens[content[0]! - 1]?.text === ":"}`,
      `qlen:${Math.min(8, content.length)}`,
    );
  } else if (content.length > 0) {
    const withQuote = content.some((token) => quotes.at[token] !== -1 && quotes.at[token] !== quotes.at[predicate]);
    features.push(`q:${withQuote}:${shape}`);
  }
  return features;
}

export function isQuoted(reading: Reading): reading is QuotedReading {
  return "quotations" in reading;
}

function isSentenceLike(annotated: AnnotatedReport, { content }: Reading): boolean {
  const first = annotated.tokens[content[1] ?? content[0]!]!.text;
  const last = annotated.tokens[content.at(-2) ?? content.at(-1)!]!.text;
  return /^\p{Lu}/u.test(first) && /^[.,!?…]$/.test(last);
}

/** The token of the content that hangs from outside it, nearest the predicate. */
function contentHead(annotated: AnnotatedReport, { content, predicate }: Reading): number | null {
  const inside = new Set(content);
  return (
    content.find((token) => annotated.heads[token] === predicate) ??
    content.find((token) => !inside.has(annotated.heads[token]!) && annotated.upos[token] !== "PUNCT") ??
    null
  );
}

function kindOfNoun(annotated: AnnotatedReport, head: number, nameKindOf: (token: number) => string): string {
  const upos = annotated.upos[head]!;
  if (upos === "PROPN") return nameKindOf(head) || "propn";
  if (upos === "PRON") return annotated.lemmas[head]!.toLowerCase();
  return upos;
}

function lemmaText(annotated: AnnotatedReport, token: number | null): string {
  return token === null ? "" : annotated.tokens[token]!.text.toLowerCase();
}
