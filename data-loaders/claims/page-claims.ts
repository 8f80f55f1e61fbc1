import {readPages} from "../answers/read-pages.ts";
import {type Claim, findClaims} from "./find-claims.ts";

/** The claims of all pages in a folder, by page and line. */
export function pageClaims(folder: string): Claim[] {
  return readPages(folder).flatMap(findClaims);
}
