/** The site that an address names, for a report that names no outlet: "post.example" of "https://www.post.example/ferry". */
export function siteName(url: string): string | null {
  return /^https?:\/\/(?:[^/@]*@)?(?:www\.)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? null;
}
