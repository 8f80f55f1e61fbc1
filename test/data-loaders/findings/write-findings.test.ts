import {expect, test} from "vitest";
import {parseConfiguration} from "../../../data-loaders/configuration.ts";
import {writeFindings} from "../../../data-loaders/findings/write-findings.ts";
import {buildWarehouse} from "../../fixtures/build-warehouse.ts";
import {event} from "../../fixtures/raw-event.ts";

test("writeFindings(warehouse, configuration) writes what there is to say, also when it is nothing", async () => {
  const warehouse = await buildWarehouse([event("2024-01-01 10:00:00", "view", "ann")]);
  await writeFindings(warehouse, parseConfiguration({}));
  expect(await warehouse.rows("from marts.findings where finding = 'largest-drop-off'")).toEqual([
    {
      finding: "largest-drop-off",
      position: expect.any(Number) as number,
      holds: false,
      verdict: "not_in_data",
      is_over: false,
      claim: "The data has no two stages of a funnel, so it cannot say where shoppers are lost.",
      worth: "",
      evidence: "Fewer than two of the configured stages occur in the events.",
      action: "Check which event types the data has, and map them to stages in report.config.ts.",
      low: null,
      high: null,
      value_at_stake: null,
      value_low: null,
      value_high: null,
      value_kind: null,
      dimension: null,
      value: null,
      started_on: null,
      ended_on: null,
      evidence_query:
        "select stage, users, conversion_from_previous, conversion_low, conversion_high from funnel_users order by position",
      chart: "bar",
      chart_x: "users",
      chart_y: "stage",
      chart_series: null
    }
  ]);
  expect(await warehouse.rows("from marts.recommendations")).toEqual([]);
});

test("writeFindings(warehouse, configuration) keeps to the report's language and currency", async () => {
  const events = Array.from({length: 40}, (_, i) => event("2024-01-01 10:00:00", "view", `user ${i}`));
  const bought = Array.from({length: 30}, (_, i) =>
    event("2024-01-01 10:01:00", "purchase", `user ${i}`, {product_id: "lamp", price: "1234.5"})
  );
  const warehouse = await buildWarehouse([...events, ...bought]);
  await writeFindings(warehouse, parseConfiguration({locale: "en-GB", currency: "EUR"}));
  const [finding] = await warehouse.rows("select claim, worth, value_at_stake from marts.findings");
  expect(finding).toEqual({
    claim: "25 of 100 people who viewed a product left without buying.",
    worth: "If one in a hundred of them went on and then bought as the others do, it would bring about €123.",
    value_at_stake: expect.closeTo(10 * 12.345, 9) as number
  });
});
