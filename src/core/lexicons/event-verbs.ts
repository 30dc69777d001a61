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
  /** Prepositions that no complement may have. */
  readonly without?: ReadonlySet<string>;
  readonly with?: readonly [ReadonlySet<string>, ReadonlySet<string> | null];
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const _COURTS = words(
  "court judge tribunal jury magistrate justice panel bench arbitrator regulator board commission committee chancellor",
);
export const JUDGES: ReadonlySet<string> = words("court judge tribunal jury magistrate justice panel bench arbitrator");
const LAWMAKERS = words(
  "parliament senate house congress assembly council councillor councilor lawmaker legislator legislature mp senator committee board member voter union delegate trustee commissioner peer commons lords",
);
const RULERS = words(
  "government minister ministry president governor mayor council parliament congress senate state city county country authority department secretary police official regulator board health agency inspectorate watchdog commission",
);
const COURT_PLACES = words("court dock magistrate judge tribunal jury hearing trial inquiry inquest");
const OFFICES = words(
  "president minister governor mayor chair chairman chairwoman leader director head chief secretary justice judge chancellor ambassador commissioner speaker ceo executive manager coach pope king queen premier treasurer captain sultan emperor monarch prime",
);
const PERMITS = words("licence license permit permission consent visa passport accreditation registration certificate");
const RULES = words(
  "law bill act ban order rule restriction measure curfew lockdown emergency amendment legislation ordinance decree sanction moratorium regulation policy requirement limit quarantine tariff levy tax charge cap",
);
const BILLS = words("law bill act legislation ordinance amendment decree statute");
const MOTIONS = words(
  "motion resolution budget referendum plan proposal measure amendment bid offer deal article candidate contract wording",
);
const WORKS = words(
  "report study paper book album song film video footage statement document documents data findings result figure image picture photograph photo list transcript memo letter survey poll review article single trailer recording tape email file evidence minutes plan guidance manifesto accounts assessment summary annex opinion finding note message log",
);
const _CRAFT = words(
  "rocket satellite probe spacecraft shuttle product service website site app campaign ship programme program initiative scheme mission rover vehicle project fund appeal bid store model line",
);
const STRUCTURES = words(
  "building roof bridge wall tower house home structure dam mine tunnel stand ceiling floor scaffolding crane quarry bank slope embankment face balcony span slab spillway levee cliff rock tree pier tank line part section side",
);
const VESSELS = words(
  "plane aircraft helicopter jet train bus car lorry truck boat ship ferry van coach airliner vehicle tram motorcycle bike glider drone craft minibus balloon barge flight yacht tanker",
);
const STORMS = words(
  "hurricane storm cyclone typhoon tornado earthquake quake tsunami flood wildfire twister disaster tremor",
);
const SHOTS = words("bullet shrapnel gunfire shot round pellet grenade arrow buckshot");
const WEAPONS = words("missile rocket shell tank drone airstrike");
const CROWDS = words(
  "thousand hundred people protester demonstrator crowd supporter campaigner resident student villager activist marcher dozen worker tenant driver opponent",
);
const AGREEMENTS = words(
  "agreement deal treaty pact accord contract memorandum truce settlement term terms ceasefire charter",
);
const STAFF = words(
  "worker driver staff teacher nurse member union crew employee doctor pilot docker miner lecturer porter cleaner guard",
);
const BODY_PARTS = words(
  "hip leg arm ankle wrist bone rib nose jaw collarbone neck back hand foot finger shoulder elbow knee pelvis skull",
);
const _OFFENCES = words(
  "charge count offence offense murder manslaughter theft assault conspiracy wrongdoing fraud rape guilt responsibility allegation accusation",
);
const RACES = words(
  "election seat race primary vote referendum contest caucus state nomination presidency district constituency",
);
const PRIZES = words("award prize medal oscar title trophy gold silver bronze nobel championship grammy emmy bafta");
const CASES = words(
  "case lawsuit suit appeal claim application motion charge petition challenge complaint conviction indictment",
);
const POSTS = words("post job office role seat company club firm cabinet government party position board team");
const POLICE = words(
  "police officer agent detective investigator deputy sheriff constable guard soldier authority force",
);
const _MEDICS = words("hospital clinic infirmary");

const VERBS: readonly (readonly [lemmas: string, ...senses: VerbSense[]])[] = [
  // Death and injury
  ["die drown perish predecease", { type: "death" }],
  ["kill murder assassinate slay behead lynch execute massacre", { type: "death" }],
  ["succumb", { type: "death" }],
  ["claim", { type: "death", object: words("life lives"), patient: "some" }],
  [
    "pass",
    { type: "death", particle: words("away") },
    { type: "law", object: BILLS, patient: "some" },
    { type: "vote", object: MOTIONS, patient: "some" },
    { type: "vote", patient: "none", subject: words("motion measure resolution bill amendment referendum article") },
  ],
  ["injure wound hurt maim hospitalise hospitalize", { type: "injury" }],
  [
    "break",
    { type: "injury", object: BODY_PARTS, patient: "some" },
    { type: "accident", patient: "none", subject: STRUCTURES },
  ],
  ["burn", { type: "damage", patient: "some" }, { type: "disaster", patient: "none" }],
  // Attack and clash
  [
    "attack assault stab bomb ambush hijack rape torture mug molest kidnap abduct poison ram rob vandalise vandalize firebomb torch sabotage punch",
    { type: "attack" },
  ],
  [
    "shoot",
    {
      type: "strike-military",
      particle: words("down"),
      notObject: words(
        "animal gorilla lion tiger bear elephant dog wolf bull man woman boy girl person people officer protester plan idea proposal suggestion bid claim",
      ),
    },
    { type: "attack", notObject: words("film video scene movie photograph picture documentary footage") },
  ],
  [
    "beat",
    { type: "attack", patient: "person", voice: "passive" },
    { type: "election", patient: "person", subject: OFFICES },
  ],
  ["drag push", { type: "attack", patient: "person" }],
  ["detonate loot", { type: "attack" }],
  ["hack", { type: "attack", patient: "some" }],
  ["explode", { type: "accident" }],
  [
    "join",
    { type: "agreement", object: words("union alliance treaty bloc pact agreement organisation organization") },
    { type: "lawsuit", object: CASES },
    { type: "protest", object: words("protest march strike rally demonstration walkout") },
  ],
  ["go", { type: "attack", particle: words("off"), subject: words("bomb device grenade explosive") }],
  ["storm", { type: "clash", patient: "some" }],
  ["clash riot scuffle brawl", { type: "clash" }],
  ["pelt stone", { type: "clash", patient: "some" }],
  [
    "throw",
    { type: "ruling", particle: words("out"), object: CASES, patient: "some" },
    { type: "ruling", subject: JUDGES, particle: words("out") },
    { type: "clash", object: words("stone rock bottle bomb brick petrol missile object flare egg"), patient: "some" },
  ],
  ["invade bombard shell", { type: "strike-military" }],
  ["raid", { type: "search", subject: POLICE }, { type: "attack" }],
  // Protest and strike
  ["protest demonstrate picket blockade boycott", { type: "protest" }],
  ["rally march", { type: "protest", patient: "none" }],
  ["gather assemble camp", { type: "protest", patient: "none", subject: CROWDS }],
  [
    "occupy",
    { type: "protest", subject: CROWDS },
    { type: "protest", object: words("building office hall factory square university campus road") },
  ],
  [
    "strike",
    { type: "disaster", subject: STORMS },
    { type: "attack", subject: SHOTS, patient: "some" },
    { type: "strike", patient: "none", subject: STAFF },
    { type: "strike", patient: "none", without: words("against at into through") },
    { type: "accident", subject: VESSELS, patient: "some" },
    { type: "agreement", object: words("deal agreement bargain"), patient: "some" },
    {
      type: "accident",
      patient: "some",
      notObject: words(
        "law section clause provision rule pose balance chord blow name word line paragraph sentence entry item reference page remark tone note juror",
      ),
    },
  ],
  [
    "walk",
    { type: "strike", particle: words("out"), patient: "none" },
    { type: "protest", subject: CROWDS, with: [words("through to across past"), null] },
  ],
  // Police and courts
  ["arrest apprehend detain", { type: "arrest" }],
  ["nab nick capture", { type: "arrest", patient: "person" }],
  ["seize", { type: "arrest", voice: "passive", patient: "person" }, { type: "other", patient: "some" }],
  [
    "hold",
    { type: "arrest", voice: "passive", patient: "person", notObject: words("meeting rally") },
    { type: "ruling", subject: JUDGES, patient: "none" },
  ],
  ["question", { type: "arrest", voice: "passive", patient: "person" }],
  ["surrender", { type: "arrest", patient: "none" }],
  ["book", { type: "arrest", voice: "passive", patient: "person" }],
  ["charge indict", { type: "charge", notObject: words("fee price battery phone rate toll money customer interest") }],
  ["impeach prosecute", { type: "charge" }],
  ["cite", { type: "charge", patient: "person" }],
  ["arraign", { type: "hearing" }],
  ["appear", { type: "hearing", with: [words("at before in"), COURT_PLACES] }],
  ["testify", { type: "hearing" }],
  [
    "hear",
    { type: "hearing", subject: JUDGES },
    { type: "hearing", object: words("case appeal evidence argument application"), patient: "some" },
  ],
  ["try", { type: "hearing", voice: "passive", patient: "person" }],
  ["plead", { type: "plea", with: [words("to"), null] }],
  [
    "deny admit",
    { type: "plea", object: words("charge count offence offense murder manslaughter conspiracy"), patient: "some" },
    { type: "ruling", subject: JUDGES },
  ],
  ["convict acquit exonerate", { type: "verdict" }],
  ["sentence jail imprison", { type: "sentence" }],
  ["rule", { type: "ruling" }],
  ["vacate uphold quash nullify", { type: "ruling" }],
  [
    "order direct",
    { type: "ruling", subject: JUDGES },
    { type: "law", object: words("evacuation closure lockdown curfew shutdown recall"), patient: "some" },
    { type: "law", subject: RULERS, notObject: words("food package supply stock meal drink book item copy good") },
    { type: "ruling", patient: "person" },
    {
      type: "ruling",
      object: words(
        "city council government company firm state agency department ministry university school body board",
      ),
      patient: "some",
    },
  ],
  [
    "refuse decline allow grant reverse block halt decide permit stay reserve adjourn",
    { type: "ruling", subject: JUDGES },
  ],
  ["overrule annul enjoin", { type: "ruling" }],
  [
    "clear",
    { type: "ruling", subject: JUDGES },
    { type: "verdict", voice: "passive", patient: "person", with: [words("of"), null] },
  ],
  [
    "bar strip",
    { type: "ruling", subject: JUDGES },
    { type: "sanction", patient: "person", with: [words("from of"), null] },
  ],
  [
    "freeze withhold dock",
    { type: "ruling", subject: JUDGES },
    {
      type: "sanction",
      object: words("payment fund asset grant account sponsorship funding pay wage salary aid"),
      patient: "some",
    },
  ],
  ["forbid", { type: "law", subject: RULERS }],
  ["list", { type: "hearing", subject: JUDGES }],
  [
    "certify",
    { type: "ruling", subject: JUDGES },
    { type: "ruling", object: words("petition result election vote ballot signature tally"), patient: "some" },
  ],
  [
    "approve reject back adopt",
    { type: "ruling", subject: JUDGES },
    { type: "vote", with: [words("by"), words("vote margin voter majority")] },
    { type: "vote", object: MOTIONS },
    { type: "law", object: BILLS, patient: "some" },
    { type: "vote", subject: LAWMAKERS },
    { type: "ruling", voice: "passive" },
  ],
  [
    "dismiss",
    { type: "ruling", subject: JUDGES },
    { type: "ruling", object: CASES, patient: "some" },
    { type: "resign", patient: "person" },
  ],
  ["toss", { type: "ruling", subject: JUDGES }],
  [
    "find",
    { type: "ruling", subject: JUDGES },
    { type: "search", object: words("body remains wreckage weapon bomb device ship wreck"), patient: "some" },
  ],
  ["remand", { type: "ruling" }],
  ["extend", { type: "ruling", subject: JUDGES }, { type: "law", object: RULES, patient: "some" }],
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
    { type: "appeal", patient: "none", without: words("to for") },
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
  ["petition", { type: "lawsuit", object: words("court tribunal judge bench"), patient: "some" }],
  [
    "file lodge",
    {
      type: "lawsuit",
      object: words("complaint claim petition case motion application papers paper challenge"),
      patient: "some",
    },
  ],
  [
    "release",
    { type: "release", voice: "passive", patient: "person", notObject: WORKS },
    { type: "release", patient: "person", notObject: WORKS },
    { type: "publish", object: WORKS, patient: "some" },
    {
      type: "publish",
      patient: "some",
      notObject: words(
        "gas oil water energy chemical carbon pollutant heat bird fish animal pressure smoke fund money solvent",
      ),
    },
  ],
  ["free bail parole", { type: "release" }],
  ["search", { type: "search" }],
  // Law and order
  [
    "ban outlaw proscribe prohibit criminalise criminalize decriminalise decriminalize legalise legalize abolish",
    { type: "ruling", subject: JUDGES },
    { type: "law" },
  ],
  ["revoke", { type: "ruling", object: PERMITS }, { type: "law", object: RULES, patient: "some" }],
  [
    "lift repeal rescind ease impose reimpose introduce tighten relax prolong",
    { type: "law", object: RULES, patient: "some" },
  ],
  ["enact", { type: "law" }],
  ["ratify", { type: "agreement" }],
  [
    "sign",
    { type: "law", object: BILLS, patient: "some" },
    { type: "law", object: words("order"), patient: "some" },
    { type: "agreement", object: AGREEMENTS, patient: "some" },
    { type: "agreement", notObject: words("petition letter statement register book form autograph copy pledge name") },
  ],
  ["declare", { type: "law", object: words("emergency curfew lockdown war independence"), patient: "some" }],
  ["veto quarantine", { type: "law" }],
  ["fine", { type: "sanction" }],
  ["sanction expel censure reprimand", { type: "sanction" }],
  [
    "suspend",
    { type: "sanction", patient: "person" },
    { type: "sanction", object: new Set([...PERMITS, "membership"]), patient: "some" },
    { type: "other", patient: "some" },
  ],
  // Politics
  ["vote", { type: "vote" }],
  ["abstain", { type: "vote" }],
  ["elect reelect re-elect", { type: "election" }],
  ["defeat", { type: "vote", object: MOTIONS, patient: "some" }, { type: "election", patient: "person" }],
  ["carry", { type: "vote", object: words("motion resolution amendment"), patient: "some" }],
  ["concede", { type: "election", object: RACES }],
  [
    "win",
    { type: "election", object: RACES, patient: "some" },
    { type: "award", object: PRIZES, patient: "some" },
    { type: "ruling", object: CASES, patient: "some" },
    { type: "election", subject: words("party candidate democrat republican coalition government") },
    { type: "award", object: words("race competition tournament contest final marathon match game place") },
    {
      type: "election",
      notObject: words("right chance time support praise backing concession battle fight attention permission heart"),
    },
  ],
  ["run", { type: "election", with: [words("for"), null] }, { type: "accident", with: [words("into over"), null] }],
  ["speak", { type: "talks", with: [words("with"), null] }],
  ["end", { type: "law", object: RULES }, { type: "other", object: words("campaign bid candidacy shutdown strike") }],
  [
    "lose",
    { type: "election", object: RACES, patient: "some" },
    { type: "resign", object: words("job post seat"), patient: "some" },
    { type: "election", patient: "none" },
  ],
  ["appoint inaugurate", { type: "appoint" }],
  ["hire install promote", { type: "appoint", patient: "person" }],
  ["nominate", { type: "appoint", patient: "person" }],
  ["name choose select pick", { type: "appoint", patient: "person" }],
  ["confirm", { type: "appoint", patient: "person" }],
  ["swear", { type: "appoint", particle: words("in") }, { type: "appoint", voice: "passive" }],
  ["succeed replace", { type: "appoint", patient: "person" }],
  ["become", { type: "appoint", object: OFFICES }],
  ["assume", { type: "appoint", object: words("office presidency role post command duty"), patient: "some" }],
  ["take", { type: "appoint", particle: words("over"), patient: "none" }],
  ["resign", { type: "resign" }],
  ["quit", { type: "resign" }],
  ["retire", { type: "resign", patient: "none" }],
  ["oust sack depose axe", { type: "resign" }],
  ["remove", { type: "resign", patient: "person", voice: "passive" }],
  [
    "leave",
    { type: "resign", object: POSTS, patient: "some" },
    { type: "evacuation", patient: "none", subject: words("resident people household family tenant") },
  ],
  [
    "fire",
    { type: "strike-military", object: WEAPONS, patient: "some" },
    { type: "clash", object: words("gas teargas cannon bullet round tear"), patient: "some" },
    { type: "resign", patient: "person", notObject: words("shot bullet round missile rocket gun weapon") },
    { type: "attack" },
  ],
  ["step", { type: "resign", particle: words("down aside") }],
  ["stand", { type: "resign", particle: words("down") }],
  [
    "drop",
    { type: "other", particle: words("out") },
    { type: "ruling", object: CASES, patient: "some" },
    { type: "accident", patient: "none", subject: STRUCTURES },
  ],
  [
    "agree",
    { type: "agreement", with: [words("on to"), AGREEMENTS] },
    { type: "agreement", object: AGREEMENTS, patient: "some" },
    { type: "agreement" },
  ],
  // Meetings
  [
    "meet",
    {
      type: "meeting",
      voice: "active",
      notObject: words(
        "target need requirement standard deadline demand goal condition criterion cost challenge obligation expectation eye",
      ),
    },
  ],
  ["convene", { type: "meeting" }],
  ["negotiate bargain", { type: "talks" }],
  ["visit tour", { type: "visit", patient: "some" }],
  // Accidents and disasters
  ["crash derail capsize collide", { type: "accident" }],
  ["collapse", { type: "accident" }],
  [
    "overturn",
    { type: "accident", patient: "none", subject: VESSELS },
    {
      type: "ruling",
      object: words("ruling decision verdict conviction order ban law sentence judgment judgement injunction"),
      patient: "some",
    },
  ],
  ["sink founder", { type: "accident", subject: VESSELS }],
  ["plunge plough plow veer skid swerve", { type: "accident", with: [words("into off down onto"), null] }],
  ["topple buckle subside", { type: "accident", patient: "none", subject: STRUCTURES }],
  [
    "come",
    { type: "publish", particle: words("out"), subject: WORKS },
    { type: "accident", particle: words("down"), subject: STRUCTURES },
    { type: "accident", particle: words("down"), subject: VESSELS },
  ],
  [
    "fall",
    { type: "accident", subject: STRUCTURES },
    { type: "accident", patient: "none", with: [words("from off into"), null] },
  ],
  ["give", { type: "accident", object: words("way"), subject: STRUCTURES }],
  [
    "hit",
    { type: "disaster", subject: STORMS },
    { type: "attack", subject: SHOTS, patient: "some" },
    { type: "accident", patient: "some" },
  ],
  ["knock", { type: "accident", particle: words("down over"), patient: "person" }],
  ["crush", { type: "accident" }],
  ["erupt", { type: "clash", subject: words("violence riot fighting clash scuffle") }, { type: "disaster" }],
  ["leak", { type: "publish", object: WORKS, patient: "some" }, { type: "accident" }],
  ["spill", { type: "accident" }],
  ["flood inundate", { type: "disaster" }],
  ["damage destroy wreck demolish smash deface ravage devastate", { type: "damage" }],
  ["evacuate airlift displace relocate evict", { type: "evacuation" }],
  ["rescue winch", { type: "rescue" }],
  ["extricate extract pluck", { type: "rescue", patient: "person" }],
  ["comb scour dredge", { type: "search", patient: "some" }],
  ["pull", { type: "rescue", patient: "person", with: [words("from out"), null] }],
  ["recover", { type: "search", patient: "some" }],
  [
    "treat",
    { type: "injury", voice: "passive", with: [words("for"), words("injury burn wound cut shock inhalation bruise")] },
    {
      type: "injury",
      voice: "passive",
      with: [words("at in by"), words("hospital scene clinic infirmary paramedic medic doctor centre center")],
    },
  ],
  // Publications, launches, awards
  ["publish gazette", { type: "publish" }],
  ["disclose circulate", { type: "publish", object: WORKS, patient: "some" }],
  ["post upload table", { type: "publish" }],
  [
    "launch",
    {
      type: "strike-military",
      object: words("offensive operation airstrike strike invasion assault attack missile"),
      patient: "some",
    },
    { type: "publish", object: WORKS, patient: "some" },
    { type: "launch" },
  ],
  ["found unveil", { type: "launch" }],
  ["award", { type: "award" }],
  ["induct", { type: "award" }],
  ["receive", { type: "award", object: PRIZES, patient: "some" }],
  ["write", { type: "letter", voice: "active", patient: "none", with: [words("to"), null] }],
  // Other things that news follows
  [
    "investigate pardon subpoena vanish disappear commute endorse withdraw apologise apologize steal reopen deport extradite",
    { type: "other" },
  ],
  ["close shut lobby restart", { type: "other" }],
  ["open", { type: "other", object: words("inquiry investigation probe review docket"), patient: "some" }],
  ["acquire dissolve disrupt stage sell buy lease mourn escape flee", { type: "other" }],
  ["move", { type: "evacuation", voice: "passive", patient: "person" }],
  ["pour", { type: "protest", subject: CROWDS }],
  ["sit", { type: "protest", subject: CROWDS }],
  ["cancel scrap", { type: "other" }],
];

export const VERB_SENSES: ReadonlyMap<string, readonly VerbSense[]> = new Map(
  VERBS.flatMap(([lemmas, ...senses]) => lemmas.split(" ").map((lemma) => [lemma, senses] as const)),
);
