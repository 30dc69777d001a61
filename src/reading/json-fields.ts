/** Text of a field of JSON that nobody has checked; null when it is no text or blank. */
export function textIn(item: object, key: string): string | null {
  const value: unknown = Reflect.get(item, key);
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** Objects of a list in such JSON; anything else in it is passed over. */
export function listIn(item: object, key: string): object[] {
  const value: unknown = Reflect.get(item, key);
  return Array.isArray(value) ? value.filter((one) => typeof one === "object" && one !== null) : [];
}
