import {readFileSync} from "node:fs";
import {join} from "node:path";

/** The query of a finding, which lies beside it under the finding's name. */
export function readFindingQuery(name: string): string {
  return readFileSync(join(import.meta.dirname, `${name}.sql`), "utf8");
}
