import type {EventColumn} from "../../src/shared/event-columns.ts";
import type {Warehouse} from "../warehouse.ts";
import type {InputFile} from "./inspect-file.ts";
import type {UnreadableLine} from "./unreadable-lines.ts";

/** A part of the events that is read, cleaned and kept on its own: a file, or the demo store. */
export interface EventInput {
  /** what messages call it */
  name: string;
  /** of everything that its rows depend on: the same digest means the same rows */
  digest: string;
  /** whether what it was cleaned into may serve later runs; not where a run needs more of the source than its events */
  isKept: boolean;
  /** in bytes; to estimate how much is left to do */
  size: number;
  /**
   * Opens it for reading. `copyFolder` is where a copy may be put that is easier to read; without it, the input itself is
   * read. Throws a ReportError where it cannot be opened or lacks what every event needs.
   */
  open: (warehouse: Warehouse, options?: {copyFolder?: string}) => Promise<OpenInput>;
}

/** Puts inputs into an order that hangs on their contents, for `sort`; on their names where those are the same. */
export function compareInputs(a: EventInput, b: EventInput): number {
  return a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : a.name < b.name ? -1 : 1;
}

/** Rows of raw events that are ready to be read, once. */
export interface OpenInput {
  /** a query for its rows: our columns as text, and `unreadable_text` */
  query: string;
  /** the columns that it has */
  columns: EventColumn[];
  /** the file that the rows stand in, if they stand in one */
  file: InputFile | undefined;
  /** what turned out to be no rows; to be asked once the rows have been read */
  takeUnreadable: () => Promise<UnreadableLine[]>;
}
