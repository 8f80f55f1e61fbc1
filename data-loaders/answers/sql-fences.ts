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

/** Whether a fence with this info is a claim, such as `sql claim id=lost`. */
export function isClaim(info: string): boolean {
  return isRunSql(info) && (attribute(info, "claim") ?? "false") !== "false";
}

/** Whether a fence with this info is SQL that is to run. */
export function isRunSql(info: string): boolean {
  return /^sql(\s|$)/.test(info) && attribute(info, "run") !== "false";
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
