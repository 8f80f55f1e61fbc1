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

/** A part of a font, which browsers ask for when a page has one of its characters. */
export interface FontPart {
  /** what the names of its files end with */
  name: "common" | "further";
  /** first and last code points */
  ranges: [from: number, to: number][];
}

/** A font that the theme uses. */
export interface VendoredFont {
  package: string;
  /** its file in the package */
  source: string;
  /** its file in `src/fonts` */
  file: string;
  family: string;
  weight: number;
  part: FontPart;
}

// what every page has: letters, figures, and the signs of prose and numbers; and the other letters of Western European languages
const fontParts: FontPart[] = [
  {
    name: "common",
    ranges: [
      [0x20, 0x7e],
      [0xa0, 0xa0],
      [0xa3, 0xa3],
      [0xb7, 0xb7],
      [0xd7, 0xd7],
      [0xf7, 0xf7],
      [0x2009, 0x202f],
      [0x20ac, 0x20ac],
      [0x2190, 0x2193],
      [0x2212, 0x2212],
      [0x2248, 0x2248],
      [0x2264, 0x2265]
    ]
  },
  {
    name: "further",
    ranges: [
      [0xa1, 0xa2],
      [0xa4, 0xb6],
      [0xb8, 0xd6],
      [0xd8, 0xf6],
      [0xf8, 0xff],
      [0x131, 0x131],
      [0x152, 0x153],
      [0x160, 0x161],
      [0x178, 0x178],
      [0x17d, 0x17e],
      [0x2030, 0x205e],
      [0x2122, 0x2122]
    ]
  }
];

/** Fonts that the theme uses, from the registry's font packages, in parts. */
export const vendoredFonts: VendoredFont[] = [
  {family: "Source Serif 4", name: "source-serif-4"},
  {family: "Source Sans 3", name: "source-sans-3"}
].flatMap(({family, name}) =>
  [400, 600].flatMap((weight) =>
    fontParts.map((part) => ({
      package: `@fontsource/${name}`,
      source: `${name}-latin-${weight}-normal.woff2`,
      file: `${name}-${weight}-${part.name}.woff2`,
      family,
      weight,
      part
    }))
  )
);

/** The OpenType features that the theme uses: letters that keep their distance or join, and figures of one width in tables. */
export const fontFeatures = ["kern", "liga", "tnum"];
