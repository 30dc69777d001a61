import type { Command } from "commander";
import {
  type DbOptions,
  dbOption,
  jsonOption,
  limitOption,
  makeCommand,
  outputPage,
  withApp,
  writeJson,
} from "./command.ts";
import type { CliEffects } from "./effects.ts";

interface StoriesOptions extends DbOptions {
  readonly json?: true;
  readonly limit: number;
  readonly after?: string;
}

export function storiesCommand(effects: CliEffects): Command {
  return makeCommand("stories", "List the stories, the latest first", ["stories", "stories --limit 5 --json"])
    .addOption(dbOption())
    .addOption(limitOption())
    .option("--after <cursor>", "the `next` of the page before")
    .addOption(jsonOption())
    .action(async ({ limit, after, ...options }: StoriesOptions) => {
      const page = { limit, ...(after === undefined ? {} : { after }) };
      const list = await withApp(effects, options, "read", (app) => app.listStories(page));
      if (options.json === true) return writeJson(effects, list);
      const { viewStories } = await import("./views/list-views.ts");
      await effects.write(`${viewStories(list, outputPage(effects))}\n`);
    });
}
