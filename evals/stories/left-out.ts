import { LINK_MODELS, type LinkModels } from "../../src/core/link/link-models.ts";
import type { Engine } from "../../src/core/pipeline.ts";
import type { Record } from "../../src/core/record/record.ts";
import { lightEngine } from "../engine.ts";
import { bankRecords } from "./bank-records.ts";
import { extractRows } from "./extracted-rows.ts";
import { type Example, fitWithSigns } from "./logistic.ts";
import { type LinkerName, readExamples } from "./pair-examples.ts";
import { alignByWords, rawRecords } from "./raw-records.ts";
import { ALIGN_BY_ROW, type Alignment } from "./score-linkers.ts";
import type { BankStory } from "./storybank.ts";

/** A bank story with records of its reports, from gold rows or from raw text. */
export interface LinkInput {
  readonly story: BankStory;
  readonly kind: "gold" | "raw";
  readonly records: readonly Record[];
  readonly align: Alignment;
}

/** The stories of the bank are read by the light model, for the language model has learnt from them. */
export async function readLinkInputs(
  stories: readonly BankStory[],
  engine: Engine = lightEngine,
): Promise<LinkInput[]> {
  const inputs: LinkInput[] = [];
  for (const story of stories) {
    const raw = await rawRecords(story, engine);
    inputs.push(
      {
        story,
        kind: "gold",
        records: bankRecords(story, await extractRows(story, engine.annotator)),
        align: ALIGN_BY_ROW,
      },
      { story, kind: "raw", records: raw, align: alignByWords(story, raw) },
    );
  }
  return inputs;
}

/** How strongly weights are held to 0. */
const L2 = 2;

/** Those of the models that the fit decides; the figures' weights were fitted once and do better as they stand. */
export const FITTED: readonly LinkerName[] = ["events", "statements", "asks", "answers", "matters"];

/**
 * Those that learn from the practice stories too. What was told in such other words made the others no better there, and
 * worse on reports of real events.
 */
export const PRACTISED: readonly LinkerName[] = ["statements", "asks", "answers"];

/** How many parts the stories are left out in, each as a whole. */
const PARTS = 8;

/**
 * For every story the models that stories of other parts give, so that a score says how a story does that nobody fitted on.
 * Stories are dealt out to the parts in their order.
 */
export function fitLeftOut(bank: readonly LinkInput[], practice: readonly LinkInput[]): Map<string, LinkModels> {
  const inputs = [...bank, ...practice];
  const examples = new Map(
    inputs.map((one) => [one, readExamples(one.story, one.records, one.align, LINK_MODELS)] as const),
  );
  const models = new Map(inputs.map(({ story }) => [story.name, LINK_MODELS]));
  for (const name of FITTED) {
    const own = PRACTISED.includes(name)
      ? inputs.flatMap((one) => weigh(one, examples.get(one)![name]))
      : bank.flatMap((one) => examples.get(one)![name]);
    const weightsOf = fitParts(name, LINK_MODELS, own, dealOut(inputs));
    for (const [story, fitted] of models)
      models.set(story, withModel(name, fitted, weightsOf(story), fitted[name].bar));
  }
  return models;
}

/** What users get comes from raw text, so of the practised ones pairs of rows as extracted count twice. */
export function weigh({ kind }: LinkInput, examples: readonly Example[]): readonly Example[] {
  return kind === "raw" ? [...examples, ...examples] : examples;
}

/** The weights for each story that stories of other parts give. */
export function fitParts(
  name: LinkerName,
  current: LinkModels,
  examples: readonly Example[],
  partOf: (story: string) => number,
): (story: string) => Weights {
  const fitted = Array.from({ length: PARTS }, (_, part) =>
    fitModel(
      name,
      current,
      examples.filter(({ story }) => partOf(story) !== part),
    ),
  );
  return (story) => fitted[partOf(story)]!;
}

type Weights = { readonly [feature: string]: number };

/** Which part each story is left out with. */
export function dealOut(inputs: readonly LinkInput[]): (story: string) => number {
  const names = [...new Set(inputs.map(({ story }) => story.name))];
  const parts = new Map(names.map((name, index) => [name, index % PARTS]));
  return (story) => parts.get(story) ?? 0;
}

/** Features that may speak either way; every other one speaks for a link, or against it where its name says so. */
const EITHER: { readonly [name in LinkerName]?: readonly string[] } = {
  events: ["bothUndated", "sameReport", "looksBack", "softDiffers"],
  statements: ["bare", "otherAddressee", "looksBack", "rareAct"],
  asks: ["askerUnsure", "askedUnsure", "bare", "sameReport", "looksBack"],
  answers: [
    "byOpen",
    "askedUnknown",
    "answererUnknown",
    "sameSentence",
    "otherReport",
    "refuses",
    "agrees",
    "silent",
    "rules",
    "promises",
    "bare",
    "question",
    "ownWords",
    "says",
    "saysNext",
    "negative",
    "rareAsked",
  ],
  matters: ["sameType", "beside", "sameTrack"],
};
const AGAINST =
  /^(?:gap|apart|against|administrative|unlike|crossed|ratio|askerOther|byOther|byAskerSide|speakerUnsure|saysUnasked|farSays|farPromise|other.*|.*Differs?)$/;

function signOf(name: LinkerName, feature: string): number {
  if (EITHER[name]?.includes(feature)) return 0;
  return AGAINST.test(feature) ? -1 : 1;
}

/** Weights by feature, rounded to a tenth. */
export function fitModel(name: LinkerName, current: LinkModels, examples: readonly Example[]): Weights {
  const order = ["bias", ...Object.keys(current[name].weights).filter((feature) => feature !== "bias")];
  const weights = fitWithSigns(
    examples,
    L2,
    order.slice(1).map((feature) => signOf(name, feature)),
  );
  return Object.fromEntries(order.map((feature, index) => [feature, Math.round(weights[index]! * 10) / 10 || 0]));
}

export function withModel(name: LinkerName, current: LinkModels, weights: Weights, bar: number): LinkModels {
  return { ...current, [name]: { bar, weights: { ...current[name].weights, ...weights } } };
}
