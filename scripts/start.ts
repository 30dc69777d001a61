// `npm start`: builds the pages if they are behind, loads the demo story, serves it and opens the browser.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildWeb } from "./build-web.ts";
import { root } from "./ensure.mjs";

await buildWeb();
const { status } = spawnSync(
  process.execPath,
  [join(root, "src/cli/main.ts"), "demo", "--open", ...process.argv.slice(2)],
  { stdio: "inherit" },
);
process.exit(status ?? 1);
