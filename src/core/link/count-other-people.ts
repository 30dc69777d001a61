import { withoutNumber } from "../text/counted-words.ts";
import { type FigureNode, familyOf } from "./figure-fit.ts";

/**
 * "10 U.S. citizens" beside "two Costa Rican pilots" or "12 people", "three sons" beside "two families", "nine of the
 * dead" beside "12 dead": some of the people are counted, or others, and both figures may hold.
 */
export function countOtherPeople(a: FigureNode, b: FigureNode): boolean {
  // Amounts and shares count no people.
  if ([a, b].some(({ figure }) => familyOf(figure.counts) !== "people")) return false;
  const [one, other] = [peopleIn(a), peopleIn(b)];
  // A bare number may be anybody's.
  if (one.kind === "" || other.kind === "") return false;
  if (one.names !== other.names || one.some !== other.some) return true;
  return one.kind !== other.kind && (KIND_OF_PERSON.test(one.kind) || KIND_OF_PERSON.test(other.kind));
}

/** What a figure's own words say of the people that it counts: names in them, the last word, whether it is some of them. */
function peopleIn({ source, figure: { span } }: FigureNode) {
  const written = source.record.report.text.slice(span.start, span.end);
  const words = written.split(/\s+/u);
  const names = words.slice(1).filter((word) => /^\p{Lu}/u.test(word));
  const kind = (withoutNumber(written).split(" ").at(-1) ?? "").toLowerCase().replace(/[^\p{L}]+$/u, "");
  return {
    names: names.join(" "),
    kind,
    some: /\bof (?:the|those|these|them|its|his|her|their)\b/i.test(words.join(" ")),
  };
}

/** Words for some people among others; "people", "protesters", "workers" and "dead" may be told of the same. */
const KIND_OF_PERSON =
  /^(?:wom[ae]n|m[ae]n|boys?|girls?|child(?:ren)?|bab(?:y|ies)|teenagers?|pensioners?|adults?|sons?|daughters?|brothers?|sisters?|parents?|couples?|famil(?:y|ies)|households?|relatives?|pilots?|crew|crew ?members?|passengers?|guests?|tourists?|foreigners?|citizens?|nationals?|civilians?|officers?|soldiers?|troops|firefighters?)$/;
