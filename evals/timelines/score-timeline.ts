/** One event of a timeline: its name, date as written, and place in the order; place 0 is undated. */
export interface TimelineEntry {
  readonly event: string;
  readonly date: string;
  readonly place: number;
}

export interface TimelineCounts {
  /** System relations of the reduced graph that follow from gold, and all of them. */
  readonly right: number;
  readonly found: number;
  /** Gold relations of the reduced graph that follow from the system's, and all of them. */
  readonly recalled: number;
  readonly wanted: number;
}

/** Counts for the task's F1 of one entity (see README.md). */
export function scoreTimeline(system: readonly TimelineEntry[], gold: readonly TimelineEntry[]): TimelineCounts {
  const own = layersOf(system);
  const wanted = layersOf(gold);
  const ownReduced = reducedRelations(own);
  const goldReduced = reducedRelations(wanted);
  return {
    right: ownReduced.filter((relation) => follows(relation, wanted)).length,
    found: ownReduced.length,
    recalled: goldReduced.filter((relation) => follows(relation, own)).length,
    wanted: goldReduced.length,
  };
}

/** 0 to 1, over entities added up. */
export function microF1(counts: readonly TimelineCounts[]): { precision: number; recall: number; f1: number } {
  const sum = { right: 0, found: 0, recalled: 0, wanted: 0 };
  for (const one of counts) {
    sum.right += one.right;
    sum.found += one.found;
    sum.recalled += one.recalled;
    sum.wanted += one.wanted;
  }
  const precision = sum.right / (sum.found || 1);
  const recall = sum.recalled / (sum.wanted || 1);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

interface Layers {
  /** Names of events and dates that stand at one place, in order. */
  readonly layers: readonly (readonly string[])[];
  readonly placeOf: ReadonlyMap<string, number>;
}

interface Relation {
  readonly kind: "simultaneous" | "before";
  readonly first: string;
  readonly second: string;
}

function layersOf(entries: readonly TimelineEntry[]): Layers {
  const byPlace = new Map<number, Set<string>>();
  for (const { event, date, place } of entries) {
    if (place === 0) continue;
    const names = byPlace.get(place) ?? new Set<string>();
    if (/^\d/.test(date)) names.add(`date ${date}`);
    byPlace.set(place, names.add(event));
  }
  const layers = [...byPlace].sort((a, b) => a[0] - b[0]).map(([, names]) => [...names].sort());
  const placeOf = new Map(layers.flatMap((names, place) => names.map((name) => [name, place] as const)));
  return { layers, placeOf };
}

/** Every event with the date of its place (or its first event), and one event of a place before one of the next. */
function reducedRelations({ layers }: Layers): Relation[] {
  return layers.flatMap((names, place): Relation[] => {
    const anchor = anchorOf(names);
    const next = layers[place + 1];
    return [
      ...names
        .filter((name) => name !== anchor)
        .map((name): Relation => ({ kind: "simultaneous", first: anchor, second: name })),
      ...(next ? [{ kind: "before", first: eventOf(names), second: eventOf(next) } as const] : []),
    ];
  });
}

/** The date of a place where it has one. */
function anchorOf(names: readonly string[]): string {
  return names.find((name) => name.startsWith("date ")) ?? names[0]!;
}

function eventOf(names: readonly string[]): string {
  return names.find((name) => !name.startsWith("date "))!;
}

function follows({ kind, first, second }: Relation, { placeOf }: Layers): boolean {
  const a = placeOf.get(first);
  const b = placeOf.get(second);
  if (a === undefined || b === undefined) return false;
  return kind === "simultaneous" ? a === b : a < b;
}
