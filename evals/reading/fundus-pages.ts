import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

/** A page of a named outlet with what its own parser reads from it. */
export interface FundusPage {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly title: string;
  /** ISO date. */
  readonly date: string;
  readonly authors: readonly string[];
  readonly body: string;
}

const VERSION = z.looseObject({
  title: z.string().nullish(),
  publishing_date: z.string().nullish(),
  authors: z.array(z.string()).nullish(),
  body: z
    .object({
      summary: z.array(z.string()),
      sections: z.array(z.object({ headline: z.array(z.string()), paragraphs: z.array(z.string()) })),
    })
    .nullish(),
});

/** Pages with a body, by country and file name. A JSON file holds the gold of one outlet, by parser version. */
export function* readFundusPages(folder: string): Generator<FundusPage> {
  for (const country of readdirSync(folder).sort()) {
    if (!statSync(`${folder}/${country}`).isDirectory()) continue;
    for (const file of readdirSync(`${folder}/${country}`).sort()) {
      if (!file.endsWith(".json")) continue;
      const outlet = file.slice(0, -5);
      const versions = z
        .record(z.string(), z.unknown())
        .parse(JSON.parse(readFileSync(`${folder}/${country}/${file}`, "utf8")));
      yield* pagesOf(`${folder}/${country}`, outlet, versions);
    }
  }
}

function* pagesOf(folder: string, outlet: string, versions: Record<string, unknown>): Generator<FundusPage> {
  const pages = readdirSync(folder)
    .filter((name) => name.startsWith(`${outlet}_`) && name.endsWith(".html.gz"))
    .sort();
  const golds = Object.values(versions).map((one) => VERSION.safeParse(one));
  // Pages stand in the order of the parser versions that they were kept for.
  for (const [index, name] of pages.entries()) {
    const gold = golds[index];
    if (gold === undefined || !gold.success || gold.data.body == null || pages.length !== golds.length) continue;
    const { body, title, authors, publishing_date: date } = gold.data;
    const path = `${folder}/${name}`;
    if (!existsSync(path)) continue;
    const sections = body.sections.flatMap((section) => [...section.headline, ...section.paragraphs]);
    yield {
      name,
      bytes: gunzipSync(readFileSync(path)),
      title: title ?? "",
      date: date?.slice(0, 10) ?? "",
      authors: authors ?? [],
      body: [...body.summary, ...sections].join("\n"),
    };
  }
}
