import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { StatementCandidate } from "../candidates.ts";
import { childrenOf, headOf, lemmaOf, phraseSpan, prepositionOf, relationOf } from "../events/grammar.ts";
import type { Party } from "./parties.ts";

const LETTERS = new Set(["letter", "reply", "response", "email", "note", "message", "memo"]);

/** A letter that the report names with whom it is written to. */
export interface AddressedLetter {
  readonly token: number;
  readonly to: Party;
}

/** In text order. */
export function addressedLetters(annotated: AnnotatedReport): AddressedLetter[] {
  const found: AddressedLetter[] = [];
  for (let token = 0; token < annotated.tokens.length; token++) {
    const upos = annotated.upos[token];
    const lemma = lemmaOf(annotated, token);
    const to =
      upos === "NOUN" && LETTERS.has(lemma)
        ? addresseeAfter(annotated, token)
        : upos === "VERB" && lemma === "write"
          ? toPhrase(annotated, token)
          : null;
    if (to !== null) found.push({ token, to });
  }
  return found;
}

/** Whom a quoted letter is written to: the last addressee named up to the cue. */
export function addresseeOfLetter(
  annotated: AnnotatedReport,
  statement: StatementCandidate,
  letters: readonly AddressedLetter[],
): Party | null {
  const { cue } = statement;
  if (statement.medium !== "letter" || cue === null) return null;
  return letters.findLast(({ token }) => annotated.tokens[token]!.start <= cue.end)?.to ?? null;
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
