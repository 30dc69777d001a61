import { createReadStream } from "node:fs";
import { readWarc } from "../../src/reading/warc/read-warc.ts";
import { findData } from "../data.ts";
import type { EvalResult } from "../result.ts";
import { FIXTURES } from "./fixtures.ts";

/** Small web archives, whole and damaged: are all readable records given, and is all damage told? */
export async function scoreWarc(): Promise<EvalResult[]> {
  const folder = findData("warc");
  if (folder === null) return [];
  const counts = { records: [0, 0], pages: [0, 0], reports: [0, 0] };
  const count = (what: keyof typeof counts, right: number, of: number) => {
    counts[what][0]! += right;
    counts[what][1]! += of;
  };
  for (const fixture of FIXTURES) {
    const told: string[] = [];
    const pages: string[] = [];
    let records = 0;
    for await (const record of readWarc(createReadStream(`${folder}/${fixture.file}`), /\.gz/.test(fixture.file))) {
      if (record.kind === "damaged") told.push(record.reason);
      else {
        records++;
        told.push(...record.faults);
        pages.push(`${record.url} ${record.payload.length}`);
      }
    }
    count("records", records === fixture.records ? records : Math.min(records, fixture.records - 1), fixture.records);
    for (const [url, length] of fixture.pages) count("pages", pages.includes(`${url} ${length}`) ? 1 : 0, 1);
    for (const report of fixture.reports) {
      const at = told.findIndex((reason) => report.test(reason));
      if (at >= 0) told.splice(at, 1);
      count("reports", at >= 0 ? 1 : 0, 1);
    }
    // What is told of a sound file is a false alarm; so is more than two of any.
    if (fixture.reports.length === 0 && told.length > 0) count("reports", 0, told.length);
    if (records !== fixture.records)
      process.stderr.write(`${fixture.file}: ${records} records of ${fixture.records}\n`);
  }
  const row = { task: "warc", dataset: "warcio's fixtures", split: "all" };
  const share = ([right = 0, of = 0]: readonly number[]) => ({ value: (100 * right) / of, n: of });
  return [
    { ...row, metric: "readable records given", ...share(counts.records) },
    { ...row, metric: "pages given whole", ...share(counts.pages) },
    { ...row, metric: "damage told", ...share(counts.reports) },
  ];
}
