/** Hours east of Greenwich of the zones that feeds name. */
const ZONES: { readonly [name: string]: string } = {
  ut: "Z",
  utc: "Z",
  gmt: "Z",
  z: "Z",
  bst: "+01:00",
  cet: "+01:00",
  cest: "+02:00",
  est: "-05:00",
  edt: "-04:00",
  cst: "-06:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
};
const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?`;
const ZONE = String.raw`\s*(Z|[+-]\d{2}:?\d{2}|[A-Za-z]{1,5})?`;
const ISO = new RegExp(String.raw`^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]+${CLOCK}${ZONE})?$`);
const MAIL = new RegExp(
  String.raw`^(?:[A-Za-z]+,?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{2}|\d{4})(?:,?\s+${CLOCK}${ZONE})?$`,
);
/** "Mon Jan  5 19:48:21 2004" and "January 5, 2004 7:48". */
const SPOKEN = new RegExp(
  String.raw`^(?:[A-Za-z]+,?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2}),?(?:\s+${CLOCK})?(?:\s+([A-Z]{2,4}))?,?\s+(\d{4})$`,
);

/**
 * The moment that a feed gives, as ISO 8601 with the zone that it names; null for what cannot be one. Years of two
 * digits are of this century up to 68, as mail has it.
 */
export function readFeedDate(written: string): string | null {
  const text = written
    .trim()
    .replace(/\s+/g, " ")
    .replace(/ \([^)]*\)$/, "");
  const iso = ISO.exec(text);
  if (iso) return format(iso[1], iso[2], iso[3], iso[4], iso[5], iso[6], iso[7]);
  const mail = MAIL.exec(text);
  if (mail) return format(fullYear(mail[3] ?? ""), monthOf(mail[2]), mail[1], mail[4], mail[5], mail[6], mail[7]);
  const spoken = SPOKEN.exec(text);
  if (spoken) return format(spoken[7], monthOf(spoken[1]), spoken[2], spoken[3], spoken[4], spoken[5], spoken[6]);
  return null;
}

function format(
  year = "",
  month: string | null = null,
  day = "",
  hour?: string,
  minute?: string,
  second?: string,
  zone?: string,
): string | null {
  const number = Number(month ?? Number.NaN);
  if (!(number >= 1 && number <= 12)) return null;
  const last = new Date(Date.UTC(Number(year), number, 0)).getUTCDate();
  if (Number(day) < 1 || Number(day) > last) return null;
  const date = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return date;
  return `${date}T${hour.padStart(2, "0")}:${minute}:${second ?? "00"}${zoneOf(zone)}`;
}

/** "" where none is named, or one that is not known. */
function zoneOf(zone = ""): string {
  const offset = /^([+-]\d{2}):?(\d{2})$/.exec(zone);
  if (offset) return offset[1] === "+00" && offset[2] === "00" ? "Z" : `${offset[1]}:${offset[2]}`;
  return ZONES[zone.toLowerCase()] ?? "";
}

function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) <= 68 ? `20${year}` : `19${year}`;
}

function monthOf(name = ""): string | null {
  const at = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return at < 0 ? null : String(at + 1);
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
