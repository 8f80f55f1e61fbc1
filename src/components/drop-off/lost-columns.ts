import {durationText} from "../../shared/duration-text.js";
import {type SessionDimension, sessionDimensions} from "../../shared/selection/session-dimensions.js";
import {valueLabel} from "../../shared/selection/value-label.js";
import {dayAfter, type SessionTable} from "../../shared/sessions/session-table.js";
import type {ReportFormats} from "../report-formats.js";
import type {SessionListColumn} from "./session-list.js";

/** A session as the list shows it: what the table `sessions` says of it. */
export interface ListedSession {
  started_on: Date;
  started_hour: number;
  seconds: number;
  views: number;
  cart_value: number | null;
  category: string | null;
  last_stage: string | null;
  [dimension: string]: unknown;
}

// in the list they have columns of their own, or none
const ownColumns: SessionDimension[] = ["category", "last_stage", "cart_bucket"];

/** The list's columns for sessions that have some dimensions, and prices or none. */
export function lostColumns(
  dimensions: readonly SessionDimension[],
  {hasPrices}: {hasPrices: boolean}
): SessionListColumn[] {
  return [
    {name: "day", label: "Began (UTC)", width: 150},
    {name: "views", label: "Saw", width: 190},
    {name: "last_stage", label: "Last event", width: 140, isName: true},
    ...(hasPrices ? [{name: "cart_value", label: "Left in the cart", width: 130, isNumber: true}] : []),
    {name: "seconds", label: "Stayed", width: 120},
    ...dimensions
      .filter((name) => !ownColumns.includes(name))
      .map((name) => ({name, label: sessionDimensions[name], width: name === "segment" ? 190 : 120, isName: true}))
  ];
}

/** The cells of a session under the list's columns. */
export function lostCells(
  session: ListedSession,
  columns: readonly SessionListColumn[],
  formats: ReportFormats
): string[] {
  return columns.map(({name}) => cellText(name, session, formats));
}

/** A session of the table in columns, as the list shows it. */
export function listedSession({columns}: SessionTable, place: number): ListedSession {
  const measure = (name: string): number => columns.measures[name]?.[place] ?? 0;
  const values = Object.entries(columns.dimensions).map(
    ([name, {values, codes}]) => [name, values[codes[place] as number] ?? null] as const
  );
  return {
    started_on: new Date(dayAfter(columns.firstDay, columns.days[place] as number)),
    started_hour: measure("started_hour"),
    seconds: measure("seconds"),
    views: measure("views"),
    cart_value: measure("cart_value"),
    category: null,
    last_stage: null,
    ...Object.fromEntries(values)
  };
}

function cellText(name: string, session: ListedSession, formats: ReportFormats): string {
  const {started_on, started_hour, seconds, views, cart_value, category} = session;
  switch (name) {
    case "day":
      return `${started_on.toISOString().slice(0, 10)}, ${String(started_hour).padStart(2, "0")}:00`;
    case "views":
      return `${views === 1 ? "1 product" : `${formats.count(views)} products`}${category ? ` · ${category}` : ""}`;
    case "cart_value":
      return cart_value ? formats.money(cart_value) : "";
    case "seconds":
      return seconds > 0 ? durationText(seconds, formats) : "one event";
    default: {
      const value = session[name];
      return typeof value === "string" ? valueLabel(name as SessionDimension, value, formats) : "";
    }
  }
}
