import {type ConversionWindow, conversionWindows} from "../../shared/funnel/conversion-windows.js";
import type {FunnelDefinition} from "../../shared/funnel/funnel-definition.js";
import type {SessionFilter} from "../sessions/session-database.js";

/** What the funnel shows: how it is counted, and of whom. */
export interface FunnelView extends Pick<FunnelDefinition, "order" | "isOpen"> {
  window: ConversionWindow;
  /** everybody where there is none */
  filter?: SessionFilter | undefined;
}

/** The headline's way of counting: people who have each stage, whenever that was. */
export const headlineView: FunnelView = {order: "any", window: "none", isOpen: true};

/** The view that the page's address asks for, as far as the report offers it: anything else in the address is ignored. */
export function viewInAddress(filters: readonly SessionFilter[]): FunnelView {
  const search = new URLSearchParams(location.search);
  const window = search.get("window") ?? "";
  return {
    order: search.get("order") === "ordered" ? "ordered" : "any",
    window: Object.hasOwn(conversionWindows, window) ? (window as ConversionWindow) : "none",
    isOpen: search.get("entry") !== "first",
    filter: filters.find(({dimension, value}) => search.get(dimension) === value)
  };
}

/** The address of a view; the page's own for the headline. */
export function addressOfView({order, window, isOpen, filter}: FunnelView): string {
  const search = new URLSearchParams({
    ...(filter && {[filter.dimension]: filter.value}),
    ...(order === "ordered" && {order}),
    ...(window !== "none" && {window}),
    ...(!isOpen && {entry: "first"})
  }).toString();
  return `${location.pathname}${search && `?${search}`}${location.hash}`;
}

/** Whether two views count in the same way, whomever. */
export function isCountedAlike(a: FunnelView, b: FunnelView): boolean {
  return a.order === b.order && a.window === b.window && a.isOpen === b.isOpen;
}

/** How a view counts, as "in order, within 7 days of entering"; a session's funnel has no other window. */
export function describeWay({order, window, isOpen}: FunnelView, unit: FunnelDefinition["unit"]): string {
  const within =
    unit === "sessions" || window === "none"
      ? ""
      : window === "session"
        ? ", in the session in which they enter"
        : `, within ${window} of entering`;
  const closed = order === "any" ? ", with every stage before it" : ", from the first stage on";
  return `${order === "any" ? "in any order" : "in order"}${within}${isOpen ? "" : closed}`;
}
