import type { Command } from "commander";
import { dbOption, jsonOption, makeCommand, outputPage, withApp, writeJson } from "./command.ts";
import type { CliEffects } from "./effects.ts";
import { chooseStory } from "./story-argument.ts";
import type { StoryRowsOptions } from "./story-command.ts";

export function storyCommand(effects: CliEffects): Command {
  return makeCommand("story", "Show the whole record of a story", ["story", "story st-4f0c --json"])
    .argument("[story]", "id of the story, or its beginning; not needed when there is one story")
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(async (given: string | undefined, options: StoryRowsOptions) => {
      const story = await withApp(effects, options, "read", async (app) => app.getStory(await chooseStory(app, given)));
      if (options.json === true) return writeJson(effects, story);
      const { viewStory } = await import("./views/story-view.ts");
      await effects.write(`${viewStory(story, outputPage(effects))}\n`);
    });
}
