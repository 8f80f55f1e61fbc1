/** A package that pages import as `npm:<name>`, served from node_modules instead of a CDN. */
export interface VendoredPackage {
  name: string;
  /** the version under which Framework looks for it, where that is not the installed one */
  servedAs?: string;
  /** packages that it shares with others instead of carrying its own copy */
  shares?: string[];
  /** files to serve as they are, besides the module */
  files?: string[];
}

/**
 * DuckDB-WASM 1.28.0 is the last with Parquet compiled in, and Framework 1.13 asks for 1.29.0, which would fetch Parquet
 * from another host: docs/decisions/0001-duckdb-wasm.md has the measurements. This is the one place that says which is served.
 */
const duckdb: VendoredPackage = {
  name: "@duckdb/duckdb-wasm",
  servedAs: "1.29.0",
  shares: ["apache-arrow"],
  files: [
    "dist/duckdb-mvp.wasm",
    "dist/duckdb-browser-mvp.worker.js",
    "dist/duckdb-eh.wasm",
    "dist/duckdb-browser-eh.worker.js"
  ]
};

/**
 * What markdown pages can use without an import: Plot, d3, Inputs, html, svg, sql, DuckDBClient, aq, Arrow, and
 * FileAttachment's csv and tsv. Plot keeps its own part of d3, which is smaller than all of d3 that a page would share.
 */
export const vendoredPackages: VendoredPackage[] = [
  {name: "@observablehq/plot"},
  {name: "apache-arrow"},
  {name: "arquero"},
  {name: "d3"},
  {name: "d3-dsv"},
  {name: "htl"},
  {name: "isoformat"},
  {name: "parquet-wasm", files: ["esm/parquet_wasm_bg.wasm"]},
  duckdb
];

/** Fonts that the theme uses, from the registry's font packages. */
export const vendoredFonts: {package: string; file: string; family: string; weight: number}[] = [400, 600].flatMap(
  (weight) => [
    {
      package: "@fontsource/source-serif-4",
      file: `source-serif-4-latin-${weight}-normal.woff2`,
      family: "Source Serif 4",
      weight
    },
    {
      package: "@fontsource/source-sans-3",
      file: `source-sans-3-latin-${weight}-normal.woff2`,
      family: "Source Sans 3",
      weight
    }
  ]
);

/** The characters that pages need of them: those of Western European languages, and the signs of prose and numbers. */
export const fontCharacters = [
  [0x20, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x160, 0x161],
  [0x178, 0x178],
  [0x17d, 0x17e],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2248, 0x2248],
  [0x2264, 0x2265]
]
  .map(([from = 0, to = 0]) => String.fromCodePoint(...Array.from({length: to - from + 1}, (_, i) => from + i)))
  .join("");

/** The OpenType features that the theme uses: letters that keep their distance, and figures of one width in tables. */
export const fontFeatures = ["kern", "tnum"];
