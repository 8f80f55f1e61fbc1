import {expect, test} from "vitest";
import {selectionCondition} from "../../../../src/shared/selection/selection-sql.ts";

test.each([
  [{values: {}}, "true"],
  [{values: {device: ["mobile", "it's"], source: []}}, `"device" in ('mobile', 'it''s')`],
  [
    {values: {visitor: ["new"]}, from: "2021-01-01", to: "2021-01-31"},
    `"visitor" in ('new') and started_on >= date '2021-01-01' and started_on <= date '2021-01-31'`
  ]
])("selectionCondition(%j) is %s", (selection, sql) => expect(selectionCondition(selection)).toBe(sql));
