import {archiveSnapshots} from "../../data-loaders/archive-snapshots.ts";

process.stdout.write(await archiveSnapshots());
