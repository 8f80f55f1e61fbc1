import {html} from "npm:htl";
import {queryOf} from "../../shared/query-of.js";
import {rawRows} from "../../shared/raw-rows.js";
import type {ChartFrame} from "./chart-figure.js";
import {downloadCsv} from "./download-csv.js";
import {downloadFile} from "./download-file.js";
import {numbersTable} from "./numbers-table.js";
import {scrollBox} from "./scroll-box.js";
import {trustMark} from "./trust-mark.js";

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
    ${button("SVG", `Download the chart as SVG: ${title}`, () => saveImage(figure, name, "svg"))}
    ${button("PNG", `Download the chart as PNG: ${title}`, () => saveImage(figure, name, "png"))}
    ${button("Link", `Copy a link to this chart: ${title}`, async () => tell(await copyLink(name)))} ${status}
  </div>`;
}

// made when it is first opened: most are never
function unfolding(label: string, content: () => HTMLElement): HTMLElement {
  const details = html`<details><summary>${label}</summary></details>` as HTMLDetailsElement;
  details.addEventListener("toggle", () => details.append(content()), {once: true});
  return details;
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

async function saveImage(figure: HTMLElement, name: string, kind: "svg" | "png"): Promise<void> {
  const {figureSvg, svgToPng} = await import("./figure-image.js");
  const svg = await figureSvg(figure);
  const image = kind === "svg" ? new Blob([svg], {type: "image/svg+xml"}) : await svgToPng(svg);
  downloadFile(`${name}.${kind}`, image);
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
