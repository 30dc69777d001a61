/** What can be read, watched or listened to: kinds that are asked for under several names. Nouns in the singular and plural. */
export const PAPERS: readonly (readonly [kind: string, nouns: string])[] = [
  ["film", "footage|films?|videos?|tapes?|recordings?|pictures?|images?|photographs?"],
  [
    "report",
    "reports?|stud(?:y|ies)|surveys?|advice|findings|assessments?|reviews?|documents?|papers?|files?|pages|evidence|intelligence|transcripts?|minutes of|full text",
  ],
  ["letter", "emails?|e-mails|letters?|correspondence|messages|diar(?:y|ies)"],
  ["record", "records?|logs?|books|accounts|data|notes|contracts?|results?|information|details"],
  ["name", "names|list"],
];

const ANY_PAPER = PAPERS.map(([, nouns]) => nouns).join("|");

/**
 * What people are asked to do and say they will or will not do, in the words that news uses for one and the same deed:
 * "call off", "put off" and "a pause"; "publish", "hand over" and "let us see". Verbs with their particles and nouns; a text
 * is matched in lower case. Compiled for this project, Apache-2.0.
 */
export const DEED_WORDS: readonly (readonly [deed: string, wordings: readonly string[]])[] = [
  [
    "disclose",
    [
      "(?:re)?publish\\p{L}*|publication|disclos\\p{L}+|divulg\\p{L}+|reveal\\p{L}*|unredact\\p{L}*|unseal\\p{L}*",
      "hand(?:s|ed|ing)? (?:\\p{L}+ ){0,3}over|turn(?:s|ed|ing)? (?:\\p{L}+ ){0,3}over|make (?:\\p{L}+ ){0,4}public|(?:put|post)(?:ing|ed)? (?:\\p{L}+ ){0,3}(?:online|on its website)",
      `(?:releas(?:e|es|ed|ing)|show(?:s|n|ed|ing)?|see(?:n|ing)?|sight of|view(?:ed|ing)?|shar(?:e|es|ed|ing)|produc(?:e|es|ed|ing)|provid(?:e|es|ed|ing)|giv(?:e|es|en|ing)|let \\p{L}+ (?:see|have)|open(?:s|ed|ing)?) (?:[\\p{L}\\p{N}’'-]+ ){0,6}(?:${ANY_PAPER})`,
      `(?:request|plea|call|demand|application|bid|asked|asks|asking|seek(?:s|ing)?|sought|pressed|wants?) (?:again )?for (?:[\\p{L}\\p{N}’'-]+ ){0,6}(?:${ANY_PAPER})`,
    ],
  ],
  [
    "meet",
    [
      "meet|meets|met|meetings?|sit(?:s|ting)? down|sat down|receiv(?:e|es|ed|ing)|visit(?:s|ed|ing)?|talks?|talking|negotiat\\p{L}+|mediat\\p{L}+|arbitrat\\p{L}+|audience|delegation|round ?table|dialogue|face to face|in person|in one room|same room|hear (?:them|us|both)|return to the table|bargain\\p{L}*",
    ],
  ],
  [
    "resign",
    [
      "resign\\p{L}*|quit(?:s|ting)?|step(?:s|ped|ping)? (?:down|aside|back)|stand(?:s|ing)? (?:down|aside)|stood (?:down|aside)|leave office|dismiss(?:al)?|sack(?:ed|ing)?|oust(?:ed|er)?|remov(?:e|ed|al) (?:\\p{L}+ ){0,3}(?:from (?:office|post|duty|his|her)|as)|give up (?:\\p{L}+ ){0,2}(?:job|post|seat)|consider (?:his|her|their) position",
      "to go(?! (?:through|to|into|on|ahead|back|home|out|and|with|in|for|public|down|before)\\b)|(?:sen(?:d|t)|moved|kicked|turfed) (?:away|out)(?: of (?:his|her|their) \\p{L}+)?|strip(?:s|ped|ping)? (?:him|her|them) of|fir(?:ed|ing)|departure",
    ],
  ],
  [
    "halt",
    [
      "halt\\p{L}*|stop(?:s|ped|ping)?|ceas(?:e|es|ed|ing)|cancel\\p{L}*|postpon\\p{L}+|delay\\p{L}*|suspen\\p{L}+|paus(?:e|es|ed|ing)|moratorium|defer\\p{L}*|adjourn\\p{L}*|scrap(?:s|ped|ping)?|abandon\\p{L}*|shelv(?:e|es|ed|ing)|freez(?:e|es|ing)|frozen?",
      "(?:call|put|hold|held|head)(?:s|ed|ing)? (?:[\\p{L}’']+ ){0,3}off|hold(?:s|ing)? (?:[\\p{L}’']+ ){0,3}back|stay(?:s|ed|ing)? (?:at home|away|indoors)|think again|rethink|reconsider\\p{L}*|wait(?:s|ed|ing)?",
    ],
  ],
  [
    "lift",
    [
      "lift(?:s|ed|ing)?|withdr[ae]w\\p{L}*|drop(?:s|ped|ping)?|revok\\p{L}+|rescind\\p{L}*|revers(?:e|es|ed|ing|al)|overturn\\p{L}*|quash\\p{L}*|set aside|repeal\\p{L}*|strike (?:down|out)|struck (?:down|out)|throw(?:s|n|ing)? out|threw out|annul\\p{L}*|discharg(?:e|es|ed|ing)",
    ],
  ],
  [
    "inquire",
    [
      "inquir(?:y|ies)|enquir(?:y|ies)|investigat\\p{L}+|audit\\p{L}*|prob(?:e|es|ed|ing)|review(?:s|ed|ing)?|re-?examin\\p{L}+|examin\\p{L}+|inspect(?:s|ed|ing|ions?)?|look(?:s|ed|ing)? (?:\\p{L}+ )?into|go(?:es|ing)? through|royal commission|commission of inquiry|inquest",
    ],
  ],
  [
    "pay",
    [
      "pay|pays|paid|paying|payments?|payouts?|compensat\\p{L}+|reimburs\\p{L}+|refund\\p{L}*|reparations?|damages|settlement|fund(?:s|ed|ing)?|pay (?:rise|raise)|wages?",
    ],
  ],
  ["apologise", ["apolog\\p{L}+|sorry|regret(?:s|ted)?"]],
  [
    "explain",
    [
      "explain(?:s|ed|ing)?|explanations?|clarif\\p{L}+|say (?:why|how|what|when|who|whether|where)|account for|answer(?:s|ed|ing)? (?:\\p{L}+ ){0,3}questions|make a statement|a statement",
    ],
  ],
  [
    "bar",
    [
      "injunctions?|interdicts?|restrain\\p{L}*|block(?:s|ed|ing)?|bar|bars|barred|barring|ban|bans|banned|banning|forbid\\p{L}*|forbade|prohibit\\p{L}*|evict\\p{L}*|clear(?:s|ed|ing)? (?:[\\p{L}’'-]+ ){0,4}(?:from|off|out)|possession order|outlaw\\p{L}*|proscri\\p{L}+",
    ],
  ],
  [
    "amend",
    [
      "amend\\p{L}*|rewrit\\p{L}+|rewrote|reword\\p{L}*|redraft\\p{L}*|correct(?:s|ed|ing|ions?)?|redraw\\p{L}*|revis(?:e|es|ed|ing|ions?)",
    ],
  ],
  [
    "free",
    [
      "free(?:s|d|ing)?|releas(?:e|es|ed|ing) (?:him|her|them|on bail|from)|bail|amnesty|pardon\\p{L}*|let (?:him|her|them) go",
    ],
  ],
  [
    "witness",
    [
      "come(?:s|ing)? forward|came forward|contact(?:s|ed|ing)? (?:the )?(?:police|detectives|officers|them|us)|get in touch|dash ?cam\\p{L}*|witness(?:es)?|call crimestoppers",
    ],
  ],
  [
    "leave",
    [
      "leave(?:s)?|leaving|vacat(?:e|es|ed|ing)|evacuat\\p{L}+|dispers\\p{L}+|go home|come out|move (?:out|on|to)|get out|pull(?:s|ed|ing)? out",
    ],
  ],
  [
    "restore",
    [
      "reinstat\\p{L}+|restor(?:e|es|ed|ing|ation)|re-?open\\p{L}*|re-?hir\\p{L}+|re-?employ\\p{L}*|tak(?:e|en|ing) back|bring(?:ing)? back|giv(?:e|es|ing) back|gave back|(?:hand|send)(?:s|ed|ing)? (?:\\p{L}+ ){0,4}back|return(?:s|ed|ing)? (?:of )?(?:the|their|his|her|all|them|it|him)|repatriat\\p{L}+|resum(?:e|es|ed|ing|ption)",
    ],
  ],
  ["vote", ["vot(?:e|es|ed|ing)|ballot(?:s|ed|ing)?|referendum|plebiscite|recall|fresh elections?|early elections?"]],
  [
    "prosecute",
    [
      "prosecut\\p{L}+|charg(?:e|es|ed|ing) (?:him|her|them|with|the \\p{L}+ with)|arrest(?:s|ed|ing)?|indict\\p{L}*|bring charges|subpoena\\p{L}*",
    ],
  ],
  [
    "help",
    [
      "emergency|airlift\\p{L}*|fly in|aid|assistance|shelter|drinking water|bottled water|send (?:in )?(?:\\p{L}+ ){0,3}(?:help|troops|doctors|engineers|boats)",
    ],
  ],
  [
    "testify",
    [
      "testif\\p{L}+|giv(?:e|es|ing) evidence|appear(?:s|ed|ing)? (?:before|in person|at the)|attend(?:s|ed|ing)? the (?:hearing|inquiry|session)|questions? under oath|testimony",
    ],
  ],
  [
    "extend",
    [
      "exten(?:d\\p{L}*|sions?)|more time|(?:more|extra|further|another|additional) (?:\\p{L}+ ){0,2}(?:days?|weeks?|months?|hours?)|reprieve|stay of|grace period|(?<!no )longer",
    ],
  ],
  [
    "protect",
    [
      "protect\\p{L}*|guard(?:s|ed|ing)?|safeguard\\p{L}*|patrol(?:s|led|ling)?|escort\\p{L}*|reinforcements|more (?:police|officers|troops)|enough (?:police|officers)|deputies",
    ],
  ],
  [
    "close",
    ["clos(?:e|es|ed|ing|ure)|shut(?:s|ting|down)?|switch(?:ed|ing)? off|turn(?:s|ed|ing)? off|decommission\\p{L}*"],
  ],
  [
    "approve",
    [
      "approv\\p{L}+|ratif\\p{L}+|sign(?:s|ed|ing)?(?! language)|back(?:s|ed|ing)? (?:the|an?|his|her|their|its)|endors\\p{L}+|support(?:s|ed|ing)?",
    ],
  ],
  [
    "recover",
    [
      "salvag\\p{L}+|recover\\p{L}*|exhum\\p{L}+|rais(?:e|es|ed|ing) (?:the )?(?:ship|wreck|boat|ferry|vessel|plane|bodies)|bring(?:s|ing)? (?:\\p{L}+ ){1,4}(?:up|home|ashore)|brought (?:\\p{L}+ ){1,4}(?:up|home|ashore)",
    ],
  ],
  [
    "limit",
    [
      "limit(?:s|ed|ing)?|caps?|capped|capping|ceiling|curb(?:s|ed|ing)?|restrict\\p{L}*|reduc\\p{L}+|cut(?:s|ting)?(?! off)|slow(?:s|ed|ing)? down|curfew",
    ],
  ],
  [
    "intervene",
    [
      "interven\\p{L}+|step(?:s|ped|ping)? in|call(?:s|ed|ing)? (?:it |this |that )?in|tak(?:e|es|en|ing) (?:\\p{L}+ ){0,2}over|took (?:\\p{L}+ ){0,2}over|overrul\\p{L}+",
    ],
  ],
  [
    "join",
    [
      "join(?:s|ed|ing)?|march(?:es|ed|ing)?|walk(?:s|ed|ing)?|attend(?:s|ed|ing)?|take part|rall(?:y|ies|ied|ying)|turn out",
    ],
  ],
];
