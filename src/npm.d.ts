// Framework serves npm: imports from the versions that package.json pins; their types are those of the packages

declare module "npm:@observablehq/plot" {
  export * from "@observablehq/plot";
}

declare module "npm:htl" {
  export const html: (strings: TemplateStringsArray, ...values: unknown[]) => HTMLElement;
  export const svg: (strings: TemplateStringsArray, ...values: unknown[]) => SVGElement;
}

declare module "npm:d3-dsv" {
  export * from "d3-dsv";
}

declare module "npm:@observablehq/duckdb" {
  import type {AsyncDuckDB, DuckDBConfig} from "@duckdb/duckdb-wasm";

  /** An Arrow table: its rows, and its columns by name. */
  export interface QueryResult extends Iterable<Record<string, unknown>> {
    getChild(name: string): {toArray(): Int32Array | Float64Array | unknown[]} | null;
  }

  /** A database in the browser, as Framework documents it. */
  export class DuckDBClient {
    static of(sources?: Record<string, unknown>, config?: DuckDBConfig): Promise<DuckDBClient>;
    /** DuckDB-WASM's own interface, beneath Framework's */
    readonly _db: AsyncDuckDB;
    query(sql: string, parameters?: unknown[]): Promise<QueryResult>;
  }
}

declare module "observablehq:stdlib" {
  /** A file that is served with the site. */
  export function FileAttachment(name: string): {text: () => Promise<string>; url: () => Promise<string>};
  /** What `render` gives for the width of the place it stands in, again whenever that changes. */
  export function resize(render: (width: number) => Node): HTMLElement;
}
