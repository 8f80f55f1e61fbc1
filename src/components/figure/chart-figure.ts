import {html} from "npm:htl";
import {figureTools} from "./figure-tools.js";
import type {NumbersColumn} from "./numbers-table.js";

/** What stands around a chart. */
export interface ChartFrame<T> {
  /** the point that the chart makes */
  title: string;
  /** what is plotted, and its unit */
  subtitle: string;
  /** what to bear in mind when reading it */
  note?: unknown;
  /** the chart's name on its page, in links to it, and of downloaded files */
  name: string;
  rows: readonly T[];
  columns: NumbersColumn<T>[];
  /** the SQL that gives the rows, where they are not those of a fence as they are */
  query?: string | undefined;
}

/**
 * A chart with title, subtitle and note, and below it the numbers as a table, their SQL, the checks of the data behind them, downloads (CSV, SVG,
 * PNG) and a link to it.
 */
export function chartFigure<T extends object>(chart: unknown, frame: ChartFrame<T>): HTMLElement {
  const {title, subtitle, note, name} = frame;
  const figure = html`<figure class="chart" id=${name} aria-label=${title}>
    <h3>${title}</h3>
    <div class="subtitle">${subtitle}</div>
    <div class="drawing">${chart}</div>
    ${note ? html`<div class="remark">${note}</div>` : ""}
  </figure>`;
  figure.append(figureTools(figure, frame));
  return figure;
}

/** Gives a chart that is there another title, subtitle and numbers; what the reader has unfolded below it stays unfolded. */
export function updateFigure<T extends object>(figure: HTMLElement, frame: ChartFrame<T>): void {
  figure.setAttribute("aria-label", frame.title);
  const [title, subtitle] = [figure.querySelector("h3"), figure.querySelector(".subtitle")];
  if (title) title.textContent = frame.title;
  if (subtitle) subtitle.textContent = frame.subtitle;
  const tools = figure.querySelector(":scope > .figure-tools");
  const isOpen = [...(tools?.querySelectorAll("details") ?? [])].map(({open}) => open);
  const next = figureTools(figure, frame);
  for (const [i, details] of [...next.querySelectorAll("details")].entries()) details.open = isOpen[i] ?? false;
  tools?.replaceWith(next);
}
