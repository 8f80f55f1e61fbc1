import {html} from "npm:htl";
import {conversionWindows} from "../../shared/funnel/conversion-windows.js";
import type {FunnelDefinition} from "../../shared/funnel/funnel-definition.js";
import {type FunnelStage, rateStages} from "../../shared/funnel/rate-stages.js";
import {everybody, isEverybody, type Selection} from "../../shared/selection/selection.js";
import {selectionWords} from "../../shared/selection/selection-words.js";
import {countStages} from "../../shared/sessions/count-stages.js";
import type {ReportFormats} from "../report-formats.js";
import {beginFollowing, onSelection} from "../selection/selection-store.js";
import {openSessions} from "../sessions/open-sessions.js";
import {funnelQuery, queryFunnel, type SessionFunnel} from "../sessions/query-funnel.js";
import {type FunnelOptions, funnelChart} from "./funnel-chart.js";
import {funnelControls} from "./funnel-controls.js";
import {
  addressOfView,
  describeWay,
  type FunnelView,
  headlineView,
  isCountedAlike,
  viewInAddress
} from "./funnel-view.js";

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
 * The funnels by users and by sessions, with how they count to choose. Of everybody they are those that the build counted; other sessions that the
 * reader has chosen, or a way that the build has not counted, start DuckDB in the reader's browser. The way lives in the address, so that a link
 * shows the same view and Back undoes a choice.
 */
export function funnelExplorer(counted: readonly CountedStage[], {formats}: {formats: ReportFormats}): HTMLElement {
  const status = html`<div class="status" role="status"></div>`;
  const charts = html`<div class="pair"></div>`;
  const element = html`<div class="following"></div>`;
  let latest = 0;
  let selection = everybody;

  const show = async (view: FunnelView) => {
    const request = ++latest;
    controls.show(view);
    const built = builtFunnels(counted, view, selection);
    const timer = built ? undefined : setTimeout(wait, 150);
    try {
      const funnels = built ?? (await countFunnels(view, selection));
      if (request !== latest) return;
      const shown = {view, selection, formats, isCountedHere: !built};
      const positions = countedStages(counted, headlineView, "users").map(({position}) => position);
      charts.replaceChildren(
        ...units.map((unit, i) => funnelChart(funnels[i] ?? [], optionsOf({...shown, unit, positions})))
      );
      status.textContent = statusOf(shown);
    } catch (error) {
      if (request !== latest) return;
      status.textContent = `The funnel could not be counted: ${error instanceof Error ? error.message : String(error)}`;
    } finally {
      clearTimeout(timer);
      if (request === latest) element.removeAttribute("aria-busy");
    }
  };

  const wait = () => {
    element.setAttribute("aria-busy", "true");
    status.textContent = "Counting the chosen sessions …";
  };

  const controls = funnelControls({
    choose: (view) => {
      history.pushState(null, "", addressOfView(view));
      void show(view);
    }
  });
  element.append(controls.element, status, charts);
  beginFollowing();
  void show(headlineView);
  onSelection((chosen) => {
    selection = chosen;
    void show(viewInAddress());
  });
  return element;
}

// none where DuckDB has to count
function builtFunnels(
  counted: readonly CountedStage[],
  view: FunnelView,
  selection: Selection
): FunnelStage[][] | undefined {
  const funnels = units.map((unit) => countedStages(counted, view, unit));
  return !counted.length || (isEverybody(selection) && funnels.every(({length}) => length)) ? funnels : undefined;
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

// the headline's way asks for sessions alone, which are there at once after the first choice
async function countFunnels(view: FunnelView, selection: Selection): Promise<FunnelStage[][]> {
  if (isCountedAlike(view, headlineView)) {
    const sessions = (await openSessions()).select(selection);
    return units.map((unit) => rateStages(countStages(sessions, unit)));
  }
  return Promise.all(units.map((unit) => queryFunnel(sessionFunnel(view, unit), selection)));
}

// a session is a window of its own
function sessionFunnel({order, window, isOpen}: FunnelView, unit: Unit): SessionFunnel {
  return {order, isOpen, unit, window: unit === "sessions" ? null : conversionWindows[window]};
}

function queryOfShown({
  view,
  unit,
  selection,
  isCountedHere,
  positions
}: Omit<Shown, "formats"> & {unit: Unit; positions: number[]}): string {
  if (isCountedHere) return funnelQuery(sessionFunnel(view, unit), selection, positions);
  return `select stage, members, also_previous, conversion_from_previous, conversion_low, conversion_high, share_of_first
from funnel_definitions
where unit = '${unit}' and funnel_order = '${view.order}' and is_open = ${view.isOpen} and not is_product_held
    and conversion_window = '${unit === "sessions" ? "none" : view.window}'
order by position`;
}

interface Shown {
  view: FunnelView;
  selection: Selection;
  formats: ReportFormats;
  isCountedHere: boolean;
}

function optionsOf(shown: Shown & {unit: Unit; positions: number[]}): FunnelOptions {
  const {view, unit, selection, formats} = shown;
  return {
    formats,
    unit,
    selection,
    way: describeWay(view, unit),
    isOrdered: view.order === "ordered",
    query: queryOfShown(shown)
  };
}

function statusOf({view, selection, isCountedHere, formats}: Shown): string {
  const way = isCountedAlike(view, headlineView) ? "" : `, ${describeWay(view, "users")}`;
  if (!isEverybody(selection)) {
    return `Only sessions with ${selectionWords(selection, formats)}${way}. Users count where such a session reached the stage.`;
  }
  return `Everybody in the data${way}.${isCountedHere ? " Counted in your browser, from what happened in sessions." : ""}`;
}
