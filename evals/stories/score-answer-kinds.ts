import type { Evidence, StoryRecord } from "../../src/core/link/story-record.ts";
import type { BankStory } from "./storybank.ts";

/** Of the answers that are linked to the request they answer: how many are told as what they are. */
export interface AnswerKinds {
  readonly right: number;
  /** A refusal told as a grant, or a grant as a refusal. */
  readonly opposed: number;
  readonly linked: number;
}

type Ref = (evidence: Evidence, kind: "ask" | "answer") => string | null;

/** Each answer once, by its statement; gold has one kind for it. */
export function scoreAnswerKinds(story: BankStory, record: StoryRecord, refOf: Ref): AnswerKinds {
  let [right, opposed, linked] = [0, 0, 0];
  for (const request of record.requests) {
    const asks = new Set(request.asks.map((one) => refOf(one, "ask")));
    const gold = story.gold.requests.filter(({ ask }) => ask.some((one) => asks.has(one)));
    for (const { evidence, kind } of request.answers) {
      const ref = refOf(evidence, "answer");
      const wanted = gold.flatMap(({ answers }) => answers).find(({ by }) => ref !== null && by.includes(ref))?.kind;
      if (wanted === undefined) continue;
      const told = kind.replace("-", "");
      linked++;
      if (told === wanted) right++;
      if (isOpposed(told, wanted)) opposed++;
    }
  }
  return { right, opposed, linked };
}

const GRANTS: ReadonlySet<string> = new Set(["agreement", "promise"]);

function isOpposed(told: string, wanted: string): boolean {
  if (wanted === "refusal") return GRANTS.has(told) || told === "partial";
  return GRANTS.has(wanted) && told === "refusal";
}
