import {rmSync} from "node:fs";
import {join} from "node:path";
import {projectFolder} from "../data-loaders/fingerprint.ts";

// everything that a build makes; sources and installed packages stay
for (const folder of ["dist", ".funnelbook", "src/.observablehq", "src/fonts", "snapshots", "snapshots.audit"]) {
  rmSync(join(projectFolder, folder), {recursive: true, force: true});
}
