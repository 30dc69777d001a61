import { createHash } from "node:crypto";
import { WORD_COMMONNESS } from "../src/core/lexicons/word-commonness.ts";
import { findContentWords } from "../src/core/link/content-words.ts";
import type { Record } from "../src/core/record/record.ts";
import { createRandom } from "../training/random.ts";

/** Reports of a made-up story: from this many to nearly this many. */
const STORY_REPORTS = { least: 5, most: 31 };
/** Days on which stories begin, and days from the first to the last report of one. */
const DAYS = 3000;
const STORY_DAYS = 14;
/** Shares of a story's names and of its other rare words that one report has otherwise. */
const OTHER_NAMES = 0.15;
const OTHER_WORDS = 0.5;
/** A word is rare when no more reports than this hold it. */
const RARE_PERCENT = 15;
/** Sets of rare words that stories share, as stories of one field do. */
const FIELDS = 200;

/** A report that is yet to be made: which story it tells and which of its reports it is. */
interface Plan {
  readonly day: number;
  readonly story: number;
  readonly nth: number;
}

/**
 * Reports as a store of `size` would get them, day by day: many stories of 5 to 30 reports, each of which takes one real
 * report for its pattern. Its names and rare words are spelt with other letters, the same throughout the story but for a
 * share of them in each report; common words stay. Lengths stay too, so every row found in the pattern still stands where
 * it says, and nothing need be analysed again.
 */
export function planReports(patterns: readonly Record[], size: number): { make(at: number): Record } {
  const random = createRandom(size);
  const plans: Plan[] = [];
  const counts: number[] = [];
  for (let left = size; left > 0; left -= counts.at(-1)!) {
    const span = STORY_REPORTS.most - STORY_REPORTS.least;
    counts.push(Math.min(left, STORY_REPORTS.least + Math.floor(random() * span)));
  }
  counts.forEach((count, story) => {
    const first = Math.floor((story / counts.length) * DAYS);
    for (let nth = 0; nth < count; nth++)
      plans.push({ day: first + Math.floor(random() * STORY_DAYS * (nth === 0 ? 0 : 1)), story, nth });
  });
  plans.sort((a, b) => a.day - b.day || a.story - b.story || a.nth - b.nth);
  const rareWords = patterns.map((pattern) => rareWordsOf(pattern.report.text));
  return {
    make(at) {
      const plan = plans[at]!;
      const chosen = (plan.story * 7919) % patterns.length;
      return respell(patterns[chosen]!, rareWords[chosen]!, plan);
    },
  };
}

/** Words that few reports hold, by how they are written; true for those that are likely names. */
function rareWordsOf(text: string): ReadonlyMap<string, boolean> {
  const rare = new Map<string, boolean>();
  for (const { word, start, end, marked } of findContentWords(text)) {
    if ((WORD_COMMONNESS.get(word) ?? 0) <= RARE_PERCENT)
      for (const part of text.slice(start, end).split(/[^\p{L}]+/u)) rare.set(part, marked);
  }
  return rare;
}

function respell(pattern: Record, rare: ReadonlyMap<string, boolean>, { day, story, nth }: Plan): Record {
  const ofStory = cipher(`story ${story}`);
  const ofField = cipher(`field ${story % FIELDS}`);
  const ofReport = cipher(`report ${story} ${nth}`);
  const respelt = new Map<string, string>();
  const change = (text: string) =>
    text.replace(/[\p{L}]{4,}/gu, (written) => {
      const isName = rare.get(written);
      if (isName === undefined) return written;
      let other = respelt.get(written);
      if (other === undefined) {
        const own = draw(`${story} ${nth} ${written}`) < (isName ? OTHER_NAMES : OTHER_WORDS);
        other = (own ? ofReport : isName ? ofStory : ofField)(written);
        respelt.set(written, other);
      }
      return other;
    });
  const text = change(pattern.report.text);
  const contentHash = createHash("sha256").update(`${story} ${nth} ${text}`).digest("hex");
  const { headline } = pattern.report;
  return {
    ...pattern,
    report: {
      ...pattern.report,
      id: `r-${contentHash.slice(0, 16)}`,
      url: `https://post.example/${story}/${nth}`,
      outlet: `Outlet ${(story + nth) % 40}`,
      headline: headline === null ? null : change(headline),
      publishedAt: new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10),
      contentHash,
      text,
    },
    actors: pattern.actors.map((actor) => ({ ...actor, name: change(actor.name), aliases: actor.aliases.map(change) })),
  };
}

const VOWELS = "aeiou";
const CONSONANTS = "bcdfghjklmnpqrstvwxyz";

/** Puts a vowel for each vowel and a consonant for each consonant, so that words can still be spoken. */
function cipher(key: string): (word: string) => string {
  const random = createRandom(Math.floor(draw(key) * 2 ** 31));
  const letters = new Map<string, string>();
  for (const alphabet of [VOWELS, CONSONANTS]) {
    const left = [...alphabet];
    for (const letter of alphabet) {
      const [other = letter] = left.splice(Math.floor(random() * left.length), 1);
      letters.set(letter, other);
      letters.set(letter.toUpperCase(), other.toUpperCase());
    }
  }
  return (word) => Array.from(word, (letter) => letters.get(letter) ?? letter).join("");
}

/** A number from 0 to 1 that hangs on the key alone. */
function draw(key: string): number {
  return createHash("sha256").update(key).digest().readUInt32LE(0) / 2 ** 32;
}
