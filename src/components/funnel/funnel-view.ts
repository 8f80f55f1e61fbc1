import {type ConversionWindow, conversionWindows} from "../../shared/funnel/conversion-windows.js";
import type {FunnelDefinition} from "../../shared/funnel/funnel-definition.js";

/** How the funnel counts. */
export interface FunnelView extends Pick<FunnelDefinition, "order" | "isOpen"> {
  window: ConversionWindow;
}

/** The headline's way of counting: people who have each stage, whenever that was. */
export const headlineView: FunnelView = {order: "any", window: "none", isOpen: true};

/** The view that the page's address asks for, as far as the report offers it: anything else in the address is ignored. */
export function viewInAddress(): FunnelView {
  const search = new URLSearchParams(location.search);
  const window = search.get("window") ?? "";
  return {
    order: search.get("order") === "ordered" ? "ordered" : "any",
    window: Object.hasOwn(conversionWindows, window) ? (window as ConversionWindow) : "none",
    isOpen: search.get("entry") !== "first"
  };
}

/** The page's address with a view in place of the one in it; the headline gives no parameter. */
export function addressOfView({order, window, isOpen}: FunnelView): string {
  const search = new URLSearchParams(location.search);
  for (const name of ["order", "window", "entry"]) search.delete(name);
  if (order === "ordered") search.set("order", order);
  if (window !== "none") search.set("window", window);
  if (!isOpen) search.set("entry", "first");
  const text = search.toString();
  return `${location.pathname}${text && `?${text}`}${location.hash}`;
}

/** Whether two views count in the same way. */
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
