import { type Command, Option } from "commander";
import type { SearchQuery } from "../operations/operations.ts";
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
import { chooseStory } from "./story-argument.ts";

interface SearchOptions extends DbOptions {
  readonly json?: true;
  readonly limit: number;
  readonly after?: string;
  readonly kind?: NonNullable<SearchQuery["kind"]>;
  readonly story?: string;
}

export function searchCommand(effects: CliEffects): Command {
  return makeCommand("search", "Find words in reports, statements and the names of actors", [
    "search ferry strike",
    "search '\"frozen pay\"' --kind statement",
    "search 'protest*' --story st-4f0c",
  ])
    .argument("<words...>", 'all must be found; "in quotation marks" together, with * as a beginning')
    .addOption(new Option("--kind <kind>", "only one kind of hit").choices(["report", "statement", "actor"]))
    .option("--story <story>", "only in this story")
    .addOption(dbOption())
    .addOption(limitOption(20))
    .option("--after <cursor>", "the `next` of the page before")
    .addOption(jsonOption())
    .action(async (words: string[], options: SearchOptions) => {
      const { limit, after, kind } = options;
      const list = await withApp(effects, options, "read", async (app) =>
        app.search({
          q: words.join(" "),
          limit,
          ...(after === undefined ? {} : { after }),
          ...(kind === undefined ? {} : { kind }),
          ...(options.story === undefined ? {} : { story: await chooseStory(app, options.story) }),
        }),
      );
      if (options.json === true) return writeJson(effects, list);
      const { viewHits } = await import("./views/list-views.ts");
      await effects.write(`${viewHits(list, outputPage(effects))}\n`);
    });
}
