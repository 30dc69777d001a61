import type { Token } from "./segmented-report.ts";

/** Words written as one that are two: index at which the second starts. */
const FUSED: ReadonlyMap<string, number> = new Map([
  ["cannot", 3],
  ["gonna", 3],
  ["gotta", 3],
  ["wanna", 3],
]);

/** Appends the word at `start`–`end` to `tokens`, its last two clitics as tokens of their own ("ca" "n’t", "he" "’d" "’ve"). */
export function splitWord(text: string, start: number, end: number, tokens: Token[]): void {
  const word = text.slice(start, end);
  const last = cutAt(word);
  if (last <= 0) {
    tokens.push({ start, end, text: word });
    return;
  }
  const first = cutAt(word.slice(0, last));
  if (first > 0) {
    tokens.push({ start, end: start + first, text: word.slice(0, first) });
    tokens.push({ start: start + first, end: start + last, text: word.slice(first, last) });
  } else {
    tokens.push({ start, end: start + last, text: word.slice(0, last) });
  }
  tokens.push({ start: start + last, end, text: word.slice(last) });
}

function cutAt(word: string): number {
  const length = word.length;
  // The apostrophe of every clitic is the second, third or last but one character from the end.
  for (let back = 2; back <= 3 && back < length; back++) {
    const code = word.charCodeAt(length - back);
    if (code !== 0x27 && code !== 0x2019) continue;
    const tail = word.slice(length - back + 1).toLowerCase();
    if (tail === "t") return /n/i.test(word[length - 3] ?? "") && length > 3 ? length - 3 : -1;
    if (tail === "s" || tail === "d" || tail === "m" || tail === "ll" || tail === "re" || tail === "ve") {
      return length - back;
    }
    return -1;
  }
  return length >= 5 && length <= 6 ? (FUSED.get(word.toLowerCase()) ?? -1) : -1;
}
