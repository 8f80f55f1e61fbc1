import {readModels} from "../models.ts";
import {type Task, taskOf} from "../warehouse.ts";
import {comparisonTask} from "./comparison-task.ts";
import {driverTask} from "./driver-tasks.ts";
import {impactTask} from "./impact-task.ts";

/** What makes the tables of the schema `analysis`: its models, and what the methods of this folder compute from them. */
export function statisticsTasks(): Task[] {
  return [...readModels("analysis").map(taskOf), comparisonTask, driverTask, impactTask];
}
