import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {Warehouse} from "../../../data-loaders/warehouse.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";
import {cleanAndSelect, cleanFiles} from "./clean-files.ts";

const event = "timestamp '2024-01-01 10:00:00' as event_time, 'view' as event_type, 'ann' as user_id";

test("cleanInputs of Parquet keeps big ids, decimals and text exactly", async () => {
  const bytes = await parquet(`select timestamp '2024-01-01 10:00:00.123456' as event_time, 'view' as event_type,
    1515915625400000001 as user_id, 12345678901234567890123::hugeint as product_id, 0.1::float as price, 3::tinyint as quantity,
    'a'::blob as brand, uuid '00000000-0000-0000-0000-000000000001' as user_session, ['x'] as city, {'k': 1} as page, true as device`);
  const query = `select cast(event_at as varchar) as event_at, user_id, product_id, cast(price as varchar) as price,
    cast(quantity as varchar) as quantity, brand, user_session, city, page, device from raw.read_events`;
  const {accounting, rows} = await cleanAndSelect({"events.parquet": bytes}, {}, query);
  expect(accounting).toEqual({clean: 1, duplicates: 0, rejected: []});
  expect(rows).toEqual([
    {
      event_at: "2024-01-01 10:00:00.123456",
      user_id: "1515915625400000001",
      // Parquet has no integers this large: DuckDB itself writes them as floating-point numbers
      product_id: "1.2345678901234568e+22",
      price: "0.1000",
      quantity: "3.0000",
      brand: "a",
      user_session: "00000000-0000-0000-0000-000000000001",
      city: "[x]",
      page: "{'k': 1}",
      device: "true"
    }
  ]);
});

test.each<[string, string, string]>([
  ["timestamp", "timestamp '2024-01-01 10:00:00'", "2024-01-01 10:00:00"],
  ["timestamp with time zone", "timestamptz '2024-01-01 10:00:00+02'", "2024-01-01 08:00:00"],
  ["timestamp of milliseconds", "timestamp_ms '2024-01-01 10:00:00.123'", "2024-01-01 10:00:00.123"],
  ["timestamp of nanoseconds", "timestamp_ns '2024-01-01 10:00:00.123456789'", "2024-01-01 10:00:00.123456"],
  ["date", "date '2024-01-01'", "2024-01-01 00:00:00"],
  ["text", "'2024-01-01 10:00:00 UTC'", "2024-01-01 10:00:00"],
  ["whole seconds", "1704103200::bigint", "2024-01-01 10:00:00"],
  ["seconds with a fraction", "1704103200.5::double", "2024-01-01 10:00:00.5"]
])("cleanInputs of Parquet reads a time given as %s", async (_name, value, expected) => {
  const bytes = await parquet(`select ${value} as event_time, 'view' as event_type, 'ann' as user_id`);
  const query = "select cast(event_at as varchar) as event_at from raw.read_events";
  expect((await cleanAndSelect({"a.parquet": bytes}, {}, query)).rows).toEqual([{event_at: expected}]);
});

test.each<[string, string, string]>([
  ["double", "19.99::double", "19.9900"],
  ["float", "19.99::float", "19.9900"],
  ["decimal", "19.99::decimal(10, 2)", "19.9900"],
  ["integer", "19::integer", "19.0000"],
  ["text", "'19.99'", "19.9900"]
])("cleanInputs of Parquet reads a price given as %s", async (_name, value, expected) => {
  const bytes = await parquet(`select ${event}, 'p' as product_id, ${value} as price`);
  const query = "select cast(price as varchar) as price from raw.read_events";
  expect((await cleanAndSelect({"a.parquet": bytes}, {}, query)).rows).toEqual([{price: expected}]);
});

test("cleanInputs of Parquet numbers rejected rows by their place", async () => {
  const bytes = await parquet(`from (values
    (1, timestamp '2024-01-01', 'view', 'ann', 1.0::double), (2, null, 'view', 'ann', 1.0), (3, '2024-01-01', null, 'ann', 1.0),
    (4, '2024-01-01', 'view', null, 1.0), (5, '2024-01-01', 'view', 'ann', 'nan'), (6, 'infinity', 'view', 'ann', 1.0)
  ) as t(product_id, event_time, event_type, user_id, price)`);
  expect(await cleanFiles({"a.parquet": bytes})).toEqual({
    clean: 1,
    duplicates: 0,
    rejected: [
      "2 unreadable_event_time ",
      "3 unknown_event_type ",
      "4 missing_user_id ",
      "5 non_positive_price nan",
      "6 unreadable_event_time infinity"
    ]
  });
});

test("cleanInputs of Parquet reads columns of any names", async () => {
  const bytes = await parquet(`select ${event}, 'Alder' as "my ""brand"", it's"`);
  const query = "select brand from raw.read_events";
  const columns = {brand: 'my "brand", it\'s'};
  expect((await cleanAndSelect({"a.parquet": bytes}, {columns}, query)).rows).toEqual([{brand: "Alder"}]);
});

test("cleanInputs of Parquet without rows", async () => {
  const files = {
    "a.parquet": await parquet(`select ${event}`),
    "b.parquet": await parquet(`select ${event} where false`)
  };
  expect(await cleanFiles(files)).toEqual({clean: 1, duplicates: 0, rejected: []});
});

test("cleanInputs of Parquet that is damaged throws", async () => {
  const bytes = await parquet(`select ${event} from range(1000)`);
  await expect(cleanFiles({"a.parquet": bytes.subarray(0, -100)})).rejects.toThrow(
    /^a\.parquet: the Parquet file is damaged \(.*\); fetch it again$/
  );
  await expect(
    cleanFiles({"a.parquet": Buffer.from(bytes).fill(7, bytes.length - 40, bytes.length - 8)})
  ).rejects.toThrow(/^a\.parquet: the Parquet file is damaged \(.*\); fetch it again$/);
});

test("cleanInputs of Parquet that lacks a column throws", async () => {
  const bytes = await parquet("select 1 as event_time, 'view' as event_type, 'ann' as userid");
  await expect(cleanFiles({"a.parquet": bytes})).rejects.toThrow(
    'a.parquet: there is no column "user_id" for user_id; did you mean "userid"?; the file has event_time, event_type, userid. ' +
      "Name the file's column in report.config.ts, events.columns.user_id"
  );
});

async function parquet(query: string): Promise<Buffer> {
  const path = join(temporaryFolder(), "events.parquet");
  const warehouse = await Warehouse.open({threads: 1});
  onTestFinished(() => warehouse.close());
  await warehouse.run(`copy (${query}) to '${path}' (format parquet)`);
  return readFileSync(path);
}
