import {readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {projectFolder} from "../fingerprint.ts";
import {type Claim, findClaims} from "./find-claims.ts";

/** The claims of all pages in a folder, by page and line. */
export function pageClaims(folder: string): Claim[] {
  const pages = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter(
    (file) => file.endsWith(".md") && !file.startsWith(".observablehq")
  );
  return pages.sort().flatMap((page) => {
    const file = join(folder, page);
    return findClaims({path: relative(projectFolder, file), markdown: readFileSync(file, "utf8")});
  });
}
