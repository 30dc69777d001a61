import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Whether the ONNX runtime has a build for a system; it has none for Macs with Intel processors and for systems other than
 * Linux, macOS and Windows.
 */
export function hasRuntime(platform: string = process.platform, arch: string = process.arch): boolean {
  try {
    const root = new URL(".", import.meta.resolve("onnxruntime-node/package.json"));
    return existsSync(fileURLToPath(new URL(`bin/napi-v6/${platform}/${arch}/onnxruntime_binding.node`, root)));
  } catch {
    return false;
  }
}
