import type { Command } from "commander";
import { dbOption, jsonOption, makeCommand, outputPage, withApp, writeJson } from "./command.ts";
import type { CliEffects } from "./effects.ts";
import type { StoryRowsOptions } from "./story-command.ts";

interface ReportOptions extends StoryRowsOptions {
  readonly text?: true;
  readonly source?: true;
  readonly changes?: true;
  readonly against?: string;
}

export function reportCommand(effects: CliEffects): Command {
  return makeCommand("report", "Show the record of one stored report, its text or its source", [
    "report r-1f0e9d8c7b6a5948",
    "report r-1f0e9d8c7b6a5948 --text",
    "report r-1f0e9d8c7b6a5948 --source > page.html",
    "report r-1f0e9d8c7b6a5948 --changes",
  ])
    .argument("<report>", "id of the report")
    .option("--text", "only the text that was read out of the source")
    .option("--source", "the source document, byte for byte as it was received")
    .option("--changes", "what it says otherwise than the version before: facts apart from wording")
    .option("--against <report>", "with --changes, the earlier version to compare with")
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(async (id: string, options: ReportOptions) => {
      if (options.source === true) {
        const { bytes } = await withApp(effects, options, "read", (app) => app.getSource(id));
        return effects.write(bytes);
      }
      if (options.changes === true) {
        const changes = await withApp(effects, options, "read", (app) => app.getChanges(id, options.against));
        if (options.json === true) return writeJson(effects, changes);
        const { viewChanges } = await import("./views/changes-view.ts");
        return effects.write(`${viewChanges(changes, outputPage(effects))}\n`);
      }
      const stored = await withApp(effects, options, "read", (app) => app.getReport(id));
      if (options.json === true) return writeJson(effects, stored);
      const { printable } = await import("./layout.ts");
      const { record } = stored;
      if (options.text === true) {
        const lines = record.report.text.split("\n").map(printable);
        return effects.write(`${lines.join("\n")}\n`);
      }
      const { viewRecord } = await import("./views/record-view.ts");
      const { viewStoredFacts } = await import("./views/list-views.ts");
      const page = outputPage(effects);
      await effects.write(`${viewRecord(record, page)}\n\n${viewStoredFacts(stored, page)}\n`);
    });
}
