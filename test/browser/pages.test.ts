import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fakeOperations, STORY } from "./fake-operations.ts";
import { type OpenPage, openSite, type Site } from "./open-site.ts";

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
  let open: OpenPage;
  beforeAll(async () => {
    open = await site.open(address);
    await open.page.waitForLoadState("networkidle");
  });
  afterAll(() => open[Symbol.asyncDispose]());

  it("has one first heading, a title, and headings that skip no level", async () => {
    expect(await open.page.title()).toMatch(/Onrecord$/);
    const headings = open.page.locator("h1, h2, h3, h4");
    const levels = await headings.evaluateAll((all) => all.map((one) => Number(one.tagName[1])));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it("has no serious fault of accessibility", async () => {
    expect(await seriousFaults(new AxeBuilder({ page: open.page }))).toEqual([]);
  });

  it("has colours that can be told apart in the dark", async () => {
    await open.page.emulateMedia({ colorScheme: "dark" });
    expect(await seriousFaults(new AxeBuilder({ page: open.page }).withRules(["color-contrast"]))).toEqual([]);
  });

  it("fits a phone without scrolling sideways", async () => {
    await open.page.setViewportSize(PHONE);
    expect(await open.page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  });

  it("draws no complaint from the browser", () => {
    // The browser itself reports the 404 of an answer that the page then explains.
    expect(open.complaints.filter((words) => !words.includes("status of 404"))).toEqual([]);
  });
});

async function seriousFaults(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
