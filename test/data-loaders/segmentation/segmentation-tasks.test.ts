import {afterAll, beforeAll, describe, expect, onTestFinished, test} from "vitest";
import {parseConfiguration, type ReportOptions} from "../../../data-loaders/configuration.ts";
import {tablesOf} from "../../../data-loaders/models.ts";
import {runPipeline} from "../../../data-loaders/pipeline.ts";
import {featureNames} from "../../../data-loaders/segmentation/features.ts";
import {seededRandom} from "../../../data-loaders/statistics/seeded-random.ts";
import {Warehouse} from "../../../data-loaders/warehouse.ts";
import {nearestSegments, type SegmentAxis} from "../../../src/shared/nearest-segment.ts";
import {buildWarehouse} from "../../fixtures/build-warehouse.ts";
import {leastInertia, type WeightedPoint} from "../../fixtures/plain-lloyd.ts";
import {plainRows} from "../../fixtures/plain-rows.ts";
import {event, type RawEvent} from "../../fixtures/raw-event.ts";
import {runOnRaw} from "../../fixtures/run-on-raw.ts";
import {untidyEvents} from "../../fixtures/untidy-events.ts";

const tables = tablesOf(
  "core.user_features core.users marts.ml_segments marts.segment_crosswalk marts.segment_features marts.segment_quality"
);

describe("the full demo store with the configuration as it comes", () => {
  let warehouse: Warehouse;

  beforeAll(async () => {
    warehouse = await runPipeline(parseConfiguration({events: {source: "demo-store", users: 407_000}}), {tables});
  }, 120_000);

  afterAll(() => warehouse.close());

  test("segmentationTasks(configuration) find browsers, occasional buyers and loyal customers", async () => {
    const rows = await warehouse.rows("select segment from marts.ml_segments order by position");
    expect(rows.map(({segment}) => segment)).toEqual(["High-value loyal customers", "Occasional buyers", "Browsers"]);
  });

  test("segmentationTasks(configuration) put nearly everybody where the rules would", async () => {
    const rows = await warehouse.rows(
      "select rule_segment, share_of_rule from marts.segment_crosswalk where is_counterpart order by rule_position"
    );
    const recall = new Map(rows.map((row) => [row.rule_segment, Number(row.share_of_rule)]));
    expect(recall.get("view_only")).toBeGreaterThanOrEqual(0.95);
    expect(recall.get("cart_abandoner")).toBeGreaterThanOrEqual(0.95);
    expect(recall.get("single_purchase_buyer")).toBeGreaterThanOrEqual(0.9);
    expect(recall.get("loyal_multi_buyer")).toBeGreaterThanOrEqual(0.85);
  });

  test("segmentationTasks(configuration) find segments that resamples bear out", async () => {
    const [chosen] = await warehouse.rows("select * from marts.segment_quality where is_chosen");
    expect(chosen?.stability_mean).toBeGreaterThanOrEqual(0.95);
    expect(chosen).toMatchObject({clusters: 3, is_stable: true, is_large_enough: true, is_told_apart: true});
  });

  test("segmentationTasks(configuration) give every user the segment whose published centre is nearest", async () => {
    // every 40th user; the others are alike in kind
    await expectNearest(warehouse, "hash(users.user_id) % 40 = 0");
  });
});

describe.each([{clusters: 3}, {clusters: 5, weights: {revenue: 0.5, average_price: 0.4}}])(
  "segments with %j",
  (options) => {
    let warehouse: Warehouse;

    beforeAll(async () => {
      const events = {source: "demo-store", users: 6000, seed: 3} as const;
      warehouse = await runPipeline(parseConfiguration({events, segmentation: options}), {tables});
    }, 60_000);

    afterAll(() => warehouse.close());

    test("segmentationTasks(configuration) come within 1.002 of the best of 20 fits to the end", async () => {
      const points = await distinctPoints(warehouse);
      const best = leastInertia(points, {k: options.clusters, fits: 20, random: seededRandom(9)});
      const {inertia} = await warehouse.row("select sum(inertia) as inertia from marts.ml_segments");
      expect(Number(inertia) / best).toBeLessThanOrEqual(1.002);
    }, 60_000);

    test("segmentationTasks(configuration) give every user the segment whose published centre is nearest", async () => {
      await expectNearest(warehouse, "true");
    });
  }
);

describe("segmentationTasks(configuration) give the same labels", () => {
  const events = untidyEvents(900, {users: 300, sessions: 200});
  const label = async (given: RawEvent[] | RawEvent[][], threads = 2) => {
    const warehouse = await Warehouse.open({threads});
    onTestFinished(() => warehouse.close());
    await runOnRaw(warehouse, given, parseConfiguration({segmentation: {sampleSize: 100, seeds: 3}}), tables);
    return plainRows(
      await warehouse.rows("select user_id, cluster, distance from segmentation.labels order by user_id")
    );
  };

  test("segmentationTasks(configuration) give the same labels for events in any order, on one thread or two", async () => {
    const expected = await label(events);
    expect(expected.length).toBeGreaterThan(200);
    expect(await label(events.toReversed(), 1)).toEqual(expected);
  });

  test("segmentationTasks(configuration) give the same labels for events in several files", async () => {
    const files = [0, 1, 2].map((file) => events.filter((_, i) => i % 3 === file));
    expect(await label(files)).toEqual(await label(events));
  });
});

describe("segmentationTasks(configuration) with little to go by", () => {
  const at = "2024-01-01 10:00:00";
  const lamp = {product_id: "lamp", price: "5"};

  test("segmentationTasks(configuration) make one segment of users who are all alike", async () => {
    const users = ["ann", "bob", "cyd"].map((user) => event(at, "view", user));
    expect(await segmentsOf(users)).toEqual([{segment: "Browsers", users: 3, inertia: 0, silhouette: null}]);
  });

  test("segmentationTasks(configuration) make one segment of one user", async () => {
    expect(await segmentsOf([event(at, "purchase", "ann", lamp)])).toEqual([
      {segment: "Occasional buyers", users: 1, inertia: 0, silhouette: null}
    ]);
  });

  test("segmentationTasks(configuration) make as many segments as there are different users, where those are fewer", async () => {
    const rows = await segmentsOf([event(at, "view", "ann"), event(at, "view", "bob"), event(at, "cart", "cyd", lamp)]);
    expect(rows.map(({segment, users}) => [segment, users])).toEqual([
      ["Cart abandoners", 1],
      ["Browsers", 2]
    ]);
  });

  test("segmentationTasks(configuration) put every user into one segment that has a name", async () => {
    const warehouse = await buildWarehouse([
      event(at, "view", "ann"),
      event(at, "view", "bob"),
      event(at, "cart", "cyd"),
      event(at, "purchase", "dan", lamp)
    ]);
    const query = `select labels.user_id, segments.segment
      from segmentation.labels as labels
      inner join segmentation.segments as segments on segments.cluster = labels.cluster
      order by labels.user_id`;
    expect(await warehouse.rows(query)).toEqual([
      {user_id: "ann", segment: "Browsers"},
      {user_id: "bob", segment: "Browsers"},
      {user_id: "cyd", segment: "Cart abandoners"},
      {user_id: "dan", segment: "Occasional buyers"}
    ]);
  });

  test("segmentationTasks(configuration) do not tell users apart by features that all share", async () => {
    const warehouse = await buildWarehouse([event(at, "view", "ann"), event("2024-01-02 10:00:00", "view", "bob")]);
    const features = await warehouse.rows(
      "select distinct feature, deviation, coordinate is null as is_unused from marts.segment_features where deviation is not null"
    );
    expect(features.map(({feature}) => feature).sort()).toEqual(["recency_days", "tenure_days"]);
    expect(features.every(({is_unused}) => !is_unused)).toBe(true);
  });

  test("segmentationTasks(configuration) take what is missing as nothing, never as no number", async () => {
    // no price, no quantity that can be read, no brand: sums over nothing are null
    const warehouse = await buildWarehouse([
      event(at, "purchase", "ann"),
      event(at, "purchase", "bob", {price: "NaN", quantity: "NaN"}),
      event(at, "view", "cyd", {price: "nan"}),
      event(at, "cart", "dan", {...lamp, brand: ""})
    ]);
    const columns = featureNames.map((name) => `coalesce(isfinite(cast(${name} as double)), false)`).join(" and ");
    expect(await warehouse.rows(`select count(*) as users from core.user_features where ${columns}`)).toEqual([
      {users: 4n}
    ]);
    const labels = await warehouse.rows("select cluster from segmentation.labels where cluster is null");
    expect(labels).toEqual([]);
  });

  test("segmentationTasks(configuration) tell a spread from none, however large the numbers are", async () => {
    const rows = await segmentsOf([
      event(at, "purchase", "ann", {...lamp, price: "99999999999999"}),
      event(at, "purchase", "bob", {...lamp, price: "0.01"}),
      event(at, "view", "cyd", lamp)
    ]);
    expect(rows.length).toBe(3);
  });

  async function segmentsOf(events: RawEvent[]) {
    const warehouse = await buildWarehouse(events);
    return plainRows(
      await warehouse.rows("select segment, users, inertia, silhouette from marts.ml_segments order by position")
    );
  }
});

test('segmentationTasks(configuration) with "auto" take the most clusters that hold all criteria', async () => {
  const count = async (segmentation: ReportOptions["segmentation"]) => {
    const events = {source: "demo-store", users: 4000} as const;
    const warehouse = await runPipeline(parseConfiguration({events, segmentation}));
    onTestFinished(() => warehouse.close());
    const rows = await warehouse.rows("select * from marts.segment_quality order by clusters");
    const [{segments} = {}] = await warehouse.rows("select count(*) as segments from marts.ml_segments");
    const good = rows.filter((row) => row.is_stable && row.is_large_enough && row.is_told_apart);
    expect(rows.filter(({is_chosen}) => is_chosen).map(({clusters}) => clusters)).toEqual([Number(segments)]);
    return [Number(segments), Math.max(2, ...good.map(({clusters}) => Number(clusters)))];
  };
  const [chosen, best] = await count({clusters: "auto"});
  expect(chosen).toBe(best);
  expect(chosen).toBeGreaterThanOrEqual(3);
  // no more than two have a third of the users each
  expect((await count({clusters: "auto", minimumShare: 0.3}))[0]).toBe(2);
});

async function expectNearest(warehouse: Warehouse, where: string): Promise<void> {
  const axes = plainRows(await warehouse.rows("from marts.segment_features")) as unknown as SegmentAxis[];
  const columns = featureNames.map((name) => `cast(users.${name} as double) as ${name}`);
  const users = await warehouse.rows(
    `select segments.segment, ${columns.join(", ")}
    from core.user_features as users
    inner join segmentation.labels as labels on labels.user_id = users.user_id
    inner join segmentation.segments as segments on segments.cluster = labels.cluster
    where ${where}`
  );
  expect(users.length).toBeGreaterThan(1000);
  const nearest = users.map((user) => nearestSegments(axes, user as Record<string, number>)[0]?.segment);
  expect(nearest).toEqual(users.map(({segment}) => segment));
}

// users who are alike in what segments are learned from as one point, standardised and weighted
async function distinctPoints(warehouse: Warehouse): Promise<WeightedPoint[]> {
  const axes = await warehouse.rows("from segmentation.features where deviation is not null and weight > 0");
  const columns = axes.map(
    ({feature, scale, mean, deviation, weight}) =>
      `(${scale === "log1p" ? `ln(1 + ${feature})` : feature} - ${mean}) * ${weight} / ${deviation} as ${feature}`
  );
  const names = axes.map(({feature}) => String(feature));
  const rows = await warehouse.rows(
    `select ${names.join(", ")}, count(*) as users from (select ${columns.join(", ")} from core.user_features) group by all`
  );
  return rows.map((row) => ({point: names.map((name) => Number(row[name])), weight: Number(row.users)}));
}
