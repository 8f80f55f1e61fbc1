import type {AsyncDuckDB, AsyncDuckDBConnection} from "@duckdb/duckdb-wasm";
import {arrowResult, type ArrowTable} from "../../shared/notebook/arrow-result.js";
import {errorPlace, type QueryPlace} from "../../shared/notebook/error-place.js";
import type {QueryResult} from "../../shared/notebook/query-result.js";
import type {DescribedTable} from "../methods/table-dictionary.js";
import {splitStatements, type Statement} from "./sql-dialect.js";
import {snapshotFiles} from "./snapshot-files.js";

/** What goes with running a query. */
export interface RunOptions {
  /** is told what is being done, as "Running" */
  say: (phase: string) => void;
  /** stops the query */
  signal: AbortSignal;
  /** the query of the cell with a number, from 1, which others can ask as a table, such as cell_1 */
  queryOfCell: (number: number) => string | undefined;
}

/** What is wrong with a query, in DuckDB's words, and where. */
export class QueryError extends Error {
  /** With what DuckDB says, and the place in the cell's query. */
  constructor(
    message: string,
    readonly place?: QueryPlace
  ) {
    super(message);
  }
}

type Facts = Record<string, readonly Record<string, unknown>[]>;

interface OpenEngine {
  database: AsyncDuckDB;
  connection: AsyncDuckDBConnection;
  /** tables whose rows have been read */
  filled: Set<string>;
  /** views of other cells' queries */
  cells: Set<string>;
}

/**
 * DuckDB in the reader's browser, with a table for each snapshot, which is read when a query first names it. The first query starts the engine,
 * and one that is stopped ends it: the next starts it anew.
 */
export class QueryEngine {
  private opening: Promise<OpenEngine> | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  /** With the tables that the snapshots have, and rows of others. */
  constructor(
    private readonly tables: readonly DescribedTable[],
    private readonly facts: Facts
  ) {}

  /** The result of a cell's last statement, after the queries that were asked before it. Throws a QueryError, or the signal's reason. */
  run(query: string, options: RunOptions): Promise<QueryResult> {
    const {signal, say} = options;
    const stopped = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason as Error), {once: true});
    });
    const turn = this.queue.then(async () => {
      signal.throwIfAborted();
      const stop = () => this.stop();
      signal.addEventListener("abort", stop, {once: true});
      try {
        return await Promise.race([this.answer(query, options), stopped]);
      } finally {
        signal.removeEventListener("abort", stop);
      }
    });
    this.queue = turn.catch(() => undefined);
    say("Waiting for the query before");
    return Promise.race([turn, stopped]);
  }

  private async answer(query: string, options: RunOptions): Promise<QueryResult> {
    const {say} = options;
    const statements = splitStatements(query);
    if (!statements.length) throw new QueryError("There is no query to run yet.");
    if (!this.opening) say("Starting the SQL engine (4 MB)");
    const engine = await this.open();
    await forgetCells(engine);
    let result: QueryResult | undefined;
    for (const statement of statements) {
      await this.provideTables(engine, statement.text, options);
      say("Running");
      result = await this.ask(engine, statement, query);
    }
    return result as QueryResult;
  }

  private async ask({connection}: OpenEngine, {text, offset}: Statement, query: string): Promise<QueryResult> {
    try {
      // an error is of the line of the statement, which begins further down in the cell
      return arrowResult((await connection.query(text)) as ArrowTable);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (isCrash(error)) {
        this.stop();
        throw new QueryError(
          `The SQL engine gave up, perhaps for want of memory: ${message}. The next run starts it anew.`
        );
      }
      const place = errorPlace(message, text);
      throw new QueryError(message, place && placeAt(query, place.offset + offset));
    }
  }

  // what a statement names and is not there yet: snapshots, and cells as views of their queries
  private async provideTables(engine: OpenEngine, statement: string, options: RunOptions, within: number[] = []) {
    const names = await namesIn(statement, engine.connection);
    const missing = names.filter((name) => name in snapshotFiles && !engine.filled.has(name));
    if (missing.length) options.say(`Reading ${missing.join(", ")}`);
    const files = await Promise.all(missing.map(fetchSnapshot));
    for (const [i, name] of missing.entries()) await fillTable(engine, name, files[i] as Uint8Array);
    for (const name of names) {
      const number = Number(/^cell_(\d+)$/.exec(name)?.[1]);
      const query = number ? options.queryOfCell(number) : undefined;
      if (query === undefined) continue;
      if (within.includes(number)) throw new QueryError(`${name} asks for itself: its query names ${name}.`);
      const last = splitStatements(query).at(-1)?.text ?? "";
      await this.provideTables(engine, last, options, [...within, number]);
      engine.cells.add(name);
      await engine.connection.query(`create or replace temp view ${name} as ${last}`).catch((error: unknown) => {
        throw new QueryError(`${name} cannot be asked as a table: ${error instanceof Error ? error.message : error}`);
      });
    }
  }

  private open(): Promise<OpenEngine> {
    this.opening ??= startEngine(this.tables, this.facts).catch((error: unknown) => {
      this.opening = undefined;
      throw new QueryError(`The SQL engine could not be started: ${error instanceof Error ? error.message : error}`);
    });
    return this.opening;
  }

  private stop(): void {
    // a query that runs does not listen, so its worker is ended
    void this.opening?.then(({database}) => database.terminate());
    this.opening = undefined;
  }
}

async function startEngine(tables: readonly DescribedTable[], facts: Facts): Promise<OpenEngine> {
  forbidOtherHosts();
  const {DuckDBClient} = await import("npm:@observablehq/duckdb");
  // big integers and moments as they are: as numbers they would lose digits
  const client = await DuckDBClient.of({}, {query: {castBigIntToDouble: false, castTimestampToDate: false}});
  const connection = await client._db.connect();
  // without rows for now, so that DuckDB can describe them and knows what a misspelt name may mean
  const statements = tables
    .filter(({name}) => name in snapshotFiles)
    .map(
      ({name, columns}) => `create table ${name} (${columns.map((each) => `"${each.name}" ${each.type}`).join(", ")})`
    );
  await connection.query([...statements, ...Object.entries(facts).map(tableOfRows)].join(";\n"));
  return {database: client._db, connection, filled: new Set(), cells: new Set()};
}

// of a query that asks a view which is there, DuckDB names the tables behind it
async function forgetCells({connection, cells}: OpenEngine): Promise<void> {
  for (const name of cells) await connection.query(`drop view if exists ${name}`);
  cells.clear();
}

function tableOfRows([name, rows]: [string, Facts[string]]): string {
  const columns = Object.keys(rows[0] ?? {}).map((column) => `"${column}"`);
  const values = rows.map((row) => `(${Object.values(row).map(literal).join(", ")})`);
  return values.length ? `create table ${name} as from (values ${values.join(", ")}) as t(${columns.join(", ")})` : "";
}

function literal(value: unknown): string {
  if (value instanceof Date) return `timestamp '${value.toISOString().slice(0, -1)}'`;
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}

// SQL can read addresses; what it asks of hosts other than this site's, the browser refuses from now on
function forbidOtherHosts(): void {
  if (document.head.querySelector("meta[data-for=queries]")) return;
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "connect-src 'self' blob: data:";
  policy.dataset.for = "queries";
  document.head.append(policy);
}

async function fetchSnapshot(name: string): Promise<Uint8Array> {
  const address = await snapshotFiles[name]?.();
  const response = address && (await fetch(address).catch(() => undefined));
  if (!response || !response.ok) throw new QueryError(`The table ${name} could not be loaded. Is there a connection?`);
  return new Uint8Array(await response.arrayBuffer());
}

async function fillTable({database, connection, filled}: OpenEngine, name: string, bytes: Uint8Array): Promise<void> {
  await database.registerFileBuffer(`${name}.parquet`, bytes);
  await connection.query(`create or replace table ${name} as select * from parquet_scan('${name}.parquet')`);
  await database.dropFile(`${name}.parquet`);
  filled.add(name);
}

// DuckDB tells the tables of one query; of what it takes for several statements (pivot), or for none, all words may be tables
async function namesIn(statement: string, connection: AsyncDuckDBConnection): Promise<string[]> {
  const names = await connection.getTableNames(statement).catch(() => statement.match(/\w+/g) ?? []);
  return [...new Set(names.map((name) => name.toLowerCase()))];
}

function placeAt(query: string, offset: number): QueryPlace {
  const lines = query.slice(0, offset).split("\n");
  return {line: lines.length, column: (lines.at(-1) ?? "").length + 1, offset};
}

function isCrash(error: unknown): boolean {
  const message = String(error);
  return error instanceof WebAssembly.RuntimeError || /RuntimeError|memory access|Aborted\(|unreachable/.test(message);
}
