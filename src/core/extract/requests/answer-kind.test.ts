import { describe, expect, it } from "vitest";
import type { StatementAct } from "../candidates.ts";
import { readAnswerKind } from "./answer-kind.ts";

type Case = readonly [asked: string, act: StatementAct, cue: string, content: string, kind: string | null];

const PUBLISH = "to release the flood survey";
const LIFT = "to lift the ban on night work";
const STAY_OPEN = "not to close the library";
const DISMISS = "to dismiss the case";
const RESIGN = "to resign";

describe("readAnswerKind(reply)", () => {
  it.each<Case>([
    [PUBLISH, "ruling", "voted", "to deny the request", "refusal"],
    [PUBLISH, "ruling", "voted", "7 to 2 against releasing the survey", "refusal"],
    [PUBLISH, "ruling", "decided", "not to release it", "refusal"],
    [PUBLISH, "ruling", "ruled", "that the survey must stay secret", "refusal"],
    [PUBLISH, "ruling", "ordered", "that the survey be kept under seal", "refusal"],
    [PUBLISH, "ruling", "ruled", "it out", "refusal"],
    [PUBLISH, "ruling", "has rejected", "both demands", "refusal"],
    [PUBLISH, "promise", "promised", "that no survey would be released", "refusal"],
    [PUBLISH, "denial", "denied", "the request", "refusal"],
    [LIFT, "promise", "said", "the ban would stay", "refusal"],
    [LIFT, "ruling", "extended", "the ban by a year", "refusal"],
    [LIFT, "promise", "vowed", "to keep the ban", "refusal"],
    [STAY_OPEN, "ruling", "voted", "to close the library", "refusal"],
    [STAY_OPEN, "promise", "said", "it would close the library in May", "refusal"],
    [DISMISS, "ruling", "ruled", "that the case could go ahead", "refusal"],
    ["to strike down the order", "ruling", "declined to overturn", "the order", "refusal"],
    [RESIGN, "promise", "vowed", "to stay on", "refusal"],
    [PUBLISH, "assertion", "said", "no", "refusal"],
    [PUBLISH, "promise", "said", "“I am not going to release it”", "refusal"],
    ["to let the limit take effect in May", "ruling", "has suspended", "the order limiting night flights", "refusal"],
  ])("hears a no: asked %s, %s: %s %s", (...one) => expect(kindOf(one)).toBe(one[4]));

  it.each<Case>([
    [PUBLISH, "ruling", "voted", "to release the survey", "agreement"],
    [PUBLISH, "ruling", "ordered", "the release of the survey", "agreement"],
    [PUBLISH, "ruling", "granted", "the request", "agreement"],
    [PUBLISH, "promise", "agreed", "to release it", "agreement"],
    [PUBLISH, "promise", "promised", "to release the survey by June", "promise"],
    [LIFT, "ruling", "lifted", "the ban on Friday", "agreement"],
    [STAY_OPEN, "ruling", "decided against", "closing it", "agreement"],
    [STAY_OPEN, "refusal", "said", "it would not close the library", "agreement"],
    [DISMISS, "refusal", "threw out", "the case", "agreement"],
    ["for bail to be lifted", "ruling", "granted", "bail", "agreement"],
  ])("hears a yes: asked %s, %s: %s %s", (...one) => expect(kindOf(one)).toBe(one[4]));

  it.each<Case>([
    ["a rise of six per cent", "promise", "offered", "three per cent", "partial"],
    ["43 tutors taken back", "promise", "offers", "to re-hire 20 of the 43 tutors", "partial"],
    ["to hand over the emails", "agreement", "agreed", "to most of what it asked for", "partial"],
  ])("hears a part of it: asked %s, %s: %s %s", (...one) => expect(kindOf(one)).toBe(one[4]));

  it.each<Case>([
    [PUBLISH, "refusal", "has not agreed", "to release the survey", "reply"],
    [PUBLISH, "refusal", "has not refused", "", "reply"],
    [PUBLISH, "agreement", "neither agreed nor refused", "", "reply"],
    [PUBLISH, "agreement", "agreed", "that the flood had been a disaster", "reply"],
    [PUBLISH, "agreement", "welcomed", "the interest in it", "reply"],
    [PUBLISH, "ruling", "upheld", "the fine", "reply"],
    [PUBLISH, "promise", "said", "it would release the survey only if a judge told it to", "reply"],
    [PUBLISH, "promise", "said", "“Let us get the roads open first”", "reply"],
    [PUBLISH, "agreement", "said", "The rules gave her no choice", "reply"],
    [PUBLISH, "ruling", "fined", "the company £500", "reply"],
    ["to come and look at the fields", "promise", "said", "he would not go to Gate 9", "reply"],
  ])("hears neither: asked %s, %s: %s %s", (...one) => expect(kindOf(one)).toBe(one[4]));

  it.each<Case>([
    [PUBLISH, "assertion", "would not say", "whether it would release the survey", "no-comment"],
    ["whether the tests had failed", "refusal", "refused", "to say", "no-comment"],
    [PUBLISH, "refusal", "refused", "to say what it cost", "refusal"],
    [PUBLISH, "refusal", "refused", "", "refusal"],
    [PUBLISH, "assertion", "said", "the survey had cost £40,000", null],
    [LIFT, "assertion", "said", "the ban had kept people safe", null],
    [PUBLISH, "request", "asked", "for more time", null],
  ])("leaves the rest to the act: asked %s, %s: %s %s", (...one) => expect(kindOf(one)).toBe(one[4]));
});

function kindOf([asked, act, cue, content]: Case): string | null {
  return readAnswerKind({ asked, act, cue, content });
}
