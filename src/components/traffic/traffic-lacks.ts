import {html} from "npm:htl";
import {type Campaign, type Channel, isPaid} from "../../shared/traffic/traffic-rows.js";

/** What the page knows, to say what it lacks. */
export interface TrafficKnown {
  channels: readonly Channel[];
  campaigns: readonly Campaign[];
  /** which of source, medium and campaign the events have */
  columns: readonly string[];
}

/** Which columns or files are needed for what the page cannot say; nothing where nothing is missing. */
export function trafficLacks({channels, campaigns, columns}: TrafficKnown): HTMLElement {
  const lacks = ["source", "campaign"].filter((name) => !columns.includes(name));
  const hasCosts = [...channels, ...campaigns].some(isPaid);
  return html`<div class="traffic-lacks">${lacks.map(lackOf)} ${hasCosts ? "" : costsLack(lacks.length === 2)}</div>`;
}

const meanings: Record<string, unknown> = {
  source: html`These events have no column <code>source</code>: where a visit comes from, such as google, newsletter or
    direct. With it, this page tells what each channel brings in visits, orders and money, whether its visitors order
    more often than others, and how the credit for an order is shared out among the channels on the way to it. A column
    <code>medium</code>, such as cpc or email, is read too, but channels are told apart by their source alone.`,
  campaign: html`These events have no column <code>campaign</code>: the name of the campaign whose ad or letter a visit
    came by. With it, this page tells what each campaign brings.`
};

function lackOf(column: string): HTMLElement {
  return html`<div class="missing">${meanings[column]} How to name columns is said in docs/own-events.md.</div>`;
}

function costsLack(isAlone: boolean): HTMLElement {
  return html`<div class="missing">
    What ads cost is not known, so that cost per order and revenue for the cost
    ${isAlone ? "cannot be told either" : "are left out"}. They need a file with a row per day: the columns
    <code>day</code>, <code>cost</code>, and <code>source</code> or <code>campaign</code> or both, named under
    <code>costs</code> in report.config.ts (docs/configuration.md says how).
  </div>`;
}
