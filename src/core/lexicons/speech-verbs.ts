/**
 * Finite verbs that follow or precede a quotation and its speaker ("she said", "asked Ms Ash").
 * Source: compiled for this project, Apache-2.0.
 */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  `said says say asked asks ask told tells added adds replied replies answered answers wrote writes continued continues
  explained explains insisted insists argued argues claimed claims warned warns announced announces declared declares
  stated states noted notes remarked remarks observed observes recalled recalls admitted admits conceded concedes
  agreed agrees denied denies shouted shouts cried cries yelled yells chanted chants whispered whispers joked jokes
  quipped quips tweeted tweets posted posts demanded demands pleaded pleads urged urges vowed vows countered counters
  retorted retorts responded responds wondered wonders mused muses concluded concludes complained complains suggested
  suggests exclaimed exclaims muttered mutters called calls laughed laughs shrugged reflected reflects testified
  testifies read reads`.split(/\s+/),
);
