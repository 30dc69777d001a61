import type { Command } from "commander";
import { type DecisionOptions, decideAndTell, decidingCommand, grounds } from "./decision-options.ts";
import type { CliEffects } from "./effects.ts";
import { chooseStory } from "./story-argument.ts";

export function splitCommand(effects: CliEffects): Command {
  return decidingCommand("split", "Set reports of a story apart, as a story of their own", [
    "split st-4f0c r-0123456789abcdef --reason 'another march of that name'",
  ])
    .argument("<story>", "id of the story, or its beginning")
    .argument("<reports...>", "ids of the reports that are to stand apart")
    .action((story: string, reports: string[], options: DecisionOptions) =>
      decideAndTell(effects, options, async (app) =>
        app.decide({ kind: "split", story: await chooseStory(app, story), reports, ...grounds(effects, options) }),
      ),
    );
}
