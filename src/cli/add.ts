import type { Command } from "commander";
import { isErrorCode, OnrecordError } from "../errors.ts";
import type { AddSummary } from "../operations/operations.ts";
import { formatOption } from "./analyze.ts";
import {
  type DbOptions,
  dbOption,
  jsonOption,
  makeCommand,
  outputPage,
  privateOption,
  withApp,
  writeJson,
} from "./command.ts";
import type { CliEffects } from "./effects.ts";
import { printable } from "./layout.ts";
import { makeProgress } from "./progress.ts";

interface AddCommandOptions extends DbOptions {
  readonly published?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly format: "auto" | "text" | "html";
  readonly json?: true;
}

export function addCommand(effects: CliEffects): Command {
  return makeCommand("add", "Put reports into the store; what it holds already is passed over", [
    "add saved-pages/",
    "add article.txt --published 2031-03-04 --outlet 'Harbour Post'",
    "add letter.pdf statement.docx mail.eml wire-item.json",
    "add collection.zip crawl.warc.gz site.wacz",
    "add https://post.example/feed.xml",
    "add https://post.example/ferry",
    "add - < article.html",
  ])
    .argument("<inputs...>", "files, folders, archives, feeds, addresses of pages, or - for standard input")
    .option("--published <date>", "when they were published, for inputs that do not say")
    .option("--url <url>", "where the report was published")
    .option("--outlet <name>", "who published them")
    .addOption(formatOption())
    .addOption(privateOption())
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(async (inputs: string[], { db, allowPrivate, json, ...options }: AddCommandOptions) => {
      const progress = makeProgress(effects);
      const summary = await withApp(effects, storeOptions(db, allowPrivate), "create", (app) =>
        app.add(inputs, { ...options, onProgress: progress.show }),
      ).finally(progress.clear);
      if (json === true) await writeJson(effects, summary);
      else {
        await effects.write(`${viewAddSummary(summary, effects)}\n`);
        for (const { input, message } of summary.warnings) {
          effects.writeError(`onrecord: ${printable(`${input}: ${message}`)}\n`);
        }
        if (summary.failed.length + takenOf(summary) > 1) {
          for (const { input, code, message } of summary.failed) {
            effects.writeError(`onrecord: left out ${printable(`${input}: ${message} (${code})`)}\n`);
          }
        }
      }
      if (summary.failed.length > 0) throw someFailed(summary);
    });
}

function storeOptions(db: string | undefined, allowPrivate: true | undefined): DbOptions {
  return { ...(db === undefined ? {} : { db }), ...(allowPrivate === undefined ? {} : { allowPrivate }) };
}

export function viewAddSummary(
  { added, revised, quiet, unchanged, unread, failed, passedOver, stories }: AddSummary,
  effects: CliEffects,
): string {
  const { style } = outputPage(effects);
  if (added + revised + quiet + unchanged + failed.length + passedOver.length === 0) {
    return "0 added: no file there is of a kind that holds a report.";
  }
  const parts = [
    `${style.strong(String(added))} added`,
    ...(revised > 0 ? [`${revised} revised`] : []),
    ...(quiet > 0 ? [`${quiet} changed but ${quiet === 1 ? "reads" : "read"} the same`] : []),
    ...(unchanged > 0 ? [`${unchanged} known already`] : []),
    ...(failed.length > 0 ? [style.caution(`${failed.length} left out`)] : []),
    ...passedOver.map(({ reason, count }) => `${count} passed over (${printable(reason)})`),
  ];
  const where = stories.length === 1 ? `in the story ${stories[0]}` : `in ${stories.length} stories`;
  const next = stories.length === 1 ? `onrecord story ${stories[0]}` : "onrecord stories";
  const summary = stories.length === 0 ? parts.join(", ") : `${parts.join(", ")}; ${where}. See: ${next}`;
  if (unread === 0) return summary;
  const them = unread === 1 ? (added + revised === 1 ? "It is" : "One of them is") : `${unread} of them are`;
  const it =
    unread === 1
      ? "it is kept and searched, and nothing is read out of it"
      : "they are kept and searched, and nothing is read out of them";
  return `${summary}\n${them} not in English: ${it}.`;
}

function takenOf({ added, revised, quiet, unchanged }: AddSummary): number {
  return added + revised + quiet + unchanged;
}

function someFailed(summary: AddSummary): OnrecordError {
  const { failed } = summary;
  const total = failed.length + takenOf(summary);
  const [first] = failed;
  if (total === 1 && first !== undefined) {
    return new OnrecordError(isErrorCode(first.code) ? first.code : "internal", first.message, {
      next: first.next === null ? "Nothing was stored." : `Nothing was stored. ${first.next}`,
    });
  }
  return new OnrecordError("unreadable", `${failed.length} of ${total} inputs were left out.`, {
    next: "Mend or leave out those named above and add again; the others are stored.",
  });
}
