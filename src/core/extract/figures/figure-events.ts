import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { EventCandidate, StatementCandidate } from "../candidates.ts";
import { childrenOf, headOf, isPredicate, lemmaOf, prepositionOf, relationOf, wordOf } from "../events/grammar.ts";
import type { FigureDraft } from "./figure-draft.ts";

/** Lemmas around a figure: of its governors up to the predicate, of the predicate's complements, of its own modifiers. */
export type FigureContext = ReadonlySet<string>;

export interface FigureLinks {
  /** The event whose trigger governs the figure, is governed by it, or shares its verb; null when none is tied to it. */
  eventOf(draft: FigureDraft): EventCandidate | null;
  contextOf(draft: FigureDraft): FigureContext;
}

/** Ties figures to events by syntax, never by mere nearness. */
export function linkFigures(
  annotated: AnnotatedReport,
  statements: readonly StatementCandidate[],
  events: readonly EventCandidate[],
): FigureLinks {
  const byToken = new Map(events.map((event) => [event.triggerHead, event]));
  const bySourceHead = new Map(
    statements.flatMap((one) => (one.sourceHead === null ? [] : [[one.sourceHead, one] as const])),
  );

  const bySentence = new Map<number, EventCandidate[]>();
  for (const event of events) {
    const sentence = annotated.sentenceOf[event.triggerHead]!;
    const list = bySentence.get(sentence);
    if (list === undefined) bySentence.set(sentence, [event]);
    else list.push(event);
  }

  function eventOf({ head, first, last }: FigureDraft): EventCandidate | null {
    const own = byToken.get(head);
    if (own !== undefined) return own;
    for (const child of childrenOf(annotated, head)) {
      const described = relationOf(annotated, child) === "acl" ? byToken.get(child) : undefined;
      if (described !== undefined) return described;
    }
    let at = headOf(annotated, head);
    for (let steps = 0; at >= 0 && steps < 6; steps++) {
      const event = byToken.get(at);
      if (event !== undefined) return event;
      if (isPredicate(annotated, at)) return eventOfClause(at) ?? eventSaid(first, last) ?? describing(at);
      at = headOf(annotated, at);
    }
    return null;
  }

  /** A participle that is in truth the main verb: "Tens of thousands of people protested." */
  function describing(noun: number): EventCandidate | null {
    for (const child of childrenOf(annotated, noun)) {
      const event = annotated.deprels[child] === "acl" ? byToken.get(child) : undefined;
      if (event !== undefined) return event;
    }
    return null;
  }

  /** "Hundreds attended a rally": the event that the verb's object or place names. */
  function eventOfClause(verb: number): EventCandidate | null {
    for (const child of childrenOf(annotated, verb)) {
      const relation = relationOf(annotated, child);
      if (relation !== "obj" && relation !== "obl" && relation !== "xcomp") continue;
      const preposition = prepositionOf(annotated, child);
      if (relation === "obl" && preposition !== "in" && preposition !== "at" && preposition !== "to") continue;
      const event = byToken.get(child);
      if (event !== undefined) return event;
    }
    return null;
  }

  /** "Hundreds have said they will attend a demonstration": the figure is the source, the event is in what they say. */
  function eventSaid(first: number, last: number): EventCandidate | null {
    for (let token = first; token <= last; token++) {
      const statement = bySourceHead.get(token);
      if (statement === undefined) continue;
      const sentence = annotated.sentenceOf[token];
      const said = bySentence
        .get(sentence!)
        ?.find(
          ({ type, trigger }) =>
            (type === "protest" || type === "strike") &&
            statement.content.some((part) => trigger.start >= part.start && trigger.end <= part.end),
        );
      if (said !== undefined) return said;
    }
    return null;
  }

  function contextOf({ head, first, last, named }: FigureDraft): FigureContext {
    const words = new Set<string>();
    for (const child of childrenOf(annotated, head)) {
      const relation = relationOf(annotated, child);
      if (relation === "acl" || relation === "amod" || relation === "compound") words.add(lemmaOf(annotated, child));
    }
    if (!named) for (const token of [first - 1, last + 1]) words.add(lemmaOf(annotated, token));
    let at = headOf(annotated, head);
    for (let steps = 0; at >= 0 && steps < 5; steps++) {
      words.add(lemmaOf(annotated, at));
      words.add(wordOf(annotated, at));
      if (isPredicate(annotated, at)) {
        for (const child of childrenOf(annotated, at)) {
          const relation = relationOf(annotated, child);
          if (["xcomp", "obj", "obl", "ccomp", "nsubj", "acl"].includes(relation)) words.add(lemmaOf(annotated, child));
        }
        break;
      }
      at = headOf(annotated, at);
    }
    return words;
  }

  return { eventOf, contextOf };
}
