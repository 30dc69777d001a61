/**
 * Abbreviations that end in a full stop, as news text writes them. Lower case, without the final stop.
 * Source: compiled for this project, Apache-2.0.
 */

/** Stand before a name or number, so a capital after them opens no sentence. */
export const PREFIX_ABBREVIATIONS: ReadonlySet<string> = new Set(
  words(`
  mr mrs ms mx messrs mme mlle dr drs prof profs st ste sr sra rev revd fr hon rt pres gov govs lt col cols gen gens
  maj capt capts cpl sgt sgts pvt pte pfc spc cmdr cdr comdr adm rear vice brig flt sqn wg gp wo nco ens cpo msgt ssgt
  tsgt det detective ch supt insp pc wpc dc ds dsgt di dci dcs acc asst assoc dep sec secy treas amb atty attys sen
  sens rep reps cllr clr ald del dist insps const cons supts sir mgr msgr mons hr herr sig sgr sgra dott ing nos no
  nr art arts sect cl para paras pp vol vols fig figs ch chap op cf vs v viz ca approx est tel ext ft mt mts pt
  `),
);

/** End a sentence only when what follows opens one by more than its capital. */
export const PLAIN_ABBREVIATIONS: ReadonlySet<string> = new Set(
  words(`
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  inc ltd corp co cos bros plc llc llp assn assoc dept univ inst intl natl govt admin comm
  jr snr jnr esq phd md etc al eg ie ed eds ave blvd rd hwy pkwy sq terr apt bldg
  ala ariz ark calif colo conn fla ga ill ind kan ky la mass mich minn miss mo mont neb nev okla ore pa penn
  tenn tex va vt wash wis wyo ont que alta man sask
  ft in lb lbs oz yd yds mi km kg cm mm min mins sec secs hr hrs yr yrs wk wks mph kph sq gal gals doz
  a.m p.m
  `),
);

function words(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== "");
}
