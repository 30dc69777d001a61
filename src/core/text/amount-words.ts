import { type Bounded, strictBound } from "./strict-bound.ts";
import { unitWord } from "./unit-word.ts";

const CURRENCIES: { readonly [code: string]: string } = { GBP: "£", USD: "$", EUR: "€" };

/**
 * A figure's range as a reader would write it: "200 or more", "more than 1,000", "up to £1,000", "about 40%". `sayNumber`
 * writes a number without its unit. Null when the figure holds none.
 */
export function amountInWords(
  amount: Bounded & { readonly quantity: string },
  sayNumber: (value: number) => string,
): string | null {
  const { min, max, quantity, unit } = amount;
  const number = (value: number) => withUnit(value, unit, sayNumber);
  const strict = strictBound(amount);
  if (strict !== null) {
    const less = unit === null || unit === "person" || unit === "vote" ? "fewer" : "less";
    return `${strict.kind === "over" ? "more" : less} than ${number(strict.than)}`;
  }
  if (min === null) return max === null ? null : `up to ${number(max)}`;
  if (max === null) return `${number(min)} or more`;
  if (min === max) return quantity === "about" ? `about ${number(min)}` : number(min);
  return `${number(min)} to ${number(max)}`;
}

function withUnit(value: number, unit: string | null, sayNumber: (value: number) => string): string {
  const number = sayNumber(value);
  if (unit === null || unit === "person") return number;
  if (unit === "percent") return `${number}%`;
  if (unit === "magnitude") return `${unit} ${number}`;
  const currency = CURRENCIES[unit];
  return currency === undefined ? `${number} ${unitWord(unit, value)}` : `${currency}${number}`;
}
