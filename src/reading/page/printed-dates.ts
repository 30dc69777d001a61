import { type PrintedDate, readPrintedDate } from "../../core/read/printed-date.ts";
import type { PageBlocks } from "./page-blocks.ts";
import type { PageElement } from "./page-tree.ts";

/** What the words before a date say that it dates; null where they say nothing of it. */
export type DateLabel = "published" | "modified" | "other" | null;

export interface LabelledDate {
  readonly label: DateLabel;
  readonly date: PrintedDate;
}

/** Most dates of one line: published, updated, and one more to tell that it is a list. */
const MOST_DATES = 4;
const LONGEST_LABEL = 60;
const MODIFIED =
  /(?:updated?|modified|modification|edited|last edit|revised|revision|reviewed|aktualisiert|geändert|stand|mis(?:e)? à jour|modifié|actualizad[oa]|actualización|aggiornat[oa]|bijgewerkt|atualizad[oa]|uppdaterad|opdateret|oppdatert|aktualizacja|zaktualizowano|aktualizováno|päivitetty|güncelle(?:me|ndi)|обновлено|оновлено|ενημέρωση)(?!\p{L})/giu;
const PUBLISHED =
  /(?:published|publication|posted|created|written|issued|released|submitted|filed|added|date|veröffentlicht|erstellt|publié(?:e)?|publicad[oa]|pubblicat[oa]|gepubliceerd|publicerad|publiceret|publisert|opublikowan[oay]|dodano|vydáno|publikováno|julkaistu|yayınlan(?:ma|dı)|опубликовано|опубліковано|δημοσίευση)(?!\p{L})/giu;
/** Dates of something else than the report. */
const OTHER =
  /(?:accessed|retrieved|expires?|due|deadline|until|joined|member since|born|closes|opens|starts?|ends?|copyright|seen|online now|©)\W*$/iu;

/** Every full date of a short line with what it dates, in order. */
export function readLabelledDates(line: string): readonly LabelledDate[] {
  const found: LabelledDate[] = [];
  let from = 0;
  while (found.length < MOST_DATES) {
    const date = readPrintedDate(line.slice(from));
    if (date === null) break;
    found.push({
      label: labelIn(line.slice(from, from + date.start)),
      date: { ...date, start: date.start + from, end: date.end + from },
    });
    from += Math.max(date.end, 1);
  }
  return found;
}

/**
 * A line with the years of its short numeric dates written out ("11/08/31 5:19pm"). Pages are younger than 1990; which
 * number is the day stays open.
 */
export function withFullYears(line: string): string {
  return line.replace(SHORT_YEAR, (_, day: string, mark: string, month: string, year: string) => {
    const century = Number(year) < 90 ? "20" : "19";
    return `${day}${mark}${month}${mark}${century}${year}`;
  });
}

const SHORT_YEAR = /(?<![\p{L}\d./-])(0?[1-9]|[12]\d|3[01])([/.])(0?[1-9]|[12]\d|3[01])\2(\d{2})(?![\p{L}\d/-]|\.\d)/gu;

/** What words that stand right before a date say of it: the last label counts. */
export function labelIn(words: string): DateLabel {
  const near = words.slice(-LONGEST_LABEL);
  if (OTHER.test(near)) return "other";
  const modified = lastPlace(near, MODIFIED);
  const published = lastPlace(near, PUBLISHED);
  if (modified < 0 && published < 0) return null;
  // "Date updated": both name one date.
  return modified >= 0 && modified > published - 12 ? "modified" : "published";
}

function lastPlace(text: string, pattern: RegExp): number {
  let place = -1;
  for (const { index } of text.matchAll(pattern)) place = index;
  return place;
}

/** Finds for an element the block that it stands in, and the words before it there. */
export interface BlockIndex {
  readonly blockOf: (element: PageElement) => number;
  readonly wordsBefore: (element: PageElement) => string;
}

export function indexBlocks(page: PageBlocks): BlockIndex {
  const ends = page.blocks.map(({ parts }) => parts.findLast((part) => part !== null)?.end ?? 0);
  /** The first block that ends behind the element's start: its own, or the next where it has no words. */
  const blockOf = (element: PageElement): number => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > element.start) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const wordsBefore = (element: PageElement): string => {
    const at = blockOf(element);
    const parts = page.blocks[at]?.parts ?? [];
    if (parts.length > MOST_PARTS) return "";
    const own = parts.flatMap((part) => (part !== null && part.start < element.start ? [part.value] : [])).join("");
    if (/[\p{L}\p{N}]/u.test(own)) return own.slice(-LONGEST_LABEL);
    const before = page.blocks[at - 1]?.text ?? "";
    return before.length <= LONGEST_ALONE ? before : "";
  };
  return { blockOf, wordsBefore };
}

/** A label in a block of its own ("Last updated") is short. */
const LONGEST_ALONE = 30;
/** Blocks of more text nodes are no byline. */
const MOST_PARTS = 200;
