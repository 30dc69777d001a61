import type { Annotator } from "../../src/core/annotate/layers.ts";
import { extractCandidates } from "../../src/core/pipeline.ts";
import type { Actor } from "../../src/core/record/record.ts";
import { resolveActors } from "../../src/core/resolve/actors.ts";
import type { Span } from "../../src/core/text/span.ts";
import { alignByCharacters } from "../align.ts";
import { annotateText, evalEngine } from "../engine.ts";
import type { EvalResult } from "../result.ts";
import { addBCubed, addCeaf, addMuc, type Chains, emptyTally, f1 } from "./chain-scores.ts";
import { type GoldMention, readGumChains } from "./gum.ts";

const METRICS = { MUC: addMuc, "B-cubed": addBCubed, CEAFe: addCeaf } as const;

/**
 * Chains of named people, bodies and places with their descriptions and pronouns, on GUM's news and interviews. A phrase
 * counts as found when its head words are (the "head match" of the CoNLL tasks since 2022), since our mentions are names and
 * heads, not whole phrases. Chains of one mention are left out, as CoNLL 2012 does.
 */
export async function scoreCoreference(annotator: Annotator = evalEngine.annotator): Promise<EvalResult[]> {
  const tallies = { MUC: emptyTally(), "B-cubed": emptyTally(), CEAFe: emptyTally() };
  let mentions = 0;
  const documents = readGumChains(["news", "interview"]);
  for (const document of documents) {
    const annotated = await annotateText(document.text, null, annotator);
    const move = alignByCharacters(document.text, annotated.report.text);
    const marked = document.mentions.map((one) => ({ ...one, span: move(one.span), head: move(one.head) }));
    const { actors } = resolveActors(annotated, extractCandidates(annotated).candidates);
    const gold = goldChains(marked);
    mentions += gold.reduce((sum, chain) => sum + chain.size, 0);
    const found = foundChains(actors, marked);
    for (const name of ["MUC", "B-cubed", "CEAFe"] as const) METRICS[name](tallies[name], gold, found);
  }
  if (documents.length === 0) return [];
  const scores = Object.values(tallies).map(f1);
  const base = { task: "coreference", dataset: "GUM news, interviews", split: "dev", n: mentions };
  return [
    { ...base, metric: "CoNLL F1, head match", value: scores.reduce((sum, one) => sum + one, 0) / scores.length },
    ...Object.entries(tallies).map(([name, tally]) => ({ ...base, metric: `${name} F1`, value: f1(tally) })),
  ];
}

function goldChains(mentions: readonly GoldMention[]): Chains {
  const named = new Set(mentions.filter(({ isName }) => isName).map(({ chain }) => chain));
  const chains = new Map<string, Set<string>>();
  mentions.forEach(({ chain }, index) => {
    if (!named.has(chain)) return;
    const own = chains.get(chain) ?? new Set();
    chains.set(chain, own.add(`g${index}`));
  });
  return [...chains.values()].filter(({ size }) => size > 1);
}

/** Our mentions by the gold ones that they stand for: the shortest phrase whose head words lie within the mention. */
function foundChains(actors: readonly Actor[], gold: readonly GoldMention[]): Chains {
  const taken = new Set<number>();
  return actors
    .filter(({ mentions }) => mentions.some(({ form }) => form === "name"))
    .map(({ mentions }) => new Set(mentions.map((one) => keyOf(one, gold, taken))))
    .filter(({ size }) => size > 1);
}

function keyOf(mention: Span, gold: readonly GoldMention[], taken: Set<number>): string {
  let best = -1;
  gold.forEach(({ head, span }, index) => {
    const isWithin = head.start >= mention.start && head.end <= mention.end;
    const holds = mention.start >= head.start && mention.end <= head.end;
    if (!(isWithin || holds) || taken.has(index)) return;
    const length = (one: Span) => one.end - one.start;
    if (best < 0 || length(span) < length(gold[best]!.span)) best = index;
  });
  if (best < 0) return `${mention.start}-${mention.end}`;
  taken.add(best);
  return `g${best}`;
}
