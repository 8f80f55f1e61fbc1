import {html} from "npm:htl";
import {type CohortMetric, moneyMetrics, peopleMetrics, saysSomething} from "./cohort-metrics.js";
import type {CohortKind, PeriodKind} from "./cohort-rows.js";
import {type CohortChoices, type CohortView, groupName} from "./cohort-view.js";

/** The controls of the cohorts, and what makes them show a view. */
export interface CohortControls {
  /** which cohorts */
  cohorts: HTMLElement;
  /** what their people did */
  people: HTMLElement;
  /** what they brought in */
  money: HTMLElement;
  show: (view: CohortView) => void;
}

const kinds: Record<CohortKind, string> = {first_visit: "their first visit", first_purchase: "their first purchase"};
const periodNames: Record<PeriodKind, string> = {month: "Months", week: "Weeks"};
const dimensionNames: Record<string, string> = {device: "Device", source: "Source", segment: "Segment"};

/** Controls for which cohorts are shown and by what. They tell `choose` what the reader chose. */
export function cohortControls(choices: CohortChoices, choose: (view: CohortView) => void): CohortControls {
  const kind = select(Object.entries(kinds));
  const period = select(choices.periods.map((period) => [period, periodNames[period]]));
  const group = groupSelect(choices.groups);
  const people = select(peopleMetrics.map(({name}) => [name, name]));
  const money = select(moneyMetrics.map(({name}) => [name, name]));
  const chosen = (): CohortView => {
    const {dimension = "all", value = "all"} = choices.groups.find((item) => groupName(item) === group.value) ?? {};
    return {
      kind: kind.value as CohortKind,
      period: period.value as PeriodKind,
      dimension,
      value,
      people: people.value,
      money: money.value
    };
  };
  for (const control of [kind, period, group, people, money]) {
    control.addEventListener("change", () => choose(chosen()));
  }
  return {
    cohorts: html`<div class="controls">
      <label>People by ${kind}</label>
      <label>In ${period}</label>
      ${choices.groups.length ? html`<label>Of whom ${group}</label>` : ""}
    </div>`,
    people: html`<div class="controls"><label>What counts ${people}</label></div>`,
    money: html`<div class="controls"><label>What counts ${money}</label></div>`,
    show: (view) => {
      kind.value = view.kind;
      period.value = view.period;
      group.value = view.dimension === "all" ? "" : groupName(view);
      nameMetrics(people, peopleMetrics, view);
      people.value = view.people;
      nameMetrics(money, moneyMetrics, view);
      money.value = view.money;
    }
  };
}

// what a metric is called depends on the cohorts
function nameMetrics(control: HTMLSelectElement, metrics: readonly CohortMetric[], {kind, period}: CohortView): void {
  metrics.forEach((metric, i) => {
    const option = control.options[i];
    if (!option) return;
    option.textContent = metric.label(kind, period);
    option.disabled = !saysSomething(metric, kind);
  });
}

function select(options: (readonly [value: string, label: string])[]): HTMLSelectElement {
  return html`<select>
    ${options.map(([value, label]) => html`<option value=${value}>${label}</option>`)}
  </select>` as unknown as HTMLSelectElement;
}

function groupSelect(groups: CohortChoices["groups"]): HTMLSelectElement {
  const dimensions = [...new Set(groups.map(({dimension}) => dimension))];
  return html`<select>
    <option value="">Everybody</option>
    ${dimensions.map(
      (dimension) =>
        html`<optgroup label=${dimensionNames[dimension] ?? dimension}>
          ${groups
            .filter((group) => group.dimension === dimension)
            .map((group) => html`<option value=${groupName(group)}>${group.value}</option>`)}
        </optgroup>`
    )}
  </select>` as unknown as HTMLSelectElement;
}
