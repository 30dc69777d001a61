import { expect, test } from "vitest";
import { recordOfText } from "../../../test/records.ts";
import { answerKindOf, isToldElsewhere } from "./answer-fit.ts";
import type { AskNode } from "./ask-node.ts";
import type { ReplyNode } from "./find-replies.ts";
import { orderReports } from "./story-reports.ts";

const [first, second] = orderReports([
  recordOfText("The Courant asked the port about the ship.", { id: "r-01", publishedAt: "2031-05-20T09:00:00Z" }),
  recordOfText("The ship was chartered, the authorities said.", { id: "r-02", publishedAt: "2031-05-21T09:00:00Z" }),
]);
const asked = (kind: AskNode["kind"]) => ({ kind, source: first!, about: null }) as AskNode;
const said = (reply: Partial<ReplyNode>) =>
  ({
    act: "assertion",
    source: second!,
    statement: null,
    spans: [],
    speaker: { kind: "unnamed", description: "the authorities" },
    ...reply,
  }) as ReplyNode;

test("takes words of nobody known in another report for no answer to what a report asked", () => {
  expect(isToldElsewhere(asked("question"), said({}))).toBe(true);
});

test("leaves what the same report tells, what somebody known says, a plain refusal, and demands of others", () => {
  expect(isToldElsewhere(asked("question"), said({ source: first! }))).toBe(false);
  expect(isToldElsewhere(asked("question"), said({ speaker: { kind: "resolved", actor: "a1" } }))).toBe(false);
  expect(isToldElsewhere(asked("question"), said({ act: "no-comment" }))).toBe(false);
  expect(isToldElsewhere(asked("request"), said({}))).toBe(false);
});

test("hears no refusal in a no to the question whether something is so", () => {
  const no = said({ saysNo: true, follows: null });
  expect(answerKindOf(no, [asked("question")])).toBe("reply");
  expect(answerKindOf(no, [asked("request")])).toBe("refusal");
  expect(answerKindOf(said({ act: "refusal", saysNo: true, follows: null }), [asked("question")])).toBe("refusal");
});
