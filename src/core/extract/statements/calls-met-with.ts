import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { StatementAct } from "../candidates.ts";

/**
 * "The mayor faces calls to resign", "The fire renewed questions": who meets with calls, or what brings them, makes none. Null
 * where the source does.
 */
export function callsMetWith(
  { lemmas, heads, deprels, upos, xpos }: AnnotatedReport,
  [first, last]: readonly [number, number],
  sourceHead: number | null,
): { readonly act: StatementAct } | null {
  if (sourceHead === null) return null;
  for (let noun = first; noun <= last; noun++) {
    const verb = heads[noun]!;
    if (
      !/^NNS?$/.test(xpos[noun]!) ||
      !/^(?:obj|xcomp)$/.test(deprels[noun]!) ||
      verb < 0 ||
      heads[sourceHead] !== verb
    )
      continue;
    const lemma = lemmas[noun]!.toLowerCase();
    if (!MET_WITH.has(lemma)) continue;
    const isThing = upos[sourceHead] === "NOUN" && BRINGERS.has(lemmas[sourceHead]!.toLowerCase());
    if (lemmas[verb] === "face" || (isThing && BRINGING.test(lemmas[verb]!)))
      return { act: ASKING.test(lemma) ? "request" : "assertion" };
  }
  return null;
}

const ASKING = /^(?:call|demand|plea|appeal|request)$/;
const MET_WITH: ReadonlySet<string> = new Set(
  "call demand plea appeal request question criticism accusation allegation claim concern complaint doubt fear".split(
    " ",
  ),
);
const BRINGING =
  /^(?:renew|prompt|spark|trigger|fuel|raise|provoke|cause|draw|attract|increase|intensify|stoke|revive|bring|reignite|heighten|add)$/;
/** What happens or comes out, and says nothing. */
const BRINGERS: ReadonlySet<string> = new Set(
  `case crash fire accident incident attack shooting death killing explosion blast collapse flood storm disaster tragedy protest
   scandal leak spill outbreak rise fall increase decline loss failure closure delay arrest event affair episode move`.split(
    /\s+/,
  ),
);
