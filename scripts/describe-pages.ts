import {copyFileSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parse, type DefaultTreeAdapterMap} from "parse5";
import {globSync} from "tinyglobby";
import {projectFolder} from "../data-loaders/fingerprint.ts";

type Node = DefaultTreeAdapterMap["node"];

const picture = "social-preview.png";

/**
 * Says in the head of every page of a prerendered site what previews of links to it show (https://ogp.me): its title, its headline, which is an answer
 * from the data, and with the site's address a picture.
 */
export function describePages(folder: string, {siteUrl}: {siteUrl?: string | undefined} = {}): void {
  if (siteUrl) copyFileSync(join(projectFolder, "src", picture), join(folder, picture));
  for (const file of globSync("**/*.html", {cwd: folder})) {
    const html = readFileSync(join(folder, file), "utf8");
    writeFileSync(
      join(folder, file),
      html.replace("</head>", () => `${tagsOf(html, {file, siteUrl})}\n</head>`)
    );
  }
}

function tagsOf(html: string, {file, siteUrl}: {file: string; siteUrl: string | undefined}): string {
  const page = parse(html);
  const [title, headline] = [find(page, "title"), find(page, "h1")].map((node) => textOf(node).trim());
  const base = siteUrl?.replace(/\/*$/, "/");
  const tags: [string, string, string | undefined][] = [
    ["name", "description", headline],
    ["property", "og:type", "website"],
    ["property", "og:title", title],
    ["property", "og:description", headline],
    ["property", "og:url", base && base + file.replace(/(^|\/)index\.html$|\.html$/, "$1")],
    ["property", "og:image", base && base + picture],
    ["property", "og:image:alt", base && "Bars of a funnel: fewer people at every stage"],
    ["name", "twitter:card", base ? "summary_large_image" : "summary"]
  ];
  return tags
    .filter(([, , content]) => content)
    .map(([kind, name, content]) => `<meta ${kind}="${name}" content="${escaped(content ?? "")}">`)
    .join("\n");
}

function find(node: Node, name: string): Node | undefined {
  if (node.nodeName === name) return node;
  for (const child of childrenOf(node)) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}

function textOf(node: Node | undefined): string {
  if (!node) return "";
  if ("value" in node) return node.value;
  return childrenOf(node).map(textOf).join("").replace(/\s+/g, " ");
}

function childrenOf(node: Node): Node[] {
  return "childNodes" in node ? node.childNodes : [];
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
