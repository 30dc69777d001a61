import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fakeOperations, STORY } from "./fake-operations.ts";
import { openSite, type Site } from "./open-site.ts";

const PAGES = {
  "list of stories": "/",
  story: `/stories/${STORY}`,
  report: "/reports/r-0a11",
  "report with a finding open": "/reports/r-0d44#s3",
  "report without a headline": "/reports/r-0f66",
  actor: `/stories/${STORY}/actors/a5`,
  actors: `/stories/${STORY}/actors`,
  search: "/search",
  "search with results": "/search?q=ban",
  "search without results": "/search?q=zzz",
  "nothing there": "/reports/none",
  "no such page": "/nowhere",
} as const;
const PHONE = { width: 390, height: 844 };

let site: Site;
beforeAll(async () => {
  site = await openSite(fakeOperations());
}, 120_000);
afterAll(() => site[Symbol.asyncDispose]());

describe.each(Object.entries(PAGES))("the page: %s", (_name, address) => {
  it.each(["light", "dark"] as const)(
    "has no serious fault of accessibility and no complaint in %s",
    async (colorScheme) => {
      await using open = await site.open(address, { colorScheme });
      await open.page.waitForTimeout(300);
      const axe = new AxeBuilder({ page: open.page });
      // Only colours differ in the dark.
      const { violations } = await (colorScheme === "dark" ? axe.withRules(["color-contrast"]) : axe).analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
      // The browser itself reports the 404 of an answer that the page then explains.
      expect(open.complaints.filter((words) => !words.includes("status of 404"))).toEqual([]);
    },
  );

  it("fits a phone without scrolling sideways", async () => {
    await using open = await site.open(address, { viewport: PHONE, hasTouch: true, isMobile: true });
    await open.page.waitForTimeout(200);
    const width = await open.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(PHONE.width);
  });

  it("has one first heading, a title, and headings that skip no level", async () => {
    await using open = await site.open(address);
    await open.page.waitForTimeout(200);
    expect(await open.page.title()).toMatch(/Onrecord$/);
    const levels = await open.page
      .locator("h1, h2, h3, h4")
      .evaluateAll((all) => all.map((one) => Number(one.tagName[1])));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });
});
