// Words that say through what medium something was said. Compiled for this project, Apache-2.0.
import type { Medium } from "../extract/candidates.ts";

const WORDS: { readonly [medium in Medium]: string } = {
  letter: "letter email e-mail note memo memorandum correspondence fax telegram",
  court:
    "court jury tribunal judge magistrate magistrates hearing inquest trial testimony affidavit deposition filing lawsuit",
  spokesperson: "spokesperson spokesman spokeswoman spokespersons spokespeople spokesmen spokeswomen",
  interview: "interview interviewer podcast Q&A",
  statement: "statement communique communiqué release bulletin declaration",
  social:
    "tweet tweeted twitter x facebook instagram telegram tiktok youtube post posted weibo mastodon bluesky retweet blog hashtag livestream snapchat",
  report: "report study survey poll review document paper audit analysis research dossier census article newspaper",
  speech: "speech address sermon rally remarks keynote lecture debate parliament commons",
  sign: "sign signs banner banners placard placards poster posters graffiti t-shirt t-shirts slogan leaflet plaque headstone sticker billboard flyer noticeboard",
  broadcast: "broadcast television tv radio bulletin broadcaster newscast",
  "press-conference": "briefing presser",
};

export const MEDIUM_BY_WORD: ReadonlyMap<string, Medium> = new Map(
  (
    [
      "broadcast",
      "report",
      "speech",
      "statement",
      "social",
      "interview",
      "court",
      "letter",
      "spokesperson",
      "press-conference",
      "sign",
    ] as const
  ).flatMap((medium) => WORDS[medium].split(" ").map((word) => [word, medium] as const)),
);

/** Verbs that name their medium. */
export const MEDIUM_BY_VERB: ReadonlyMap<string, Medium> = new Map([
  ["tweet", "social"],
  ["retweet", "social"],
  ["blog", "social"],
  ["testify", "court"],
  ["broadcast", "broadcast"],
]);
