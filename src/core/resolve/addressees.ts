import type { StatementCandidate } from "../extract/candidates.ts";
import { type Discourse, referenceOf } from "./discourse.ts";
import { headWithin } from "./phrase-heads.ts";
import type { Reference } from "./referent.ts";

/**
 * Whom the words were said to: the addressee that the sentence names, or the recipient of the letter that carries them.
 * A letter keeps its recipient when it is quoted again later.
 */
export function addresseesOf(discourse: Discourse, statement: StatementCandidate): readonly Reference[] {
  const { annotated, referenceAt } = discourse;
  const found: (Reference | undefined)[] = [];
  if (statement.addresseeHead !== null) {
    found.push(
      referenceOf(discourse, statement.addresseeHead, statement.addressee),
      recipientOf(discourse, referenceAt.get(statement.addresseeHead)),
    );
  }
  if (statement.sourceHead !== null) found.push(recipientOf(discourse, referenceAt.get(statement.sourceHead)));
  if (statement.cue !== null) {
    for (const child of annotated.children[headWithin(annotated, statement.cue)] ?? []) {
      if (annotated.deprels[child]!.startsWith("obl")) found.push(recipientOf(discourse, referenceAt.get(child)));
    }
  }
  return found.filter((reference) => reference !== undefined);
}

/** Whom a document went to, when the report says so. */
function recipientOf(discourse: Discourse, document: Reference | undefined): Reference | undefined {
  if (document?.kind !== "referent" || document.referent.recipient < 0) return undefined;
  return discourse.referenceAt.get(document.referent.recipient);
}
