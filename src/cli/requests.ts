import type { Command } from "commander";
import type { StoryRequest } from "../core/link/story-record.ts";
import type { CliEffects } from "./effects.ts";
import { type StoryRowsOptions, storyRowsCommand } from "./story-command.ts";

interface RequestOptions extends StoryRowsOptions {
  readonly open?: true;
}

export function requestsCommand(effects: CliEffects): Command {
  return storyRowsCommand<StoryRequest, RequestOptions>(
    {
      name: "requests",
      summary: "Show what was asked of whom, and how it was answered",
      examples: ["requests", "requests st-4f0c --open"],
      noun: "request",
      extend: (command) => {
        command.option("--open", "only those without a reported answer");
      },
      all: (story) => story.requests,
      narrow: (requests, { open }) => requests.filter(({ status }) => open !== true || status === "open"),
      view: (view, rows) => view.requests(rows),
    },
    effects,
  );
}
