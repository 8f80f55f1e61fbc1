import {expect, test} from "vitest";
import type {InputFile} from "../../../data-loaders/sources/inspect-file.ts";
import {checkMappedColumns, findColumns} from "../../../data-loaders/sources/open-file.ts";

const file: InputFile = {
  path: "shop.csv",
  format: "csv",
  compression: "none",
  encoding: "utf-8",
  delimiter: ",",
  columns: ["event_time", "event_type", "customer", "preis"],
  emptyLines: 0,
  hasOddLineEnds: false
};

test("findColumns(file, mapped) gives the file's names for our columns", () => {
  expect(findColumns(file, {user_id: "customer", price: "preis", brand: "marke"})).toEqual({
    event_time: "event_time",
    event_type: "event_type",
    user_id: "customer",
    price: "preis"
  });
});

test("findColumns(file, mapped) throws with a guess when a column is missing that every event needs", () => {
  expect(() => findColumns(file, {user_id: "custommer"})).toThrow(
    'shop.csv, line 1: there is no column "custommer" for user_id; did you mean "customer"?; the file has event_time, ' +
      "event_type, customer, preis. Name the file's column in report.config.ts, events.columns.user_id"
  );
});

test("findColumns(file, mapped, given) asks for no column that comes from elsewhere", () => {
  expect(findColumns(file, {}, ["user_id"])).toEqual({event_time: "event_time", event_type: "event_type"});
});

test("checkMappedColumns(files, mapped) throws when no file has a column that is named", () => {
  expect(() => checkMappedColumns([file, {...file, columns: ["marke"]}], {brand: "marke"})).not.toThrow();
  expect(() => checkMappedColumns([file, file], {price: "pres"})).toThrow(
    'shop.csv and 1 more: there is no column "pres" for price; did you mean "preis"?; the file has event_time, ' +
      "event_type, customer, preis. Correct report.config.ts, events.columns.price"
  );
});
