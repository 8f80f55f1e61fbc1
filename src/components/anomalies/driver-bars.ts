import {html} from "npm:htl";
import {metricChange} from "../../shared/anomalies/metric-words.js";
import {pageAddress} from "../../shared/selection/page-address.js";
import {dimensionNames, type SessionDimension} from "../../shared/selection/session-dimensions.js";
import type {ReportFormats} from "../report-formats.js";
import type {Driver} from "./anomaly.js";

/**
 * The parts of one dimension in a change as bars from a common zero, to the left what lowered and to the right what raised it. Of a rate, the part
 * from the value's own rate stands above the pale part from its share of the sessions. The parts add up to the last row. A value leads to its
 * sessions on those days.
 */
export function driverBars(drivers: readonly Driver[], {formats}: {formats: ReportFormats}): HTMLElement {
  const [first] = drivers;
  if (!first) return html`<div></div>`;
  const isRate = first.rate_effect !== null;
  const ends = drivers.flatMap(({effect, rate_effect, mix_effect}) => [effect, rate_effect ?? 0, mix_effect ?? 0]);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const place = (value: number) => (most > least ? (100 * (value - least)) / (most - least) : 0);
  const sum = (key: "effect" | "rate_effect" | "mix_effect") =>
    drivers.reduce((total, row) => total + (row[key] ?? 0), 0);
  const change = (value: number) => metricChange(value, first.metric, formats);
  const halves = isRate ? `${change(sum("rate_effect"))} from rates and ${change(sum("mix_effect"))} from shares` : "";
  return html`<div class=${isRate ? "drivers rates" : "drivers"}>
    ${drivers.map((driver) => row(driver, {formats, place, isRate}))}
    <div class="driver total">
      <span class="name">All together</span>
      <span class="chance">${halves}</span>
      <span class="number"><b>${change(sum("effect"))}</b></span>
    </div>
  </div>`;
}

function row(
  driver: Driver,
  {formats, place, isRate}: {formats: ReportFormats; place: (value: number) => number; isRate: boolean}
): HTMLElement {
  const {value, values, effect, metric, is_main} = driver;
  const name = value === null ? `${formats.count(values)} others together` : html`<bdi>${value}</bdi>`;
  const bars = isRate
    ? [bar(driver.rate_effect ?? 0, place, "rate"), bar(driver.mix_effect ?? 0, place, "mix")]
    : [bar(effect, place, "rate")];
  const cells = [
    html`<span class="name">${name}</span>`,
    html`<span class="track"><span class="zero" style=${{left: `${place(0)}%`}}></span>${bars}</span>`,
    html`<span class="number">
      <b>${metricChange(effect, metric, formats)}</b> <span class="chance">${chanceText(driver)}</span>
    </span>`
  ];
  const style = is_main ? "driver main" : "driver";
  const address = addressOf(driver);
  return address
    ? html`<a class=${style} href=${address} title="See these sessions">${cells}</a>`
    : html`<div class=${style}>${cells}</div>`;
}

function bar(effect: number, place: (value: number) => number, kind: "rate" | "mix"): HTMLElement {
  const [from, to] = [place(Math.min(0, effect)), place(Math.max(0, effect))];
  return html`<span
    class=${`bar ${kind} ${effect < 0 ? "less" : "more"}`}
    style=${{left: `${from}%`, width: `${to - from}%`}}
  ></span>`;
}

/** How sure it is that a value changed otherwise than the others. */
export function chanceText({corrected_p_value: p, value}: Pick<Driver, "corrected_p_value" | "value">): string {
  if (value === null) return "";
  if (p === null) return "too few to tell";
  return p < 0.001 ? "p < 0.001" : `p = ${Number(p.toPrecision(2)).toString()}`;
}

function addressOf({
  dimension,
  value,
  filter_dimension,
  filter_value,
  after_from,
  after_to
}: Driver): string | undefined {
  const isKnown = (name: string): name is SessionDimension => (dimensionNames as string[]).includes(name);
  if (value === null || !isKnown(dimension)) return undefined;
  const filter =
    filter_dimension && filter_value && isKnown(filter_dimension) ? {[filter_dimension]: [filter_value]} : {};
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return pageAddress("drop-off", {...filter, [dimension]: [value]}, {from: day(after_from), to: day(after_to)});
}
