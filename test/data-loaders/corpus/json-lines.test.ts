import {expect, test} from "vitest";
import {ReportError} from "../../../data-loaders/report-error.ts";
import {type Accounting, cleanAndSelect, cleanFiles, lines, type Mapping} from "./clean-files.ts";

const ann = '{"event_time":"2024-01-01T10:00:00Z","event_type":"view","user_id":"ann"}';
const bob = '{"user_id":"bob","event_type":"cart","event_time":"2024-01-02T10:00:00Z"}';
const late = '{"event_time":"NaT","event_type":"view","user_id":"cyd"}';
const usual: Accounting = {clean: 2, duplicates: 0, rejected: ["3 malformed_row oops", "5 unreadable_event_time NaT"]};

test.each<[string, string | Buffer, Accounting, Mapping?]>([
  ["keys in any order", lines(ann, "", "oops", bob, late), usual],
  ["CR LF", lines(ann, "", "oops", bob, late).replaceAll("\n", "\r\n"), usual],
  ["CR", lines(ann, "", "oops", bob, late).replaceAll("\n", "\r"), usual],
  ["CR LF and LF", `${ann}\r\n\noops\r\n${bob}\n${late}`, usual],
  ["a byte order mark", `\uFEFF${lines(ann, "", "oops", bob, late)}`, usual],
  ["lines of spaces", lines(ann, " \t", "oops", bob, late, "  "), usual],
  [
    "an empty line first",
    lines("", ann, bob, late),
    {clean: 2, duplicates: 0, rejected: ["4 unreadable_event_time NaT"]}
  ],
  [
    "a malformed line first",
    lines("oops", ann, late),
    {clean: 1, duplicates: 0, rejected: ["1 malformed_row oops", "3 unreadable_event_time NaT"]}
  ],
  [
    "a cut line first and last",
    `${lines('{"event_time": ', ann)}{"event_time":"2024`,
    {clean: 1, duplicates: 0, rejected: ['1 malformed_row {"event_time": ', '3 malformed_row {"event_time":"2024']}
  ],
  [
    "arrays, text, numbers and null as lines",
    lines(ann, "[1]", '"text"', "null", "5", late),
    {
      clean: 1,
      duplicates: 0,
      rejected: [
        "2 malformed_row [1]",
        '3 malformed_row "text"',
        "4 malformed_row null",
        "5 malformed_row 5",
        "6 unreadable_event_time NaT"
      ]
    }
  ],
  [
    "keys that are missing or null",
    lines(
      ann,
      '{"event_time":"2024-01-01","event_type":"view"}',
      '{"event_time":null,"user_id":"ann","event_type":"view"}'
    ),
    {clean: 1, duplicates: 0, rejected: ["2 missing_user_id ", "3 unreadable_event_time "]}
  ],
  [
    "commas between the objects",
    lines(`${ann},`, bob),
    {clean: 1, duplicates: 0, rejected: [`1 malformed_row ${ann},`]}
  ],
  [
    "a control character, which JSON does not allow",
    lines(ann, '{"user_id":"a\u0001b"}', late),
    {clean: 1, duplicates: 0, rejected: ['2 malformed_row {"user_id":"a\u0001b"}', "3 unreadable_event_time NaT"]}
  ],
  [
    "half of a pair of surrogates",
    lines(ann, '{"user_id":"\\ud83d"}'),
    {clean: 1, duplicates: 0, rejected: ['2 malformed_row {"user_id":"\\ud83d"}']}
  ],
  [
    "Latin-1",
    Buffer.from(lines(ann, "", "oéps", bob.replace("bob", "müller"), late), "latin1"),
    {...usual, rejected: ["3 malformed_row oéps", "5 unreadable_event_time NaT"]},
    {encoding: "latin-1"}
  ],
  [
    "mixed-case keys that are mapped",
    lines('{"Event_Time":"2024-01-01","TYPE":"view","userId":"ann"}'),
    {clean: 1, duplicates: 0, rejected: []},
    {columns: {event_time: "Event_Time", event_type: "TYPE", user_id: "userId"}}
  ]
])("cleanInputs of JSON lines with %s", async (_name, text, expected, mapping) => {
  expect(await cleanFiles({"events.jsonl": text}, mapping)).toEqual(expected);
});

test("cleanInputs of JSON lines keeps ids and prices exactly, and text as it was meant", async () => {
  const text = lines(
    '{"event_time":1704067200,"event_type":"view","user_id":1515915625400000001,"product_id":12345678901234567890123,"price":1.10}',
    '{"event_time":"2024-01-01","event_type":"view","user_id":"007","brand":"\\u00e9\\ud83d\\ude00\\n\\"q\\"","city":true,"page":{"x":[1]}}'
  );
  const query = "select user_id, product_id, cast(price as varchar) as price, brand, city, page from raw.read_events";
  expect((await cleanAndSelect({"events.jsonl": text}, {}, query)).rows).toEqual([
    {
      user_id: "1515915625400000001",
      product_id: "12345678901234567890123",
      price: "1.1000",
      brand: null,
      city: null,
      page: null
    },
    {user_id: "007", product_id: null, price: null, brand: 'é😀\n"q"', city: "true", page: '{"x":[1]}'}
  ]);
});

test("cleanInputs of JSON lines reads Segment's names and objects within objects", async () => {
  const call = (ts: string, name: string, properties: object) =>
    JSON.stringify({ts, event: name, userId: "ann", properties, context: {campaign: {source: "mail"}}});
  const text = lines(
    call("2024-01-01T10:00:00Z", "Product Viewed", {product_id: "p1", price: 2.5}),
    call("2024-01-01T10:01:00Z", "Product Added", {product_id: "p1", price: 2.5}),
    call("2024-01-01T10:02:00Z", "Checkout Started", {value: 5}),
    call("2024-01-01T10:03:00Z", "Order Completed", {order_id: "o1", product_id: "p1", price: 2.5}),
    '{"ts":"2024-01-01T10:04:00Z","event":"Product Viewed","userId":"bob","properties":"none","properties.product_id":"p2","properties.price":1}',
    call("2024-01-01T10:05:00Z", "Banner Seen", {})
  );
  const mapping: Mapping = {
    columns: {
      event_time: "ts",
      event_type: "event",
      user_id: "userId",
      product_id: "properties.product_id",
      price: "properties.price",
      order_id: "properties.order_id",
      source: "context.campaign.source"
    },
    types: {
      "Product Viewed": "view",
      "Product Added": "cart",
      "Checkout Started": "checkout",
      "Order Completed": "purchase"
    }
  };
  const query = `select event_type, user_id, product_id, price::double as price, order_id, source from raw.read_events
    where reject_reason is null order by event_at`;
  const {accounting, rows} = await cleanAndSelect({"events.jsonl": text}, mapping, query);
  expect(accounting).toEqual({clean: 5, duplicates: 0, rejected: ["6 unknown_event_type Banner Seen"]});
  const common = {user_id: "ann", source: "mail"};
  expect(rows).toEqual([
    {...common, event_type: "view", product_id: "p1", price: 2.5, order_id: null},
    {...common, event_type: "cart", product_id: "p1", price: 2.5, order_id: null},
    {...common, event_type: "checkout", product_id: null, price: null, order_id: null},
    {...common, event_type: "purchase", product_id: "p1", price: 2.5, order_id: "o1"},
    {event_type: "view", user_id: "bob", product_id: "p2", price: 1, order_id: null, source: null}
  ]);
});

test("cleanInputs of JSON lines reads keys of any signs", async () => {
  const text = lines(
    '{"event_time":"2024-01-01","event_type":"view","user_id":"a","$b":"1","*":"2","c d":"3","e/f~":"4","g\\"h\'":"5"}'
  );
  const columns = {brand: "$b", city: "*", country: "c d", page: "e/f~", device: "g\"h'"};
  const query = "select brand, city, country, page, device from raw.read_events";
  expect((await cleanAndSelect({"events.jsonl": text}, {columns}, query)).rows).toEqual([
    {brand: "1", city: "2", country: "3", page: "4", device: "5"}
  ]);
});

test("cleanInputs of JSON lines reads a line of 3 MB", async () => {
  const long = `{"event_time":"2024-01-01","event_type":"view","user_id":"ann","page":"${"x".repeat(3_000_000)}"}`;
  expect(await cleanFiles({"events.jsonl": lines(ann, long, late)})).toEqual({
    clean: 2,
    duplicates: 0,
    rejected: ["3 unreadable_event_time NaT"]
  });
});

test.each<[string, string | Buffer, string]>([
  [
    "no object that can be read",
    lines(`${ann}${bob}`, '{"a'),
    "events.jsonl: no line is a JSON object that can be read; write one object per line"
  ],
  [
    "one object over several lines",
    JSON.stringify(JSON.parse(ann), null, 2),
    "events.jsonl: this is JSON over several lines; write one object per line"
  ],
  ["one array", `[${ann},${bob}]`, "events.jsonl: this is one JSON array; write one object per line"],
  [
    "no key for users",
    lines('{"event_time":"2024-01-01","event_type":"view","usr_id":"ann"}'),
    'events.jsonl: there is no column "user_id" for user_id; did you mean "usr_id"?; the file has event_time, event_type, usr_id. ' +
      "Name the file's column in report.config.ts, events.columns.user_id"
  ],
  [
    "Latin-1 bytes",
    Buffer.from(lines(ann, "", late.replace("cyd", "müller")), "latin1"),
    'events.jsonl, line 3: this is not UTF-8: "{\\"event_time\\":\\"NaT\\",\\"event_type\\":\\"view\\",\\"user_id\\":\\"m?ller\\"}". ' +
      'Convert the file to UTF-8, or say events: {encoding: "latin-1"} in report.config.ts where it is Latin-1'
  ]
])("cleanInputs of JSON lines with %s throws", async (_name, text, message) => {
  await expect(cleanFiles({"events.jsonl": text})).rejects.toThrow(new ReportError(message));
});
