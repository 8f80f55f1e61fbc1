import {expect, test} from "vitest";
import {cleanAndSelect, lines} from "./clean-files.ts";

const header = "event_time,event_type,user_id,product_id,price,quantity";

test("cleanInputs reads times of many forms as UTC", async () => {
  const times: [string, string][] = [
    ["2024-03-31T01:30:00Z", "2024-03-31 01:30:00"],
    ["2024-03-31 01:30:00 UTC", "2024-03-31 01:30:00"],
    ["2024-03-31 01:30:00", "2024-03-31 01:30:00"],
    ["2024-03-31", "2024-03-31 00:00:00"],
    ["2024-03-31 01:30:00+02:00", "2024-03-30 23:30:00"],
    ["2024-03-31T01:30:00+0200", "2024-03-30 23:30:00"],
    ["2024-03-31 01:30:00+02", "2024-03-30 23:30:00"],
    ["2024-03-31 01:30:00-05:30", "2024-03-31 07:00:00"],
    ["2024-03-31T01:30:00.123Z", "2024-03-31 01:30:00.123"],
    ["2024-03-31T01:30:00.123456+01:00", "2024-03-31 00:30:00.123456"],
    ["2024-03-31 01:30:00.123456789", "2024-03-31 01:30:00.123456"],
    ["1711848600", "2024-03-31 01:30:00"],
    ["1711848600123", "2024-03-31 01:30:00.123"],
    ["1711848600123456", "2024-03-31 01:30:00.123456"],
    ["1711848600.5", "2024-03-31 01:30:00.5"],
    ["1990-01-01", "1990-01-01 00:00:00"],
    ["2099-12-31 23:59:59", "2099-12-31 23:59:59"]
  ];
  const query = "select cast(event_at as varchar) as event_at from raw.read_events order by file_row";
  const text = lines(header, ...times.map(([time]) => `${time},view,ann,,,`));
  const {accounting, rows} = await cleanAndSelect({"events.csv": text}, {}, query);
  expect(rows.map(({event_at}, i) => [times[i]?.[0], event_at])).toEqual(times);
  expect(accounting.rejected).toEqual([]);
});

test("cleanInputs rejects times that are none, with their text", async () => {
  const times = [
    "NaT",
    "",
    "null",
    "yesterday",
    "infinity",
    "-infinity",
    "2024-02-30 10:00:00",
    "2024-13-01",
    "2024-01-01 25:00:00",
    "31.03.2024 01:30",
    "03/31/2024",
    "10:00:00",
    "1989-12-31 23:59:59",
    "2100-01-01",
    "0001-01-01",
    "0",
    "-1711848600",
    "99999999999999999999999",
    "1e400"
  ];
  const text = lines(header, ...times.map((time) => `${time},view,ann,,,`));
  const {accounting} = await cleanAndSelect({"events.csv": text});
  expect(accounting).toEqual({
    clean: 0,
    duplicates: 0,
    rejected: times.map((time, i) => `${i + 2} unreadable_event_time ${time}`)
  });
});

test("cleanInputs reads prices exactly, and rejects those of products that are none or not above 0", async () => {
  const missing = ["", "0", "-1", "NaN"];
  const prices: [string, string | undefined][] = [
    ["1.5", "1.5000"],
    ["0.0001", "0.0001"],
    ["1e2", "100.0000"],
    [" 7 ", "7.0000"],
    ["99999999999999.9999", "99999999999999.9999"],
    ["", undefined],
    ["0", undefined],
    ["-1", undefined],
    ["free", undefined],
    ["1e400", undefined],
    ['"1,234.50"', undefined],
    ["1 234", undefined],
    ["€5", undefined],
    ["NaN", undefined],
    ["Infinity", undefined]
  ];
  const text = lines(header, ...prices.map(([price], i) => `2024-01-01 10:00:${10 + i},view,ann,p,${price},`));
  const query =
    "select cast(price as varchar) as price from raw.read_events where reject_reason is null order by file_row";
  const {accounting, rows} = await cleanAndSelect({"events.csv": text}, {}, query);
  expect(rows.map(({price}) => price)).toEqual(prices.flatMap(([, price]) => price ?? []));
  expect(accounting).toEqual({
    clean: 5,
    duplicates: 0,
    rejected: prices.flatMap(([price, read], i) =>
      read === undefined
        ? [`${i + 2} ${missing.includes(price) ? "non_positive" : "unreadable"}_price ${price.replaceAll('"', "")}`]
        : []
    )
  });
});

test("cleanInputs asks for no price where an event has no product", async () => {
  const text = lines(
    header,
    "2024-01-01,home,ann,,,",
    "2024-01-01,checkout,ann,,-5,",
    "2024-01-01,checkout,bob,,free,"
  );
  expect((await cleanAndSelect({"events.csv": text})).accounting).toEqual({clean: 3, duplicates: 0, rejected: []});
});

test("cleanInputs keeps rows whose quantity cannot be read, as one of a thing", async () => {
  const quantities = ["2", "0.5", "", "0", "-1", "two", "1e400"];
  const text = lines(header, ...quantities.map((quantity, i) => `2024-01-01 10:00:0${i},view,ann,p,1,${quantity}`));
  const query = "select cast(quantity as varchar) as quantity from raw.read_events order by file_row";
  const {accounting, rows} = await cleanAndSelect({"events.csv": text}, {}, query);
  expect(accounting).toEqual({clean: 7, duplicates: 0, rejected: []});
  expect(rows.map(({quantity}) => quantity)).toEqual(["2.0000", "0.5000", null, "0.0000", "-1.0000", null, null]);
});

test("cleanInputs reads event types in capitals and with spaces, and keeps ids as they are", async () => {
  const text = lines(
    "event_time,event_type,user_id,product_id",
    "2024-01-01, View ,0042,007",
    "2024-01-01,CART, ann ,1e5",
    "2024-01-01,remove_from_cart,1515915625400000001,12345678901234567890123",
    "2024-01-01,re view,ann,p"
  );
  const query =
    "select event_type, user_id, product_id from raw.read_events where reject_reason is null order by file_row";
  const {accounting, rows} = await cleanAndSelect({"events.csv": text}, {}, query);
  expect(accounting).toEqual({clean: 3, duplicates: 0, rejected: ["5 unknown_event_type re view"]});
  expect(rows).toEqual([
    {event_type: "view", user_id: "0042", product_id: "007"},
    {event_type: "cart", user_id: " ann ", product_id: "1e5"},
    {event_type: "remove_from_cart", user_id: "1515915625400000001", product_id: "12345678901234567890123"}
  ]);
});
