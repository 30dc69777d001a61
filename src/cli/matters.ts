import type { Command } from "commander";
import type { Matter } from "../core/link/story-record.ts";
import type { CliEffects } from "./effects.ts";
import { type StoryRowsOptions, storyRowsCommand } from "./story-command.ts";

export function mattersCommand(effects: CliEffects): Command {
  return storyRowsCommand<Matter, StoryRowsOptions>(
    {
      name: "matters",
      summary: "Show the legal steps, matter by matter",
      examples: ["matters", "matters st-4f0c --json"],
      noun: "legal step",
      all: (story) => story.matters,
      view: (view) => view.matters(),
    },
    effects,
  );
}
