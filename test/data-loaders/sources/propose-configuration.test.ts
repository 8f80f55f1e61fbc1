import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {runInThisContext} from "node:vm";
import {expect, onTestFinished, test} from "vitest";
import {parseConfiguration} from "../../../data-loaders/configuration.ts";
import {runPipeline} from "../../../data-loaders/pipeline.ts";
import {describeProposal, writeEvents} from "../../../data-loaders/sources/describe-proposal.ts";
import {profileFile} from "../../../data-loaders/sources/profile-file.ts";
import {type Proposal, proposeConfigurations} from "../../../data-loaders/sources/propose-configuration.ts";
import {Warehouse} from "../../../data-loaders/warehouse.ts";
import {plainRows} from "../../fixtures/plain-rows.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

const segment = [
  {event: "Product Viewed", userId: null, anonymousId: "a1", properties: {product_id: "p1", price: 9.5, brand: "Fir"}},
  {event: "Product Added", userId: "u1", anonymousId: "a1", properties: {product_id: "p1", price: 9.5, quantity: 2}},
  {
    event: "Checkout Started",
    userId: "u1",
    anonymousId: "a1",
    properties: {order_id: "o1", products: [{product_id: "p1"}]}
  },
  {
    event: "Order Completed",
    userId: "u1",
    anonymousId: "a1",
    properties: {product_id: "p1", price: 9.5, order_id: "o1"}
  },
  {event: "Product Removed", userId: null, anonymousId: "a2", properties: {product_id: "p2", price: 5}},
  {event: "Email \u001b[31mOpened", userId: null, anonymousId: "a2", properties: {}}
].map((call, i) =>
  JSON.stringify({type: "track", timestamp: `2021-03-01T10:0${i}:00.000Z`, messageId: `m${i}`, ...call})
);

const analytics = `event_date,event_timestamp,event_name,user_pseudo_id,ga_session_id,item_id,price,transaction_id,device_category,medium
20210301,1614592800000000,view_item,111.222,1614592800,sku1,10.5,,mobile,cpc
20210301,1614592860000000,add_to_cart,111.222,1614592800,sku1,10.5,,mobile,cpc
20210301,1614592920000000,begin_checkout,111.222,1614592800,sku1,10.5,,mobile,cpc
20210301,1614592980000000,purchase,111.222,1614592800,sku1,10.5,T1,mobile,cpc
20210301,1614593000000000,page_view,111.223,1614592801,,,,desktop,(none)
20210301,1614593020000000,remove_from_cart,111.223,1614592801,sku2,3,,desktop,(none)`;

const rees46 = `event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session
2019-10-01 00:00:00 UTC,view,44600062,2103807459595387724,,shiseido,35.79,541312140,72d76fde
2019-10-01 00:00:00 UTC,view,3900821,2053013552326770905,appliances,aqua,33.20,554748717,9333dfbd
2019-10-01 00:00:01 UTC,purchase,3900821,2053013552326770905,appliances,aqua,33.20,554748717,9333dfbd`;

test.each<[string, string, object, Record<string, number>]>([
  [
    "Segment's JSON lines",
    segment.join("\n"),
    {
      columns: {
        event_time: "timestamp", event_type: "event", user_id: "anonymousId", product_id: "properties.product_id",
        brand: "properties.brand", price: "properties.price", quantity: "properties.quantity", order_id: "properties.order_id"
      },
      types: {
        "Checkout Started": "checkout", "Order Completed": "purchase", "Product Added": "cart",
        "Product Removed": "remove_from_cart", "Product Viewed": "view"
      }
    },
    {events: 5, views: 1, carts: 1, purchases: 1, rejected: 1}
  ],
  [
    "Google Analytics 4's CSV",
    analytics,
    {
      columns: {
        event_time: "event_timestamp", event_type: "event_name", user_id: "user_pseudo_id", product_id: "item_id",
        user_session: "ga_session_id", order_id: "transaction_id", device: "device_category"
      },
      types: {add_to_cart: "cart", begin_checkout: "checkout", view_item: "view"}
    },
    {events: 5, views: 1, carts: 1, purchases: 1, rejected: 1}
  ],
  ["REES46's CSV", rees46, {}, {events: 3, views: 2, carts: 0, purchases: 1, rejected: 0}]
])("proposeConfigurations(profiles) proposes for %s what the pipeline reads", async (_, content, changed, counts) => {
  const [proposal] = await propose([content]);
  const {events} = proposal as Proposal;
  expect(events).toEqual({source: "files", files: events.files, ...changed});
  // the text to paste means the same
  const pasted = runInThisContext(`({${writeEvents(proposal as Proposal)}})`) as {events: unknown};
  expect(pasted.events).toEqual(events);

  const warehouse = await runPipeline(parseConfiguration({events: pasted.events, segmentation: {seeds: 1}}), {threads: 2});
  onTestFinished(() => warehouse.close());
  const [kpis] = plainRows(await warehouse.rows("select events, views, carts, purchases from marts.kpis"));
  const {rejected} = await warehouse.row("select cast(coalesce(sum(rows), 0) as integer) as rejected from marts.rejected_events");
  expect({...kpis, rejected}).toEqual(counts);
  expect(Number(kpis?.events) + Number(rejected)).toBe(content.trim().split("\n").length - (content.startsWith("{") ? 0 : 1));
  expect(proposal?.unknownTypes.reduce((sum, {rows}) => sum + rows, 0)).toBe(counts.rejected);
}); // prettier-ignore

test("proposeConfigurations(profiles) guesses from values where names say nothing", async () => {
  const [proposal] = await propose([
    "wann,was,visitorId\n2021-01-01 10:00:00,Product Viewed,1\n2021-01-01 10:01:00,buy,1\n"
  ]);
  expect(proposal?.events).toMatchObject({
    columns: {event_time: "wann", event_type: "was", user_id: "visitorId"},
    types: {buy: "purchase", "Product Viewed": "view"}
  });
});

test("proposeConfigurations(profiles) prefers the column that names everybody and the one with known event types", async () => {
  const [proposal] = await propose([
    "created_at,type,event,user_id,client_id\n2021-01-01,track,view,,c1\n2021-01-01,track,add_to_cart,u1,c1\n"
  ]);
  expect(proposal?.events.columns).toEqual({event_time: "created_at", event_type: "event", user_id: "client_id"});
});

test("proposeConfigurations(profiles) proposes once for files that are read alike, and apart for others", async () => {
  const own = "event_time,event_type,user_id\n2021-01-01,view,1\n";
  const proposals = await propose([
    own,
    "ts,action,uid\n2021-01-01,basket,1\n",
    own.replace("view", "Order Completed")
  ]);
  expect(proposals.map(({events: {files, columns, types}}) => [[files].flat().length, columns, types])).toEqual([
    [2, undefined, {"Order Completed": "purchase"}],
    [1, {event_time: "ts", event_type: "action", user_id: "uid"}, {basket: "cart"}]
  ]);
  expect(writeEvents(proposals[0] as Proposal)).toMatch(/^ {2}files: \[".*0\.csv", ".*2\.csv"\],$/m);
});

test("describeProposal(proposal, rows) says what is missing, rejected and doubtful", async () => {
  const content = "when,action,price,item_id\n31.12.2020 10:00,view,\"3,50\",1\n31.12.2020 10:01,zoom,\"3,50\",1\n31.12.2020,,,\n";
  const [proposal] = await propose([content]);
  const text = describeProposal(proposal as Proposal, 3);
  expect(text).toContain("Not found, but required: event_time, user_id. Name the file's own column in events.columns.");
  expect(text).toMatch(/event types would be rejected.*\n {4}zoom {2}1 {2}33\.3 %/);
  expect(text).toContain("event_type: 1 row without a value would be rejected");
  expect(text).toContain("price: some values are no plain numbers such as 19.99");
  expect(text).toContain("leaves out what needs it: category_id");

  const [other] = await propose(["time,event,user_id,item,price\n31.12.2020,Order Completed,1,1,0\n31.12.2020,purchase,1,1,1\n"]);
  const doubts = describeProposal(other as Proposal, 2);
  expect(doubts).toContain("event_time: expected times such as 2021-01-31 23:59:59 or seconds since 1970");
  expect(doubts).toContain("Order Completed, purchase all mean purchase: leave out those");
  expect(doubts).toContain("price: it is empty or not above 0 in some rows");

  const [header] = await propose(["1,2268318,2520377,pv,1511544070\n1,2333346,2520771,pv,1511561733\n"]);
  expect(describeProposal(header as Proposal, 1)).toContain("the first line looks like data; the columns have to be named in it");
  const [empty] = await propose(["event_time,event_type,user_id\n"]);
  expect(describeProposal(empty as Proposal, 0)).toContain("there are no rows to guess from, only names of columns");
}); // prettier-ignore

test("writeEvents(proposal) shows hostile names as text that means the same and does nothing", () => {
  const hostile = '\u001b[2J"}; process.exit() //\u202e`${1}`\u2028';
  const events: Proposal["events"] = {
    source: "files",
    files: hostile,
    columns: {user_id: hostile},
    types: Object.fromEntries([[hostile, "view"], ["__proto__", "cart"], ["a-b", "cart"]]) // prettier-ignore
  };
  const text = writeEvents({events, found: {}, missing: [], unknownTypes: [], warnings: []});
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
  const pasted = runInThisContext(`({${text}})`) as {events: Proposal["events"]};
  expect(pasted.events).toEqual(events);
  expect(Object.keys(pasted.events.types ?? {})).toEqual([hostile, "__proto__", "a-b"]);
});

async function propose(contents: string[]): Promise<Proposal[]> {
  const folder = temporaryFolder();
  const warehouse = await Warehouse.open({threads: 2});
  onTestFinished(() => warehouse.close());
  const profiles = [];
  for (const [i, content] of contents.entries()) {
    const path = join(folder, `${i}.csv`);
    writeFileSync(path, content);
    profiles.push(await profileFile(warehouse, path));
  }
  return proposeConfigurations(profiles);
}
