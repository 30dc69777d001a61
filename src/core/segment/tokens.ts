import { PLAIN_ABBREVIATIONS, PREFIX_ABBREVIATIONS } from "../lexicons/abbreviations.ts";
import type { Span } from "../text/span.ts";
import type { Token } from "./segmented-report.ts";

const TOKEN = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]’']`,
    String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    String.raw`[@#][\p{L}\p{N}_]+`,
    String.raw`\.{2,}|…`,
    String.raw`(?:\p{L}\.){2,}`,
    String.raw`['’‘]n['’]`,
    String.raw`['’‘]\d\ds\b`,
    String.raw`\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|bn|k|am|pm|p|ft|km|kg|mph)?(?![\p{L}\p{N}])`,
    String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-‐‑&'’][\p{L}\p{N}\p{M}]+)*`,
    "--+|``|''|[^\\s]",
  ].join("|"),
  "gu",
);
const CLITIC = /(?:n['’]t|['’](?:s|ll|re|ve|d|m))$/i;

/** Splits a span of the text into tokens, in text order. */
export function segmentTokens(text: string, span: Span): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = span.start;
  for (let match = TOKEN.exec(text); match !== null && match.index < span.end; match = TOKEN.exec(text)) {
    pushToken(tokens, text, match.index, Math.min(match.index + match[0].length, span.end));
  }
  return tokens;
}

function pushToken(tokens: Token[], text: string, start: number, end: number): void {
  const word = text.slice(start, end);
  const previous = tokens.at(-1);
  if (word === "." && previous !== undefined && previous.end === start && takesStop(previous.text)) {
    tokens.pop();
    tokens.push({ start: previous.start, end, text: text.slice(previous.start, end) });
    return;
  }
  const clitic = CLITIC.exec(word);
  if (clitic !== null && clitic.index > 0) {
    tokens.push({ start, end: start + clitic.index, text: word.slice(0, clitic.index) });
    tokens.push({ start: start + clitic.index, end, text: clitic[0] });
    return;
  }
  tokens.push({ start, end, text: word });
}

function takesStop(word: string): boolean {
  if (/^\p{Lu}$/u.test(word)) return word !== "I";
  const lower = word.toLowerCase();
  return PREFIX_ABBREVIATIONS.has(lower) || (PLAIN_ABBREVIATIONS.has(lower) && /^\p{Lu}/u.test(word));
}
