// Adds saved reports to a store in memory and prints each story as a Markdown briefing with footnotes.
// Run: node examples/export-briefing.ts [FOLDER OR FILES]
import { fileURLToPath } from "node:url";
import { createApp } from "../src/app.ts";
import { formatExport, readStoryForExport } from "../src/operations/export-story.ts";

const inputs = process.argv.slice(2);
const demo = fileURLToPath(new URL("demo/", import.meta.url));

await using app = await createApp({ db: ":memory:", allowPrivate: false }, { create: true });
const { stories, failed } = await app.add(inputs.length > 0 ? inputs : [demo], {});
for (const { input, message } of failed) process.stderr.write(`${input}: ${message}\n`);
for (const id of stories) {
  process.stdout.write(formatExport(await readStoryForExport(app, id), { format: "md" }));
}
