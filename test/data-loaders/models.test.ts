import {expect, test} from "vitest";
import {layers, type Model, orderModels, readModels, readModelText} from "../../data-loaders/models.ts";

test("orderModels(models) puts models after those that they read", () => {
  const models = [model("core.c", "core.b", "raw.events"), model("core.a"), model("core.b", "core.a")];
  expect(orderModels(models).map(({table}) => table)).toEqual(["core.a", "core.b", "core.c"]);
});

test("orderModels(models) otherwise keeps the order", () => {
  expect(orderModels([model("core.b"), model("core.a")]).map(({table}) => table)).toEqual(["core.b", "core.a"]);
  expect(orderModels([])).toEqual([]);
});

test("orderModels(models) throws when models read each other in a circle", () => {
  expect(() => orderModels([model("core.a", "core.b"), model("core.b", "core.c"), model("core.c", "core.a")])).toThrow(
    "models read each other: core.a → core.b → core.c → core.a"
  );
  expect(() => orderModels([model("core.a", "core.a")])).toThrow("models read each other: core.a → core.a");
});

test("readModels(layer) reads only its own layer and those before it", () => {
  for (const [i, layer] of layers.entries()) {
    const later = layers.slice(i + 1);
    const reads = readModels(layer).flatMap((model) => model.reads);
    expect(reads.filter((table) => later.some((name) => table.startsWith(`${name}.`)))).toEqual([]);
  }
});

test("readModels('core') and readModels('marts') read no raw tables", () => {
  const reads = [...readModels("core"), ...readModels("marts")].flatMap((model) => model.reads);
  expect(reads.filter((table) => table.startsWith("raw."))).toEqual([]);
});

test("readModels('marts') ends each model with its order", () => {
  for (const {table, sql} of readModels("marts")) {
    expect(sql.trimEnd().split("\n").at(-1), table).toMatch(/^order by /);
  }
});

test("readModels(layer) takes what one row stands for from the first line", () => {
  const kpis = readModels("marts").find(({name}) => name === "kpis");
  expect(kpis).toMatchObject({table: "marts.kpis", grain: "one row per report: the key figures"});
  expect(kpis?.reads).toEqual(["core.users", "core.sessions", "core.columns", "settings.thresholds"]);
});

test("readModelText(layer, name) is the file as it stands", () => {
  expect(readModelText("core", "stages")).toMatch(/^-- one row per stage/);
});

function model(table: string, ...reads: string[]): Model {
  const name = table.slice("core.".length);
  return {table, name, grain: "one row", sql: "select 1", isView: false, reads};
}
