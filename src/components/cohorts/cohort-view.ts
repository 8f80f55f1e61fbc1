import {moneyMetrics, peopleMetrics, saysSomething} from "./cohort-metrics.js";
import type {CohortKind, PeriodKind} from "./cohort-rows.js";

/** Which cohorts are shown, and by what. */
export interface CohortView {
  kind: CohortKind;
  period: PeriodKind;
  /** whose cohorts: a value of a dimension; all of all for everybody */
  dimension: string;
  value: string;
  /** names of metrics */
  people: string;
  money: string;
}

/** What can be chosen: periods that have something to show, and values of dimensions. */
export interface CohortChoices {
  periods: readonly PeriodKind[];
  groups: readonly {dimension: string; value: string}[];
}

const ownNames = ["cohorts", "by", "of", "came", "money"];

/** The view that an address asks for, as far as it can be chosen; all else in the address is ignored. */
export function readCohortView(search: string, {periods, groups}: CohortChoices): CohortView {
  const parameters = new URLSearchParams(search);
  const kind = parameters.get("cohorts") === "buyers" ? "first_purchase" : "first_visit";
  const group = groups.find((group) => parameters.get("of") === groupName(group));
  const people = peopleMetrics.find(({name}) => name === parameters.get("came")) ?? peopleMetrics[0];
  const money = moneyMetrics.find(({name}) => name === parameters.get("money")) ?? moneyMetrics[0];
  return {
    kind,
    period: periods.find((period) => period === parameters.get("by")) ?? periods[0] ?? "month",
    dimension: group?.dimension ?? "all",
    value: group?.value ?? "all",
    people: people && saysSomething(people, kind) ? people.name : "bought",
    money: money?.name ?? ""
  };
}

/** An address's query with a view in place of the one in it; all else in it stays, and what is shown unless told is not named. */
export function writeCohortView(view: CohortView, search: string, {periods}: CohortChoices): string {
  const parameters = new URLSearchParams(search);
  for (const name of ownNames) parameters.delete(name);
  if (view.kind === "first_purchase") parameters.set("cohorts", "buyers");
  if (view.period !== periods[0]) parameters.set("by", view.period);
  if (view.dimension !== "all") parameters.set("of", groupName(view));
  if (view.people !== peopleMetrics[0]?.name) parameters.set("came", view.people);
  if (view.money !== moneyMetrics[0]?.name) parameters.set("money", view.money);
  const text = parameters.toString();
  return text && `?${text}`;
}

/** A value of a dimension as the address names it. */
export function groupName({dimension, value}: Pick<CohortView, "dimension" | "value">): string {
  return `${dimension}:${value}`;
}
