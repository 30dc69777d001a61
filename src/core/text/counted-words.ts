/**
 * What a figure counts, without its number: naming a disputed figure by one side's number takes that side. "crowd" for
 * `counts` that say so, "streets" for the words "four streets"; "figure" when neither tells.
 */
export function countedWords(counts: string, words: string): string {
  if (counts === "money") return "amount";
  const rest = withoutNumber(words);
  if (counts !== "other" && counts !== "people") return counts.replaceAll("-", " ");
  return rest === "" || rest.length > LONGEST ? (counts === "people" ? "people" : "figure") : rest;
}

/** "fourteen people", "19 arrested men": a group that a report only counts. It has no name that tells it from others. */
export function isCountedGroup(name: string): boolean {
  return COUNTED.test(name);
}

const LONGEST = 40;

const NUMBER =
  "(?:[£$€]?\\d[\\d.,]*\\+?(?:st|nd|rd|th|bn|m|k)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[-\\s]\\p{L}+)?|hundreds?|thousands?|millions?|billions?|dozens?|scores|both|several|many|few|handful|couple)";

const AROUND =
  "(?:about|around|some|roughly|nearly|almost|over|under|above|below|just|only|all|more|less|fewer|than|up|to|at|least|most|as|many|no|not|an|estimated|approximately|perhaps|between|and|or|of|the|a)";

const LEAD = new RegExp(`^(?:(?:${AROUND}|${NUMBER})(?:\\s+|[-–]|$))+`, "iu");

const COUNTED = new RegExp(`^(?!(?:the|an?)\\s)(?:${AROUND}\\s+)*(?!an?\\s)${NUMBER}\\s`, "iu");

/** The words behind the number, empty for a bare one: "people" of "about 2,000 people". */
export function withoutNumber(words: string): string {
  return words.replace(/\s+/gu, " ").trim().replace(LEAD, "").trim();
}
