import {describe, expect, test} from "vitest";
import {demoTableNames, demoTables} from "../../../data-loaders/demo-store/schema.ts";

test("demoTables are the thirteen tables, each once", () => {
  expect(demoTables.map(({name}) => name)).toEqual([...demoTableNames]);
  expect(new Set(demoTableNames).size).toBe(13);
});

describe.each(demoTables)("the table $name", ({name, grain, primaryKey, columns}) => {
  test("says what it is, and its columns too, each under a name of its own", () => {
    const names = columns.map((column) => column.name);
    expect(names).toEqual([...new Set(names)]);
    expect(names.filter((column) => !/^[a-z]+(_[a-z]+)*$/.test(column))).toEqual([]);
    expect([grain, ...columns.map(({description}) => description)].filter((text) => !text.trim())).toEqual([]);
  });

  test("has a primary key of columns that are never missing", () => {
    const keys = columns.filter((column) => primaryKey.includes(column.name));
    expect(keys.map((column) => column.name)).toEqual([...primaryKey]);
    expect(keys.filter(({isNullable}) => isNullable)).toEqual([]);
    expect(primaryKey.length).toBeGreaterThan(0);
  });

  test("refers only to tables before it, with a primary key of one column of the same type", () => {
    const before = demoTables.slice(0, demoTableNames.indexOf(name));
    for (const {name: column, type, references} of columns.filter(({references}) => references)) {
      const target = before.find((table) => table.name === references);
      expect(target?.primaryKey, `${name}.${column}`).toHaveLength(1);
      const key = target?.columns.find((candidate) => candidate.name === target.primaryKey[0]);
      expect(key?.type, `${name}.${column}`).toBe(type);
    }
  });
});
