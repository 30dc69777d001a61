import { readFileSync } from "node:fs";
import { extractStatements } from "../src/core/extract/statements/statements.ts";
import { annotateText } from "./engine.ts";

for (const f of process.argv.slice(2)) {
  const a = annotateText(readFileSync(f, "utf8"), "2025-09-05");
  const t = a.report.text;
  const { statements, quotedWords } = extractStatements(a);
  for (const s of statements)
    console.log(
      `${s.id}${s.within ? " in " + s.within : ""} [${s.form}/${s.act}/${s.medium}] S<${s.source ? t.slice(s.source.start, s.source.end) : ""}> K<${s.cue ? t.slice(s.cue.start, s.cue.end) : ""}> A<${s.addressee ? t.slice(s.addressee.start, s.addressee.end) : ""}> ${s.confidence} ${s.producedBy}\n     C ${s.content.map((c) => t.slice(c.start, c.end)).join(" || ")}`,
    );
  console.log(
    quotedWords.map((q) => q.kind + ": " + t.slice(q.span.start, q.span.end)).join("\n"),
    a.report.diagnostics,
    a.report.furniture.map((f) => ("start" in f ? f.kind + ":" + t.slice(f.start, f.end).slice(0, 50) : "")),
  );
}
