import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  civilDay,
  dayNumber,
  easterSunday,
  formatDay,
  formatWeek,
  isRealDay,
  mondayOfWeek,
  nthWeekday,
  weekdayOf,
  weekOf,
} from "./calendar.ts";

describe("calendar", () => {
  it("turns days into numbers and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const { year, month, day } = civilDay(number);
        expect(isRealDay(year, month, day)).toBe(true);
        expect(dayNumber(year, month, day)).toBe(number);
      }),
    );
  });

  it("counts the years 0 to 99 as such", () => {
    expect(civilDay(dayNumber(33, 4, 3))).toEqual({ year: 33, month: 4, day: 3 });
  });

  it("knows weekdays and ISO weeks around New Year", () => {
    expect(weekdayOf(dayNumber(2025, 9, 5))).toBe(5);
    expect(weekOf(dayNumber(2021, 1, 3))).toEqual({ year: 2020, week: 53 });
    expect(formatWeek(dayNumber(2024, 12, 30))).toBe("2025-W01");
    expect(formatDay(mondayOfWeek(2025, 40))).toBe("2025-09-29");
  });

  it("finds Easter and the nth weekday", () => {
    expect([2024, 2025, 2026, 2038].map((year) => formatDay(easterSunday(year)))).toEqual([
      "2024-03-31",
      "2025-04-20",
      "2026-04-05",
      "2038-04-25",
    ]);
    expect(formatDay(nthWeekday(2025, 11, 4, 4)!)).toBe("2025-11-27");
    expect(formatDay(nthWeekday(2025, 5, 1, -1)!)).toBe("2025-05-26");
    expect(nthWeekday(2025, 2, 1, 5)).toBeNull();
  });
});
