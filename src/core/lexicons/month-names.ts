/**
 * Months as pages and reports print them, in lower case and without stops, by number. English, German, French, Spanish,
 * Italian, Dutch and Portuguese.
 * Source: compiled for this project, Apache-2.0.
 */
export const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  [
    "january jan januar janvier enero gennaio januari janeiro ene genn",
    "february feb februar février fevrier febrero febbraio februari fevereiro fév fev febr",
    "march mar märz maerz mars marzo maart março marco mrt mär",
    "april apr avril abril aprile avr abr",
    "may mai mayo maggio mei maio mag",
    "june jun juni juin junio giugno junho giu",
    "july jul juli juillet julio luglio julho juil lug",
    "august aug août aout agosto augustus ago",
    "september sep sept septembre septiembre settembre setembro sett set",
    "october oct oktober octobre octubre ottobre outubro okt ott out",
    "november nov novembre noviembre novembro",
    "december dec dezember décembre decembre diciembre dicembre dezembro dez déc dic",
  ].flatMap((names, index) => names.split(" ").map((name): [string, number] => [name, index + 1])),
);

/** Hours from UTC of time zones as printed; those that name two zones (IST, ET) are left out. */
export const ZONE_OFFSETS: ReadonlyMap<string, string> = new Map([
  ["Z", "Z"],
  ["GMT", "Z"],
  ["UTC", "Z"],
  ["WET", "Z"],
  ["BST", "+01:00"],
  ["CET", "+01:00"],
  ["WAT", "+01:00"],
  ["CEST", "+02:00"],
  ["SAST", "+02:00"],
  ["CAT", "+02:00"],
  ["EET", "+02:00"],
  ["EEST", "+03:00"],
  ["EAT", "+03:00"],
  ["MSK", "+03:00"],
  ["HKT", "+08:00"],
  ["SGT", "+08:00"],
  ["AWST", "+08:00"],
  ["JST", "+09:00"],
  ["KST", "+09:00"],
  ["AEST", "+10:00"],
  ["AEDT", "+11:00"],
  ["NZST", "+12:00"],
  ["NZDT", "+13:00"],
  ["NST", "-03:30"],
  ["ADT", "-03:00"],
  ["AST", "-04:00"],
  ["EDT", "-04:00"],
  ["EST", "-05:00"],
  ["CDT", "-05:00"],
  ["CST", "-06:00"],
  ["MDT", "-06:00"],
  ["MST", "-07:00"],
  ["PDT", "-07:00"],
  ["PST", "-08:00"],
]);
