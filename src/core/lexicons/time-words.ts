/** Words of the calendar and the clock in British and American English. Compiled for this project, Apache-2.0. */

export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...numbered("january february march april may june july august september october november december"),
  ...numbered("jan feb mar apr - jun jul aug sept oct nov dec"),
  ["sep", 9],
]);

/** ISO numbers: Monday is 1. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  numbered("monday tuesday wednesday thursday friday saturday sunday"),
);

/** Short forms, which are also other words ("sat", "sun", "wed", "mon"): they count only with a capital and a date. */
export const SHORT_WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ...numbered("mon tue wed thu fri sat sun"),
  ["tues", 2],
  ["weds", 3],
  ["thur", 4],
  ["thurs", 4],
]);

export type TimeUnit =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "month"
  | "quarter"
  | "year"
  | "decade"
  | "century"
  | "millennium";

export interface UnitWord {
  readonly unit: TimeUnit;
  /** How many of `unit` the word is: a fortnight is two weeks. */
  readonly size: number;
  readonly plural: boolean;
}

export const UNITS: ReadonlyMap<string, UnitWord> = new Map(
  (
    [
      ["second", "second", 1],
      ["minute", "minute", 1],
      ["hour", "hour", 1],
      ["day", "day", 1],
      ["week", "week", 1],
      ["fortnight", "week", 2],
      ["month", "month", 1],
      ["quarter", "quarter", 1],
      ["year", "year", 1],
      ["decade", "decade", 1],
    ] as const
  )
    .flatMap(([word, unit, size]): [string, UnitWord][] => [
      [word, { unit, size, plural: false }],
      [`${word}s`, { unit, size, plural: true }],
    ])
    .concat([
      ["mins", { unit: "minute", size: 1, plural: true }],
      ["min", { unit: "minute", size: 1, plural: false }],
      ["hrs", { unit: "hour", size: 1, plural: true }],
      ["hr", { unit: "hour", size: 1, plural: false }],
      ["secs", { unit: "second", size: 1, plural: true }],
      ["yrs", { unit: "year", size: 1, plural: true }],
      ["yr", { unit: "year", size: 1, plural: false }],
      ["century", { unit: "century", size: 1, plural: false }],
      ["centuries", { unit: "century", size: 1, plural: true }],
      ["millennium", { unit: "millennium", size: 1, plural: false }],
      ["millennia", { unit: "millennium", size: 1, plural: true }],
    ]),
);

export type DayPart = "MO" | "AF" | "EV" | "NI";

export const DAY_PARTS: ReadonlyMap<string, DayPart> = new Map([
  ["morning", "MO"],
  ["mornings", "MO"],
  ["dawn", "MO"],
  ["afternoon", "AF"],
  ["afternoons", "AF"],
  ["lunchtime", "AF"],
  ["evening", "EV"],
  ["evenings", "EV"],
  ["dusk", "EV"],
  ["teatime", "EV"],
  ["night", "NI"],
  ["nights", "NI"],
]);

export type Season = "SP" | "SU" | "FA" | "WI";

export const SEASONS: ReadonlyMap<string, Season> = new Map([
  ["spring", "SP"],
  ["summer", "SU"],
  ["autumn", "FA"],
  ["fall", "FA"],
  ["winter", "WI"],
  ["springs", "SP"],
  ["summers", "SU"],
  ["autumns", "FA"],
  ["winters", "WI"],
]);

export const UNITS_OF_TEN: ReadonlyMap<string, number> = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, index) => [word, (index + 2) * 10]),
);

/** zero … nineteen */
export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map(
  (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
    "eighteen nineteen"
  )
    .split(" ")
    .map((word, index) => [word, index]),
);

/** first … twelfth … twentieth, thirtieth; compounds ("twenty-first") are put together by the reader. */
export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth " +
      "sixteenth seventeenth eighteenth nineteenth twentieth",
  ),
  ["thirtieth", 30],
]);

/** The tens of a century's decades by their plural names. */
export const DECADE_NAMES: ReadonlyMap<string, number> = new Map(
  "twenties thirties forties fifties sixties seventies eighties nineties"
    .split(" ")
    .map((word, index) => [word, index + 2]),
);

/** Short names of time zones, and the words before "time" that name one ("Eastern time", "local time"). */
export const ZONES: ReadonlySet<string> = new Set(
  `gmt utc bst ist cet cest eet eest wet west msk est edt cst cdt mst mdt pst pdt et ct pt hst akst akdt jst kst sgt
  hkt aest aedt acst awst nzst nzdt sast eat wat cat pkt`.split(/\s+/),
);
export const ZONE_WORDS: ReadonlySet<string> = new Set(
  `eastern central mountain pacific atlantic local london british greenwich moscow paris berlin beijing tokyo
  jerusalem kyiv sydney`.split(/\s+/),
);

function numbered(words: string): [string, number][] {
  return words.split(" ").map((word, index) => [word, index + 1]);
}
