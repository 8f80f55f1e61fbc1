import {expect, test} from "vitest";
import {type ColumnType, inferType} from "../../../data-loaders/sources/infer-type.ts";

test.each<[string[], string, ColumnType]>([
  [[], "x", "empty"],
  [["", " "], "x", "empty"],
  [["true", "FALSE"], "is_new", "true/false"],
  [["1", "-2"], "quantity", "integer"],
  [["1515915625353457259"], "x", "integer id"],
  [["12", "13"], "user_id", "integer id"],
  [["12", "13"], "itemId", "integer id"],
  [["1.5", "2", "1e3"], "price", "decimal"],
  [["1614592800"], "ts", "seconds since 1970"],
  [["1614592800.123"], "createdAt", "seconds since 1970"],
  [["1614592800000"], "timestamp", "milliseconds since 1970"],
  [["1614592800000000"], "event_timestamp", "microseconds since 1970"],
  [["1614592800"], "category", "integer"],
  [["2021-01-31"], "x", "date"],
  [["2021-01-31 10:00:00 UTC", "2021-01-31T10:00:00.5+01:00"], "x", "time"],
  [["31/01/2021 10:00", "2021/01/31", "31.1.2021"], "date", "time, not ISO"],
  [['{"a":1}'], "properties", "object"],
  [["[1]"], "products", "list"],
  [["view", "1"], "event", "text"],
  [[...Array.from({length: 19}, () => "2021-01-31 10:00:00"), "NaT"], "event_time", "time"]
])("inferType(%j, %s) gives %s", (values, name, type) => {
  expect(inferType(values, name)).toBe(type);
});
