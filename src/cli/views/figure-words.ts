import type { Figure } from "../../core/record/record.ts";
import { strictBound } from "../../core/text/strict-bound.ts";
import { unitWord } from "../../core/text/unit-word.ts";

type Amount = Pick<Figure, "min" | "max" | "quantity" | "unit"> & { readonly words: string };

/** A figure's range as a reader would write it: "200 or more", "more than 1,000", "about 40 %", "14 or fewer years". */
export function describeFigure({ min, max, quantity, unit, words }: Amount): string {
  const strict = strictBound({ min, max, words, unit });
  const range =
    strict === null
      ? describeRange(min, max, quantity)
      : `${strict.kind === "over" ? "more" : unit === null || unit === "person" ? "fewer" : "less"} than ${group(strict.than)}`;
  if (unit === null || unit === "person") return range;
  if (unit === "percent") return `${range} %`;
  if (unit === "magnitude") return `${unit} ${range}`;
  return `${range} ${unitWord(unit, min === max ? min : null)}`;
}

function describeRange(min: number | null, max: number | null, quantity: Figure["quantity"]): string {
  if (min !== null && max !== null) {
    if (min === max) return quantity === "about" ? `about ${group(min)}` : group(min);
    return `${group(min)} to ${group(max)}`;
  }
  if (min !== null) return `${group(min)} or more`;
  if (max !== null) return `${group(max)} or fewer`;
  return "no number";
}

/** Grouped by commas whatever the machine's language, so that outputs can be compared. */
function group(value: number): string {
  const [whole = "", part] = String(value).split(".");
  const grouped = whole.includes("e") ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}
