import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  chartMarks,
  type Notebook,
  notebookAddress,
  notebookInAddress,
  readNotebook,
  tableCell,
  writeNotebook
} from "../../../../src/shared/notebook/notebook-address.ts";

const exampleOf = (table: string) => (table === "brands" ? "select * from brands" : undefined);

describe("writeNotebook(notebook) and readNotebook(hash)", () => {
  test("give back any notebook as it was", () => {
    const name = fc.option(fc.string(), {nil: undefined});
    const cell = fc.record({
      sql: fc.string(),
      isChart: fc.boolean(),
      chart: fc.record({
        mark: fc.option(fc.constantFrom(...chartMarks), {nil: undefined}),
        x: name,
        y: name,
        color: name
      })
    });
    const notebook = fc.record({name: fc.string(), cells: fc.array(cell, {minLength: 1, maxLength: 5})});
    fc.assert(
      fc.property(notebook, (written: Notebook) => {
        // what an address does to its own text
        const {hash} = new URL(`https://shop.example/explore#${writeNotebook(written)}`);
        expect(readNotebook(hash)).toEqual(written);
      })
    );
  });

  test("write parameters that a person can read", () => {
    const cells = [
      {sql: "select 1", isChart: true, chart: {mark: "line", x: "week", color: ""} as const},
      tableCell("from b")
    ];
    expect(writeNotebook({name: "Weeks", cells})).toBe(
      "name=Weeks&sql=select+1&show=chart&mark=line&x=week&color=&sql=from+b"
    );
  });

  test("readNotebook(hash) ignores what is no notebook, and more cells than a page can show", () => {
    expect(readNotebook("")).toBeUndefined();
    expect(readNotebook("#section")).toBeUndefined();
    expect(readNotebook("#mark=line&x=a&sql=a&mark=pie&show=all&other=1&%E0%A4%A")).toEqual({
      name: "",
      cells: [{sql: "a", isChart: false, chart: {mark: undefined}}]
    });
    expect(readNotebook(`#${"sql=a&".repeat(1000)}`)?.cells.length).toBe(50);
  });
});

test("notebookInAddress(address, exampleOf) reads the hash, else ?sql=, else the example of ?table=", () => {
  const read = (search: string, hash = "") => notebookInAddress({search, hash}, exampleOf)?.cells.map(({sql}) => sql);
  expect(read("?sql=a", "#sql=b&sql=c")).toEqual(["b", "c"]);
  expect(read("?sql=select+%27%26%27&table=brands")).toEqual(["select '&'"]);
  expect(read("?table=brands")).toEqual(["select * from brands"]);
  expect(read("?table=nothing")).toBeUndefined();
  expect(read("?device=mobile")).toBeUndefined();
});

test("notebookAddress(notebook, address) keeps the other parameters of the page", () => {
  const notebook = {name: "", cells: [tableCell("select 1")]};
  expect(notebookAddress(notebook, {pathname: "/shop/explore", search: "?device=mobile&sql=a&table=b"})).toBe(
    "/shop/explore?device=mobile#sql=select+1"
  );
  expect(notebookAddress(notebook, {pathname: "/explore", search: "?sql=a"})).toBe("/explore#sql=select+1");
});
