import type { Diagnostic } from "../text/diagnostic.ts";
import type { Token } from "./segmented-report.ts";

/** Frequent English words that are rare in the languages that share its letters: about a fifth of any English prose. */
const ENGLISH = new Set(
  (
    "the of and to that with from they this these those which would could should who whose said were their will been his " +
    "by are not it its was after about because but there when what where before into than"
  ).split(" "),
);

const NOT_ENGLISH = "not-english";
const FEWEST_WORDS = 20;
const LEAST_SHARE = 0.07;

/** A diagnostic when hardly any word of a text that is long enough to tell is an English one. */
export function diagnoseLanguage(tokens: readonly Token[]): Diagnostic[] {
  let words = 0;
  let english = 0;
  for (const { text } of tokens) {
    if (!/\p{L}/u.test(text)) continue;
    words++;
    if (ENGLISH.has(text.toLowerCase())) english++;
    // Whatever the rest is.
    if (english >= tokens.length * LEAST_SHARE) return [];
  }
  if (words < FEWEST_WORDS || english >= words * LEAST_SHARE) return [];
  const message =
    "Hardly a word of this text is English, the one language that is read: its words are kept, and nothing is read out of them.";
  return [{ code: NOT_ENGLISH, span: null, message }];
}

/** Whether `diagnoseLanguage` told so of a report. English rules would make deaths of every German “die”. */
export function isUnread(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ code }) => code === NOT_ENGLISH);
}
