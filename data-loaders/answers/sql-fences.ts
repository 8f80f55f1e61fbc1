import {closestName} from "../closest-name.ts";

const fenceWords = ["claim", "display", "echo", "id", "run"];

/** A `sql` fence of a markdown page. */
export interface SqlFence {
  query: string;
  /** what stands after the opening backticks, such as `sql id=kpis` */
  info: string;
}

/** Whether a fence is one that the build can answer: SQL that is to run and takes no input from the page; claims are not. */
export function isAnswerable({info, query}: SqlFence): boolean {
  return isRunSql(info) && !isClaim(info) && !query.includes("${");
}

/** Whether a fence with this info is a claim, such as `sql claim id=lost`, or one whose author misspelt the word. */
export function isClaim(info: string): boolean {
  if (!isRunSql(info)) return false;
  const claim = attribute(info, "claim");
  return claim === undefined ? unknownWords(info).some(isLikeClaim) : !isFalse(claim);
}

/** Whether a fence with this info is SQL that is to run; the language in any case, as Framework reads it. */
export function isRunSql(info: string): boolean {
  return /^sql(\s|$)/i.test(info) && !isFalse(attribute(info, "run"));
}

/** The words in a fence's info, after its language, that neither Framework nor a claim knows, without their values. */
export function unknownWords(info: string): string[] {
  const words = info
    .trim()
    .replace(/=(?:"[^"]*"|'[^']*'|\S*)/g, "")
    .split(/\s+/)
    .slice(1);
  return words.filter((word) => !fenceWords.includes(word.toLowerCase()));
}

/** Whether a word is a misspelt `claim`: one letter off, or its letters in another order. */
export function isLikeClaim(word: string): boolean {
  const letters = (text: string) => [...text.toLowerCase()].sort().join("");
  return closestName(word, ["claim"]) !== undefined || letters(word) === letters("claim");
}

/** The answerable fences in a page's markdown, unless the page loads its own tables (front matter `sql:`). */
export function findAnswerableFences(markdown: string): SqlFence[] {
  if (loadsOwnTables(markdown)) return [];
  const fences = [...markdown.matchAll(/^```([^\n`]*)\n([\s\S]*?)^```/gm)];
  return fences.map(([, info = "", query = ""]) => ({info: info.trim(), query})).filter(isAnswerable);
}

/** Whether a page's front matter has a `sql:` section: then its fences run in the browser, as Framework documents. */
export function loadsOwnTables(markdown: string): boolean {
  return /^sql:/m.test(frontMatter(markdown));
}

/** The front matter of a page with its fences; empty where there is none. */
export function frontMatter(markdown: string): string {
  return /^---\r?\n[\s\S]*?\r?\n---\r?\n/.exec(markdown)?.[0] ?? "";
}

/** The value of an attribute in a fence's info, such as `kpis` for `id` in `sql id=kpis`; undefined where it is absent. */
export function attribute(info: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}(?:=(?:"([^"]*)"|'([^']*)'|(\\S+)))?(?=\\s|$)`, "i").exec(info);
  return match ? (match[1] ?? match[2] ?? match[3] ?? "") : undefined;
}

function isFalse(value: string | undefined): boolean {
  return value?.toLowerCase() === "false";
}
