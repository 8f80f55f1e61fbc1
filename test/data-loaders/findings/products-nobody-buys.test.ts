import {expect, test} from "vitest";
import {productsNobodyBuys} from "../../../data-loaders/findings/products-nobody-buys.ts";
import {numberFormat} from "../../../src/shared/number-format.ts";

const format = numberFormat("en-US", "USD");
const row = {
  unbought: 15,
  surprising: 4,
  alerts: 2,
  views: 3256,
  expected_purchases: 100,
  minimum_product_views: 30,
  price: 50,
  purchases: 2000
};

test("productsNobodyBuys.state(row, format) says how many are viewed and never bought, and what they could bring", () => {
  expect(productsNobodyBuys.state(row, format)).toMatchObject({
    verdict: "holds",
    claim: "4 products were viewed 3,256 times and never bought.",
    worth: "If they sold as others do, it would bring about $5,000.",
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

test("productsNobodyBuys.state(row, format) has nothing to say where nothing was bought", () => {
  expect(productsNobodyBuys.state({...row, purchases: 0}, format).verdict).toBe("not_in_data");
  expect(productsNobodyBuys.state(undefined, format).verdict).toBe("not_in_data");
  expect(productsNobodyBuys.state({...row, price: null}, format)).toMatchObject({worth: "", valueAtStake: null});
});
