import {describe, expect, test} from "vitest";
import {defineReport, parseConfiguration, withEventFiles} from "../../data-loaders/configuration.ts";
import {type TruthName, truthNames} from "../../data-loaders/demo-store/truths.ts";
import {ReportError} from "../../data-loaders/report-error.ts";

const files = {source: "files", files: "x"} as const;

test("parseConfiguration({}) gives the demo store's report", () => {
  expect(parseConfiguration({})).toEqual({
    title: "Funnelbook",
    locale: "en-US",
    currency: "USD",
    basePath: "/",
    events: {source: "demo-store", users: 40_000, seed: 1, truths: [...truthNames]},
    stages: ["home", "view", "cart", "checkout", "purchase"],
    sessions: {idleMinutes: 30, maximumPublished: 500_000},
    thresholds: {minimumProductViews: 30, minimumTrials: 30, maximumStrayShare: 0.01, maximumRejectedShare: 0.5},
    segmentation: {
      clusters: 3,
      sampleSize: 10_000,
      seeds: 20,
      minimumShare: 0.005,
      minimumStability: 0.95,
      minimumStabilityAtWorst: 0.9,
      weights: {
        views: 0.2,
        carts: 0.2,
        orders: 1,
        revenue: 1,
        sessions: 0.15,
        active_days: 0.15,
        recency_days: 0.1,
        tenure_days: 0.1,
        brands: 0.1,
        categories: 0.1,
        average_price: 0.1,
        cart_value_left_behind: 0.2
      },
      rules: {}
    },
    claims: "warn",
    privacy: {minimumGroupSize: 5}
  });
});

test("parseConfiguration(options) takes one file or several, and trims names", () => {
  expect(parseConfiguration({events: {...files, columns: {user_id: " customer "}}}).events).toEqual({
    source: "files",
    files: ["x"],
    columns: {user_id: "customer"},
    types: {},
    encoding: "utf-8"
  });
  expect(parseConfiguration({events: {...files, files: ["a", "b"]}}).events).toMatchObject({files: ["a", "b"]});
});

describe("parseConfiguration(options) throws with the field, its value and what is allowed", () => {
  test.each<[unknown, string]>([
    [{curency: "EUR"}, "curency: there is no such option; did you mean currency?"],
    [{events: {source: "demo-store", user: 5}}, "events.user: there is no such option; did you mean users?"],
    [{events: {...files, colums: {}}}, "events.colums: there is no such option; did you mean columns?"],
    [
      {events: {...files, columns: {event_tme: "time"}}},
      "events.columns.event_tme: there is no such option; did you mean event_time?"
    ],
    [{costs: {files: "x", column: {}}}, "costs.column: there is no such option; did you mean columns?"],
    [
      {costs: {files: "x", columns: {dya: "Tag"}}},
      "costs.columns.dya: there is no such option; use day, source, campaign, cost, impressions or clicks"
    ],
    [{costs: {}}, "costs.files: is missing; expected a glob or a list of globs"],
    [{costs: {files: "x", columns: {day: " "}}}, 'costs.columns.day: " " is empty'],
    [{costs: "ads.csv"}, 'costs: "ads.csv" is not allowed; expected object'],
    [{sessions: {idleMinute: 5}}, "sessions.idleMinute: there is no such option; did you mean idleMinutes?"],
    [{privacy: {secret: 1}}, "privacy.secret: there is no such option; use minimumGroupSize"],
    [{segmentation: {weights: {view: 1}}}, "segmentation.weights.view: there is no such option; did you mean views?"],
    [{title: 5}, "title: 5 is not allowed; expected string"],
    [{title: " "}, 'title: " " is empty'],
    [{locale: "en_GB"}, 'locale: "en_GB" is not a language tag such as en-GB'],
    [{currency: "eur"}, 'currency: "eur" is not a three-letter currency code such as EUR'],
    [{claims: "stop"}, 'claims: "stop" is not allowed; use warn or fail'],
    [{claims: true}, "claims: true is not allowed; use warn or fail"],
    [{claim: "fail"}, "claim: there is no such option; did you mean claims?"],
    [{basePath: "shop"}, 'basePath: "shop" does not start with a slash'],
    [{siteUrl: "example.org"}, 'siteUrl: "example.org" is not an address such as https://example.org/shop/'],
    [
      {siteUrl: "javascript:alert(1)"},
      'siteUrl: "javascript:alert(1)" is not an address such as https://example.org/shop/'
    ],
    [{events: "demo-store"}, 'events: "demo-store" is not allowed; expected object'],
    [{events: {source: "demo"}}, 'events.source: "demo" is not allowed; use "demo-store", "files" or "stage-tables"'],
    [{events: {...files, encoding: "utf-16"}}, 'events.encoding: "utf-16" is not allowed; use utf-8 or latin-1'],
    [{thresholds: {maximumRejectedShare: 2}}, "thresholds.maximumRejectedShare: 2 is above 1"],
    [{thresholds: {maximumRejectedShare: -0.1}}, "thresholds.maximumRejectedShare: -0.1 is below 0"],
    [{events: {source: "demo-store", users: 0}}, "events.users: 0 is below 1"],
    [
      {events: {source: "demo-store", truths: ["bots"]}},
      `events.truths: ["bots"] is not allowed; use true, false or a list of ${truthNames.slice(0, -1).join(", ")} or bot_day`
    ],
    [{events: {source: "demo-store", seed: 2 ** 32}}, "events.seed: 4294967296 is above 4294967295"],
    [{events: {source: "demo-store", users: "many"}}, 'events.users: "many" is not allowed; expected number'],
    [{events: {...files, files: []}}, "events.files: [] names no file"],
    [{events: {...files, files: ["a", ""]}}, 'events.files.1: "" is empty'],
    [
      {events: {...files, types: {Added: "Add To Cart"}}},
      'events.types.Added: "Add To Cart" is not a stage name: ' +
        "use lower-case letters, digits and underscores, such as add_to_cart"
    ],
    [{stages: ["view"]}, 'stages: ["view"] needs at least two stages'],
    [{stages: ["view", "view"]}, 'stages: ["view","view"] names a stage twice'],
    [
      {stages: ["View", "cart"]},
      'stages.0: "View" is not a stage name: use lower-case letters, digits and underscores, such as add_to_cart'
    ],
    [{stages: "view"}, 'stages: "view" is not allowed; expected array'],
    [{sessions: {idleMinutes: "30"}}, 'sessions.idleMinutes: "30" is not allowed; expected number'],
    [{segmentation: {clusters: 11}}, "segmentation.clusters: 11 is above 10"],
    [
      {segmentation: {clusters: "many"}},
      'segmentation.clusters: "many" is not allowed; use "auto" or a whole number from 2 to 10'
    ],
    [{segmentation: {minimumShare: 0.6}}, "segmentation.minimumShare: 0.6 is above 0.5"],
    [{segmentation: {rules: {"Big carts": ""}}}, 'segmentation.rules.Big carts: "" is empty'],
    [{segmentation: {seeds: 201}}, "segmentation.seeds: 201 is above 200"],
    [{segmentation: {weights: {views: -1}}}, "segmentation.weights.views: -1 is below 0"],
    [null, "configuration: null is not allowed; expected object"],
    [undefined, "configuration: is missing; expected object"]
  ])("parseConfiguration(%j) throws", (options, message) => {
    expect(problem(options)).toBe(`report.config.ts: ${message}`);
  });

  test("parseConfiguration({sessions: {idleMinutes: 1.5}}) throws that it is no whole number", () => {
    expect(problem({sessions: {idleMinutes: 1.5}})).toBe(
      "report.config.ts: sessions.idleMinutes: 1.5 is not a whole number"
    );
  });

  test("parseConfiguration({events: {source, files: 5}}) throws without advice about another field", () => {
    expect(problem({events: {...files, files: 5}})).toMatch(/^report\.config\.ts: events\.files: 5 is not allowed/);
    expect(problem({events: {...files, files: 5}})).not.toContain("demo-store");
    expect(problem({events: {source: "files"}})).not.toContain("demo-store");
  });

  test("parseConfiguration(options) lists every problem", () => {
    expect(problem({stages: ["a"], titel: "x", privacy: {minimumGroupSize: 0}}).split("\n")).toEqual([
      'report.config.ts: stages: ["a"] needs at least two stages',
      "report.config.ts: privacy.minimumGroupSize: 0 is below 1",
      "report.config.ts: titel: there is no such option; use title, locale, currency, basePath, siteUrl, events, costs, stages, " +
        "sessions, thresholds, segmentation, claims, memoryLimit or privacy"
    ]);
  });

  test("parseConfiguration(options, origin) names the file", () => {
    expect(() => parseConfiguration({title: 5}, "other.ts")).toThrow("other.ts: title: 5 is not allowed");
  });
});

test("defineReport(options) returns the options", () => {
  const options = {title: "Shop"};
  expect(defineReport(options)).toBe(options);
});

test("withEventFiles(configuration, files) keeps the maps of columns and event types", () => {
  const maps = {columns: {user_id: "customer"}, types: {Bought: "purchase"}, encoding: "latin-1" as const};
  const configuration = parseConfiguration({events: {...files, ...maps}});
  expect(withEventFiles(configuration, ["y"]).events).toEqual({source: "files", files: ["y"], ...maps});
  expect(withEventFiles(parseConfiguration({}), ["y"]).events).toEqual({
    source: "files",
    files: ["y"],
    columns: {},
    types: {},
    encoding: "utf-8"
  });
});

function problem(options: unknown): string {
  try {
    parseConfiguration(options);
  } catch (error) {
    if (error instanceof ReportError) return error.message;
  }
  return "no ReportError";
}

test.each<[boolean | TruthName[] | undefined, TruthName[]]>([
  [undefined, [...truthNames]],
  [true, [...truthNames]],
  [false, []],
  [
    ["bot_day", "replayed_day", "bot_day"],
    ["replayed_day", "bot_day"]
  ]
])("parseConfiguration({events: {truths: %j}}) plants %j", (truths, planted) => {
  const {events} = parseConfiguration({events: {source: "demo-store", truths}});
  expect(events).toMatchObject({truths: planted});
});
