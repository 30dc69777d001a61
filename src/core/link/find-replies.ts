import type { AnswerKind, StatementAct } from "../extract/candidates.ts";
import { REPLY_WORDINGS } from "../lexicons/reply-words.ts";
import type { Speaker } from "../record/record.ts";
import type { Span } from "../text/span.ts";
import { contentWordsOf, looseWordsOf } from "./content-words.ts";
import { deedsIn } from "./deeds.ts";
import { findSubject } from "./find-subject.ts";
import type { ActorLinks } from "./link-actors.ts";
import type { StatementLinks } from "./link-statements.ts";
import type { StatementNode } from "./statement-node.ts";
import type { StorySource } from "./story-reports.ts";
import type { StoryWords, WordBag } from "./story-words.ts";

/**
 * What may answer a request: a statement, or bare words that say no more than that there was an answer, or none
 * ("refused", "did not reply").
 */
export interface ReplyNode {
  readonly source: StorySource;
  /** Null for bare words. */
  readonly statement: StatementNode | null;
  readonly spans: readonly Span[];
  readonly start: number;
  readonly sentence: number;
  readonly speaker: Speaker;
  readonly addressee: string | null;
  readonly act: StatementAct;
  readonly words: WordBag;
  readonly loose: WordBag;
  readonly context: WordBag;
  readonly deeds: ReadonlySet<string>;
  readonly looksBack: boolean;
  /** Its sentence says no: "cannot", "impossible", "would not". */
  readonly negative: boolean;
  /** It says that something will not or cannot be done, and not only that something is not so. */
  readonly saysNo: boolean;
  /** Who replies is a pronoun alone, which may be read amiss right behind an asking. */
  readonly byPronoun: boolean;
  /** The same speaker has just refused, agreed or kept silent: what follows gives the reasons. */
  readonly follows: AnswerKind | null;
}

const ACT_OF_KIND: { readonly [kind in AnswerKind]: StatementAct } = {
  refusal: "refusal",
  agreement: "agreement",
  partial: "agreement",
  promise: "promise",
  "no-comment": "no-comment",
};

export const KIND_OF_ACT: { readonly [act in StatementAct]?: AnswerKind } = {
  refusal: "refusal",
  agreement: "agreement",
  promise: "promise",
  ruling: "agreement",
  "no-comment": "no-comment",
};

/** Replies of every report in the order of its text: its statements but askings, and bare wordings outside them. */
export function findReplies(
  sources: readonly StorySource[],
  actors: ActorLinks,
  statements: StatementLinks,
  words: StoryWords,
): ReplyNode[] {
  const bySource = new Map<StorySource, StatementNode[]>();
  for (const node of statements.nodes) {
    const held = bySource.get(node.source);
    if (held) held.push(node);
    else bySource.set(node.source, [node]);
  }
  return sources.flatMap((source) => {
    const own = bySource.get(source) ?? [];
    const cues = own.flatMap(({ statement }) => statement.cue ?? []);
    const found = [
      ...own.filter(({ statement }) => statement.act !== "request").map(replyOfStatement),
      ...bareReplies(source, cues, actors, words).filter(
        (bare) => !own.some(({ sentence, statement }) => sentence === bare.sentence && statement.act === bare.act),
      ),
    ].sort((a, b) => a.start - b.start);
    return found.map((reply, index) => ({
      ...reply,
      follows: followed(reply, found.slice(Math.max(0, index - 2), index)),
    }));
  });
}

function replyOfStatement(node: StatementNode): ReplyNode {
  const { source, statement } = node;
  const spans = statement.content.length > 0 ? statement.content : [statement.cue ?? statement.source!];
  const said = [statement.cue ?? spans[0]!, ...spans].map((span) => textOf(source, span)).join(" ");
  return {
    source,
    statement: node,
    spans,
    start: (statement.cue ?? spans[0]!).start,
    sentence: node.sentence,
    speaker: node.speaker,
    addressee: node.addressee,
    act: actOfReply(source, statement),
    words: node.words,
    loose: node.loose,
    context: node.context,
    deeds: node.deeds,
    looksBack: node.looksBack,
    byPronoun: statement.source !== null && PRONOUN.test(textOf(source, statement.source)),
    negative: NEGATIVE.test(said),
    saysNo: SAYS_NO.test(said),
    follows: null,
  };
}

/** "did not agree" refuses, and who "has not decided" has decided nothing; "said it would go ahead" refuses too. */
function actOfReply(source: StorySource, { act, cue, content }: StatementNode["statement"]): StatementAct {
  if (act === "assertion" && cue !== null) {
    const said = `${textOf(source, cue)} ${content.map((span) => textOf(source, span)).join(" ")}`;
    const told = TOLD_REPLIES.find(({ wording }) => wording.test(said));
    if (told) return told.act;
  }
  // Who wants or hopes to do a thing has not promised it.
  if (act === "promise" && cue !== null && WISHING.test(textOf(source, cue))) return "assertion";
  // Who welcomes a decision agrees to nothing that was asked.
  if (act === "agreement" && cue !== null && /\bwelcom/i.test(textOf(source, cue))) return "assertion";
  if (cue === null || !NEGATED.test(textOf(source, cue))) return act;
  if (act === "ruling") return "assertion";
  return act === "agreement" || act === "promise" ? "refusal" : act;
}

/** Plain answers in the words of a statement: "said no", "said City Hall will comply", "said it would think about it". */
const TOLD_REPLIES: readonly { readonly act: StatementAct; readonly wording: RegExp }[] = [
  { act: "refusal", wording: /^(?:\p{L}+ )?(?:said|says|replied|answered) (?:that )?[“"'‘]?no\b[^\p{L}]*(?!\p{Ll})/iu },
  { act: "agreement", wording: /^(?:\p{L}+ )?(?:said|says|replied|answered) (?:that )?[“"'‘]?yes\b/iu },
  {
    act: "refusal",
    wording:
      /\b(?:would|will) (?:still )?go ahead\b|\b(?:would|will) (?:(?:not|never) (?:be )?(?:released?|published?|given?|handed?|called off|postponed?|moved?|lift(?:ed)?|withdrawn?|meet|met|resign|pay|paid|apologi[sz]e|reconsider|stand down|step down|back down)|pay nothing|stay (?:closed|secret|shut))\b|\bcannot be (?:released|published|given|handed|shown|moved|lifted)\b|\bmust (?:stay|remain) (?:closed|secret|shut|confidential)\b/i,
  },
  { act: "agreement", wording: /\b(?:would|will) (?:comply|do (?:so|as asked))\b/i },
  { act: "no-comment", wording: /^(?:would |will )?(?:say|said|says) only\b/i },
  {
    act: "promise",
    wording:
      /\b(?:would|will) (?:consider|think about|review|look (?:at|into)|study|reflect on|take (?:it|that|this) up)\b/i,
  },
];

/** "has not | agreed", "neither | agreed nor | refused". */
const UNDONE = /(?:\b(?:not|never|neither|nor|without|yet to)|n[’']t)(?: \p{L}+ly| yet)? $/iu;

const PRONOUN = /^(?:it|he|she|they)$/i;
const PRONOUN_BEFORE = /(?:^|[\s“‘"'(])(?:it|he|she|they)\s*$/i;

const WISHING = /\b(?:wants?|wanted|hopes?|hoped|wish(?:es|ed)?|would (?:like|rather|prefer))\b/i;

const NEGATED = /\b(?:not|never|no)\b|n[’']t\b/i;

const NEGATIVE = /\b(?:not|never|no|cannot|impossible|without|refus\w+|reject\w+|declin\w+)\b|n[’']t\b/i;

/** "cannot", "would not", "no plans to", "impossible": "the drawings do not exist" tells a fact and refuses nothing. */
const SAYS_NO =
  /\b(?:cannot|(?:can|could|will|would|shall|should|must|may) (?:not|never)|(?:ca|could|wo|would|should|must)n[’']t|not (?:going|willing|prepared|able|possible|ready|open)|no (?:plans?|intention|question|need|reason|going back)|impossible|refus\w+|reject\w+|declin\w+)\b/i;

const WORDINGS = REPLY_WORDINGS.map(({ kind, wording }) => ({
  kind,
  pattern: new RegExp(`\\b(?:${wording})\\b`, "giu"),
}));

function bareReplies(source: StorySource, cues: readonly Span[], actors: ActorLinks, words: StoryWords): ReplyNode[] {
  const { text } = source.record.report;
  return source.sentences.flatMap(({ span }, sentence) => {
    const written = text.slice(span.start, span.end);
    const taken: Span[] = [...cues];
    return WORDINGS.flatMap(({ kind, pattern }) =>
      [...written.matchAll(pattern)].flatMap((match): ReplyNode[] => {
        const cue = { start: span.start + match.index, end: span.start + match.index + match[0].length };
        if (taken.some((one) => one.start < cue.end && cue.start < one.end)) return [];
        if (kind !== "no-comment" && UNDONE.test(written.slice(0, match.index))) return [];
        taken.push(cue);
        const subject = findSubject(source, span, cue) ?? { kind: "unnamed" as const, description: "" };
        return [
          {
            source,
            statement: null,
            spans: [cue],
            start: cue.start,
            sentence,
            speaker: actors.speaker(source, subject),
            addressee: null,
            act: ACT_OF_KIND[kind],
            words: words.bagOf(contentWordsOf(topicBehind(text.slice(cue.end, span.end)))),
            loose: words.bagOf(looseWordsOf(contentWordsOf(written))),
            context: words.sentence(source, sentence),
            deeds: deedsIn(/^[^.;:!?”"–—]*/u.exec(text.slice(cue.end, span.end))![0]),
            looksBack: /\bhad\b/i.test(match[0]),
            byPronoun: PRONOUN_BEFORE.test(text.slice(span.start, cue.start)),
            negative: NEGATIVE.test(match[0]),
            saysNo: SAYS_NO.test(match[0]),
            follows: null,
          },
        ];
      }),
    );
  });
}

/** "did not answer | questions about when it was built": what was not answered. */
function topicBehind(after: string): string {
  return (
    /^(?: to)?(?: any| our| the| further)? (?:questions?|inquiries|enquiries) (?:about|on|over) (.*)/s.exec(
      after,
    )?.[1] ?? ""
  );
}

function followed(reply: ReplyNode, before: readonly ReplyNode[]): AnswerKind | null {
  for (const earlier of [...before].reverse()) {
    const kind = KIND_OF_ACT[earlier.act];
    if (kind === undefined || reply.sentence - earlier.sentence > 1) continue;
    if (isSame(earlier.speaker, reply.speaker)) return kind;
  }
  return null;
}

function isSame(a: Speaker, b: Speaker): boolean {
  if (a.kind === "resolved" && b.kind === "resolved") return a.actor === b.actor;
  return a.kind === "unnamed" && b.kind === "unnamed" && a.description !== "" && a.description === b.description;
}

function textOf(source: StorySource, { start, end }: Span): string {
  return source.record.report.text.slice(start, end);
}
