/** Forms of address and ranks that stand before a person's name. Compiled for this project, Apache-2.0. */

export type Gender = "female" | "male";

/** Forms of address, lower case without full stop. `null` says nothing about gender. */
export const HONORIFICS: ReadonlyMap<string, Gender | null> = new Map<string, Gender | null>([
  ["mr", "male"],
  ["mister", "male"],
  ["master", "male"],
  ["sir", "male"],
  ["lord", "male"],
  ["messrs", "male"],
  ["monsieur", "male"],
  ["herr", "male"],
  ["señor", "male"],
  ["senor", "male"],
  ["signor", "male"],
  ["don", "male"],
  ["father", "male"],
  ["fr", "male"],
  ["brother", "male"],
  ["imam", "male"],
  ["pope", "male"],
  ["king", "male"],
  ["prince", "male"],
  ["sheikh", "male"],
  ["sultan", "male"],
  ["emperor", "male"],
  ["emir", "male"],
  ["duke", "male"],
  ["baron", "male"],
  ["count", "male"],
  ["earl", "male"],
  ["ms", "female"],
  ["mrs", "female"],
  ["miss", "female"],
  ["mx", null],
  ["dame", "female"],
  ["lady", "female"],
  ["baroness", "female"],
  ["madam", "female"],
  ["madame", "female"],
  ["mme", "female"],
  ["mlle", "female"],
  ["frau", "female"],
  ["señora", "female"],
  ["signora", "female"],
  ["sister", "female"],
  ["queen", "female"],
  ["princess", "female"],
  ["duchess", "female"],
  ["countess", "female"],
  ["empress", "female"],
  ["dr", null],
  ["doctor", null],
  ["prof", null],
  ["professor", null],
  ["rev", null],
  ["revd", null],
  ["reverend", null],
  ["hon", null],
  ["rabbi", null],
  ["saint", null],
  ["st", null],
  ["ayatollah", "male"],
  ["cde", null],
  ["comrade", null],
  ["monsignor", "male"],
  ["monsenor", "male"],
  ["monseñor", "male"],
  ["mullah", "male"],
  ["maulana", "male"],
]);

/** Honorifics that go with a first name alone: "Sir Mark", "Prince William", "Sister Agnes". */
export const FIRST_NAME_HONORIFICS: ReadonlySet<string> = new Set(
  "sir dame prince princess king queen lord lady father brother sister saint st pope sheikh don emperor empress".split(
    " ",
  ),
);

/** Words of ranks and offices that are written as part of the name: "Detective Chief Superintendent Ellen Flint". */
export const RANK_WORDS: ReadonlySet<string> = new Set(
  `detective chief superintendent inspector constable sergeant sgt det supt insp dci di ds dc pc wpc commander cdr cmdr commissioner
   assistant deputy acting lieutenant lt captain capt major maj colonel col general gen brigadier brig admiral adm
   commodore marshal corporal cpl private pte airman seaman ensign officer sheriff marshall trooper warden
   president vice prime minister chancellor secretary senator sen congressman congresswoman representative rep
   councillor cllr coun councilman councilwoman alderman mayor governor gov ambassador consul envoy
   judge justice magistrate recorder attorney solicitor prosecutor district
   archbishop bishop cardinal canon archdeacon dean deacon pastor vicar chaplain abbot monsignor
   chairman chairwoman chair speaker premier taoiseach tánaiste tanaiste minister mp msp ms mep tsar czar
   vice-chancellor vice-president deputy-mayor pro-vice-chancellor director-general attorney-general solicitor-general
   squadron leader wing group flight rear major-general lieutenant-general lieutenant-colonel`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** Ranks that only a person has: what follows is somebody's name. */
export const PERSONAL_RANKS: ReadonlySet<string> = new Set(
  `detective superintendent inspector constable sergeant sgt supt insp lieutenant lt captain capt colonel col brigadier
   admiral adm commodore corporal senator sen congressman congresswoman councillor cllr coun ambassador archbishop cardinal
   monsignor taoiseach`.split(/\s+/),
);

/** Endings of names that are no part of the family name. */
export const NAME_SUFFIXES: ReadonlySet<string> = new Set(
  "jr jr. sr sr. ii iii iv esq esq. mp mep msp obe mbe cbe kbe kc qc sc phd md".split(" "),
);

/** Small words inside family names: "van der Berg", "al-Zahran", "de Souza". */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  "van von der den de del della di da dos das du le la el al bin bint ibn abu ben ter ten st y e zu".split(" "),
);
