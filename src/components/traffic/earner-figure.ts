import {html} from "npm:htl";
import {quotedName} from "../../shared/quoted-name.js";
import {pageAddress} from "../../shared/selection/page-address.js";
import {selectedValuesQuery} from "../../shared/selection/selected-figures-query.js";
import {everybody, isEverybody, type Selection} from "../../shared/selection/selection.js";
import {countValues} from "../../shared/sessions/count-values.js";
import {type EarnerOrder, earnerOrders, sortEarners} from "../../shared/traffic/sort-earners.js";
import {selectedEarners, totalOf} from "../../shared/traffic/selected-earners.js";
import type {Earner} from "../../shared/traffic/traffic-rows.js";
import {choiceControl} from "../controls/choice-control.js";
import {chosenFigure} from "../controls/chosen-figure.js";
import {followAddress} from "../controls/follow-address.js";
import type {ChartFrame} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";
import {followSelection} from "../selection/follow-selection.js";
import {selectedFrame} from "../selection/selected-frame.js";
import {type BarColumn, barColumns} from "./bar-columns.js";
import type {EarnerTotals} from "./earner-columns.js";

/** How channels or campaigns are shown. */
export interface EarnerFigureOptions<T extends Earner> {
  /** of all visits */
  totals: EarnerTotals;
  formats: ReportFormats;
  /** what tells them apart among sessions, which is also the class of their bars and the name of their order in the address */
  dimension: "source" | "campaign";
  heading: string;
  name: (row: T) => string;
  /** what stands under a name; nothing unless told */
  note: (row: T) => unknown;
  /** what they can be sorted by, the default first */
  orders: readonly EarnerOrder[];
  columns: (rows: readonly T[], totals: EarnerTotals) => BarColumn<T>[];
  frame: (rows: readonly T[]) => ChartFrame<T>;
}

const words = {
  source: {control: "Channels by", order: "channel_order", class: "channel-bars", many: "channels"},
  campaign: {control: "Campaigns by", order: "campaign_order", class: "campaign-bars", many: "campaigns"}
} as const;

/** How many a phone shows at first, where each is as high as a hand; the number is also in traffic.css. */
const mostOnPhone = 6;

/**
 * Channels or campaigns as columns of bars, in an order to choose, which lives in the address; of everybody as the build has counted them, or of the
 * sessions that the reader has chosen, of which neither costs nor comparisons are known. Each leads to its visits on the page Drop-off.
 */
export function earnerFigure<T extends Earner>(built: readonly T[], options: EarnerFigureOptions<T>): HTMLElement {
  const {totals, formats, dimension, heading, name, note, orders, columns, frame} = options;
  const bars = html`<div class=${words[dimension].class}></div>`;
  const figure = chosenFigure<T>();
  const control = choiceControl(
    words[dimension].control,
    orders.map((order) => [order, earnerOrders[order]]),
    (order) => choose({[words[dimension].order]: order})
  );
  let rows = built;
  let selection: Selection = everybody;
  let order: EarnerOrder | undefined;
  const show = (): void => {
    if (!order) return;
    control.show(order);
    const isAll = isEverybody(selection);
    const shown = frame(rows);
    const title = isAll ? shown.title : mostVisits(rows, options);
    const query = selectedValuesQuery(dimension, selection);
    bars.replaceChildren(
      barColumns(sortEarners(rows, order), {
        heading,
        name,
        note,
        address: (row) => (row.sessions ? pageAddress("drop-off", {[dimension]: [name(row)]}) : null),
        columns: columns(rows, isAll ? totals : totalOf(rows, totals))
      })
    );
    whole.hidden = rows.length <= mostOnPhone || bars.classList.contains("whole");
    whole.textContent = `Show all ${formats.count(rows.length)} ${words[dimension].many}`;
    figure.show(chart, selectedFrame({...shown, title}, selection, {query, formats}));
  };
  const whole = html`<button type="button" class="show-whole"></button>` as HTMLButtonElement;
  whole.addEventListener("click", () => {
    bars.classList.add("whole");
    whole.hidden = true;
    bars.querySelectorAll<HTMLElement>("a.row")[mostOnPhone]?.focus();
  });
  const chart = html`<div>
    ${built.length > 1 ? html`<div class="controls">${control.element}</div>` : ""}${bars}${whole}
  </div>`;
  const element = followSelection<readonly T[]>({
    built,
    count: (table, chosen) => selectedEarners(countValues(table.select(chosen), dimension), built, name),
    show: (counted, chosen) => {
      [rows, selection] = [counted, chosen];
      show();
      return figure.element;
    }
  });
  const choose = followAddress<Record<string, EarnerOrder>>({[words[dimension].order]: orders}, (chosen) => {
    order = chosen[words[dimension].order];
    show();
  });
  return element;
}

function mostVisits<T extends Earner>(
  rows: readonly T[],
  {dimension, name, formats: {count, percent}}: EarnerFigureOptions<T>
): string {
  const [most] = sortEarners(rows, "visits");
  if (!most) return `No such visit ${dimension === "source" ? "has a channel" : "names a campaign"}`;
  const {sessions} = totalOf(rows, {revenue: null});
  const [visits, by] = dimension === "source" ? ["visits", "from"] : ["visits with a campaign", "by"];
  return `${percent(most.sessions / sessions)} of ${count(sessions)} ${visits} are ${by} ${quotedName(name(most))}`;
}
