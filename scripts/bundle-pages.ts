import {existsSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {basename, dirname, join, relative, resolve, sep} from "node:path";
import {build as bundle, type Metafile, type Plugin} from "esbuild";
import {globSync} from "tinyglobby";
import {projectFolder} from "../data-loaders/fingerprint.ts";

/** What Framework makes of the report's own modules, and of the packages that they import by their bare names. */
const ownModule = /(?:^|\/)_(?:import|node)\/.*\.js$/;

/** Plot as Framework serves it: whole. */
const plotModule = /\/_npm\/@observablehq\/plot@[^/]+\/[^/]+\.js$/;

/** An import of one of them in a page's cells. */
const pageImport = /\bimport\("(\.{1,2}\/(?:\.\.\/)*_import\/[^"]+\.js)"\)/g;

const preload = /^<link rel="modulepreload" href="([^"]+)">\n/gm;

/** What scales without a scheme need of d3 even so. */
const neededOfThem = /^interpolate(?:Number|Rgb|Hsl|Lab|Hcl|Round|Turbo)$/;

/** Where a module asks Plot for one of them. */
const asksForThem =
  /\b(?:scheme|interpolate|projection)\b["']?:|["'](?:diverging|cyclical)|\b(?:geo|sphere|graticule|geoCentroid|centroid)\(/;

interface Page {
  /** its file, from the site's folder */
  file: string;
  html: string;
  /** the modules that its cells import, from the site's folder */
  modules: string[];
}

/**
 * Puts the modules that pages of a built site import together, so that a page asks for few files instead of eighty: one for each page, and those
 * that several pages share. Of Plot they hold only what is used. Files that are not needed any more are removed.
 */
export async function bundlePages(folder: string): Promise<void> {
  const pages = globSync("**/*.html", {cwd: folder})
    .sort()
    .map((file) => readPage(folder, file))
    .filter(({modules}) => modules.length);
  if (!pages.length) return;
  const outdir = join(folder, "_import", "bundled");
  const {metafile} = await bundle({
    entryPoints: pages.map(({file}) => ({in: `page:${file}`, out: file.replace(/\.html$/, "")})),
    absWorkingDir: folder,
    outdir,
    entryNames: "[dir]/[name].[hash]",
    chunkNames: "[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    minify: true,
    legalComments: "inline",
    metafile: true,
    logLevel: "error",
    plugins: [pageEntries(folder, pages), await usedPlot(folder), siteModules(folder, outdir)]
  });
  for (const page of pages) writeFileSync(join(folder, page.file), usesBundle(page, metafile));
  removeBundled(folder, metafile);
}

function readPage(folder: string, file: string): Page {
  const html = readFileSync(join(folder, file), "utf8");
  const base = dirname(file);
  const modules = [...html.matchAll(pageImport)].map(([, path = ""]) => slashed(join(base, path)));
  return {file, html, modules: [...new Set(modules)].filter((path) => existsSync(join(folder, path)))};
}

// a page's entry gives each of its modules under a name of its own
function pageEntries(folder: string, pages: readonly Page[]): Plugin {
  return {
    name: "page-entries",
    setup(build) {
      build.onResolve({filter: /^page:/}, ({path}) => ({path: path.slice("page:".length), namespace: "page"}));
      build.onLoad({filter: /.*/, namespace: "page"}, ({path}) => ({
        contents: (pages.find(({file}) => file === path)?.modules ?? [])
          .map((module, i) => `export * as m${i} from ${JSON.stringify(`./${module}`)};`)
          .join("\n"),
        resolveDir: folder
      }));
    }
  };
}

// what of d3 Plot imports for maps and colour schemes, whether a chart asks for one or not; d3 is loaded for a site that is built alone
async function mapsAndSchemes(): Promise<string[]> {
  return Object.keys((await import("d3")) as object).filter(
    (name) => /^(?:geo|scheme|interpolate)[A-Z]/.test(name) && !neededOfThem.test(name)
  );
}

// from the package, of which the bundler leaves out what nobody uses, instead of the whole that Framework serves
async function usedPlot(folder: string): Promise<Plugin> {
  const modules = globSync("_import/**/*.js", {cwd: folder, absolute: true}).map((file) => readFileSync(file, "utf8"));
  const unused = modules.some((code) => code.includes("@observablehq/plot") && asksForThem.test(code))
    ? []
    : await mapsAndSchemes();
  return {
    name: "used-plot",
    setup(build) {
      build.onResolve({filter: plotModule}, () =>
        build.resolve("@observablehq/plot", {resolveDir: projectFolder, kind: "import-statement"})
      );
      build.onResolve({filter: /^d3$/}, ({importer}) =>
        /[\\/]@observablehq[\\/]plot[\\/]/.test(importer)
          ? {path: "d3", namespace: "used", sideEffects: false}
          : undefined
      );
      build.onLoad({filter: /.*/, namespace: "used"}, () => ({
        // Plot calls geoTransform when it loads
        contents: [
          `export * from "d3";`,
          ...unused.map(
            (name) => `export const ${name} = ${name === "geoTransform" ? "() => undefined" : "undefined"};`
          )
        ].join("\n"),
        resolveDir: projectFolder
      }));
    }
  };
}

// the report's own modules go in, files of Framework and of packages that are served whole stay where they are
function siteModules(folder: string, outdir: string): Plugin {
  return {
    name: "site-modules",
    setup(build) {
      build.onResolve({filter: /^\.{1,2}\//}, ({path, resolveDir}) => {
        const file = resolve(resolveDir, path);
        const inSite = slashed(relative(folder, file));
        if (inSite.startsWith("..")) return undefined;
        return ownModule.test(inSite) ? {path: file} : {path: slashed(relative(outdir, file)), external: true};
      });
      build.onLoad({filter: /\.js$/}, ({path}) => {
        if (relative(folder, path).startsWith("..")) return undefined;
        // a module names its files from where it stood
        const place = `new URL(${JSON.stringify(slashed(relative(outdir, path)))}, import.meta.url).href`;
        const contents = readFileSync(path, "utf8")
          .replace(/\bimport\.meta\.url\b/g, place)
          .replace(/\bimport\.meta\.resolve\b/g, `((path) => new URL(path, ${place}).href)`);
        return {contents};
      });
    }
  };
}

function usesBundle({file, html, modules}: Page, {outputs}: Metafile): string {
  const toSite = "../".repeat(file.split("/").length - 1) || "./";
  const entry = Object.keys(outputs).find((output) => outputs[output]?.entryPoint === `page:${file}`) ?? "";
  const bundled = [entry, ...staticImports(entry, outputs)].map((output) => toSite + output);
  // a page whose own cells draw with Plot needs the whole of it beside
  const usesPlot = /\binputs: \[[^\]]*"Plot"/.test(html);
  const kept = [...html.matchAll(preload)]
    .map(([, path = ""]) => path)
    .filter((path) => !ownModule.test(path) && (usesPlot || !plotModule.test(path)));
  const preloads = [...kept, ...bundled].map((path) => `<link rel="modulepreload" href="${path}">\n`).join("");
  return html
    .replace(preload, "")
    .replace(/(^<link rel="stylesheet"[^>]*_import[^>]*>\n)/m, (sheet) => sheet + preloads)
    .replace(pageImport, (code, path: string) => {
      const i = modules.indexOf(slashed(join(dirname(file), path)));
      return i < 0 ? code : `import("${toSite}${entry}").then(({m${i}}) => m${i})`;
    });
}

function staticImports(output: string, outputs: Metafile["outputs"], found = new Set<string>()): Set<string> {
  for (const {path, kind, external} of outputs[output]?.imports ?? []) {
    if (kind !== "import-statement" || external || found.has(path)) continue;
    found.add(path);
    staticImports(path, outputs, found);
  }
  return found;
}

// what pages still name stays, such as the module of a worker, with all that it names in turn
function removeBundled(folder: string, {inputs}: Metafile): void {
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const modules = Object.keys(inputs).filter((input) => ownModule.test(input));
  const kept = globSync(["**/*.html", "_import/**/*.js", "!_import/bundled/**"], {cwd: folder}).filter(
    (file) => !modules.includes(file)
  );
  const unneeded = new Set(modules);
  for (const file of kept) {
    const text = read(file);
    for (const module of unneeded) {
      if (!text.includes(basename(module))) continue;
      unneeded.delete(module);
      kept.push(module);
    }
  }
  for (const module of unneeded) rmSync(join(folder, module));
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}
