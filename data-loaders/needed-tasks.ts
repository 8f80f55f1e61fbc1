import type {Task} from "./warehouse.ts";

/** Of tasks, those that make some tables or what is needed for these, in the order in which they are given; tables that none makes are left out. */
export function neededTasks(tasks: readonly Task[], tables: readonly string[]): Task[] {
  const makers = new Map(tasks.flatMap((task) => [task.table, ...(task.others ?? [])].map((table) => [table, task])));
  const needed = new Set<Task>();
  const need = (table: string): void => {
    const task = makers.get(table);
    if (!task || needed.has(task)) return;
    needed.add(task);
    task.reads.forEach(need);
  };
  tables.forEach(need);
  return tasks.filter((task) => needed.has(task));
}
