import type { Speaker } from "../record/record.ts";
import { compareSpans, isWithin, overlaps, type Span } from "../text/span.ts";
import { contentWordsOf } from "./content-words.ts";
import { evidenceOf } from "./evidence.ts";
import type { StatementLinks } from "./link-statements.ts";
import { type Denial, isNegated, isOpen, isUnsaid, readDenial, saidIn } from "./read-denial.ts";
import type { StatementNode } from "./statement-node.ts";
import type { Discrepancy } from "./story-record.ts";

/**
 * What one speaker says is so and another, right behind in the same report, says is not: "denied it", "no such report
 * was ever made". The denial's own words tie the two: it names nothing and stands in the next sentence, or it names what
 * was claimed. Where several speakers' claims would fit, none is told. What later reports repeat is not found again.
 */
export function findDeniedClaims(statements: StatementLinks): Discrepancy[] {
  const known = new Set<string>();
  const found: Discrepancy[] = [];
  for (const nodes of byReport(statements.nodes)) {
    for (const [at, denial] of nodes.entries()) {
      const before = nodes.slice(Math.max(0, at - MOST_BEFORE), at);
      const claim = claimWithin(denial, before) ?? claimFor(denial, readDenial(denial), before);
      if (!claim) continue;
      const row = statements.of(claim.source, claim.statement.id)!;
      const keys = [
        `${row} ${nameOf(denial.speaker)}`,
        contentWordsOf(`${saidIn(claim)} / ${saidIn(denial)}`).join(" "),
      ];
      const isKnown = keys.some((key) => known.has(key));
      for (const key of keys) known.add(key);
      if (!isKnown) found.push(makeDiscrepancy(row, claim, denial, nodes.slice(at + 1, at + 1 + MOST_BEHIND)));
    }
  }
  return found;
}

/** Statements looked back at from a denial: more than any few sentences hold. */
const MOST_BEFORE = 24;
/** Statements behind a denial in which who denies may go on. */
const MOST_BEHIND = 3;

/** The statements of each report in the order of its text. */
function byReport(nodes: readonly StatementNode[]): StatementNode[][] {
  const bySource = new Map<string, StatementNode[]>();
  for (const node of nodes) {
    if (node.sentence < 0 || node.statement.content.length === 0) continue;
    const held = bySource.get(node.source.id);
    if (held) held.push(node);
    else bySource.set(node.source.id, [node]);
  }
  return [...bySource.values()].map((held) => held.sort((a, b) => startOf(a) - startOf(b)));
}

function startOf({ statement: { cue, content } }: StatementNode): number {
  return (cue ?? content[0]!).start;
}

const CLAIMS: ReadonlySet<string> = new Set(["assertion", "allegation", "belief", "admission"]);

/** "was accused of theft, which she denies": the denial's own content is the accusation. */
function claimWithin(denial: StatementNode, before: readonly StatementNode[]): StatementNode | null {
  if (denial.statement.act !== "denial" || isUnsaid(denial)) return null;
  const held = before.filter(
    ({ statement, speaker }) =>
      statement.act === "allegation" && !isSame(speaker, denial.speaker) && holds(denial, statement.cue),
  );
  return innermost(held);
}

function holds({ statement }: StatementNode, cue: Span | null): boolean {
  return cue !== null && statement.content.some((span) => isWithin(cue, span));
}

function claimFor(
  denial: StatementNode,
  ways: readonly Denial[],
  before: readonly StatementNode[],
): StatementNode | null {
  for (const { things, reach, ofAllegation } of ways) {
    const near = before.filter(
      (node) =>
        denial.sentence - node.sentence <= reach &&
        !isSame(node.speaker, denial.speaker) &&
        !isUnsaid(node) &&
        !share(node, denial) &&
        (things === null || claimsOne(node, things)),
    );
    const last = Math.max(...near.map(({ sentence }) => sentence));
    const claims = near.filter(({ sentence, statement }) => sentence === last && CLAIMS.has(statement.act));
    const alleged = claims.filter(({ statement }) => statement.act === "allegation");
    const claim = innermost(ofAllegation || (things === null && alleged.length > 0) ? alleged : claims);
    if (claim) return claim;
  }
  return null;
}

/** Of statements in statements the innermost is by who makes the claim; null where others claim other things. */
function innermost(claims: readonly StatementNode[]): StatementNode | null {
  const [first, ...others] = [...claims].sort((a, b) => saidIn(a).length - saidIn(b).length);
  if (!first) return null;
  return others.every((other) => isSame(other.speaker, first.speaker) || share(other, first)) ? first : null;
}

function claimsOne(node: StatementNode, things: readonly string[]): boolean {
  const said = saidIn(node);
  if (isNegated(said) || isOpen(said)) return false;
  const words = new Set(contentWordsOf(said));
  return things.some((thing) => words.has(thing));
}

/** They share words of the text. */
function share(a: StatementNode, b: StatementNode): boolean {
  return a.statement.content.some((span) => b.statement.content.some((other) => overlaps(span, other)));
}

/** They are, or may be, one speaker. */
function isSame(a: Speaker, b: Speaker): boolean {
  if (a.kind === "ambiguous") return b.kind === "resolved" && a.candidates.includes(b.actor);
  if (b.kind === "ambiguous") return isSame(b, a);
  return nameOf(a) === nameOf(b);
}

function nameOf(speaker: Speaker): string {
  if (speaker.kind === "resolved") return speaker.actor;
  return speaker.kind === "unnamed" ? `“${speaker.description}”` : speaker.candidates.join(" ");
}

/** "denied it. No alarm was disabled, it said": who denies in a word says in the next what is not so. */
function goesOn(denial: StatementNode, node: StatementNode): readonly Span[] {
  const isNext = node.sentence - denial.sentence <= 1 && isSame(node.speaker, denial.speaker);
  return isNext && !share(node, denial) && isNegated(saidIn(node)) ? node.statement.content : [];
}

function makeDiscrepancy(
  row: string,
  claim: StatementNode,
  denial: StatementNode,
  behind: readonly StatementNode[],
): Discrepancy {
  return {
    id: `d-${claim.statement.id}-${denial.statement.id}-${claim.source.mark}`,
    kind: "claim",
    row,
    reason: "what one says, the other denies",
    sides: [
      makeSide(claim),
      makeSide(
        denial,
        behind.flatMap((node) => goesOn(denial, node)),
        claim,
      ),
    ],
  };
}

function makeSide(
  node: StatementNode,
  more: readonly Span[] = [],
  claim: StatementNode | null = null,
): Discrepancy["sides"][number] {
  const { source, statement, speaker } = node;
  // What it denies may stand on the other side already.
  const isCueEnough = claim !== null && statement.cue !== null && holds(node, claim.statement.cue);
  const own = isCueEnough ? [statement.cue!] : wordsOf(node);
  const evidence = evidenceOf(source.record, statement.id, [...own, ...more]);
  return { label: evidence.exact, giver: speaker, evidence };
}

const RELATIVE = /^(?:which|an? \p{L}+) [^.,;:“”"]{1,60}$/iu;

/** The content, with the cue that leads into it: "denied it", "Bo Quill was accused of theft", "a charge she rejects". */
function wordsOf({ source, statement: { cue, content } }: StatementNode): Span[] {
  const { text } = source.record.report;
  const spans = [...content].sort(compareSpans);
  if (cue === null) return spans;
  const first = spans[0]!;
  if (RELATIVE.test(text.slice(first.start, cue.end))) return [{ start: first.start, end: cue.end }];
  const behind = spans.findIndex(({ start }) => start >= cue.end && LEADS.test(text.slice(cue.end, start)));
  if (behind === -1) return spans;
  const before = spans[behind - 1];
  const isJoined = before !== undefined && /^\s*$/.test(text.slice(before.end, cue.start));
  const whole = { start: isJoined ? before.start : cue.start, end: spans[behind]!.end };
  return [...spans.slice(0, isJoined ? behind - 1 : behind), whole, ...spans.slice(behind + 1)];
}

const LEADS = /^\s*(?:that\s+)?$/;
