import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {csvFormat, csvParse} from "d3-dsv";
import {expect, onTestFinished, test} from "vitest";
import {parseConfiguration} from "../../../data-loaders/configuration.ts";
import {exportFiles, tablesOfExports, writeExports} from "../../../data-loaders/exports/write-exports.ts";
import {columnDescriptions} from "../../../data-loaders/models/columns.ts";
import {runPipeline} from "../../../data-loaders/pipeline.ts";
import type {Warehouse} from "../../../data-loaders/warehouse.ts";
import {harmlessCell} from "../../../src/shared/harmless-cell.ts";
import {plainRows} from "../../fixtures/plain-rows.ts";
import {event, type RawEvent} from "../../fixtures/raw-event.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

const ann = "1515915625353457259";
const bob = "1515915625353457260";
const shop: RawEvent[] = [
  event("2021-02-01 10:00:00 UTC", "purchase", ann, {product_id: "0042", price: "10.50", brand: "=cmd|' /C calc'!A0"}),
  event("2021-01-31 23:59:59 UTC", "view", ann, {product_id: "0042", price: "10.50", brand: "=cmd|' /C calc'!A0"}),
  event("2021-01-31 23:59:59 UTC", "view", bob, {product_id: "7", price: "1e1", brand: 'Fir, "Pine"\nand Oak'}),
  event("2021-01-31 23:59:59 UTC", "cart", bob, {product_id: "7", price: "10"}),
  event("2021-01-31 23:59:59 UTC", "cart", bob, {product_id: "7", price: "10"}),
  event("NaT", "view", bob, {product_id: "7", price: "10"})
].map((row) => ({user_session: "", product_id: "", price: "", brand: "", ...row}));

test("writeExports(warehouse, folder) writes every clean event once, ordered, typed and harmless", async () => {
  const {read} = await exported([shop.slice(0, 3), shop.slice(3)]);
  expect(read("events_cleaned")).toBe(
    [
      "event_time,event_type,product_id,brand,price,user_id,user_session,event_date,event_month,event_day,event_hour",
      `2021-01-31 23:59:59,cart,7,Unknown,10,${bob},,2021-01-31,2021-01,Sunday,23`,
      `2021-01-31 23:59:59,view,0042,'=cmd|' /C calc'!A0,10.5,${ann},,2021-01-31,2021-01,Sunday,23`,
      `2021-01-31 23:59:59,view,7,"Fir, ""Pine""\nand Oak",10,${bob},,2021-01-31,2021-01,Sunday,23`,
      `2021-02-01 10:00:00,purchase,0042,'=cmd|' /C calc'!A0,10.5,${ann},,2021-02-01,2021-02,Monday,10`,
      ""
    ].join("\n")
  );
});

test("writeExports(warehouse, folder) writes the figures, funnels, brands and products of the marts", async () => {
  const {rows, names, warehouse} = await exported([shop]);
  expect(names).toEqual(exportFiles());
  const [kpis] = plainRows(await warehouse.rows("from marts.kpis"));
  expect(rows("kpi_summary").map(({metric}) => metric)).toEqual(Object.keys(kpis ?? {}));
  for (const {metric = "", value, description} of rows("kpi_summary")) {
    expect(description).toBe(columnDescriptions[metric]);
    if (!metric.endsWith("_at"))
      expect([metric, value === "" ? null : Number(value)]).toEqual([metric, kpis?.[metric]]);
  }
  expect(rows("kpi_summary").find(({metric}) => metric === "last_event_at")?.value).toBe("2021-02-01 10:00:00");
  expect(
    rows("funnel_summary").map(({unit, stage, position, members, conversion_from_previous, drop_off_from_previous}) => [
      unit, stage, position, members, conversion_from_previous, drop_off_from_previous
    ]) // prettier-ignore
  ).toEqual([
    ["users", "view", "1", "2", "", ""],
    ["users", "cart", "2", "1", "0.5", "0.5"],
    ["users", "purchase", "3", "1", "1.0", "0.0"]
  ]);
  expect(rows("brand_revenue").map(({brand, revenue, revenue_share}) => [brand, revenue, revenue_share])).toEqual([
    ["'=cmd|' /C calc'!A0", "10.5", "1.0"],
    ['Fir, "Pine"\nand Oak', "0.0", "0.0"],
    ["Unknown", "0.0", "0.0"]
  ]);
  expect(rows("category_revenue").map(({category_code, purchases}) => [category_code, purchases])).toEqual([
    ["Unknown", "1"]
  ]);
  expect(rows("product_purchases").map(({product_id, purchases}) => [product_id, purchases])).toEqual([["0042", "1"]]);
  expect(rows("low_conversion_products")).toEqual([]);
});

test("writeExports(warehouse, folder) gives every user one row with both segments, which add up to the marts", async () => {
  const people = Array.from({length: 40}, (_, i) => i + 1);
  const events = people.flatMap((i) => [
    event("2021-01-01 00:00:00 UTC", "view", `${i}`, {product_id: "1", price: "5", user_session: `s${i}`}),
    ...Array.from({length: i % 4}, (_, j) =>
      event(`2021-01-0${j + 2} 00:00:00 UTC`, "purchase", `${i}`, {
        product_id: "1",
        price: `${i}`,
        user_session: `s${i}`
      })
    )
  ]);
  const {rows, warehouse} = await exported([events]);
  const users = rows("user_segments");
  expect(users.map(({user_id}) => user_id)).toEqual(people.map(String).sort());
  expect(users.find(({user_id}) => user_id === "3")).toMatchObject({
    events: "4", views: "1", carts: "0", purchases: "3", orders: "3", sessions: "1", active_days: "4", revenue: "9",
    first_event_at: "2021-01-01 00:00:00", last_event_at: "2021-01-04 00:00:00", rule_segment: "loyal_multi_buyer"
  }); // prettier-ignore
  const countUsers = (column: string) => {
    const counts = new Map<string, number>();
    for (const row of users) counts.set(row[column] ?? "", (counts.get(row[column] ?? "") ?? 0) + 1);
    return counts;
  };
  for (const {segment, users: members} of plainRows(await warehouse.rows("from marts.rule_segments"))) {
    const isHighValue = segment === "high_value";
    const count = isHighValue
      ? countUsers("is_high_value").get("true")
      : countUsers("rule_segment").get(String(segment));
    expect([segment, count ?? 0]).toEqual([segment, members]);
  }
  const learned = plainRows(await warehouse.rows("select segment, users from marts.ml_segments order by segment"));
  expect([...countUsers("learned_segment")].sort()).toEqual(learned.map(({segment, users}) => [segment, users]));
});

test("writeExports(warehouse, folder) leaves revenue empty where the data has no prices", async () => {
  const events = [event("2021-01-01 00:00:00", "purchase", "1", {product_id: "p"})];
  const {rows} = await exported([events]);
  for (const table of ["brand_revenue", "category_revenue", "product_purchases", "user_segments"]) {
    expect([table, rows(table).map(({revenue}) => revenue)]).toEqual([table, [""]]);
  }
});

test("writeExports(warehouse, folder) writes the same bytes for any number of threads and order of rows", async () => {
  const events = Array.from({length: 100_000}, (_, i) =>
    event(`2021-01-${String((i % 28) + 1).padStart(2, "0")} 00:00:00`, i % 3 ? "view" : "purchase", `${i % 35_000}`, {
      product_id: `${i % 11}`,
      price: `${(i % 13) + 1}`,
      user_session: `${i % 45_000}`,
      brand: i % 2 ? `b${i % 5}` : ""
    })
  );
  const [one, other] = [await exported([events], 1), await exported([events.toReversed()], 2)];
  for (const name of one.names) expect([name, one.read(name) === other.read(name)]).toEqual([name, true]);
  const times = other.rows("events_cleaned").map(({event_time}) => event_time ?? "");
  expect(times.every((time, i) => i === 0 || (times[i - 1] ?? "") <= time)).toBe(true);
});

test("exports.harmless_cell(text) says of every text what harmlessCell says", async () => {
  const {warehouse} = await exported([shop]);
  const texts = ["", "a", "=1+1", "+1", "-1", "-1.5e3", "-.5", "+5.", "-", "+", "@x", "\tx", "\rx", "-1e999", "-Infinity", "-1_000", "-4 2", "=5", "\t5", "a=b", " =1", "+49 30 1234", "-1e", "–5", "'=1"]; // prettier-ignore
  for (const text of texts) {
    const {cell} = await warehouse.row(
      `select exports.harmless_cell(${[...text].map((character) => `chr(${character.codePointAt(0)})`).join(" || ") || "''"}) as cell`
    );
    expect([text, cell]).toEqual([text, harmlessCell(text)]);
  }
});

async function exported(files: RawEvent[][], threads = 2) {
  const folder = temporaryFolder();
  const paths = files.map((_, i) => join(folder, `${i}.csv`));
  for (const [i, path] of paths.entries()) writeFileSync(path, csvFormat(files[i] as object[]));
  const output = temporaryFolder();
  const configuration = parseConfiguration({events: {source: "files", files: paths}, segmentation: {seeds: 1}});
  const warehouse: Warehouse = await runPipeline(configuration, {
    threads,
    tables: [...tablesOfExports(), "marts.rule_segments", "marts.ml_segments"]
  });
  onTestFinished(() => warehouse.close());
  await writeExports(warehouse, output);
  const read = (name: string) => readFileSync(join(output, name.endsWith(".csv") ? name : `${name}.csv`), "utf8");
  return {warehouse, names: readdirSync(output).sort(), read, rows: (name: string) => [...csvParse(read(name))]};
}
