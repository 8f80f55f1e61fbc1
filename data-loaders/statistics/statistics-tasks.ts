import {numberFormat} from "../../src/shared/number-format.ts";
import type {ReportConfiguration} from "../configuration.ts";
import {readModels} from "../models.ts";
import {type Task, taskOf} from "../warehouse.ts";
import {anomalyTasks} from "./anomalies/anomaly-tasks.ts";
import {attributionTasks} from "./attribution/attribution-tasks.ts";
import {cohortComparisonTask} from "./comparisons/cohort-comparison-task.ts";
import {comparisonTask} from "./comparisons/comparison-task.ts";
import {driverTask} from "./drivers/driver-tasks.ts";
import {funnelTasks} from "./funnels/funnel-tasks.ts";
import {impactTask} from "./impact/impact-task.ts";
import {survivalTasks} from "./survival/survival-tasks.ts";

/** What makes the tables of the schema `analysis`: its models, and what the methods of this folder compute from them. */
export function statisticsTasks({locale, currency}: Pick<ReportConfiguration, "locale" | "currency">): Task[] {
  const models = readModels("analysis").map(taskOf);
  return [
    ...models,
    ...anomalyTasks(numberFormat(locale, currency)),
    ...attributionTasks(),
    cohortComparisonTask,
    comparisonTask,
    driverTask,
    ...funnelTasks(),
    impactTask,
    ...survivalTasks()
  ];
}
