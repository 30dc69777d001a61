import type { Gender } from "../lexicons/titles.ts";
import type { NameForm } from "./name-forms.ts";

/** Surnames that the report writes both after "Mr" and after "Ms" or "Mrs". */
export function surnamesOfBothGenders(people: readonly NameForm[]): ReadonlySet<string> {
  const genders = new Map<string, Set<Gender>>();
  for (const { key, gender } of people) {
    if (gender === null || key.includes(" ")) continue;
    const own = genders.get(key) ?? new Set();
    genders.set(key, own.add(gender));
  }
  return new Set([...genders].flatMap(([key, own]) => (own.size > 1 ? [key] : [])));
}

/**
 * Whom "Ms Ray" means beside a "Mr Ray": those known for women, else the only one left where the others are known for men. Of
 * people of whom neither is known, none.
 */
export function ofOneGender<P extends { readonly gender: Gender | null }>(
  namesakes: readonly P[],
  gender: Gender | null,
): readonly P[] {
  const known = namesakes.filter((one) => one.gender === gender);
  if (known.length > 0) return known;
  const open = namesakes.filter((one) => one.gender === null);
  return open.length === 1 && open.length < namesakes.length ? open : [];
}
