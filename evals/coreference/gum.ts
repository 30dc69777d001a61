import { readFileSync } from "node:fs";
import type { Span } from "../../src/core/text/span.ts";
import { findData } from "../data.ts";

/** A phrase of a chain; `head` are the words that alone must be found for the phrase to count as found. */
export interface GoldMention {
  readonly chain: string;
  readonly span: Span;
  readonly head: Span;
  readonly isName: boolean;
}

export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

/** GUM's development documents of the genres, with the people, bodies and places that it marks (`Entity` in MISC). */
export function readGumChains(genres: readonly string[]): GoldDocument[] {
  const path = findData("language/gum/gum_dev.noNC_noReddit.conllu");
  if (path === null) return [];
  return readFileSync(path, "utf8")
    .split(/^# newdoc id = /m)
    .slice(1)
    .filter((document) => genres.some((genre) => document.startsWith(`GUM_${genre}_`)))
    .map(readDocument);
}

const ACTORS = /^(person|organization|place)$/;

const NO_RANGE = { last: 0, isSpaced: true };

function readDocument(document: string): GoldDocument {
  let text = "";
  let joined = NO_RANGE;
  const words: { start: number; end: number; isProper: boolean }[] = [];
  const open: { chain: string; type: string; minimal: string; first: number }[] = [];
  const mentions: GoldMention[] = [];
  const close = (chain: string) => {
    const at = open.findLastIndex((one) => one.chain === chain);
    const [one] = at < 0 ? [] : open.splice(at, 1);
    if (one === undefined || !ACTORS.test(one.type)) return;
    const own = words.slice(one.first);
    const core = one.minimal.split(",").flatMap((place) => own[Number(place) - 1] ?? []);
    if (core.length === 0) return;
    mentions.push({
      chain,
      span: { start: own[0]!.start, end: own.at(-1)!.end },
      head: { start: core[0]!.start, end: core.at(-1)!.end },
      isName: core.some(({ isProper }) => isProper),
    });
  };
  for (const line of document.split("\n")) {
    if (line.startsWith("# newpar") && !line.startsWith("# newpar_")) {
      if (text !== "") text = `${text.trimEnd()}\n\n`;
      continue;
    }
    const [id = "", form = "", , , xpos = "", , , , , misc = ""] = line.split("\t");
    const isRange = /^\d+-\d+$/.test(id);
    if (line.startsWith("#") || !(isRange || /^\d+$/.test(id))) continue;
    if (isRange) {
      // "8-9 daughter's": the words follow one by one, and the line of the range says what comes after the last.
      joined = { last: Number(id.split("-")[1]), isSpaced: !misc.includes("SpaceAfter=No") };
      continue;
    }
    const start = text.length;
    text += form;
    words.push({ start, end: text.length, isProper: /^NNPS?$/.test(xpos) });
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? "";
    for (const [, opened, closed] of entity.matchAll(/\(([^()]+)(?=[()]|$)|(\d+)?\)/g)) {
      if (opened !== undefined) {
        const [chain = "", type = "", , , , minimal = ""] = opened.split("-");
        open.push({ chain, type, minimal, first: words.length - 1 });
      } else {
        close(closed ?? open.at(-1)?.chain ?? "");
      }
    }
    const place = Number(id);
    const isSpaced =
      place < joined.last ? false : place === joined.last ? joined.isSpaced : !misc.includes("SpaceAfter=No");
    if (place >= joined.last) joined = NO_RANGE;
    if (isSpaced) text += " ";
  }
  return { id: document.slice(0, document.indexOf("\n")), text: text.trimEnd(), mentions };
}
