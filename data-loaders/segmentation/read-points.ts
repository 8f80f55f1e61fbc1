import type {DuckDBConnection} from "@duckdb/node-api";
import {readNumbers} from "../read-results.ts";
import {type Axis, millionths, pointColumn, pointColumns} from "./point-queries.ts";
import {pairwiseDistances} from "./quality/pairwise-distances.ts";
import type {Sample} from "./quality/assess-cluster-count.ts";
import {type Points, countPoints, firstPoints} from "./points.ts";

/** On how many users of a sample the silhouette is measured, which takes time that grows with their square. */
const silhouetted = 1000;

/** More users than this are fitted by a uniform sample of about so many, which moves no centroid by as much as matters. */
export const mostFitted = 500_000;

/** The points of users in millionths, in no order: all of them, or a uniform sample where there are more than `mostFitted`. */
export async function readPoints(connection: DuckDBConnection, axes: readonly Axis[], users: number): Promise<Points> {
  const {values} = await readNumbers(
    connection,
    `select ${pointColumns(axes).join(", ")} from core.scaled_features ${users > mostFitted ? `where ${isSampled(mostFitted / users)}` : ""}`,
    {expectedRows: Math.min(users, mostFitted)}
  );
  return {values, dimensions: axes.length};
}

/** A uniform sample of `size` users, all where there are no more, in an order that hangs on their ids alone: points in millionths. */
export async function readSample(
  connection: DuckDBConnection,
  axes: readonly Axis[],
  {users, size}: {users: number; size: number}
): Promise<{points: Points; sample: (size: number) => Sample}> {
  const columns = axes.map(pointColumn);
  // twice as many as needed, so that few have to be sorted and none is missing
  const filter = users > 2 * size ? `where ${isSampled((2 * size) / users)}` : "";
  const {values} = await readNumbers(
    connection,
    `with sample as (select ${["user_id", ...pointColumns(axes)].join(", ")} from core.scaled_features ${filter} order by hash(user_id), user_id limit ${size})
    select
        ${columns.map((column) => `sample.${column}, `).join("")}
        cast(users.orders as double),
        cast(users.carts as double),
        cast(users.revenue as double),
        cast(users.events as double)
    from sample inner join core.user_features as users on users.user_id = sample.user_id
    order by hash(sample.user_id), sample.user_id`
  );
  const dimensions = columns.length;
  const width = dimensions + 4;
  const points = {values: new Float64Array((values.length / width) * dimensions), dimensions};
  const behaviours = Array.from({length: values.length / width}, (_, i) => {
    const row = values.subarray(i * width, (i + 1) * width);
    points.values.set(row.subarray(0, dimensions), i * dimensions);
    const [orders = 0, carts = 0, revenue = 0, events = 0] = row.subarray(dimensions);
    return {orders, carts, revenue, events};
  });
  return {
    points,
    sample: (size) => {
      const first = firstPoints(points, size);
      const standard = {values: first.values.map((value) => value / millionths), dimensions};
      return {
        points: standard,
        behaviours: behaviours.slice(0, countPoints(first)),
        distances: pairwiseDistances(firstPoints(standard, silhouetted))
      };
    }
  };
}

// DuckDB's own hash of an id has nothing to do with what its user did
function isSampled(share: number): string {
  return `hash(user_id) % 1000003 < ${share * 1000003}`;
}
