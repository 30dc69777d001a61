/** A few quiet ways to set words apart; the identity where colour is unwanted. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly caution: (text: string) => string;
}

export function makeStyle(color: boolean): Style {
  if (!color) return { strong: same, quiet: same, heading: same, caution: same };
  return {
    strong: (text) => `\x1b[1m${text}\x1b[22m`,
    quiet: (text) => `\x1b[2m${text}\x1b[22m`,
    heading: (text) => `\x1b[1;36m${text}\x1b[22;39m`,
    caution: (text) => `\x1b[33m${text}\x1b[39m`,
  };
}

function same(text: string): string {
  return text;
}
