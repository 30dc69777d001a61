import { describe, expect, it } from "vitest";
import { readPrintedDate } from "./printed-date.ts";

describe("readPrintedDate(line)", () => {
  it.each([
    ["2031-05-03", "2031-05-03"],
    ["2031-05-03T10:15:00+01:00", "2031-05-03T10:15:00+01:00"],
    ["2031-05-03T10:15:30.123Z", "2031-05-03T10:15:30Z"],
    ["2031-05-03 9:05", "2031-05-03T09:05:00"],
    ["20310503", "2031-05-03"],
    ["Published 3 May 2031, 10:15 BST", "2031-05-03T10:15:00+01:00"],
    ["Updated: May 3, 2031 at 10:15 p.m. EDT", "2031-05-03T22:15:00-04:00"],
    ["10:15 GMT, 3 May 2031", "2031-05-03T10:15:00Z"],
    [`3 May 2031${" ".repeat(150)}x`, "2031-05-03"],
    [`10:15${" ".repeat(150)}x 3 May 2031`, "2031-05-03"],
    ["Sat, 03 May 2031 10:00:00 GMT", "2031-05-03T10:00:00Z"],
    ["Sat May 03 2031 10:15:00 GMT+0100", "2031-05-03T10:15:00+01:00"],
    ["13/05/2031 12:30", "2031-05-13T12:30:00"],
    ["05/13/2031", "2031-05-13"],
    ["3.5.2031", "2031-05-03"],
    ["05.13.2031 07:00 AM", "2031-05-13T07:00:00"],
    ["12. März 2031 | 10:30 Uhr", "2031-03-12T10:30:00"],
    ["5 de mayo de 2031", "2031-05-05"],
    ["8:05 PM ET, Sat May 3, 2031", "2031-05-03"],
    ["21.dez.2031 às 12h55", "2031-12-21T12:55:00"],
    ["3-May-2031", "2031-05-03"],
    ["3/May/2031 10:15", "2031-05-03T10:15:00"],
    ["May-03-2031", "2031-05-03"],
    ["May 3 Sat 2031 10:28", "2031-05-03T10:28:00"],
    ["2031年5月3日 10:15", "2031-05-03T10:15:00"],
    ["2031년 5월 3일", "2031-05-03"],
    ["5 maja 2031, 10:15", "2031-05-05T10:15:00"],
    ["3. května 2031", "2031-05-03"],
    ["3. toukokuuta 2031", "2031-05-03"],
    ["3 Mayıs 2031", "2031-05-03"],
    ["3 мая 2031, 10:15", "2031-05-03T10:15:00"],
    ["3 Μαΐου 2031", "2031-05-03"],
    ["शनिवार, 3 मई 2031", "2031-05-03"],
    ["শনিবার, আগস্ট ২৯, ২০৩১", "2031-08-29"],
    ["٣ مايو ٢٠٣١", "2031-05-03"],
  ])("reads %s", (line, value) => {
    expect(readPrintedDate(line)).toMatchObject({ kind: "date", value });
  });

  it.each(["31 February 2031", "2031-13-01", "2031-02-29", "2031-05-03T25:00", "29 February 2100"])(
    "calls %s impossible",
    (line) => {
      expect(readPrintedDate(line)?.kind).toBe("impossible");
    },
  );

  it("calls a date ambiguous when day and month could be either way round", () => {
    expect(readPrintedDate("03/05/2031")?.kind).toBe("ambiguous");
    expect(readPrintedDate("05/05/2031")?.kind).toBe("date");
  });

  it.each([
    "3 May",
    "May 2031",
    "2 hours ago",
    "Saturday",
    "Room 2031",
    "1,000 people",
    "12 points/2031",
    "Vision 5 Plan 2031",
    "",
  ])("reads no date in %j", (line) => {
    expect(readPrintedDate(line)).toBeNull();
  });

  it("says which words it read", () => {
    expect(readPrintedDate("Posted 3 May 2031 by Jane")).toMatchObject({ start: 7, end: 17 });
  });
});
