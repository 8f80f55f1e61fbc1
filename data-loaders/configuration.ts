import {z} from "zod";
import {eventColumns} from "../src/shared/event-columns.ts";
import {defaultStages} from "../src/shared/stages.ts";
import {closestName} from "./closest-name.ts";
import {costColumns} from "./costs/cost-columns.ts";
import {truthNames} from "./demo-store/truths.ts";
import {ReportError} from "./report-error.ts";

const text = z.string().trim().min(1, "is empty");
const count = (minimum: number) => z.number().int("is not a whole number").min(minimum, `is below ${minimum}`);
const weight = z.number().min(0, "is below 0").max(10, "is above 10");
const stageName = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]*$/,
    "is not a stage name: use lower-case letters, digits and underscores, such as add_to_cart"
  );

const demoStore = z.strictObject({
  source: z.literal("demo-store"),
  users: count(1).max(50_000_000, "is above 50000000").default(40_000),
  seed: count(0).max(4_294_967_295, "is above 4294967295").default(1),
  truths: z
    .union([z.boolean(), z.array(z.enum(truthNames))])
    .default(true)
    .transform((truths) => truthNames.filter((name) => (Array.isArray(truths) ? truths.includes(name) : truths)))
});

const fileNames = z.union([text, z.array(text).min(1, "names no file")]).transform((files) => [files].flat());

const eventFiles = z.strictObject({
  source: z.literal("files"),
  files: fileNames,
  columns: z.partialRecord(z.enum(eventColumns), text).default({}),
  types: z.record(text, stageName).default({}),
  encoding: z.enum(["utf-8", "latin-1"]).default("utf-8")
});

const stageTables = z.strictObject({
  source: z.literal("stage-tables"),
  tables: z.record(stageName, fileNames).refine((tables) => Object.keys(tables).length > 0, "names no table"),
  people: text.optional(),
  columns: z.partialRecord(z.enum(eventColumns), text).default({}),
  encoding: z.enum(["utf-8", "latin-1"]).default("utf-8")
});

const costFiles = z.strictObject({
  files: fileNames,
  columns: z.partialRecord(z.enum(costColumns), text).default({}),
  encoding: z.enum(["utf-8", "latin-1"]).default("utf-8")
});

const reportSchema = z.strictObject({
  title: text.default("Funnelbook"),
  locale: text.refine(isLocale, "is not a language tag such as en-GB").default("en-US"),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "is not a three-letter currency code such as EUR")
    .default("USD"),
  basePath: z.string().regex(/^\//, "does not start with a slash").default("/"),
  siteUrl: z.url({protocol: /^https?$/, error: "is not an address such as https://example.org/shop/"}).optional(),
  events: z.discriminatedUnion("source", [demoStore, eventFiles, stageTables]).prefault({source: "demo-store"}),
  costs: costFiles.optional(),
  stages: z
    .array(stageName)
    .min(2, "needs at least two stages")
    .max(30, "has more than 30 stages")
    .refine((stages) => new Set(stages).size === stages.length, "names a stage twice")
    .default([...defaultStages]),
  sessions: z
    .strictObject({idleMinutes: count(1).default(30), maximumPublished: count(1000).default(500_000)})
    .prefault({}),
  thresholds: z
    .strictObject({
      minimumProductViews: count(1).default(30),
      minimumTrials: count(1).default(30),
      // of events that are far from all others in time, to leave them out
      maximumStrayShare: z.number().min(0, "is below 0").max(0.5, "is above 0.5").default(0.01),
      maximumRejectedShare: z.number().min(0, "is below 0").max(1, "is above 1").default(0.5)
    })
    .prefault({}),
  segmentation: z
    .strictObject({
      clusters: z.union([z.literal("auto"), count(2).max(10, "is above 10")]).default(3),
      sampleSize: count(100).max(100_000, "is above 100000").default(10_000),
      seeds: count(1).max(200, "is above 200").default(20),
      // what "auto" asks of a number of clusters, and the page of the one that was set
      minimumShare: z.number().min(0, "is below 0").max(0.5, "is above 0.5").default(0.005),
      minimumStability: z.number().min(0, "is below 0").max(1, "is above 1").default(0.95),
      minimumStabilityAtWorst: z.number().min(0, "is below 0").max(1, "is above 1").default(0.9),
      weights: z
        .strictObject({
          // buying counts most; the others that say nearly the same as each other share what they count
          views: weight.default(0.2),
          carts: weight.default(0.2),
          orders: weight.default(1),
          revenue: weight.default(1),
          sessions: weight.default(0.15),
          active_days: weight.default(0.15),
          recency_days: weight.default(0.1),
          tenure_days: weight.default(0.1),
          brands: weight.default(0.1),
          categories: weight.default(0.1),
          average_price: weight.default(0.1),
          cart_value_left_behind: weight.default(0.2)
        })
        .prefault({}),
      rules: z.record(text, text).default({})
    })
    .prefault({}),
  claims: z.enum(["warn", "fail"]).default("warn"),
  memoryLimit: z
    .string()
    .regex(/^\d+(\.\d+)?\s*(KB|MB|GB|TB|KiB|MiB|GiB|TiB)$/i, "is not an amount of memory such as 4GB")
    .optional(),
  privacy: z.strictObject({minimumGroupSize: count(1).default(5)}).prefault({})
});

/** A report's configuration as an analyst writes it: every field has a default. */
export type ReportOptions = z.input<typeof reportSchema>;

/** A report's configuration with every default filled in. */
export type ReportConfiguration = z.output<typeof reportSchema>;

/** Events read from files, with the names that the files use for columns and event types. */
export type EventFiles = z.output<typeof eventFiles>;

/** Events read from a table per stage, with what a table of people adds to them. */
export type StageTables = z.output<typeof stageTables>;

/** What ads cost, read from files, with the names that the files use for columns. */
export type CostFiles = z.output<typeof costFiles>;

/** Events made up by the demo store. */
export type DemoStore = z.output<typeof demoStore>;

/** Gives `report.config.ts` completion and type checks; returns the options as they are. */
export function defineReport(options: ReportOptions): ReportOptions {
  return options;
}

/**
 * Validates a report's options and fills in defaults; an empty object gives the demo store's report. `origin` is the file
 * that messages name. Throws a ReportError that lists each field with its value and what is allowed.
 */
export function parseConfiguration(options: unknown, origin = "report.config.ts"): ReportConfiguration {
  const result = reportSchema.safeParse(options);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${origin}: ${describeIssue(issue, options)}`);
  throw new ReportError(problems.join("\n"));
}

/** Reads events from other files than the configuration says, keeping its maps of columns and event types if it has any. */
export function withEventFiles(configuration: ReportConfiguration, files: string[]): ReportConfiguration {
  const {events} = configuration;
  const maps =
    events.source === "files"
      ? {columns: events.columns, types: events.types, encoding: events.encoding}
      : {columns: {}, types: {}, encoding: "utf-8" as const};
  return {...configuration, events: {source: "files", files, ...maps}};
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function describeIssue(issue: z.core.$ZodIssue, options: unknown): string {
  const path = issue.path.join(".");
  const value = valueAt(options, issue.path);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => describeUnknownKey(key, issue.path)).join("; ");
  if (issue.code === "invalid_key" && issue.path.at(-2) === "columns") {
    return `${path}: there is no such column; use ${orList(columnsOf(issue.path))}`;
  }
  if (issue.code === "invalid_value")
    return `${path}: ${show(value)} is not allowed; use ${orList(issue.values.map(String))}`;
  if (issue.code === "invalid_key") return `${path}: a name in it is empty`;
  if (issue.code === "invalid_union" && issue.path.at(-1) === "files") {
    return `${path}: ${value === undefined ? "is missing" : `${show(value)} is not allowed`}; expected a glob or a list of globs`;
  }
  if (issue.code === "invalid_union" && issue.path.at(-1) === "truths") {
    return `${path}: ${show(value)} is not allowed; use true, false or a list of ${orList(truthNames)}`;
  }
  if (issue.code === "invalid_union" && issue.path.at(-1) === "clusters") {
    return `${path}: ${show(value)} is not allowed; use "auto" or a whole number from 2 to 10`;
  }
  if (issue.code === "invalid_union")
    return `${path}: ${show(value)} is not allowed; use "demo-store", "files" or "stage-tables"`;
  if (issue.code === "invalid_type" && issue.expected !== "int") {
    return value === undefined
      ? `${path || "configuration"}: is missing; expected ${issue.expected}`
      : `${path || "configuration"}: ${show(value)} is not allowed; expected ${issue.expected}`;
  }
  return `${path}: ${show(value)} ${issue.message}`;
}

function describeUnknownKey(key: string, path: readonly PropertyKey[]): string {
  const known = knownKeys(path);
  const guess = closestName(key, known);
  const name = [...path, key].join(".");
  return `${name}: there is no such option${guess ? `; did you mean ${guess}?` : known.length ? `; use ${orList(known)}` : ""}`;
}

function knownKeys(path: readonly PropertyKey[]): string[] {
  const [first, second] = path.map(String);
  if (first === undefined) return Object.keys(reportSchema.shape);
  if (second === "columns") return [...columnsOf(path)];
  if (first === "costs") return Object.keys(costFiles.shape);
  if (first === "events")
    return [...new Set([eventFiles, stageTables, demoStore].flatMap(({shape}) => Object.keys(shape)))];
  const defaults = valueAt(reportSchema.parse({}), path);
  return defaults && typeof defaults === "object" ? Object.keys(defaults) : [];
}

// that a map of columns may name
function columnsOf([first]: readonly PropertyKey[]): readonly string[] {
  return first === "costs" ? costColumns : eventColumns;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((parent, key) => (parent as Record<PropertyKey, unknown> | undefined)?.[key], value);
}

function show(value: unknown): string {
  return typeof value === "function" ? "a function" : (JSON.stringify(value) ?? String(value));
}

function orList(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
