import {html} from "npm:htl";
import {counted} from "../../shared/number-format.js";
import {dimensionNames} from "../../shared/selection/session-dimensions.js";
import {everybody, isEverybody, type Selection} from "../../shared/selection/selection.js";
import {builtDropOff, countDropOff, lostSessions, type SessionCount} from "../../shared/sessions/drop-off.js";
import {type FunnelStep, leftBrandsQuery} from "../../shared/sessions/drop-off-query.js";
import {countLeftBrands, type LeftBrand} from "../../shared/sessions/left-brands.js";
import {sessionOrder} from "../../shared/sessions/session-order.js";
import type {SessionTable} from "../../shared/sessions/session-table.js";
import {stageWords} from "../../shared/stage-words.js";
import type {ReportFormats} from "../report-formats.js";
import {beginFollowing, chooseSelection, currentSelection, onSelection} from "../selection/selection-store.js";
import {openCarts} from "../sessions/open-carts.js";
import {openSessions} from "../sessions/open-sessions.js";
import {dropOffBars} from "./drop-off-bars.js";
import {leftBrands} from "./left-brands.js";
import {type ListedSession, listedSession} from "./lost-columns.js";
import {lostList} from "./lost-list.js";
import type {ListOrder} from "./session-list.js";

/** A step of the funnel at which sessions can be lost. */
export interface DropOffStep extends FunnelStep {
  /** of the stage, as in `session_counts` */
  position: number;
  /** revenue per session that went on, in the currency unit; null where that cannot be told */
  value_per_session: number | null;
}

/** What the build knows of everybody's sessions. */
export interface BuiltDropOff {
  counts: readonly SessionCount[];
  steps: readonly DropOffStep[];
  /** the stage after which most are lost, which the list and the brands are of */
  worst: DropOffStep;
  /** the first of the sessions lost there, those that left most in their carts first */
  sessions: readonly ListedSession[];
  brands: readonly LeftBrand[];
}

/**
 * What becomes of sessions between two stages: bars by circumstances to choose from, what the lost ones left in their carts, and the list of them.
 * Of everybody it is what the build has counted; a choice starts DuckDB in the reader's browser, and what is there stays until that has answered.
 * The step lives in the address, beside the selection.
 */
export function dropOffExplorer(
  built: BuiltDropOff,
  {formats, hasPrices}: {formats: ReportFormats; hasPrices: boolean}
): {bars: HTMLElement; brands: HTMLElement; list: HTMLElement} {
  const defaultOrder: ListOrder = {column: hasPrices ? "cart_value" : "views", isReversed: false};
  const dimensions = dimensionNames.filter((name) => built.counts.some(({dimension}) => dimension === name));
  let selection = everybody;
  let order = defaultOrder;
  let isAllAsked = false;
  let latest = 0;

  const status = html`<div class="status" role="status"></div>`;
  const worth = html`<p class="remark"></p>`;
  const stepControl = html`<select>
    ${built.steps.map(
      ({stage, next}) => html`<option value=${stage}>${stageWords(stage).label} → ${stageWords(next).label}</option>`
    )}
  </select>` as unknown as HTMLSelectElement;
  stepControl.addEventListener("change", () => {
    const search = new URLSearchParams(location.search);
    search.set("step", stepControl.value);
    history.pushState(null, "", `${location.pathname}?${search}${location.hash}`);
    void show();
  });
  const bars = dropOffBars(
    {dropOff: builtDropOff(built.counts, built.worst.position), step: built.worst, selection},
    {formats, current: currentSelection, choose: chooseSelection}
  );
  const brands = html`<div class="following"></div>`;
  const list = lostList({
    dimensions,
    hasPrices,
    formats,
    sort: (chosen) => {
      order = chosen;
      void show();
    },
    showAll: () => {
      isAllAsked = true;
      void show();
    }
  });
  const element = html`<div class="following">
    <div class="controls"><label>Between ${stepControl}</label></div>
    ${status} ${bars.element} ${worth}
  </div>`;

  function currentStep(): DropOffStep {
    const asked = new URLSearchParams(location.search).get("step");
    return built.steps.find(({stage}) => stage === asked) ?? built.worst;
  }

  async function show(): Promise<void> {
    const request = ++latest;
    const step = currentStep();
    stepControl.value = step.stage;
    const isAll = isEverybody(selection);
    if (isAll) showBars(builtDropOff(built.counts, step.position), step);
    if (isAll && step === built.worst && order === defaultOrder && !isAllAsked) return showBuilt(step);
    const timer = setTimeout(() => request === latest && wait(), 150);
    try {
      const table = (await openSessions()).select(selection);
      if (request !== latest) return;
      if (!isAll) showBars(countDropOff(table, table.columns.stages.indexOf(step.stage)), step);
      const lost = showList(table, step);
      const carts = await openCarts();
      if (request !== latest) return;
      showBrands(countLeftBrands(carts, lost, table.length), step);
      settle("");
    } catch (error) {
      if (request === latest) {
        settle(`The sessions could not be counted: ${error instanceof Error ? error.message : String(error)}`);
      }
    } finally {
      clearTimeout(timer);
    }
  }

  function showBars(dropOff: ReturnType<typeof builtDropOff>, step: DropOffStep): void {
    bars.show({dropOff, step, selection});
    worth.textContent = worthText(dropOff.lost, step, formats);
  }

  function showBuilt(step: DropOffStep): void {
    const {lost} = builtDropOff(built.counts, step.position);
    const session = (place: number) => built.sessions[place] as ListedSession;
    list.show({matching: lost, there: built.sessions.length, session, order});
    showBrands(built.brands, step);
    settle("");
  }

  function showList(table: SessionTable, step: DropOffStep): Uint32Array {
    const places = lostSessions(table, table.columns.stages.indexOf(step.stage), sessionOrder(table, order.column));
    const {length} = places;
    list.show({
      matching: length,
      there: length,
      session: (place) => listedSession(table, places[order.isReversed ? length - 1 - place : place] as number),
      order
    });
    return places;
  }

  function showBrands(left: readonly LeftBrand[], step: DropOffStep): void {
    brands.replaceChildren(leftBrands(left, {formats, query: leftBrandsQuery(step, selection)}));
  }

  function wait(): void {
    element.setAttribute("aria-busy", "true");
    status.textContent = "Counting the chosen sessions …";
  }

  function settle(text: string): void {
    element.removeAttribute("aria-busy");
    status.textContent = text;
  }

  beginFollowing();
  void show();
  onSelection((chosen: Selection) => {
    selection = chosen;
    void show();
  });
  return {bars: element, brands, list: list.element};
}

function worthText(lost: number, {next, value_per_session}: DropOffStep, formats: ReportFormats): string {
  if (value_per_session === null || lost < 100) return "";
  const {did} = stageWords(next);
  return `A session that ${did} brings ${formats.money(value_per_session)} on average. If one in a hundred of the ${counted(lost, "session", "sessions", formats)} went on like those, that would bring about ${formats.roughMoney((lost / 100) * value_per_session)}: a scenario, not a forecast.`;
}
