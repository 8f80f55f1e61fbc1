import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";

/** A page as the sidebar lists it. */
export interface ListedPage {
  name: string;
  path: string;
}

/** The analyst's own findings, the pages in `src/findings` by title; no folder gives none. */
export function ownFindings(root: string): ListedPage[] {
  const folder = join(root, "findings");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => ({name: titleOf(join(folder, file)), path: `/findings/${file.replace(/\.md$/, "")}`}))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function titleOf(file: string): string {
  const title = /^title:[ \t]*(.+)$/m.exec(readFileSync(file, "utf8"))?.[1]?.trim() ?? "";
  return (
    title.replace(/^(["'])(.*)\1$/, "$2") ||
    (file.split(/[\\/]/).at(-1) ?? "").replace(/\.md$/, "").replaceAll("-", " ")
  );
}
