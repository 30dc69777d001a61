import type { FurnitureKind } from "./report.ts";

export interface FurnitureFinding {
  readonly kind: FurnitureKind;
  readonly reason: string;
}

interface LineRule extends FurnitureFinding {
  readonly pattern: RegExp;
  /** Characters above which the paragraph is taken for running text whatever it starts with. */
  readonly longest: number;
  /** A string without which the pattern need not be tried. */
  readonly needs?: string;
  /** Whether a final full stop speaks against it. */
  readonly unstopped?: boolean;
}

const AGENCY = `(?:PA|AP|AFP|EPA|Reuters|Alamy|Getty|Getty Images|Shutterstock|Press Association|Associated Press|PA Wire|AAP|ANSA|Xinhua)`;

/** Header words that stand above other stories' headlines, or before one on the same line. */
const MORE = `(?:read (?:more|also|next|on|this)|also read|see also|more (?:on this(?: story)?|like this|stories|news|headlines|coverage|local news|top stories)|more (?:from|in|on) [^.:]{2,40}|related(?: (?:stories|articles|content|coverage|news|links|reading|topics|posts|items))?|recommended(?: (?:for you|stories|reading))?|you (?:may|might) (?:also )?(?:like|be interested in)|most (?:read|popular|viewed|shared)(?: [^.:]{2,30})?|trending(?: now)?|top stories|latest (?:news|stories|headlines)|editor[’']?s[’']? (?:picks?|choice)|don[’']t miss|what to read next|up next|in other news|elsewhere (?:on|in|today)[^.:]{0,40}|also (?:today|inside|in|from|on) ?[^.:]{0,40}|in (?:today|tonight|tomorrow|this week)[’']s [^.:]{2,40}|today[’']s (?:other )?(?:headlines|top stories)|other (?:stories|news|headlines)|around the web|from around the web|further reading|keep reading|watch (?:more|next))`;

/** Order matters where two could match: the first decides. */
const LINE_RULES: readonly LineRule[] = [
  {
    kind: "advertisement",
    reason: "A line that marks an advertisement.",
    pattern:
      /^[\s\-–—*[(]*(?:advertisements?|ads?|sponsored(?: content)?|promoted(?: content)?|advertorial|paid (?:content|post)|(?:story|article|report|page) continues (?:below|after)(?: (?:this |the )?(?:ad|advert|advertisement|video))?|continue reading(?: (?:the main story|below))?|scroll (?:down )?(?:to|for) (?:continue|more)|skip (?:advertisement|ad|past newsletter promotion))[\s\-–—*\])]*$/iu,
    longest: 80,
  },
  {
    kind: "share",
    reason: "Buttons to pass the page on.",
    pattern:
      /^(?:share(?: (?:this|full|the) ?(?:article|story|page|post)?)?(?: (?:on|via|by|with) [^.]{2,40})?|tweet(?: this)?|e-?mail(?: this)?|print(?: this)?|copy link|link copied!?|(?:facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|telegram|messenger)(?:[\s,|·]+(?:facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|telegram|messenger|e-?mail|print|copy link))*|save (?:this )?(?:article|story|for later)|comments?|like this:?|click to share .*)$/iu,
    longest: 80,
  },
  {
    kind: "comment",
    reason: "A line about readers’ comments.",
    pattern:
      /^(?:\(?\d[\d,]* comments?\)?|comments? ?\(\d[\d,]*\)|no comments?(?: yet)?|view (?:all )?comments|(?:join|start) the (?:conversation|discussion|debate).*|leave a (?:comment|reply)|post a comment|(?:what do you think\? )?have your say.*|comments are (?:closed|off|disabled).*|comment on this (?:story|article))$/iu,
    longest: 120,
  },
  {
    kind: "author-box",
    reason: "How to reach the author or the outlet.",
    pattern:
      /^(?:contact|e-?mail|reach|follow|write to|get in touch with|got a (?:story|tip|news tip)|have a (?:story|tip|question)|do you have (?:a|any) (?:story|tip|information)|we pay for (?:your )?(?:stories|videos)|know more\?|news tips?\?)\b.*(?:[\w.+-]+@[\w-]+\.[\w.]+|(?:^|\s)@\w{2,}|on (?:twitter|x|facebook|bluesky|mastodon)\b)/iu,
    longest: 240,
  },
  {
    kind: "author-box",
    reason: "How to reach the author or the outlet.",
    pattern:
      /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,3} (?:is|covers|writes|reports|can be reached)\b[^“”"]*(?:[\w.+-]+@[\w-]+\.[\w.]+|(?:^|\s)@\w{2,})[^“”"]*$/u,
    longest: 320,
    needs: "@",
  },
  {
    kind: "newsletter",
    reason: "An invitation to a newsletter or other service of the outlet.",
    pattern:
      /^(?:sign up|subscribe|register|get|receive|join|want|follow|like (?:us|our|this)|download|never miss|stay (?:informed|up to date|connected)|enter your e-?mail|thank you for (?:signing up|subscribing)|support (?:our|independent|quality) journalism)\b.*(?:newsletter|news ?letter|inbox|alerts?\b|briefing|bulletin|e-?mail|\bapp\b|facebook|twitter|instagram|whatsapp|youtube|podcast|subscri|free trial|breaking news|\bletter (?:from|for|about|on)\b|friday letter|weekend letter|daily letter|weekly letter)/iu,
    longest: 220,
  },
  {
    kind: "newsletter",
    reason: "An invitation to a newsletter or other service of the outlet.",
    pattern:
      /^(?:sign up\b(?: here| now| today|:)|subscribe\b(?: here| now| today| to\b|:)|follow (?:us|the \p{Lu}[\p{L} ]{1,30}:)|like us|newsletter:|download (?:our|the) app)/iu,
    longest: 140,
    unstopped: true,
  },
  {
    kind: "caption",
    reason: "A picture’s caption or credit.",
    pattern:
      /^[[(]?(?:photographs?|photos?|pictures?|pictured|images?|illustrations?|graphics?|maps?|videos?|captions?|file (?:photo|picture|image)|composite)(?: (?:credits?|by|courtesy(?: of)?))?\s?:\s*\S/iu,
    longest: 220,
  },
  {
    kind: "caption",
    reason: "A picture’s caption or credit.",
    pattern:
      /(?:[.!?…’”")]\s+[[(]?|\s[[(])(?:Photograph|Photo|Picture|Image|Illustration|Credit|PHOTO|PICTURE|IMAGE)s?(?: by| credit| courtesy of)?: ?[\p{Lu}@©][^.!?:]{1,60}\.?[\])]?$/u,
    longest: 320,
    needs: ":",
  },
  {
    kind: "caption",
    reason: "A picture’s credit.",
    pattern: new RegExp(
      String.raw`^[[(©]?\s?(?:(?:\p{Lu}[\p{L}.’'-]*|via|for)[\s/]+){0,6}${AGENCY}(?:\s?/\s?${AGENCY})*[\])]?$`,
      "u",
    ),
    longest: 80,
  },
  {
    kind: "caption",
    reason: "A picture’s caption after its credit.",
    pattern:
      /^(?:Image copyright .{2,40}? Image caption|Getty Images|GETTY|Alamy|Shutterstock|Rex Features|AP:Associated Press|PA:Press Association) (?=\p{Lu}).*? \p{Ll}{2,} .*[\p{L}\p{N}’'”")]$/u,
    longest: 260,
    unstopped: true,
  },
  {
    kind: "caption",
    reason: "A picture’s caption or credit.",
    pattern: /^Image copyright \S.{1,60}$/u,
    longest: 80,
    unstopped: true,
  },
  {
    kind: "caption",
    reason: "A picture’s caption or credit.",
    pattern: new RegExp(
      String.raw`\s[[(]?(?:\p{Lu}[\p{L}.’'-]*\s){1,3}\p{Lu}?[\p{L}.’'-]+\s?/\s?${AGENCY}(?:\s?/\s?${AGENCY})*[\])]?$`,
      "u",
    ),
    longest: 320,
    needs: "/",
  },
  {
    kind: "credit",
    reason: "A line that says who else worked on the report.",
    pattern:
      /^[\s\-–—*(]*(?:(?:additional|extra|further) (?:reporting|writing|research|work|photography|editing)(?: was (?:done|contributed))? (?:by|from)|(?:reporting|reported|writing|written|editing|edited|compiled|produced|research|translated|translation) by|with (?:additional )?(?:reporting|files|contributions?) (?:by|from)|with agenc(?:y|ies)\b)/iu,
    longest: 240,
  },
  {
    kind: "credit",
    reason: "A line that says who else worked on the report.",
    pattern:
      /^[\s\-–—*(]*\p{Lu}[^.!?“”"]{2,140} (?:contributed(?: reporting)?(?: \p{L}+ \p{L}+)? to this (?:[\p{L} ]{0,30})?(?:report|story|article|piece)|contributed (?:additional )?reporting|contributed to the reporting)\.?[\s)]*$/u,
    longest: 220,
    needs: "contributed",
  },
  {
    kind: "credit",
    reason: "The agency that the report comes from.",
    pattern:
      /^[\s\-–—*(]*(?:\p{Lu}[\p{L}’'.&-]*\s+){0,3}(?:Newswire|News ?wire|News (?:Agency|Service)|Wire(?: Service)?|Press Association|Associated Press|Reuters|AFP|AAP)[\s)]*$/u,
    longest: 60,
  },
  {
    kind: "newsletter",
    reason: "A pointer to the outlet’s own broadcast or page.",
    pattern:
      /^(?:watch|listen to|tune in(?: to)?) (?:\p{Lu}|the \p{Lu}|our )[^“”"]* (?:at|on|for|from|tonight|tomorrow|every|weekdays)\b[^“”"]*$/iu,
    longest: 90,
  },
  {
    kind: "read-more",
    reason: "A pointer to another story.",
    pattern: new RegExp(
      String.raw`^[\s•*>»→▶-]*(?:${MORE}|watch|listen|next|previous|video|gallery|in pictures|live|explainer|analysis|opinion)\s?[:|►▶»→–—]\s*\S.*[^.:;,]$`,
      "iu",
    ),
    longest: 160,
    unstopped: true,
  },
  {
    kind: "other",
    reason: "A notice of rights.",
    pattern:
      /^[\s*(]*(?:©(?!(?!.*(?:rights|reserved|permission|reproduc|licen[cs]e|copied|trade ?mark|copyright)).{160,}[.!?][”’"')]*$)|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}|by|of)|all rights reserved|(?:this material|the content) may not be (?:published|reproduced|copied))/iu,
    longest: 320,
  },
  {
    kind: "other",
    reason: "A line of the page, not of the report.",
    pattern:
      /^(?:\d{1,3}[ -]min(?:ute)?s?(?:[ -]read)?|(?:estimated )?reading time:? .{1,20}|listen to (?:this|the) (?:article|story).*|(?:tags|topics|filed under|categories|keywords|posted in)\s?:.*|back to top|article content|watch now|read next|swipe.{0,3}|this (?:content|article|story) is (?:reserved for|available (?:exclusively )?to|only available to|for) (?:\p{L}+ )?subscribers(?: only)?\.?|load more|show more|view (?:more|gallery|all)|click here(?: .{1,60})?|print this (?:page|article)|cookie (?:policy|settings)|privacy policy|terms (?:of use|and conditions).*|loading\.{0,3}|image source,? .{2,40}|image caption,? .{2,200})$/iu,
    longest: 240,
  },
];

const HEADER = new RegExp(String.raw`^[\s•*>»→▶-]*(?:${MORE})\s?[:…►▶»→]?$`, "iu");
const STOPPED = /[.!?…][”’"')\]]*$/u;

/** Whether a paragraph by itself is furniture: captions, credits, sign-up and share lines, pointers to other stories. */
export function findLineFurniture(line: string): FurnitureFinding | null {
  if (line.length > 320) return null;
  for (const rule of LINE_RULES) {
    if (line.length > rule.longest || (rule.unstopped === true && /\.[”’"')\]]*$/u.test(line))) continue;
    if (rule.needs !== undefined && !line.includes(rule.needs)) continue;
    if (rule.pattern.test(line)) return { kind: rule.kind, reason: rule.reason };
  }
  return null;
}

/** Whether a line is a header over other stories' headlines ("Related", "More from the Mercury", "Also today"). */
export function isMoreHeader(line: string): boolean {
  return line.length <= 60 && !STOPPED.test(line) && HEADER.test(line);
}
