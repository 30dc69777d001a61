import { type Command, Option } from "commander";
import type { Decision } from "../operations/operations.ts";
import { type DbOptions, dbOption, jsonOption, makeCommand, outputPage, withApp, writeJson } from "./command.ts";
import type { CliEffects } from "./effects.ts";

export interface DecisionOptions extends DbOptions {
  readonly reason?: string;
  readonly by?: string;
  readonly json?: true;
}

/** A command by which a person decides something: who and why are kept with it. */
export function decidingCommand(name: string, summary: string, examples: readonly string[]): Command {
  return addDecisionOptions(makeCommand(name, summary, examples), "");
}

/** @param when What the options belong to, where the command does other things too. */
export function addDecisionOptions(command: Command, when: string): Command {
  return command
    .addOption(new Option("--reason <words>", `why; needed${when}`))
    .addOption(new Option("--by <name>", "who decides (or set ONRECORD_BY; default: who is logged in)"))
    .addOption(dbOption())
    .addOption(jsonOption());
}

/** Who and why. A reason that is missing is for the operation to complain about. */
export function grounds(effects: CliEffects, { reason, by }: DecisionOptions) {
  return { reason: reason ?? "", by: by ?? effects.config.by ?? effects.userName() };
}

type App = Parameters<Parameters<typeof withApp>[3]>[0];

export async function decideAndTell(
  effects: CliEffects,
  options: DecisionOptions,
  decide: (app: App) => Promise<Decision>,
): Promise<void> {
  const decision = await withApp(effects, options, "read", decide);
  if (options.json === true) return writeJson(effects, decision);
  const { viewDecision } = await import("./views/decision-view.ts");
  await effects.write(`${viewDecision(decision, outputPage(effects))}\n`);
}
