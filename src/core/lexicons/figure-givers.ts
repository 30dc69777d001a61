/**
 * Words that say who gives a number. Own list, from reports' ways of setting one count against another; regular
 * expressions without flags or edges.
 */

/** Verbs that stand between the giver and the number: "the group claimed 90", "the force put it at 1,100". */
export const GIVING_VERBS =
  "(?:has |have |had |now |later |first |also |then |only |initially )*(?:puts?|claim(?:s|ed)?|count(?:s|ed)?|estimat(?:es?|ed)|reckon(?:s|ed)?|said|says?|ma[dk]es? (?:it|them)|ha[sd] (?:it|them|the (?:number|figure|total|toll|count|cost|bill)) at|(?:rais|lower|revis)(?:es|ed) (?:the|its|his|her|their) (?:\\p{L}+ )?(?:toll|count|estimate|figure|number|total)|suggest(?:s|ed)|gave|gives?|values?|valued|st(?:ands?|ood) by|k(?:eeps?|ept) to|shows|showed|costed|priced|insist(?:s|ed)? on|believes?|thinks?|thought|reports?|reported|record(?:s|ed)|list(?:s|ed)|cit(?:es|ed)|quot(?:es|ed)|wants?|demand(?:s|ed)|seeks?|sought|offers?|offered)";

/** People who give numbers and whom no article need go before: "police thought 900". */
export const GIVING_PEOPLE =
  "(?:police|officials|authorities|organi[sz]ers|doctors|medics|rescuers|prosecutors|unions|activists|campaigners|protesters|residents|witnesses)";

/** Nouns that a number is somebody's: "by the paper’s count", "its own estimate … is 15,000". */
export const GIVEN_NOUNS =
  "(?:own |official |latest |first |initial |preliminary |internal |conservative )*(?:counts?|estimates?|figures?|reckoning|tally|tallies|accounts?|calculations?|numbers?|records?|books|receipts?|reports?|data|assessments?|measurements?|projections?|valuation|lists?|registers?|rolls?|logs?)";

/** Verbs that follow the number and name its giver last: "some 1,400 joined, the police now accept". */
export const GIVEN_AFTER =
  "(?:now |later |also |then )*(?:said|says?|accepts?|accepted|repl(?:y|ies|ied)|reports?|reported|adds?|added|estimates?|estimated|claims?|claimed|conced(?:es?|ed)|concluded|concludes?|announced|announces?|confirm(?:s|ed)?|insist(?:s|ed)?|reckon(?:s|ed)?|believes?|told)";
