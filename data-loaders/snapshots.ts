import {createHash} from "node:crypto";
import {readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import type {ReportConfiguration} from "./configuration.ts";
import {readTruth} from "./demo-store/read-truth.ts";
import {fingerprintInput, fingerprintSnapshots, fingerprintSource, projectFolder} from "./fingerprint.ts";
import {readModels} from "./models.ts";
import {describeColumn} from "./models/columns.ts";
import {type PipelineOptions, runPipeline} from "./pipeline.ts";
import type {ProgressUpdate} from "./progress.ts";
import {ReportError} from "./report-error.ts";
import {buildModelCard} from "./segmentation/model-card.ts";
import type {PreviousSnapshot} from "./segmentation/previous-segments.ts";
import {checkReplaceable, recoverFolder, replaceFolderWith} from "./replace-folder.ts";
import {temporaryFolder} from "./temporary-folder.ts";
import {sqlLiteral, type Warehouse} from "./warehouse.ts";

/** The file that says what the learned segments are: see buildModelCard. */
export const modelCardFile = "model-card.json";

// what no model makes
const findingTables = [
  ["findings", "one row per finding, those that hold first and the one worth most before the others"],
  ["recommendations", "one row per recommendation, in the order of the findings that they follow from"],
  ["finding_evidence", "one row per finding and row of its evidence, as far as a page can show them"]
] as const;

const jsonFiles = ["manifest.json", "truth.json", modelCardFile];

/** A table's entry in the manifest. */
export interface TableManifest {
  name: string;
  /** what one row stands for */
  description: string;
  rows: number;
  bytes: number;
  sha256: string;
  columns: {name: string; type: string; description: string}[];
}

/** What `manifest.json` says about a folder of snapshots. */
export interface Manifest {
  /** the version of Funnelbook that made them */
  version: string;
  /** of everything that the snapshots depend on; the same fingerprint means the same snapshots */
  fingerprint: string;
  /** of the events alone */
  inputFingerprint: string;
  /** the kind of events: a made-up shop's, or one's own */
  source: ReportConfiguration["events"]["source"];
  /** of where the events come from, whatever they are by now */
  sourceFingerprint: string;
  /** of the snapshot that segments were compared with; null for none */
  previousFingerprint: string | null;
  /** what pages need of the configuration */
  report: {
    title: string;
    locale: string;
    currency: string;
    stages: string[];
    minimumTrials: number;
    minimumGroupSize: number;
  };
  /** read = clean + duplicates + rejected */
  rows: {read: number; clean: number; duplicates: number; rejected: number};
  /** the columns that the events have */
  eventColumns: string[];
  /** ISO 8601, UTC */
  firstEventAt: string;
  lastEventAt: string;
  seconds: Record<string, number>;
  tables: TableManifest[];
}

type Fingerprints = Pick<Manifest, "fingerprint" | "inputFingerprint" | "sourceFingerprint" | "previousFingerprint">;

/** How to build snapshots. */
export interface SnapshotOptions extends PipelineOptions {
  /** rebuild even when nothing has changed */
  force?: boolean;
  /** a folder of snapshots to compare segments with; the one in `output`, if it is of the same source, unless told */
  previousFolder?: string | undefined;
}

/**
 * Makes the folder `output` hold the snapshots for a configuration, one `<table>.parquet` each and `manifest.json` (and
 * `truth.json` for the demo store), with `model-card.json` about the segments, and returns the manifest with whether anything had to be built. The folder is replaced
 * as a whole, once everything is written; a run that fails or is killed leaves it as it was. Throws a ReportError when the events cannot be used or the folder holds something else.
 */
export async function buildSnapshots(
  configuration: ReportConfiguration,
  output: string,
  {force = false, previousFolder, ...options}: SnapshotOptions = {}
): Promise<{manifest: Manifest; isNew: boolean}> {
  const folder = resolve(output);
  checkReplaceable(folder, (file) => jsonFiles.includes(file) || file.endsWith(".parquet"));
  recoverFolder(folder);
  const compared = previousFolder === undefined ? undefined : readManifest(previousFolder);
  if (previousFolder !== undefined && !(compared && hasSegments(previousFolder, compared))) {
    throw new ReportError(`${previousFolder}: there are no snapshots with segments to compare with`);
  }
  const temporary = temporaryFolder();
  try {
    // where nothing is remembered between runs, it is within this one: the events are asked for their digests twice
    const digests = options.digests ?? join(temporary, "digests.json");
    const inputFingerprint = await fingerprintInput(configuration, digests);
    const sourceFingerprint = fingerprintSource(configuration);
    const current = readManifest(folder);
    const previous = findPrevious(folder, {previousFolder, inputFingerprint, sourceFingerprint});
    const previousFingerprint = previous?.fingerprint ?? null;
    const fingerprint = fingerprintSnapshots(inputFingerprint, configuration, previousFingerprint);
    if (!force && current?.fingerprint === fingerprint && isWhole(folder, current))
      return {manifest: current, isNew: false};
    const manifest = await writeSnapshots(configuration, folder, {
      ...options,
      digests,
      previous,
      fingerprints: {fingerprint, inputFingerprint, sourceFingerprint, previousFingerprint}
    });
    return {manifest, isNew: true};
  } finally {
    rmSync(temporary, {recursive: true, force: true});
  }
}

async function writeSnapshots(
  configuration: ReportConfiguration,
  folder: string,
  {fingerprints, ...options}: PipelineOptions & {fingerprints: Fingerprints}
): Promise<Manifest> {
  const seconds: Record<string, number> = {};
  let last = performance.now();
  const progress = (update: ProgressUpdate): void => {
    options.progress?.(update);
    if (!update.isDone) return;
    const now = performance.now();
    seconds[update.step] = Math.round(now - last) / 1000;
    last = now;
  };
  const warehouse = await runPipeline(configuration, {...options, progress});
  try {
    return await replaceFolderWith(folder, async (next) => {
      const tables = await writeTables(warehouse, next);
      progress({step: "wrote the snapshots", isDone: true});
      const described = await describeEvents(warehouse);
      const {title, locale, currency, stages, thresholds, privacy, events} = configuration;
      const {minimumTrials} = thresholds;
      const {minimumGroupSize} = privacy;
      const report = {title, locale, currency, stages, minimumTrials, minimumGroupSize};
      const manifest = {
        version: readVersion(),
        ...fingerprints,
        source: events.source,
        report,
        ...described,
        seconds,
        tables
      };
      writeFileSync(join(next, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
      await writeTruth(warehouse, configuration, next);
      writeFileSync(join(next, modelCardFile), JSON.stringify(await buildModelCard(warehouse, configuration), null, 2));
      return manifest;
    });
  } finally {
    warehouse.close();
  }
}

// A snapshot of the same events compares with what the one before it was compared with, so that building again changes nothing.
function findPrevious(
  folder: string,
  {
    previousFolder = folder,
    inputFingerprint,
    sourceFingerprint
  }: Pick<SnapshotOptions, "previousFolder"> & Pick<Fingerprints, "inputFingerprint" | "sourceFingerprint">
): (PreviousSnapshot & {fingerprint: string}) | undefined {
  const manifest = readManifest(previousFolder);
  if (!manifest || !hasSegments(previousFolder, manifest)) return undefined;
  if (previousFolder === folder && manifest.sourceFingerprint !== sourceFingerprint) return undefined;
  const isOfSameEvents = previousFolder === folder && manifest.inputFingerprint === inputFingerprint;
  const fingerprint = isOfSameEvents ? manifest.previousFingerprint : manifest.fingerprint;
  return fingerprint === null ? undefined : {folder: previousFolder, isOfSameEvents, fingerprint};
}

function hasSegments(folder: string, manifest: Manifest): boolean {
  const needed = ["kpis", "ml_segments", "segment_features", "previous_segments"];
  const tables = manifest.tables.map(({name}) => name);
  return needed.every((name) => tables.includes(name)) && isWhole(folder, manifest);
}

/** The manifest of a folder of snapshots; undefined when there is none that can be read. */
export function readManifest(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  } catch {
    return undefined;
  }
}

/** The manifest of a folder of snapshots. Throws where there is none. */
export function requireManifest(folder: string): Manifest {
  const manifest = readManifest(folder);
  if (!manifest) throw new Error(`${folder}: there are no snapshots; run npm run build or npm run dev`);
  return manifest;
}

async function writeTables(warehouse: Warehouse, folder: string): Promise<TableManifest[]> {
  const grains = new Map([...readModels("marts").map(({name, grain}) => [name, grain] as const), ...findingTables]);
  const names = await warehouse.rows(
    "select table_name from information_schema.tables where table_schema = 'marts' order by 1"
  );
  const columns = await describeColumns(warehouse);
  const tables: TableManifest[] = [];
  for (const {table_name} of names) {
    const name = String(table_name);
    const path = join(folder, `${name}.parquet`);
    // marts are already in their order; DuckDB keeps it
    await warehouse.run(`copy marts.${name} to ${sqlLiteral(path)} (format parquet, compression zstd)`);
    const {rows} = await warehouse.row(`select count(*) as rows from marts.${name}`);
    const bytes = readFileSync(path);
    tables.push({
      name,
      description: grains.get(name) ?? "",
      rows: Number(rows),
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      columns: columns.get(name) ?? []
    });
  }
  return tables;
}

// for the Methods page and for tests; no model reads it
async function writeTruth(warehouse: Warehouse, {events}: ReportConfiguration, folder: string): Promise<void> {
  if (events.source !== "demo-store") return;
  writeFileSync(join(folder, "truth.json"), `${JSON.stringify(await readTruth(warehouse, events), null, 2)}\n`);
}

// by table
async function describeColumns(warehouse: Warehouse): Promise<Map<string, TableManifest["columns"]>> {
  const columns = await warehouse.rows(`
    select table_name, column_name, lower(data_type) as type from information_schema.columns
    where table_schema = 'marts' order by table_name, ordinal_position`);
  const byTable = new Map<string, TableManifest["columns"]>();
  for (const {table_name, column_name, type} of columns) {
    const [table, name] = [String(table_name), String(column_name)];
    const description = describeColumn(table, name);
    if (!description) throw new Error(`models/columns.ts does not describe the column ${name} of marts.${table}`);
    byTable.set(table, [...(byTable.get(table) ?? []), {name, type: String(type), description}]);
  }
  return byTable;
}

async function describeEvents(
  warehouse: Warehouse
): Promise<Pick<Manifest, "rows" | "eventColumns" | "firstEventAt" | "lastEventAt">> {
  const columns = await warehouse.rows("select column_name from core.columns where is_present order by column_name");
  const {first_event_at, last_event_at} = await warehouse.row("select first_event_at, last_event_at from marts.kpis");
  const {read, clean, duplicates} = await warehouse.row(`
    select
        max(rows_in) as read,
        min(rows_out) as clean,
        max(rows_removed) filter (where step = 'duplicates') as duplicates
    from marts.cleaning_audit`);
  return {
    rows: {
      read: Number(read),
      clean: Number(clean),
      duplicates: Number(duplicates),
      rejected: Number(read) - Number(clean) - Number(duplicates)
    },
    eventColumns: columns.map(({column_name}) => String(column_name)),
    firstEventAt: (first_event_at as Date).toISOString(),
    lastEventAt: (last_event_at as Date).toISOString()
  };
}

function isWhole(folder: string, manifest: Manifest): boolean {
  return manifest.tables.every(
    ({name, bytes}) => statSync(join(folder, `${name}.parquet`), {throwIfNoEntry: false})?.size === bytes
  );
}

function readVersion(): string {
  return (JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as {version: string}).version;
}
