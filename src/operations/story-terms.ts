import type { StoryEvent, StoryRecord } from "../core/link/story-record.ts";

/** How an answer is told in a list under what was asked. Whoever did not reply gave no answer, and has not said "no comment". */
export const ANSWER_WORDS: {
  readonly [kind in StoryRecord["requests"][number]["answers"][number]["kind"]]: string;
} = {
  refusal: "refused",
  agreement: "agreed",
  partial: "agreed in part",
  promise: "promised",
  "no-comment": "no answer given",
  reply: "replied, neither granting nor refusing",
};

/** What stands over a discrepancy of kind `claim`, and of kind `time`. */
export const CLAIM_DENIED = "Claimed, and denied";
export const TIME_DISPUTED = "The time of day";

/** What is said beside an event that did not plainly take place; nothing of one that did. */
export function statusWords(status: StoryEvent["status"]): string | null {
  switch (status) {
    case "occurred":
      return null;
    case "cancelled":
      return "called off";
    case "ongoing":
      return "under way";
    case "possible":
      return "told as possible";
    // Nobody need have denied it: "has refused to publish" tells of no publication.
    case "denied":
      return "told as not so";
    default:
      return status;
  }
}
