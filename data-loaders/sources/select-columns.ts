import {eventColumns} from "../../src/shared/event-columns.ts";
import type {InputFile} from "./inspect-file.ts";
import {selectRows} from "./open-file.ts";

/** A query for some columns of a file, whatever they are called. */
export interface ColumnQuery {
  /** gives each column as text under its alias, and `unreadable_text` */
  query: string;
  columns: {name: string; alias: string}[];
}

/**
 * Queries that together give columns of a file. Each gives as many as an event has and reads the file once: rows are selected
 * as events are, each of our columns standing for one of the file's.
 */
export function selectColumns(file: InputFile, names: readonly string[]): ColumnQuery[] {
  const queries: ColumnQuery[] = [];
  for (let i = 0; i === 0 || i < names.length; i += eventColumns.length) {
    const columns = eventColumns.flatMap((alias, j) => {
      const name = names[i + j];
      return name === undefined ? [] : [{name, alias}];
    });
    const query = selectRows(file, Object.fromEntries(columns.map(({name, alias}) => [alias, name])));
    queries.push({query, columns});
  }
  return queries;
}
