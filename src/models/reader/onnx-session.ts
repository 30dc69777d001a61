import type { InferenceSession, Tensor } from "onnxruntime-node";
import { OnrecordError } from "../../errors.ts";

/** What goes in: rows of whole numbers, as (1, n). */
export type Feeds = { readonly [name: string]: readonly number[] };

export interface Answers {
  floats(name: string): Float32Array;
  wholes(name: string): Int32Array;
}

/**
 * A network in the ONNX runtime, on one thread, so that sums are added up in one order. The runtime and the network are
 * loaded with the first run.
 *
 * @throws OnrecordError "model-missing" (on running) when the runtime or the network cannot be loaded.
 */
export function createSession(model: Uint8Array): (feeds: Feeds) => Promise<Answers> {
  let session: Promise<Loaded> | null = null;
  return async (feeds) => {
    session ??= load(model);
    const { Tensor, run } = await session;
    const tensors = Object.entries(feeds).map(([name, value]) => [
      name,
      new Tensor("int32", Int32Array.from(value), [1, value.length]),
    ]);
    const answer = await run(Object.fromEntries(tensors));
    return { floats: (name) => floats(answer, name), wholes: (name) => wholes(answer, name) };
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
      // The network is stored as the runtime would make it.
      graphOptimizationLevel: "disabled",
      enableCpuMemArena: false,
    });
    return { Tensor, run: (feeds) => session.run(feeds) };
  } catch (cause) {
    throw new OnrecordError("model-missing", "The reading model cannot be started on this machine.", {
      next: "Run npm ci again; on a system without a build of the ONNX runtime, set ONRECORD_MODEL=light, for the light model.",
      cause,
    });
  }
}

function floats(answer: InferenceSession.OnnxValueMapType, name: string): Float32Array {
  const data = answer[name]?.data;
  if (!(data instanceof Float32Array)) throw new TypeError(`The model gives no numbers for ${name}`);
  return data;
}

function wholes(answer: InferenceSession.OnnxValueMapType, name: string): Int32Array {
  const data = answer[name]?.data;
  if (!(data instanceof Int32Array)) throw new TypeError(`The model gives no indices for ${name}`);
  return data;
}
