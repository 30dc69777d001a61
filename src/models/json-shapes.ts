import type { LemmaTable } from "./lemmatizer.ts";

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

export function isLemmaTable(value: unknown): value is LemmaTable {
  if (!isObject(value) || !isObject(value["exceptions"]) || !isObject(value["rules"])) return false;
  const { exceptions, rules } = value;
  const isStringObject = (one: unknown) =>
    isObject(one) && Object.values(one).every((text) => typeof text === "string");
  return Object.values(exceptions).every(isStringObject) && Object.values(rules).every(isStrings);
}
