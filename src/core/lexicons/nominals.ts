/** Common nouns by the kind of actor they stand for. Compiled for this project, Apache-2.0. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ""));

/** Bodies that a report can call by a common noun alone: "the government said". */
export const COMMON_BODIES: ReadonlySet<string> = words(
  `government police council parliament army military navy administration congress senate cabinet opposition
   judiciary regime junta monarchy treasury coastguard gendarmerie constabulary legislature
   prosecution church union court tribunal ministry embassy consulate presidency militia board
   committee commission management`,
);

/** What ministries and departments are for: "the foreign ministry". */
export const OFFICE_FIELDS: ReadonlySet<string> = words(
  `foreign external defence defense interior home internal health finance treasury justice education transport labour labor
   agriculture environment energy trade tourism culture information housing water security planning police fire state`,
);

/**
 * Kinds of bodies. A definite description ("the department") may name a body whose own name holds one of the words
 * ("Home Office"). Words that name no kind of their own ("group", "organisation") fit any body that is not official.
 */
export const BODY_KINDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    department: "department office ministry treasury",
    ministry: "ministry department office",
    office: "office bureau",
    agency: "agency administration bureau authority nasa esa iaea fbi cia nsa service",
    bureau: "bureau fbi",
    authority: "authority agency",
    regulator: "authority commission ofcom ofgem ofsted ofwat agency office",
    watchdog: "authority commission ofcom ofgem ofsted ofwat agency office watch",
    commission: "commission",
    committee: "committee",
    council: "council",
    court: "court tribunal",
    tribunal: "tribunal court",
    force: "police constabulary force yard",
    police: "police constabulary yard",
    union: "union unison unite gmb rmt nasuwt aslef teamsters association federation ucu tuc",
    association: "association",
    federation: "federation",
    party: "party labour conservatives democrats republicans greens tories snp cdu spd",
    company:
      "inc inc. ltd ltd. plc corp corp. corporation company co co. group gmbh ag llc airlines airways motors holdings bank",
    firm: "inc inc. ltd ltd. plc corp corp. corporation company co co. group gmbh ag llc llp partners associates",
    airline: "airlines airways air airline",
    carrier: "airlines airways air airline",
    bank: "bank banking bancorp",
    university: "university college institute",
    college: "college",
    school: "school academy",
    hospital: "hospital infirmary",
    charity: "trust foundation charity fund",
    foundation: "foundation",
    trust: "trust",
    institute: "institute",
    institution: "institute institution university college museum bank",
    museum: "museum",
    club: "club fc f.c. united city rovers wanderers athletic",
    team: "team fc",
    newspaper:
      "times post guardian telegraph herald tribune gazette journal chronicle news mail mirror star sun express",
    paper: "times post guardian telegraph herald tribune gazette journal chronicle mail mirror star sun express",
    broadcaster: "bbc cnn abc nbc cbs itv rte television tv radio broadcasting npr sky",
    network: "network bbc cnn abc nbc cbs television tv",
    alliance: "alliance nato coalition league",
    coalition: "coalition alliance",
    bloc: "union bloc eu",
    campaign: "campaign",
    movement: "movement",
    society: "society",
    league: "league",
    board: "board",
    assembly: "assembly",
    parliament: "parliament",
    senate: "senate",
    congress: "congress",
    church: "church diocese",
    embassy: "embassy",
    prison: "prison jail",
    army: "army",
    navy: "navy",
    publisher: "press books publishing publishers",
    ngo: "ngo",
    nonprofit: "foundation trust",
  }).map(([noun, names]) => [noun, words(names)] as const),
);

/** Nouns that name a body only where the report names one that ends in them: "the academy" is the National Canoe Academy. */
export const INSTITUTION_NOUNS: ReadonlySet<string> = words(
  `academy authority tribe unit service inspectorate directorate secretariat guild chamber centre center library clinic gallery theatre
   zoo airport port brigade squad regiment registry registrar ombudsman panel fund festival corporation co-operative cooperative
   collective forum conference convention mission exchange observatory laboratory archive partnership consortium`,
);

/** Body nouns that fit any body that has no kind of its own. */
export const OPEN_BODY_NOUNS: ReadonlySet<string> = words(
  "group organisation organization body company firm campaign network movement charity outfit operator business body entity ngo nonprofit manufacturer maker developer retailer supplier employer startup start-up giant producer insurer",
);

/** Those of them that only a trading body is called by. */
export const TRADING_NOUNS: ReadonlySet<string> = words(
  "company firm operator business manufacturer maker developer retailer supplier employer startup start-up giant producer insurer",
);

/** Last words of names of bodies that do not trade. */
export const UNTRADING_NAME_WORDS: ReadonlySet<string> = words(
  `gardaí gardai garda carabinieri gendarmerie union unison association federation trust foundation party church committee council alliance campaign movement society
   league forum coalition congress college school diocese assembly commission tribunal court`,
);

/** Words in a name that mark a body of the state, which nobody calls "the group" or "the company". */
export const OFFICIAL_NAME_WORDS: ReadonlySet<string> = words(
  `office department ministry treasury court tribunal police constabulary yard council parliament senate congress
   commission government cabinet army navy agency bureau embassy authority university hospital service county city state house
   administration assembly committee commons lords`,
);

/** Endings of a body's name that are often left out: "Labour (Party)", "Metropolitan Police (Service)". */
export const BODY_DESIGNATORS: ReadonlySet<string> = words(
  `party inc inc. ltd ltd. limited plc corp corp. corporation company co co. group gmbh ag llc llp sa s.a. nv n.v. se
   holdings holding service organisation organization international uk usa us fc f.c. association bank airlines airways
   motors newspaper college university council foundation trust union media entertainment industries technologies systems
   movement campaign`,
);

/** Plural nouns of people (singular form), beside the posts and trades in roles.ts. */
export const PEOPLE_NOUNS: ReadonlySet<string> = words(
  `people person man woman child boy girl adult teenager youth infant baby protester protestor demonstrator marcher
   picketer striker supporter opponent critic follower fan voter citizen resident villager townsperson townspeople local
   islander inhabitant settler migrant refugee asylum-seeker immigrant expatriate civilian bystander passer-by passerby
   onlooker witness eyewitness spectator attendee participant visitor guest crowd family relative parent pupil student
   staff worker employee colleague crew passenger survivor victim casualty mourner worshipper parishioner believer
   officer policeman soldier troop trooper guard gunman militant rebel fighter insurgent jihadist terrorist attacker
   assailant rioter looter hooligan hacker suspect defendant prisoner inmate detainee hostage captive
   lawmaker politician mp legislator councillor delegate senator minister leader activist campaigner organiser organizer
   volunteer member veteran pensioner farmer fisherman trader shopkeeper customer shopper consumer tenant landlord
   homeowner householder neighbour neighbor commuter motorist driver cyclist pedestrian tourist holidaymaker
   scientist researcher academic expert analyst economist historian doctor nurse medic paramedic firefighter rescuer
   lawyer solicitor barrister prosecutor judge juror journalist reporter editor correspondent photographer author
   artist musician actor performer player footballer athlete team-mate teammate opponent rival investor shareholder
   businessman businesswoman employer trade-unionist unionist dissident exile cleric priest bishop nun monk imam
   speaker panelist panellist user gamer reader viewer listener blogger astronaut sailor pilot miner
   handful majority minority couple duo trio quartet`,
);

/** People nouns that are several in the singular: "the couple said they". */
export const COLLECTIVES: ReadonlySet<string> = words("couple duo trio quartet crew crowd");

/** Nouns that hide who speaks: their words stay unnamed, however often they come. */
export const UNNAMED_SOURCE_NOUNS: ReadonlySet<string> = words(
  `official source insider diplomat aide adviser advisor authority media press tradition
   rumour rumor everyone everybody anyone somebody someone nobody one other others many some all most few several both`,
);

/** Things that carry somebody's words. */
export const DOCUMENT_NOUNS: ReadonlySet<string> = words(
  `letter statement email e-mail message note memo memorandum report study paper dossier review survey release
   communiqué communique post tweet petition submission response reply article editorial op-ed column blog interview speech
   address announcement declaration manifesto leaflet pamphlet flyer poster website site page account video broadcast
   filing affidavit complaint lawsuit indictment motion ruling judgment judgement verdict order notice warning advisory bulletin
   correspondence missive document text bill resolution treaty poll findings transcript book memoir`,
);

/** Verbs whose subject makes or sends the document that is their object. */
export const AUTHORING_VERBS: ReadonlySet<string> = words(
  "send write issue publish release post sign deliver tweet email circulate draft file submit produce author pen make give launch address hand distribute compile prepare share put",
);

/** Documents that are each other's second name. */
export const DOCUMENT_SYNONYMS: ReadonlyMap<string, string> = new Map([
  ["e-mail", "email"],
  ["correspondence", "letter"],
  ["missive", "letter"],
  ["communiqué", "statement"],
  ["communique", "statement"],
  ["judgement", "judgment"],
  ["site", "website"],
  ["announcement", "statement"],
  ["reply", "letter"],
  ["memorandum", "memo"],
]);
