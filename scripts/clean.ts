import {existsSync, readdirSync, rmSync} from "node:fs";
import {dirname, join} from "node:path";
import {projectFolder} from "../data-loaders/fingerprint.ts";
import {claimsFile} from "../data-loaders/report.ts";

// everything that a build makes; sources and installed packages stay, and what claims were, which cannot be made again
const workFolder = dirname(claimsFile);
const worked = existsSync(workFolder) ? readdirSync(workFolder).map((name) => join(workFolder, name)) : [];
const made = ["dist", "src/.observablehq", "src/fonts", "snapshots", "snapshots.audit"];
for (const path of [...worked, ...made.map((name) => join(projectFolder, name))]) {
  if (path !== claimsFile) rmSync(path, {recursive: true, force: true});
}
