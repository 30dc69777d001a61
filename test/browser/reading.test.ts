import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fakeOperations, STORY } from "./fake-operations.ts";
import { openSite, type Site } from "./open-site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite(fakeOperations());
}, 120_000);
afterAll(() => site[Symbol.asyncDispose]());

describe("the story page", () => {
  it("opens the report with a row's words lit, and comes back to where it was", async () => {
    await using open = await site.open(`/stories/${STORY}`);
    const { page } = open;
    const row = page.locator(".statement", { hasText: "The anchorage is" });
    await row.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => window.scrollY);
    await row.locator(".statement-head").click({ position: { x: 400, y: 5 } });
    await page.waitForURL("**/reports/r-0a11#s1");
    await page.locator(".lit").first().waitFor();
    expect(await lit(page)).toContain("“The anchorage is ‘unmanaged’ and somebody will drown in it,”");
    await page.goBack();
    await page.locator(".statement").first().waitFor();
    await page.waitForFunction((y) => Math.abs(window.scrollY - y) < 60, before);
  });

  it.each([
    ["#timeline .row", /\/reports\/r-0b22#e4$/],
    ["#requests .request", /\/reports\/r-0a11#r1$/],
    ["#figures tbody tr", /\/reports\/r-0b22#g1$/],
    ["#matters .step", /\/reports\/r-0a11#e1$/],
    ["#disagreements .side", /\/reports\/r-0b22#g3$/],
    ["#reports .row", /\/reports\/r-0e55$/],
    ["#new .row", /\/reports\/r-0e55#w0-\d+$/],
  ])("leads from a row of %s to its words", async (rows, address) => {
    await using open = await site.open(`/stories/${STORY}`);
    const row = open.page.locator(rows).first();
    await row.scrollIntoViewIfNeeded();
    const box = await row.boundingBox();
    // The lower right corner holds neither link nor words.
    await row.click({ position: { x: (box?.width ?? 20) - 4, y: (box?.height ?? 20) - 3 } });
    await open.page.waitForURL(address);
    if (address.source.includes("#")) await open.page.locator(".lit").first().waitFor();
  });

  it("narrows the statements, says how many fit, and keeps that in the address", async () => {
    await using open = await site.open(`/stories/${STORY}`);
    const { page } = open;
    await page.locator("select[name=speaker]").selectOption({ label: "Elsie Brandt (5)" });
    await expect.poll(() => page.locator("#statements [role=status]").textContent()).toBe("5 of 26 statements");
    await page.locator("select[name=act]").selectOption("request");
    await expect.poll(() => page.locator(".statement").count()).toBe(2);
    await expect.poll(() => new URL(page.url()).search).toBe("?speaker=a4&act=request");
    await page.reload();
    await expect.poll(() => page.locator(".statement").count()).toBe(2);
    await page.locator("select[name=speaker]").selectOption("");
    await page.locator("select[name=act]").selectOption("");
    await page.getByLabel("Only allegations and unsure speakers").check();
    await expect.poll(() => page.locator("#statements [role=status]").textContent()).toBe("7 of 26 statements");
    await expect.poll(() => page.locator(".statement:not(.doubtful)").count()).toBe(0);
  });

  it("groups statements by speaker", async () => {
    await using open = await site.open(`/stories/${STORY}?by=speaker`);
    await open.page.locator("#actors").waitFor();
    const groups = await open.page.locator(".speaker-group h3").allTextContents();
    expect(groups[0]).toBe("Elsie Brandt");
    expect(new Set(groups).size).toBe(groups.length);
  });

  it("marks allegations, unnamed and unclear speakers as doubt", async () => {
    await using open = await site.open(`/stories/${STORY}`);
    await open.page.locator("#actors").waitFor();
    const badge = (row: string) =>
      open.page.locator(".statement", { hasText: row }).locator(".badge-doubt").allTextContents();
    expect(await badge("struck a rower")).toEqual(["unnamed", "allegation"]);
    expect(await badge("a very small rope")).toEqual(["unclear who"]);
  });

  it("says what was not answered, and in how many reports", async () => {
    await using open = await site.open(`/stories/${STORY}`);
    await expect
      .poll(() => open.page.locator(".request .answers.none").textContent())
      .toBe("No answer found in the 6 reports since.");
  });

  it("leads from each line of news to its words, by the keyboard too", async () => {
    await using open = await site.open(`/stories/${STORY}`);
    const line = open.page.locator("#new .news-line").first();
    const words = (await line.textContent()) ?? "";
    await line.focus();
    await open.page.keyboard.press("Enter");
    await open.page.waitForURL("**/reports/**");
    await expect.poll(() => open.page.locator(".report-text").first().textContent()).toContain(words.slice(0, 40));
  });

  it("says on paper what it leaves out, and prints no buttons to press", async () => {
    await using open = await site.open(`/stories/${STORY}`);
    const { page } = open;
    await page.locator("#actors").waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#statements .show-more .muted").isVisible()).toBe(true);
    for (const button of await page.locator("main button:not(.plain-button)").all())
      expect(await button.isVisible()).toBe(false);
  });

  it("names what is disputed by what is counted, and by no side's number", async () => {
    await using open = await site.open(`/stories/${STORY}`);
    expect(await open.page.locator("#d-crowd h3 a").first().textContent()).toBe("Crowd");
    expect(await open.page.locator("#d-crowd h3 .context").textContent()).toContain("Moored put the number at");
  });

  it("takes a later version of a page for no copy of it, and says how many reports are one", async () => {
    await using open = await site.open(`/stories/${STORY}`);
    await open.page.locator("#reports").waitFor();
    expect(await open.page.locator(".story-head .meta").textContent()).toMatch(
      /^\d+ reports, 1 of them a later version ·/,
    );
    const later = open.page.locator(".report-row", { hasText: "version 2" });
    expect(await later.locator(".badge").allTextContents()).toEqual(["version 2"]);
  });

  it("settles a disagreement with a reason and a name, and takes that back", async () => {
    await using own = await openSite(fakeOperations());
    await using open = await own.open(`/stories/${STORY}`);
    const { page } = open;
    await page.locator("#d-crowd").getByRole("button", { name: "Settle" }).click();
    await page.keyboard.type("the police counted again");
    await page.getByLabel("Your name").fill("Ada Ferro");
    await page.locator(".decide").getByRole("button", { name: "Settle" }).click();
    await page.getByText("1 disagreement settled").click();
    await page.locator(".settled", { hasText: "the police counted again (Ada Ferro" }).waitFor();
    await page.locator(".settled").getByRole("button", { name: "Take back" }).click();
    await expect.poll(() => page.getByLabel("Your name").inputValue()).toBe("Ada Ferro");
    await page.getByLabel("Why").fill("they had not");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("#disagreements > .discrepancy .decide-button").count()).toBe(1);
    expect(await page.locator(".settled").count()).toBe(0);
    expect(open.complaints).toEqual([]);
  });

  it("shows what is proposed with its reasons, and what was decided", async () => {
    await using own = await openSite(fakeOperations());
    await using open = await own.open(`/stories/${STORY}`);
    const { page } = open;
    await page.locator("#p-other").waitFor();
    expect(await page.locator("#p-other").textContent()).toContain("both tell of buoy, marrowby, quay");
    await page.locator("#p-other").getByRole("button", { name: "Leave as it is" }).click();
    await page.getByLabel("Why").fill("other buoys");
    await page.getByLabel("Your name").fill("Ada Ferro");
    await page.keyboard.press("Enter");
    await page.getByText("1 decision on this story").click();
    await page.locator("#decision-1", { hasText: "turned down" }).waitFor();
    expect(await page.locator("#p-other").count()).toBe(0);
  });

  it("draws figures by giver and day, each point leading to its words", async () => {
    await using open = await site.open(`/stories/${STORY}#fig-crowd`);
    const { page } = open;
    const points = page.locator("#fig-crowd .figure-plot a");
    await points.first().waitFor();
    expect(await points.first().locator("title").textContent()).toMatch(/\d.*, .*, \d+ Apr 2032/);
    await points.first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/reports/**");
    expect(open.complaints).toEqual([]);
  });

  it("brings the row of a permalink into view", async () => {
    await using open = await site.open(`/stories/${STORY}#rq-put-off`);
    await open.page.locator("#rq-put-off.arrived").waitFor();
    await open.page.waitForFunction(() => {
      const box = document.getElementById("rq-put-off")?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.top < window.innerHeight;
    });
  });

  it("lets words be selected without going away", async () => {
    await using open = await site.open(`/stories/${STORY}`);
    const words = open.page.locator(".statement blockquote p").first();
    await words.scrollIntoViewIfNeeded();
    const box = (await words.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await open.page.mouse.move(box.x + 4, box.y + 8);
    await open.page.mouse.down();
    await open.page.mouse.move(box.x + 120, box.y + 8, { steps: 4 });
    await open.page.mouse.up();
    expect(await open.page.evaluate(() => window.getSelection()?.toString().length)).toBeGreaterThan(3);
    expect(new URL(open.page.url()).pathname).toBe(`/stories/${STORY}`);
  });

  it("prints as a briefing: no controls, every section", async () => {
    await using open = await site.open(`/stories/${STORY}`);
    await open.page.emulateMedia({ media: "print" });
    for (const hidden of [".site", ".sections", ".filters", ".permalink"]) {
      expect(await open.page.locator(hidden).first().isVisible()).toBe(false);
    }
    await open.page.locator("#actors").waitFor();
    await expect.poll(() => open.page.locator(".section h2:visible").count()).toBe(10);
    expect(await open.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      "rgb(255, 255, 255)",
    );
  });
});

describe("the report page", () => {
  it("explains lit words on hover, on a press and by keyboard", async () => {
    await using open = await site.open("/reports/r-0a11");
    const { page } = open;
    const title = page.locator(".finding-title");
    await page.locator(".k-time", { hasText: "on Thursday" }).hover();
    await expect.poll(() => title.textContent()).toMatch(/^Time/);
    await expect.poll(() => page.locator(".finding").textContent()).toContain("Thursday 8 April 2032");
    await page.locator(".k-quoted", { hasText: "unmanaged" }).click();
    await expect.poll(() => title.textContent()).toMatch(/^Quoted words/);
    await page.locator(".k-quoted", { hasText: "unmanaged" }).click();
    await expect.poll(() => title.textContent()).toMatch(/^Statement/);
    await page.keyboard.press("Escape");
    await expect.poll(() => title.count()).toBe(0);
    await expect.poll(() => new URL(page.url()).hash).toBe("");
    await page.locator(".k-event", { hasText: "ban" }).first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).hash).toBe("#e1");
  });

  it("steps through the findings in text order with j and k", async () => {
    await using open = await site.open("/reports/r-0a11");
    const { page } = open;
    const hash = () => new URL(page.url()).hash;
    await page.keyboard.press("j");
    await expect.poll(hash).toBe("#e1");
    await page.keyboard.press("j");
    await expect.poll(hash).toBe("#t1");
    await page.keyboard.press("ArrowRight");
    await expect.poll(hash).toBe("#a1");
    await page.keyboard.press("k");
    await expect.poll(hash).toBe("#t1");
    expect(await lit(page)).toBe("on Thursday");
  });

  it("lights a letter over its paragraphs, its source and cue more faintly", async () => {
    await using open = await site.open("/reports/r-0d44#s3");
    const words = await open.page.locator(".lit-words").allTextContents();
    expect(words.join("")).toBe(
      "“You ask us to think of the lifeboat crews. We are the lifeboat crews.“Eleven of the nineteen names on your list have pulled strangers out of that water, and not one was asked for an anchoring permit first.“We therefore ask you to spend Sunday watching the weather, and not us.”",
    );
    expect(await open.page.locator(".lit-source").allTextContents()).toEqual(["Elsie Brandt"]);
    expect(await open.page.locator(".lit-cue").allTextContents()).toEqual(["wrote"]);
    const facts = await open.page.locator(".finding").textContent();
    for (const part of ["Elsie Brandt", "letter", "Norland Police", "high (90%)", "statements/cue-after"])
      expect(facts).toContain(part);
  });

  it("lights bare words by their place", async () => {
    await using open = await site.open("/reports/r-0a11#w4-7");
    await open.page.locator(".lit").first().waitFor();
    expect(await lit(open.page)).toBe("ban");
  });

  it("hides and shows kinds, with their counts", async () => {
    await using open = await site.open("/reports/r-0a11");
    const { page } = open;
    await expect.poll(() => page.locator(".panel .chip").first().textContent()).toBe("Statements 5");
    await expect.poll(() => page.locator(".k-statement").count()).toBeGreaterThan(4);
    await page.getByLabel("Statements 5").uncheck();
    await expect.poll(() => page.locator(".k-statement").count()).toBe(0);
    await expect.poll(() => page.locator(".panel [role=status]").textContent()).toBe("15 of 20 shown");
  });

  it("sets furniture apart and says why", async () => {
    await using open = await site.open("/reports/r-0c33");
    await expect
      .poll(() => open.page.locator(".furniture").textContent())
      .toBe("related: a run of other stories’ headlines at the endWhy your kettle is furious: <b>seven</b> signs");
  });

  it("shows text that would be markup as text", async () => {
    await using open = await site.open("/reports/r-0d45");
    const { page, complaints } = open;
    await page.waitForTimeout(300);
    const text = await page.locator(".report-text").textContent();
    expect(text).toContain("“A <img src=x onerror=alert(1)> of a day,”");
    expect(text).toContain("</script><script>alert(2)</script>");
    await expect.poll(() => page.locator(".report-text img, .report-text script").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("leads from one version to the other", async () => {
    await using open = await site.open("/reports/r-0d44");
    await open.page.getByRole("link", { name: "Version 2 (latest)" }).click();
    await open.page.waitForURL("**/reports/r-0d45");
    await expect.poll(() => open.page.locator(".versions [aria-current]").textContent()).toBe("Version 2");
  });

  it("leads to everything on record about an actor", async () => {
    await using open = await site.open("/reports/r-0a11#a5");
    await open.page.getByRole("link", { name: "Everything on record about Norland Police" }).click();
    await open.page.waitForURL(`**/stories/${STORY}/actors/a5`);
    await expect.poll(() => open.page.locator("h1").textContent()).toBe("Norland Police");
  });

  it("opens a sheet on a phone that leaves the words in view", async () => {
    await using open = await site.open("/reports/r-0d44", {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const { page } = open;
    await page.locator(".k-statement", { hasText: "We urge them" }).tap();
    await page.locator(".finding").waitFor();
    await page.waitForFunction(() => {
      const words = document.querySelector(".lit-words")?.getBoundingClientRect();
      const sheet = document.querySelector(".finding")?.getBoundingClientRect();
      return words !== undefined && sheet !== undefined && words.top >= 0 && words.bottom <= sheet.top + 1;
    });
    await page.getByRole("button", { name: "Close" }).tap();
    await expect.poll(() => page.locator(".finding").count()).toBe(0);
  });
});

describe("search", () => {
  it("finds while typing and leads to the lit words", async () => {
    await using open = await site.open("/search");
    const { page } = open;
    await page.getByRole("searchbox").pressSequentially("lifeboat crews");
    await page.locator(".hit").first().waitFor();
    await expect.poll(() => page.locator(".hit mark").first().textContent()).toBe("lifeboat crews");
    await expect
      .poll(() => page.locator("main > .page > [role=status], .filter-count").first().textContent())
      .toBe("1 result");
    await page.locator(".hit a").first().click();
    await page.waitForURL("**/reports/r-0d44#s3");
    await page.goBack();
    await page.waitForURL("**/search?q=lifeboat+crews");
  });
});

describe("the site", () => {
  it("follows the system's theme until another is chosen, which stays", async () => {
    await using open = await site.open("/", { colorScheme: "dark" });
    const { page } = open;
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await ground();
    await page.getByRole("button", { name: /^Theme/ }).click();
    const light = await ground();
    expect(light).not.toBe(dark);
    await page.reload();
    await page.locator("h1").waitFor();
    expect(await ground()).toBe(light);
  });

  it("can be used by keyboard from the first key", async () => {
    await using open = await site.open(`/stories/${STORY}`);
    const { page } = open;
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the record");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
  });

  it("moves the focus to a new page's content", async () => {
    await using open = await site.open("/");
    await open.page.locator(".story-row a").click();
    await open.page.waitForURL(`**/stories/${STORY}`);
    await open.page.waitForFunction(() => document.activeElement?.id === "main");
  });

  it("does not shift its layout while it loads", async () => {
    await using open = await site.open(`/stories/${STORY}`);
    const shift = await open.page.evaluate(
      () =>
        new Promise<number>((done) => {
          let total = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              if ("value" in entry && typeof entry.value === "number") total += entry.value;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(total), 500);
        }),
    );
    expect(shift).toBeLessThan(0.05);
  });
});

async function lit(page: { locator(selector: string): { allTextContents(): Promise<string[]> } }): Promise<string> {
  return (await page.locator(".lit-words").allTextContents()).join("");
}
