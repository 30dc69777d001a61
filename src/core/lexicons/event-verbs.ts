// Verbs that name events of public life, with the syntax that tells their senses apart. Compiled for this project,
// Apache-2.0.

import type { EventType } from "../extract/candidates.ts";

/** One sense of a verb. Every condition that is given must hold; the first sense that fits is taken. */
export interface VerbSense {
  readonly type: EventType;
  readonly voice?: "active" | "passive";
  /** The particle that makes the sense ("step down"); it becomes part of the trigger. */
  readonly particle?: ReadonlySet<string>;
  /** Lemmas one of which what is acted on must be (the object, or the subject of a passive). */
  readonly object?: ReadonlySet<string>;
  /** Lemmas that what is acted on must not be. */
  readonly notObject?: ReadonlySet<string>;
  /** Lemmas one of which the agent must be (the subject, or the "by" phrase of a passive). */
  readonly subject?: ReadonlySet<string>;
  /** "person": what is acted on is somebody; "none": nothing is acted on. */
  readonly patient?: "person" | "none" | "some";
  /** Preposition and lemmas of a complement: "in … custody". */
  readonly with?: readonly [ReadonlySet<string>, ReadonlySet<string> | null];
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const COURTS = words("court judge tribunal jury magistrate justice panel bench");
const COURT_PLACES = words("court dock magistrate judge tribunal jury hearing trial");
const OFFICES = words(
  "president minister governor mayor chair chairman chairwoman leader director head chief secretary justice judge chancellor ambassador commissioner speaker ceo executive manager coach pope king queen premier treasurer captain",
);
const RULES = words(
  "law bill act ban order rule restriction measure curfew lockdown emergency amendment legislation ordinance decree sanction moratorium regulation policy requirement limit",
);
const WORKS = words(
  "report study paper book album song film video footage statement document documents data findings result figure image picture photograph photo list transcript memo letter survey poll review article single trailer recording tape email file evidence minutes plan guidance manifesto accounts assessment",
);
const CRAFT = words(
  "rocket satellite probe spacecraft shuttle product service website site app campaign ship programme program initiative scheme mission rover vehicle project fund appeal bid store model line",
);
const STRUCTURES = words(
  "building roof bridge wall tower house home structure dam mine tunnel stand ceiling floor scaffolding crane quarry bank slope embankment face balcony",
);
const CRAFT_THAT_CRASH = words(
  "plane aircraft helicopter jet train bus car lorry truck boat ship ferry van coach airliner vehicle tram motorcycle bike glider drone craft minibus balloon",
);
const STORMS = words("hurricane storm cyclone typhoon tornado earthquake quake tsunami flood wildfire");
const WEAPONS = words("missile rocket shell tank drone airstrike");
const CUSTODY = words("custody police jail cell detention");
const SUPPORTERS = words(
  "thousand hundred people protester demonstrator crowd supporter campaigner resident student villager activist marcher dozen",
);
const AGREEMENTS = words("agreement deal treaty pact accord contract memorandum truce settlement");
const STOPPED_WORK = words(
  "worker driver staff teacher nurse member union crew employee doctor pilot docker miner lecturer",
);

const VERBS: readonly (readonly [lemmas: string, ...senses: VerbSense[]])[] = [
  // Death and injury
  ["die drown perish predecease", { type: "death" }],
  ["kill murder assassinate slay behead lynch execute massacre", { type: "death" }],
  ["succumb", { type: "death" }],
  [
    "pass",
    { type: "death", particle: words("away") },
    { type: "vote", object: words("motion resolution budget amendment referendum"), patient: "some" },
    { type: "law", object: words("bill law act legislation ordinance"), patient: "some" },
  ],
  ["injure wound hurt maim hospitalise hospitalize", { type: "injury" }],
  [
    "burn",
    { type: "disaster", patient: "none", subject: words("fire house building forest warehouse") },
    { type: "damage", particle: words("down") },
  ],
  // Attack and clash
  [
    "attack assault stab bomb ambush hijack rape torture mug molest kidnap abduct poison ram rob vandalise vandalize firebomb",
    { type: "attack" },
  ],
  [
    "shoot",
    { type: "strike-military", particle: words("down") },
    { type: "attack", notObject: words("film video scene movie photograph picture documentary footage") },
  ],
  ["beat", { type: "attack", patient: "person", particle: words("up") }],
  ["detonate", { type: "attack" }],
  ["explode", { type: "accident" }],
  ["storm", { type: "clash", patient: "some" }],
  ["clash riot scuffle brawl", { type: "clash" }],
  ["invade bombard shell", { type: "strike-military" }],
  ["raid", { type: "search", subject: words("police officer agent detective investigator") }, { type: "attack" }],
  // Protest and strike
  ["protest demonstrate", { type: "protest" }],
  ["rally", { type: "protest", patient: "none" }],
  ["march", { type: "protest", patient: "none" }],
  ["picket blockade", { type: "protest" }],
  ["gather", { type: "protest", patient: "none", subject: SUPPORTERS }],
  ["boycott", { type: "protest" }],
  [
    "strike",
    { type: "disaster", subject: STORMS },
    { type: "strike", patient: "none", subject: STOPPED_WORK },
    { type: "accident", subject: words("car bus train truck lorry vehicle driver van lightning"), patient: "some" },
    { type: "agreement", object: words("deal agreement bargain"), patient: "some" },
  ],
  ["walk", { type: "strike", particle: words("out"), patient: "none" }],
  // Police and courts
  ["arrest apprehend", { type: "arrest" }],
  ["detain", { type: "arrest" }],
  [
    "hold",
    {
      type: "arrest",
      voice: "passive",
      patient: "person",
      with: [words("in on by over under"), words("custody suspicion police officer charge connection")],
    },
    { type: "ruling", subject: COURTS, patient: "none" },
  ],
  ["surrender", { type: "arrest", patient: "none" }],
  ["charge indict", { type: "charge", notObject: words("fee price battery phone rate toll money customer interest") }],
  ["impeach prosecute", { type: "charge" }],
  ["arraign", { type: "hearing" }],
  ["appear", { type: "hearing", with: [words("at before in"), COURT_PLACES] }],
  ["testify", { type: "hearing" }],
  ["try", { type: "hearing", voice: "passive", patient: "person" }],
  [
    "plead",
    { type: "plea", with: [words("to"), null] },
    { type: "plea", voice: "active", object: words("guilty innocent"), patient: "some" },
  ],
  ["convict acquit exonerate", { type: "verdict" }],
  ["sentence jail imprison", { type: "sentence" }],
  ["rule", { type: "ruling", patient: "none" }, { type: "ruling", subject: COURTS }],
  ["overturn vacate uphold quash adjudicate", { type: "ruling" }],
  [
    "order",
    { type: "law", object: words("evacuation closure lockdown curfew shutdown recall"), patient: "some" },
    { type: "ruling", subject: COURTS },
  ],
  [
    "dismiss",
    { type: "ruling", subject: COURTS },
    {
      type: "ruling",
      object: words("case lawsuit suit appeal claim application motion charge petition challenge"),
      patient: "some",
    },
    { type: "resign", voice: "passive", patient: "person" },
  ],
  [
    "throw",
    {
      type: "ruling",
      particle: words("out"),
      object: words("case lawsuit suit appeal claim challenge conviction ruling charge"),
      patient: "some",
    },
  ],
  ["remand", { type: "ruling" }],
  [
    "appeal",
    {
      type: "appeal",
      with: [
        words("against to"),
        words("ruling decision judgment judgement conviction sentence verdict order injunction court ban judge"),
      ],
    },
    {
      type: "appeal",
      object: words("ruling decision judgment judgement conviction sentence verdict order injunction ban"),
      patient: "some",
    },
  ],
  ["sue", { type: "lawsuit" }],
  [
    "challenge",
    {
      type: "lawsuit",
      object: words("ban decision ruling law order legality injunction rule policy act"),
      patient: "some",
    },
  ],
  ["file", { type: "lawsuit", object: words("lawsuit suit complaint claim petition case motion"), patient: "some" }],
  [
    "release",
    { type: "release", voice: "passive", patient: "person" },
    { type: "release", patient: "person", notObject: WORKS },
    { type: "publish", object: WORKS, patient: "some" },
    {
      type: "publish",
      voice: "active",
      patient: "some",
      notObject: words(
        "gas oil water energy chemical carbon pollutant heat bird fish animal pressure smoke fund money",
      ),
    },
  ],
  ["free bail parole", { type: "release", patient: "person" }],
  ["search", { type: "search" }],
  // Law and order
  [
    "ban outlaw proscribe prohibit criminalise criminalize decriminalise decriminalize legalise legalize abolish",
    { type: "law" },
  ],
  ["lift repeal rescind revoke ease impose reimpose", { type: "law", object: RULES, patient: "some" }],
  ["enact ratify", { type: "law", notObject: AGREEMENTS }, { type: "agreement" }],
  [
    "sign",
    { type: "law", object: words("bill law order act decree legislation proclamation"), patient: "some" },
    { type: "agreement", object: AGREEMENTS, patient: "some" },
  ],
  ["declare", { type: "law", object: words("emergency curfew lockdown"), patient: "some" }],
  ["veto", { type: "law" }],
  ["quarantine", { type: "law" }],
  ["fine", { type: "sanction" }],
  ["sanction", { type: "sanction" }],
  ["expel", { type: "sanction" }],
  ["suspend", { type: "sanction", patient: "person" }],
  // Politics
  ["vote", { type: "vote" }],
  ["elect reelect re-elect", { type: "election" }],
  ["appoint inaugurate", { type: "appoint" }],
  ["nominate", { type: "appoint", patient: "person" }],
  [
    "swear",
    { type: "appoint", particle: words("in") },
    { type: "appoint", voice: "passive", with: [words("in into"), null] },
  ],
  ["succeed", { type: "appoint", patient: "person" }],
  ["become", { type: "appoint", object: OFFICES }],
  ["resign", { type: "resign" }],
  ["quit", { type: "resign", subject: OFFICES }, { type: "resign" }],
  ["retire", { type: "resign", patient: "none" }],
  ["oust sack depose", { type: "resign" }],
  [
    "fire",
    { type: "strike-military", object: WEAPONS, patient: "some" },
    { type: "clash", object: words("gas teargas cannon bullet round tear"), patient: "some" },
    { type: "resign", patient: "person", notObject: words("shot bullet round missile rocket gun weapon") },
  ],
  ["step", { type: "resign", particle: words("down aside") }],
  ["stand", { type: "resign", particle: words("down") }],
  [
    "agree",
    { type: "agreement", with: [words("on"), AGREEMENTS] },
    { type: "agreement", object: AGREEMENTS, patient: "some" },
  ],
  // Meetings
  [
    "meet",
    {
      type: "meeting",
      notObject: words(
        "target need requirement standard deadline demand goal condition criterion cost challenge obligation expectation",
      ),
    },
  ],
  ["convene", { type: "meeting" }],
  ["negotiate", { type: "talks" }],
  ["visit", { type: "visit", subject: OFFICES }, { type: "visit", patient: "some" }],
  // Accidents and disasters
  ["crash derail capsize collide", { type: "accident" }],
  ["collapse", { type: "accident", subject: STRUCTURES }, { type: "accident" }],
  ["overturn", { type: "accident", patient: "none", subject: CRAFT_THAT_CRASH }],
  ["sink", { type: "accident", subject: CRAFT_THAT_CRASH }],
  [
    "erupt",
    { type: "disaster", subject: words("volcano mount fire blaze") },
    { type: "clash", subject: words("violence riot fighting clash scuffle") },
  ],
  ["leak", { type: "accident", subject: words("gas oil chemical fuel water ammonia chlorine pipe tank valve") }],
  ["spill", { type: "accident" }],
  ["flood inundate", { type: "disaster" }],
  ["damage destroy wreck demolish smash deface ravage devastate", { type: "damage" }],
  ["evacuate airlift", { type: "evacuation" }],
  ["displace", { type: "evacuation" }],
  ["rescue", { type: "rescue" }],
  ["recover", { type: "search", object: words("body remains wreckage weapon"), patient: "some" }],
  // Publications, launches, awards
  ["publish", { type: "publish" }],
  [
    "launch",
    { type: "launch", object: CRAFT, patient: "some" },
    {
      type: "strike-military",
      object: words("offensive operation airstrike strike invasion assault attack missile"),
      patient: "some",
    },
    { type: "launch", voice: "passive" },
    { type: "launch", patient: "none" },
  ],
  ["found unveil", { type: "launch" }],
  ["award", { type: "award" }],
  ["induct", { type: "award" }],
  // Other things that news follows
  ["investigate", { type: "other" }],
  ["pardon", { type: "other" }],
  ["subpoena", { type: "other" }],
];

export const VERB_SENSES: ReadonlyMap<string, readonly VerbSense[]> = new Map(
  VERBS.flatMap(([lemmas, ...senses]) => lemmas.split(" ").map((lemma) => [lemma, senses] as const)),
);
