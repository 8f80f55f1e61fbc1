import {tmpdir} from "node:os";
import {type DuckDBConnection, DuckDBInstance, type JS} from "@duckdb/node-api";
import {type Layer, type Model, readModels} from "./models.ts";
import type {ReportConfiguration} from "./configuration.ts";
import {eventColumns, type EventColumn} from "../src/shared/event-columns.ts";
import {defaultStages, otherEventTypes} from "../src/shared/stages.ts";

/** A row of a query's result: column name to plain JavaScript value; integers that fit are numbers. */
export type Row = Record<string, JS>;

/** What a long step reports when it is done, in a line. */
export type Progress = (step: string) => void;

/** An in-memory DuckDB in which the report's tables are made. */
export class Warehouse {
  private constructor(
    private readonly instance: DuckDBInstance,
    readonly connection: DuckDBConnection
  ) {}

  /** Opens an empty warehouse that never reaches for the network. Close it when done. */
  static async open({threads}: {threads?: number | undefined} = {}): Promise<Warehouse> {
    const instance = await DuckDBInstance.create(":memory:", {
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      temp_directory: tmpdir(),
      ...(threads && {threads: String(threads)})
    });
    const connection = await instance.connect();
    await connection.run("set TimeZone = 'UTC'");
    for (const schema of ["raw", "settings", "staging", "core", "segmentation", "marts"]) {
      await connection.run(`create schema ${schema}`);
    }
    return new Warehouse(instance, connection);
  }

  /** Opens another connection, to run statements beside the first one's. Close it when done. */
  async connect(): Promise<DuckDBConnection> {
    return this.instance.connect();
  }

  /** Runs statements whose result is of no interest. */
  async run(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  /** A query's rows; an empty array when there are none. */
  async rows(sql: string): Promise<Row[]> {
    return (await this.connection.runAndReadAll(sql)).getRowObjectsJS();
  }

  /** A query's first row. Throws when there is none. */
  async row(sql: string): Promise<Row> {
    const [row] = await this.rows(sql);
    if (!row) throw new Error(`query returns no row: ${sql}`);
    return row;
  }

  /** A query's rows as points: numbers only, null as 0, in the order of the query. */
  async points(sql: string): Promise<number[][]> {
    const chunks = await (await this.connection.run(sql)).fetchAllChunks();
    return chunks.flatMap((chunk) => {
      const columns = chunk.getColumns();
      return Array.from({length: chunk.rowCount}, (_, i) => columns.map((column) => Number(column[i] ?? 0)));
    });
  }

  /**
   * Makes the tables of one layer, each from its model, in an order in which every model finds what it reads. `accept`
   * picks the models to run; all of them unless told.
   */
  async runModels(layer: Layer, progress?: Progress, accept: (model: Model) => boolean = () => true): Promise<void> {
    await this.runEach(readModels(layer).filter(accept), progress);
  }

  /** Makes the tables of models, in the order in which they are given. */
  async runEach(models: readonly Model[], progress?: Progress): Promise<void> {
    for (const {table, sql, isView} of models) {
      await this.run(`create ${isView ? "view" : "table"} ${table} as\n${sql}`);
      progress?.(table);
    }
  }

  /** Puts the parts of the configuration that models read into the tables of the schema `settings`. */
  async writeSettings(configuration: ReportConfiguration, presentColumns: readonly EventColumn[]): Promise<void> {
    const {stages, thresholds, privacy, sessions, segmentation} = configuration;
    await this.insert(
      "settings.stages(stage varchar, position integer)",
      stages.map((stage, i) => [stage, i + 1])
    );
    await this.insert("settings.event_types(value varchar, event_type varchar)", eventTypes(configuration));
    await this.insert(
      "settings.columns(column_name varchar, is_present boolean)",
      eventColumns.map((column) => [column, presentColumns.includes(column)])
    );
    await this.insert(
      "settings.thresholds(minimum_product_views integer, minimum_trials integer, minimum_group_size integer, idle_minutes integer)",
      [[thresholds.minimumProductViews, thresholds.minimumTrials, privacy.minimumGroupSize, sessions.idleMinutes]]
    );
    const weights = Object.entries(segmentation.weights);
    await this.insert(`settings.feature_weights(${weights.map(([name]) => `${name} double`).join(", ")})`, [
      weights.map(([, value]) => value)
    ]);
  }

  /** Makes a table, given as `name(column type, …)`, from rows of plain values. */
  async insert(definition: string, rows: (string | number | boolean | null)[][]): Promise<void> {
    await this.run(`create table ${definition}`);
    if (!rows.length) return;
    const values = rows.map((row) => `(${row.map(sqlLiteral).join(", ")})`);
    await this.run(`insert into ${definition.slice(0, definition.indexOf("("))} values ${values.join(", ")}`);
  }

  /** Gives the memory back; the warehouse cannot be used afterwards. */
  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

/** A value as SQL text, with quotes doubled. */
export function sqlLiteral(value: string | number | boolean | null): string {
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}

// files' own values first: they win over a stage of the same name
function eventTypes({events, stages}: ReportConfiguration): [value: string, eventType: string][] {
  const mapped = events.source === "files" ? Object.entries(events.types) : [];
  const own = [...stages, ...defaultStages, ...otherEventTypes].map((stage): [string, string] => [stage, stage]);
  return [...new Map([...own, ...mapped.map(([value, type]): [string, string] => [value.trim().toLowerCase(), type])])];
}
