import { cpus } from "node:os";
import { fakeOperations, STORY } from "../test/browser/fake-operations.ts";
import { openSite } from "../test/browser/open-site.ts";
import type { BenchResult } from "./result.ts";

const RUNS = 5;
/** The invented story has seven reports. */
const COPIES = [29, 143];

/**
 * How long a story page takes in headless Chromium, from the start of the navigation, files not yet cached: until the
 * first rows are shown and the browser is idle, so that a press is answered at once; and until every part is there.
 */
export async function benchWeb(): Promise<BenchResult[]> {
  const rows: BenchResult[] = [];
  for (const copies of COPIES) {
    const operations = fakeOperations(copies);
    const { reports } = await operations.getStory(STORY);
    await using site = await openSite(operations);
    const interactive: number[] = [];
    const whole: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      await page.addInitScript(() => {
        const seen = new Set<string>();
        const once = (name: string, selector: string) => {
          if (seen.has(name) || document.querySelector(selector) === null) return;
          seen.add(name);
          requestIdleCallback(() => performance.mark(name));
        };
        const look = () => {
          once("interactive", "#requests .row");
          once("whole", "#actors");
          if (seen.size < 2) requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      await page.goto(`${site.url}/stories/${STORY}`);
      await page.waitForFunction(() => performance.getEntriesByName("whole").length > 0);
      const at = (name: string) => page.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime ?? 0, name);
      interactive.push(await at("interactive"));
      whole.push(await at("whole"));
      await context.close();
    }
    const bench = `web: story page of ${reports.length} reports, ${cpus().length} cores`;
    rows.push(
      { bench, metric: "interactive, median", value: median(interactive), unit: "ms", n: RUNS },
      { bench, metric: "interactive, worst", value: Math.round(Math.max(...interactive)), unit: "ms", n: RUNS },
      { bench, metric: "every part shown, median", value: median(whole), unit: "ms", n: RUNS },
    );
  }
  return rows;
}

function median(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);
}
