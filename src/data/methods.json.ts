import {readMethods} from "../../data-loaders/methods.ts";
import {siteSnapshots} from "../../data-loaders/report.ts";

process.stdout.write(JSON.stringify(readMethods(siteSnapshots)));
