import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parseConfiguration} from "../data-loaders/configuration.ts";
import {writeDataDictionary} from "../data-loaders/demo-store/data-dictionary.ts";
import {demoTables} from "../data-loaders/demo-store/schema.ts";
import {projectFolder} from "../data-loaders/fingerprint.ts";
import {readMethods} from "../data-loaders/methods.ts";
import {writeModelCard} from "../data-loaders/segmentation/model-card-markdown.ts";
import {writeSnapshotDictionary} from "../data-loaders/snapshot-dictionary.ts";
import {buildSnapshots} from "../data-loaders/snapshots.ts";

// the documents that are made from code
writeFileSync(join(projectFolder, "docs", "demo-store-tables.md"), writeDataDictionary(demoTables));
const folder = mkdtempSync(join(tmpdir(), "funnelbook-docs-"));
const snapshots = join(folder, "snapshots");
const {manifest} = await buildSnapshots(parseConfiguration({}), snapshots);
const {modelCard} = readMethods(snapshots);
rmSync(folder, {recursive: true});
writeFileSync(join(projectFolder, "docs", "model-card.md"), writeModelCard(modelCard));
writeFileSync(join(projectFolder, "docs", "snapshot-tables.md"), writeSnapshotDictionary(manifest.tables));
