import {html} from "npm:htl";
import {chartFigure} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";

/** A row of the table `cleaning_audit`. */
export interface AuditStep {
  step: string;
  rows_in: number;
  rows_out: number;
  rows_removed: number;
  share_removed: number;
}

const steps: Record<string, string> = {
  parse: "Lines that are no rows",
  type: "No readable time, type or user",
  price: "No price above zero",
  duplicates: "Exact duplicates"
};

/** How many rows each cleaning step removed, on the way from the rows read to the clean events. */
export function auditChart(audit: readonly AuditStep[], {formats}: {formats: ReportFormats}): HTMLElement {
  const {count, percent} = formats;
  const [read, clean] = [audit[0]?.rows_in ?? 0, audit.at(-1)?.rows_out ?? 0];
  const most = Math.max(1, ...audit.map((step) => step.rows_removed));
  const row = ({step, rows_removed, share_removed}: AuditStep) =>
    html`<li>
      <span class="stage">${steps[step] ?? step}</span>
      <span class="track">
        ${rows_removed > 0 ? html`<span class="bar removed" style=${{width: `calc((100% - 190px) * ${rows_removed / most})`}}></span>` : ""}
        <span class="count"
          >${count(rows_removed)}${rows_removed > 0 ? ` (${shareText(share_removed, percent)})` : ""}</span
        >
      </span>
    </li>`;
  return chartFigure(
    html`<ol class="funnel audit">
      ${audit.map(row)}
    </ol>`,
    {
      title: `${count(read)} rows read, ${count(read - clean)} left out, ${count(clean)} clean events`,
      subtitle: "Rows that each cleaning step removed, in the order of the steps, with their share of the rows read.",
      name: "cleaning-audit",
      rows: audit,
      columns: [
        {label: "Step", text: ({step}) => steps[step] ?? step},
        {label: "Rows in", text: (step) => count(step.rows_in), isNumber: true},
        {label: "Removed", text: (step) => count(step.rows_removed), isNumber: true},
        {label: "Rows out", text: (step) => count(step.rows_out), isNumber: true},
        {label: "Share of rows read", text: (step) => shareText(step.share_removed, percent), isNumber: true}
      ]
    }
  );
}

function shareText(share: number, percent: (value: number) => string): string {
  return share > 0 && share < 0.0005 ? `less than ${percent(0.001)}` : percent(share);
}
