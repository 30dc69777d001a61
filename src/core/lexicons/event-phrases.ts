// Wordings of several words that name one event. Compiled for this project, Apache-2.0.

import type { EventType } from "../extract/candidates.ts";

/**
 * A wording as lemmas in order; "a|b" offers choices, "?" after a word makes it optional, "*" stands for up to two
 * words that are neither verbs nor marks. The trigger is the whole wording, or only the part in ( ).
 */
export interface EventPhrase {
  readonly pattern: string;
  readonly type: EventType;
}

export const EVENT_PHRASES: readonly EventPhrase[] = [
  { pattern: "send|write|deliver|post|hand a|an|the|its|his|her|their|this|another * letter", type: "letter" },
  { pattern: "letter send|write", type: "letter" },
  { pattern: "plead|pleads|pleaded|pled not? guilty", type: "plea" },
  { pattern: "enter a|no|their|his|her * plea", type: "plea" },
  { pattern: "find not? guilty", type: "verdict" },
  { pattern: "take * legal action", type: "lawsuit" },
  { pattern: "go to court", type: "lawsuit" },
  { pattern: "go to the high|supreme|federal|county|crown|district|appeal court", type: "lawsuit" },
  { pattern: "(apply) to the? * court", type: "lawsuit" },
  { pattern: "(apply|applied) for a|an|the? * injunction|review", type: "lawsuit" },
  { pattern: "(application) for a|an|the? * injunction|review", type: "lawsuit" },
  {
    pattern: "paper|papers|application|petition|claim|complaint|writ (lodge|lodged|file|filed) at|in|with",
    type: "lawsuit",
  },
  { pattern: "file a|the|its|their? * (lawsuit|suit)", type: "lawsuit" },
  { pattern: "(class action) lawsuit|suit?", type: "lawsuit" },
  { pattern: "legal action", type: "lawsuit" },
  { pattern: "court appearance", type: "hearing" },
  { pattern: "(appear) in|at|before court", type: "hearing" },
  { pattern: "(appear) before|at * magistrate|magistrates|court|judge|justice|tribunal", type: "hearing" },
  { pattern: "(come|go) before * magistrate|magistrates|court|judge|justice|tribunal", type: "hearing" },
  { pattern: "public (hearing)", type: "hearing" },
  {
    pattern:
      "be (hear|heard) in|on|by * january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|court",
    type: "hearing",
  },
  { pattern: "(argue) the? * matter|case|appeal before", type: "hearing" },
  { pattern: "(accuse) * of * count|counts|breach|breaches|offence|offences", type: "charge" },
  { pattern: "notice of violation", type: "charge" },
  { pattern: "judicial review", type: "lawsuit" },
  { pattern: "public inquiry", type: "hearing" },
  { pattern: "give|take evidence", type: "hearing" },
  { pattern: "court order", type: "ruling" },
  {
    pattern:
      "judge|court|tribunal (decline|declined|refuse|refused|freeze|froze|block|blocked|halt|halted|bar|barred|clear|cleared)",
    type: "ruling",
  },
  // Steps of courts and offices, in the words that reports use for them, whatever a parser makes of the clause.
  {
    pattern: "begin|start|launch|issue|bring|open (legal|court|civil|possession) (proceeding|proceedings)",
    type: "lawsuit",
  },
  { pattern: "(seek) a|an|the? * injunction|declaration|order against|barring|banning|requiring|to", type: "lawsuit" },
  { pattern: "(application|applications) to commit|strike|quash|suspend|lift|stay|evict", type: "lawsuit" },
  {
    pattern: "hand|deliver|give|issue|reserve down? a|an|the|its|his|her|their * (ruling|judgment|judgement)",
    type: "ruling",
  },
  { pattern: "set aside", type: "ruling" },
  { pattern: "strike|struck down|out", type: "ruling" },
  { pattern: "throw out", type: "ruling" },
  {
    pattern:
      "judge|justice|court|tribunal|magistrate|magistrates|ombudsman|commissioner|inspector|adjudicator|registrar|sheriff (ruled|found|ordered|granted|dismissed|rejected|upheld|overturned|quashed|extended|lifted|adjourned)",
    type: "ruling",
  },
  {
    pattern: "mr|mrs|ms|lord|lady|dame justice|judge * in? the? high? court? (ruled|refused|ordered|granted|dismissed)",
    type: "ruling",
  },
  { pattern: "(commit|send) for trial|sentence", type: "hearing" },
  { pattern: "go on trial", type: "hearing" },
  { pattern: "due in|at|before * court", type: "hearing" },
  { pattern: "take up the|its|his|her|their * case|matter|appeal|challenge", type: "hearing" },
  { pattern: "planning permission|consent", type: "ruling" },
  { pattern: "(grant|refuse|revoke|withdraw|issue) * permit|licence|license|permission|consent", type: "ruling" },
  {
    pattern: "enforcement|improvement|prohibition|stop|penalty|eviction|closure|abatement|dispersal notice|order",
    type: "law",
  },
  { pattern: "serve * notice", type: "law" },
  { pattern: "do-not-use|stay-at-home|do-not-drink|boil-water order|notice|advisory", type: "law" },
  { pattern: "(strike|industrial action) ballot", type: "vote" },
  { pattern: "show of hands", type: "vote" },
  { pattern: "state of emergency", type: "law" },
  { pattern: "boil-water order", type: "law" },
  { pattern: "catch fire", type: "disaster" },
  { pattern: "lose his|her|their life", type: "death" },
  { pattern: "pass away", type: "death" },
  { pattern: "shoot dead", type: "death" },
  { pattern: "stab to death", type: "death" },
  { pattern: "find dead", type: "death" },
  { pattern: "turn himself|herself|themselves in", type: "arrest" },
  { pattern: "lead away", type: "arrest" },
  { pattern: "take into custody", type: "arrest" },
  { pattern: "let go", type: "release" },
  { pattern: "release on bail", type: "release" },
  { pattern: "be|get (freed)", type: "release" },
  { pattern: "(free|freed) on * bail|bond", type: "release" },
  { pattern: "make peace", type: "agreement" },
  { pattern: "sign into law", type: "law" },
  { pattern: "take office", type: "appoint" },
  { pattern: "swear in", type: "appoint" },
  { pattern: "swear into office", type: "appoint" },
  { pattern: "take the oath", type: "appoint" },
  { pattern: "step down|aside", type: "resign" },
  { pattern: "leave office", type: "resign" },
  { pattern: "go on strike", type: "strike" },
  { pattern: "walk out", type: "strike" },
  { pattern: "take to the street", type: "protest" },
  { pattern: "make landfall", type: "disaster" },
  { pattern: "test positive", type: "other" },
  { pattern: "shut down", type: "other" },
  { pattern: "call off", type: "other" },
  { pattern: "put out|online", type: "publish" },
  { pattern: "sit down with", type: "meeting" },
  { pattern: "suspend|end his|her|their|its * campaign|bid|candidacy", type: "other" },
  { pattern: "drop out", type: "other" },
  { pattern: "state of calamity|siege|disaster", type: "law" },
  { pattern: "martial law", type: "law" },
  { pattern: "public meeting", type: "meeting" },
  { pattern: "town hall", type: "meeting" },
  { pattern: "news|press conference", type: "meeting" },
  { pattern: "life|death|prison sentence", type: "sentence" },
  { pattern: "civil war", type: "strike-military" },
  { pattern: "broken bone|leg|arm|ankle|hip|rib", type: "injury" },
  { pattern: "come down", type: "accident" },
  { pattern: "give way", type: "accident" },
  { pattern: "search and rescue", type: "rescue" },
];
