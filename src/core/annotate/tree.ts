import type { AnnotatedReport } from "./layers.ts";

/** Token indices under `token`, itself included, in text order; whole branches for which `skip` holds are left out. */
export function subtreeOf(annotated: AnnotatedReport, token: number, skip?: (child: number) => boolean): number[] {
  const found = [token];
  let first = token;
  let last = token;
  for (let at = 0; at < found.length; at++) {
    for (const child of annotated.children[found[at]!]!) {
      if (skip?.(child)) continue;
      found.push(child);
      if (child < first) first = child;
      else if (child > last) last = child;
    }
  }
  if (last - first + 1 > found.length) return found.sort((a, b) => a - b);
  // Without a gap, as nearly always.
  for (let at = 0; at < found.length; at++) found[at] = first + at;
  return found;
}

/** The first child with one of these relations, subtypes included only where they are named. */
export function childOf(annotated: AnnotatedReport, token: number, ...deprels: readonly string[]): number | null {
  for (const child of annotated.children[token]!) if (deprels.includes(annotated.deprels[child]!)) return child;
  return null;
}

export function childrenOf(annotated: AnnotatedReport, token: number, ...deprels: readonly string[]): number[] {
  return annotated.children[token]!.filter((child) => deprels.includes(annotated.deprels[child]!));
}

/** True when `ancestor` is `token` or stands above it. */
export function isUnder(annotated: AnnotatedReport, token: number, ancestor: number): boolean {
  for (let current = token; current >= 0; current = annotated.heads[current]!) if (current === ancestor) return true;
  return false;
}

/** Runs of neighbouring token indices of a sorted list, each as [first, last]. */
export function runsOf(tokens: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (last && token === last[1] + 1) last[1] = token;
    else runs.push([token, token]);
  }
  return runs;
}
