/**
 * How common a content word is in news: words by the share of reports that hold them, in percent (upper end of the band),
 * in the comparison form of link/content-words.ts. Words that are not listed are in fewer than 1.5 percent.
 * Counted over 261 reports of Wikinews, 2019 and 2020 (CC BY 2.5, https://en.wikinews.org/); only counts are kept.
 */
const BANDS: readonly (readonly [number, string])[] = [
  [
    2,
    `abroad absolutely absorb actively actual administer administrator adopt adviser advisory advocacy afghanistan
    afraid aftermath afterward agent aggression ah airlift airlin alaska album alexander align allianc ally alternat
    altogether amaz ambulanc amid analys analyst angela anger anthony anticipat anywher apartment appearanc argument
    arkansa armenia arrangement artwork asian assign assistanc assistant assuranc astronomer astronomy attain
    attribut authoriz automatic automatically avenu awareness azerbaijan baby bacteria bag baghdad bahama bail band
    bar barely barrier bay beat bed behav behavior behaviour belgium ben beneficial bigger binary biology birth
    birthday blankenship blaz boat bomber bor bottom breach bread brian brilliant broadcast broker brown bug burden
    bus buttigieg calculat calculation camera cancel candidacy capitol carefully cargo carrier carter cat caution
    celebration celebrity censor censorship centraliz centrist ceremony certify championship chao characteristic
    charity charl charlott chat chemical christopher chuck circuit circulat citizenship claus clean client clinic
    closur club coach coastal cohen collaboration collection collectively collid color columbia combination comedy
    comfortabl commonwealth comparabl compatibl complaint complicat complication comply component comport compound
    comput conced concept confident confirmation confront congressman connecticut consensus consequenc consideration
    consist consistent constabl constitut constitutional consum container contender context continuous contributor
    conversation convert conviction cool cooperation coordinat core corner corporation correctly correlat corridor
    corrupt crack creativ creatur criticis cruz curious dad dakota daniel dark debut deeper defin definition del
    delawar delhi delivery demonstration dependent deplatform depression deriv description deserv designat
    destruction detain diagnos differ difficulty digital diplomat direction disagr disband disclos dismiss disput
    divers diversity division divorc dna dog domestic don dose doug download draw drink dying easier easily edge
    editor educat efficient egyptian eighteen elaborat eliminat elsewher emirat emission empathy emphasiz empower
    enabl endur enforcement engin enterpris entrepreneur equality equally equip erdogan eric error erupt es et
    ethnic evaluat everyday evolutionary ex exceed excellent exception exclud execut exercis exhibit existenc
    exoplanet experiment experimental explod exploration explosion explosiv expos extension extensiv extent external
    extinguisher extra extract extradit fals fame fare fashion favour favourit fee festival fifty fighter financ
    firefighter fish flam fled flow floyd forecast foreigner forever fork formally forum fox framework frequent
    friendly fruit fuent fundamental gap garc gay generat geological german glad globally gloria gnu gray gridlock
    grown guarante guidelin habit hail hair hammon hamper harassment hardwar harsh hawkin height herald herd hero
    hid hide hillary historical historically hole holy hop hopefully household houthi howi huge hunt hurt hypothesis
    ideology immigrant immunity implementation implication imply impossibl imprisonment improvement inclusion
    incredibl independenc independently indonesia induc infrastructur instagram instruct insult intensiv
    intentionally interaction interfer interferenc interior interrupt interstat intervention interviewe introduction
    investment iraqi irc isis israeli italy jack jacob jennifer jeremy jet jim joint joy juan judgment jump junior
    jurisdiction jury justin keep kerala kevin kg kiss kit knif korean kph lady landscap las laugh lay lee legitimat
    lesser lesson lgbt lifetim lift like likelihood lincoln linux literally load lord louis magnitud mainland
    maintainer maker manner manufactur map mar mary master matt max maximum meat mechanism mediterranean medium
    memorial memory migrat mileston mini mix moderat modi monetary morgan mosqu motion motivat mount mouth multi
    musical musician narendra narrow navy neck needl negotiation neighbor neighbour newly nhc nicknam nicola notably
    nowaday npr nuclear numerous object observer obvious occasion occasionally occupant occupy offend offensiv
    offshor ok oldest opt oregon organic organis origin outlin overarch overcom oversea oversight ownership oxygen
    pain pair pan panel particl partly passion peaceful penc perceiv percentag performer permission permit pete
    petition phd phil philosophy phras physic physically plea plead pleasur plenty plo plurality pneumonia poison
    polish portion portugal possession postal practical prais pray precaution precious pregnant preliminary premier
    preparation preserv priority prob prohibit promptly properly prosecut prosecution protocol proud provincial
    publicity puerto putin qasem quarantin quiet quot racial railway rapid rapidly rarely ratify realiz rebel
    recognis recognition recorder recovery referenc reflect registration regret relay relief religion remedy remot
    renew repair replacement repository requirement resembl resistanc respiratory restaurant resum retail retailer
    retain reuter revenu revers ricardo rich rico ring risen rivera ron rose ross routin rugby runner runway rush
    sacr sadiq sadness saffir saint samoa sanction sara sat satellit scar schem scor scott sector segregat sensor
    sequenc settl seventeen sharp shell shelter sheriff shoe shown sick signal signatur significanc similarity
    simpson sing singer sixth sky slat slogan slowly smart sold soldier soleimani solo somehow somewher song
    sophisticat soul sovereignty soviet spain spark specify speculat spot st stability stall stem stev steven stick
    stock straight strain strang stress strip stuff subsequent substantial substantially successor sued summer
    summit surg surpass surveillanc survival swear swing sworn syrian tag talent tap tape taught tea tear
    technically ted teenager telescop templ tennesse tenth terribl terror testimony thereafter theyd tie tied till
    timelin toilet tom tour trademark transmission transmit transparent trauma treaty tree trek tremendous trend
    trib troubl truth twic typical ukrain ukrainian unacceptabl unconstitutional undergraduat unity unknown unlikely
    upgrad upper urge vaccination vacuum valid valley valuabl van variety vazquez versus vessel veteran viewer
    virtually visibility visual volodymyr volum voluntarily vow vulnerabl wage wake wale walter wanda wash wast wave
    weaken wed weld wildlif window winner withdraw wonderful worry wors wuhan yemen youll youtub youv zealand
    zelensky zero`,
  ],
  [
    3,
    `abc academy accessibl accredit accurat acknowledg acquir adam additionally admir adult advic agenc agenda
    aircraft airstrik alabama alcohol ali aliv allocat alongsid alter alternativ ambassador amongst andrew angel
    anonymous anyway apparently application approval arab arizona arrang art asia assault atmospher attract audienc
    austria autonomous aviation basic beach behalf belief bend besid bird blast bob boe brain branch brexit briefly
    britain bury businessman buy capabl captain carbon card cast catholic cbs ceas celebrat ceo certainly champion
    childhood chosen christian chronicl church clearly closer collaborat collaps collin collision commerc
    commissioner communication complex confidenc conspiracy construct content contest continent contribution
    controversial controversy cook copy correct correspondent cov coverag cultural custody cyclon danger databas
    deadlin decreas dedicat deep deeply defenc democracy deploy developer devic diplomatic disrupt dissolv divid
    dominat donation doubl dream dron earthquak edition edward effectively egypt electric electronic element email
    embassy empty en entry environmental equal essentially eu evacuat everybody everywher evolution except explor
    exposur eyewitness facilitat fake farm faster feed feet fewer fifth file fir firearm flat footag forest formal
    format formation formerly francis francisco freely french frequently fuel fun funeral generation giant gold
    gonna govern grad graduat growth guardian guest guid halt harder harm harry hat hate heavily heavy helicopter
    hell hill historic honest hong hopkin hotel hunter husband identification illness immigration impeachment
    importanc inde indiana infectious input inquiry inspir instanc institution integrat intention interpret invest
    investigator invit iowa isolat israel japan japanes jorgensen journalism journalist judicial justify khan kid
    king klobuchar kong korea label labor laboratory labour landfall leagu leg legislation liberation liberty lock
    lockdown longest lose louisiana lying magazin meanwhil merg meter mexican mid midnight mississippi modify
    monitor monthly moscow movi mp mph museum music nasa nationwid nativ negativ negotiat nevertheless nice
    observation oklahoma opponent orbit organiz organizer outcom overview pacific pack packag page palm paris
    participant particularly patrol payment penalty permanent personality personally personnel photograph pictur
    pilot plus pompeo pop port pos poster powerful pre preferenc pric principl priz procedur proceed production
    profit programm progress progressiv prohibition prominent pronounc proposal provinc pull punishment quantity
    queen rain rank rare react realclearpolitic realis reality referendum regulation relationship relativ religious
    removal render reopen repeat repeatedly reserv resolution respectively restor restrict ride riot ris rival river
    rocket roman sad sale saturn sav save scandal scenario scholar seiz server shock shop similarly skill skin smok
    solv spanish spe specializ spectrum spik spokesman spotlight squar stab statistic ston strength strengthen
    strongest strongly struggl succ suppos survivor suspicion symptom syria take target teacher tech tehran
    temporary ten thailand them thoma tip toll tony toronto totally touch tourist trac tradition travell trigger
    trip tropical truck truly turkey turkish um unabl undermin understood underway unfortunately uniqu utah vaccin
    vega villag violation violent viral visibl visitor vladimir walk wall warm web weigh wide wild withdrawal
    withdrew wore worst worth wss youngest youth`,
  ],
  [
    4,
    `abortion accident activ actor admit advanc advantag advis advisor africa aid alert allegedly amy analysis annual
    anymor apart appreciat approv approximately arabia arriv atlantic attacker attende australian awar back bank
    battl beyond billion blam blog blood bond boris bridg brief broken burn cabinet call canadian cancell cancer
    capacity casualty catch century chain chair chairman channel character chos chris circumstanc civilian classify
    closely cloth coalition code combat combin commonly competition compil conclud conclusion condemn condolenc
    confus congressional connect construction contract corruption credit critic criticism crowd customer danc david
    deceas declin defens demonstrat deputy desir differently direct disaster display distanc distribut distribution
    doctor dollar door draft dress driver duty earth eastern eat effectiv el electoral eligibl emerg employe england
    english enjoy entirely escap essential europ evolv exact examin exchang excit exit explanation extremely eye
    fair fan fascinat fast father fear fell fifteen film finally financial firm fit fix flood floor game gary gender
    generally georgia germany girl give god grand grew guess guy hampshir happy harris highlight highly honor ignor
    ii illegal illinois imagin impos incom intelligenc intent internal involvement ireland item jail jersey jo
    journal kamala kilometer knowledg largely larger latest layer letter liberal libertarian licens location los lov
    mainly mandat mandatory marriag marry maryland match medicin mental method michigan mind minimum minnesota
    minority mistak modern mostly motivation mourn murder muslim nancy natur natural necessarily necessary normal
    normally note notic ocean oh oil older option outlet overturn participation partner patient pattern paul pelosi
    pend pennsylvania perspectiv phas philippin planet plant player politic poor potentially prayer presenc
    presidency presumptiv pretty prevention primarily producer promis promot prompt property prov purchas pursu put
    reaction ready recall recogniz recommend refus regardless regional reject resignation rock rocky royal russia
    sar saudi scientific screen second secret section seem selection senior session sever sex sexual shap shift
    shutdown simply sixteen slightly slow smaller softwar somewhat spend spent sponsor sport stabl stanc standard
    storm strategy stream street strik stronger styl submit successful successfully suggestion suicid suit sun super
    supply surfac surgery surpris sustain switch tax teach technical techniqu tell temperatur tend terrorism
    terrorist text theyv third throughout tim titl track traditional traffic trail transition transportation troop
    tv twelv twenty unless unusual updat urg vary violat violenc virginia virtual volunteer wait warren weapon
    weather weekend welcom widely widespread wing wisconsin wish witness wonder worldwid wound writer wrong younger
    your zone`,
  ],
  [
    6,
    `abus activist advocat african afternoon agreement aim airport allegation amendment amount animal appeal appoint
    argu army articl artist aspect assembly assist association assum attorney australia averag award background bad
    balanc ballot ban barack base basically basis bbc begin belong benefit bid bit block bomb book boy brok brother
    brought budget built canada captur car category caucus caught centr central check child chines choos class
    climat clinton cnn colleagu collect colorado command commercial commission commit compet completely computer
    conflict connection contain controll convention convict counter crash creation crew crisis critical criticiz
    cross cultur cut cycl dangerous daughter dc decad defend definitely degre delay deliver democrat destroy detail
    detect determin directly discover discovery discussion document dozen drew easy economic economy eleven
    elizabeth endors energy engag engineer ensur environment equipment especially eventually exactly expand expert
    extend facebook facility factor fall favor felt fil fine finish flag flight fly food foundation founder fourteen
    fourth fraud freedom front fully function gas gather georg goe grant greater green grow guard guilty gun hall
    heard heart higher highest hit hope hospitaliz hurrican identity immediately implement incumbent india indian
    industry infect infection influenc inform injury insid install internet introduc iranian iraq islamic jame
    johnson key km knew la lack languag largest lawsuit lawyer leadership legislativ lie light link loss love mail
    male manag management manager marin mark market mask massachusett massiv mate material mayb meant men mexico
    middl minor minut mission model nbc network nevada nominat northern obama obtain officially ohio okay one
    opinion opportunity oppos organisation original originally otherwis outbreak overall paid paper parent
    participat particular passenger path performanc period personal phon photo physical piec pleas pledg politician
    possibility possibly practic predict prefer prepar pressur prior pro professional prosecutor protester
    publication publicly push qualify quality quarter quickly radio rally rate re real red reform register
    relatively rely remember replac reporter republic rescu resign resolv respect responsibility responsibl rest
    restriction retir reveal review richard road robert roll room round rout rul russian safe san sander scal scen
    sea search see sell send sens serious seriously ship shoot short shut simpl sister sit size solution sort sought
    sound southern speaker specy staff star station status stor struck structur subsequently success sure surround
    survey surviv suspend task television territory theory therefor threat threaten ticket tool town trad train
    transfer transport treatment trial true trust ultimately unlik upcom usa use user usually valu vehicl vermont
    version victory voic watch wear william wind word worker written yeah`,
  ],
  [
    8,
    `ability accept account accus achiev additional affair al alleg alon arm arrest attention avoid becom berni
    better biggest black border born break british business care career carolina certain chanc china choic citizen
    clear coast come committe common conservativ contact contribut cost council county coupl criminal daily de debat
    defeat delegat demand deny depend design development differenc difficult driv drop drug earn east education
    encourag enter entir evidenc exampl executiv exist experienc explain fac fact feel fellow femal field fight fill
    forward franc fund gain giv goal hand handl hard hear idea impact independent initially institut intend
    investigat iran island judg kind kingdom land launch learn legal legislatur locat london low lower main make
    mass messag michael mike ministry miss moment money mother movement nearby nearly occur ongo onlin operat
    opposition own owner park parliament pay peac percent pick platform policy poll popular population positiv
    potential prison privat probably produc product propos protection purpos rais rang recent recently recover refer
    relation remark researcher resident resourc respond risk season self sent sentenc separat sery shortly shot
    significant site sometim son soon special specifically speech spokesperson stag story strong student subject
    supporter technology texa top travel treat type uk understand various virus visit warn washington way west
    western weve wife woman young`,
  ],
  [
    12,
    `able access across action activity actually addition address administration affect aged agency ahead air america
    announcement answer anti appear apply approach ask associat attempt attend author availabl best biden big bill
    board body bring capital carry challeng charg chief children cit civil co colleg comment community company
    compar complet concern condition conduct conferenc congress constitution coronavirus count cours cover creat
    crim damag data date dead deal despit develop director diseas district effect effort elect emergency establish
    estimat european express face fail featur figur final fire florida focus free friend full futur get global great
    ground half happen history host hundr identify imag important improv incident increas indicat individual
    information initial instead interest job joe justic level likely limit line list littl liv longer lost lot
    maintain major majority man matter mayor measur medical meet mention met mile military move multipl nam
    nomination nomine non north not observ offer officer operation organization outsid pandemic perform play pm
    political possibl power present prevent primary problem professor program project protect protest race ran read
    reason reduc regard region remov represent republican request research role roughly rule safety school scienc
    scientist seat secretary secur select senat shar side sign similar singl situation small social society sourc
    spac speak specific spok spread stand stay step stop suffer suggest suprem suspect tak talk thank thought time
    total tweet union victim video view vot voter war water websit whit wn women won writ wrot york`,
  ],
  [
    16,
    `act age agre american area attack authority believ build california campaign candidat center clos confirm
    control court covid decid declar department describ die different discuss earlier expect far federal foreign
    form good governor head help hold hospital human injur international interview investigation john join know larg
    late lead leader leav led left live long look mak mean media mov name nation offic open pass past point position
    presidential previous previously prim process publish reach record relat representativ requir respons return
    schedul security seek senator study system team term test thing think thousand turn twitter using utc vice win`,
  ],
  [
    24,
    `allow bas case caus chang city claim consider country current currently decision democratic died donald due
    early election end event family find forc general group health held high home hour hous involv issu kill known
    later law life million minister need new old order party person polic post press provid question receiv releas
    remain reportedly result right run serv servic set show south start statement support trump try university vote
    want world`,
  ],
  [32, `announc continu death former found government local member number official part plac plan public`],
  [48, `follow includ national president work`],
  [100, `report stat unit`],
];

/** Percent of news reports that hold the word, for the words that are not rare. */
export const WORD_COMMONNESS: ReadonlyMap<string, number> = new Map(
  BANDS.flatMap(([percent, words]) => words.split(/\s+/).map((word) => [word, percent] as const)),
);
