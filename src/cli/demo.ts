import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { dbOption, makeCommand, withApp } from "./command.ts";
import type { CliEffects } from "./effects.ts";
import { makeProgress } from "./progress.ts";
import { addServeOptions, type ServeOptions, serveUntilStopped } from "./serve.ts";

const DEMO = new URL("../../examples/demo/", import.meta.url);

/** Beside the user's own store, so that neither gets into the other. */
const DEMO_DB = "./onrecord-demo.db";

export function demoCommand(effects: CliEffects): Command {
  return addServeOptions(
    makeCommand("demo", "Load the invented example story and show it in a browser", ["demo", "demo --port 0"]),
  )
    .addOption(dbOption().default(DEMO_DB))
    .action(async (options: ServeOptions) => {
      const progress = makeProgress(effects);
      await withApp(effects, options, "create", async (app) => {
        await app.add([fileURLToPath(DEMO)], { onProgress: progress.show }).finally(progress.clear);
        await app.reanalyze();
        await serveUntilStopped(app, options, effects);
      });
    });
}
