import {beforeAll, afterAll, describe, expect, test} from "vitest";
import {parseConfiguration} from "../../../../data-loaders/configuration.ts";
import {runPipeline} from "../../../../data-loaders/pipeline.ts";
import type {Warehouse} from "../../../../data-loaders/warehouse.ts";

let warehouse: Warehouse;

beforeAll(async () => {
  const events = {source: "demo-store", users: 2000} as const;
  warehouse = await runPipeline(parseConfiguration({events, segmentation: {seeds: 1}}), {threads: 2});
});

afterAll(() => warehouse.close());

describe("every mart has a key that is unique and never null", () => {
  test.each([
    ["kpis", "first_event_at"],
    ["funnel_users", "stage"],
    ["funnel_users", "position"],
    ["funnel_sessions", "stage"],
    ["funnel_events", "user_number, session_number, second, position"],
    ["funnel_breakdown", "funnel_order, dimension, value, stage"],
    ["funnel_definitions", "definition, stage"],
    ["funnel_definitions", "unit, funnel_order, conversion_window, is_open, is_product_held, stage"],
    ["funnel_trend", "funnel_order, period_kind, period_start, stage"],
    ["funnel_times", "stage"],
    ["sessions", "session_number"],
    ["daily", "event_date"],
    ["hourly", "event_day, event_hour"],
    ["rule_segments", "segment"],
    ["ml_segments", "segment"],
    ["ml_segments", "position"],
    ["brands", "brand"],
    ["categories", "category_code"],
    ["products", "product_id"],
    ["low_conversion_products", "product_id"],
    ["product_alerts", "product_id"],
    ["cart_returns", "left_users"],
    ["cleaning_audit", "step"],
    ["column_checks", "column_name"],
    ["rejected_events", "reason"],
    ["session_dimensions", "dimension, value"],
    ["session_carts", "session_number, brand"],
    ["session_counts", "dimension, value, position"],
    ["session_counts", "dimension, value_position, position"],
    ["period_comparison", "started_on"],
    ["monthly", "event_month"],
    ["weekly", "event_week"],
    ["abandoned_brands", "brand"],
    ["missing_attributes", "attribute"],
    ["category_lookup", "attribute, key"],
    ["traffic", "channel"],
    ["attribution", "channel, model"],
    ["campaigns", "campaign"],
    ["cohorts", "cohort, period"],
    ["cohort_retention", "cohort_kind, period_kind, dimension, value, cohort, period"],
    ["cohort_means", "cohort_kind, period_kind, dimension, value, period"],
    ["cohort_comparisons", "cohort_kind, period_kind, compared_with, dimension, value, cohort, period, metric"],
    ["time_to_purchase", "kind, dimension, value, days_since"],
    ["time_to_purchase_tests", "kind, dimension"],
    ["session_cube", "event_date, device, browser, source, campaign, country, visitor, segment"],
    ["data_checks", "check_name"],
    ["comparisons", "family, metric, dimension, value"],
    ["drivers", "change_id, dimension, value"],
    ["drivers", "change_id, position"],
    ["impact", "metric, dimension, value"],
    ["impact", "position"],
    ["anomalies", "episode"],
    ["metric_days", "metric, dimension, coalesce(value, ''), event_date"],
    ["revenue_concentration", "buyer_share"],
    ["product_classes", "class"],
    ["findings", "finding"],
    ["findings", "position"],
    ["finding_evidence", "finding, position"],
    ["recommendations", "finding"],
    ["recommendations", "position"]
  ])("marts.%s is unique and not null by %s", async (mart, key) => {
    const isNull = key.split(/, (?!')/).map((column) => `${column} is null`);
    expect(
      await warehouse.row(`
        select count(*) - count(distinct (${key})) as copies, count(*) filter (where ${isNull.join(" or ")}) as nulls
        from marts.${mart}`)
    ).toEqual({copies: 0n, nulls: 0n});
  });
});

describe("totals agree across marts", () => {
  test.each([
    ["kpis.revenue", "daily", "sum(revenue)"],
    ["kpis.revenue", "hourly", "sum(revenue)"],
    ["kpis.revenue", "brands", "sum(revenue)"],
    ["kpis.revenue", "categories", "sum(revenue)"],
    ["kpis.revenue", "products", "sum(revenue)"],
    ["kpis.revenue", "rule_segments", "sum(revenue) filter (where segment <> 'high_value')"],
    ["kpis.revenue", "ml_segments", "sum(total_revenue)"],
    ["kpis.users", "rule_segments", "sum(users) filter (where segment <> 'high_value')"],
    ["kpis.users", "ml_segments", "sum(users)"],
    ["kpis.events", "daily", "sum(events)"],
    ["kpis.events", "hourly", "sum(events)"],
    ["kpis.events", "cleaning_audit", "min(rows_out)"],
    ["kpis.views", "brands", "sum(views)"],
    ["kpis.carts", "categories", "sum(carts)"],
    ["kpis.purchases", "products", "sum(purchases)"],
    ["kpis.orders", "daily", "sum(orders)"],
    ["kpis.events", "monthly", "sum(events)"],
    ["kpis.events", "weekly", "sum(events)"],
    ["kpis.orders", "monthly", "sum(orders)"],
    ["kpis.orders", "weekly", "sum(orders)"],
    ["kpis.revenue", "monthly", "sum(revenue)"],
    ["kpis.revenue", "weekly", "sum(revenue)"],
    ["kpis.sessions", "traffic", "sum(sessions)"],
    ...["last_non_direct", "first", "linear", "position", "time_decay", "markov", "shapley"].flatMap((model) => [
      ["kpis.orders", "attribution", `sum(orders) filter (where model = '${model}')`],
      ["kpis.revenue", "attribution", `sum(revenue) filter (where model = '${model}')`],
      ["1", "attribution", `sum(share) filter (where model = '${model}')`]
    ]),
    ["(select sum(cost) from demo.ad_interactions)", "traffic", "sum(cost)"],
    ["(select sum(cost) from demo.ad_interactions)", "campaigns", "sum(cost)"],
    ["(select sum(cost) from demo.ad_interactions)", "attribution", "sum(cost) filter (where model = 'first')"],
    ["kpis.sessions", "session_cube", "sum(sessions)"],
    ["kpis.session_conversion_rate * kpis.sessions", "traffic", "sum(purchasing_sessions)"],
    ["kpis.session_conversion_rate * kpis.sessions", "session_cube", "sum(purchasing_sessions)"],
    ["kpis.users", "cohorts", "sum(users) filter (where period = 0)"],
    ["kpis.users", "cohort_retention", ofCohorts("first_visit")],
    ["kpis.sessions", "data_checks", "max(total) filter (where check_name = 'sessions_shared_by_users')"],
    [ofSessions("events"), "session_cube", "sum(events)"],
    [ofSessions("views"), "session_cube", "sum(views)"],
    [ofSessions("carts"), "session_cube", "sum(carts)"],
    [ofSessions("purchases"), "session_cube", "sum(purchases)"],
    [ofSessions("revenue"), "session_cube", "sum(revenue)"],
    [ofSessions("revenue"), "traffic", "sum(revenue)"],
    [ofBrand("purchases"), "missing_attributes", "max(purchases) filter (where attribute = 'brand')"],
    [ofBrand("revenue"), "missing_attributes", "max(revenue) filter (where attribute = 'brand')"],
    ["kpis.sessions", "sessions", "count(*)"],
    ["kpis.viewing_users", "funnel_users", "max(users) filter (where stage = 'view')"],
    ["kpis.carting_users", "funnel_users", "max(users) filter (where stage = 'cart')"],
    ["kpis.purchasing_users", "funnel_users", "max(users) filter (where stage = 'purchase')"],
    ["(select sum(value) from marts.abandoned_brands)", "sessions", "sum(cart_value)"],
    ["(select sum(value) from marts.abandoned_brands)", "session_carts", "sum(value)"],
    ["(select sum(carts) from marts.abandoned_brands)", "session_carts", "sum(products)"],
    ["1", "ml_segments", "sum(share)"],
    ["1", "brands", "sum(revenue_share)"],
    ["1", "rule_segments", "sum(share) filter (where segment <> 'high_value')"]
  ])("%s is what marts.%s has as %s", async (figure, mart, total) => {
    const row = await warehouse.row(`
      select cast(${figure} as double) as figure, cast((select ${total} from marts.${mart}) as double) as total
      from marts.kpis as kpis`);
    // cents add up exactly, binary fractions of them nearly
    expect(row.total).toBeCloseTo(row.figure as number, 6);
  });

  test("marts.campaigns has the campaign that is paid for and brings no order", async () => {
    const row = await warehouse.row("from marts.campaigns where campaign = 'Lookalikes, reach'");
    expect(row).toMatchObject({orders: 0n, attributed_orders: 0n, orders_of_visitors: 0n, cost_per_order: null});
    expect(row.cost).toBeGreaterThan(0);
  });

  test("marts.sessions reaches the stages that marts.funnel_sessions counts", async () => {
    expect(
      await warehouse.rows(`
        select stage, funnel.sessions - (
            select count(*) from marts.sessions
            where (reached_stages & funnel.reach_flag) > 0
        ) as difference
        from marts.funnel_sessions as funnel where difference <> 0`)
    ).toEqual([]);
  });

  test("marts.session_carts has what marts.sessions say was left behind", async () => {
    expect(
      await warehouse.rows(`
        select sessions.session_number, sessions.cart_value, sum(carts.value) as total
        from marts.sessions as sessions
        left join marts.session_carts as carts on carts.session_number = sessions.session_number
        group by sessions.session_number, sessions.cart_value
        having abs(sessions.cart_value - coalesce(total, 0)) > 0.00001`)
    ).toEqual([]);
  });

  test.each([
    ...["started_on", "cart_bucket", "visitor", "segment", "last_stage"],
    // campaigns that too few people came from are left out, even all of them together as Other
    ...["device", "browser", "source", "country", "category"]
  ])("marts.session_counts by %s adds up to marts.funnel_sessions, less those of which it is missing", async (name) => {
    expect(
      await warehouse.rows(`
        with stages as (
            select stage, reach_flag, sessions from marts.funnel_sessions
            union all
            select 'all', null, sessions from marts.kpis
        ),
        counted as (
            select stage, sum(sessions) as sessions from marts.session_counts where dimension = '${name}' group by stage
        ),
        missing as (
            select stages.stage, count(sessions.session_number) as sessions
            from stages
            left join marts.sessions as sessions
                on sessions.${name} is null
                and (stages.reach_flag is null or (sessions.reached_stages & stages.reach_flag) > 0)
            group by stages.stage
        )
        select stages.stage, stages.sessions, counted.sessions as counted, missing.sessions as missing
        from stages
        left join counted on counted.stage = stages.stage
        left join missing on missing.stage = stages.stage
        where counted.sessions + missing.sessions is distinct from stages.sessions`)
    ).toEqual([]);
  });

  test("marts.session_cube reaches the stages that marts.funnel_sessions counts", async () => {
    const reached = ["home", "view", "cart", "checkout", "purchase"];
    const columns = ["home", "viewing", "carting", "checkout", "purchasing"].map((name) => `sum(${name}_sessions)`);
    const sums = await warehouse.rows(
      columns.map((column) => `select ${column}::double as sessions from marts.session_cube`).join(" union all ")
    );
    const funnel = await warehouse.rows("select stage, sessions::double as sessions from marts.funnel_sessions");
    expect(reached.map((stage, i) => ({stage, ...sums[i]}))).toEqual(funnel);
  });

  test("marts.session_cube has too few people only where nothing else is known of them", async () => {
    // visits of a day are those of several people, unless somebody came twice
    expect(
      await warehouse.rows(`
        select event_date from marts.session_cube
        where sessions < 5 and not (
            device = 'Other' and browser = 'Other' and source = 'Other' and campaign = 'Other' and country = 'Other'
            and visitor = 'Other' and segment = 'Other'
        )`)
    ).toEqual([]);
  });

  test("marts.cohort_retention leaves out no cohorts of first purchases, or enough people", async () => {
    const sum = `(select ${ofCohorts("first_purchase")} from marts.cohort_retention)`;
    const {left} = await warehouse.row(`select cast(purchasing_users - ${sum} as integer) as left from marts.kpis`);
    expect(left === 0 || Number(left) >= 5).toBe(true);
  });

  test("marts.rejected_events and the duplicates are what marts.cleaning_audit removes", async () => {
    expect(
      await warehouse.row(`
        select
            (select sum(rows_removed) from marts.cleaning_audit where step <> 'duplicates') as removed,
            (select sum(rows) from marts.rejected_events) as rejected,
            (select count(*) from raw.events) as raw,
            (select max(rows_in) from marts.cleaning_audit) as rows_in`)
    ).toSatisfy((row: Record<string, unknown>) => row.removed === row.rejected && row.raw === row.rows_in);
  });
});

function ofCohorts(kind: string): string {
  const where = `cohort_kind = '${kind}' and period_kind = 'month' and dimension = 'all' and period = 0`;
  return `sum(users) filter (where ${where})`;
}

// events without a session are no session's
function ofSessions(column: string): string {
  return `(select sum(${column}) from marts.sessions)`;
}

function ofBrand(column: string): string {
  return `(select ${column} from marts.brands where brand = 'Unknown')`;
}
