import type MarkdownIt from "markdown-it";
import {answerNow} from "./answer-now.ts";
import type {AnswerOptions} from "./answer-fences.ts";
import {findPage} from "./find-page.ts";
import {tableSource} from "./table-source.ts";

// what every page knows of the report: see PageFacts in src/components/frame/page-facts.ts
const facts = {
  report: "select * from report",
  choices: "select dimension, value, sessions from session_dimensions order by dimension, sessions desc, value",
  checks: "select check_name, description, affected, total from data_checks where affected > 0 order by position",
  columns: "select column_name, missing_share from column_checks order by column_name",
  rows: "select max(rows_in) as rows_read, min(rows_out) as rows_clean from cleaning_audit"
};

/** The queries of the frame that every page has. */
export const frameQueries = Object.values(facts);

/**
 * Teaches a markdown-it to give each page its frame: at the top a line that says which sessions are chosen, and what the page's charts need to know of
 * the report. The page for addresses that do not exist has none. Throws when a query fails.
 */
export function framePages(markdownIt: MarkdownIt, {root, snapshots}: AnswerOptions): MarkdownIt {
  markdownIt.core.ruler.after("block", "frame-page", ({tokens, env, Token}) => {
    const page = findPage(root, String((env as {path?: string}).path ?? ""));
    if (!page || page.path.endsWith("/404.md")) return;
    const answers = answerNow(frameQueries, snapshots);
    const parts = Object.keys(facts).map((name, i) => {
      const answer = answers[i];
      if (!answer || answer.error !== undefined) throw new Error(`the frame's ${name}: ${answer?.error}`);
      return `${name}: ${tableSource(answer)}`;
    });
    const line = Object.assign(new Token("html_block", "", 0), {
      content: '<div id="selection" class="selection"><span class="words">Everybody in the data</span></div>\n',
      block: true
    });
    const cell = Object.assign(new Token("fence", "code", 0), {
      info: "js",
      content: `import {showFrame} from "/components/frame/show-frame.js";\nshowFrame({${parts.join(",\n")}});\n`,
      markup: "```",
      map: [0, 1],
      block: true
    });
    tokens.unshift(line, cell);
  });
  return markdownIt;
}
