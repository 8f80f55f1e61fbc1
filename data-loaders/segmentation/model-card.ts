import {counted, numberFormat} from "../../src/shared/number-format.ts";
import type {ReportConfiguration} from "../configuration.ts";
import type {Row, Warehouse} from "../warehouse.ts";
import {mostFitted} from "./read-points.ts";

/** A part of a model card. */
export interface ModelCardSection {
  title: string;
  paragraphs: string[];
  table?: {columns: string[]; rows: string[][]};
}

/**
 * What the K-Means segments of a report are, what they were learned from, how well they do, and what they are not meant for, after
 * Mitchell et al. (2019), Model cards for model reporting. All numbers come from the tables of the schema `marts`. Without users it
 * says that there is nothing to describe.
 */
export async function buildModelCard(
  warehouse: Warehouse,
  configuration: ReportConfiguration
): Promise<ModelCardSection[]> {
  const segments = await warehouse.rows("from marts.ml_segments order by position");
  if (!segments.length) return [{title: "Model details", paragraphs: ["There are no users, and so no segments."]}];
  const formats = cardFormats(configuration);
  const kpis = await warehouse.row("from marts.kpis");
  const [chosen] = await warehouse.rows("from marts.segment_quality where is_chosen");
  const features = await warehouse.rows("from marts.segment_features where position = 1 order by feature_position");
  const recall = await warehouse.rows("from marts.segment_recall order by position");
  const [drift] = await warehouse.rows(
    `select sum(stability_index) as stability_index, max(centroid_movement) as movement, max(previous_last_event_at) as previous
    from marts.segment_drift having max(previous_last_event_at) is not null`
  );
  return [
    modelDetails(segments, configuration, formats),
    intendedUse(),
    trainingData(kpis, formats),
    featureWeights(features, formats),
    segmentTable(segments, formats),
    evaluation(chosen, formats),
    recallTable(recall, formats),
    driftSection(drift, formats),
    limits()
  ];
}

function modelDetails(
  segments: readonly Row[],
  {segmentation}: ReportConfiguration,
  {integer}: CardFormats
): ModelCardSection {
  const {clusters, seeds, sampleSize} = segmentation;
  return {
    title: "Model details",
    paragraphs: [
      `K-Means with ${counted(segments.length, "cluster", "clusters", {count: integer})} (${clusters === "auto" ? "the number was chosen from the data" : "the number was set"}): the best of ${seeds} k-means++ starts on a uniform sample of at most ${integer(sampleSize)} users, carried on by Lloyd’s steps over up to ${integer(mostFitted)} users; every user is then assigned to the nearest centre. The same events give the same segments, in whatever order and on however many threads.`,
      "Names follow from what the members do: at least half buy, and twice or more on average, and spend more than the average buyer (High-value loyal customers; Loyal customers where they do not spend more); at least half buy (Occasional buyers); at least half put something into a cart (Cart abandoners); fewer than one in ten buy (Browsers); else Mixed shoppers."
    ]
  };
}

function intendedUse(): ModelCardSection {
  return {
    title: "Intended use",
    paragraphs: [
      "To describe the kinds of shoppers a shop has, to choose what to offer to each kind, and to read other numbers by kind.",
      "Not meant for decisions about a single person, such as prices, credit or exclusion: a segment says what its members do on average."
    ]
  };
}

function trainingData(kpis: Row, {integer}: CardFormats): ModelCardSection {
  const day = (value: unknown): string => (value as Date).toISOString().slice(0, 10);
  return {
    title: "Data",
    paragraphs: [
      `${counted(Number(kpis.users), "user", "users", {count: integer})} with ${integer(kpis.events)} clean events from ${day(kpis.first_event_at)} to ${day(kpis.last_event_at)}. Events that could not be read, rows with prices of zero or less and exact duplicates are left out; nobody else is. There is no other data for training and testing apart: stability is measured by drawing users anew.`
    ]
  };
}

function featureWeights(features: readonly Row[], {decimal}: CardFormats): ModelCardSection {
  return {
    title: "Features and weights",
    paragraphs: [
      "Each feature is standardised over all users, counts and amounts after taking the logarithm of one more, and multiplied by its weight. The weights are a choice: buying counts most, so that segments differ by it first. A feature that all users share, or whose weight is 0, tells nobody apart."
    ],
    table: {
      columns: ["feature", "scale", "mean", "standard deviation", "weight"],
      rows: features.map(({label, scale, mean, deviation, weight}) => [
        String(label),
        scale === "log1p" ? "logarithm of one more" : "as it is",
        decimal(mean),
        deviation === null ? "the same for all" : decimal(deviation),
        String(weight)
      ])
    }
  };
}

function segmentTable(segments: readonly Row[], {integer, decimal, percent}: CardFormats): ModelCardSection {
  return {
    title: "Segments",
    paragraphs: [],
    table: {
      columns: [
        "segment",
        "users",
        "share",
        "who buy",
        "orders each",
        "revenue each",
        "inertia per user",
        "silhouette"
      ],
      rows: segments.map((row) => [
        String(row.segment),
        integer(row.users),
        percent(row.share),
        percent(row.conversion_rate),
        decimal(row.average_orders),
        decimal(row.average_revenue),
        decimal(Number(row.inertia) / Number(row.users)),
        decimal(row.silhouette)
      ])
    }
  };
}

function evaluation(chosen: Row | undefined, {integer, decimal, percent}: CardFormats): ModelCardSection {
  const title = "How well they do";
  if (!chosen) return {title, paragraphs: ["All users are alike, or nearly so: there is nothing to measure."]};
  const {users, resamples, stability_mean, stability_minimum, silhouette, explained_share, smallest_share} = chosen;
  const verdicts = [
    chosen.is_stable ? "stable" : "not stable",
    chosen.is_large_enough ? "large enough" : "too small in part",
    chosen.is_told_apart ? "each deserving a name of its own" : "not all deserving names of their own"
  ];
  return {
    title,
    paragraphs: [
      `On a sample of ${integer(users)} users: adjusted Rand index with the clusters of ${integer(resamples)} bootstrap resamples ${decimal(stability_mean)} on average and ${decimal(stability_minimum)} at worst; mean silhouette ${decimal(silhouette)}; ${percent(explained_share)} of the squared distances explained; the smallest segment has ${percent(smallest_share)} of the sample. By the criteria of the configuration they are ${verdicts.join(", ")}.`
    ]
  };
}

function recallTable(recall: readonly Row[], {percent}: CardFormats): ModelCardSection {
  return {
    title: "Agreement with the rule segments",
    paragraphs: recall.length
      ? ["The share of each rule segment’s users who are in the learned segment of that kind, by its name."]
      : ["None of the segments has a name that the rules know."],
    ...(recall.length && {
      table: {
        columns: ["rule segment", "recall"],
        rows: recall.map((row) => [String(row.rule_segment), percent(row.recall)])
      }
    })
  };
}

function driftSection(drift: Row | undefined, {decimal}: CardFormats): ModelCardSection {
  const title = "Drift";
  if (!drift) return {title, paragraphs: ["There is no earlier snapshot of these events to compare with."]};
  const previous = (drift.previous as Date).toISOString().slice(0, 10);
  return {
    title,
    paragraphs: [
      `Since the snapshot that ended on ${previous}: population stability index of the shares ${decimal(drift.stability_index)}; the centre that moved furthest moved by ${decimal(drift.movement)} standard deviations, by weight.`
    ]
  };
}

function limits(): ModelCardSection {
  return {
    title: "Limits",
    paragraphs: [
      "A user is an id: one person on two devices, or after deleting cookies, is two users, and several people on one device are one.",
      "Segments describe the period of the data. Who came on its last day had no time to come back; recency and tenure count from its end.",
      "Nothing is known of age, gender or origin, so whether segments treat such groups alike cannot be told.",
      "Other weights give other segments. A segment’s worth in money is what it was, and no forecast."
    ]
  };
}

interface CardFormats {
  integer: (value: unknown) => string;
  decimal: (value: unknown) => string;
  percent: (value: unknown) => string;
}

// as pages write numbers, for what a query gives: integers of any size, and null, which reads as a dash
function cardFormats({locale, currency}: ReportConfiguration): CardFormats {
  const {count, decimal, percent} = numberFormat(locale, currency);
  const of = (write: (value: number) => string) => (value: unknown) =>
    write(value === null || value === undefined ? NaN : Number(value));
  return {integer: of(count), decimal: of(decimal), percent: of(percent)};
}
