import { describe, expect, it } from "vitest";
import { hasRuntime } from "./runtime.ts";

describe("hasRuntime(platform, arch)", () => {
  it.each([
    ["linux", "x64"],
    ["linux", "arm64"],
    ["darwin", "arm64"],
    ["win32", "x64"],
  ])("knows the build for %s on %s", (platform, arch) => {
    expect(hasRuntime(platform, arch)).toBe(true);
  });

  it.each([
    ["darwin", "x64"],
    ["freebsd", "x64"],
    ["linux", "riscv64"],
  ])("says that there is none for %s on %s", (platform, arch) => {
    expect(hasRuntime(platform, arch)).toBe(false);
  });
});
