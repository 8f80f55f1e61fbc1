import {expect, test} from "vitest";
import {numberFormat} from "../../../src/shared/number-format.ts";
import {qualityAdvice} from "../../../src/shared/quality-advice.ts";

const formats = numberFormat("en-US", "USD");
const check = (check_name: string, affected: number, total = 100) => ({check_name, affected, total});

test("qualityAdvice(facts, formats) says what rejects most rows, which ids do not last, and what to add", () => {
  const advice = qualityAdvice(
    {
      rejects: [
        {reason: "non_positive_price", rows: 1200},
        {reason: "<b>", rows: 300}
      ],
      checks: [
        check("sessions_longer_than_30_days", 1),
        check("users_with_one_event", 51),
        check("purchases_without_order_id", 7),
        check("days_without_events", 1)
      ],
      columns: [
        {name: "price", is_present: true},
        {name: "device", is_present: false},
        {name: "source", is_present: false}
      ]
    },
    formats
  );
  expect(advice).toEqual([
    "Mend what rejects most rows: 1,200 of 1,500 have one reason, “The price is missing, zero or negative”.",
    "Give each visit a session id of its own: some ids are used again after more than 30 days.",
    "See whether user ids last from page to page: 51.0% of users have a single event.",
    "Record the order id with each purchase: 7.0% have none, so that an order of several items counts several times.",
    "Find out whether events were lost where there are none: 1 day.",
    "Add device and source to the events, if the shop knows them: the list above says what each is for."
  ]);
});

test("qualityAdvice(facts, formats) says so where nothing needs mending", () => {
  const facts = {
    rejects: [],
    checks: [
      check("users_with_one_event", 50),
      check("sessions_shared_by_users", 3),
      check("days_without_events", 0, 0)
    ],
    columns: [{name: "price", is_present: true}]
  };
  expect(qualityAdvice(facts, formats)).toEqual([
    "Nothing needs mending. Look again when the shop’s pages or its tracking change."
  ]);
});
