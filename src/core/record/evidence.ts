import type { Span } from "../text/span.ts";
import type { Record } from "./record.ts";

/**
 * The evidence rule: every row of the record stands on words of its report, and every id that a row mentions exists.
 *
 * @throws RangeError naming the first row that breaks it.
 */
export function checkRecord(record: Record): void {
  const { length } = record.report.text;
  const check = (row: string, spans: readonly (Span | null)[]): void => {
    const present = spans.filter((span) => span !== null);
    if (present.length === 0) throw new RangeError(`${row} has no span in the report`);
    for (const { start, end } of present) {
      const isWhole = Number.isInteger(start) && Number.isInteger(end);
      if (!isWhole || start < 0 || end <= start || end > length) {
        throw new RangeError(`${row} has the span ${start}–${end}, outside a text of ${length} code units`);
      }
    }
  };
  const ids = new Set<string>();
  const rows = [
    record.actors,
    record.statements,
    record.events,
    record.figures,
    record.requests,
    record.timeExpressions,
  ];
  for (const { id } of rows.flat()) {
    if (ids.has(id)) throw new RangeError(`Two rows have the id ${id}`);
    ids.add(id);
  }
  const refer = (row: string, id: string | null): void => {
    if (id !== null && !ids.has(id)) throw new RangeError(`${row} refers to ${id}, which is not in the record`);
  };
  const referSpeaker = (row: string, speaker: Record["statements"][number]["speaker"]): void => {
    if (speaker.kind === "resolved") refer(row, speaker.actor);
    else if (speaker.kind === "ambiguous") for (const id of speaker.candidates) refer(row, id);
  };
  record.sentences.forEach((span, i) => {
    check(`Sentence ${i}`, [span]);
  });
  record.report.paragraphs.forEach((span, i) => {
    check(`Paragraph ${i}`, [span]);
  });
  for (const furniture of record.report.furniture) if ("start" in furniture) check("Furniture", [furniture]);
  for (const one of record.timeExpressions) check(one.id, [one.span]);
  for (const one of record.actors) {
    check(one.id, one.mentions);
    if (one.roles.length > 0)
      check(
        one.id,
        one.roles.map((role) => role.span),
      );
  }
  for (const one of record.statements) {
    check(one.id, one.content);
    check(one.id, [one.content[0] ?? null, one.cue, one.source]);
    referSpeaker(one.id, one.speaker);
    refer(one.id, one.addressee);
    refer(one.id, one.within);
  }
  for (const one of record.events) {
    check(one.id, [one.trigger, ...one.mentions, ...one.participants.map((participant) => participant.span)]);
    for (const participant of one.participants) refer(one.id, participant.actor);
    for (const place of one.places) {
      check(one.id, [place.span]);
      refer(one.id, place.actor);
    }
    refer(one.id, one.time);
    refer(one.id, one.accordingTo);
  }
  for (const one of record.figures) {
    check(one.id, [one.span]);
    refer(one.id, one.event);
    refer(one.id, one.accordingTo);
  }
  for (const one of record.requests) {
    check(one.id, [one.span, one.about]);
    referSpeaker(one.id, one.asker);
    referSpeaker(one.id, one.asked);
    refer(one.id, one.statement);
    for (const answer of one.answers) refer(one.id, answer.statement);
  }
  for (const one of record.commentSought) {
    check("A request for comment", [one.span, one.asked]);
    refer("A request for comment", one.actor);
  }
  for (const one of record.quotedWords) check("Quoted words", [one.span]);
  for (const one of record.diagnostics) if (one.span !== null) check(`Diagnostic ${one.code}`, [one.span]);
}
