import type { AnnotatedReport } from "../annotate/layers.ts";
import type { NameForm } from "./name-forms.ts";

/** Tokens from "as" to the word that says it is a name. */
const FARTHEST = 9;
const CALLED = /^(?:known|called|nicknamed|dubbed)$/;

/**
 * Second names of bodies that the report itself explains, as pairs of keys, the fuller first.
 *
 * > | Hill House, as Garrow Police is known      Garrow Police, better known as Hill House
 *     ^^^^^^^^^^     ^^^^^^^^^^^^^               ^^^^^^^^^^^^^                  ^^^^^^^^^^
 */
export function readToldNames(
  annotated: AnnotatedReport,
  forms: readonly NameForm[],
): readonly (readonly [string, string])[] {
  const { tokens } = annotated;
  const byStart = new Map(forms.map((form) => [form.firstToken, form]));
  const word = (at: number) => tokens[at]?.text.toLowerCase() ?? "";
  const afterArticle = (at: number) => byStart.get(at) ?? (word(at) === "the" ? byStart.get(at + 1) : undefined);
  const pairs: (readonly [string, string])[] = [];
  for (const form of forms) {
    if (form.kind === "person") continue;
    let at = form.endToken;
    const isInserted = word(at) === ",";
    if (isInserted) at++;
    const isAs = isInserted && word(at) === "as";
    if (!isAs) while (/^(?:better|also|widely|commonly|often|locally|popularly|usually)$/.test(word(at))) at++;
    const isKnown = !isAs && CALLED.test(word(at)) && word(at + 1) === "as";
    const other = isAs ? afterArticle(at + 1) : isKnown ? afterArticle(at + 2) : undefined;
    if (other === undefined || other.kind === "person" || other.key === form.key) continue;
    if (annotated.sentenceOf[other.firstToken] !== annotated.sentenceOf[form.firstToken]) continue;
    if (isKnown) pairs.push([form.key, other.key]);
    else if (isSaidToBe(other.endToken, word)) pairs.push([other.key, form.key]);
  }
  return pairs;
}

/** "is known", "are often called" right behind the name. */
function isSaidToBe(from: number, word: (at: number) => string): boolean {
  if (!/^(?:is|are|was)$/.test(word(from))) return false;
  for (let at = from + 1; at < from + FARTHEST; at++) {
    if (CALLED.test(word(at))) return true;
    if (!/^(?:often|also|widely|commonly|locally|better|usually|sometimes|generally)$/.test(word(at))) return false;
  }
  return false;
}
