import type { Command } from "commander";
import type { StoryEvent } from "../core/link/story-record.ts";
import { parseDay } from "./command.ts";
import type { CliEffects } from "./effects.ts";
import { type StoryRowsOptions, storyRowsCommand } from "./story-command.ts";

interface TimelineOptions extends StoryRowsOptions {
  readonly from?: string;
  readonly to?: string;
}

export function timelineCommand(effects: CliEffects): Command {
  return storyRowsCommand<StoryEvent, TimelineOptions>(
    {
      name: "timeline",
      summary: "Show what happened, by the date of the event, undated events last",
      examples: ["timeline", "timeline st-4f0c --from 2031-03-01 --to 2031-03-07"],
      noun: "event",
      extend: (command) => {
        command
          .option("--from <day>", "leave out events that were over before this day", parseDay)
          .option("--to <day>", "leave out events that began after this day", parseDay);
      },
      all: (story) => story.timeline,
      narrow: (events, { from, to }) =>
        events.filter(({ when }) => {
          if (when === null) return from === undefined && to === undefined;
          return (from === undefined || when.last >= from) && (to === undefined || when.first <= to);
        }),
      view: (view, rows) => view.timeline(rows),
    },
    effects,
  );
}
