/** Lower case, without the full stop of "Mr." */
export function bareWord(word: string): string {
  const lower = word.toLowerCase();
  return lower.endsWith(".") ? lower.slice(0, -1) : lower;
}
