/** Words for the record's terms. A term without an entry is shown as it is, hyphens as blanks. */
const LABELS: Readonly<Record<string, string>> = {
  "no-comment": "no comment",
  reply: "neither granted nor refused",
  "press-conference": "press conference",
  "strike-military": "military strike",
  "scare-quotes": "words held at a distance",
  unattributed: "quoted, but the report names no speaker",
  direct: "quoted",
  indirect: "in the report’s words",
  mixed: "partly quoted",
  money: "amount",
  occurred: "happened",
  possible: "told as possible",
  denied: "told as not so",
  cancelled: "called off",
  SET: "repeated time",
  DATE: "date",
  TIME: "time of day",
  DURATION: "length of time",
};

export function label(term: string): string {
  return LABELS[term] ?? term.replaceAll("-", " ");
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How a confidence between 0 and 1 is said. */
export function confidenceLabel(confidence: number): string {
  const percent = `${Math.round(confidence * 100)}%`;
  if (confidence >= 0.85) return `high (${percent})`;
  return confidence >= 0.6 ? `fair (${percent})` : `low (${percent})`;
}
