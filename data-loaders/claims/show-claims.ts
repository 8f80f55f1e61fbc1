import type MarkdownIt from "markdown-it";
import {answerNow} from "../answers/answer-now.ts";
import type {Answer} from "../answers/answer-queries.ts";
import type {AnswerOptions} from "../answers/answer-fences.ts";
import {findPage} from "../answers/find-page.ts";
import {type Manifest, requireManifest} from "../snapshots.ts";
import {type CheckedClaim, checkClaims} from "./check-claims.ts";
import {readClaimHistory} from "./claim-history.ts";
import {claimMark} from "./claim-mark.ts";
import {claimsIn} from "./find-claims.ts";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** How to show claims. */
export interface ShowClaimsOptions extends AnswerOptions {
  /** file that remembers what claims were; it is read and never written */
  history: string;
}

/**
 * Teaches a markdown-it to show claims when a page is built: each `sql claim` fence becomes a mark that says how the claim
 * stands, and a cell that gives its row the name of its `id`. Throws, with page and line, when a claim has an error.
 */
export function showClaims(markdownIt: MarkdownIt, options: ShowClaimsOptions): MarkdownIt {
  markdownIt.core.ruler.after("block", "show-claims", ({tokens, env, Token: MarkdownToken}) => {
    const page = findPage(options.root, String((env as {path?: string}).path ?? ""));
    const found = page ? claimsIn(tokens, page) : [];
    if (!found.length) return;
    const claims = found.map(({claim}) => claim);
    const answers = answerNow(
      claims.map(({query}) => query),
      options.snapshots
    );
    const manifest = requireManifest(options.snapshots);
    const checked = checkClaims(claims, answers, {manifest, history: readClaimHistory(options.history)});
    const block = (content: string) => Object.assign(new MarkdownToken("html_block", "", 0), {content, block: true});
    for (const [i, claim] of checked.entries()) {
      const fence = found[i]?.fence;
      if (fence) tokens.splice(tokens.indexOf(fence), 1, ...shown(claim, {fence, manifest, block, options}));
    }
  });
  return markdownIt;
}

function shown(
  {claim, answer, status, error}: CheckedClaim,
  {
    fence,
    manifest,
    block,
    options
  }: {fence: Token; manifest: Manifest; block: (content: string) => Token; options: ShowClaimsOptions}
): Token[] {
  const problem = error === undefined ? undefined : `${claim.page}:${claim.line}: claim: ${error}`;
  if (problem && !options.showErrors) throw new Error(problem);
  const like = (info: string, content: string): Token =>
    Object.assign(Object.create(Object.getPrototypeOf(fence) as object) as Token, fence, {info, content});
  if (!status) return [like("js", `throw new Error(${JSON.stringify(problem)});`)];
  const {before, after} = claimMark(status, manifest);
  const named = claim.id === undefined ? [] : [like("js", `const ${claim.id} = ${rowSource(answer)};`)];
  return [...named, block(before), like("sql run=false", fence.content), block(after)];
}

function rowSource({columns, rows: [row = []]}: Answer): string {
  return `{${columns.map((column, i) => `${JSON.stringify(column)}: ${row[i]}`).join(", ")}}`;
}
