import {html} from "npm:htl";
import type {ConversionWindow} from "../../shared/funnel/conversion-windows.js";
import type {FunnelView} from "./funnel-view.js";

const windows: Record<ConversionWindow, string> = {
  none: "Any time",
  "30 days": "Within 30 days",
  "7 days": "Within 7 days",
  "1 day": "Within 1 day",
  session: "In one session"
};

/** Controls for how the funnel counts: an element, and what makes it show a view. They tell `choose` what the reader chose. */
export function funnelControls({choose}: {choose: (view: FunnelView) => void}): {
  element: HTMLElement;
  show: (view: FunnelView) => void;
} {
  const order = select({any: "In any order", ordered: "In order"});
  const window = select(windows);
  const entry = select({open: "At any stage", first: "At the first stage only"});
  const chosen = (): FunnelView => ({
    order: order.value as FunnelView["order"],
    window: window.value as ConversionWindow,
    isOpen: entry.value === "open"
  });
  for (const control of [order, window, entry]) control.addEventListener("change", () => choose(chosen()));
  const element = html`<div class="controls">
    <label>Stages count ${order}</label>
    <label>Time to go on ${window}</label>
    <label>People enter ${entry}</label>
  </div>`;
  const show = (view: FunnelView): void => {
    order.value = view.order;
    window.value = view.window;
    entry.value = view.isOpen ? "open" : "first";
  };
  return {element, show};
}

function select(options: Record<string, string>): HTMLSelectElement {
  return html`<select>
    ${Object.entries(options).map(([value, label]) => html`<option value=${value}>${label}</option>`)}
  </select>` as unknown as HTMLSelectElement;
}
