import { type Correction, findCorrections } from "../../core/read/corrections.ts";
import type { Furniture } from "../../core/read/report.ts";
import { type Span, textOf } from "../../core/text/span.ts";

export interface ReportNotes {
  /** Where, and when, the report says that it was written, as printed. */
  readonly dateline: string | null;
  /** The agency whose copy it is. */
  readonly wire: string | null;
  readonly corrections: readonly Correction[];
}

/** Agencies by the names that reports print. */
const AGENCIES: readonly { readonly name: string; readonly printed: RegExp }[] = [
  { name: "Associated Press", printed: /^(?:AP|(?:The )?Associated Press)$/i },
  { name: "Reuters", printed: /^(?:Thomson )?Reuters$/i },
  { name: "Agence France-Presse", printed: /^(?:AFP|Agence France-Presse)$/i },
  { name: "PA Media", printed: /^(?:PA|PA Media|Press Association|PA News Agency)$/i },
  { name: "dpa", printed: /^dpa(?: international)?$/i },
  { name: "Bloomberg", printed: /^Bloomberg(?: News)?$/i },
  { name: "United Press International", printed: /^(?:UPI|United Press International)$/i },
  { name: "Australian Associated Press", printed: /^(?:AAP|Australian Associated Press)$/i },
  { name: "The Canadian Press", printed: /^(?:The )?Canadian Press$/i },
  { name: "Press Trust of India", printed: /^(?:PTI|Press Trust of India)$/i },
  { name: "Xinhua", printed: /^Xinhua(?: News Agency)?$/i },
  { name: "Kyodo News", printed: /^Kyodo(?: News)?$/i },
  { name: "Jiji Press", printed: /^JIJI(?: Press)?$/i },
  { name: "ANI", printed: /^(?:ANI|Asian News International)$/ },
  { name: "EFE", printed: /^EFE$/ },
  { name: "ANSA", printed: /^ANSA$/ },
  { name: "TASS", printed: /^TASS$/ },
];

const PLACE = String.raw`[\p{Lu}][\p{Lu}\p{M}.’' -]{2,30}(?:,\s+[\p{Lu}][\p{L}\p{M}.’' ]{1,30}){0,2}`;
const DAY = String.raw`(?:,\s+\p{Lu}\p{L}{2,8}\.?\s+\d{1,2}|,\s+\d{1,2}\s+\p{Lu}\p{L}{2,8})?`;
const DATELINE = new RegExp(
  String.raw`^(?<dateline>${PLACE}${DAY})\s*(?:\((?<agency>[^()]{2,40})\))?\s*(?:—|–|--|-|:)\s+\S`,
  "u",
);
const AGENCY_ONLY = /^\((?<agency>[^()]{2,40})\)\s*(?:—|–|--|-|:)?\s+\S/u;

/** Reads dateline, agency and notes of correction off the report's text and what stands around it. */
export function findNotes(
  text: string,
  paragraphs: readonly Span[],
  furniture: readonly Furniture[],
  byline: readonly string[],
): ReportNotes {
  let dateline: string | null = null;
  let wire: string | null = null;
  for (const span of paragraphs.slice(0, 4)) {
    const line = textOf(text, { start: span.start, end: Math.min(span.end, span.start + 200) });
    const match = DATELINE.exec(line) ?? AGENCY_ONLY.exec(line);
    if (match === null) continue;
    const { dateline: place, agency } = match.groups ?? {};
    const named = agency === undefined ? null : agencyOf(agency);
    if (place === undefined && named === null) continue;
    dateline = place?.trim() ?? null;
    wire = named;
    break;
  }
  const credits = furniture.flatMap((one) => ("text" in one && one.kind === "credit" ? [one.text] : []));
  for (const name of [...byline, ...credits.map((one) => one.replace(/^(?:by|source:?|from)\s+/i, ""))])
    wire ??= agencyOf(name);
  const others = furniture.flatMap((one) => ("text" in one ? [one.text] : []));
  return { dateline, wire, corrections: findCorrections(text, paragraphs, others) };
}

/** The agency that a line names and nothing else, by its full name. */
export function agencyOf(printed: string): string | null {
  const plain = printed.replace(/\s+/g, " ").trim();
  return AGENCIES.find((agency) => agency.printed.test(plain))?.name ?? null;
}
