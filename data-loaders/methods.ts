import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describeTable, type DictionaryTable} from "./demo-store/data-dictionary.ts";
import {demoTables} from "./demo-store/schema.ts";
import type {PlantedTruth, Truth} from "./demo-store/truths.ts";
import type {ModelCardSection} from "./segmentation/model-card.ts";
import {modelCardFile, requireManifest, type TableManifest} from "./snapshots.ts";

/** What the page on methods shows of a folder of snapshots. */
export interface Methods {
  tables: Pick<TableManifest, "name" | "description" | "rows" | "columns">[];
  /** about the learned segments */
  modelCard: ModelCardSection[];
  /** null where the events are not the demo store's */
  demoStore: {tables: DictionaryTable[]; truth: PublishedTruth} | null;
}

/** The truth as it is published: without ids, which no page shows of anybody. */
export type PublishedTruth = Omit<Truth, "truths"> & {truths: Omit<PlantedTruth, "ids">[]};

/** What is known of a folder of snapshots and, where they are of the demo store, of that. Throws when there are none. */
export function readMethods(snapshots: string): Methods {
  const manifest = requireManifest(snapshots);
  const truth = readPublishedTruth(snapshots);
  return {
    tables: manifest.tables.map(({name, description, rows, columns}) => ({name, description, rows, columns})),
    modelCard: JSON.parse(readFileSync(join(snapshots, modelCardFile), "utf8")) as ModelCardSection[],
    demoStore: truth ? {tables: demoTables.map(describeTable), truth} : null
  };
}

// only snapshots of the demo store have the file
function readPublishedTruth(snapshots: string): PublishedTruth | undefined {
  const file = join(snapshots, "truth.json");
  if (!existsSync(file)) return undefined;
  const {truths, ...settings} = JSON.parse(readFileSync(file, "utf8")) as Truth;
  return {...settings, truths: truths.map(({ids: _, ...truth}) => truth)};
}
