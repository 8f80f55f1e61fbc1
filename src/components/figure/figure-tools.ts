import {html} from "npm:htl";
import {queryOf} from "../../shared/query-of.js";
import {rawRows} from "../../shared/raw-rows.js";
import type {ChartFrame} from "./chart-figure.js";
import {downloadCsv} from "./download-csv.js";
import {downloadImage} from "./download-image.js";
import {numbersTable} from "./numbers-table.js";
import {scrollBox} from "./scroll-box.js";
import {trustMark} from "./trust-mark.js";
import {unfolding} from "./unfolding.js";

/** What a reader can do with a chart: see its numbers, SQL and checks, take it away, and link to it. */
export function figureTools<T extends object>(
  figure: HTMLElement,
  {title, name, rows, columns, query = queryOf(rows)}: ChartFrame<T>
): HTMLElement {
  const status = html`<span class="told" role="status"></span>`;
  const tell = (text: string): void => {
    status.textContent = text;
  };
  return html`<div class="figure-tools">
    ${trustMark(query)}
    ${unfolding("Numbers", () => scrollBox(`Numbers: ${title}`, numbersTable(rows, columns, {caption: title})))}
    ${query === undefined ? "" : unfolding("SQL", () => queryView(query))}
    ${button("CSV", `Download the numbers as CSV: ${title}`, () => downloadCsv(name, rawRows(rows)))}
    ${button("SVG", `Download the chart as SVG: ${title}`, () => downloadImage(name, figure, "svg"))}
    ${button("PNG", `Download the chart as PNG: ${title}`, () => downloadImage(name, figure, "png"))}
    ${button("Link", `Copy a link to this chart: ${title}`, async () => tell(await copyLink(name)))} ${status}
  </div>`;
}

function button(label: string, description: string, act: () => unknown): HTMLElement {
  return html`<button type="button" aria-label=${description} title=${description} onclick=${act}>${label}</button>`;
}

function queryView(query: string): HTMLElement {
  return html`<div class="query">
    <pre tabindex="0"><code>${query.trim()}</code></pre>
    <a href=${`./explore?${new URLSearchParams({sql: query.trim()})}`}>Change it in Explore</a>
  </div>`;
}

async function copyLink(name: string): Promise<string> {
  history.replaceState(history.state, "", `#${name}`);
  try {
    await navigator.clipboard.writeText(location.href);
    return "The link is copied.";
  } catch {
    return "The link is in the address bar.";
  }
}
