import type { FakeReport } from "./fake-record.ts";

/**
 * An invented dispute over the moorings of an invented town, with one of everything that the pages must show: a letter
 * over paragraphs, a plea and its refusal, crowd figures from two sides, charges and a plea in court, a ban, a
 * challenge, a claim of responsibility, comment sought, wire copy, a revised report, an undated one, furniture, signs,
 * and words that would be markup if a page let them.
 */
export const REPORTS: readonly FakeReport[] = [
  {
    id: "r-0a11",
    outlet: "Marrowby Packet",
    headline: "Harbour company bans anchoring off the Long Quay",
    byline: ["Hanne Ostler"],
    publishedAt: "2032-04-09T17:20:00+01:00",
    url: "https://packet.example/2032/04/09/anchoring-ban",
    marked: `The {e1.trigger|ban} on anchoring off the Long Quay {e1.also|came into force} {t1|on Thursday}, {a1|Marrowby Harbour Company} said, ending a right that skippers of small boats have used for {g1|more than 200 years}.

{s1.content|“The anchorage is {q1|‘unmanaged’} and somebody will drown in it,”} {s1.cue|said} {s1.source|{a2|Tom Arkell}, the company’s director}. {s2.content|From May, {e2.trigger|fines} of {g2|up to £1,500} would follow}, {s2.source|{a2|he}} {s2.cue|added}.

{s3.source|{a3|Keep Marrowby Moored}, which speaks for {g3|about 60 boats},} {s3.cue|denied} {s3.content|that anybody was in danger}. {s4.content|“We have been asked to leave our own harbour by letter,”} {s4.source|{a4|Elsie Brandt}, who chairs {a3|the group},} {s4.cue|said}.

{r1|{s5.source|{a4|Ms Brandt}} {s5.cue|asked} {s5.asked|{a5|Norland Police}} {s5.content|not to help clear the boats}} {t2|this month}. {c1|The force has been approached for comment.}

Sign up for the Packet’s tide table by e-mail`,
    furniture: {
      words: "Sign up for the Packet’s tide table by e-mail",
      kind: "newsletter",
      reason: "asks the reader to sign up",
    },
    times: {
      t1: ["2032-04-08", "“Thursday” counted from publication on 9 April 2032"],
      t2: ["2032-04", "“this month” counted from publication on 9 April 2032"],
    },
    actors: {
      a1: ["organisation", "Marrowby Harbour Company"],
      a2: ["person", "Tom Arkell"],
      a3: ["organisation", "Keep Marrowby Moored"],
      a4: ["person", "Elsie Brandt"],
      a5: ["organisation", "Norland Police"],
    },
    statements: {
      s1: { form: "direct", act: "assertion", speaker: "a2", medium: "interview", saidAt: null },
      s2: { form: "indirect", act: "promise", speaker: "a2", medium: null, saidAt: null },
      s3: { form: "indirect", act: "denial", speaker: "a3", medium: null, saidAt: null },
      s4: { form: "direct", act: "assertion", speaker: "a4", medium: null, saidAt: null },
      s5: { form: "indirect", act: "request", speaker: "a4", medium: null, saidAt: null, addressee: "a5" },
    },
    events: {
      e1: {
        type: "law",
        status: "occurred",
        time: "t1",
        participants: [["agent", "a1"]],
        place: "the Long Quay",
        key: "ban",
        accordingTo: null,
      },
      e2: {
        type: "sanction",
        status: "planned",
        time: null,
        participants: [],
        place: null,
        key: "fines",
        accordingTo: "s2",
      },
    },
    figures: {
      g1: {
        min: 200,
        max: null,
        quantity: "min",
        unit: "year",
        counts: "length",
        giver: null,
        key: "years",
        accordingTo: null,
      },
      g2: {
        min: null,
        max: 1500,
        quantity: "max",
        unit: "GBP",
        counts: "money",
        giver: "a2",
        key: "fine",
        accordingTo: "s2",
      },
      g3: {
        min: 54,
        max: 66,
        quantity: "about",
        unit: null,
        counts: "other",
        giver: null,
        key: "boats",
        accordingTo: null,
      },
    },
    requests: { r1: { asker: "a4", asked: "a5", statement: "s5", about: "s5.content", status: "open", key: "clear" } },
    commentSought: { c1: { actor: "a5", answered: false } },
    quotedWords: { q1: "scare-quotes" },
  },
  {
    id: "r-0b22",
    outlet: "Norland Wire",
    headline: "Hundreds row out against anchoring ban",
    byline: [],
    publishedAt: "2032-04-12T15:05:00+01:00",
    url: "https://wire.example/a/4471",
    marked: `MARROWBY (NW) — {g1|Hundreds of people} {e1.trigger|rowed out} past the Long Quay {t1|on Sunday} to protest against a {e2.trigger|ban} on anchoring, watched by {g2|four police boats}.

{s1.source|Organisers {a3|Keep Marrowby Moored}} {s1.cue|put} {s1.content|the number at {g3|900}}. {s2.source|{a5|Norland Police}} {s2.cue|said} {s2.content|{g4|between 350 and 400} had taken part}.

{s3.content|{e3.trigger|Two men} had been {e3.also|arrested} on suspicion of cutting a buoy adrift}, {s3.source|a police spokesman} {s3.cue|said}. A group calling itself {a6|The Loose Ends} {s4.cue|claimed} {s4.content|responsibility for {e4.trigger|the cutting of eleven buoys} {t2|last week}} in {s4.source|a post online}.

Some held signs reading {s5.content|“Anchors aweigh, not away”}. {s6.content|An officer struck a rower with a boathook}, {s6.source|one witness} {s6.cue|alleged}.`,
    furniture: null,
    times: {
      t1: ["2032-04-11", "“Sunday” counted from publication on 12 April 2032"],
      t2: ["2032-W15", "“last week” counted from publication on 12 April 2032"],
    },
    actors: {
      a3: ["organisation", "Keep Marrowby Moored"],
      a5: ["organisation", "Norland Police"],
      a6: ["group", "The Loose Ends"],
    },
    statements: {
      s1: { form: "indirect", act: "assertion", speaker: "a3", medium: null, saidAt: null },
      s2: { form: "indirect", act: "assertion", speaker: "a5", medium: null, saidAt: null },
      s3: { form: "indirect", act: "assertion", speaker: "a5", medium: "spokesperson", saidAt: null },
      s4: { form: "indirect", act: "admission", speaker: "a6", medium: "social", saidAt: null },
      s5: { form: "direct", act: "assertion", speaker: { unnamed: "words on a sign" }, medium: "sign", saidAt: null },
      s6: {
        form: "indirect",
        act: "allegation",
        speaker: { unnamed: "one witness" },
        medium: null,
        saidAt: null,
        alleged: true,
      },
    },
    events: {
      e1: {
        type: "protest",
        status: "occurred",
        time: "t1",
        participants: [["agent", "a3"]],
        place: "the Long Quay",
        key: "row-out",
        accordingTo: null,
      },
      e2: {
        type: "law",
        status: "occurred",
        time: null,
        participants: [["agent", "a1"]],
        place: null,
        key: "ban",
        accordingTo: null,
      },
      e3: {
        type: "arrest",
        status: "occurred",
        time: null,
        participants: [["agent", "a5"]],
        place: null,
        key: "arrests",
        accordingTo: "s3",
      },
      e4: {
        type: "damage",
        status: "alleged",
        time: "t2",
        participants: [["agent", "a6"]],
        place: null,
        key: "buoys",
        accordingTo: "s4",
      },
    },
    figures: {
      g1: {
        min: 200,
        max: null,
        quantity: "vague",
        unit: "person",
        counts: "crowd",
        giver: null,
        key: "crowd",
        accordingTo: null,
      },
      g2: {
        min: 4,
        max: 4,
        quantity: "exact",
        unit: null,
        counts: "other",
        giver: null,
        key: "police-boats",
        accordingTo: null,
      },
      g3: {
        min: 900,
        max: 900,
        quantity: "exact",
        unit: "person",
        counts: "crowd",
        giver: "a3",
        key: "crowd",
        accordingTo: "s1",
      },
      g4: {
        min: 350,
        max: 400,
        quantity: "range",
        unit: "person",
        counts: "crowd",
        giver: "a5",
        key: "crowd",
        accordingTo: "s2",
      },
    },
    requests: {},
    commentSought: {},
    quotedWords: {},
  },
  {
    id: "r-0c33",
    outlet: "The Daily Lantern",
    headline: "Hundreds row out against anchoring ban in Marrowby",
    byline: ["Lantern staff and agencies"],
    publishedAt: "2032-04-12T17:40:00+01:00",
    url: "https://lantern.example/marrowby-row-out",
    copyOf: "r-0b22",
    marked: `{g1|Hundreds of people} {e1.trigger|rowed out} past the Long Quay {t1|on Sunday} to protest against a {e2.trigger|ban} on anchoring, watched by four police boats.

{s1.source|Organisers {a3|Keep Marrowby Moored}} {s1.cue|put} {s1.content|the number at {g3|900}}. {s2.source|{a5|Norland Police}} {s2.cue|said} {s2.content|{g4|between 350 and 400} had taken part}.

Why your kettle is furious: <b>seven</b> signs`,
    furniture: {
      words: "Why your kettle is furious: <b>seven</b> signs",
      kind: "related",
      reason: "a run of other stories’ headlines at the end",
    },
    times: { t1: ["2032-04-11", "“Sunday” counted from publication on 12 April 2032"] },
    actors: { a3: ["organisation", "Keep Marrowby Moored"], a5: ["organisation", "Norland Police"] },
    statements: {
      s1: { form: "indirect", act: "assertion", speaker: "a3", medium: null, saidAt: null, sameAs: "r-0b22/s1" },
      s2: { form: "indirect", act: "assertion", speaker: "a5", medium: null, saidAt: null, sameAs: "r-0b22/s2" },
    },
    events: {
      e1: {
        type: "protest",
        status: "occurred",
        time: "t1",
        participants: [["agent", "a3"]],
        place: "the Long Quay",
        key: "row-out",
        accordingTo: null,
      },
      e2: { type: "law", status: "occurred", time: null, participants: [], place: null, key: "ban", accordingTo: null },
    },
    figures: {
      g1: {
        min: 200,
        max: null,
        quantity: "vague",
        unit: "person",
        counts: "crowd",
        giver: null,
        key: "crowd",
        accordingTo: null,
      },
      g3: {
        min: 900,
        max: 900,
        quantity: "exact",
        unit: "person",
        counts: "crowd",
        giver: "a3",
        key: "crowd",
        accordingTo: "s1",
      },
      g4: {
        min: 350,
        max: 400,
        quantity: "range",
        unit: "person",
        counts: "crowd",
        giver: "a5",
        key: "crowd",
        accordingTo: "s2",
      },
    },
    requests: {},
    commentSought: {},
    quotedWords: {},
  },
  {
    id: "r-0d44",
    outlet: "Marrowby Packet",
    headline: "‘Come in to the quay’: police plea as second row-out is called",
    byline: ["Hanne Ostler", "Ivo Marsh"],
    publishedAt: "2032-04-16T08:10:00+01:00",
    url: "https://packet.example/2032/04/16/police-plea",
    revisedBy: "r-0d45",
    marked: `The organisers of a second {e1.trigger|row-out} planned {t1|for Sunday} have {s1.cue|refused} {r1|{r1.about|a plea by {a5|Castle Street} to put it off} because of {e2.trigger|a storm warning}}.

{s2.source|{a3|Keep Marrowby Moored}} {s2.cue|said} {s2.content|the boats {e1.also|“will go out as planned”}}.

In a letter to {a5|Norland Police}, {s3.source|{a4|Elsie Brandt}} {s3.cue|wrote}: {s3.content|“You ask us to think of the lifeboat crews. We are the lifeboat crews.}

{s3.content|“Eleven of the nineteen names on your list have pulled strangers out of that water, and not one was asked for an anchoring permit first.}

{s3.content|“We therefore ask you to spend Sunday watching the weather, and not us.”}

{s4.content|“We urge them to wait one week,”} {s4.source|a {a5|Norland Police} spokesman} {s4.cue|said}. {s5.content|“Nobody will {e3.trigger|be arrested} for staying ashore.”}

{s6.source|{a7|The ministry}} {s6.cue|declined to comment}{s6.content| on {e4.trigger|the ban}}.`,
    furniture: null,
    times: { t1: ["2032-04-18", "“Sunday” counted from publication on 16 April 2032"] },
    actors: {
      a3: ["organisation", "Keep Marrowby Moored"],
      a4: ["person", "Elsie Brandt"],
      a5: ["organisation", "Norland Police"],
      a7: ["organisation", "Ministry of Ports"],
    },
    statements: {
      s2: { form: "mixed", act: "refusal", speaker: "a3", medium: null, saidAt: null, addressee: "a5" },
      s3: { form: "direct", act: "request", speaker: "a4", medium: "letter", saidAt: null, addressee: "a5" },
      s4: { form: "direct", act: "request", speaker: "a5", medium: "spokesperson", saidAt: null, addressee: "a3" },
      s5: { form: "direct", act: "promise", speaker: "a5", medium: "spokesperson", saidAt: null },
      s6: { form: "indirect", act: "no-comment", speaker: "a7", medium: null, saidAt: null },
    },
    events: {
      e1: {
        type: "protest",
        status: "planned",
        time: "t1",
        participants: [["agent", "a3"]],
        place: null,
        key: "row-out-2",
        accordingTo: "s2",
      },
      e3: {
        type: "arrest",
        status: "denied",
        time: null,
        participants: [["agent", "a5"]],
        place: null,
        key: "arrests-ashore",
        accordingTo: "s5",
      },
      e4: { type: "law", status: "occurred", time: null, participants: [], place: null, key: "ban", accordingTo: null },
    },
    figures: {},
    requests: {
      r1: {
        asker: "a5",
        asked: "a3",
        statement: null,
        about: "r1.about",
        status: "refused",
        key: "put-off",
        answer: ["s2", "refusal"],
      },
    },
    commentSought: {},
    quotedWords: {},
  },
  {
    id: "r-0d45",
    outlet: "Marrowby Packet",
    headline: "‘Come in to the quay’: row-out goes ahead in spite of police plea",
    byline: ["Hanne Ostler", "Ivo Marsh"],
    publishedAt: "2032-04-16T08:10:00+01:00",
    modifiedAt: "2032-04-18T16:30:00+01:00",
    url: "https://packet.example/2032/04/16/police-plea",
    revisionOf: "r-0d44",
    marked: `Skippers {e1.trigger|rowed out} a second time {t1|on Sunday} after refusing {r1|{r1.about|a plea by {a5|Norland Police} to put it off}}.

{s1.source|{a4|Ms Brandt}} {s1.cue|counted} {s1.content|{g1|1,200} on the water}. {s2.source|The police} {s2.cue|declined to give} {s2.content|a figure}.

{s3.content|“A <img src=x onerror=alert(1)> of a day,”} {s3.source|a spectator} {s3.cue|said}, quoting the notice on the lifeboat house: {s4.content|“</script><script>alert(2)</script>”}.`,
    furniture: null,
    times: { t1: ["2032-04-18", "“Sunday” counted from the change on 18 April 2032"] },
    actors: { a4: ["person", "Elsie Brandt"], a5: ["organisation", "Norland Police"] },
    statements: {
      s1: { form: "indirect", act: "assertion", speaker: "a4", medium: null, saidAt: "2032-04-18" },
      s2: { form: "indirect", act: "no-comment", speaker: "a5", medium: null, saidAt: null },
      s3: { form: "direct", act: "assertion", speaker: { unnamed: "a spectator" }, medium: null, saidAt: null },
      s4: {
        form: "direct",
        act: "assertion",
        speaker: { unnamed: "the notice on the lifeboat house" },
        medium: "sign",
        saidAt: null,
      },
    },
    events: {
      e1: {
        type: "protest",
        status: "occurred",
        time: "t1",
        participants: [["agent", "a3"]],
        place: null,
        key: "row-out-2",
        accordingTo: null,
      },
    },
    figures: {
      g1: {
        min: 1200,
        max: 1200,
        quantity: "exact",
        unit: "person",
        counts: "crowd",
        giver: "a4",
        key: "crowd-2",
        accordingTo: "s1",
      },
    },
    requests: {
      r1: { asker: "a5", asked: "a3", statement: null, about: "r1.about", status: "refused", key: "put-off" },
    },
    commentSought: {},
    quotedWords: {},
  },
  {
    id: "r-0e55",
    outlet: "Norland Wire",
    headline: "Skipper pleads not guilty as anchoring ban faces challenge",
    byline: [],
    publishedAt: "2032-04-23T13:45:00+01:00",
    url: "https://wire.example/a/4602",
    marked: `A skipper {e1.trigger|charged} {t1|on Tuesday} with cutting a harbour buoy adrift {e2.trigger|pleaded not guilty} {t2|on Friday}.

{a8|Piet Lund}, 44, appeared before Judge {a9|Ruth Calloway}, who {s1.cue|ruled} {s1.content|that he must stay {g1|500 metres} from the quay} until {e3.trigger|his trial} {t3|on 9 June}.

{s2.source|Prosecutors} {s2.cue|allege} {s2.content|that he {e4.trigger|cut} {g2|three buoys}}. {s3.source|His lawyer} {s3.cue|said} {s3.content|“the rope was rotten”}.

{a3|Keep Marrowby Moored} will {e5.trigger|challenge} {e6.trigger|the ban} at the High Court {t4|next month}, {s4.source|{a4|Ms Brandt}} {s4.cue|said}: {s4.content|“We have two hundred years and one good barrister.”} {s5.source|He} {s5.cue|called} {s5.content|the case “a very small rope”}.`,
    furniture: null,
    times: {
      t1: ["2032-04-20", "“Tuesday” counted from publication on 23 April 2032"],
      t2: ["2032-04-23", "“Friday” is the day of publication"],
      t3: ["2032-06-09", "the year was taken from publication in 2032"],
      t4: ["2032-05", "“next month” counted from publication on 23 April 2032"],
    },
    actors: {
      a8: ["person", "Piet Lund"],
      a9: ["person", "Ruth Calloway"],
      a3: ["organisation", "Keep Marrowby Moored"],
      a4: ["person", "Elsie Brandt"],
    },
    statements: {
      s1: { form: "indirect", act: "ruling", speaker: "a9", medium: "court", saidAt: "2032-04-23" },
      s2: {
        form: "indirect",
        act: "allegation",
        speaker: { unnamed: "Prosecutors" },
        medium: "court",
        saidAt: null,
        alleged: true,
      },
      s3: { form: "mixed", act: "denial", speaker: { unnamed: "His lawyer" }, medium: "court", saidAt: null },
      s4: { form: "direct", act: "promise", speaker: "a4", medium: null, saidAt: null },
      s5: { form: "mixed", act: "assertion", speaker: { candidates: ["a8", "a2"] }, medium: null, saidAt: null },
    },
    events: {
      e1: {
        type: "charge",
        status: "occurred",
        time: "t1",
        participants: [["patient", "a8"]],
        place: null,
        key: "charge",
        accordingTo: null,
      },
      e2: {
        type: "plea",
        status: "occurred",
        time: "t2",
        participants: [
          ["agent", "a8"],
          ["forum", "a9"],
        ],
        place: null,
        key: "plea",
        accordingTo: null,
      },
      e3: {
        type: "hearing",
        status: "planned",
        time: "t3",
        participants: [["patient", "a8"]],
        place: null,
        key: "trial",
        accordingTo: null,
      },
      e4: {
        type: "damage",
        status: "alleged",
        time: null,
        participants: [["agent", "a8"]],
        place: null,
        key: "three-buoys",
        accordingTo: "s2",
      },
      e5: {
        type: "appeal",
        status: "planned",
        time: "t4",
        participants: [["agent", "a3"]],
        place: "the High Court",
        key: "challenge",
        accordingTo: "s4",
      },
      e6: { type: "law", status: "occurred", time: null, participants: [], place: null, key: "ban", accordingTo: null },
    },
    figures: {
      g1: {
        min: 500,
        max: 500,
        quantity: "exact",
        unit: "metre",
        counts: "length",
        giver: "a9",
        key: "distance",
        accordingTo: "s1",
      },
      g2: {
        min: 3,
        max: 3,
        quantity: "exact",
        unit: null,
        counts: "other",
        giver: null,
        key: "buoys-cut",
        accordingTo: "s2",
      },
    },
    requests: {},
    commentSought: {},
    quotedWords: {},
  },
  {
    id: "r-0f66",
    outlet: null,
    headline: null,
    byline: [],
    publishedAt: null,
    url: null,
    marked: `Notice to owners. {s1.source|{a1|Marrowby Harbour Company}} {s1.cue|has agreed} {s1.content|to publish the survey of the anchorage}.`,
    furniture: null,
    times: {},
    actors: { a1: ["organisation", "Marrowby Harbour Company"] },
    statements: { s1: { form: "indirect", act: "agreement", speaker: "a1", medium: "statement", saidAt: null } },
    events: {},
    figures: {},
    requests: {},
    commentSought: {},
    quotedWords: {},
    diagnostics: [{ code: "undated", message: "The source gives no date of publication; days of the week stay open." }],
  },
];
