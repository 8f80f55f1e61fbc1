import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {describePages} from "../../scripts/describe-pages.ts";
import {temporaryFolder} from "../fixtures/temporary-folder.ts";

const page = (title: string, heading: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><h1 id="a">${heading}</h1></body></html>`;

function site(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "findings"));
  const answer = "<span>$&amp; 5% of “&lt;b&gt;” &amp; \"co\"<!--:1:--></span> <a href='x'>left</a>";
  writeFileSync(join(folder, "index.html"), page("Shop &amp; co", answer));
  writeFileSync(join(folder, "findings", "carts.html"), page("Carts", ""));
  return folder;
}

function metaOf(folder: string, file: string): [string, string][] {
  const html = readFileSync(join(folder, file), "utf8");
  const [head = ""] = html.split("</head>");
  return [...head.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)">/g)].map(
    ([, name = "", content = ""]) => [name, content]
  );
}

test("describePages(folder) says title and headline of each page, as text", () => {
  const folder = site();
  describePages(folder);
  const headline = "$&amp; 5% of “&lt;b&gt;” &amp; &quot;co&quot; left";
  expect(metaOf(folder, "index.html")).toEqual([
    ["description", headline],
    ["og:type", "website"],
    ["og:title", "Shop &amp; co"],
    ["og:description", headline],
    ["twitter:card", "summary"]
  ]);
  expect(existsSync(join(folder, "social-preview.png"))).toBe(false);
});

test("describePages(folder, {siteUrl}) adds addresses of the page and of a picture that is there", () => {
  const folder = site();
  describePages(folder, {siteUrl: "https://example.org/shop"});
  expect(Object.fromEntries(metaOf(folder, "index.html"))).toMatchObject({
    "og:url": "https://example.org/shop/",
    "og:image": "https://example.org/shop/social-preview.png"
  });
  expect(Object.fromEntries(metaOf(folder, "findings/carts.html"))).toMatchObject({
    "og:url": "https://example.org/shop/findings/carts",
    "og:title": "Carts"
  });
  expect(existsSync(join(folder, "social-preview.png"))).toBe(true);
});
