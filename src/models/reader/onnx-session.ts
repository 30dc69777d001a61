import type { InferenceSession, Tensor } from "onnxruntime-node";
import { OnrecordError } from "../../errors.ts";
import type { WindowScores } from "./reader-annotator.ts";
import type { Window } from "./windows.ts";

/**
 * Scores windows with the ONNX runtime, one thread a session, so that sums are added up in one order. The runtime and
 * the model are loaded with the first window.
 *
 * @throws OnrecordError "model-missing" (on scoring) when the runtime or the model cannot be loaded.
 */
export function createScorer(model: Uint8Array): (window: Window) => Promise<WindowScores> {
  let session: Promise<Loaded> | null = null;
  return async (window) => {
    session ??= load(model);
    const { Tensor, run } = await session;
    const whole = (values: readonly number[]) =>
      new Tensor("int64", BigInt64Array.from(values, BigInt), [1, values.length]);
    const answer = await run({
      pieces: whole(window.pieces),
      cases: whole(window.cases),
      first: whole(window.first),
      sentence: whole(window.sentenceOf),
    });
    const indices = (name: string) => Array.from(wholes(answer, name), Number);
    return {
      upos: indices("upos"),
      xpos: indices("xpos"),
      relations: indices("relations"),
      cues: indices("cues"),
      arcs: floats(answer, "arcs"),
      names: floats(answer, "names"),
      acts: floats(answer, "acts"),
      media: floats(answer, "media"),
      roles: floats(answer, "roles"),
    };
  };
}

interface Loaded {
  readonly Tensor: typeof Tensor;
  readonly run: (feeds: InferenceSession.FeedsType) => Promise<InferenceSession.OnnxValueMapType>;
}

async function load(model: Uint8Array): Promise<Loaded> {
  try {
    const { InferenceSession, Tensor } = await import("onnxruntime-node");
    const session = await InferenceSession.create(model, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: "sequential",
      enableCpuMemArena: false,
    });
    return { Tensor, run: (feeds) => session.run(feeds) };
  } catch (cause) {
    throw new OnrecordError("model-missing", "The reading model cannot be started on this machine.", {
      next: "Run npm ci again; on a system without a build of the ONNX runtime, leave ONRECORD_MODEL unset, for the light model.",
      cause,
    });
  }
}

function floats(answer: InferenceSession.OnnxValueMapType, name: string): Float32Array {
  const data = answer[name]?.data;
  if (!(data instanceof Float32Array)) throw new TypeError(`The model gives no numbers for ${name}`);
  return data;
}

function wholes(answer: InferenceSession.OnnxValueMapType, name: string): BigInt64Array {
  const data = answer[name]?.data;
  if (!(data instanceof BigInt64Array)) throw new TypeError(`The model gives no indices for ${name}`);
  return data;
}
