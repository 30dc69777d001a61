import { describe, expect, it } from "vitest";
import { loadAnnotator } from "../../../models/load.ts";
import { annotateReport } from "../../annotate/annotate-report.ts";
import { readPlainText } from "../../read/plain-text.ts";
import { segmentReport } from "../../segment/segment-report.ts";
import { settleAct } from "./settled-acts.ts";

const annotator = loadAnnotator();

describe("settleAct(annotated, act, draft)", () => {
  it.each([
    ["The board has not agreed to the sale.", "has", "agreed", "agreement", "refusal"],
    ["Ann Ray did not intend to resign.", "did", "intend", "agreement", "refusal"],
    ["Ann Ray never wanted to leave the port.", "never", "wanted", "agreement", "belief"],
    ["Ann Ray did not admit the theft.", "did", "admit", "admission", "denial"],
    ["The board has agreed to the sale.", "has", "agreed", "agreement", "agreement"],
    ["Campaigners have defied a ban.", "have", "defied", "ruling", "refusal"],
    ["Ann Ray did not say where she was.", "did", "say", "no-comment", "no-comment"],
    ["The guard is backing the mayor.", "is", "backing", "refusal", "agreement"],
    ["The mayor is conceding the race.", "is", "conceding", "refusal", "admission"],
    ["The harbour board denounced the sale.", "denounced", "denounced", "refusal", "allegation"],
    ["Neither party would endorse the plan.", "would", "endorse", "refusal", "refusal"],
    ["The board voiced its opposition to the sale.", "voiced", "voiced", "refusal", "refusal"],
    ["The mayor spoke against the sale.", "spoke", "against", "refusal", "refusal"],
    ["Drivers refuse to pay the toll.", "refuse", "refuse", "promise", "refusal"],
    ["The union endorsed Ann Ray.", "endorsed", "endorsed", "ruling", "agreement"],
    ["The court allowed the sale.", "allowed", "allowed", "ruling", "ruling"],
    ["The board granted the request.", "granted", "granted", "request", "agreement"],
    ["The board rejected the request.", "rejected", "rejected", "request", "refusal"],
    ["The mayor offered a short reply to questions.", "offered", "offered", "promise", "assertion"],
    ["The mayor offered an apology to the crew.", "offered", "offered", "promise", "admission"],
    ["The mayor offered to pay for the bridge.", "offered", "offered", "promise", "promise"],
    ["Ann Ray said it would fail in a week.", "said", "said", "promise", "assertion"],
    ["Ann Ray said there would be a tent.", "said", "said", "promise", "assertion"],
    ["Ann Ray said she would pay.", "said", "said", "promise", "promise"],
    ["Ann Ray said the board should pay.", "said", "said", "promise", "assertion"],
    ["Ann Ray wants to return to the port.", "wants", "wants", "request", "belief"],
    ["Ann Ray would like to return to the port.", "would", "like", "request", "belief"],
    ["Ann Ray said she did not believe it.", "said", "said", "no-comment", "assertion"],
    ["Ann Ray defended the plan.", "defended", "defended", "no-comment", "assertion"],
    ["Ann Ray kept silent.", "kept", "silent", "no-comment", "no-comment"],
    ["Ann Ray claimed to be a pilot.", "claimed", "claimed", "promise", "assertion"],
    ["Ann Ray did not like the plan.", "did", "like", "no-comment", "belief"],
    ["Ann Ray wants the board to return.", "wants", "wants", "request", "request"],
    ["The captain replied that he could not send the crews.", "replied", "replied", "refusal", "refusal"],
    ["The captain replied that crews could not be sent.", "replied", "replied", "refusal", "assertion"],
    ["The owner brought a charge that it was late.", "charge", "charge", "request", "allegation"],
    ["The board said it had read the comment.", "said", "said", "assertion", "assertion"],
    ["The board said it would pay.", "said", "said", "promise", "promise"],
    ["Ann Ray answered not guilty to all of it.", "answered", "answered", "admission", "denial"],
    ["Ann Ray testified that nobody came.", "testified", "testified", "admission", "assertion"],
    ["Ann Ray has sworn to fight the ban.", "has", "sworn", "admission", "promise"],
    ["The guards have sworn that they had no guns.", "have", "sworn", "promise", "assertion"],
    ["The college now accepts that a guard hurt her.", "accepts", "accepts", "admission", "admission"],
    ["The college has accepted the offer.", "accepted", "accepted", "admission", "agreement"],
    ["Ann Ray admitted that it was late.", "admitted", "admitted", "admission", "admission"],
    ["The group claimed responsibility for the fire.", "claimed", "claimed", "assertion", "admission"],
    ["The crews are seeking to name the dead.", "are", "seeking", "request", "belief"],
    ["The guards are investigating whether she fell.", "are", "investigating", "request", "assertion"],
    ["Ann Ray called an urgent meeting of the board.", "called", "called", "request", "ruling"],
    ["The port denied access to four ships.", "denied", "denied", "denial", "refusal"],
    ["The board denied the charge.", "denied", "denied", "assertion", "denial"],
  ] as const)("%s", async (text, first, last, act, expected) => {
    const annotated = await annotateReport(segmentReport(readPlainText(text)), annotator);
    const tokenOf = (word: string) => annotated.tokens.findIndex((token) => token.text === word);
    const predicate = tokenOf(last);
    const start = annotated.tokens[predicate + 1]!.start;
    const draft = {
      cue: [tokenOf(first), predicate],
      predicate,
      source: [0, tokenOf(first) - 1],
      sourceHead: tokenOf(first) - 1,
      content: [{ start, end: text.length }],
    } as const;
    expect(settleAct(annotated, act, draft)).toBe(expected);
  });
});
