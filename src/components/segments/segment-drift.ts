import {html} from "npm:htl";
import {numbersTable} from "../figure/numbers-table.js";
import {scrollBox} from "../figure/scroll-box.js";
import type {ReportFormats} from "../report-formats.js";

/** A row of the table `segment_drift`. */
export interface SegmentDrift {
  segment: string;
  share: number | null;
  previous_share: number | null;
  share_change: number | null;
  stability_index: number | null;
  centroid_movement: number | null;
  previous_last_event_at: Date | null;
}

/** How segments have changed since the snapshot before; says so where there is none to compare with. */
export function segmentDrift(rows: readonly SegmentDrift[], {formats}: {formats: ReportFormats}): HTMLElement {
  const before = rows.find(({previous_last_event_at}) => previous_last_event_at)?.previous_last_event_at;
  if (!before) {
    return html`<div class="missing">
      There is no earlier snapshot of these events to compare with: the first one has nothing to drift from. The next
      build with new events says how far shares and centres have moved.
    </div>`;
  }
  const index = rows.reduce((sum, {stability_index}) => sum + (stability_index ?? 0), 0);
  const caption = "How segments have moved since the snapshot before";
  const {percent, decimal} = formats;
  return html`<div>
    <p>
      Since the snapshot that ended on ${formats.day(before)} the population stability index of the segments’ shares is
      ${decimal(index)}:
      ${index < 0.1 ? "below 0.1, as good as unchanged" : index < 0.25 ? "from 0.1 on, worth a look" : "above 0.25, another population"}.
    </p>
    ${scrollBox(
      caption,
      numbersTable(
        rows,
        [
          {label: "Segment", text: ({segment}) => segment},
          {label: "Share before", isNumber: true, text: (row) => percent(row.previous_share ?? NaN)},
          {label: "Share now", isNumber: true, text: (row) => percent(row.share ?? NaN)},
          {
            label: "Centre moved by, in standard deviations",
            isNumber: true,
            text: (row) => decimal(row.centroid_movement ?? NaN)
          }
        ],
        {caption}
      )
    )}
  </div>`;
}
