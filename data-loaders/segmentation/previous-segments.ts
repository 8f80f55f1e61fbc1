import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {sqlLiteral} from "../warehouse.ts";

/** The snapshot that this one's segments are compared with. */
export interface PreviousSnapshot {
  /** the folder of its tables */
  folder: string;
  /** whether it is of the same events, and so compares with the same snapshot before it as this one does */
  isOfSameEvents: boolean;
}

/**
 * Writes `segmentation.previous_segments`, one row per K-Means segment of the snapshot before and feature: its size, and where its
 * centroid lay on the feature's own scale, without weights, so that snapshots with other weights can be compared. Empty where there is
 * no such snapshot.
 */
export async function readPreviousSegments(connection: DuckDBConnection, previous?: PreviousSnapshot): Promise<void> {
  await connection.run(
    `create table segmentation.previous_segments(segment varchar, position integer, users bigint, share double, feature varchar,
      scaled_centroid double, last_event_at timestamp)`
  );
  if (!previous) return;
  const table = (name: string): string => `read_parquet(${sqlLiteral(join(previous.folder, `${name}.parquet`))})`;
  await connection.run(
    `insert into segmentation.previous_segments ${
      previous.isOfSameEvents
        ? `select segment, position, users, share, feature, scaled_centroid, last_event_at from ${table("previous_segments")}`
        : `select segments.segment, segments.position, segments.users, segments.share, features.feature,
            features.mean + features.coordinate * features.deviation / features.weight, kpis.last_event_at
          from ${table("ml_segments")} as segments
          inner join ${table("segment_features")} as features on features.segment = segments.segment
          cross join ${table("kpis")} as kpis`
    }`
  );
}
