import type { BankReport, BankSpan } from "./storybank.ts";

type Layers = Pick<BankReport, "text" | "statements" | "events" | "figures">;

/** S, K, C, A, E or N with its attributes, opened or closed. */
const TAG = /<(\/?)([SKCAEN])((?: [a-z]+=[^\s<>]+)*)>/g;

interface Parts {
  source: BankSpan | null;
  cue: BankSpan | null;
  readonly content: BankSpan[];
  addressee: BankSpan | null;
  act: string;
  medium: string | null;
}

/** Reads a report with inline tags, of the form that `written/README.md` tells. Throws where tags cross or stay open. */
export function readAnnotated(annotated: string): Layers {
  const open: { kind: string; start: number; attributes: ReadonlyMap<string, string> }[] = [];
  const statements = new Map<string, Parts>();
  const events: { trigger: BankSpan; type: string; status: string }[] = [];
  const figures: { span: BankSpan; of: string; quantity: string }[] = [];
  let text = "";
  let from = 0;
  for (const match of annotated.matchAll(TAG)) {
    text += annotated.slice(from, match.index);
    from = match.index + match[0].length;
    const [, closes, kind = "", written = ""] = match;
    if (closes === "") {
      open.push({ kind, start: text.length, attributes: attributesOf(written) });
      continue;
    }
    const tag = open.pop();
    if (tag?.kind !== kind) throw new Error(`</${kind}> crosses another tag behind "${text.slice(-40)}"`);
    const span = { start: tag.start, end: text.length };
    const of = (name: string) => tag.attributes.get(name) ?? "";
    if (kind === "E") events.push({ trigger: span, type: of("t"), status: of("s") });
    else if (kind === "N") figures.push({ span, of: of("of"), quantity: of("q") });
    else for (const id of of("i").split(",")) addPart(partsOf(statements, id), kind, span, tag.attributes);
  }
  if (open.length > 0) throw new Error(`<${open[0]!.kind}> is never closed`);
  text = (text + annotated.slice(from)).trimEnd();
  const byStart = (a: BankSpan, b: BankSpan) => a.start - b.start;
  return {
    text,
    statements: [...statements].map(([id, { cue, ...parts }]) => {
      if (cue === null) throw new Error(`Statement ${id} has no cue`);
      return { id, cue, ...parts, within: withinOf(id, cue, statements) };
    }),
    events: events.sort((a, b) => byStart(a.trigger, b.trigger)),
    figures: figures.sort((a, b) => byStart(a.span, b.span)),
  };
}

function attributesOf(written: string): Map<string, string> {
  return new Map(
    written
      .trim()
      .split(" ")
      .filter((one) => one !== "")
      .map((one) => [one.slice(0, one.indexOf("=")), one.slice(one.indexOf("=") + 1)]),
  );
}

function partsOf(statements: Map<string, Parts>, id: string): Parts {
  let parts = statements.get(id);
  if (parts === undefined) {
    parts = { source: null, cue: null, content: [], addressee: null, act: "", medium: null };
    statements.set(id, parts);
  }
  return parts;
}

function addPart(parts: Parts, kind: string, span: BankSpan, attributes: ReadonlyMap<string, string>): void {
  if (kind === "S") parts.source = span;
  else if (kind === "A") parts.addressee = span;
  else if (kind === "C") parts.content.push(span);
  else {
    parts.cue = span;
    parts.act = attributes.get("act") ?? "";
    parts.medium = attributes.get("med") ?? null;
  }
}

/** The statement in whose content the cue stands, the closest. */
function withinOf(id: string, cue: BankSpan, statements: ReadonlyMap<string, Parts>): string | null {
  let best: { id: string; length: number } | null = null;
  for (const [other, { content }] of statements) {
    if (other === id) continue;
    for (const { start, end } of content) {
      if (cue.start < start || cue.end > end) continue;
      if (best === null || end - start < best.length) best = { id: other, length: end - start };
    }
  }
  return best?.id ?? null;
}
