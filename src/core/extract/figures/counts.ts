import type { AnnotatedReport } from "../../annotate/layers.ts";
import {
  AFFECTED_NOUNS,
  ARREST_NOUNS,
  DEATH_NOUNS,
  INJURY_NOUNS,
  PEOPLE_NOUNS,
  VOTE_NOUNS,
} from "../../lexicons/figure-counted-nouns.ts";
import type { EventCandidate } from "../candidates.ts";
import { lemmaOf, wordOf } from "../events/grammar.ts";
import type { FigureDraft } from "./figures.ts";

/** The words that govern a figure, lower-case lemmas: its verb, the verb's own words, the noun it hangs on. */
export interface FigureContext {
  readonly verb: string;
  /** Lemmas of the predicate and its complements ("take", "part"; "confirm", "dead"). */
  readonly words: ReadonlySet<string>;
}

const CROWD_WORDS = new Set(
  "attend gather march protest rally demonstrate turnout flock pour congregate assemble crowd vigil demonstration protester protestor demonstrator marcher".split(
    " ",
  ),
);

/** What a figure counts, one of the kinds of `FigureCandidate.counts`. */
export function countsOf(
  annotated: AnnotatedReport,
  draft: FigureDraft,
  event: EventCandidate | null,
  context: FigureContext,
): string {
  if (draft.kind === "money") return "money";
  if (draft.kind === "age") return "age";
  if (draft.kind === "length") return "length";
  if (draft.kind === "percent" || draft.kind === "fraction") return "share";
  const noun = draft.named ? lemmaOf(annotated, draft.head) : "";
  if (DEATH_NOUNS.has(noun)) return "dead";
  if (INJURY_NOUNS.has(noun)) return "injured";
  if (ARREST_NOUNS.has(noun)) return "arrested";
  if (VOTE_NOUNS.has(noun)) return "votes";
  const people = !draft.named || isPeople(annotated, draft.head, noun);
  if (people) {
    const done = countsByEvent(event, context);
    if (done !== null) return done;
    if (CROWD_WORDS.has(noun)) return "crowd";
  }
  if (AFFECTED_NOUNS.has(noun)) return "affected";
  return draft.named && people ? "people" : "other";
}

export function unitOfCount(counts: string): string | null {
  switch (counts) {
    case "dead":
    case "injured":
    case "missing":
    case "arrested":
    case "crowd":
    case "people":
      return "person";
    case "votes":
      return "vote";
    default:
      return null;
  }
}

function isPeople(annotated: AnnotatedReport, head: number, lemma: string): boolean {
  if (PEOPLE_NOUNS.has(lemma) || PEOPLE_NOUNS.has(lemma.replace(/s$/, ""))) return true;
  if (["them", "those", "us", "you", "whom"].includes(wordOf(annotated, head))) return true;
  // "nuns", "Hongkongers", "vloggers": endings that make words for people.
  return (
    /(?:ist|ian|or|er|eer|man|woman)s?$/.test(lemma) &&
    /(?:ists|ians|ters|gers|kers|lers|ners|men|women)$/.test(wordOf(annotated, head))
  );
}

function countsByEvent(event: EventCandidate | null, context: FigureContext): string | null {
  const { words } = context;
  if (event?.type === "death" || words.has("dead") || words.has("die") || words.has("kill")) return "dead";
  if (
    event?.type === "injury" ||
    words.has("injure") ||
    words.has("hurt") ||
    words.has("wound") ||
    words.has("hospitalise") ||
    words.has("hospitalize")
  )
    return "injured";
  if (words.has("missing")) return "missing";
  if (event?.type === "arrest" || words.has("arrest") || words.has("detain")) return "arrested";
  if (
    words.has("evacuate") ||
    words.has("displace") ||
    words.has("infect") ||
    words.has("affect") ||
    words.has("strand")
  )
    return "affected";
  if (event?.type === "protest" || [...CROWD_WORDS].some((word) => words.has(word))) return "crowd";
  if (words.has("vote")) return "votes";
  return null;
}
