import {mkdirSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {expect, test} from "vitest";
import {readPages} from "../../../data-loaders/answers/read-pages.ts";
import {projectFolder} from "../../../data-loaders/fingerprint.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

test("readPages(folder) gives the pages of the folder and its subfolders by path, without Framework’s own", () => {
  const folder = temporaryFolder();
  expect(readPages(folder)).toEqual([]);
  for (const name of ["marketing", ".observablehq"]) mkdirSync(join(folder, name));
  for (const name of ["traffic.md", "marketing/ads.md", ".observablehq/old.md", "style.css"]) {
    writeFileSync(join(folder, name), name);
  }
  const pathOf = (name: string) => relative(projectFolder, join(folder, name));
  expect(readPages(folder)).toEqual([
    {path: pathOf("marketing/ads.md"), markdown: "marketing/ads.md"},
    {path: pathOf("traffic.md"), markdown: "traffic.md"}
  ]);
});
