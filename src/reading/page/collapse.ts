/** Blanks, odd blanks and line ends as one space each; blanks without width go. */
export function collapse(text: string): string {
  const plain = NO_WIDTH.test(text) ? text.replace(NO_WIDTH_ALL, "") : text;
  return plain.replace(BLANKS, " ").trim();
}

const NO_WIDTH = /[\u200b\u2060\ufeff]/;
const NO_WIDTH_ALL = /[\u200b\u2060\ufeff]+/g;
const BLANKS = /[\s\u0085]+/g;
