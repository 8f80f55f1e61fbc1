import {resize} from "observablehq:stdlib";
import {html} from "npm:htl";
import {chartOf} from "../../shared/notebook/chart-choice.js";
import type {ChartChoice} from "../../shared/notebook/notebook-address.js";
import type {NumberFormat} from "../../shared/number-format.js";
import type {QueryResult} from "../../shared/notebook/query-result.js";
import {downloadImage} from "../figure/download-image.js";
import {chartControls} from "./chart-controls.js";
import {downloadResultCsv, downloadResultJson} from "./result-files.js";
import {resultGrid} from "./result-grid.js";

/** How a reader sees a result. */
export interface ResultLook {
  isChart: boolean;
  chart: ChartChoice;
}

/** What goes with a result on the page. */
export interface ResultOptions {
  /** unlike that of other results on the page, as result-1; also the name of its files */
  name: string;
  /** what a screen reader calls it */
  label: string;
  look: ResultLook;
  /** is told how the reader wants to see it */
  lookChanged: (look: ResultLook) => void;
  formats: Pick<NumberFormat, "count">;
}

/** A result as a table or a chart, whichever the reader chooses, with its files. */
export function resultView(result: QueryResult, {name, label, look, lookChanged, formats}: ResultOptions): HTMLElement {
  if (!result.columns.length) return resultGrid(result, {name: label, formats});
  const pane = html`<div></div>`;
  let current = look;
  const picture = (kind: "svg" | "png") => () => {
    const figure = pane.querySelector<HTMLElement>(".result-chart");
    if (figure) void downloadImage(name, figure, kind);
  };
  const pictures = (["svg", "png"] as const).map(
    (kind) => html`<button type="button" onclick=${picture(kind)}>${kind.toUpperCase()}</button>`
  );
  const show = () => {
    for (const button of pictures) button.hidden = !current.isChart;
    pane.replaceChildren(current.isChart ? chartPane() : resultGrid(result, {name: label, formats}));
  };
  const change = (next: ResultLook) => {
    current = next;
    lookChanged(next);
    show();
  };
  const chartPane = () => {
    const settings = chartOf(result, current.chart);
    if (!settings) {
      return html`<div class="missing">A chart needs a column of numbers, and another to set them against.</div>`;
    }
    const drawing = html`<div class="drawing"></div>`;
    const draw = (chart: ChartChoice) => {
      const chosen = chartOf(result, chart) ?? settings;
      // with a library that nobody needs for a table
      void import("./result-chart.js")
        .then(({resultChart}) => drawing.replaceChildren(resize((width) => resultChart(result, chosen, {width}))))
        .catch(() => drawing.replaceChildren("The chart could not be loaded. Is there a connection?"));
    };
    const controls = chartControls(result.columns, settings, (chart) => {
      current = {isChart: true, chart};
      lookChanged(current);
      draw(chart);
    });
    draw(current.chart);
    return html`<div>${controls}${drawing}</div>`;
  };
  const choice = (isChart: boolean, text: string) =>
    html`<label>
      <input
        type="radio"
        name=${name}
        checked=${current.isChart === isChart}
        onchange=${() => change({...current, isChart})}
      />${text}</label
    >`;
  show();
  return html`<div class="result">
    <div class="result-bar">
      <fieldset>
        <legend class="for-screen-readers">Show the result as</legend>
        ${choice(false, "Table")}${choice(true, "Chart")}
      </fieldset>
      <button type="button" onclick=${() => downloadResultCsv(name, result)}>CSV</button>
      <button type="button" onclick=${() => downloadResultJson(name, result)}>JSON</button>
      ${pictures}
    </div>
    ${pane}
  </div>`;
}
