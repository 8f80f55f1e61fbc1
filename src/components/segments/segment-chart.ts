import {html} from "npm:htl";
import {chartFigure} from "../figure/chart-figure.js";
import type {NumbersColumn} from "../figure/numbers-table.js";
import type {ReportFormats} from "../report-formats.js";

/** A segment of users with what it is worth. */
export interface Segment {
  /** as readers see it */
  segment: string;
  users: number;
  /** of all users, 0 to 1 */
  share: number;
  /** null where it is of too few people to show */
  revenue: number | null;
}

/** How to draw segments. */
export interface SegmentOptions<T> {
  formats: ReportFormats;
  title: string;
  subtitle: string;
  note?: unknown;
  name: string;
  /** whom the shares are of; users unless told */
  of?: string;
  /** of everybody, to compare with */
  totalRevenue: number;
  /** where a segment's bars lead; nowhere unless told */
  address?: (segment: T) => string;
  /** further columns of the table */
  columns?: NumbersColumn<T>[];
}

/** Each segment's share of users beside its share of revenue. No segments say so. */
export function segmentChart<T extends Segment>(
  segments: readonly T[],
  {formats, totalRevenue, of = "users", address, columns = [], ...frame}: SegmentOptions<T>
): HTMLElement {
  if (!segments.length) return html`<div class="missing">There are no users to tell apart.</div>`;
  const bars = html`<div class="segment-bars">
    ${segments.map((segment) => {
      const content = html`<span class="name">${segment.segment}</span>
        ${bar(of, segment.share, `${formats.percent(segment.share)} · ${formats.count(segment.users)}`)}
        ${
          totalRevenue > 0 && segment.revenue !== null
            ? bar(
                "revenue",
                segment.revenue / totalRevenue,
                `${formats.percent(segment.revenue / totalRevenue)} · ${formats.money(segment.revenue)}`
              )
            : ""
        }`;
      return address
        ? html`<a class="segment" href=${address(segment)}>${content}</a>`
        : html`<div class="segment">${content}</div>`;
    })}
  </div>`;
  return chartFigure(bars, {
    ...frame,
    rows: segments,
    columns: [
      {label: "Segment", text: ({segment}) => segment},
      {label: of === "users" ? "Users" : "Buyers", text: ({users}) => formats.count(users), isNumber: true},
      {label: "Share", text: ({share}) => formats.percent(share), isNumber: true},
      {label: "Revenue", text: ({revenue}) => formats.money(revenue ?? NaN), isNumber: true},
      ...columns
    ]
  });
}

function bar(of: string, share: number, text: string): HTMLElement {
  return html`<span class="row">
    <span>of ${of}</span>
    <span class="track"
      ><span class=${of === "revenue" ? "bar" : "bar users"} style=${{width: `calc((100% - 150px) * ${share})`}}></span
      >${text}</span
    >
  </span>`;
}
