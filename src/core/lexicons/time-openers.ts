import { HOLIDAYS } from "./time-holidays.ts";
import { DAY_PARTS, DECADE_NAMES, MONTHS, SEASONS, SHORT_WEEKDAYS, UNITS, WEEKDAYS } from "./time-words.ts";

/** Words at which reading a time expression is worth a try. Compiled for this project, Apache-2.0. */

/** Words that name a time: every expression without digits holds one near its start. */
export const TIME_WORDS: ReadonlySet<string> = new Set([
  ...[MONTHS, WEEKDAYS, SHORT_WEEKDAYS, UNITS, SEASONS, DAY_PARTS, DECADE_NAMES].flatMap((words) => [...words.keys()]),
  ...[...WEEKDAYS.keys()].map((word) => `${word}s`),
  ...HOLIDAYS.flatMap(({ names }) => names.map((name) => /^\w+/.exec(name)?.[0] ?? "")),
  ...`today yesterday tomorrow tonight overnight noon midday midnight now nowadays currently presently recently lately
  soon recent current past future moment present date period weekend weekends weekday weekdays daily nightly weekly
  fortnightly monthly quarterly annually yearly hourly biweekly half o clock am pm nineteen eighteen q h fy`.split(
    /\s+/,
  ),
]);

/** Words that come first in an expression whose word of time stands further on. */
export const OPENERS: ReadonlySet<string> = new Set(
  `a an the this that these those last next coming upcoming previous prior following preceding same every each once twice
  per early late mid earlier later sometime some end start beginning middle close turn rest remainder latter right just
  more most very at nearly almost about around over under less fewer no not up as upwards well roughly approximately only
  another several few many numerous countless couple dozens scores hundreds thousands millions tens fiscal financial
  calendar its their first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth final latest
  initial post pre zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen twenty thirty forty fifty sixty seventy eighty ninety twentieth thirtieth thirteenth fourteenth fifteenth
  sixteenth seventeenth eighteenth nineteenth year month comparable corresponding`.split(/\s+/),
);
