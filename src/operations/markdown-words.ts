import type { Evidence } from "../core/link/story-record.ts";
import { quotableWords } from "../core/text/quotable-words.ts";

/** Words too few to be told apart are shown among their neighbours. */
const SHORT_QUOTE = 40;

/** The words of a report between quotation marks; few words with what stands around them, themselves in bold. */
export function quoteEvidence(evidence: Evidence): string {
  const { spans } = evidence;
  const exact = quotableWords(evidence);
  if (/^[“"‘]/u.test(exact)) return escapeWords(exact);
  return spans.length === 1 && exact.length < SHORT_QUOTE ? `“${quoteInContext(evidence)}”` : `“${escapeWords(exact)}”`;
}

/** Words in bold among those around them, for words that say little by themselves. */
export function quoteInContext({ exact, prefix, suffix }: Evidence): string {
  const before = prefix.replace(/^.*\n/su, "").replace(/^\S*\s+/u, "");
  const after = suffix.replace(/\n.*$/su, "").replace(/\s+\S*$/u, "");
  const gaps = [/\s$/u.test(before) ? " " : "", /^\s/u.test(after) ? " " : ""];
  const lead = before.trim() === "" ? "" : `… ${escapeWords(before)}${gaps[0]}`;
  const rest = after.trim() === "" ? "" : `${gaps[1]}${escapeWords(after)} …`;
  return lead + rest === "" ? escapeWords(exact) : `${lead}**${escapeWords(exact)}**${rest}`;
}

/** Backslashes before every mark that CommonMark or its common extensions give a meaning where it stands. */
export function escapeWords(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/\p{Cc}/gu, "")
    .trim()
    .replace(/[\\`*_{}[\]#|<>~&$^@]/g, "\\$&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/\bwww(?=\.)/gi, "$&\\")
    .replace(/^[-+]/u, "\\$&")
    .replace(/^(\d+)([.)])/u, "$1\\$2");
}

/** An autolink, when the address is one that can stand in it; else escaped text. */
export function formatUrl(url: string): string {
  return /^https?:\/\/[^\s<>\p{Cc}]+$/u.test(url) ? `<${url}>` : escapeWords(url);
}

/** The start of a text, cut between words, with a sign that more follows. */
export function shortenWords(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/\s+\S*$/u, "")} …`;
}
