import {html} from "npm:htl";
import {queryColumns} from "../../shared/query-columns.js";
import {numberFormat} from "../../shared/number-format.js";
import {type PageFacts, pageFacts} from "../frame/page-facts.js";

// fewer than these are not worth a remark beside a chart
const smallShare = 0.01;

/**
 * How far the data behind a chart can be trusted, as a mark that unfolds: the rows that could not be used, the columns that its query rests on and
 * how often they are empty, and the checks that are not as they should be.
 */
export function trustMark(query: string | undefined): HTMLElement {
  const details = html`<details class="trust"><summary>Checks</summary></details>` as HTMLDetailsElement;
  void pageFacts().then((facts) => {
    const remarks = remarksOn(facts, query ?? "");
    const isFine = remarks.every(({isFine}) => isFine);
    details.classList.add(isFine ? "fine" : "mind");
    const [summary] = details.children;
    summary?.replaceChildren(
      html`<span class="sign" aria-hidden="true">${isFine ? "✓" : "!"}</span>`,
      ` Checks${isFine ? "" : `: ${remarks.filter((remark) => !remark.isFine).length} to mind`}`
    );
    details.append(
      html`<ul>
        ${remarks.map(({text, isFine}) => html`<li class=${isFine ? "fine" : "mind"}>${text}</li>`)}
        <li><a href="./data-quality">All checks of the data</a></li>
      </ul>`
    );
  });
  return details;
}

interface Remark {
  text: string;
  isFine: boolean;
}

function remarksOn({report, checks, columns, rows}: PageFacts, query: string): Remark[] {
  const {count, percent} = numberFormat(report.locale, report.currency);
  const unused = 1 - rows.rows_clean / rows.rows_read;
  const used = queryColumns(query);
  const present = columns.filter(({column_name}) => (used as string[]).includes(column_name));
  return [
    {
      text: `${count(rows.rows_clean)} of ${count(rows.rows_read)} rows read could be used.`,
      isFine: unused <= smallShare
    },
    ...present.map(({column_name, missing_share}) => ({
      text:
        missing_share > 0
          ? `${column_name} is empty in ${percent(missing_share)} of rows.`
          : `${column_name} is never empty.`,
      isFine: missing_share <= smallShare
    })),
    ...checks.map(({description, affected, total}) => ({
      text: `${description}: ${count(affected)} of ${count(total)}.`,
      isFine: affected <= smallShare * total
    }))
  ];
}
