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

  /** A database in the browser, as Framework documents it. */
  export class DuckDBClient {
    static of(sources?: Record<string, unknown>, config?: DuckDBConfig): Promise<DuckDBClient>;
    /** DuckDB-WASM's own interface, beneath Framework's */
    readonly _db: AsyncDuckDB;
    query(sql: string, parameters?: unknown[]): Promise<Iterable<Record<string, unknown>>>;
  }
}

declare module "observablehq:stdlib" {
  /** An element that draws itself anew for the width that it has. */
  export function resize(render: (width: number) => Element): HTMLElement;
  /** A file that is served with the site. */
  export function FileAttachment(name: string): {text: () => Promise<string>; url: () => Promise<string>};
}
