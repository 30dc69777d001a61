/**
 * Past forms and participles of verbs that have irregular ones: the base and its forms. Left out are forms that are at home
 * in two verbs ("wound", "ground", "found", "lay"). Compiled for this project, Apache-2.0.
 */
const FORMS = `arise arose arisen; bear bore borne; beat beaten; become became; begin began begun; bend bent; beset beset;
  bet bet; bid bid bidden; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred;
  bring brought; broadcast broadcast; build built; burn burnt; burst burst; buy bought; cast cast; catch caught;
  choose chose chosen; cling clung; come came; cost cost; creep crept; cut cut; deal dealt; dig dug; draw drew drawn;
  dream dreamt; drink drank drunk; drive drove driven; dwell dwelt; eat ate eaten; fall fallen; feed fed; feel felt;
  fight fought; flee fled; fling flung; fly flew flown; forbid forbade forbidden; forecast forecast;
  foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven; forgo forwent forgone;
  forsake forsook forsaken; freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown;
  hang hung; hear heard; hide hid hidden; hit hit; hold held; hurt hurt; keep kept; kneel knelt; know knew known;
  lay laid; lead led; lean leant; leap leapt; learn learnt; leave left; lend lent; let let; lie lain; light lit;
  lose lost; make made; mean meant; meet met; mislay mislaid; mislead misled; misspell misspelt; mistake mistook mistaken;
  mow mown; offset offset; outbid outbid; outdo outdid outdone; overcome overcame; override overrode overridden;
  oversee oversaw overseen; oversleep overslept; overtake overtook overtaken; overthrow overthrew overthrown; pay paid;
  plead pled; prove proven; put put; quit quit; read read; rebuild rebuilt; recast recast; redo redid redone;
  remake remade; repay repaid; rerun reran; resell resold; reset reset; resit resat; retake retook retaken;
  retell retold; rethink rethought; rewrite rewrote rewritten; rid rid; ride rode ridden; ring rang rung;
  rise rose risen; run ran; say said; see saw seen; seek sought; sell sold; send sent; set set; sew sewn;
  shake shook shaken; shed shed; shine shone; shoot shot; show shown; shrink shrank shrunk; shut shut; sing sang sung;
  sink sank sunk; sit sat; slay slew slain; sleep slept; slide slid; sling slung; slink slunk; smell smelt;
  sneak snuck; sow sown; speak spoke spoken; speed sped; spell spelt; spend spent; spill spilt; spin spun; spit spat;
  split split; spoil spoilt; spread spread; spring sprang sprung; stand stood; steal stole stolen; stick stuck;
  sting stung; stink stank stunk; stride strode stridden; strike struck stricken; string strung; strive strove striven;
  swear swore sworn; sweep swept; swell swollen; swim swam swum; swing swung; take took taken; teach taught;
  tear tore torn; tell told; think thought; throw threw thrown; thrust thrust; tread trod trodden;
  undercut undercut; undergo underwent undergone; understand understood; undertake undertook undertaken; undo undid undone;
  unwind unwound; uphold upheld; upset upset; wake woke woken; wear wore worn; weave wove woven; weep wept; wet wet;
  win won; withdraw withdrew withdrawn; withhold withheld; withstand withstood; wring wrung; write wrote written`;

/** Base of each irregular past form or participle. */
export const IRREGULAR_PASTS: ReadonlyMap<string, string> = new Map(
  FORMS.split(";").flatMap((row) => {
    const [base = "", ...forms] = row.trim().split(/\s+/);
    return forms.map((form): [string, string] => [form, base]);
  }),
);
