/** The range of a written number, for gold figures that no series of the bank lists. */
export function extractFiguresOfWords(words: string, quantity: string): { min: number | null; max: number | null } {
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(words)?.[0].replaceAll(",", "");
  const scale = /\b(?:m|million)\b|\dm\b/.test(words) ? 1e6 : /bn|billion/.test(words) ? 1e9 : 1;
  const word = NUMBER_WORDS.findIndex((one) => new RegExp(`\\b${one}\\b`, "i").test(words));
  const value = digits === undefined ? (word < 0 ? null : word) : Number(digits) * scale;
  if (value === null || quantity === "vague") return { min: value, max: null };
  return { min: quantity === "max" ? null : value, max: quantity === "min" ? null : value };
}

const NUMBER_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
