import {html} from "npm:htl";
import type {EvidenceRow} from "./evidence-figure.js";

/** How to draw the rows behind a finding. */
export interface EvidenceDrawing {
  /** a value as its unit is read */
  text: (value: number | null, row: Pick<EvidenceRow, "series">) => string;
  /** the label that the finding is about; none where it is about no single one */
  subject: string | null;
  /** what tells lines or bars of one name apart, in words */
  seriesLabel: (series: string) => string;
}

/** A bar for each row behind a finding, with its number. */
export function evidenceBars(rows: readonly EvidenceRow[], {subject, text, seriesLabel}: EvidenceDrawing): HTMLElement {
  const most = Math.max(...rows.map(({value}) => Math.abs(value ?? 0)));
  const isTold = new Set(rows.map(({series}) => series)).size > 1;
  return html`<ul class="evidence-bars">
    ${rows.map((row) => {
      const share = most > 0 ? Math.abs(row.value ?? 0) / most : 0;
      return html`<li>
        <span class=${row.label === subject ? "name subject" : "name"}
          ><bdi>${row.label}</bdi>
          ${isTold && row.series !== null ? html`<span class="series">${seriesLabel(row.series)}</span>` : ""}</span
        >
        <span class="track"
          ><span
            class=${row.label === subject ? "bar lost" : "bar"}
            style=${{width: `calc((100% - 90px) * ${share.toFixed(4)})`}}
          ></span
          ><span class="number">${text(row.value, row)}</span></span
        >
      </li>`;
    })}
  </ul>`;
}
