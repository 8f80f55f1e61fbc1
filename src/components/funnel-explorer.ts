import {html} from "npm:htl";
import {conversionWindows} from "../shared/funnel/conversion-windows.js";
import type {FunnelDefinition} from "../shared/funnel/funnel-definition.js";
import type {FunnelStage} from "../shared/funnel/rate-stages.js";
import {type FunnelOptions, funnelChart} from "./funnel-chart.js";
import {describeFilter, type FilterChoice, funnelControls} from "./funnel-controls.js";
import {
  addressOfView,
  describeWay,
  type FunnelView,
  headlineView,
  isCountedAlike,
  viewInAddress
} from "./funnel-view.js";
import type {ReportFormats} from "./report-formats.js";
import {queryFunnel} from "./session-database.js";

type Unit = FunnelDefinition["unit"];

/** A row of the table `funnel_definitions`: a stage of a funnel that the build has counted. */
export interface CountedStage extends FunnelStage {
  unit: Unit;
  funnel_order: FunnelDefinition["order"];
  conversion_window: string;
  is_open: boolean;
  is_product_held: boolean;
  difference_to_headline: number | null;
}

const units = ["users", "sessions"] as const;

/**
 * The funnels by users and by sessions, with how and of whom they count to choose. Without a filter they are those that the build counted; a
 * filter, or a way that the build has not counted, starts DuckDB in the reader's browser. What is chosen lives in the address, so that a link
 * shows the same view and Back undoes a choice.
 */
export function funnelExplorer(
  counted: readonly CountedStage[],
  {choices, formats}: {choices: readonly FilterChoice[]; formats: ReportFormats}
): HTMLElement {
  const status = html`<div class="status" role="status"></div>`;
  const charts = html`<div class="pair"></div>`;
  let latest = 0;

  const draw = (view: FunnelView, funnels: FunnelStage[][]) => {
    const of = view.filter && describeFilter(view.filter);
    const options = (unit: Unit): FunnelOptions => ({
      ...{formats, unit, of, way: describeWay(view, unit)},
      isOrdered: view.order === "ordered"
    });
    charts.replaceChildren(...units.map((unit, i) => funnelChart(funnels[i] ?? [], options(unit))));
  };

  const show = async (view: FunnelView) => {
    const request = ++latest;
    controls.show(view);
    const built = units.map((unit) => countedStages(counted, view, unit));
    if (!counted.length || (!view.filter && built.every(({length}) => length))) {
      status.textContent = statusOf(view);
      return draw(view, built);
    }
    status.textContent = `Counting ${view.filter ? describeFilter(view.filter) : "everybody"} …`;
    try {
      const definition = {order: view.order, isOpen: view.isOpen};
      const funnels = await Promise.all(
        units.map((unit) => queryFunnel({...definition, unit, window: windowOf(view, unit)}, view.filter))
      );
      if (request !== latest) return;
      draw(view, funnels);
      status.textContent = `${statusOf(view)}${view.filter ? "" : " Counted in your browser, from what happened in sessions."}`;
    } catch (error) {
      if (request !== latest) return;
      status.textContent = `The funnel could not be counted: ${error instanceof Error ? error.message : String(error)}`;
    }
  };

  const controls = funnelControls(choices, {
    formats,
    choose: (view) => {
      history.pushState(null, "", addressOfView(view));
      void show(view);
    }
  });
  addEventListener("popstate", () => void show(viewInAddress(choices)));
  void show(viewInAddress(choices));

  return html`<div>${controls.element}${status}${charts}</div>`;
}

// a session is a window of its own
function windowOf({window}: FunnelView, unit: Unit): FunnelDefinition["window"] {
  return unit === "sessions" ? null : conversionWindows[window];
}

function countedStages(counted: readonly CountedStage[], {order, window, isOpen}: FunnelView, unit: Unit) {
  return counted.filter(
    (row) =>
      row.unit === unit &&
      row.funnel_order === order &&
      row.conversion_window === (unit === "sessions" ? "none" : window) &&
      row.is_open === isOpen &&
      !row.is_product_held
  );
}

function statusOf(view: FunnelView): string {
  const way = isCountedAlike(view, headlineView) ? "" : `, ${describeWay(view, "users")}`;
  if (!view.filter) return way ? `Everybody in the data${way}.` : "Everybody in the data.";
  return `Only sessions with ${describeFilter(view.filter)}${way}. Users count where such a session reached the stage.`;
}
