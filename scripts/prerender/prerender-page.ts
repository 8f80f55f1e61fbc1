import {existsSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {transformSync} from "esbuild";
import {bundleScript} from "./bundle-script.ts";
import {drawScreens} from "./draw-screens.ts";
import {fillPlaceholders} from "./fill-placeholders.ts";

/** A page to prerender. */
export interface PageToPrerender {
  /** folder of the built site */
  folder: string;
  /** its file in there, such as funnel.html */
  file: string;
  /** the path under which the site will live, such as /shop/ */
  basePath: string;
}

// of no host: what a page says of its own address becomes relative
const origin = "http://prerender.invalid";

const pageStart = `<script>${minified("page-start.ts")}</script>`;

/**
 * The HTML of a built page with what its cells display, as in a browser without a selection in the address; and what went wrong on the way. Cells
 * that fail stay as they were. Throws when the page's script cannot run.
 */
export async function prerenderPage({
  folder,
  file,
  basePath
}: PageToPrerender): Promise<{html: string; problems: string[]}> {
  const html = readFileSync(join(folder, file), "utf8");
  const site = `${origin}${basePath.replace(/\/?$/, "/")}`;
  const script = await bundleScript(html, {folder, file, address: site});
  if (!script) return {html, problems: []};
  const {displayed, problems} = await drawScreens(html, {
    script,
    address: site + file.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, ""),
    read: (url) => (url.startsWith(site) ? readSiteFile(folder, url.slice(site.length)) : undefined)
  });
  const filled = fillPlaceholders(html, displayed);
  for (const id of filled.misplaced) problems.push(`what cell ${id} displays cannot stand where it does`);
  const toSite = "../".repeat(file.split("/").length - 1) || "./";
  const relative = filled.html.replaceAll(site, toSite);
  return {html: relative.replace('<script type="module">', (script) => `${pageStart}\n${script}`), problems};
}

function readSiteFile(folder: string, path: string): Uint8Array | undefined {
  const file = join(folder, decodeURIComponent(path.replace(/[?#].*$/, "")));
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
}

function minified(name: string): string {
  const code = readFileSync(join(import.meta.dirname, name), "utf8");
  return transformSync(code, {loader: "ts", format: "iife", minify: true, target: "es2022"}).code.trim();
}
