/**
 * Days that are named, with the rule that dates them. An open list, compiled for this project, Apache-2.0; holidays of
 * calendars that are not solar are left out, because their dates cannot be known by a short rule.
 */
export type HolidayRule =
  | { readonly month: number; readonly day: number }
  /** The nth weekday of a month; -1 is the last. `plus` days are added. */
  | { readonly month: number; readonly weekday: number; readonly nth: number; readonly plus?: number }
  /** Days after Western Easter Sunday. */
  | { readonly easter: number };

export interface Holiday {
  readonly names: readonly string[];
  readonly rule: HolidayRule;
}

export const HOLIDAYS: readonly Holiday[] = [
  { names: ["new year's day", "new years day", "new year"], rule: { month: 1, day: 1 } },
  { names: ["new year's eve", "new years eve"], rule: { month: 12, day: 31 } },
  { names: ["epiphany"], rule: { month: 1, day: 6 } },
  { names: ["holocaust memorial day"], rule: { month: 1, day: 27 } },
  {
    names: ["martin luther king day", "martin luther king jr. day", "mlk day"],
    rule: { month: 1, weekday: 1, nth: 3 },
  },
  { names: ["inauguration day"], rule: { month: 1, day: 20 } },
  { names: ["burns night"], rule: { month: 1, day: 25 } },
  { names: ["groundhog day"], rule: { month: 2, day: 2 } },
  {
    names: ["valentine's day", "valentines day", "st. valentine's day", "st valentine's day"],
    rule: { month: 2, day: 14 },
  },
  { names: ["presidents' day", "presidents day", "president's day"], rule: { month: 2, weekday: 1, nth: 3 } },
  { names: ["st. david's day", "st david's day"], rule: { month: 3, day: 1 } },
  { names: ["international women's day"], rule: { month: 3, day: 8 } },
  { names: ["st. patrick's day", "st patrick's day", "saint patrick's day"], rule: { month: 3, day: 17 } },
  { names: ["april fools' day", "april fool's day", "april fools day"], rule: { month: 4, day: 1 } },
  { names: ["earth day"], rule: { month: 4, day: 22 } },
  { names: ["st. george's day", "st george's day"], rule: { month: 4, day: 23 } },
  { names: ["anzac day"], rule: { month: 4, day: 25 } },
  { names: ["may day"], rule: { month: 5, day: 1 } },
  { names: ["ve day"], rule: { month: 5, day: 8 } },
  { names: ["cinco de mayo"], rule: { month: 5, day: 5 } },
  { names: ["memorial day"], rule: { month: 5, weekday: 1, nth: -1 } },
  { names: ["mother's day", "mothers' day", "mothers day"], rule: { month: 5, weekday: 7, nth: 2 } },
  { names: ["father's day", "fathers' day", "fathers day"], rule: { month: 6, weekday: 7, nth: 3 } },
  { names: ["juneteenth"], rule: { month: 6, day: 19 } },
  { names: ["independence day", "fourth of july", "4th of july"], rule: { month: 7, day: 4 } },
  { names: ["bastille day"], rule: { month: 7, day: 14 } },
  { names: ["labor day"], rule: { month: 9, weekday: 1, nth: 1 } },
  {
    names: ["columbus day", "indigenous peoples' day", "indigenous peoples day"],
    rule: { month: 10, weekday: 1, nth: 2 },
  },
  { names: ["halloween", "hallowe'en"], rule: { month: 10, day: 31 } },
  { names: ["all saints' day", "all saints day"], rule: { month: 11, day: 1 } },
  { names: ["all souls' day", "all souls day"], rule: { month: 11, day: 2 } },
  { names: ["guy fawkes night", "guy fawkes day", "bonfire night"], rule: { month: 11, day: 5 } },
  { names: ["election day"], rule: { month: 11, weekday: 1, nth: 1, plus: 1 } },
  { names: ["veterans day", "veterans' day", "armistice day"], rule: { month: 11, day: 11 } },
  { names: ["remembrance sunday"], rule: { month: 11, weekday: 7, nth: 2 } },
  { names: ["thanksgiving", "thanksgiving day"], rule: { month: 11, weekday: 4, nth: 4 } },
  { names: ["st. andrew's day", "st andrew's day"], rule: { month: 11, day: 30 } },
  { names: ["christmas eve"], rule: { month: 12, day: 24 } },
  { names: ["christmas", "christmas day"], rule: { month: 12, day: 25 } },
  { names: ["boxing day"], rule: { month: 12, day: 26 } },
  { names: ["shrove tuesday", "mardi gras"], rule: { easter: -47 } },
  { names: ["ash wednesday"], rule: { easter: -46 } },
  { names: ["palm sunday"], rule: { easter: -7 } },
  { names: ["maundy thursday"], rule: { easter: -3 } },
  { names: ["good friday"], rule: { easter: -2 } },
  { names: ["easter", "easter day", "easter sunday"], rule: { easter: 0 } },
  { names: ["easter monday"], rule: { easter: 1 } },
  { names: ["ascension day"], rule: { easter: 39 } },
  { names: ["pentecost", "whit sunday"], rule: { easter: 49 } },
  { names: ["whit monday"], rule: { easter: 50 } },
];
