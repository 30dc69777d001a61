const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["foot", "feet"],
  ["inch", "inches"],
  ["century", "centuries"],
  ["GBP-penny", "pence"],
  ["USD-cent", "cents"],
]);

/** A unit as it is written after a number: "feet", "square miles", "miles per hour"; codes of currencies as they are. */
export function unitWord(unit: string, number: number | null): string {
  if (number === 1 || /^[A-Z]{3}$/.test(unit)) return unit;
  const per = unit.indexOf(" per ");
  const measure = per < 0 ? unit : unit.slice(0, per);
  const last = measure.lastIndexOf(" ") + 1;
  const noun = measure.slice(last);
  const plural = IRREGULAR.get(noun) ?? (noun.endsWith("s") ? noun : `${noun}s`);
  return `${measure.slice(0, last)}${plural}${per < 0 ? "" : unit.slice(per)}`;
}
