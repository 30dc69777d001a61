// Names in GUM, whose entities are whole phrases ("the former mayor of Oldham, Jim McMahon").

/** A span of words; `kind` is as in `name-data.ts`, null where the words may or may not be a name. */
export interface GumName {
  readonly start: number;
  readonly end: number;
  readonly kind: number | null;
}

const KINDS: Readonly<Record<string, number>> = { person: 0, organization: 1, place: 2 };
const INSIDE_NAMES = new Set(["PROPN", "ADP", "DET", "PART", "CCONJ", "PUNCT", "NUM"]);
const TITLE =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|president|senator|sen|rep|governor|gov|sir|lady|lord|king|queen|prince|princess|pope|saint|st|captain|capt|general|gen|colonel|col|major|judge|justice|minister|secretary|mayor|rev|reverend)\.?$/i;

/**
 * The names in sentences of CoNLL-U, in the order of their words: an entity that is a person, organisation or place,
 * headed by a proper noun and spelt of capitals and what joins them, is a name without its articles; any other entity
 * that is headed by a proper noun is left open.
 */
export function gumNames(block: string): GumName[] {
  const rows = block
    .split("\n")
    .map((line) => line.split("\t"))
    .filter(([id]) => id !== undefined && /^\d+$/.test(id));
  const upos = rows.map((row) => row[3]!);
  const heads = rows.map((row) => Number(row[6]) - 1);
  const found = entitiesOf(rows.map((row) => row[9] ?? "")).flatMap(({ start, end, type }): GumName[] => {
    const head = Array.from({ length: end - start }, (_, i) => start + i).find(
      (i) => heads[i]! < start || heads[i]! >= end,
    );
    if (head === undefined || upos[head] !== "PROPN") return [];
    let first = start;
    while (first < end && upos[first] === "DET") first++;
    let last = end;
    while (last > first && (upos[last - 1] === "PART" || upos[last - 1] === "PUNCT")) last--;
    const kind = KINDS[type] ?? null;
    const spelt = rows.slice(first, last).every((row) => INSIDE_NAMES.has(row[3]!) || /^\p{Lu}/u.test(row[1]!));
    const commas = rows.slice(first, last).some((row) => row[1] === "," || row[1] === "(" || row[3] === "CCONJ");
    const titled = kind === 0 && TITLE.test(rows[first]![1]!);
    const sure = kind !== null && spelt && !commas && !titled;
    return first < last ? [{ start: first, end: last, kind: sure ? kind : null }] : [];
  });
  return outermost(found);
}

/** Open ones first, then those that no longer one of a kind holds. */
function outermost(names: readonly GumName[]): GumName[] {
  const sure: GumName[] = [];
  for (const name of names.filter(({ kind }) => kind !== null).sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (sure.every((other) => name.end <= other.start || other.end <= name.start)) sure.push(name);
  return [...names.filter(({ kind }) => kind === null), ...sure];
}

function entitiesOf(marks: readonly string[]): { start: number; end: number; type: string }[] {
  const found: { start: number; end: number; type: string }[] = [];
  const open: { id: string; type: string; start: number }[] = [];
  marks.forEach((misc, at) => {
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? "";
    for (const [, id, type, closed, closing] of entity.matchAll(/\((\d+)-([a-z]+)[^()]*(\)?)|(\d+)\)/g)) {
      if (closing === undefined) {
        if (closed === ")") found.push({ start: at, end: at + 1, type: type! });
        else open.push({ id: id!, type: type!, start: at });
        continue;
      }
      const index = open.findLastIndex((one) => one.id === closing);
      if (index < 0) continue;
      const [{ type: kind, start }] = open.splice(index, 1) as [{ id: string; type: string; start: number }];
      found.push({ start, end: at + 1, type: kind });
    }
  });
  return found;
}
