import {pageAddress} from "./selection/page-address.js";
import {dimensionNames, type SessionDimension} from "./selection/session-dimensions.js";
import type {Selection} from "./selection/selection.js";

/** What a finding is about, as the table `findings` has it. */
export interface FindingSubject {
  finding: string;
  /** what the sessions that it is about have in common; null where it is about all */
  dimension: string | null;
  value: string | null;
  /** days (both inclusive) that it is about; null where it is about the whole time */
  started_on: Date | null;
  ended_on: Date | null;
}

/** Where a finding's evidence can be looked at. */
export interface FindingPage {
  /** the page's address without its extension */
  page: string;
  /** the page's name in the sidebar */
  name: string;
  /** the sessions that the page is to show; those that the finding is about are added where it lists sessions */
  values?: Selection["values"];
}

const dropOff = {page: "drop-off", name: "Drop-off"};
const anomalies = {page: "anomalies", name: "Anomalies"};
const quality = {page: "data-quality", name: "Data quality"};
const cohorts = {page: "cohorts", name: "Cohorts"};
const merchandising = {page: "merchandising", name: "Merchandising"};
const traffic = {page: "traffic", name: "Traffic"};

/** The page of each finding by its name. */
export const findingPages: Readonly<Record<string, FindingPage>> = {
  "bot-traffic": anomalies,
  "cart-abandonment": {...dropOff, values: {last_stage: ["cart", "checkout"]}},
  "checkout-problems": dropOff,
  "days-without-events": anomalies,
  "largest-drop-off": {page: "funnel", name: "Funnel"},
  "last-click-credit": traffic,
  "lost-page-views": anomalies,
  "loyal-newcomers": cohorts,
  "missing-attributes": quality,
  "new-and-returning": cohorts,
  "products-nobody-buys": merchandising,
  "promotion-without-orders": anomalies,
  "recoverable-losses": dropOff,
  "rejected-events": quality,
  "repeated-events": quality,
  "revenue-concentration": merchandising,
  "suddenly-nameless": anomalies,
  "wasted-campaigns": traffic
};

/** Where a finding's evidence is to be seen: the page's name, and its address, with the sessions and days chosen that the finding is about. */
export function findingLink(
  subject: FindingSubject,
  {search}: {search?: string} = {}
): {name: string; address: string} | undefined {
  const found = Object.hasOwn(findingPages, subject.finding) ? findingPages[subject.finding] : undefined;
  if (!found) return undefined;
  const {page, name, values = {}} = found;
  // other pages show everybody, so that what stands out can be seen beside the rest
  const chosen = page === dropOff.page ? {...values, ...valuesOf(subject)} : {};
  const days = page === dropOff.page ? daysOf(subject) : {};
  return {name, address: pageAddress(page, chosen, {...days, ...(search !== undefined && {search})})};
}

function valuesOf({dimension, value}: FindingSubject): Selection["values"] {
  const isKnown = dimensionNames.includes(dimension as SessionDimension);
  return isKnown && value !== null ? {[dimension as SessionDimension]: [value]} : {};
}

function daysOf({started_on, ended_on}: FindingSubject): {from?: string; to?: string} {
  return started_on && ended_on ? {from: dayOf(started_on), to: dayOf(ended_on)} : {};
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
