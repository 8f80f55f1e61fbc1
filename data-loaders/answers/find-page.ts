import {existsSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {projectFolder} from "../fingerprint.ts";
import {frontMatter} from "./sql-fences.ts";

/** A page of the site. */
export interface Page {
  /** from the project's folder, as src/funnel.md */
  path: string;
  markdown: string;
}

/** The page of a path as Framework names it, with or without its extension; undefined where there is none. */
export function findPage(root: string, path: string): Page | undefined {
  const file = join(root, `${path.replace(/\.md$/, "")}.md`);
  if (!existsSync(file)) return undefined;
  return {path: relative(projectFolder, join(projectFolder, file)), markdown: readFileSync(file, "utf8")};
}

/** The line of a page on which its markdown's line `index` is (0 for the first), which is counted without the front matter. */
export function lineOfPage(markdown: string, index: number): number {
  return (frontMatter(markdown).match(/\n/g)?.length ?? 0) + index + 1;
}
