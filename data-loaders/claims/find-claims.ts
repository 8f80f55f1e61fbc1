import MarkdownIt from "markdown-it";
import {lineOfPage, type Page} from "../answers/find-page.ts";
import {attribute, frontMatter, isClaim, isLikeClaim, isRunSql, unknownWords} from "../answers/sql-fences.ts";
import {declaredNames} from "./declared-names.ts";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** A claim as an analyst wrote it: a `sql claim` fence beside a sentence. */
export interface Claim {
  /** as src/funnel.md */
  page: string;
  /** where the fence begins, 1 for the page's first line */
  line: number;
  id: string | undefined;
  query: string;
  /** the markdown of the paragraph that it is about; empty where there is none beside it */
  sentence: string;
  /** what is wrong with the fence itself; undefined where nothing is */
  problem: string | undefined;
}

/** The claims of a page in their order; a page without any gives none. Fences within other fences and comments are none. */
export function findClaims(page: Page): Claim[] {
  const tokens = new MarkdownIt({html: true}).parse(page.markdown.slice(frontMatter(page.markdown).length), {});
  return claimsIn(tokens, page).map(({claim}) => claim);
}

/** The claims among a page's tokens, each with the token of its fence. */
export function claimsIn(tokens: readonly Token[], {path, markdown}: Page): {claim: Claim; fence: Token}[] {
  const fences = tokens.filter(({type, info}) => type === "fence" && isRunSql(info.trim()));
  const names = namesOn(tokens);
  return fences
    .filter(({info}) => isClaim(info.trim()))
    .map((fence) => {
      const id = attribute(fence.info, "id");
      const isTaken = names.filter((name) => name === id).length > 1;
      const claim = {
        page: path,
        line: lineOfPage(markdown, fence.map?.[0] ?? 0),
        id,
        query: fence.content,
        sentence: sentenceBeside(tokens, tokens.indexOf(fence)),
        problem: describeProblem(fence, id, isTaken)
      };
      return {claim, fence};
    });
}

// what the page's cells define, once for each that does
function namesOn(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({type, info, content}) => {
    const [language = ""] = info.trim().toLowerCase().split(/\s/);
    if (type !== "fence" || attribute(info, "run")?.toLowerCase() === "false") return [];
    if (isCode(language)) return declaredNames(content, language);
    const id = language === "sql" ? attribute(info, "id") : undefined;
    // an id is a pattern, such as [row]
    return id === undefined ? [] : declaredNames(`const ${id} = 0`);
  });
}

function isCode(language: string): language is "js" | "jsx" | "ts" | "tsx" {
  return ["js", "jsx", "ts", "tsx"].includes(language);
}

function describeProblem({info, content}: Token, id: string | undefined, isTaken: boolean): string | undefined {
  const [unknown] = unknownWords(info);
  if (unknown !== undefined) return describeUnknown(unknown);
  if (id !== undefined && !/^[A-Za-z_$][\w$]*$/.test(id)) {
    return `id=${id || '""'} is not a name; use letters, digits and underscores, such as id=carts`;
  }
  if (isTaken) return `id=${id} is a name that another fence of this page defines too; give each its own`;
  if (content.includes("${")) return "a claim takes no input from the page; take ${…} out of its query";
  return content.trim() ? undefined : "the fence is empty; its query gives one row with a column holds";
}

function describeUnknown(word: string): string {
  const what = `${word || "="} is not a word of a claim’s fence`;
  if (isLikeClaim(word)) return `${what}; did you mean claim?`;
  return `${what}; write sql claim, and id=name for its name`;
}

// the paragraph before it, where several claims may follow; else the one after it; else the heading before it
function sentenceBeside(tokens: readonly Token[], fence: number): string {
  const isOther = ({type, info}: Token) => !(type === "fence" && isClaim(info.trim()));
  const before = tokens.slice(0, fence).filter(isOther);
  const after = tokens.slice(fence + 1).filter(isOther);
  const isHeading = before.at(-1)?.type === "heading_close";
  const texts = [textEnding(before, "paragraph_close"), textBeginning(after), isHeading ? before.at(-2)?.content : ""];
  return texts.find((text) => text?.trim())?.trim() ?? "";
}

function textEnding(tokens: readonly Token[], close: string): string | undefined {
  const last = tokens.at(-1);
  return last?.type === "html_block" ? last.content : last?.type === close ? tokens.at(-2)?.content : undefined;
}

function textBeginning([first, second]: readonly Token[]): string | undefined {
  return first?.type === "html_block" ? first.content : first?.type === "paragraph_open" ? second?.content : undefined;
}
