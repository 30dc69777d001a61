import type { Command } from "commander";
import { OnrecordError } from "../errors.ts";
import type { Check } from "../operations/examine.ts";
import { type DbOptions, dbOption, jsonOption, makeCommand, outputPage, writeJson } from "./command.ts";
import type { CliEffects } from "./effects.ts";
import { printable, table } from "./layout.ts";

interface DoctorOptions extends DbOptions {
  readonly json?: true;
}

export function doctorCommand(effects: CliEffects): Command {
  return makeCommand("doctor", "Check that everything Onrecord needs is there and works", ["doctor", "doctor --json"])
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(async (options: DoctorOptions) => {
      const { examineInstallation } = await import("../operations/examine.ts");
      const checks = await examineInstallation(options.db ?? effects.config.db);
      if (options.json === true) await writeJson(effects, { checks });
      else await effects.write(`${viewChecks(checks, effects)}\n`);
      const broken = checks.filter(({ state }) => state === "broken");
      if (broken.length > 0) {
        throw new OnrecordError("internal", `${broken.length} of ${checks.length} checks failed.`, {
          next: "See the rows marked “broken”.",
        });
      }
    });
}

function viewChecks(checks: readonly Check[], effects: CliEffects): string {
  const page = outputPage(effects);
  const mark = { good: page.style.strong("good"), note: "note", broken: page.style.caution("broken") };
  return table(
    checks.map(({ name, state, found }) => [mark[state], name, printable(found)]),
    page,
  );
}
