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

/** The invented stories of the bank are read by the light model, for the language model has learnt from them. */
export async function readLinkInputs(bank: readonly BankStory[], engine: Engine = lightEngine): Promise<LinkInput[]> {
  const inputs: LinkInput[] = [];
  for (const story of bank) {
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

/** For every story the models that the other stories give, so that a score says how a story does that nobody fitted on. */
export function fitLeftOut(inputs: readonly LinkInput[]): Map<string, LinkModels> {
  const examples = inputs.map(({ story, records, align }) => readExamples(story, records, align, LINK_MODELS));
  return new Map(
    inputs.map(({ story }) => {
      let models = LINK_MODELS;
      for (const name of FITTED) {
        const others = examples.flatMap((one) => one[name].filter((example) => example.story !== story.name));
        models = withModel(name, models, fitModel(name, models, others), models[name].bar);
      }
      return [story.name, models] as const;
    }),
  );
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
export function fitModel(
  name: LinkerName,
  current: LinkModels,
  examples: readonly Example[],
): { readonly [feature: string]: number } {
  const order = ["bias", ...Object.keys(current[name].weights).filter((feature) => feature !== "bias")];
  const weights = fitWithSigns(
    examples,
    L2,
    order.slice(1).map((feature) => signOf(name, feature)),
  );
  return Object.fromEntries(order.map((feature, index) => [feature, Math.round(weights[index]! * 10) / 10 || 0]));
}

export function withModel(
  name: LinkerName,
  current: LinkModels,
  weights: { readonly [feature: string]: number },
  bar: number,
): LinkModels {
  return { ...current, [name]: { bar, weights: { ...current[name].weights, ...weights } } };
}
