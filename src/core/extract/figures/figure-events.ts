import type { AnnotatedReport } from "../../annotate/layers.ts";
import type { EventCandidate, StatementCandidate } from "../candidates.ts";
import { childrenOf, headOf, isPredicate, lemmaOf, prepositionOf, relationOf } from "../events/grammar.ts";
import type { FigureContext } from "./counts.ts";

/** Finds the event that a figure belongs to by syntax. */
export class FigureEvents {
  readonly #annotated: AnnotatedReport;
  readonly #statements: readonly StatementCandidate[];
  readonly #events: readonly EventCandidate[];
  readonly #byToken: Map<number, EventCandidate>;

  constructor(
    annotated: AnnotatedReport,
    statements: readonly StatementCandidate[],
    events: readonly EventCandidate[],
  ) {
    this.#annotated = annotated;
    this.#statements = statements;
    this.#events = events;
    this.#byToken = new Map(events.map((event) => [event.triggerHead, event]));
  }

  /** The event whose trigger governs the figure, is governed by it, or shares its verb; null when none is tied to it. */
  eventOf(head: number, first: number, last: number): EventCandidate | null {
    const annotated = this.#annotated;
    const own = this.#byToken.get(head);
    if (own !== undefined) return own;
    for (const child of childrenOf(annotated, head)) {
      if (relationOf(annotated, child) === "acl" && this.#byToken.has(child)) return this.#byToken.get(child)!;
    }
    let at = headOf(annotated, head);
    for (let steps = 0; at >= 0 && steps < 6; steps++) {
      const event = this.#byToken.get(at);
      if (event !== undefined) return event;
      if (isPredicate(annotated, at)) return this.#eventOfClause(at) ?? this.#eventSaid(first, last);
      at = headOf(annotated, at);
    }
    return null;
  }

  contextOf(head: number): FigureContext {
    const annotated = this.#annotated;
    const words = new Set<string>();
    let verb = "";
    for (const child of childrenOf(annotated, head)) {
      const relation = relationOf(annotated, child);
      if (relation === "acl" || relation === "amod") words.add(lemmaOf(annotated, child));
    }
    let at = headOf(annotated, head);
    for (let steps = 0; at >= 0 && steps < 5; steps++) {
      words.add(lemmaOf(annotated, at));
      if (isPredicate(annotated, at)) {
        verb = lemmaOf(annotated, at);
        for (const child of childrenOf(annotated, at)) {
          const relation = relationOf(annotated, child);
          if (relation === "xcomp" || relation === "obj" || relation === "obl" || relation === "ccomp")
            words.add(lemmaOf(annotated, child));
        }
        break;
      }
      at = headOf(annotated, at);
    }
    return { verb, words };
  }

  /** "Hundreds attended a rally": the event that the verb's object or place names. */
  #eventOfClause(verb: number): EventCandidate | null {
    const annotated = this.#annotated;
    for (const child of childrenOf(annotated, verb)) {
      const relation = relationOf(annotated, child);
      if (relation !== "obj" && relation !== "obl" && relation !== "xcomp") continue;
      const preposition = prepositionOf(annotated, child);
      if (relation === "obl" && preposition !== "in" && preposition !== "at" && preposition !== "to") continue;
      const event = this.#byToken.get(child);
      if (event !== undefined) return event;
    }
    return null;
  }

  /** "Hundreds have said they will attend a demonstration": the figure is the source, the event is in what they say. */
  #eventSaid(first: number, last: number): EventCandidate | null {
    const annotated = this.#annotated;
    const statement = this.#statements.find(
      ({ sourceHead }) => sourceHead !== null && first <= sourceHead && sourceHead <= last,
    );
    if (statement === undefined) return null;
    return (
      this.#events.find(
        (event) =>
          statement.content.some((part) => event.trigger.start >= part.start && event.trigger.end <= part.end) &&
          (event.type === "protest" || event.type === "strike") &&
          annotated.sentenceOf[event.triggerHead] === annotated.sentenceOf[first],
      ) ?? null
    );
  }
}
