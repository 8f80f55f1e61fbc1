import {html} from "npm:htl";
import type {ConversionWindow} from "../../shared/funnel/conversion-windows.js";
import type {FunnelView} from "./funnel-view.js";
import type {ReportFormats} from "../report-formats.js";
import type {SessionFilter} from "../sessions/session-database.js";

/** A row of the table `session_dimensions`. */
export interface FilterChoice extends SessionFilter {
  sessions: number;
}

const names: Record<string, string> = {
  visitor: "New or returning",
  segment: "Segment",
  category: "Category looked at first",
  device: "Device",
  browser: "Browser",
  source: "Source",
  campaign: "Campaign",
  country: "Country"
};

const windows: Record<ConversionWindow, string> = {
  none: "Any time",
  "30 days": "Within 30 days",
  "7 days": "Within 7 days",
  "1 day": "Within 1 day",
  session: "In one session"
};

/** Controls for whom the funnel counts and how: an element, and what makes it show a view. They tell `choose` what the reader chose. */
export function funnelControls(
  choices: readonly FilterChoice[],
  {formats, choose}: {formats: ReportFormats; choose: (view: FunnelView) => void}
): {element: HTMLElement; show: (view: FunnelView) => void} {
  const filter = filterSelect(choices, formats);
  const order = select({any: "In any order", ordered: "In order"});
  const window = select(windows);
  const entry = select({open: "At any stage", first: "At the first stage only"});
  const clear = html`<button type="button">Show everybody</button>` as HTMLButtonElement;
  const chosen = (): FunnelView => ({
    order: order.value as FunnelView["order"],
    window: window.value as ConversionWindow,
    isOpen: entry.value === "open",
    filter: choices.find((choice) => filterKey(choice) === filter.value)
  });
  for (const control of [filter, order, window, entry]) control.addEventListener("change", () => choose(chosen()));
  clear.addEventListener("click", () => choose({...chosen(), filter: undefined}));
  const element = html`<div class="funnel-controls">
    <div class="controls"><label>Show the funnel of ${filter}</label>${clear}</div>
    <div class="controls">
      <label>Stages count ${order}</label>
      <label>Time to go on ${window}</label>
      <label>People enter ${entry}</label>
    </div>
  </div>`;
  const show = (view: FunnelView): void => {
    filter.value = view.filter ? filterKey(view.filter) : "";
    clear.disabled = !view.filter;
    order.value = view.order;
    window.value = view.window;
    entry.value = view.isOpen ? "open" : "first";
  };
  return {element, show};
}

/** A filter in words, as "device: mobile". */
export function describeFilter({dimension, value}: SessionFilter): string {
  return `${(names[dimension] ?? dimension).toLowerCase()}: ${value}`;
}

function select(options: Record<string, string>): HTMLSelectElement {
  return html`<select>
    ${Object.entries(options).map(([value, label]) => html`<option value=${value}>${label}</option>`)}
  </select>` as unknown as HTMLSelectElement;
}

function filterSelect(choices: readonly FilterChoice[], {count}: ReportFormats): HTMLSelectElement {
  const dimensions = Object.keys(names).filter((dimension) => choices.some((choice) => choice.dimension === dimension));
  return html`<select>
    <option value="">Everybody</option>
    ${dimensions.map(
      (dimension) =>
        html`<optgroup label=${names[dimension]}>
          ${choices
            .filter((choice) => choice.dimension === dimension)
            .map(
              (choice) =>
                html`<option value=${filterKey(choice)}>${choice.value} (${count(choice.sessions)} sessions)</option>`
            )}
        </optgroup>`
    )}
  </select>` as unknown as HTMLSelectElement;
}

function filterKey({dimension, value}: SessionFilter): string {
  return `${dimension}=${value}`;
}
