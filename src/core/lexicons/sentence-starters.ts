/**
 * Words that, with a capital after an abbreviation ("the U.S. The …"), open a sentence: seldom part of a name.
 * Source: compiled for this project, Apache-2.0.
 */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  `The A An This That These Those He She It They We You There Here His Her Its Their Our My Your
  In On At By For From With Without Within Under Over Among Between During Since Until Through Across Around Against
  About Above Below Beyond Despite Unlike According Along Inside Outside
  But And Or Nor So Yet If When While After Before As Although Though Because Whether Unless Once However Meanwhile
  Moreover Still Also Then Now Today Yesterday Tomorrow Later Earlier Instead Otherwise Perhaps Nevertheless Separately
  No Not None Nobody Nothing Neither Either Both Each Every Everyone Some Somebody Someone Many Most Much More Few Several
  All Any Anyone Another Other Others One Two Three Four Five Six Seven Eight Nine Ten Hundreds Thousands Dozens
  What Who Whom Whose Which Why How Where Asked Is Are Was Were Do Does Did Has Have Had Will Would Can Could Should
  Officials Police Officers Residents Critics Supporters Organisers Organizers Protesters Campaigners Investigators
  Authorities Witnesses Lawyers Prosecutors Ministers Members Families Neighbours Neighbors
  I'm I've I'll I'd I’m I’ve I’ll I’d It's It’s He's He’s She's She’s That's That’s There's There’s`.split(/\s+/),
);
