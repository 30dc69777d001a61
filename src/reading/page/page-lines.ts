import { findLineFurniture } from "../../core/read/furniture-lines.ts";
import type { ElementFinding } from "./element-furniture.ts";

interface LineRule extends ElementFinding {
  readonly pattern: RegExp;
  readonly longest: number;
}

/** Words that pages, not text files, print between the paragraphs of a report. The first that matches decides. */
const LINE_RULES: readonly LineRule[] = [
  {
    kind: "advertisement",
    reason: "A line that marks an advertisement.",
    pattern:
      /^[\s\-–—*[(]*(?:advertisements?|ads?|anzeige|publicité|publicidad|werbung|sponsored|promoted)\s*:?[\s\-–—*\])]*$/iu,
    longest: 40,
  },
  {
    kind: "read-more",
    reason: "A pointer to another story.",
    pattern:
      /^[\s•*>»→▶|-]*(?:read (?:more|also|next|on|this|the full)|also read|see also|(?:you (?:can|may) )?also check|related|recommended|watch|listen|lea también|leer también|lee también|te puede interesar|à lire aussi|lire aussi|lesen sie auch|mehr zum thema|auch interessant|leggi anche|lees ook|leia também|explore further|more (?:on|from) [^.]{2,50})\s*[:|►▶»→–—-]\s*\S/iu,
    longest: 220,
  },
  {
    kind: "read-more",
    reason: "A pointer to another story.",
    pattern:
      /^[\s•*>»→▶|-]*(?:read more|also read|see also|related (?:stories|articles|content|coverage|news|topics|posts)|recommended(?: for you)?|à lire aussi\b.*|lea también\b.*|lesen sie auch\b.*|leggi anche\b.*|explore further|you may also like|more on this(?: story)?|latest videos from.*|current issue|popular|trending(?: now| stories)?|editor[’']?s picks|more about|latest (?:[\p{L}]+ ){0,2}(?:stories|headlines|videos))[:.]?$/iu,
    longest: 160,
  },
  {
    kind: "read-more",
    reason: "A pointer to another story.",
    pattern:
      /^for (?:more|the latest) (?:stories|news|breaking|sport)[^.]{0,90}(?:check|visit|click|sign up|download|follow|head)\b/iu,
    longest: 260,
  },
  {
    kind: "newsletter",
    reason: "An invitation to a newsletter or other service of the outlet.",
    pattern:
      /^(?:get (?:daily|the latest|breaking)|do you want to be informed|want (?:more|to)[^.?]{0,60}\?\s*(?:sign up|subscribe|click)|(?:subscribe|sign up|register|log in) (?:now|here|today|to|for|or)\b|to (?:view|read|continue reading|see) (?:the|this)?\s*(?:full |rest of the |entire )?(?:story|article|content)|already a (?:subscriber|member)|if you[’']re (?:seeing this message|already a subscriber)|first-time subscribers|this (?:article|story|content) is (?:for|only|available|exclusive)[^.]{0,40}(?:subscribers|members)|follow \p{Lu}[\p{L} ]{1,30} on |our community members are treated|for the latest [^.]{0,60}(?:download|app)|our website is (?:the|your) (?:place|destination|home|source)\b|(?:check out|read|get) more of [^.]{2,80} by signing up\b|was this (?:e-?mail|newsletter) forwarded to you|if you[’']re on (?:the|our) [^.,]{2,40} app\b)/iu,
    longest: 260,
  },
  {
    kind: "comment",
    reason: "An invitation to write to the outlet.",
    pattern:
      /^(?:you must (?:be logged in|log ?in|sign ?in|register|confirm your)[^.]{0,60}(?:comment|reply)|please log ?(?:in|out)\b[^.]{0,60}(?:comment|display name|again)|we want to hear (?:what you think|from you)|submit (?:a|your) letters?\b|are (?:you|protests)[^?]{0,80}\?\s*(?:get in touch|e-?mail|contact)|(?:do you have|have you got|got) (?:a|any|an)\b[^?]{0,60}\?\s*(?:get in touch|e-?mail|contact|let us know))/iu,
    longest: 240,
  },
  {
    kind: "other",
    reason: "A note of the outlet on its links, standards or liability.",
    pattern:
      /^[*\s]*(?:our standards:|if you (?:buy|purchase|click)[^.]{0,80}(?:commission|affiliate)|(?:this|these) (?:article|post|page|story|links?)[^.]{0,60}(?:affiliate|references? to products|contains? (?:paid|sponsored) links)|we (?:may|might|could|can)? ?(?:earn|receive|get)[^.]{0,60}(?:commission|compensation)|we (?:recommend|select|review)[^.]{0,80}(?:products|independent)|products? (?:are|featured)[^.]{0,60}independently|disclaimer\b[^.]{0,80}:|[^.]{0,80}not responsible for the (?:opinions|content|views)|the views expressed (?:in|by|here)|opinions expressed (?:in|by|here)|table of contents|in this (?:article|story)$|jump to:?$|we apologize, but this video|try refreshing your browser|back to video$|please enable javascript|ad[- ]?block(?:er)? users\b|this site is protected by recaptcha|your browser does not support|click (?:here|below) to )/iu,
    longest: 420,
  },
  {
    kind: "other",
    reason: "Where to write to the author.",
    pattern:
      /^[\s•*·–—-]*(?:e-?mail|contact|write to|reach)\b[^.!?@]{0,60}[:\s]\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+[.)]?$/iu,
    longest: 120,
  },
  {
    kind: "other",
    reason: "The page’s section and day.",
    pattern:
      /^\p{Lu}[\p{L}&]*(?: [\p{L}&]+){0,2}\s+[/|]\s+(?:(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}, \d{4}|\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4})$/iu,
    longest: 60,
  },
  {
    kind: "caption",
    reason: "A picture’s caption or credit.",
    pattern:
      /^[[(]?\s*(?:pictured[:,]?\s+(?:(?:here|above|below|left|right|cent(?:re|er)|from (?:the )?(?:left|right)|at (?:the )?(?:back|front)|in front|with|together)\b)|(?:pictured[:,]? )?(?:clockwise )?from (?:top )?(?:left|right)(?: to (?:left|right))?\s*[:,]|left to right\s*[:,]|\(?l to r\)?\s*[:,])/iu,
    longest: 420,
  },
  {
    kind: "caption",
    reason: "A picture’s credit.",
    pattern:
      /^[[(]?\s*(?:photograph|photo|picture|image|illustration|credits?|source|foto|bild|crédito|© )\s?(?:by|:|courtesy(?: of)?)\s?\S.{1,80}$/iu,
    longest: 110,
  },
  {
    kind: "caption",
    reason: "A picture’s credit.",
    pattern:
      /^[^.!?]{2,60}\|[^.!?]{2,40}\|\s*(?:getty|afp|reuters|ap|istock|shutterstock)[^.!?]{0,30}$|^[^.!?]{0,60}(?:\/|via |© ?)(?:getty(?: images)?|afp|reuters|shutterstock|istock|alamy|epa|pa)\s*$/iu,
    longest: 120,
  },
  {
    kind: "other",
    reason: "A counter of the page.",
    pattern:
      /^[\s•|·–—-]*(?:\(?\d[\d.,]*\s?[km]?\+?\)?\s*(?:(?:page |post )?views?|reads?|shares?|likes?|claps?|replies|reactions?|followers|subscribers|(?:people|readers|users) (?:are )?(?:here|online|reading|viewing|watching)(?: this)?(?: (?:story|article|page))?(?: (?:right )?now)?|reading now)|(?:(?:page |post )?views?|viewed|reads?|shares?|shared|likes?|hits?)\s*[:(]?\s*\d[\d.,]*\s?[km]?\+?\)?(?:\s*times?)?|\(\d[\d.,]*\s?[km]?\+?\))[\s.!|·•]*$/iu,
    longest: 60,
  },
  {
    kind: "other",
    reason: "How long ago the page came, told anew at each visit.",
    pattern:
      /^[\s•|·–—-]*(?:(?:(?:last|first) )?(?:updated|published|posted|modified|edited|added)\s*:?\s*)?(?:just now|moments? ago|today at \d{1,2}[:.]\d{2}|(?:about |over |less than |almost )?(?:an?|one|two|three|\d{1,3})\s?(?:sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|[smhd]|days?|weeks?|months?|years?) ago|vor \d{1,3} (?:sekunden?|minuten?|stunden?|tag(?:en)?)|il y a \d{1,3} (?:minutes?|heures?|jours?)|hace \d{1,3} (?:minutos?|horas?|días?))[\s.|·•]*$/iu,
    longest: 60,
  },
  {
    kind: "share",
    reason: "Buttons to pass the page on.",
    pattern:
      /^(?:share|tweet|pin|email|print|copy link|save|like|follow|comment)s?(?:\s+(?:this|on|via|it|article|story|facebook|twitter|whatsapp|x))*$/iu,
    longest: 60,
  },
];

/** Whether a line of a page by itself is furniture. */
export function findPageLine(line: string): ElementFinding | null {
  if (line.length > 420) return null;
  for (const { pattern, longest, kind, reason } of LINE_RULES) {
    if (line.length <= longest && pattern.test(line)) return { kind, reason };
  }
  return findLineFurniture(line);
}
