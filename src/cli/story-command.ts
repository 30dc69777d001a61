import type { Command } from "commander";
import type { StoryRecord } from "../core/link/story-record.ts";
import { type DbOptions, dbOption, jsonOption, makeCommand, outputPage, withApp, writeJson } from "./command.ts";
import type { CliEffects } from "./effects.ts";
import { chooseStory } from "./story-argument.ts";
import type { StoryView } from "./views/story-view.ts";

export interface StoryRowsOptions extends DbOptions {
  readonly json?: true;
}

/** What a command over the rows of one story adds to the others. */
export interface StoryRowsCommand<Row, Options extends StoryRowsOptions> {
  readonly name: string;
  readonly summary: string;
  readonly examples: readonly string[];
  /** One row, in words: "event". */
  readonly noun: string;
  /** Every row of its kind, before the options narrow them. */
  readonly all: (story: StoryRecord) => readonly Row[];
  /** Adds options of its own. */
  readonly extend?: (command: Command) => void;
  readonly narrow?: (rows: readonly Row[], options: Options, story: StoryRecord) => readonly Row[];
  readonly view: (view: StoryView, rows: readonly Row[]) => readonly string[];
}

/** A command that shows one kind of row of one story; as JSON `{items, next, reportsRead}`. */
export function storyRowsCommand<Row, Options extends StoryRowsOptions>(
  definition: StoryRowsCommand<Row, Options>,
  effects: CliEffects,
): Command {
  const command = makeCommand(definition.name, definition.summary, definition.examples)
    .argument("[story]", "id of the story, or its beginning; not needed when there is one story")
    .addOption(dbOption())
    .addOption(jsonOption());
  definition.extend?.(command);
  return command.action(async (given: string | undefined, options: Options) => {
    const story = await withApp(effects, options, "read", async (app) => app.getStory(await chooseStory(app, given)));
    const all = definition.all(story);
    const rows = definition.narrow?.(all, options, story) ?? all;
    if (options.json === true)
      return writeJson(effects, { items: rows, next: null, reportsRead: story.reports.length });
    const { StoryView, viewStoryRows } = await import("./views/story-view.ts");
    const page = outputPage(effects);
    const lines = definition.view(new StoryView(story, page), rows);
    await effects.write(`${viewStoryRows(story, page, lines, { noun: definition.noun, all: all.length })}\n`);
  });
}
