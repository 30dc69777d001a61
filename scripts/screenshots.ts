// Makes docs/images/*.png from the running product: the demo story, read, linked and served as `npm start` does it.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createApp } from "../src/app.ts";
import type { StoryRecord } from "../src/core/link/story-record.ts";
import { openSite } from "../test/browser/open-site.ts";

interface Shot {
  readonly name: string;
  readonly address: string;
  readonly colorScheme: "light" | "dark";
  readonly width: number;
  readonly height: number;
}

const DESK = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 780 };

const images = fileURLToPath(new URL("../docs/images/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "onrecord-screenshots-"));
try {
  await using app = await createApp({ db: join(folder, "demo.db"), allowPrivate: false }, { create: true });
  await app.add([fileURLToPath(new URL("../examples/demo/", import.meta.url))], {});
  const [first] = (await app.listStories({})).items;
  if (first === undefined) throw new Error("The demo story gave no story");
  await using site = await openSite(app);
  mkdirSync(images, { recursive: true });
  for (const { name, address, colorScheme, width, height } of shots(await app.getStory(first.id))) {
    const phone = width === PHONE.width;
    await using open = await site.open(address, {
      viewport: { width, height },
      colorScheme,
      deviceScaleFactor: phone ? 2 : 1.25,
      reducedMotion: "reduce",
    });
    await open.page.waitForTimeout(500);
    await open.page.screenshot({ path: join(images, `${name}.png`) });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function shots(story: StoryRecord): readonly Shot[] {
  const page = `/stories/${story.id}`;
  // The longest quotation shows best what a lit statement is.
  const longest = story.statements.reduce((a, b) => (b.evidence.spans.length > a.evidence.spans.length ? b : a));
  const report = `/reports/${longest.evidence.report}#${longest.evidence.row}`;
  return [
    { name: "story", address: page, colorScheme: "light", ...DESK },
    { name: "story-dark", address: page, colorScheme: "dark", ...DESK },
    { name: "story-figures", address: `${page}#figures`, colorScheme: "light", ...DESK },
    { name: "story-timeline", address: `${page}#timeline`, colorScheme: "light", ...DESK },
    { name: "report", address: report, colorScheme: "light", ...DESK },
    { name: "report-phone", address: report, colorScheme: "light", ...PHONE },
  ];
}
