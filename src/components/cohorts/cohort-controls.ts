import {html} from "npm:htl";
import {type ChoiceControl, choiceControl} from "../controls/choice-control.js";
import {moneyMetrics, peopleMetrics, saysSomething} from "./cohort-metrics.js";
import type {CohortChoice, CohortGroups, CohortView} from "./cohort-view.js";

/** The controls of the cohorts, and what makes them show a choice. */
export interface CohortControls {
  /** which cohorts */
  cohorts: HTMLElement;
  /** what their people did */
  people: HTMLElement;
  /** what they brought in */
  money: HTMLElement;
  show: (choice: CohortChoice, view: CohortView) => void;
}

const periodNames: Record<string, string> = {month: "Months", week: "Weeks"};

/** Controls for which cohorts are shown and by what. They tell `choose` what the reader chose. */
export function cohortControls(
  {periods, groups}: {periods: readonly string[]; groups: CohortGroups},
  choose: (change: Partial<CohortChoice>) => void
): CohortControls {
  const kind = choiceControl<string>(
    "People by",
    [
      ["visitors", "their first visit"],
      ["buyers", "their first purchase"]
    ],
    (cohorts) => choose({cohorts})
  );
  const period = choiceControl(
    "In",
    periods.map((period) => [period, periodNames[period] ?? period]),
    (by) => choose({by})
  );
  const group = choiceControl(
    "Of whom",
    [...groups.keys()].map((name) => [name, name === "everybody" ? "Everybody" : name]),
    (of) => choose({of})
  );
  const [people, money] = [html`<div class="controls"></div>`, html`<div class="controls"></div>`];
  let metrics: {people: ChoiceControl<string>; money: ChoiceControl<string>} | undefined;
  let named = "";
  return {
    cohorts: html`<div class="controls">${kind.element}${period.element}${groups.size > 1 ? group.element : ""}</div>`,
    people,
    money,
    show: ({cohorts, by, of}, view) => {
      kind.show(cohorts);
      period.show(by);
      group.show(of);
      // what metrics are called, and which say something, depends on the cohorts
      if (!metrics || named !== view.kind + view.period) {
        named = view.kind + view.period;
        metrics = metricControls(view, choose);
        people.replaceChildren(metrics.people.element);
        money.replaceChildren(metrics.money.element);
      }
      metrics.people.show(view.people.name);
      metrics.money.show(view.money.name);
    }
  };
}

function metricControls({kind, period}: CohortView, choose: (change: Partial<CohortChoice>) => void) {
  const offered = peopleMetrics.filter((metric) => saysSomething(metric, kind));
  return {
    people: choiceControl(
      "What counts",
      offered.map(({name, label}) => [name, label(kind, period)]),
      (came) => choose({came})
    ),
    money: choiceControl(
      "What counts",
      moneyMetrics.map(({name, label}) => [name, label(kind, period)]),
      (money) => choose({money})
    )
  };
}
