import type { AnnotatedReport } from "../../annotate/layers.ts";
import { subtreeOf } from "../../annotate/tree.ts";
import { ASKING_NOUNS, ASKING_VERBS, GRANTING_VERBS, REFUSING_VERBS } from "../../lexicons/request-words.ts";
import { isWithin, overlaps, type Span } from "../../text/span.ts";
import type { StatementCandidate } from "../candidates.ts";
import {
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
import { type Ask, addresseeOfQuotation, sourceOf, spanOver } from "./asks.ts";
import type { Party } from "./parties.ts";

/**
 * Asks that no statement was found for: a noun that is answered ("have refused a plea by the board to call it off"), and
 * "we urge you to …" inside a quotation.
 */
export function asksInWords(
  annotated: AnnotatedReport,
  statements: readonly StatementCandidate[],
  found: readonly Ask[],
): Ask[] {
  const asks: Ask[] = [];
  for (let token = 0; token < annotated.tokens.length; token++) {
    const span = annotated.tokens[token]!;
    const upos = annotated.upos[token];
    const ask =
      upos === "NOUN"
        ? readNoun(annotated, token, statements)
        : upos === "VERB"
          ? readQuoted(annotated, token, statements)
          : null;
    if (ask !== null && !found.some(({ cue }) => overlaps(cue, span))) asks.push(ask);
  }
  return asks;
}

function readNoun(annotated: AnnotatedReport, noun: number, statements: readonly StatementCandidate[]): Ask | null {
  if (!ASKING_NOUNS.has(lemmaOf(annotated, noun))) return null;
  const verb = headOf(annotated, noun);
  if (verb < 0 || annotated.upos[verb] !== "VERB") return null;
  const lemma = lemmaOf(annotated, verb);
  const answered =
    REFUSING_VERBS.has(lemma) ||
    GRANTING_VERBS.has(lemma) ||
    (lemma === "turn" && wordOf(annotated, verb + 1) === "down");
  if (!answered || relationOf(annotated, noun) !== "obj") return null;
  const asker = askerOfNoun(annotated, noun);
  const about = aboutOfNoun(annotated, noun, asker);
  if (asker === null && about === null) return null;
  const subject = subjectOf(annotated, verb);
  const cue = annotated.tokens[noun]!;
  return {
    asker,
    asked: subject === null ? null : { span: phraseSpan(annotated, subject), head: subject },
    statement:
      statements.find(
        ({ content, act }) => act === "request" && content.some((part) => about !== null && isWithin(part, about)),
      ) ?? null,
    cue,
    span: spanOver(annotated, cue, [
      spanOfTokens(annotated, noun, noun + 1),
      ...(asker === null ? [] : [asker.span]),
      ...(about === null ? [] : [about]),
    ]),
    about,
    producedBy: "requests/answered-noun",
  };
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
  // The phrase may be tied to the verb: "refused a plea | by the board".
  const preposition = noun + 1;
  if (!/^(?:by|from)$/.test(wordOf(annotated, preposition))) return null;
  const head = headOf(annotated, preposition);
  return head > preposition && relationOf(annotated, preposition) === "case"
    ? { span: phraseSpan(annotated, head), head }
    : null;
}

/** "to call it off", "for calm", "that he resign" after the noun and its asker. */
function aboutOfNoun(annotated: AnnotatedReport, noun: number, asker: Party | null): Span | null {
  const verb = headOf(annotated, noun);
  for (const holder of [noun, verb, asker?.head ?? -1]) {
    if (holder < 0) continue;
    for (const child of childrenOf(annotated, holder)) {
      if (child <= noun || child === asker?.head) continue;
      const relation = relationOf(annotated, child);
      const mark = firstDependent(annotated, child, "mark");
      const infinitive =
        (relation === "acl" || relation === "advcl" || relation === "xcomp" || relation === "ccomp") &&
        mark !== null &&
        mark > noun;
      const forPhrase = holder === noun && relation === "nmod" && prepositionOf(annotated, child) === "for";
      if (!infinitive && !forPhrase) continue;
      const tokens = subtreeOf(annotated, child);
      const first = tokens[0]!;
      return spanOfTokens(annotated, first, endOfClause(annotated, tokens));
    }
  }
  return null;
}

/** End of the unbroken run that starts the clause; trailing marks are left out. */
function endOfClause(annotated: AnnotatedReport, tokens: readonly number[]): number {
  let last = tokens[0]!;
  for (const token of tokens) {
    if (token > last + 1) break;
    last = token;
  }
  while (last > tokens[0]! && annotated.upos[last] === "PUNCT") last--;
  return last + 1;
}

function opensWithTo(annotated: AnnotatedReport, clause: number): boolean {
  return childrenOf(annotated, clause).some(
    (child) => relationOf(annotated, child) === "mark" && /^(?:to|that)$/.test(wordOf(annotated, child)),
  );
}

/** "We urge you to choose …" in a letter or an interview: who is quoted asks whoever is spoken to. */
function readQuoted(annotated: AnnotatedReport, verb: number, statements: readonly StatementCandidate[]): Ask | null {
  const lemma = lemmaOf(annotated, verb);
  if (!ASKING_VERBS.has(lemma)) return null;
  const subject = firstDependent(annotated, verb, "nsubj");
  if (subject === null || !/^(?:we|i)$/.test(wordOf(annotated, subject))) return null;
  if (
    !/^VBP|^VBG/.test(annotated.xpos[verb] ?? "") ||
    childrenOf(annotated, verb).some((child) => /^(?:not|n['’]t)$/.test(wordOf(annotated, child)))
  )
    return null;
  const object = firstDependent(annotated, verb, "obj", "iobj", "obl");
  const clause = childrenOf(annotated, verb).find(
    (child) =>
      child > verb &&
      ["xcomp", "advcl", "ccomp", "parataxis"].includes(relationOf(annotated, child)) &&
      opensWithTo(annotated, child),
  );
  if (object === null || clause === undefined) return null;
  const span = annotated.tokens[verb]!;
  const statement = statements.find(
    ({ content, form }) => form !== "indirect" && content.some((part) => isWithin(span, part)),
  );
  if (statement === undefined) return null;
  const tokens = subtreeOf(annotated, clause).filter(
    (token) => token > object && (token > clause || annotated.upos[token] !== "PUNCT"),
  );
  const about = spanOfTokens(annotated, tokens[0]!, endOfClause(annotated, tokens));
  const spokenTo = /^(?:you|yours)$/.test(wordOf(annotated, object));
  return {
    asker: sourceOf(statement),
    asked: spokenTo
      ? addresseeOfQuotation(annotated, statement)
      : { span: phraseSpan(annotated, object), head: object },
    statement,
    cue: span,
    span: spanOver(annotated, span, [annotated.tokens[subject]!, span, about]),
    about,
    producedBy: "requests/quoted",
  };
}
