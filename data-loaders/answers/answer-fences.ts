import type MarkdownIt from "markdown-it";
import {answerNow} from "./answer-now.ts";
import {type Answer, textSource} from "./answer-queries.ts";
import {findPage, lineOfPage} from "./find-page.ts";
import {attribute, isAnswerable, loadsOwnTables} from "./sql-fences.ts";
import {tableSource} from "./table-source.ts";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** How to answer fences. */
export interface AnswerOptions {
  /** folder of the site's pages */
  root: string;
  /** folder of the snapshots that queries read */
  snapshots: string;
  /** show a failing query on its page instead of throwing, for live preview */
  showErrors: boolean;
}

/**
 * Teaches a markdown-it to answer `sql` fences when a page is built: a fence that takes no input becomes a cell that holds
 * the rows, so that the page needs no SQL engine. `id`, `display` and `echo` mean what they mean in Framework. Throws, with
 * page and line, when a query fails.
 */
export function answerFences(markdownIt: MarkdownIt, options: AnswerOptions): MarkdownIt {
  markdownIt.core.ruler.after("block", "answer-sql-fences", ({tokens, env}) => {
    const page = findPage(options.root, String((env as {path?: string}).path ?? ""));
    if (!page || loadsOwnTables(page.markdown)) return;
    const fences = tokens.filter(({type, info, content}) => type === "fence" && isAnswerable({info, query: content}));
    if (!fences.length) return;
    const answers = answerNow(
      fences.map(({content}) => content),
      options.snapshots
    );
    for (const [i, fence] of fences.entries()) {
      const answer = answers[i] as Answer;
      const problem =
        answer.error && `${page.path}:${lineOfPage(page.markdown, fence.map?.[0] ?? 0)}: sql: ${answer.error}`;
      if (problem && !options.showErrors) throw new Error(problem);
      const echo = attribute(fence.info, "echo");
      if (echo !== undefined && echo !== "false") tokens.splice(tokens.indexOf(fence) + 1, 0, echoed(fence));
      fence.content = problem ? `throw new Error(${JSON.stringify(problem)});` : cellSource(fence, answer);
      fence.info = "js";
    }
  });
  return markdownIt;
}

function cellSource({info, content}: Token, answer: Answer): string {
  const id = attribute(info, "id");
  const display = attribute(info, "display") ?? (id === undefined ? "true" : "false");
  const value = `((table) => Object.assign(table, {numRows: table.length, get: (i) => table[i], toArray: () => table, query: ${textSource(content)}}))(${tableSource(answer)})`;
  if (id === undefined) return display === "false" ? `${value};` : `display(Inputs.table(${value}, {select: false}));`;
  return display === "false"
    ? `const ${id} = ${value};`
    : `const ${id} = ((table) => (display(Inputs.table(table, {select: false})), table))(${value});`;
}

function echoed(fence: Token): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(fence) as object) as Token, fence, {info: "sql run=false"});
}
