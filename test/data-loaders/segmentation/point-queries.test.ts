import {expect, onTestFinished, test} from "vitest";
import {nearestCentroidQuery, pointColumns} from "../../../data-loaders/segmentation/point-queries.ts";
import {Warehouse} from "../../../data-loaders/warehouse.ts";

const axis = {mean: 0, deviation: 1, weight: 1};
const axes = [
  {...axis, feature: "views" as const},
  {...axis, feature: "carts" as const}
];

test("pointColumns(axes) standardise and weigh to whole millionths", async () => {
  const warehouse = await openWarehouse();
  const columns = pointColumns([{feature: "views", mean: 1, deviation: 2, weight: 0.5}]);
  expect(await warehouse.row(`select ${columns.join(", ")} from (select 4000003.0 as views)`)).toEqual({
    point_views: 750001
  });
});

test("nearestCentroidQuery(table, {centroids}) gives the nearest and the squared distance, ties to the first", async () => {
  const warehouse = await openWarehouse();
  await warehouse.run(
    "create table users as select * from (values (7, 0.0, 0.0), (8, 3e6, 4e6)) as users(user_key, views, carts)"
  );
  const query = nearestCentroidQuery("users", {
    axes,
    centroids: [
      [9e6, 9e6],
      [-0.1, 0],
      [0.1, 0]
    ],
    columns: "user_key"
  });
  expect(await warehouse.rows(`from (${query}) order by user_key`)).toEqual([
    {user_key: 7, cluster: 1, distance: 0},
    // nearer to the third by a hair: (3e6 - 0.1)² + (4e6)² squared millionths, in millionths of a squared deviation
    {user_key: 8, cluster: 2, distance: 24_999_999}
  ]);
});

test("nearestCentroidQuery(table, {centroids: []}) gives no rows", async () => {
  const warehouse = await openWarehouse();
  await warehouse.run("create table users as select 7 as user_key");
  const query = nearestCentroidQuery("users", {axes: [], centroids: [], columns: "user_key"});
  expect(await warehouse.rows(query)).toEqual([]);
});

async function openWarehouse(): Promise<Warehouse> {
  const warehouse = await Warehouse.open();
  onTestFinished(() => warehouse.close());
  return warehouse;
}
