import {readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {projectFolder} from "../fingerprint.ts";
import type {Page} from "./find-page.ts";

/** The pages in a folder and its subfolders, by path; an empty folder gives none. */
export function readPages(folder: string): Page[] {
  // Framework keeps its own copies of pages beside them
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter(
    (file) => file.endsWith(".md") && !file.startsWith(".observablehq")
  );
  return files.sort().map((name) => {
    const file = join(folder, name);
    return {path: relative(projectFolder, file), markdown: readFileSync(file, "utf8")};
  });
}
