import type { Command } from "commander";
import { type DecisionOptions, decideAndTell, decidingCommand, grounds } from "./decision-options.ts";
import type { CliEffects } from "./effects.ts";
import { chooseStory } from "./story-argument.ts";

export function mergeCommand(effects: CliEffects): Command {
  return decidingCommand("merge", "Make one story of several", ["merge st-4f0c st-91ab --reason 'one strike'"])
    .argument("<story>", "the story that stays: its id, or its beginning")
    .argument("<others...>", "stories whose reports it takes in")
    .action((story: string, others: string[], options: DecisionOptions) =>
      decideAndTell(effects, options, async (app) => {
        const stories: string[] = [];
        for (const one of [story, ...others]) stories.push(await chooseStory(app, one));
        return app.decide({ kind: "merge", stories, ...grounds(effects, options) });
      }),
    );
}
