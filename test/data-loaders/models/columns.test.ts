import {expect, test} from "vitest";
import {parseConfiguration} from "../../../data-loaders/configuration.ts";
import {writeFindings} from "../../../data-loaders/findings/write-findings.ts";
import {columnDescriptions} from "../../../data-loaders/models/columns.ts";
import {buildWarehouse} from "../../fixtures/build-warehouse.ts";
import {event} from "../../fixtures/raw-event.ts";

test("columnDescriptions describes every published column", async () => {
  const warehouse = await buildWarehouse([event("2024-01-01 10:00:00", "view", "ann")]);
  await writeFindings(warehouse, parseConfiguration({}));
  const columns = await warehouse.rows(
    "select distinct column_name from information_schema.columns where table_schema = 'marts'"
  );
  expect(columns.length).toBeGreaterThan(80);
  expect(columns.map(({column_name}) => String(column_name)).filter((name) => !columnDescriptions[name])).toEqual([]);
});
