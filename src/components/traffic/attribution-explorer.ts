import {html} from "npm:htl";
import {resize} from "observablehq:stdlib";
import {type AttributionModelName, attributionModelNames, attributionModels} from "../../shared/attribution-models.js";
import {queryOf} from "../../shared/query-of.js";
import {quotedName} from "../../shared/quoted-name.js";
import {type Credit, type CreditMeasure, type CreditRange, creditRanges} from "../../shared/traffic/credit-ranges.js";
import {choiceControl} from "../controls/choice-control.js";
import {chosenFigure} from "../controls/chosen-figure.js";
import {followAddress} from "../controls/follow-address.js";
import type {ChartFrame} from "../figure/chart-figure.js";
import type {NumbersColumn} from "../figure/numbers-table.js";
import type {ReportFormats} from "../report-formats.js";
import {attributionChart, isLogarithmic} from "./attribution-chart.js";

type View = {model: AttributionModelName; credit: CreditMeasure};

/**
 * What each model of attribution credits each channel with: a range with a dot for each model. Which model stands out, and what is credited
 * (orders, revenue, and with costs what these bring), is to be chosen and lives in the address.
 */
export function attributionExplorer(rows: readonly Credit[], {formats}: {formats: ReportFormats}): HTMLElement {
  const measures = measuresOf(rows);
  const words = measureWords(formats);
  const figure = chosenFigure<CreditRow>();
  const credit = choiceControl<CreditMeasure>(
    "Show",
    measures.map((measure) => [measure, words[measure].label]),
    (chosen) => choose({credit: chosen})
  );
  const model = choiceControl<AttributionModelName>(
    "Model",
    attributionModelNames.map((name) => [name, attributionModels[name].label]),
    (chosen) => choose({model: chosen})
  );
  const choose = followAddress<View>({credit: measures, model: attributionModelNames}, (view) => {
    credit.show(view.credit);
    model.show(view.model);
    const ranges = creditRanges(rows, {measure: view.credit, model: view.model});
    figure.show(
      resize((width) => attributionChart(ranges, {...words[view.credit], width})),
      frameOf(rows, ranges, {view, formats})
    );
  });
  return html`<div>
    <div class="controls">${credit.element}${model.element}</div>
    ${figure.element}
  </div>`;
}

function measuresOf(rows: readonly Credit[]): CreditMeasure[] {
  const all = ["orders", "revenue", "return_on_ad_spend", "cost_per_order"] as const;
  return all.filter((measure) => rows.some((row) => row[measure] !== null));
}

interface MeasureWords {
  label: string;
  format: (value: number) => string;
  /** completes “a channel … 3” */
  verb: string;
}

function measureWords({count, decimal, money, currency}: ReportFormats): Record<CreditMeasure, MeasureWords> {
  return {
    orders: {label: "Orders", format: (value) => count(Math.round(value)), verb: "is credited with"},
    revenue: {label: `Revenue (${currency})`, format: money, verb: "is credited with"},
    return_on_ad_spend: {label: "Revenue ÷ cost", format: (value) => `${decimal(value)}×`, verb: "brings in"},
    cost_per_order: {label: `Cost per order (${currency})`, format: money, verb: "costs"}
  };
}

// a row a channel, with a column for each model
type CreditRow = Omit<CreditRange, "credits"> & Partial<Record<AttributionModelName, number>>;

function frameOf(
  rows: readonly Credit[],
  ranges: readonly CreditRange[],
  {view: {model, credit: measure}, formats}: {view: View; formats: ReportFormats}
): ChartFrame<CreditRow> {
  const {label, format} = measureWords(formats)[measure];
  const channels = new Set(rows.map(({channel}) => channel)).size;
  const left = channels - ranges.length;
  const sentences = [
    `${label} by channel. A dot is what one of the ${attributionModelNames.length} models gives the channel, the line reaches from the least to the most; filled: ${attributionModels[model].label.toLowerCase()}, whose number is written out.`,
    isLogarithmic(ranges) && "Ten times as much is as far apart everywhere.",
    left > 0 &&
      `${formats.count(left)} of ${formats.count(channels)} channels are left out: their cost is not known, or some model gives them no order.`
  ];
  return {
    title: titleOf(ranges, measure, formats),
    subtitle: sentences.filter(Boolean).join(" "),
    name: "attribution",
    rows: ranges.map(({credits, ...range}) => ({
      ...range,
      ...Object.fromEntries(credits.map(({model, value}) => [model, value]))
    })),
    columns: columnsOf(format),
    query: queryOf(rows)
  };
}

function titleOf(ranges: readonly CreditRange[], measure: CreditMeasure, formats: ReportFormats): string {
  const {format, verb} = measureWords(formats)[measure];
  const widest = ranges.reduce<CreditRange | undefined>(
    (a, b) => (!a || b.high - b.low > a.high - a.low ? b : a),
    undefined
  );
  if (!widest) return "No channel has what is asked for";
  if (format(widest.low) === format(widest.high)) return "All models agree on every channel";
  const units = {orders: " orders", revenue: "", return_on_ad_spend: " its cost", cost_per_order: " an order"};
  return `${quotedName(widest.channel)} ${verb} ${format(widest.low)} to ${format(widest.high)}${units[measure]}, depending on the model`;
}

function columnsOf(format: (value: number) => string): NumbersColumn<CreditRow>[] {
  return [
    {label: "Channel", text: ({channel}) => channel},
    ...attributionModelNames.map((name) => ({
      label: attributionModels[name].label,
      text: (row: CreditRow) => format(row[name] ?? NaN),
      isNumber: true
    }))
  ];
}
