import { Tokenizer } from "htmlparser2";
import { collapse } from "./page/collapse.ts";

/** The words of a piece of markup or of text with entities, as pages put them into JSON and attributes. */
export function htmlToText(html: string): string {
  if (!/[<&]/.test(html)) return collapse(html);
  const parts: string[] = [];
  const nothing = () => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => parts.push(html.slice(start, end)),
      ontextentity: (codePoint) => parts.push(String.fromCodePoint(codePoint)),
      onopentagname: () => parts.push(" "),
      onattribname: nothing,
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onopentagend: nothing,
      onselfclosingtag: nothing,
      onclosetag: nothing,
      oncomment: nothing,
      oncdata: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return collapse(parts.join(""));
}
