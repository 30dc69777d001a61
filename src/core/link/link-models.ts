import type { AnswerFeature } from "./answer-fit.ts";
import type { AskFeature } from "./ask-fit.ts";
import type { EventFeature } from "./event-fit.ts";
import type { FigureFeature } from "./figure-fit.ts";
import type { MatterFeature } from "./matter-step.ts";
import type { PairModel } from "./pair-model.ts";
import type { StatementFeature } from "./statement-fit.ts";

/** What each linker weighs, and the likelihood from which it joins two rows. */
export interface LinkModels {
  readonly statements: PairModel<StatementFeature>;
  readonly events: PairModel<EventFeature>;
  readonly asks: PairModel<AskFeature>;
  readonly answers: PairModel<AnswerFeature>;
  readonly matters: PairModel<MatterFeature>;
  readonly figures: PairModel<FigureFeature>;
}

/**
 * Logistic weights over features in plain words. Fitted by `node evals/stories/fit-weights.ts --write` on eight invented
 * stories of our own (their rows as annotated and as extracted), rounded to a tenth; the same script reports how well
 * they do on each story when it is left out.
 */
export const LINK_MODELS: LinkModels = {
  statements: {
    bar: 0.15,
    weights: {
      bias: -5,
      likeness: 2.1,
      coverage: 1.2,
      context: 3.6,
      wording: 0.9,
      sameAct: 1,
      asks: 2.2,
      rules: 1.2,
      sameAddressee: 0,
      otherAddressee: -0.2,
      looksBack: 1.4,
      numbersShared: 0.6,
      speakerUnsure: -1.5,
      otherKind: -0.8,
      rareAct: 1.4,
      loose: 0.7,
      weight: 0.3,
      bigNumber: 2.4,
      cueEvent: 1.2,
      eventShared: 0.8,
      eventsDiffer: -1,
      bare: -0.3,
      gap: -1,
    },
  },
  events: {
    bar: 0.3,
    weights: {
      bias: -0.2,
      sameDay: 1,
      daysOverlap: 0.2,
      bothUndated: 0.5,
      patientShared: 0.9,
      patientDiffers: 0.1,
      agentShared: 0.6,
      agentDiffers: -0.5,
      placeShared: 0.7,
      placeDiffers: 0,
      sameWord: 0.4,
      coverage: 0.9,
      sameReport: -0.1,
      looksBack: 0.3,
      statusDiffers: -1.2,
      cameTrue: 1.3,
      fewOfType: 1.6,
      softSame: 0.6,
      softDiffers: 0.2,
      near: 1.4,
      apart: -1.5,
    },
  },
  asks: {
    bar: 0.4,
    weights: {
      bias: -3.7,
      likeness: 1,
      coverage: 0,
      loose: 0.2,
      weight: 0,
      context: 3.5,
      sameAsker: 0.6,
      askerUnsure: 0.1,
      askerOther: -0.7,
      rareAsker: 1.4,
      sameAsked: 1.4,
      askedUnsure: 0.2,
      bare: 0,
      bareNearest: 0,
      crossed: 0,
      looksBack: 0.1,
      sameReport: 0.2,
      gap: -0.5,
      oneUtterance: 1.5,
      aboutInContext: 1,
      unlike: -0.7,
    },
  },
  answers: {
    bar: 0.15,
    weights: {
      bias: -3.6,
      byAsked: 1.2,
      byRelated: 0,
      byOther: -0.5,
      askedUnknown: -0.4,
      answererUnknown: -0.5,
      toAsker: 0.7,
      sameSentence: -0.8,
      nextSentence: 1.6,
      near: 0.9,
      otherReport: 1.7,
      gap: -0.5,
      topic: 0.4,
      coverage: 0.3,
      context: 3.9,
      contextTopic: 0.5,
      refuses: 0.6,
      agrees: 0,
      silent: 0.5,
      rules: -0.3,
      promises: 0.5,
      looksBack: 0.6,
      says: -1.4,
      saysUnasked: 0,
      saysNext: -0.1,
      bare: -0.4,
      loose: 1.4,
      follows: 0.4,
      negative: 0,
      nearestAsk: 0.5,
      ownWords: 0.2,
      question: -0.5,
      farTopic: 1.1,
      farSays: -0.3,
      farPromise: -0.6,
      byAskedNear: 0.1,
      rulesAsked: 0.3,
      rareAsked: -0.1,
    },
  },
  matters: {
    bar: 0.4,
    weights: {
      bias: -1.2,
      parties: 0.2,
      coverage: 1.3,
      near: 1.8,
      otherTrack: -1.2,
      sameTrack: 1,
      sameType: -0.5,
      gap: -1.1,
      beside: -0.3,
      administrative: -1.1,
      follows: 0.8,
      against: -0.3,
      followsParty: 0.7,
      courtShared: 0.4,
      accusedShared: 0.5,
    },
  },
  figures: {
    bar: 0.45,
    weights: {
      bias: 0,
      sameEvent: 1.2,
      otherEvent: -0.4,
      nounShared: 0.3,
      nounsDiffer: -0.4,
      bare: 0.3,
      near: 0.5,
      sameSentence: -0.5,
      sameReport: -0.6,
      rivals: 2.5,
      ratio: -3,
      unitsDiffer: -2,
      gap: -0.9,
      countsDiffer: -0.5,
      contrast: 1,
    },
  },
};
