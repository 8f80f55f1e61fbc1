import {expect, test} from "vitest";
import {neededTasks} from "../../data-loaders/needed-tasks.ts";
import type {Task} from "../../data-loaders/warehouse.ts";

const tasks = [
  task("sum", ["pair", "given"]),
  task("other", ["sum"]),
  task("first", ["given"]),
  task("pair", ["first"], ["twin"])
];

test("neededTasks(tasks, tables) keeps what makes the tables, and what that reads, in the given order", () => {
  expect(names(["sum"])).toEqual(["sum", "first", "pair"]);
});

test("neededTasks(tasks, tables) knows a task by what it makes besides", () => {
  expect(names(["twin"])).toEqual(["first", "pair"]);
});

test("neededTasks(tasks, tables) leaves out tables that none makes", () => {
  expect(names(["given"])).toEqual([]);
  expect(names([])).toEqual([]);
});

function names(tables: string[]): string[] {
  return neededTasks(tasks, tables).map(({table}) => table);
}

function task(table: string, reads: string[], others: string[] = []): Task {
  return {table, reads, others, run: () => Promise.resolve()};
}
