import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {prerenderSite} from "../../../scripts/prerender/prerender-site.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

test("prerenderSite(folder) leaves pages that do not end or do not run as they are, with a warning that names them", async () => {
  const folder = temporaryFolder();
  const page = (code: string) =>
    `<html><head><script type="module">/* define( */ ${code}</script></head><body><!--:00000001:--></body></html>`;
  const show = `document.body.prepend("shown");`;
  const pages = {
    "broken.html": page("throw new Error('no such thing\\n    at somewhere');"),
    "deep/good.html": page(show),
    "endless.html": page("for (;;);"),
    "good.html": page(show),
    "plain.html": "<p>Nothing to do</p>"
  };
  mkdirSync(join(folder, "deep"));
  for (const [name, html] of Object.entries(pages)) writeFileSync(join(folder, name), html);
  const warnings: string[] = [];
  const finished = await prerenderSite(folder, {basePath: "/", timeLimit: 10, warn: (line) => warnings.push(line)});
  expect(finished).toBe(2);
  expect(warnings.sort()).toEqual([
    "broken.html is not prerendered: Error: no such thing",
    "endless.html is not prerendered: it takes more than 10 s"
  ]);
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  for (const name of ["broken.html", "endless.html", "plain.html"] as const) expect(read(name)).toBe(pages[name]);
  for (const name of ["good.html", "deep/good.html"]) {
    expect(read(name)).toContain(
      '<observablehq-loading class="prerendered">shown</observablehq-loading><!--:00000001:-->'
    );
  }
});
