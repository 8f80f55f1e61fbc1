import type {SessionDimension} from "../../shared/selection/session-dimensions.js";
import type {Report} from "../report-formats.js";

/** A value that sessions can be chosen by: a row of the table `session_dimensions`. */
export interface FilterChoice {
  dimension: SessionDimension;
  value: string;
  sessions: number;
}

/** What every page knows of the report and its data. */
export interface PageFacts {
  report: Report;
  choices: readonly FilterChoice[];
  /** what does not look as it should: rows of `data_checks` */
  checks: readonly {check_name: string; description: string; affected: number; total: number}[];
  /** the columns that the events have: rows of `column_checks` */
  columns: readonly {column_name: string; missing_share: number}[];
  rows: {rows_read: number; rows_clean: number};
}

let tell: (facts: PageFacts) => void;
const told = new Promise<PageFacts>((resolve) => (tell = resolve));

/** Makes the page's facts known to what is on it. */
export function tellFacts(facts: PageFacts): void {
  tell(facts);
}

/** The page's facts, as soon as they are known. */
export function pageFacts(): Promise<PageFacts> {
  return told;
}
