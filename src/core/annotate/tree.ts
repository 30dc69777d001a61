import type { AnnotatedReport } from "./layers.ts";

/** Token indices under `token`, itself included, in text order; whole branches for which `skip` holds are left out. */
export function subtreeOf(annotated: AnnotatedReport, token: number, skip?: (child: number) => boolean): number[] {
  const found: number[] = [];
  const stack = [token];
  while (stack.length > 0) {
    const current = stack.pop()!;
    found.push(current);
    for (const child of annotated.children[current]!) if (!skip?.(child)) stack.push(child);
  }
  return found.sort((a, b) => a - b);
}

/** The first child with one of these relations, subtypes included only where they are named. */
export function childOf(annotated: AnnotatedReport, token: number, ...deprels: readonly string[]): number | null {
  return annotated.children[token]!.find((child) => deprels.includes(annotated.deprels[child]!)) ?? null;
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
