/** Words inside names that tell what is named. Compiled for this project, Apache-2.0. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ""));

/** Last words of bodies' names: "Norwood Magistrates’ Court". */
export const BODY_LAST_WORDS: ReadonlySet<string> = words(
  `court courts tribunal council parliament senate congress assembly government cabinet ministry department office treasury
   commission committee board agency bureau authority administration service police constabulary yard patrol guard
   army navy corps brigade regiment party union unions association federation confederation alliance coalition league society
   institute institution foundation trust fund charity campaign movement group network organisation organization
   company corporation corp inc ltd plc llc gmbh ag holdings industries airlines airways motors bank university college
   academy school hospital infirmary clinic museum gallery church diocese archdiocese synod club team orchestra theatre
   newspaper times post guardian telegraph herald tribune gazette journal chronicle news press media television radio
   entertainment studios records pictures games software technologies systems laboratories labs pharmaceuticals energy
   partners associates consulting solutions communications embassy consulate watch international action rebellion
   initiative project forum centre center council observatory survey registry inspectorate ombudsman secretariat division
   squad unit taskforce fbi cia un eu nato
   foods water ferries buses coaches tours rail railways oil gas petroleum mining minerals metals chemicals cement electric
   hydro utilities shipping logistics freight haulage construction properties breweries supermarkets textiles plastics
   aerospace robotics therapeutics healthcare hospice insurance securities investments ventures resources telecom
   broadband`,
);

/** Last words of places' names. */
export const PLACE_LAST_WORDS: ReadonlySet<string> = words(
  `street road square avenue lane drive way boulevard highway motorway park garden gardens bridge tunnel airport station
   river lake sea ocean bay gulf strait channel island islands isle peninsula cape beach coast harbour harbor port
   mountain mountains hill hills valley desert forest canyon falls glacier county province district city town village
   stadium arena hall tower towers palace castle cathedral plaza mall prison jail dam reservoir pier quay wharf`,
);

/** First words that make what follows a place. */
export const PLACE_FIRST_WORDS: ReadonlySet<string> = words("raf hmp hmnb rnas camp fort mount mt lake cape port");

/** First words of bodies that go on with "of", "for" or "to": "Committee to Protect Journalists". */
export const OF_BODY_WORDS: ReadonlySet<string> = words(
  `department ministry office bureau institute university college academy school bank court board committee council commission
   house senate assembly union association federation confederation league society alliance coalition movement campaign
   centre center agency service embassy church party army front organisation organization fund foundation trust`,
);

/** Words that stand before a place's name and belong to it. */
export const PLACE_DIRECTIONS: ReadonlySet<string> = words(
  "northern southern eastern western north south east west central new upper lower great greater",
);

/** Words before a name that are no part of it. */
export const LEADING_WORDS: ReadonlySet<string> = words(
  "former ex ex-president late then then-president outgoing incoming acting longtime veteran fellow newly current the a an",
);

/** Words that stand before a person's name as "Democrat Ann Ray" and are no titles in other names. */
export const PERSON_PREFIXES: ReadonlySet<string> = words(
  `democrat republican tory conservative labour liberal assemblywoman assemblyman emeritus monseñor monsenor mgr
   councilmember podcaster rapper singer actor actress author activist philippine`,
);

/** Last words of laws, works and things with a name, which do nothing themselves. */
export const LAW_LAST_WORDS: ReadonlySet<string> = words(
  `act bill law constitution treaty agreement accord convention protocol amendment charter code regulation directive
   resolution ordinance decree show tour album film movie song novel award prize cup medal championship championships festival day week month war`,
);
