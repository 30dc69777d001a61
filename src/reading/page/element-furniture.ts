import type { FurnitureKind } from "../../core/read/report.ts";

export interface ElementFinding {
  readonly kind: FurnitureKind;
  readonly reason: string;
}

interface NameRule extends ElementFinding {
  readonly pattern: RegExp;
}

/** Of a box named for links: one without links is none, whatever it is called. */
export const NAVIGATION: ElementFinding = { kind: "other", reason: "Navigation of the page." };

/** Rules over the words of an element's class and id. The first that matches decides. */
const NAME_RULES: readonly NameRule[] = [
  {
    kind: "newsletter",
    reason: "A sign-up box of the page.",
    pattern:
      /newsletter|(?:^|[\s_-])(?:subscribe|subscription|sign-?up|reg-?wall|identity-intro|piano|tp-(?:modal|container)|whatsapp-?(?:group|channel|promo))(?:$|[\s_-])|mailing-?list|mc_embed|email-?capture|inline-?sign|buy-?box/i,
  },
  {
    kind: "share",
    reason: "Buttons to pass the page on.",
    pattern:
      /(?:^|[\s_-])(?:share|sharing|shares|sharedaddy|addthis|addtoany|social(?:-?(?:share|media|links|icons|buttons|bar|tools))?|follow-?us|jp-relatedposts)(?:$|[\s_-])|(?:social|share)-?(?:bar|buttons|icons|links|tools)/i,
  },
  {
    kind: "comment",
    reason: "Readers’ comments.",
    pattern:
      /(?:^|[\s_-])(?:comments?|comment-?(?:list|respond|form|count|section|area)|disqus(?:_thread)?|respond|livefyre)(?:$|[\s_-])/i,
  },
  {
    kind: "related",
    reason: "A list of other stories.",
    pattern:
      /(?:^|[\s_-])(?:related|recommend(?:ed|ations?)?|more-?(?:on|from|stories|news|coverage|like)|read-?(?:more|next|also)|also-?(?:read|like)|see-?also|most-?(?:read|popular|viewed)|popular-?posts|trending|recirc(?:ulation)?|promos?|teasers?|explore-?(?:further|more)|outbrain|taboola|rich-?link|inline-?(?:related|promo|recirc)|up-?next|you-?may|similar(?:-?(?:links|stories|items|articles|posts))?|latest-?(?:news|posts|stories)|post-?navigation|nav-?links|nextprev|pagination)(?:$|[\s_-])|related-?(?:posts?|articles?|stories|content|links|items|news|topics)/i,
  },
  {
    kind: "advertisement",
    reason: "A place for advertising.",
    pattern:
      /(?:^|[\s_-])(?:ads?|advert(?:s|isement|ising)?|ad-?(?:slot|unit|container|wrapper|label|box)|sponsor(?:ed|s)?|dfp|promoted|adsbygoogle)(?:$|[\s_-])/i,
  },
  {
    kind: "other",
    reason: "An embedded post of a social network.",
    pattern:
      /\s(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|bluesky-embed|reddit-embed-bq|reddit-card|telegram-post|threads-embed|text-post-media)\s/i,
  },
  {
    kind: "other",
    reason: "A box beside the report.",
    pattern:
      /(?:^|[\s_-])(?:fact-?box|info-?box|side-?box|inset-?box|letters?-?cta|trust-?badge|editorial-?disclosure|disclosure|disclosure-?text|affiliate-?disclosure|disclaimer-?(?:long|text|short)?|pum|popmake)(?:$|[\s_-])/i,
  },
  {
    kind: "author-box",
    reason: "A note on the author.",
    pattern:
      /\s(?:(?:post|entry|article|story|about|single)[\s_-]+author|author|vcard)\s|(?:^|[\s_-])(?:author-?(?:bio|box|info|card|description|details|profile|block|about)|about-?(?:the-?)?author|bio-?box|contributor-?(?:bio|info))(?:$|[\s_-])|authorbox/i,
  },
  {
    kind: "caption",
    reason: "A video’s title or caption.",
    pattern:
      /(?:^|[\s_-])(?:(?:featured|inline|article|story|embed(?:ded)?|c|js)?-?video(?:-?(?:play|player|embed|title|caption|fallback|container|wrapper|description|data|info))?|jw-?player|brightcove|media-?embed|player-?wrapper)(?:$|[\s_-])/i,
  },
  {
    kind: "caption",
    reason: "A picture’s caption or credit.",
    pattern:
      /(?:^|[\s_-])(?:wp-caption(?:-text)?|caption|image-?(?:caption|credit)|photo-?(?:caption|credit)|media-?(?:caption|credit)|img-?caption|embed-credit|credit|credits|gallery-?caption|carousel|lightbox)(?:$|[\s_-])/i,
  },
  {
    kind: "credit",
    reason: "A line that says who wrote the report, and when.",
    pattern:
      /(?:^|[\s_-])(?:byline|by-?line|(?:post|entry|article|story)-?(?:meta|date|info|byline|author|details)|meta-?(?:info|data|line)|timestamp|publish(?:ed)?-?date|pubdate|dateline)(?:$|[\s_-])/i,
  },
  {
    ...NAVIGATION,
    pattern:
      /(?:^|[\s_-])(?:breadcrumbs?|tags?|tag-?(?:list|links|cloud)|tags-?(?:list|links)|post-?tags|entry-?tags|topics?-?(?:list)?|keywords|cat-?links|categories|toc|table-of-contents|jump-?links?|menu|navigation|nav|skip-?link)(?:$|[\s_-])|\stoc\s/i,
  },
  {
    kind: "other",
    reason: "Navigation or notes of the page.",
    pattern:
      /(?:^|[\s_-])(?:(?:entry|post|article)-?footer|footer|cookie[\w-]*|onetrust[\w-]*|gdpr|consent|sidebar|widget-?area|print-?(?:only|button)|tools|toolbar|copyright|disclaimer|site-?(?:header|footer)|screen-?reader-?text|visually-?hidden|sr-only|modal|popup|overlay|regwall|upsell|paywall-?(?:prompt|message|box|banner|offer|cta|overlay|barrier)|subscriber-?(?:prompt|offer)|mw-editsection|reference|references|reflist|navbox|infobox|hatnote|noprint|printfooter)(?:$|[\s_-])/i,
  },
];

/** Dialogs about cookies and consent, by the names that their makers give them. */
export const CONSENT_NAMES =
  /onetrust|(?:^|[\s_-])ot-(?:sdk|pc)|cookie-?(?:banner|consent|notice|law|bar|modal|settings|message)|consent-?(?:banner|modal|dialog|manager|sdk|popup)|gdpr|truste|qc-cmp|didomi|usercentrics|sp_message/i;

const TAG_FINDINGS: ReadonlyMap<string, ElementFinding> = new Map<string, ElementFinding>([
  ["figcaption", { kind: "caption", reason: "A picture’s caption or credit." }],
  ["figure", { kind: "caption", reason: "A picture’s caption or credit." }],
  ["nav", { kind: "other", reason: "Navigation or notes of the page." }],
  ["footer", { kind: "other", reason: "Navigation or notes of the page." }],
  ["form", { kind: "other", reason: "A form of the page." }],
  ["aside", { kind: "related", reason: "A box beside the report." }],
  ["address", { kind: "credit", reason: "A line that says who wrote the report, and when." }],
]);

/** What an element's name, class, id or role says of words that are no part of the report. */
export function findElementFurniture(name: string, classAndId: string, role: string | null): ElementFinding | null {
  const byTag = TAG_FINDINGS.get(name);
  if (byTag !== undefined && (name !== "aside" || !/quote|pull/i.test(classAndId))) return byTag;
  if (role === "navigation" || role === "complementary")
    return { kind: "other", reason: "Navigation or notes of the page." };
  if (classAndId.trim() === "" || classAndId.length > 400) return null;
  const rule = NAME_RULES.find(({ pattern }) => pattern.test(classAndId));
  return rule === undefined ? null : { kind: rule.kind, reason: rule.reason };
}
