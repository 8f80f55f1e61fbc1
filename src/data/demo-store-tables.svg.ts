import {demoTables} from "../../data-loaders/demo-store/schema.ts";
import {drawTableDiagram} from "../../data-loaders/demo-store/table-diagram.ts";

process.stdout.write(await drawTableDiagram(demoTables));
