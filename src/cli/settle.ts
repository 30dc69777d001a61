import type { Command } from "commander";
import { OnrecordError } from "../errors.ts";
import { type DecisionOptions, decideAndTell, decidingCommand, grounds } from "./decision-options.ts";
import type { CliEffects } from "./effects.ts";
import { chooseStory } from "./story-argument.ts";

export function settleCommand(effects: CliEffects): Command {
  return decidingCommand("settle", "Mark a discrepancy as settled, with the reason", [
    "settle d-f2-5c64 --reason 'the police corrected their figure on 12 April'",
    "settle d-f2-5c64 st-4f0c --by 'Ada Ferro' --reason 'the court list has the date'",
  ])
    .argument("<discrepancy>", "its id, or its beginning, as `onrecord story` shows it")
    .argument("[story]", "id of the story, or its beginning; not needed when there is one story")
    .action((given: string, story: string | undefined, options: DecisionOptions) =>
      decideAndTell(effects, options, async (app) => {
        const id = await chooseStory(app, story);
        const { discrepancies } = await app.getStory(id);
        const matches = discrepancies.filter((one) => one.id === given || one.id.startsWith(given));
        const exact = matches.find((one) => one.id === given) ?? (matches.length === 1 ? matches[0] : undefined);
        if (exact === undefined && matches.length > 1) {
          throw new OnrecordError("usage", `Several discrepancies begin with ${given}.`, {
            next: `Name one: ${matches.map((one) => one.id).join(", ")}`,
          });
        }
        return app.decide({
          kind: "settle",
          story: id,
          discrepancy: exact?.id ?? given,
          ...grounds(effects, options),
        });
      }),
    );
}
