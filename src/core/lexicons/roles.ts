import type { Gender } from "./titles.ts";

/** Nouns for a post, trade or part that one person has. Compiled for this project, Apache-2.0. */
export const ROLE_NOUNS: ReadonlySet<string> = new Set(
  `president vice-president premier chancellor minister secretary undersecretary mayor deputy governor senator
   congressman congresswoman congressperson representative lawmaker legislator parliamentarian councillor councilor
   councilman councilwoman councilmember alderman commissioner ombudsman ambassador envoy diplomat consul attaché
   politician leader co-leader chief head boss chair chairman chairwoman chairperson co-chair vice-chair vice-chairman
   director co-director manager executive officer ceo cfo coo founder co-founder cofounder owner co-owner partner
   president-elect candidate nominee contender incumbent frontrunner challenger mp mep msp whip speaker treasurer
   chairmen official administrator superintendent supervisor coordinator co-ordinator organiser organizer co-organiser
   convenor convener steward delegate member co-author author writer novelist poet playwright screenwriter editor
   editor-in-chief columnist journalist reporter correspondent presenter broadcaster anchor host co-host blogger vlogger
   youtuber photographer photojournalist cameraman filmmaker director-general producer publisher critic
   spokesman spokeswoman spokesperson adviser advisor aide strategist consultant analyst expert specialist scholar
   historian economist scientist researcher professor lecturer academic physicist chemist biologist geologist
   climatologist meteorologist seismologist virologist epidemiologist ecologist botanist zoologist palaeontologist
   paleontologist archaeologist anthropologist sociologist psychologist psychiatrist mathematician statistician astronomer
   astrophysicist astronaut cosmonaut engineer architect designer planner surveyor inventor programmer developer
   doctor physician surgeon nurse midwife paramedic pharmacist dentist vet veterinarian coroner pathologist
   lawyer solicitor barrister attorney prosecutor judge justice magistrate recorder juror sheriff marshal constable
   detective inspector investigator sergeant captain lieutenant colonel general major admiral commander commandant
   brigadier corporal soldier airman pilot co-pilot sailor marine veteran guard guardsman ranger firefighter fireman
   policeman policewoman trooper warden jailer bishop archbishop cardinal pope priest vicar pastor minister reverend
   rabbi imam cleric ayatollah monk nun chaplain preacher evangelist
   teacher headteacher headmaster headmistress principal dean rector provost tutor student pupil undergraduate graduate
   actor actress comedian entertainer singer singer-songwriter songwriter musician guitarist drummer bassist rapper
   composer conductor violinist pianist dancer choreographer artist painter sculptor illustrator cartoonist model
   player footballer striker midfielder defender goalkeeper winger captain coach co-coach trainer referee umpire
   cricketer batsman bowler golfer boxer wrestler jockey swimmer athlete sprinter runner cyclist driver racer skier skater
   quarterback pitcher batter champion medallist medalist olympian paralympian gymnast rower
   activist campaigner protester demonstrator dissident whistleblower whistle-blower trade-unionist unionist
   farmer fisherman miner builder carpenter electrician plumber welder labourer laborer worker employee staffer
   shopkeeper trader merchant businessman businesswoman businessperson entrepreneur industrialist banker financier
   investor broker accountant auditor economist chef cook waiter waitress bartender baker butcher
   driver trucker conductor captain skipper operator technician mechanic clerk secretary-general receptionist cleaner
   librarian curator archivist translator interpreter
   husband wife father mother son daughter brother sister widow widower uncle aunt nephew niece cousin grandfather
   grandmother grandson granddaughter stepfather stepmother fiancé fiancée boyfriend girlfriend partner spouse parent
   victim survivor witness eyewitness bystander onlooker passer-by passerby resident neighbour neighbor tenant landlord
   homeowner motorist pedestrian commuter passenger traveller tourist customer shopper patient carer volunteer
   defendant suspect accused plaintiff claimant appellant respondent complainant convict inmate prisoner detainee
   gunman shooter attacker assailant killer murderer robber thief burglar kidnapper hostage hijacker bomber terrorist
   militant rebel fighter insurgent warlord dictator tsar king queen prince princess duke duchess earl lord lady monarch
   emperor sultan emir sheikh heir chieftain taoiseach tánaiste congresswoman pensioner teenager migrant refugee
   fellow podcaster streamer influencer magnate tycoon mogul billionaire millionaire philanthropist socialite celebrity star co-star frontman vocalist
   chief-of-staff superintendent-general solicitor-general attorney-general auditor-general surgeon-general comptroller
   registrar bursar archdeacon curate deacon elder premier-designate returning-officer harbourmaster stationmaster`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** Nouns of persons that tell gender. */
export const GENDERED_NOUNS: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ...`man boy gentleman guy male father dad son brother husband uncle nephew grandfather grandson widower stepfather
      boyfriend fiancé groom king prince duke lord earl baron monk priest pope imam businessman spokesman chairman policeman
      fireman congressman councilman cameraman gunman fisherman salesman sportsman batsman craftsman clergyman frontman
      actor waiter host headmaster landlord hero emperor sultan emir sheikh schoolboy lad airman guardsman`
    .split(/\s+/)
    .map((noun): [string, Gender] => [noun, "male"]),
  ...`woman girl lady female mother mum mom daughter sister wife aunt niece grandmother granddaughter widow stepmother
      girlfriend fiancée bride queen princess duchess countess baroness nun businesswoman spokeswoman chairwoman policewoman
      congresswoman councilwoman sportswoman actress waitress hostess headmistress landlady heroine empress schoolgirl
      midwife comedienne`
    .split(/\s+/)
    .map((noun): [string, Gender] => [noun, "female"]),
]);

/** Those who speak for a body; unnamed, their words are the body's. */
export const SPOKESPERSON_NOUNS: ReadonlySet<string> = new Set(
  "spokesperson spokesman spokeswoman spokespeople spokesmen spokeswomen spokespersons".split(" "),
);

/** Words that set a post apart from the post itself: "the former mayor" is not "the mayor". */
export const ROLE_SHIFTERS: ReadonlySet<string> = new Set(
  "former ex ex- vice deputy acting assistant associate interim late outgoing incoming shadow junior".split(" "),
);
