import {readModels} from "../models.ts";
import {type Task, taskOf} from "../warehouse.ts";
import {anomalyTasks} from "./anomalies/anomaly-tasks.ts";

/** What makes the tables of the schema `analysis`: its models, and what the methods of this folder compute from them. */
export function statisticsTasks(): Task[] {
  return [...readModels("analysis").map(taskOf), ...anomalyTasks()];
}
