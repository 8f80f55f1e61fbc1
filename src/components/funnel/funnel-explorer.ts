import {html} from "npm:htl";
import {conversionWindows} from "../../shared/funnel/conversion-windows.js";
import type {FunnelDefinition} from "../../shared/funnel/funnel-definition.js";
import type {FunnelStage} from "../../shared/funnel/rate-stages.js";
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
import type {ReportFormats} from "../report-formats.js";
import {queryFunnel} from "../sessions/session-database.js";

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

  const show = async (view: FunnelView) => {
    const request = ++latest;
    controls.show(view);
    const built = builtFunnels(counted, view);
    if (!built) status.textContent = `Counting ${view.filter ? describeFilter(view.filter) : "everybody"} …`;
    try {
      const funnels = built ?? (await queryFunnels(view));
      if (request !== latest) return;
      charts.replaceChildren(...units.map((unit, i) => funnelChart(funnels[i] ?? [], optionsOf(view, unit, formats))));
      status.textContent = statusOf(view, !built);
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

// none where DuckDB has to count
function builtFunnels(counted: readonly CountedStage[], view: FunnelView): FunnelStage[][] | undefined {
  const funnels = units.map((unit) => countedStages(counted, view, unit));
  return !counted.length || (!view.filter && funnels.every(({length}) => length)) ? funnels : undefined;
}

function countedStages(counted: readonly CountedStage[], {order, window, isOpen}: FunnelView, unit: Unit) {
  return counted.filter(
    (row) =>
      row.unit === unit &&
      row.funnel_order === order &&
      // a session is a window of its own
      row.conversion_window === (unit === "sessions" ? "none" : window) &&
      row.is_open === isOpen &&
      !row.is_product_held
  );
}

function queryFunnels({order, window, isOpen, filter}: FunnelView): Promise<FunnelStage[][]> {
  return Promise.all(
    units.map((unit) =>
      queryFunnel({order, isOpen, unit, window: unit === "sessions" ? null : conversionWindows[window]}, filter)
    )
  );
}

function optionsOf(view: FunnelView, unit: Unit, formats: ReportFormats): FunnelOptions {
  return {
    formats,
    unit,
    of: view.filter && describeFilter(view.filter),
    way: describeWay(view, unit),
    isOrdered: view.order === "ordered"
  };
}

function statusOf(view: FunnelView, isCountedHere: boolean): string {
  const way = isCountedAlike(view, headlineView) ? "" : `, ${describeWay(view, "users")}`;
  if (view.filter) {
    return `Only sessions with ${describeFilter(view.filter)}${way}. Users count where such a session reached the stage.`;
  }
  return `Everybody in the data${way}.${isCountedHere ? " Counted in your browser, from what happened in sessions." : ""}`;
}
