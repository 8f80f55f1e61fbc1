import {existsSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import sparticuz from "@sparticuz/chromium";
import {type Browser, chromium} from "playwright-core";

const options = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run"
];

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
];

// the package brings the libraries that a bare machine lacks, but unpacks them only where it believes to be in such a place
const librariesOfPackage = {LD_LIBRARY_PATH: join(tmpdir(), "al2023", "lib")};

/**
 * Starts a headless Chromium: the one that `CHROMIUM_PATH` names, else the one that comes as an npm package (Linux on x64),
 * else one that is installed.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  return chromium.launch({executablePath, args: options, env: {...process.env, ...librariesOfPackage}});
}

/** The browser's file. One that comes as a package is unpacked where it is not yet. */
export async function findChromium(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (process.platform === "linux" && process.arch === "x64") {
    process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs20.x";
    return sparticuz.executablePath();
  }
  const found = installed.find((path) => existsSync(path));
  if (!found) throw new Error("no Chromium found: install Chrome, or name a browser in CHROMIUM_PATH");
  return found;
}
