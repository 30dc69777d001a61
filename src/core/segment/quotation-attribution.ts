import { SPEECH_VERBS } from "../lexicons/speech-verbs.ts";

const PRONOUNS = new Set(["he", "she", "it", "they", "we", "i", "you", "who", "which"]);
/** Verbs that carry on somebody's words rather than start them. */
const CARRYING_ON = new Set(["added", "adds", "continued", "continues", "concluded", "concludes"]);
const TAIL =
  /[,?!]\s+(?:(?:he|she|they|it|(?:\p{Lu}[\p{L}’'.-]*\s+){1,4})\s*(?:said|says|asked|told|added|wrote)|(?:said|says|asked|added)\s+(?:he|she|they|\p{Lu}))[^,?!“”"]{0,40}$/u;

/**
 * Whether the words right after a closing mark name a speaker other than by pronoun.
 *
 * > | “We will not,” said Ms Birch.     true
 * > | “We will not,” he added.          false
 */
export function attributesAfter(text: string, at: number, end: number): boolean {
  const clause = /^[\s,]*([^,.;:?!“”"‘]*)/u.exec(text.slice(at, Math.min(end, at + 100)))?.[1] ?? "";
  const words = clause.split(/\s+/).filter((word) => word !== "");
  const verbAt = words.findIndex((word) => SPEECH_VERBS.has(word));
  if (verbAt < 0 || verbAt > 6 || CARRYING_ON.has(words[verbAt] ?? "")) return false;
  const subject = verbAt === 0 ? words[1] : words[0];
  return subject !== undefined && !PRONOUNS.has(subject.toLowerCase());
}

/** Whether open quoted words end like "…, he said." — the sign of a closing mark that was left out. */
export function attributesAtEnd(text: string, start: number, end: number): boolean {
  return TAIL.test(text.slice(Math.max(start, end - 120), end));
}
