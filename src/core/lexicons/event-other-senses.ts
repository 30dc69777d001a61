// Words beside which a word for an event stands in another sense. Compiled for this project, Apache-2.0.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What is shot or fired up, off or into space, at nobody. */
export const PUT_THINGS: ReadonlySet<string> = words(
  "firework satellite probe spacecraft engine thruster booster capsule car payload flare glance question look kiln",
);

/** Attacks and indictments in words. */
export const SPOKEN_MODIFIERS: ReadonlySet<string> = words(
  "verbal personal political rhetorical partisan scathing blistering inflammatory ad-hominem stinging withering searing damning forceful media",
);

/** What somebody is hit with that hurts no body. */
export const WORDS_THAT_HIT: ReadonlySet<string> = words(
  "claim lawsuit suit charge fine criticism accusation allegation sanction tariff bill backlash penalty complaint question request subpoena writ news setback delay cost shortage cut",
);

/** What can be seized, wounded or run into besides those who are called people. */
export const VESSELS_AND_PEOPLE: ReadonlySet<string> = words(
  `plane aircraft airliner jet helicopter train bus car lorry truck boat ship ferry van vehicle tram tanker taxi flight
  vessel yacht bank shop store building house home church mosque temple school hospital village town city station base
  convoy patrol checkpoint embassy consulate leg arm ankle wrist head back hand foot finger shoulder knee neck face eye
  dog cat horse animal bird cow sheep gorilla elephant lion tiger bear wolf player striker team crew force troop
  civilian soldier boy girl baby child man woman people person pedestrian passenger victim bystander family couple
  group crowd dozen score hundred thousand million number many several few other half most some all side one two three`,
);
