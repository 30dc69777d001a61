import type { Command } from "commander";
import type { FigureSeries } from "../core/link/story-record.ts";
import type { CliEffects } from "./effects.ts";
import { type StoryRowsOptions, storyRowsCommand } from "./story-command.ts";

export function figuresCommand(effects: CliEffects): Command {
  return storyRowsCommand<FigureSeries, StoryRowsOptions>(
    {
      name: "figures",
      summary: "Show the figures, each with who gives it",
      examples: ["figures", "figures st-4f0c --json"],
      noun: "figure",
      all: (story) => story.figures,
      view: (view, rows) => view.figures(rows),
    },
    effects,
  );
}
