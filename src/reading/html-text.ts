import { Tokenizer } from "htmlparser2";

/** Blanks, odd blanks and line ends as one space each. */
export function collapse(text: string): string {
  return text.replace(/[\s\u200b\u2060\ufeff]+/g, " ").trim();
}

/**
 * Text without "<" and "&", which noncharacters stand for: a DOM builder makes a node of each entity, and a page of
 * them would cost it minutes. `unveil` undoes it.
 */
export function veil(text: string): string {
  return /[<&]/.test(text) ? text.replace(/</g, "\ufdd0").replace(/&/g, "\ufdd1") : text;
}

export function unveil(text: string): string {
  return /[\ufdd0\ufdd1]/.test(text) ? text.replace(/\ufdd0/g, "<").replace(/\ufdd1/g, "&") : text;
}

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
