/** English words that carry no topic, without apostrophes. Compiled for this project, Apache-2.0. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against ago all almost along already also although always am among an and another any
  anybody anyone anything are arent around as at away back be became because become been before began begin behind
  being below between both but by came can cannot cant come could couldnt did didnt do does doesnt doing done dont down
  during each either else enough even ever every everyone everything few for from further gave get give given go going
  gone got had hadnt has hasnt have havent having he her here hers herself him himself his how however i id if ill im
  in into is isnt it its itself ive just keep kept last least less let like made make many may me might mine more most
  much must my myself near neither never next no nobody none nor not nothing now of off often on once one only onto or
  other others our ours ourselves out over own per perhaps put quite rather really s said same saw say saying says see
  seen several shall she should shouldnt since so some somebody someone something still such t take taken than that
  thats the their theirs them themselves then there these they theyre this those though through thus to together told
  too took toward towards under until up upon us use used very via was wasnt way we well went were werent what whatever
  when where whether which while who whole whom whose why will with within without wont would wouldnt yes yet you your
  yours yourself yourselves mr mrs ms sir dr
  according add added adding adds asked asking call called calls told tell tells tell
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december today yesterday tomorrow day days week weeks month months year years morning evening night
  two three four five six seven eight nine ten first second third new people time`.split(/\s+/),
);
