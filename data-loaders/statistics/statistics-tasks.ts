import {readModels} from "../models.ts";
import {type Task, taskOf} from "../warehouse.ts";
import {funnelTasks} from "./funnels/funnel-tasks.ts";
import {survivalTasks} from "./survival/survival-tasks.ts";

/** What makes the tables of the schema `analysis`: its models, and what the methods of this folder compute from them. */
export function statisticsTasks(): Task[] {
  return [...readModels("analysis").map(taskOf), ...funnelTasks(), ...survivalTasks()];
}
