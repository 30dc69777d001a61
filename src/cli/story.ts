import type { Command } from "commander";
import { dbOption, jsonOption, makeCommand, outputPage, withApp, writeJson } from "./command.ts";
import type { CliEffects } from "./effects.ts";
import { chooseStory } from "./story-argument.ts";
import type { StoryRowsOptions } from "./story-command.ts";

interface StoryOptions extends StoryRowsOptions {
  readonly all?: true;
}

export function storyCommand(effects: CliEffects): Command {
  return makeCommand("story", "Show the whole record of a story", [
    "story",
    "story st-4f0c --all",
    "story st-4f0c --json",
  ])
    .argument("[story]", "id of the story, or its beginning; not needed when there is one story")
    .option("--all", "print every event, statement and figure, and not only the first or latest of them")
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(async (given: string | undefined, options: StoryOptions) => {
      const story = await withApp(effects, options, "read", async (app) => app.getStory(await chooseStory(app, given)));
      if (options.json === true) return writeJson(effects, story);
      const { viewStory } = await import("./views/story-view.ts");
      await effects.write(`${viewStory(story, outputPage(effects), options.all === true ? "all" : "first")}\n`);
    });
}
