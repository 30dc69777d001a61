import { type FeatureTemplates, FINISH, MULTIPLIERS } from "./feature-hash.ts";
import { moduleOf, op, V128 } from "./wasm-code.ts";

// Locals: 0 is the parameter, which is not used.
const GATHERED = 1;
const HASH = 2;
const LANES = 4;

/**
 * Compiles `hashFeatures` for one list of templates, four features at once and without loops: the same features in the
 * same order, from the parts at one place of the memory to the features at another. Up to three numbers are written
 * behind the last feature.
 */
export function compileHasher(
  memory: WebAssembly.Memory,
  { groups }: FeatureTemplates,
  places: { readonly parts: number; readonly features: number },
): () => void {
  const body: number[] = [];
  let first = 0;
  groups.forEach(({ salts, places: partsOf }, group) => {
    const length = group + 1;
    for (let at = 0; at < salts.length; at += LANES) {
      // The last four begin earlier when they are fewer; a group of fewer than four repeats its last.
      const from = Math.max(0, Math.min(at, salts.length - LANES));
      const lanes = Array.from({ length: LANES }, (_, lane) => Math.min(from + lane, salts.length - 1));
      const gather = (part: number) =>
        gatherLanes(lanes.map((lane) => places.parts + 4 * partsOf[lane * length + part]!));
      body.push(...op.constant(0), ...gather(0), ...multiplyBy(MULTIPLIERS[0]!));
      for (let part = 1; part < length; part++)
        body.push(...gather(part), ...op.xorLanes, ...multiplyBy(MULTIPLIERS[part]!));
      body.push(...op.vector(lanes.map((lane) => salts[lane]!)), ...op.xorLanes, ...finish());
      body.push(...op.storeVector(places.features + 4 * (first + from)));
    }
    first += salts.length;
  });
  const bytes = moduleOf([[2, V128]], body);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  const run = instance.exports["run"];
  if (typeof run !== "function") throw new TypeError("The kernel exports no function");
  return () => run(0);
}

function gatherLanes(addresses: readonly number[]): number[] {
  return addresses
    .flatMap((address, lane) =>
      lane === 0
        ? [...op.constant(0), ...op.loadLane0(address), ...op.set(GATHERED)]
        : [...op.constant(0), ...op.get(GATHERED), ...op.loadLane(address, lane), ...op.set(GATHERED)],
    )
    .concat(op.get(GATHERED));
}

function multiplyBy(factor: number): number[] {
  return [...op.vector([factor, factor, factor, factor]), ...op.multiplyLanes];
}

/** As `finish` of `feature-hash.ts` has it. */
function finish(): number[] {
  const fold = (bits: number) => [
    ...[...op.set(HASH), ...op.get(HASH), ...op.get(HASH), ...op.constant(bits), ...op.shiftLanesRight, ...op.xorLanes],
  ];
  const [one, two, three] = FINISH.shifts;
  return [
    ...[...fold(one), ...multiplyBy(FINISH.factors[0]), ...fold(two), ...multiplyBy(FINISH.factors[1])],
    ...fold(three),
  ];
}
