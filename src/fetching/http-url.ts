/** Whether an input is an address to fetch; apart from what fetches, which most inputs do not need loaded. */
export function isHttpUrl(input: string): boolean {
  return /^https?:\/\//i.test(input);
}
