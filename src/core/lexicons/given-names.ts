/** Given names by the gender they mostly go with, and those that go with both. Compiled for this project, Apache-2.0. */

const names = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((name) => name !== ""));

/** Lower case. */
export const FEMALE_NAMES: ReadonlySet<string> = names(`
  aaliyah abby abigail ada adela adele adelaide adriana adrienne agatha agnes agnieszka aicha aida aileen aimee aisha aisling aiyana akiko
  alana alba alejandra aleksandra alessandra alexandra alexandria alexa alexia alice alicia alina alisa alisha alison alla allison alma
  althea alyssa amalia amanda amara amber amelia amelie amina amira amna amrita amy ana anabel anaïs anastasia anca andrea-maria
  aneta angela angelica angelika angelina angeline angie anisa anita anja anjali ann anna annabel annabelle annalena anne
  anneliese annemarie annette annie annika anouk antoinette antonella antonia anushka anya aoife april arabella ariana
  arianna arlene ashleigh asma astrid asya athena audrey augusta aurora ava aya ayako ayesha ayşe ayse azadeh barbara beata
  beatrice beatrix beatriz becky belinda bella benazir berenice bernadette bernice bertha beryl bess beth bethan bethany bettina
  betty beverley beverly bianca birgit birgitta blanca bogdana bonita bonnie brandi brenda bridget bridie brigid brigitte britney brittany
  brooke bronagh bronwen caitlin caitlyn camila camilla candace candice cara carina carla carlotta carly carmel carmen carol carole carolina
  caroline carolyn carrie cassandra cassie catalina catarina caterina cath catherine cathy cecilia cecile cecily celeste celia
  celine chantal chantelle charlene charlotte chelsea cherie cherry cheryl chiara chioma chloe christa christabel christiana christiane christina christine
  chrissie ciara cindy claire clara clare clarissa claudette claudia clementine cleo colette colleen concetta connie constance consuelo cora
  coral cordelia corinne cornelia cressida cristina crystal cynthia dagmar dagny dahlia daisy danica daniela danielle daphne
  daria darlene darya dawn deanna debbie deborah debra deena deidre deirdre delia delilah delphine demi denise desiree devi diana diane dilma
  dina dinah dolores dominika donatella donna dora doreen dorina doris dorothea dorothy dorota dorte ebony edie edith edna edwina eileen eimear
  eilidh elaine eleanor eleanora elena eleni elif elin elinor elisa elisabeth elise eliza elizabeth ella elle ellen ellie elma elodie
  eloise elsa elsbeth elsie elspeth elvira emely emer emilia emilie emily emma emmanuelle enid erica erika erin ernestine esme esmeralda
  estelle esther ethel eugenia eugenie eunice eva evangeline eve evelina evelyn evie ewa faith fatemeh fatima fatma fatou faye felicia
  felicity ffion fiona fleur flora florence floriane frances francesca francine françoise francoise freda frederica freya frida gabriela
  gabriella gabrielle gail galina gaynor gemma genevieve georgia georgette georgiana georgina geraldine gertrude ghislaine gillian gina
  ginevra ginger giorgia giovanna gisela giselle gita gitte giulia gladys glenda gloria golda grace gracie grainne greta gretchen
  griselda guadalupe gudrun gulnara gwen gwendolyn gwyneth hadiza hala halima hanan hanna hannah hannelore harriet hattie hazel heather hedda
  heidi helen helena helene helga heloise henrietta hermione hester hilda hillary hind hiroko holly honor hope huda hyacinth ida ilaria
  ilona ilse imani imelda imogen ina indira ines inga inge ingeborg ingrid ioana iona irena irene irina iris irma isabel
  isabella isabelle isadora isla isolde ivana ivanka ivy izabela jacinda jacinta jacqueline jacquelyn jada jana jane janelle
  janet janice janine janis jasmin jasmine jaya jayne jeanette jeanne jeannie jemima jemma jenna jennie jennifer jenny jessica
  jill jillian jo joanna joanne jocelyn jodie joely johanna johanne jolanta josefina josephine josie joy joyce juana juanita judi judith
  judy julia juliana julianne julie juliet juliette june justine kaitlyn kaja kajsa kalpana kamala kamila kara karen karin karina karla karolina kasia kate katerina
  katarina katharina katharine katherine kathleen kathryn kathy katia katie katja katrin katrina katy katya kavita kay kaya kayla keiko keira kelly-anne kendra
  kerry-anne khadija kiera kiersten kimberley kimberly kirsten kirstie kirsty klara kristen kristin kristina kristine krystyna kylie lakshmi lana lara larissa
  latifa latoya laura laurel lauren lavinia lea leah leanne leela leila leilani lena leni leonie leonora leonor letitia letizia leyla lidia lila
  lilian liliana lilly lily lina linda linnea lisa lisbeth lise liselotte liudmila liv livia liz liza lizzie lois lola loretta lorna
  lorraine lotte lottie louisa louise lourdes lucia luciana lucie lucille lucinda lucrezia lucy ludmila luisa luise lydia lyn lynda lynette lynn lynne
  lyra lyudmila mabel macarena madeleine madeline madelyn madonna maeve magda magdalena maggie mahalia mairead maja malala malgorzata małgorzata mandy
  manuela mara marcela marcella marcia margaret margarita margaux margery margherita margot margrethe marguerite mari maria mariah mariam mariana
  marianna marianne marie mariella marietta marika marilyn marina marine-laure marisa marisol marissa marit marjorie marlene marsha marta martha martina martine
  mary maryam maryanne mathilda mathilde matilda maud maude maura maureen mavis maxine maya mayra meera meg megan meghan mei melanie melania melina melinda
  melisa melissa melody mercedes mercy meredith merete mette mia michaela michelle mildred mila milena millicent millie mina mindy minerva
  miranda mireille miriam mirjam moira molly mona monica monika monique morag muna muriel myra myrna myrtle nada nadia nadine nadezhda naima nancy nandini
  naoko naomi narges narendra-kumari nasreen nastassja natalia natalie natalya natasha nawal neha nell nellie nerys nessa nezha ngozi nia niamh nicole
  nicolette nicoletta nigella nina noelle noemi nora norah noreen norma noura nuala nur nuria octavia odette olena olga olive olivia oksana ophelia
  oriana orla paloma pam pamela paola patience patricia patrizia patsy patti paula paulette paulina pauline pearl peggy penelope penny petra petronella
  philippa phillipa phoebe phyllis pia pilar pippa polly portia preeti pritha priti priya priyanka prudence prunella queenie quiana rachel
  rachael radha raffaella rahima raisa ramona rana rania rasha raquel rebecca rebekah regina reina rekha renata renate renee rhea rhian rhiannon rhoda rhona
  rhonda ria rima rita roberta robyn rocio roisin róisín romana romy rosa rosalie rosalind rosalyn rosanna rosario rose rosemarie rosemary rosie rosita
  rowena roxana roxanne ruby rukhsana rupa ruth sabina sabine sabrina sadie saffron safiya sakura sally salma salome samantha samia samira sandra sandy-lee sangeeta
  saoirse sara sarah sarai sarita saskia scarlett selena selina selma seonaid serena shabana shabnam shakira shanice shannon-marie sharon shauna sheena sheila
  shelagh shelley shereen sheri sherry sheryl shira shirin shirley shobha shona siân sian sibylle sienna sigrid silke silvia sinead sinéad
  siobhan siobhán sita sofia sofie soledad solveig sonal sondra sonia sonja sonya sophia sophie soraya stacey stacy stefanie stella steph stephanie sue suella
  sukhvinder-kaur sunita susan susana susanna susannah susanne susie suzan suzanne suzie svetlana sybil sylvia sylvie tabitha tahira tamar tamara tamsin tania
  tanja tanya tara tatiana tatyana teresa teri tess tessa thandiwe thea thelma theodora theresa therese thérèse tiffany tilda tilly tina tracey tracie trish
  trisha trudy tulsi tuva uma una ursula usha valentina valeria valérie valerie vanessa vasiliki vera verity verna verónica veronica veronika veronique vesna vicki vicky
  victoire victoria vidya vigdis viktoria viola violet virginia virginie vita viv vivien vivienne vjosa wanda wendy wilhelmina wilma winifred winnie xanthe xenia
  xiomara yael yana yasmin yasmina yasmine yelena yekaterina yevgenia yoko yolanda yuko yulia yumiko yuriko yvette yvonne zadie zahra zainab zara zeinab zelda zena
  zeynep zina zoe zoë zofia zora zsuzsanna zuleikha zuzana`);

/** Lower case. */
export const MALE_NAMES: ReadonlySet<string> = names(`
  aaron abbas abdallah abdel abdi abdul abdulaziz abdullah abdulrahman abdurrahman abe abel abelardo abhijit abiy abraham abram adam adama adamu adel adil adnan
  adolf adolfo adrian adriano agustin ahmad ahmed ahmet aidan akbar akhil akio akira akram alain alan alasdair alastair albert alberto aldo alec aled alejandro
  aleksandar aleksander aleksandr aleksei aleksey alessandro alexander alexandre alexandros alexei alexey alf alfie alfonso alfred alfredo ali alistair
  alister allan allen alonso alphonse alvaro alvin amadou amar amir amit amitabh amos anders andré andre andreas andreea-ion andrei andrej andrés andres andrew
  andrey andrii andrzej andy angelo angus anil ansel anselm anthony antoine anton antoni antonio antónio antonis antony anwar ari arif aristide arjun armand
  armando arnaud arne arnold arron arsène artem arthur artur arturo arun arvind asad asghar asher ashok ashraf asif aslan atif atticus attila august
  augusto augustus aurelio austin avi avraham axel ayman aziz babak bahram baldev balthazar barack barnaby barney barry bart bartholomew bartosz bashar basil
  bastian beau ben benedict benedikt beniamino benito benjamin benji bernard bernardo bernd bernhard bernie bert bertie bertrand bilal bill billy bjarne
  björn bjorn bob bobby bogdan boris boutros brad bradley brahim brandon branko brendan brent brett brian brice brock bruce bruno bryan bryce bryn burt byron caesar cahal callum
  calum calvin camilo carl carlo carlos carsten cathal cecil cedric césar cesar chad charles chester chinedu christer christian christoph
  christophe christopher chuck cian ciaran ciarán claes clarence claud claude claudio claus clayton clement clemens cliff clifford clint clinton clive clyde colin colm
  conall conan conor conrad constantin constantine constantinos corentin corey cormac cornelius cosmo craig curtis cyril cyrille cyrus dag daisuke dale damian damien damon dan
  daniel daniele daniil danilo danny dante dara darius darrell darren darryl daryl dave david davide dawid dean declan deepak delroy demetrius denis dennis denys denzel
  deon derek dermot derrick des desmond detlef dev dexter diarmuid dick didier diego dieter dietrich dilip dimitar dimitri dimitris dimitrios dinesh dino dirk djamel dmitri dmitriy dmitry
  dmytro don dom domenico domingo dominic donal donald donatello donnie dougal douglas doug drago duane dudley dugald duncan dustin dwayne dwight dylan eamon eamonn earl ebrahim ed
  eddie eddy edgar edgardo edmond edmund edoardo eduard eduardo edvard edward edwin efraim egbert ehud einar elbert eli elias elie elijah elio elliot elliott ellis elmer elon elvis emanuel
  emanuele emeka emil emile émile emiliano emilio emmanuel emmett emre enda enoch enric enrico enrique enver enzo eoin ephraim erasmus erdem erhard eric erich erik erling ernest ernesto
  ernie ernst erwin esteban ethan étienne etienne eugene eugenio evan evander evgeny ewan ewen ezekiel ezra fabian fabien fabio fabrice fabrizio fahad faisal farid farouk farrukh faruk fausto
  federico felipe felix feliks fenton ferdinand fergal fergus fernand fernando fidel filip filippo finbar findlay finlay finn fintan florian floyd folke fran-josé francesco
  francis francisco franco francois françois frank franklin franz fraser fred freddie frederic frédéric frederick fredrik friedrich fritz fyodor gabor gábor gabriel gaël gaetano gamal gareth
  garfield garry gary gáspár gaspar gaston gavin gawain geert gene gennaro gennady geoff geoffrey georg george georges georgi georgios geraint gerald gerard gerardo gérard gerd gerhard gerry gert ghassan
  giacomo gian gianfranco gianluca gianni gideon gilbert gilberto giles gilles gino giorgio giovanni giulio giuseppe glen glenn goran gordon göran gottfried graeme graham grant greg gregor gregorio
  gregory grigory guglielmo guido guillaume guillermo gunnar gunther günther gus gustav gustave gustavo guy gwilym habib hadi haider hakan hakeem håkan hal hamid hamish hamza hank hannes hannibal hans
  hans-peter harald haris harish harjit haroldo harold haroon harrison harry hartmut haruki haruto harvey hasan hashim hassan hector heiko heinrich heinz hendrik henk henning henri henrik henrique henry
  herbert herman hermann hernán hernan hideki hideo hilaire hilario hiro hiroshi homer horace horacio horatio horst howard hubert hugh hughie hugo humberto humphrey humza hussain hussein huw iain ian ibrahim idris
  ignacio ignatius igor ihor ike ilan ilham ilya imad imran imre ingmar ingo inigo ioannis ion ira-jacob irfan irving isaac isaiah isidore iskander ismail israel-josé issa istván istvan ivan
  ivar ivo jaap jabari jacek jack jackson jacob jacques jacquot jadon jahangir jair jairo jake jakob jakub jalal jamal james jamil jan-erik jarek jarosław jaroslav jared jarvis jasper javad javed javier
  charlie chris ajay jawad jay jayden jean-claude jean-luc jean-marc jean-marie jean-michel jean-paul jean-pierre jeb jed jeff jefferson jeffrey jens jeremiah jeremy jermaine jerome jérôme jerry jerzy jesús jesus jethro
  jim jimi jimmy jiří jiri joachim joão joao joaquin joaquín joe joel joey johan johann johannes john johnathan johnny johnson jock jon jonah jonas jonathan jonny joost jordi jörg jorge jos josé jose josef
  joseph josep josh joshua josiah josip joško jozef józef juan juha julian julien julio julius jung-ho junior jürgen jurgen justin kaare kai kamal kamil kamran karan kareem karim karl karol kaspar kaveh kazuo
  kęstutis keegan keir keith keiji ken kenji kenneth kenny kent kenzo kevin khaled khalid khalil kieran kieron kim-jong kirk kiran-kumar kjell klaas klaus knut kofi konrad konstantin konstantinos kostas krzysztof
  kumar kunal kurt kwame kwasi kyle kyriakos lachlan ladislav lamar lance larry lars laszlo lászló laurent lauri lawrence lazar lee-anthony leif leigh-james leland len lennart lennox lenny leo leon leonard
  leonardo leonid leopold leopoldo leroy leszek levi lewis liam lindsey-john linus lionel lloyd logan lorenz lorenzo lothar lou louis luc luca lucas lucian luciano lucien lucio ludovic ludwig luigi
  luís luis luiz lukas łukasz luke luther lyle lyndon maarten maciej mads magnus mahathir mahinda mahmoud mahmud majid makoto malachi malcolm malik mamadou manfred manish manmohan manoj mansour manuel marc
  marcel marcelo marcello marcin marco marcos marcus marek mariano marián marijan marin marino mario marius mariusz mark marko markus marlon marshall martijn martin marty marvin marwan masahiro masoud massimo masud
  mateo mateusz mathew mathias mathieu mats matt matteo matthew matthias matthieu mattias maurice mauricio maurizio mauro max maxim maxime maximilian maxwell mehdi mehmet melvin menachem mervyn micah michael michał michal
  michalis michel mick mickey miguel mihai mihail mikael mike mikel mikhail mikheil mikko miklós milan miles milo miloš milos milton miroslav mitch mitchell mitt modibo moe mohamad mohamed mohammad mohammed mohan mohsen moises
  mojtaba moncef monty mordechai morgan-james moritz morris morten moses mostafa moussa muammar muhammad muhammadu mukesh mukhtar mungo murad murat murray musa mustafa mustapha mwai myles mykola myron nabil nader naftali nahum najib narendra
  nasir nasser nassim nathan nathanael nathaniel naveen neal ned neil nelson nestor neville newt niall nicholas nick nicklas nico nicolas nicolás nicolò nigel nikhil niklas niko nikola nikolai nikolaj nikolaos nikolaus nikolay nikos nils
  nishant noah noel nolan norbert norman nouri nuno obadiah octavio odd ola olaf olav oleg oleh oleksandr oleksiy oliver oliviero olivier olle omar omer onur oren orhan orlando orson orville oscar osama oskar osman osvaldo othman otto owen ousmane pablo pádraig
  padraig paddy panagiotis panos paolo pascal pascual patrice-emery patricio patrick paul paulo pavel pavlo pavlos pawel paweł pedro peer percival percy perry pervez pete peter petr petro petros petru petter phil philip philipp philippe phillip
  pierce piero pierre piers pierluigi piet pieter pietro piotr poul prakash pranav prasad prem preston pyotr quentin quincy quintin rachid radek rado radosław rafael rafał rafal raffaele rafiq raghunath rahul raimund rainer raj raja rajan rajat rajesh rajiv rajnath ralf
  ralph ram raman ramesh ramin ramiro ramón ramon ramzan ramzi randall randolph randy ranil ranjit raoul raphael raphaël rashid rasmus raúl raul ravi ray raymond reece recep reg reggie reginald reinhard reinhold remi rémi reuben reuven rex reynaldo reza
  rhodri rhys ricardo riccardo richard richie rick ricky rico rishi ritchie roald rob robbie robert roberto robin-james rocco rod roderick rodney rodolfo rodrigo rogelio roger rohan roland rolando rolf romain roman romano romeo romulus ron ronald ronaldo
  ronan ronnie rory ross roy ruairi rubén ruben rudi rudolf rudolph rudy rufus rui rupert russ russell rustam ryan saad saddam sadiq saeed said sajid salah salim salman salvador salvatore sam-joseph sameer sami samir samuel samuele sandeep sandro sanjay sanjeev santiago
  santino santos satoshi saul scott seamus séamus sean seán sebastian sébastien sebastien sepp serge sergei sergey sergi sergio serhiy seth severin seymour shafiq shahbaz shahid shakeel shane sharif shaun shawn shay sheldon shigeru shimon shinji shinzo shivraj shlomo
  shoaib sidney siegfried sigmund silas silvan silvano silvio simeon simón simon sinan sixten slobodan sofiane sohail solomon søren soren spencer spike spiro stan stanislav stanisław stanley stavros stefan stefano steffen stellan sten stephan stephane stéphane stephen sterling steve steven
  stewart stig stuart subhash suleiman suleyman sultan sunil suresh sven svein swami sylvain sylvester syed tadeusz tadhg tahir takashi takeshi talal tamás tamas tarek tariq taro tarun ted teddy teemu terence terrence thabo thaddeus thad theo theodor theodore theodoros thierry
  thomas thorsten tim timo timothy timur titus tito tobias toby todd tolga tom tomas tomás tomáš tomasz tommaso tommy tony tor torsten toshio travis trent trevor tristan troels troy tyler tyrone uğur udo ulf ulrich umar umberto uri uriah usain usman uwe václav vaclav valentin
  valentino valerio valery vasily vasilis vasyl vernon vic vicente victor vidar vijay vikram viktor vilhelm vilmos vinay vince vincent vincenzo vinnie vinod virgil vishal vital vitali vitaly vito vittorio vivek vlad vladimír vladimir vladislav volker volodymyr voldemar vojtěch wade waheed walid wallace wally walter
  waqar ward warren waseem wayne wendell werner wes wesley wilbur wilfred wilfrid wilhelm will willem william willie willy wilson wim winston wladimir wojciech wolf wolfgang woodrow xander xavi xavier yahya yair yakov yakubu yanis yannick yannis yaroslav yasir yasser yasuo yehuda yevgeny yitzhak yosef
  yousef youssef yuriy yusuf yves yvan zac zach zachary zack zafar zaheer zaid zane zayn zbigniew zdeněk zeev zeke zhan ziad zine zlatan zoltán zoltan zoran zubair zygmunt`);

/** Given names that go with both, here or elsewhere ("Nicola", "Jean", "Andrea"); lower case. */
export const OPEN_NAMES: ReadonlySet<string> = names(`
  alexis amal andrea ariel arya aubrey cameron courtney dana dominique eden frankie germaine harley hayden hilary iman ira
  jackie jaime jean jess joan jules jun laurence laurie lindsay lindsey mel michele nicola noor sasha simone stevie terry vivian whitney yuri
`);

export function isGivenName(word: string): boolean {
  const bare = word.toLowerCase();
  return FEMALE_NAMES.has(bare) || MALE_NAMES.has(bare) || OPEN_NAMES.has(bare);
}
