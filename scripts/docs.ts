import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {writeDataDictionary} from "../data-loaders/demo-store/data-dictionary.ts";
import {demoTables} from "../data-loaders/demo-store/schema.ts";
import {projectFolder} from "../data-loaders/fingerprint.ts";

// the documents that are made from code
writeFileSync(join(projectFolder, "docs", "demo-store-tables.md"), writeDataDictionary(demoTables));
