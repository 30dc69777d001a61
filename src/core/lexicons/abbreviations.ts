/**
 * Abbreviations that end in a full stop, as news text writes them, without that stop.
 * Source: compiled for this project, Apache-2.0.
 */

/** Titles and ranks, British and American: a name follows, so they never end a sentence. Capitalised as in names. */
export const TITLE_ABBREVIATIONS: ReadonlySet<string> = words(`
  Mr Mrs Ms Mx Messrs Mme Mlle M Dr Drs Prof Profs St Ste Sra Srta Rev Revd Fr Hon Rt Pres Gov Govs Lt Col Cols Gen
  Gens Maj Capt Capts Cpl Sgt Sgts Pvt Pte Pfc Spc Cmdr Cdr Comdr Cdre Adm Brig Flt Sqn Wg Gp Msgt Ssgt Tsgt Det Ch
  Supt Supts Insp Insps Const Cons Asst Assoc Dep Dist Amb Atty Attys Sen Sens Rep Reps Cllr Cllrs Clr Ald Treas Sec
  Mgr Msgr Hr Sig Dott Ing Mt Mts Ft Pt Ven
`);

/** Stand before a figure or a name and never end a sentence; in lower case, met in either case. */
export const LEADING_ABBREVIATIONS: ReadonlySet<string> = words(`
  vs viz cf approx est ca pp vol vols para paras sect tel ext incl excl nr al
`);

/** "No. 10": an abbreviation only when a figure follows, for they are words as well. */
export const NUMBER_ABBREVIATIONS: ReadonlySet<string> = words(`
  No Nos no nos Nr Art art Arts Sec sec Ch ch Fig fig Figs figs p col Vol vol Op op para Para Exh
`);

/** May end a sentence: they do when what follows opens one. Capitalised as printed. */
export const TRAILING_ABBREVIATIONS: ReadonlySet<string> = words(`
  Inc Ltd Corp Co Cos Bros Plc Assn Dept Univ Inst Govt Jr Sr Jnr Snr Esq etc Ave Blvd Rd Hwy Pkwy Sq Bldg Apt
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec ft lbs hrs mins secs yds kph mph sq yrs Natl Intl Comm
`);

/** Days and states that are words too: an abbreviation only beside a comma or before a figure ("Boston, Mass."). */
export const COMMA_ABBREVIATIONS: ReadonlySet<string> = words(`
  Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn
  Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Man Sask
`);

/** What may follow "a.m." or "p.m." with a capital and still belong to the sentence. */
export const AFTER_CLOCK_TIME: ReadonlySet<string> = words(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
  January February March April May June July August September October November December
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
  GMT BST UTC CET CEST EST EDT CST CDT MST MDT PST PDT ET CT PT MT AEST AEDT AWST NZST NZDT IST WAT EAT SAST HKT JST
  Eastern Central Mountain Pacific Atlantic Greenwich Standard Daylight
`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ""));
}
