import type { AnnotatedReport } from "../../annotate/layers.ts";
import {
  AFFECTED_NOUNS,
  ARREST_NOUNS,
  DEATH_NOUNS,
  INJURY_NOUNS,
  PEOPLE_NOUNS,
  VOTE_NOUNS,
} from "../../lexicons/figure-counted-nouns.ts";
import { MEASURE_UNITS } from "../../lexicons/units.ts";
import type { EventCandidate } from "../candidates.ts";
import { headOf, lemmaOf, relationOf, wordOf } from "../events/grammar.ts";
import type { FigureDraft } from "./figure-draft.ts";
import type { FigureContext } from "./figure-events.ts";

const words = (list: string): readonly string[] => list.split(" ");

/** What happened to the people counted, by the words around the figure; the first that fits is taken. */
const DONE: readonly (readonly [counts: string, EventCandidate["type"] | null, readonly string[]])[] = [
  ["dead", "death", words("dead die kill death toll lives fatality drown perish murder body")],
  ["injured", "injury", words("injure injured hurt wound wounded hospitalise hospitalize injury casualty")],
  ["missing", null, words("missing unaccounted trap")],
  ["arrested", "arrest", words("arrest detain arrested")],
  [
    "affected",
    null,
    words("evacuate displace infect affect strand homeless infection case evacuee sicken infected affected"),
  ],
  [
    "crowd",
    "protest",
    words(
      "attend gather march protest rally demonstrate turnout flock pour congregate assemble crowd vigil demonstration protester protestor demonstrator marcher attendance turn",
    ),
  ],
];

const CROWD_NOUNS: ReadonlySet<string> = new Set(words("protester protestor demonstrator marcher attendee"));
/** What votes win, and what is neither votes nor a crowd. */
const WON_NOUNS: ReadonlySet<string> = new Set(words("seat delegate superdelegate elector"));
const VOTING: ReadonlySet<string> = new Set(words("vote abstain ballot favour favor"));

/** What a figure counts, one of the kinds of `FigureCandidate.counts`. `earlier` is the figure before it in the sentence. */
export function countsOf(
  annotated: AnnotatedReport,
  draft: FigureDraft,
  event: EventCandidate | null,
  context: FigureContext,
  earlier: { readonly draft: FigureDraft; readonly counts: string } | null,
): string {
  const fixed = countsOfKind(draft);
  if (fixed !== null) return fixed;
  const noun = draft.named ? lemmaOf(annotated, draft.head) : "";
  if (MEASURE_UNITS.has(noun)) return "other";
  if (noun === "body" && isInstitution(annotated, draft.head)) return "other";
  if (DEATH_NOUNS.has(noun) || (noun === "life" && ["claim", "lose", "cost", "take"].some((verb) => context.has(verb))))
    return "dead";
  if (INJURY_NOUNS.has(noun)) return "injured";
  if (ARREST_NOUNS.has(noun)) return "arrested";
  if (VOTE_NOUNS.has(noun)) return "votes";
  if (WON_NOUNS.has(noun)) return "other";
  if (AFFECTED_NOUNS.has(noun)) return "affected";
  // "The union counted 14 hurt"
  const state = doneBy(noun);
  if (state !== null) return state;
  const people = draft.named && isPeople(annotated, draft.head, noun);
  if (CROWD_NOUNS.has(noun)) return "crowd";
  const told =
    toldWithin(annotated, draft) ??
    doneTo(annotated, draft) ??
    toldBefore(annotated, draft) ??
    toldBehind(annotated, draft) ??
    (isNotFound(annotated, draft) ? "missing" : null);
  if (told !== null && (people || !draft.named)) return told;
  if (people && earlier !== null && isPartOf(annotated, draft)) return earlier.counts;
  if (!draft.named && earlier !== null && isSharing(annotated, draft, earlier.draft)) return earlier.counts;
  if (people || !draft.named) {
    const done = DONE.find(
      ([, type, lemmas]) => (type !== null && event?.type === type) || lemmas.some((lemma) => context.has(lemma)),
    );
    if (done !== undefined) return done[0];
    if ([...VOTING].some((lemma) => context.has(lemma))) return "votes";
  }
  return people ? "people" : "other";
}

/** "four professional bodies", "three government bodies": nobody's corpse. */
function isInstitution(annotated: AnnotatedReport, head: number): boolean {
  const before = wordOf(annotated, head - 1);
  const kind = annotated.upos[head - 1] ?? "";
  return (
    /^(?:ADJ|NOUN)$/.test(kind) &&
    !/^(?:charred|burn(?:ed|t)|decompos\w+|unidentified|mutilated|unclaimed|dead|more|other|further|additional|badly|bloodied|headless|lifeless|frozen|wrapped|human|civilian|male|female|missing|recovered)$/.test(
      before,
    ) &&
    !/ed$/.test(before)
  );
}

/** "more than 100 wounded people": what stands before the noun goes before all that is told around. */
function toldWithin(annotated: AnnotatedReport, { first, head }: FigureDraft): string | null {
  for (let token = first; token < head; token++) {
    const told = doneBy(wordOf(annotated, token));
    if (told !== null) return told;
  }
  return null;
}

/** "Put the number of dead at | three", "the crowd on the foreshore at | about 450". */
function toldBefore({ tokens, report }: AnnotatedReport, { first }: FigureDraft): string | null {
  const { start } = tokens[first]!;
  const found = TOLD_BEFORE.exec(report.text.slice(Math.max(0, start - TOLD_BEFORE_LENGTH), start));
  if (found === null) return null;
  return TOLD_AS.get((found[1] ?? found[2]!).toLowerCase()) ?? null;
}

const TOLD_AS: ReadonlyMap<string, string> = new Map(
  (
    [
      ["dead", "dead killed toll"],
      ["injured", "injured hurt wounded hospitalised hospitalized"],
      ["missing", "missing"],
      ["arrested", "arrested detained"],
      ["affected", "displaced evacuated infected sickened affected"],
      ["crowd", "crowd turnout attendance"],
    ] as const
  ).flatMap(([counts, list]) => words(list).map((word) => [word, counts] as const)),
);

const TOLD_BEFORE_LENGTH = 96;
const MOVED =
  "(?:has |have |had |now |already |since )*(?:at|to|is|was|numbers|numbered|reach(?:ed|es)|passed|topped|(?:ris(?:en|es)|rose|climb(?:ed|s)|jumped|gr(?:ew|own)|f(?:ell|allen)|st(?:ands|ood)|doubled|increased|(?:went|gone) up|put) (?:at|to|past|above))";
const TOLD_BEFORE = new RegExp(
  `\\bthe (?:(?:(?:number|total|count|tally) (?:of )?(?:the |those |people )?)?(dead|missing|injured|hurt|wounded|arrested|killed|detained|displaced|evacuated|infected|sickened|affected|hospitali[sz]ed)(?: (?:in|on|at|of|from|after|so) (?:[\\p{L}’'-]+ ?){1,3})?|(?:death )?(crowd|turnout|attendance|toll)(?: (?!(?:and|but|or|who|that|which|said|says) )[\\p{L}’'-]+){0,8}?) ?(?<= )${MOVED} (?:(?:more than|at least|about|around|nearly|almost|over|some) )?$`,
  "iu",
);

/** "arrested | 21 people": what the verb right before says was done to them. */
function doneTo(annotated: AnnotatedReport, { first }: FigureDraft): string | null {
  const verb = first - 1;
  if (annotated.upos[verb] !== "VERB" || annotated.sentenceOf[verb] !== annotated.sentenceOf[first]) return null;
  const lemma = lemmaOf(annotated, verb);
  return DONE_TO.has(lemma) ? countsAs(lemma) : null;
}

const DONE_TO: ReadonlySet<string> = new Set(words("arrest detain kill injure wound hurt"));

/** "100 wounded people, including at least 10 children". */
function isPartOf(annotated: AnnotatedReport, { first }: FigureDraft): boolean {
  const before = wordOf(annotated, first - 1);
  return before === "including" || (before === "them" && wordOf(annotated, first - 2) === "among");
}

/** "nine are dead and about 30 | missing": what is told right behind the number is told of it and not of the one before. */
function toldBehind(annotated: AnnotatedReport, { last }: FigureDraft): string | null {
  const { end } = annotated.tokens[last]!;
  if (TOOK_PART.test(annotated.report.text.slice(end, end + TOOK_PART_LENGTH))) return "crowd";
  return doneBy(wordOf(annotated, last + 1));
}

const TOOK_PART_LENGTH = 60;
const TOOK_PART =
  /^ (?:had |have |has )?(?:tak(?:e|en)|took) part\b(?! in (?:a |an |the )?(?:poll|survey|study|trial|vote|ballot|draw|competition|contest|exam)s?\b)|^ (?:had |have |has )?(?:joined|attended) (?:in |the |a |an |\p{L}+ )*(?:march|rally|protest|vigil|demonstration)\b/iu;

/** "six more | have yet to be found", "four of its workers | had not been located". */
function isNotFound({ tokens, report }: AnnotatedReport, { last }: FigureDraft): boolean {
  const { end } = tokens[last]!;
  return NOT_FOUND.test(report.text.slice(end, end + NOT_FOUND_LENGTH));
}

const NOT_FOUND_LENGTH = 90;
const NOT_FOUND =
  /^ (?:(?!(?:and|but|or|while|who|is|are|was|were|has|have|had) )[\p{L}’']+ ){0,5}?(?:(?:have|has|had) (?:still )?(?:yet to be|not (?:yet )?been)|(?:are|were|is|was) (?:still |yet )?(?:yet )?to be|(?:are|were|is|was)(?: still)? not|remain(?:s|ed)?|(?:are|were|is|was) still) (?:found|located|traced|accounted for|unaccounted|missing)\b/iu;

function doneBy(word: string): string | null {
  return TELLING.has(word) ? countsAs(word) : null;
}

function countsAs(word: string): string | null {
  return DONE.find(([, , lemmas]) => lemmas.includes(word))?.[0] ?? null;
}

/** Words that tell beside a number what happened to those it counts. */
const TELLING: ReadonlySet<string> = new Set(words("missing unaccounted dead injured hurt wounded homeless"));

/** What is counted where the deed is told not to have been done: people they remain. */
export function countsOfUndone(counts: string): string {
  return DONE.some(([done]) => done === counts) ? "people" : counts;
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

function countsOfKind({ kind }: FigureDraft): string | null {
  switch (kind) {
    case "money":
    case "age":
    case "length":
    case "votes":
      return kind;
    case "percent":
    case "fraction":
      return "share";
    case "measure":
      return "other";
    case "count":
      return null;
  }
}

/** "36 injured in Ayr, 29 in Leith": a bare number joined to an earlier figure counts the same. */
function isSharing(annotated: AnnotatedReport, draft: FigureDraft, earlier: FigureDraft): boolean {
  const listed = earlier.kind === "count" && /^(?:,|and)$/.test(wordOf(annotated, draft.first - 1));
  if (listed && /^(?:in|at|from|on|near)$/.test(wordOf(annotated, draft.last + 1))) return true;
  for (let token = draft.first; token <= draft.last; token++) {
    let at = token;
    for (
      let steps = 0;
      at >= 0 && steps < 8 && ["conj", "appos", "list", "parataxis"].includes(relationOf(annotated, at));
      steps++
    ) {
      at = headOf(annotated, at);
      if (at === earlier.head || (at >= earlier.first && at <= earlier.last)) return true;
    }
  }
  return false;
}

function isPeople(annotated: AnnotatedReport, head: number, lemma: string): boolean {
  if (PEOPLE_NOUNS.has(lemma) || PEOPLE_NOUNS.has(lemma.replace(/s$/, ""))) return true;
  const word = wordOf(annotated, head);
  if (["them", "those", "us", "you", "whom"].includes(word)) return true;
  // "nuns", "Hongkongers", "vloggers": endings that make words for people.
  return (
    /(?:ists|ians|ers|eers|men|women|ees)$/.test(word) && !NOT_PEOPLE.test(word) && annotated.upos[head] !== "VERB"
  );
}

const NOT_PEOPLE =
  /^(?:meters|metres|centimeters|kilometers|computers|papers|numbers|powers|orders|offers|chapters|centers|quarters|trailers|helicopters|letters|matters|members?hips|counters|towers|rivers|papers|posters|containers|answers|corners|dollars|degrees|fees|trees|committees|trainers|servers|printers|routers|boosters|tankers|trawlers|freighters|steamers|newspapers|customers?hips|disasters|semesters|trimesters|theaters|parameters|characters|registers|encounters|borders|covers|drawers|layers|players?hips|lasers|sewers|showers|shelters|skyscrapers|boilers|burners|coolers|chargers|detectors|fingers|shoulders|feathers|ladders|letters|lockers|monsters|fibers|filters|folders|headers|hangers|timers|transformers|transfers|diggers|thrusters|turnovers|rollers|loaders|bulldozers|bumpers|scooters|hoppers|lifters|scanners|blockers|mowers|tractors|trackers)$/;
