import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { StatementCandidate } from "../candidates.ts";
import { childrenOf, headOf, lemmaOf, phraseSpan, prepositionOf, relationOf } from "../events/grammar.ts";
import type { Party } from "./parties.ts";

const LETTERS = new Set(["letter", "reply", "response", "email", "note", "message", "memo"]);

/**
 * Whom a quoted letter is written to: "to" after the letter that the cue's sentence names, else after the last letter
 * named before it.
 */
export function addresseeOfLetter(annotated: AnnotatedReport, statement: StatementCandidate): Party | null {
  if (statement.medium !== "letter" || statement.cue === null) return null;
  let found: Party | null = null;
  for (let token = 0; token < annotated.tokens.length; token++) {
    if (annotated.tokens[token]!.start > statement.cue.end) break;
    if (LETTERS.has(lemmaOf(annotated, token)) && annotated.upos[token] === "NOUN")
      found = addresseeAfter(annotated, token) ?? found;
    else if (lemmaOf(annotated, token) === "write" && annotated.upos[token] === "VERB")
      found = toPhrase(annotated, token) ?? found;
  }
  return found;
}

function addresseeAfter(annotated: AnnotatedReport, letter: number): Party | null {
  const own = toPhrase(annotated, letter);
  if (own !== null) return own;
  // "in a letter of response to the board", "sent a letter to the board": the phrase may hang on a neighbour.
  for (const child of childrenOf(annotated, letter)) {
    const inner = relationOf(annotated, child) === "nmod" ? toPhrase(annotated, child) : null;
    if (inner !== null) return inner;
  }
  const head = headOf(annotated, letter);
  return head >= 0 && /^(?:send|write|deliver|post|address|hand)$/.test(lemmaOf(annotated, head))
    ? toPhrase(annotated, head)
    : null;
}

function toPhrase(annotated: AnnotatedReport, token: number): Party | null {
  for (const child of childrenOf(annotated, token)) {
    const relation = relationOf(annotated, child);
    if ((relation === "nmod" || relation === "obl") && prepositionOf(annotated, child) === "to" && child > token) {
      return { span: phraseSpan(annotated, child), head: child };
    }
  }
  return null;
}
