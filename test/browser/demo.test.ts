import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../src/app.ts";
import type { StoryRecord } from "../../src/core/link/story-record.ts";
import type { Operations } from "../../src/operations/operations.ts";
import { openSite, type Site } from "./open-site.ts";

const DEMO = fileURLToPath(new URL("../../examples/demo/", import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "onrecord-browser-"));
let app: Operations;
let site: Site;
let story: StoryRecord;

beforeAll(async () => {
  app = await createApp({ db: join(folder, "demo.db"), allowPrivate: false }, { create: true });
  await app.add([DEMO], {});
  const [first] = (await app.listStories({})).items;
  story = await app.getStory(first?.id ?? "");
  site = await openSite(app);
}, 120_000);

afterAll(async () => {
  await site?.[Symbol.asyncDispose]();
  await app?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

describe("the demo story, read by the engine and shown", () => {
  it("fills every part of the story page without a complaint", async () => {
    await using open = await site.open(`/stories/${story.id}`);
    await open.page.locator("#actors").waitFor();
    expect(await open.page.locator(".section h2").count()).toBe(10);
    for (const part of ["new", "timeline", "statements", "requests", "figures", "matters", "reports"]) {
      expect([part, await open.page.locator(`#${part} :is(.row, .step, tr)`).count()]).not.toEqual([part, 0]);
    }
    expect(open.complaints).toEqual([]);
  });

  it("lights exactly the words of every statement", async () => {
    const byReport = Map.groupBy(story.statements, ({ evidence }) => evidence.report);
    for (const [report, statements] of byReport) {
      await using open = await site.open(`/reports/${report}`);
      for (const { evidence } of statements) {
        await open.page.goto(`${site.url}/reports/${report}#${evidence.row}`);
        await open.page.locator(".finding.pinned .permalink", { hasText: `#${evidence.row}` }).waitFor();
        const lit = (await open.page.locator(".lit-words").allTextContents()).join("");
        // Blanks between paragraphs are no words of the page.
        expect(bare(lit)).toBe(bare(evidence.exact.replaceAll(" … ", "")));
      }
      expect(open.complaints).toEqual([]);
    }
  }, 120_000);
});

function bare(words: string): string {
  return words.replaceAll(/\s+|…/g, "");
}
