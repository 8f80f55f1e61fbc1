/** A question that a table can answer. */
export interface ExampleQuery {
  table: string;
  question: string;
  /** the query, with the question as a comment before it */
  sql: string;
}

/**
 * The queries of a file in which each begins with a comment such as `-- brands: Which sell best?` and ends with a semicolon at the end of a
 * line. Other comments between them are skipped; text without such a comment gives none.
 */
export function parseExamples(text: string): ExampleQuery[] {
  return [...text.matchAll(/^-- (\w+): (.+)\n([^;]+);$/gm)].map(([, table = "", question = "", query = ""]) => ({
    table,
    question,
    sql: `-- ${question}\n${query}`
  }));
}
