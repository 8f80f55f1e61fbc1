import {html} from "npm:htl";
import {type FunnelOptions, type FunnelStage, funnelChart} from "./funnel-chart.js";
import type {ReportFormats} from "./report-formats.js";
import {queryFunnel, type SessionFilter} from "./session-database.js";

/** A row of the table `session_dimensions`. */
export interface FilterChoice {
  dimension: string;
  value: string;
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

/**
 * The funnels by users and by sessions with one filter over them. Without a filter they are those that the build counted;
 * the first choice starts DuckDB in the reader's browser. The filter lives in the address, so that a link shows the same
 * view and Back undoes a choice.
 */
export function funnelExplorer(
  everybody: {users: readonly FunnelStage[]; sessions: readonly FunnelStage[]},
  {choices, formats}: {choices: readonly FilterChoice[]; formats: ReportFormats}
): HTMLElement {
  const select = filterSelect(choices, formats);
  const clear = html`<button type="button">Show everybody</button>` as HTMLButtonElement;
  const status = html`<div class="status" role="status"></div>`;
  const charts = html`<div class="pair"></div>`;
  let latest = 0;

  const draw = (users: readonly FunnelStage[], sessions: readonly FunnelStage[], of?: string) => {
    const options = (unit: FunnelOptions["unit"]): FunnelOptions => ({formats, unit, of});
    charts.replaceChildren(funnelChart(users, options("users")), funnelChart(sessions, options("sessions")));
  };

  const show = async (filter: SessionFilter | undefined) => {
    const request = ++latest;
    select.value = filter ? filterKey(filter) : "";
    clear.disabled = !filter;
    if (!filter) {
      status.textContent = "Everybody in the data.";
      return draw(everybody.users, everybody.sessions);
    }
    status.textContent = `Counting ${describe(filter)} …`;
    try {
      const [users, sessions] = await queryFunnel(filter);
      if (request !== latest) return;
      draw(users?.stages ?? [], sessions?.stages ?? [], describe(filter));
      status.textContent = `Only sessions with ${describe(filter)}. Users count where such a session reached the stage.`;
    } catch (error) {
      if (request !== latest) return;
      status.textContent = `The filter could not be applied: ${error instanceof Error ? error.message : String(error)}`;
    }
  };

  const choose = (filter: SessionFilter | undefined) => {
    history.pushState(null, "", addressOf(filter));
    void show(filter);
  };
  select.addEventListener("change", () => choose(findChoice(choices, select.value)));
  clear.addEventListener("click", () => choose(undefined));
  addEventListener("popstate", () => void show(filterInAddress(choices)));
  void show(filterInAddress(choices));

  return html`<div>
    <div class="controls"><label>Show the funnel of ${select}</label>${clear}</div>
    ${status}${charts}
  </div>`;
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

function findChoice(choices: readonly FilterChoice[], key: string): SessionFilter | undefined {
  return choices.find((choice) => filterKey(choice) === key);
}

// only what the report offers: anything else in the address is ignored
function filterInAddress(choices: readonly FilterChoice[]): SessionFilter | undefined {
  const wanted = [...new URLSearchParams(location.search)].map(([dimension, value]) => filterKey({dimension, value}));
  return choices.find((choice) => wanted.includes(filterKey(choice)));
}

function addressOf(filter: SessionFilter | undefined): string {
  const search = filter ? `?${new URLSearchParams({[filter.dimension]: filter.value})}` : "";
  return `${location.pathname}${search}${location.hash}`;
}

function describe({dimension, value}: SessionFilter): string {
  return `${(names[dimension] ?? dimension).toLowerCase()}: ${value}`;
}
