import {copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {build as bundle, type Plugin} from "esbuild";
import subsetFont from "subset-font";
import {fingerprintFiles, projectFolder} from "../data-loaders/fingerprint.ts";
import {
  fontFeatures,
  type VendoredFont,
  type VendoredPackage,
  vendoredFonts,
  vendoredPackages
} from "./vendored-packages.ts";

const cache = join(projectFolder, "src", ".observablehq", "cache");
const stampFile = join(cache, "vendored.txt");
const fontsFolder = join(projectFolder, "src", "fonts");

/**
 * Puts the packages that pages import from `npm:` where Framework looks before it asks a CDN, and the theme's fonts into
 * `src/fonts`. Does nothing when they are already those of the lock file.
 */
export async function vendorPackages(): Promise<void> {
  const stamp = fingerprintFiles(["package-lock.json", "scripts/vendor.ts", "scripts/vendored-packages.ts"]);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp && existsSync(fontsFolder)) return;
  rmSync(join(cache, "_npm"), {recursive: true, force: true});
  await Promise.all(vendoredPackages.map(vendorPackage));
  reserveVersions();
  rmSync(fontsFolder, {recursive: true, force: true});
  await Promise.all(vendoredFonts.map(vendorFont));
  writeFileSync(stampFile, stamp);
}

async function vendorPackage({name, shares = [], files = []}: VendoredPackage): Promise<void> {
  const folder = servedFolder(name);
  await bundle({
    entryPoints: [name],
    absWorkingDir: projectFolder,
    outfile: join(folder, "_esm.js"),
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "inline",
    logLevel: "error",
    plugins: [sharePackages(folder, shares)]
  });
  for (const file of files) copy(packageFile(name, file), join(folder, file));
}

// half of a font's bytes are letter forms and features that no page shows; without its hints, letters stand unevenly on some screens
async function vendorFont({package: name, source, file, part}: VendoredFont): Promise<void> {
  const whole = readFileSync(packageFile(name, "files", source));
  const characters = part.ranges.flatMap(([from, to]) => Array.from({length: to - from + 1}, (_, i) => from + i));
  mkdirSync(fontsFolder, {recursive: true});
  writeFileSync(
    join(fontsFolder, file),
    await subsetFont(whole, String.fromCodePoint(...characters), {targetFormat: "woff2", keepFeatures: fontFeatures})
  );
}

// Framework's client can load many libraries on demand, and asks the registry for the version of each when it is bundled,
// used or not; a folder that names a version is an answer, and nothing is ever served from it
function reserveVersions(): void {
  const client = join(projectFolder, "node_modules", "@observablehq", "framework", "dist", "client");
  const sources = readdirSync(client, {recursive: true, encoding: "utf8"}).filter((file) => file.endsWith(".js"));
  for (const source of sources) {
    const names = readFileSync(join(client, source), "utf8").matchAll(/"npm:((?:@[\w-]+\/)?[\w.-]+)/g);
    for (const [, name = ""] of names) {
      if (!vendoredPackages.some((vendored) => vendored.name === name)) {
        mkdirSync(join(cache, "_npm", `${name}@0.0.0`), {recursive: true});
      }
    }
  }
}

// a shared package is imported from where it is served itself; Framework then finds and hashes it like any import
function sharePackages(folder: string, names: string[]): Plugin {
  return {
    name: "share-packages",
    setup(build) {
      build.onResolve({filter: /^[^./]/}, ({path}) => {
        if (!names.includes(path)) return undefined;
        const levels = folder.slice(join(cache, "_npm").length + 1).split(/[\\/]/).length;
        return {path: `${"../".repeat(levels)}${path}@${installedVersion(path)}/_esm.js`, external: true};
      });
    }
  };
}

function servedFolder(name: string): string {
  const version = vendoredPackages.find((vendored) => vendored.name === name)?.servedAs ?? installedVersion(name);
  return join(cache, "_npm", `${name}@${version}`);
}

function installedVersion(name: string): string {
  return (JSON.parse(readFileSync(packageFile(name, "package.json"), "utf8")) as {version: string}).version;
}

function packageFile(name: string, ...path: string[]): string {
  return join(projectFolder, "node_modules", name, ...path);
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), {recursive: true});
  copyFileSync(from, to);
}
