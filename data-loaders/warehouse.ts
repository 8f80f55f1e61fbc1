import {tmpdir} from "node:os";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {explainResources} from "./explain-resources.ts";
import {type Layer, type Model, readModels} from "./models.ts";
import type {ReportConfiguration} from "./configuration.ts";
import {readRow, readRows, type Row} from "./read-results.ts";
import {attributionChoices} from "./statistics/attribution/attribution-choices.ts";
import {defaultStages, otherEventTypes} from "../src/shared/stages.ts";

export type {Row};

/** What has a literal in SQL. */
export type PlainValue = string | number | boolean | null;

/** Is told which table has been made, and of how many. */
export type TableProgress = (table: string, of: number) => void;

/** How to open a warehouse. */
export interface WarehouseOptions {
  /** how many threads DuckDB uses; as many as there are cores unless told */
  threads?: number | undefined;
  /** how much memory DuckDB may use before it writes to disk, such as 4GB; most of the machine's unless told */
  memoryLimit?: string | undefined;
  /** where it writes what does not fit into memory; the system's folder for such files unless told */
  temporary?: string | undefined;
}

/** What runs statements whose result is of no interest: a warehouse, or a connection of it. */
export interface StatementRunner {
  run: (sql: string) => Promise<unknown>;
}

/** Something that makes a table, or several, from others. */
export interface Task {
  table: string;
  /** what it makes besides */
  others?: readonly string[];
  /** the tables that have to be there before */
  reads: readonly string[];
  run: (connection: DuckDBConnection) => Promise<void>;
}

/** An in-memory DuckDB in which the report's tables are made. */
export class Warehouse {
  private readonly closing: (() => void)[] = [];

  private constructor(
    private readonly instance: DuckDBInstance,
    readonly connection: DuckDBConnection
  ) {}

  /** Opens an empty warehouse that never reaches for the network. Close it when done. */
  static async open({threads, memoryLimit, temporary}: WarehouseOptions = {}): Promise<Warehouse> {
    const instance = await DuckDBInstance.create(":memory:", {
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      temp_directory: temporary ?? tmpdir(),
      // memory is kept for the next statement rather than given back and asked for again, which takes a tenth of the time
      allocator_flush_threshold: "16GB",
      allocator_bulk_deallocation_flush_threshold: "16GB",
      ...(threads && {threads: String(threads)}),
      ...(memoryLimit && {memory_limit: memoryLimit})
    });
    const connection = await instance.connect();
    await connection.run("set TimeZone = 'UTC'");
    for (const schema of ["raw", "settings", "staging", "core", "segmentation", "analysis", "marts"]) {
      await connection.run(`create schema ${schema}`);
    }
    return new Warehouse(instance, connection);
  }

  /** Opens another connection, to run statements beside the first one's. Close it when done. */
  async connect(): Promise<DuckDBConnection> {
    const connection = await this.instance.connect();
    await connection.run("set TimeZone = 'UTC'");
    return connection;
  }

  /** Runs statements whose result is of no interest. */
  async run(sql: string): Promise<void> {
    await this.connection.run(sql).catch(explainResources);
  }

  /** A query's rows; an empty array when there are none. */
  async rows(sql: string): Promise<Row[]> {
    return readRows(this.connection, sql);
  }

  /** A query's first row. Throws when there is none. */
  async row(sql: string): Promise<Row> {
    return readRow(this.connection, sql);
  }

  /** Makes the tables of one layer, each from its model once those that it reads are there. */
  async runModels(layer: Layer, progress?: TableProgress): Promise<void> {
    const models = readModels(layer);
    await this.runTogether(models.map(taskOf), (table) => progress?.(table, models.length));
  }

  /** Makes the tables of models, in the order in which they are given. */
  async runEach(models: readonly Model[], progress?: TableProgress): Promise<void> {
    for (const model of models) {
      await makeTable(this, model);
      progress?.(model.table, models.length);
    }
  }

  /**
   * Runs tasks, two at a time on connections of their own, each once the tables that it reads have been made by the others:
   * what one leaves idle, planning or with too few rows for all cores, the other uses. Throws the first error when all that
   * runs has ended.
   */
  async runTogether(tasks: readonly Task[], done: (table: string) => void = () => {}): Promise<void> {
    const other = await this.connect();
    const isMade = new Map(tasks.flatMap(({table, others = []}) => [table, ...others]).map((made) => [made, false]));
    const waiting = [...tasks];
    const running = new Set<Promise<void>>();
    let problem: Error | undefined;
    const work = async (connection: DuckDBConnection): Promise<void> => {
      while (waiting.length && problem === undefined) {
        const ready = waiting.findIndex(({reads}) => reads.every((table) => isMade.get(table) ?? true));
        const task = waiting[ready];
        if (!task) {
          // something that runs makes what is missing
          await Promise.race(running);
          continue;
        }
        waiting.splice(ready, 1);
        const run = task
          .run(connection)
          .catch(explainResources)
          .then(
            () => [task.table, ...(task.others ?? [])].forEach((made) => isMade.set(made, true)),
            (error: Error) => void (problem ??= error)
          );
        running.add(run);
        await run;
        running.delete(run);
        if (problem === undefined) done(task.table);
      }
    };
    try {
      await Promise.all([this.connection, other].map(work));
    } finally {
      other.closeSync();
    }
    if (problem !== undefined) throw problem;
  }

  /** Puts the parts of the configuration that models read into the tables of the schema `settings`. */
  async writeSettings(configuration: ReportConfiguration): Promise<void> {
    const {stages, thresholds, privacy, sessions} = configuration;
    await this.insert(
      "settings.stages(stage varchar, position integer, reach_flag bigint)",
      stages.map((stage, i) => [stage, i + 1, 2 ** i])
    );
    const types = eventTypes(configuration).map(
      ([value, type]) => `when ${sqlLiteral(value)} then ${sqlLiteral(type)}`
    );
    await this.run(`create or replace macro settings.event_type_of(value) as case value ${types.join(" ")} end`);
    await this.insert(
      "settings.thresholds(minimum_product_views integer, minimum_trials integer, minimum_group_size integer, idle_minutes integer, maximum_sessions bigint)",
      [
        [
          thresholds.minimumProductViews,
          thresholds.minimumTrials,
          privacy.minimumGroupSize,
          sessions.idleMinutes,
          sessions.maximumPublished
        ]
      ]
    );
    const {lookbackDays, halfLifeDays, longestPath, mostChannels} = attributionChoices;
    await this.insert(
      "settings.attribution(lookback_days integer, half_life_days integer, longest_path integer, most_channels integer)",
      [[lookbackDays, halfLifeDays, longestPath, mostChannels]]
    );
  }

  /** Makes a table, given as `name(column type, …)`, from rows of plain values. */
  async insert(definition: string, rows: readonly PlainValue[][]): Promise<void> {
    await writeTable(this, definition, rows);
  }

  /** Has something done when the warehouse is closed. */
  onClose(done: () => void): void {
    this.closing.push(done);
  }

  /** Gives the memory back; the warehouse cannot be used afterwards. */
  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
    for (const done of this.closing.splice(0)) done();
  }
}

/** Makes a table, given as `name(column type, …)`, from rows of plain values, on a connection of the caller's. */
export async function writeTable(
  runner: StatementRunner,
  definition: string,
  rows: readonly PlainValue[][]
): Promise<void> {
  await runner.run(`create table ${definition}`);
  await insertRows(runner, definition.slice(0, definition.indexOf("(")), rows);
}

/** Adds rows of plain values to a table. */
export async function insertRows(runner: StatementRunner, table: string, rows: readonly PlainValue[][]): Promise<void> {
  for (let i = 0; i < rows.length; i += 1000) {
    const values = rows.slice(i, i + 1000).map((row) => `(${row.map(sqlLiteral).join(", ")})`);
    await runner.run(`insert into ${table} values ${values.join(", ")}`);
  }
}

/** Makes the table of a model. */
export function taskOf(model: Model): Task {
  return {table: model.table, reads: model.reads, run: (connection) => makeTable(connection, model)};
}

async function makeTable(runner: StatementRunner, {table, sql, isView}: Model): Promise<void> {
  await runner.run(`create ${isView ? "view" : "table"} ${table} as\n${sql}`);
}

/** A value as SQL text, with quotes doubled. */
export function sqlLiteral(value: PlainValue): string {
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}

// files' own values first: they win over a stage of the same name
function eventTypes({events, stages}: ReportConfiguration): [value: string, eventType: string][] {
  const mapped = events.source === "files" ? Object.entries(events.types) : [];
  const own = [...stages, ...defaultStages, ...otherEventTypes].map((stage): [string, string] => [stage, stage]);
  return [...new Map([...own, ...mapped.map(([value, type]): [string, string] => [value.trim().toLowerCase(), type])])];
}
