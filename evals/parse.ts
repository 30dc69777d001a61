import { annotateText } from "./engine.ts";

const a = annotateText(process.argv[2]!, "2025-09-05");
a.tokens.forEach((t, i) =>
  console.log(
    i,
    t.text.padEnd(16),
    a.upos[i]!.padEnd(6),
    a.xpos[i]!.padEnd(6),
    a.lemmas[i]!.padEnd(14),
    String(a.heads[i]).padEnd(4),
    a.deprels[i],
    a.names.find((n) => n.firstToken <= i && i < n.endToken)?.kind ?? "",
  ),
);
