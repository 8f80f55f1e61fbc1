import {cpSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {parseConfiguration} from "../../../../data-loaders/configuration.ts";
import {featureNames} from "../../../../data-loaders/segmentation/features.ts";
import {buildSnapshots} from "../../../../data-loaders/snapshots.ts";
import {sqlLiteral, Warehouse} from "../../../../data-loaders/warehouse.ts";
import {hashFiles} from "../../../fixtures/hash-files.ts";
import {plainRows} from "../../../fixtures/plain-rows.ts";
import {temporaryFolder} from "../../../fixtures/temporary-folder.ts";

const header = "event_time,event_type,user_id,user_session,product_id,price";
const view = (user: string, day = 1) => `2024-01-0${day} 10:00:00,view,${user},${user}${day},lamp,5`;
const buy = (user: string, day = 1) => `2024-01-0${day} 10:00:00,purchase,${user},${user}${day},lamp,5`;
const first = [view("ann"), view("bob"), view("cyd"), buy("dan")];
const nothing = Object.fromEntries(featureNames.map((name) => [name, 0]));
const second = [...first, buy("eve", 2)];

test("marts.segment_drift has nothing to compare the first snapshot with", async () => {
  const shop = makeShop();
  await shop.build(first);
  expect(await shop.rows("select segment, previous_share, share_change, previous_last_event_at from drift")).toEqual([
    {segment: "Occasional buyers", previous_share: null, share_change: null, previous_last_event_at: null},
    {segment: "Browsers", previous_share: null, share_change: null, previous_last_event_at: null}
  ]);
});

test("marts.segment_drift measures how shares and centres moved since the snapshot before", async () => {
  const shop = makeShop({...nothing, views: 1, orders: 1});
  await shop.build([view("ann"), view("bob"), buy("dan")]);
  const thrice = (user: string) => [1, 2, 3].map((day) => view(user, day));
  await shop.build([...thrice("ann"), ...thrice("bob"), ...thrice("cyd"), buy("dan")]);
  const [buyers, browsers] = [0.25 - 1 / 3, 0.75 - 2 / 3];
  // from ln 2 to ln 4; the logarithms of one more view are now ln 4, ln 4, ln 4 and 0
  const movement = Math.log(2) / (Math.log(4) * Math.sqrt(3 / 16));
  const previous_last_event_at = new Date("2024-01-01T10:00:00Z");
  expect(await shop.rows("from drift")).toEqual([
    {
      ...{segment: "Occasional buyers", position: 1, users: 1, share: 0.25, previous_users: 1, previous_share: 1 / 3},
      ...{share_change: nearly(buyers), stability_index: nearly(buyers * Math.log(0.25 * 3))},
      ...{centroid_movement: 0, previous_last_event_at}
    },
    {
      ...{segment: "Browsers", position: 2, users: 3, share: 0.75, previous_users: 2, previous_share: 2 / 3},
      ...{
        share_change: nearly(browsers),
        stability_index: nearly(browsers * Math.log(0.75 * 3) - browsers * Math.log(2))
      },
      ...{centroid_movement: nearly(movement), previous_last_event_at}
    }
  ]);
});

test("marts.segment_drift lists segments that came and that went", async () => {
  const shop = makeShop();
  await shop.build(first);
  await shop.build([view("ann"), buy("dan"), buy("dan", 2), buy("dan", 3)]);
  expect(
    await shop.rows(
      "select segment, position, users, previous_users, centroid_movement is null as is_unknown from drift"
    )
  ).toEqual([
    {segment: "Loyal customers", position: 1, users: 1, previous_users: null, is_unknown: true},
    {segment: "Browsers", position: 2, users: 1, previous_users: 3, is_unknown: false},
    {segment: "Occasional buyers", position: null, users: null, previous_users: 1, is_unknown: true}
  ]);
});

test("marts.segment_drift stays the same when the same events are built again", async () => {
  const shop = makeShop();
  await shop.build(first);
  await shop.build(second);
  const before = hashFiles(shop.snapshots);
  expect((await shop.build(second)).isNew).toBe(false);
  await shop.build(second, {force: true});
  expect(hashFiles(shop.snapshots)).toEqual(before);
});

test("marts.segment_drift does not compare with snapshots of another source, unless told", async () => {
  const [shop, other] = [makeShop(), makeShop()];
  await other.build(first);
  cpSync(other.snapshots, shop.snapshots, {recursive: true});
  await shop.build(second);
  const compared = async () => (await shop.rows("select count(previous_share) as n from drift"))[0]?.n;
  expect(await compared()).toBe(0);
  const {isNew} = await shop.build(second, {previousFolder: other.snapshots});
  expect([isNew, await compared()]).toEqual([true, 2]);
});

test("buildSnapshots(configuration, output, {previousFolder}) throws where there are no snapshots", async () => {
  await expect(makeShop().build(first, {previousFolder: "nowhere"})).rejects.toThrow(
    "nowhere: there are no snapshots with segments to compare with"
  );
});

function nearly(value: number): number {
  return expect.closeTo(value, 5) as number;
}

function makeShop(weights = {}) {
  const folder = temporaryFolder();
  const file = join(folder, "events.csv");
  const snapshots = join(folder, "snapshots");
  const configuration = parseConfiguration({
    events: {source: "files", files: file},
    segmentation: {clusters: 2, seeds: 1, weights},
    privacy: {minimumGroupSize: 1}
  });
  return {
    snapshots,
    build: (lines: string[], options = {}) => {
      writeFileSync(file, [header, ...lines].join("\n"));
      return buildSnapshots(configuration, snapshots, options);
    },
    rows: async (sql: string) => {
      const warehouse = await Warehouse.open();
      const table = `read_parquet(${sqlLiteral(join(snapshots, "segment_drift.parquet"))})`;
      const rows = plainRows(await warehouse.rows(sql.replace("drift", table)));
      warehouse.close();
      return rows;
    }
  };
}
