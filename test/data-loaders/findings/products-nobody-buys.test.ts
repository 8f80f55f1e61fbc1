import {expect, test} from "vitest";
import {productsNobodyBuys} from "../../../data-loaders/findings/products-nobody-buys.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";
import {rowsOf} from "../../fixtures/build-warehouse.ts";
import {event} from "../../fixtures/raw-event.ts";

const format = numberFormat("en-US", "USD");
const row = {
  unbought: 15,
  surprising: 4,
  alerts: 2,
  views: 3256,
  expected_purchases: 100,
  expected_revenue: 5000,
  // a hundred purchases at 50 each
  revenue_variance: 100 * 50 ** 2,
  minimum_product_views: 30,
  all_views: 90_000,
  purchases: 2000
};

test("productsNobodyBuys.query gives what products would have brought in at their own prices", async () => {
  const buyers = Array.from({length: 60}, (_, i) => `buyer ${i}`);
  const events = [
    ...buyers.map((user) => event("2024-01-01 10:00:00", "view", user, {product_id: "lamp", price: "5"})),
    ...buyers.map((user) => event("2024-01-01 10:01:00", "purchase", user, {product_id: "lamp", price: "5"})),
    ...buyers.map((user) => event("2024-01-01 10:02:00", "view", user, {product_id: "desk", price: "100"})),
    ...buyers.map((user) => event("2024-01-01 10:03:00", "view", user, {product_id: "desk", price: "300"}))
  ];
  const [found] = await rowsOf(productsNobodyBuys.query, events);
  // 60 purchases of 180 views, which is what 120 views of the desk would bring: 40
  expect(found).toMatchObject({
    unbought: 1,
    surprising: 1,
    views: 120,
    expected_purchases: expect.closeTo(40, 9) as number,
    expected_revenue: expect.closeTo(8000, 6) as number,
    revenue_variance: expect.closeTo(40 * 200 ** 2, 3) as number
  });
});

test("productsNobodyBuys.query finds no product where there is none", async () => {
  const view = event("2024-01-01 10:00:00", "view", "ann", {product_id: "lamp", price: "5"});
  const buy = event("2024-01-01 10:01:00", "purchase", "ann", {product_id: "lamp", price: "5"});
  const [found] = await rowsOf(productsNobodyBuys.query, [view, buy]);
  expect(found).toMatchObject({unbought: 0, surprising: 0, alerts: 0, all_views: 1, purchases: 1});
  expect(productsNobodyBuys.state(found, format)).toMatchObject({
    verdict: "does_not_hold",
    evidence: "No product with at least 30 views is without a purchase."
  });
});

test("productsNobodyBuys.state(row, format) says how many are viewed and never bought, and what they could bring", () => {
  expect(productsNobodyBuys.state(row, format)).toMatchObject({
    verdict: "holds",
    claim: "4 products were viewed 3,256 times and never bought.",
    worth: "If they sold as others do, at their own prices, it would bring about $5,000.",
    evidence:
      "At the rate of other products of their categories they would have had about 100 purchases. 2 products have been viewed more than 200 times in the last 30 days and not bought once.",
    valueAtStake: 5000,
    // a hundred by Poisson: 1.96 times ten either way
    valueInterval: [expect.closeTo(5000 - 980, 0), expect.closeTo(5000 + 980, 0)]
  });
});

test("productsNobodyBuys.state(row, format) tells of alerts also where no product stands out", () => {
  expect(productsNobodyBuys.state({...row, surprising: 0, alerts: 1}, format)).toMatchObject({
    verdict: "does_not_hold",
    evidence:
      "15 products have at least 30 views and no purchase; as many views without a purchase happen by chance. 1 product has been viewed more than 200 times in the last 30 days and not bought once."
  });
  expect(productsNobodyBuys.state({...row, alerts: 0}, format).evidence).toMatch(/100 purchases\.$/);
});

test("productsNobodyBuys.state(row, format) says what the data lacks", () => {
  expect(productsNobodyBuys.state({...row, purchases: 0}, format)).toMatchObject({
    verdict: "not_in_data",
    claim: "Whether products are looked at and not bought cannot be told: the data has no purchases."
  });
  expect(productsNobodyBuys.state({...row, all_views: 0}, format).claim).toMatch(/the data has no page views\.$/);
  expect(productsNobodyBuys.state({...row, expected_revenue: null}, format)).toMatchObject({
    worth: "What they would have brought in cannot be told: the events name no prices.",
    valueAtStake: null
  });
});
