import { describe, expect, it } from "vitest";
import { findPageLine } from "./page-lines.ts";

describe("findPageLine(line)", () => {
  it.each([
    ["read-more", "Latest Lathemouth Stories"],
    ["read-more", "MORE ABOUT"],
    ["read-more", "You Can Also Check: Tide Times in Lathemouth | Ferry Times in Skerry"],
    ["newsletter", "Our website is the place for the latest breaking news. Please bookmark lathemail.example."],
    ["newsletter", "Check out more of the Mercury’s latest harbour stories by signing up to our free weekly letter"],
    ["newsletter", "If you're on the Lathe 7 app, tap here to watch live"],
    ["newsletter", "Was this email forwarded to you? Sign up here."],
    ["other", "Ad block users: Some parts of the site may not work while an ad blocker is on."],
    ["other", "This site is protected by reCAPTCHA and its terms of service apply."],
    ["other", "• Email: aferro@lathemail.example"],
    ["other", "Politics / January 11, 2034"],
  ])("sets apart as %s: %s", (kind, line) => {
    expect(findPageLine(line)?.kind).toBe(kind);
  });

  it.each([
    "The latest stories told at the inquest differ from those told in May.",
    "More about the ferry will be known on Monday, the harbour board said.",
    "“Our website is down,” the harbour board said.",
    "Police asked witnesses to write to the station or to call a hotline.",
    "Reach and harbour | the council has drawn up a plan for both",
    "You can also check the tide tables at the quay, the board said.",
  ])("leaves a line of a report alone: %s", (line) => {
    expect(findPageLine(line)).toBeNull();
  });
});
