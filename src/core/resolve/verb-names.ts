import type { AnnotatedReport } from "../annotate/layers.ts";
import type { Capitals } from "./capitals.ts";

/**
 * Whether a verb with a capital that grammar does not ask for, and a small article, stand right before the token and
 * so open its name.
 *
 * > | The board asked Keep the Steps to wait.
 *                     ^^^^^^^^^^^^^^
 */
export function opensInVerb(annotated: AnnotatedReport, first: number, capitals: Capitals): boolean {
  const verb = first - 2;
  if (verb < 0 || !/^(?:the|our|your|my|an?)$/.test(annotated.tokens[first - 1]!.text)) return false;
  const isOne = annotated.sentenceOf[verb] === annotated.sentenceOf[first];
  return isOne && capitals.isMid[verb] === 1 && annotated.xpos[verb] === "VB";
}
