import type { DatabaseSync } from "node:sqlite";
import type { NewDecision, ProposalEntry, StoredDecision, StoredProposal } from "../decision.ts";
import { prepare } from "./prepare.ts";
import { numberIn, optionalTextIn, type Row, textIn } from "./rows.ts";

const DECISIONS = `SELECT decisions.*, undone.key AS undone_by FROM decisions
  LEFT JOIN decisions AS undone ON undone.undoes = decisions.key`;

export function appendDecision(db: DatabaseSync, decision: NewDecision): StoredDecision {
  const { kind, author, madeAt, stories, evidence, undoes, ...rest } = decision;
  const row = prepare(
    db,
    `INSERT INTO decisions (made_at, author, kind, report, story, undoes, evidence, body)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING key`,
  ).get(
    madeAt,
    author,
    kind,
    evidence[0]?.report ?? null,
    stories[0] ?? null,
    undoes,
    JSON.stringify(evidence),
    JSON.stringify({ stories, ...rest }),
  );
  return { ...decision, key: numberIn(row, "key"), undoneBy: null };
}

export function findDecision(db: DatabaseSync, key: number): StoredDecision | null {
  const row = prepare(db, `${DECISIONS} WHERE decisions.key = ?`).get(key);
  return row === undefined ? null : readDecision(row);
}

/** Rows before a key, the latest first; of one story those that name it or hold words of its reports. */
export function decisionRows(db: DatabaseSync, before: number, limit: number, story: string | undefined): Row[] {
  if (story === undefined)
    return prepare(db, `${DECISIONS} WHERE decisions.key < ? ORDER BY decisions.key DESC LIMIT ?`).all(before, limit);
  return prepare(
    db,
    `${DECISIONS} WHERE decisions.key < ? AND (
         EXISTS (SELECT 1 FROM json_each(decisions.body, '$.stories') WHERE value = ?)
         OR decisions.report IN (SELECT reports.id FROM stories JOIN story_reports ON story = stories.key
              JOIN reports ON reports.key = story_reports.report WHERE stories.id = ?))
       ORDER BY decisions.key DESC LIMIT ?`,
  ).all(before, story, story, limit);
}

/** Settlements that stand and hold words of the story's reports, wherever the reports were when they were made. */
export function standingSettlements(db: DatabaseSync, story: string): StoredDecision[] {
  return prepare(
    db,
    `${DECISIONS} WHERE decisions.kind = 'settle' AND undone.key IS NULL AND decisions.report IN (
         SELECT reports.id FROM stories JOIN story_reports ON story = stories.key
           JOIN reports ON reports.key = story_reports.report WHERE stories.id = ?)
       ORDER BY decisions.key`,
  )
    .all(story)
    .map(readDecision);
}

/** Merges, splits and proposals turned down that stand. */
export function standingRegroupings(db: DatabaseSync): StoredDecision[] {
  return prepare(
    db,
    `${DECISIONS} WHERE decisions.kind IN ('merge', 'split', 'reject') AND undone.key IS NULL ORDER BY decisions.key`,
  )
    .all()
    .map(readDecision);
}

/** Logs proposals; those of `among` alone that are not among them any more are withdrawn. */
export function logProposals(
  db: DatabaseSync,
  story: string,
  among: readonly string[],
  proposals: readonly ProposalEntry[],
  at: string,
): void {
  const kept = new Set(proposals.map(({ id }) => id));
  for (const open of openProposals(db)) {
    if (kept.has(open.id) || !open.stories.includes(story) || !open.stories.every((one) => among.includes(one)))
      continue;
    prepare(db, "UPDATE proposals SET withdrawn_at = ? WHERE id = ?").run(at, open.id);
  }
  for (const { id, kind, stories, parts, reasons, proposedAt } of proposals) {
    prepare(
      db,
      `INSERT INTO proposals (id, kind, stories, parts, reasons, proposed_at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET withdrawn_at = NULL`,
    ).run(id, kind, JSON.stringify(stories), JSON.stringify(parts), JSON.stringify(reasons), proposedAt);
  }
}

export function openProposals(db: DatabaseSync): StoredProposal[] {
  return prepare(db, "SELECT * FROM proposals WHERE withdrawn_at IS NULL ORDER BY key").all().map(readProposal);
}

export function findProposal(db: DatabaseSync, id: string): StoredProposal | null {
  const row = prepare(db, "SELECT * FROM proposals WHERE id = ?").get(id);
  return row === undefined ? null : readProposal(row);
}

export function readDecision(row: Row): StoredDecision {
  const body: Omit<NewDecision, "kind" | "author" | "madeAt" | "evidence" | "undoes"> = JSON.parse(textIn(row, "body"));
  const evidence: NewDecision["evidence"] = JSON.parse(textIn(row, "evidence"));
  return {
    ...body,
    evidence,
    key: numberIn(row, "key"),
    kind: kindIn(row),
    author: textIn(row, "author"),
    madeAt: textIn(row, "made_at"),
    undoes: row.undoes === null ? null : numberIn(row, "undoes"),
    undoneBy: row.undone_by === null ? null : numberIn(row, "undone_by"),
  };
}

function kindIn(row: Row): NewDecision["kind"] {
  const kind = textIn(row, "kind");
  if (kind === "settle" || kind === "merge" || kind === "split" || kind === "reject" || kind === "undo") return kind;
  throw new TypeError(`No decision of the kind ${kind} is made yet`);
}

function readProposal(row: Row): StoredProposal {
  return {
    id: textIn(row, "id"),
    kind: textIn(row, "kind") === "merge" ? "merge" : "split",
    stories: JSON.parse(textIn(row, "stories")),
    parts: JSON.parse(textIn(row, "parts")),
    reasons: JSON.parse(textIn(row, "reasons")),
    proposedAt: textIn(row, "proposed_at"),
    withdrawnAt: optionalTextIn(row, "withdrawn_at"),
  };
}
