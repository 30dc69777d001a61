import type { Command } from "commander";
import { OnrecordError } from "../errors.ts";
import { type DbOptions, dbOption, jsonOption, makeCommand, withApp, writeJson } from "./command.ts";
import type { CliEffects } from "./effects.ts";
import { printable } from "./layout.ts";
import { makeProgress } from "./progress.ts";

interface ReanalyzeOptions extends DbOptions {
  readonly json?: true;
}

export function reanalyzeCommand(effects: CliEffects): Command {
  return makeCommand("reanalyze", "Compute anew what an older version of Onrecord found", ["reanalyze"])
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(async (options: ReanalyzeOptions) => {
      const progress = makeProgress(effects);
      const summary = await withApp(effects, options, "read", (app) =>
        app.reanalyze({ onProgress: progress.show }),
      ).finally(progress.clear);
      if (options.json === true) await writeJson(effects, summary);
      else await effects.write(`${summary.reanalyzed} reports analysed anew. Sources and stories are as they were.\n`);
      for (const { report, message } of summary.failed) {
        effects.writeError(`onrecord: ${report} keeps its old findings: ${printable(message)}\n`);
      }
      if (summary.failed.length > 0) {
        throw new OnrecordError("unreadable", `${summary.failed.length} reports could not be analysed anew.`);
      }
    });
}
