import {createHash} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {ReportConfiguration} from "../data-loaders/configuration.ts";
import {projectFolder} from "../data-loaders/fingerprint.ts";
import {siteSnapshots} from "../data-loaders/report.ts";
import {readManifest} from "../data-loaders/snapshots.ts";
import {numberFormat} from "../src/shared/number-format.ts";
import {type FontPart, type VendoredFont, vendoredFonts} from "./vendored-packages.ts";

const isPreview = process.env.FUNNELBOOK_PREVIEW === "true";

/** What every page has in its head: icon and fonts, all served with the site. */
export function renderHead(path: string): string {
  // a preview serves them under another address than the one it would preload
  const preloads = isPreview ? [] : vendoredFonts.map(preload);
  // a font that comes late is for the next page: text that is there would jump
  const faces = vendoredFonts.map(
    ({file, family, weight, part}) =>
      `@font-face {font-family: "${family}"; font-weight: ${weight}; font-display: optional; src: url("${fontUrl(path, file)}") format("woff2"); unicode-range: ${unicodeRange(part)};}`
  );
  return `<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${preloads.join("\n")}
<style>${faces.join("\n")}</style>${isPreview ? reloadAfterRestart : ""}`;
}

// Framework's own script does not come back when the preview has started anew
const reloadAfterRestart = `
<script type="module">
let isLeft = false;
addEventListener("pagehide", () => (isLeft = true));
const socket = new WebSocket(new URL("/_observablehq", location.href.replace(/^http/, "ws")));
socket.onclose = async () => {
  while (!isLeft) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (await fetch(location.href).then(({ok}) => ok, () => false)) return location.reload();
  }
};
</script>`;

// Framework serves the files that a page links to: what only some pages need is linked for no medium, so that nobody loads it for nothing
function preload({file, part}: VendoredFont): string {
  const media = part.name === "common" ? "" : ' media="not all"';
  return `<link rel="preload" href="/fonts/${file}" as="font" type="font/woff2" crossorigin${media}>`;
}

function unicodeRange({ranges}: FontPart): string {
  const hex = (code: number) => code.toString(16).toUpperCase();
  return ranges.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(", ");
}

/** The line on trust at the end of every page: what was read, what was left out, and until when. */
export function renderFooter({locale}: ReportConfiguration): string {
  const manifest = readManifest(siteSnapshots);
  if (!manifest) return "";
  const {count} = numberFormat(locale, "USD");
  const {read, clean, duplicates, rejected} = manifest.rows;
  const last = new Date(manifest.lastEventAt).toLocaleString(locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC"
  });
  return `Made from ${count(clean)} of ${count(read)} rows read: ${count(duplicates)} duplicates and ${count(rejected)} rejected rows
were left out (<a href="/data-quality">data quality</a>). Last event: ${last} UTC. Funnelbook ${manifest.version}.`;
}

// Framework hashes the files that a page links to, but not those that its styles name: in a build, a file's name carries
// the first eight digits of its SHA-256
function fontUrl(path: string, file: string): string {
  const levels = path.split("/").length - 2;
  const source = join(projectFolder, "src", "fonts", file);
  if (isPreview || !existsSync(source)) return `/_file/fonts/${file}`;
  const hash = createHash("sha256").update(readFileSync(source)).digest("hex").slice(0, 8);
  return `${levels > 0 ? "../".repeat(levels) : "./"}_file/fonts/${file.replace(/\.woff2$/, `.${hash}.woff2`)}`;
}
