import { type Command, Option } from "commander";
import { limitOption, makeCommand, outputPage, parseCount, withApp, writeJson } from "./command.ts";
import { addDecisionOptions, type DecisionOptions, decideAndTell, grounds } from "./decision-options.ts";
import type { CliEffects } from "./effects.ts";
import { chooseStory } from "./story-argument.ts";

interface DecisionsOptions extends DecisionOptions {
  readonly undo?: number;
  readonly limit: number;
  readonly after?: string;
}

export function decisionsCommand(effects: CliEffects): Command {
  const command = makeCommand("decisions", "List what people decided, or take a decision back", [
    "decisions",
    "decisions st-4f0c",
    "decisions --undo 3 --reason 'two councils of one name'",
  ])
    .argument("[story]", "id of the story, or its beginning; all stories without it")
    .addOption(new Option("--undo <number>", "take this decision back").argParser(parseCount))
    .addOption(limitOption())
    .option("--after <cursor>", "the next of the page before");
  return addDecisionOptions(command, " with --undo").action(
    async (given: string | undefined, options: DecisionsOptions) => {
      const { undo, limit, after } = options;
      if (undo !== undefined) {
        const request = { kind: "undo", decision: undo, ...grounds(effects, options) } as const;
        return decideAndTell(effects, options, (app) => app.decide(request));
      }
      const list = await withApp(effects, options, "read", async (app) =>
        app.listDecisions({
          limit,
          ...(after === undefined ? {} : { after }),
          ...(given === undefined ? {} : { story: await chooseStory(app, given) }),
        }),
      );
      if (options.json === true) return writeJson(effects, list);
      const { viewDecisions } = await import("./views/decision-view.ts");
      await effects.write(`${viewDecisions(list, outputPage(effects))}\n`);
    },
  );
}
