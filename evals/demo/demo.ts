import { readFileSync } from "node:fs";
import { linkStory } from "../../src/core/link/link-story.ts";
import type { Evidence, StoryRecord } from "../../src/core/link/story-record.ts";
import { demoRecords } from "../order/order.ts";
import type { EvalResult } from "../result.ts";

/** A link that gold wants or forbids; ends are "02: words", by the number of the file and words of the row. */
interface GoldLink {
  readonly a?: string;
  readonly b?: string;
  readonly ask?: string;
  readonly ask2?: string;
  readonly answer?: string;
  readonly kind?: string;
  readonly at?: string;
  readonly by?: string;
  readonly joined: boolean;
}

/** The demo story's links across reports against gold made by hand by reading it; every miss is named on stderr. */
export async function scoreDemo(): Promise<EvalResult[]> {
  const gold: { readonly [kind: string]: readonly GoldLink[] } = JSON.parse(
    readFileSync(new URL("gold.json", import.meta.url), "utf8"),
  );
  const records = await demoRecords();
  const numbers = new Map(records.map(({ report }, at) => [report.id, String(at + 1).padStart(2, "0")]));
  const story = linkStory("st-demo", records);
  const holds = (evidence: Evidence, end: string) => {
    const [number = "", words = ""] = [end.slice(0, 2), end.slice(4)];
    return (
      numbers.get(evidence.report) === number && (evidence.exact.includes(words) || words.includes(evidence.exact))
    );
  };
  let right = 0;
  let n = 0;
  for (const [kind, links] of Object.entries(gold)) {
    for (const link of links) {
      n++;
      if (isJoined(kind, link, story, holds, numbers) === link.joined) right++;
      else process.stderr.write(`demo: ${kind}: ${link.joined ? "missing" : "wrong"} ${JSON.stringify(link)}\n`);
    }
  }
  return [
    { task: "demo", dataset: "demo story", split: "gold by hand", metric: "links right", value: (100 * right) / n, n },
  ];
}

function isJoined(
  kind: string,
  { a = "", b = "", ask = "", ask2, answer, kind: answerKind, at = "", by }: GoldLink,
  story: StoryRecord,
  holds: (evidence: Evidence, end: string) => boolean,
  numbers: ReadonlyMap<string, string>,
): boolean {
  const both = (all: readonly Evidence[]) => all.some((one) => holds(one, a)) && all.some((one) => holds(one, b));
  switch (kind) {
    case "copies":
      return story.origins.some(({ reports }) => [a, b].every((end) => reports.some((id) => numbers.get(id) === end)));
    case "statements":
      return story.statements.some(({ evidence, renderings }) => both([evidence, ...renderings]));
    case "events":
      return story.timeline.some(({ evidence }) => both(evidence));
    case "requests":
      return story.requests.some(({ asks, answers }) => {
        if (!asks.some((one) => holds(one, ask))) return false;
        if (ask2 !== undefined) return asks.some((one) => holds(one, ask2));
        return answers.some((one) => holds(one.evidence, answer ?? "") && (answerKind ?? one.kind) === one.kind);
      });
    case "matters": {
      const event = (end: string) => story.timeline.find(({ evidence }) => evidence.some((one) => holds(one, end)))?.id;
      return story.matters.some(({ steps }) => {
        const [first, second] = [a, b].map((end) => steps.findIndex((step) => step.event === event(end)));
        return first! >= 0 && second! > first!;
      });
    }
    case "figures":
      return story.figures.some(({ values }) =>
        values.some(({ evidence, giver }) => {
          const name = giver?.kind === "resolved" ? story.actors.find(({ id }) => id === giver.actor) : undefined;
          return holds(evidence, at) && [name?.name, ...(name?.aliases ?? [])].includes(by);
        }),
      );
    case "updates":
      return story.updates.some(({ series, values }) => {
        const all = story.figures.find(({ id }) => id === series)?.values ?? [];
        return both(values.flatMap((at) => all[at]?.evidence ?? []));
      });
    case "changes":
      return story.changes.some(({ from, to }) => both([from.evidence, to.evidence]));
    case "status":
      return story.timeline.some(
        ({ status, evidence }) => status === answerKind && evidence.some((one) => holds(one, at)),
      );
    default:
      return story.discrepancies.some(({ sides }) => both(sides.map(({ evidence }) => evidence)));
  }
}
