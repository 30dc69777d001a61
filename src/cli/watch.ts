import { setTimeout as wait } from "node:timers/promises";
import { type Command, InvalidArgumentError, Option } from "commander";
import { OnrecordError } from "../errors.ts";
import type { Operations, PollSummary, Reanalysis, WatchedFeed, Watching } from "../operations/operations.ts";
import { viewAddSummary } from "./add.ts";
import { type DbOptions, dbOption, jsonOption, makeCommand, privateOption, withApp, writeJson } from "./command.ts";
import type { CliEffects } from "./effects.ts";
import { printable } from "./layout.ts";
import { makeProgress } from "./progress.ts";

interface WatchOptions extends DbOptions {
  readonly every: number;
  readonly once?: true;
  readonly list?: true;
  readonly forget?: true;
  readonly outlet?: string;
  readonly json?: true;
}

type App = Operations & Reanalysis & Watching;

const UNITS: { readonly [unit: string]: number } = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const LEAST_MS = 60_000;

export function watchCommand(effects: CliEffects): Command {
  return makeCommand("watch", "Poll feeds, and add the pages that are new in them", [
    "watch https://post.example/feed.xml",
    "watch feeds.opml --every 30m",
    "watch --once --json",
    "watch --list",
    "watch --forget https://post.example/feed.xml",
  ])
    .argument(
      "[feeds...]",
      "addresses of feeds, OPML lists or news sitemaps, or OPML files; none for those that are watched",
    )
    .addOption(
      new Option("--every <time>", "between two polls of a feed").default(15 * 60_000, "15m").argParser(parseTime),
    )
    .option("--once", "poll what is due and end")
    .option("--list", "list the feeds that are watched")
    .option("--forget", "watch these feeds no longer; their reports stay")
    .option("--outlet <name>", "who published the pages")
    .addOption(privateOption())
    .addOption(dbOption())
    .addOption(jsonOption())
    .action(async (feeds: string[], options: WatchOptions) => {
      const stop = new AbortController();
      void effects.untilStopped().then(() => stop.abort());
      const access = feeds.length > 0 ? "create" : "read";
      await withApp(effects, options, access, (app) => watch(app, feeds, options, effects, stop.signal), stop.signal);
    });
}

async function watch(app: App, feeds: string[], options: WatchOptions, effects: CliEffects, signal: AbortSignal) {
  if (options.list === true) return showFeeds(await app.listFeeds(), options, effects);
  if (options.forget === true) return forget(app, feeds, effects);
  const given = options.outlet === undefined ? {} : { outlet: options.outlet };
  for (;;) {
    const progress = makeProgress(effects);
    const round = await app
      .pollFeeds(feeds, { ...given, everyMs: options.every, onProgress: progress.show, signal })
      .finally(progress.clear);
    if (round.feeds.length === 0 && !signal.aborted) throw nothingWatched();
    await showRound(round, options, effects);
    if (signal.aborted) return;
    if (options.once === true) {
      if (round.feeds.every(({ status }) => status === "failed")) throw nonePolled(round);
      return;
    }
    const pause = Math.max(LEAST_MS / 4, Date.parse(round.nextPollAt ?? "") - Date.now() || options.every);
    // A signal to stop ends the wait.
    await wait(pause, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
  }
}

async function showRound(round: PollSummary, options: WatchOptions, effects: CliEffects): Promise<void> {
  if (options.json === true) return writeJson(effects, round);
  for (const feed of round.feeds) {
    if (feed.status === "failed") effects.writeError(`onrecord: ${printable(`${feed.url}: ${feed.error}`)}\n`);
  }
  for (const { input, code, message } of round.failed) {
    effects.writeError(`onrecord: left out ${printable(`${input}: ${message} (${code})`)}\n`);
  }
  const counted = (status: string) => round.feeds.filter((feed) => feed.status === status).length;
  const parts = [`${counted("polled") + counted("unchanged")} of ${round.feeds.length} feeds polled`];
  if (counted("waiting") > 0) parts.push(`${counted("waiting")} not due yet`);
  await effects.write(`${parts.join(", ")}: ${viewAddSummary(round, effects)}\n`);
}

async function showFeeds(feeds: readonly WatchedFeed[], options: WatchOptions, effects: CliEffects): Promise<void> {
  if (options.json === true) return writeJson(effects, feeds);
  if (feeds.length === 0) throw nothingWatched();
  for (const { url, title, nextPollAt, failures, lastError } of feeds) {
    const name = title === null ? "" : `  ${printable(title)}`;
    const trouble = failures === 0 ? "" : `; failed ${failures} times: ${printable(lastError ?? "")}`;
    await effects.write(`${printable(url)}${name}  next ${nextPollAt.slice(0, 16)}Z${trouble}\n`);
  }
}

async function forget(app: App, feeds: readonly string[], effects: CliEffects): Promise<void> {
  if (feeds.length === 0) throw new OnrecordError("usage", "Say which feeds are to be forgotten.");
  for (const feed of feeds) {
    if (!(await app.forgetFeed(feed)))
      throw new OnrecordError("not-found", `${feed} is not watched.`, { next: "See: onrecord watch --list" });
    await effects.write(`${printable(feed)} is watched no longer.\n`);
  }
}

function parseTime(written: string): number {
  const [, count = "", unit = "m"] = /^(\d{1,6})([smhd])?$/.exec(written) ?? [];
  const time = Number(count) * (UNITS[unit] ?? 0);
  if (!(time >= LEAST_MS))
    throw new InvalidArgumentError("A time such as 15m, 2h or 1d is needed, one minute at least.");
  return time;
}

function nonePolled({ feeds }: PollSummary): OnrecordError {
  const what = feeds.length === 1 ? "The feed" : `None of the ${feeds.length} feeds`;
  return new OnrecordError("unreachable", `${what} could ${feeds.length === 1 ? "not " : ""}be polled.`, {
    next: "See the messages above. Those that are watched are tried again later.",
  });
}

function nothingWatched(): OnrecordError {
  return new OnrecordError("usage", "No feed is watched yet.", {
    next: "Give one: onrecord watch https://post.example/feed.xml",
  });
}
