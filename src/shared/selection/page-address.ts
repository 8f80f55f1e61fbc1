import {narrowSelection, readSelection, type Selection, writeSelection} from "./selection.js";

/**
 * The address of another page of the report, such as `./drop-off?device=mobile`, for the sessions that are chosen in `search` (this page's
 * address unless told) and have the given values, too. `days` takes the place of the days that are chosen.
 */
export function pageAddress(
  page: string,
  values: Selection["values"] = {},
  {from, to, search = location.search}: {from?: string; to?: string; search?: string} = {}
): string {
  const chosen = narrowSelection(readSelection(search), values);
  return `./${page}${writeSelection(from || to ? {...chosen, from, to} : chosen)}`;
}
