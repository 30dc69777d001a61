import { type Command, Option } from "commander";
import { OnrecordError } from "../errors.ts";
import { makeCommand, outputPage, withApp, writeJson } from "./command.ts";
import { addDecisionOptions, type DecisionOptions, decideAndTell, grounds } from "./decision-options.ts";
import type { CliEffects } from "./effects.ts";
import { chooseStory } from "./story-argument.ts";

interface ProposalsOptions extends DecisionOptions {
  readonly accept?: string;
  readonly reject?: string;
}

export function proposalsCommand(effects: CliEffects): Command {
  const command = makeCommand("proposals", "List the merges and splits of stories that are proposed, or answer one", [
    "proposals",
    "proposals --accept p-3f21 --reason 'one strike, two harbours'",
    "proposals --reject p-3f21 --reason 'another year'",
  ])
    .argument("[story]", "id of the story, or its beginning; all stories without it")
    .addOption(new Option("--accept <proposal>", "do what is proposed"))
    .addOption(new Option("--reject <proposal>", "turn it down; it is not proposed again").conflicts("accept"));
  return addDecisionOptions(command, " to answer").action(
    async (given: string | undefined, options: ProposalsOptions) => {
      const { accept, reject } = options;
      const answered = accept ?? reject;
      if (answered !== undefined) {
        return decideAndTell(effects, options, async (app) => {
          const { items } = await app.listProposals({});
          const matches = items.filter(({ id }) => id === answered || (answered.length > 2 && id.startsWith(answered)));
          if (matches.length > 1) throw new OnrecordError("usage", `Several proposals begin with ${answered}.`);
          const proposal = matches[0]?.id ?? answered;
          return app.decide({
            kind: accept === undefined ? "reject" : "accept",
            proposal,
            ...grounds(effects, options),
          });
        });
      }
      const list = await withApp(effects, options, "read", async (app) =>
        app.listProposals(given === undefined ? {} : { story: await chooseStory(app, given) }),
      );
      if (options.json === true) return writeJson(effects, list);
      const { viewProposals } = await import("./views/decision-view.ts");
      await effects.write(`${viewProposals(list, outputPage(effects))}\n`);
    },
  );
}
