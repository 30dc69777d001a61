/** What a name can be said to name by a noun alone. */
export type ToldKind = "organisation" | "place" | "other";

const words = (list: string): readonly string[] => list.split(/\s+/).filter((word) => word !== "");

/**
 * Nouns that tell what a name names, in the singular. Those that fit a person as well as a body ("operator", "partner") or
 * a body as well as its house ("school", "court") are left out. Compiled for this project, Apache-2.0.
 */
export const KIND_NOUNS: ReadonlyMap<string, ToldKind> = new Map<string, ToldKind>([
  ...words(
    `band orchestra choir ensemble company firm corporation conglomerate consortium subsidiary startup start-up airline
     manufacturer maker retailer supermarket bank lender insurer regulator watchdog agency ministry department bureau
     authority commission committee council tribunal government parliament army navy party union federation association
     confederation league alliance coalition society charity foundation trust ngo nonprofit organisation organization group
     movement militia gang cartel sect club newspaper tabloid broadsheet magazine weekly broadcaster network institute
     university college think-tank thinktank`,
  ).map((noun): [string, ToldKind] => [noun, "organisation"]),
  ...words(
    `village hamlet town city capital suburb neighbourhood neighborhood borough township municipality commune parish county
     district province prefecture canton region country island islet archipelago peninsula river stream creek lake lagoon
     bay gulf strait fjord mountain hill peak volcano valley desert forest park bridge tunnel airport
     airfield stadium arena gymnasium facility castle palace cathedral monastery skyscraper building landmark
     resort beach reservoir dam canal harbour harbor quay pier cemetery settlement locality place`,
  ).map((noun): [string, ToldKind] => [noun, "place"]),
  ...words(
    `novel book film movie song album poem opera musical sitcom painting sculpture ship ferry vessel boat yacht trawler
     tanker warship submarine frigate destroyer train locomotive aircraft plane airliner jet helicopter rocket satellite
     spacecraft storm hurricane typhoon cyclone award prize medal trophy festival tournament championship law treaty war
     battle language dialect religion disease virus drug vaccine game videogame`,
  ).map((noun): [string, ToldKind] => [noun, "other"]),
]);
