import {SQLDialect} from "@codemirror/lang-sql";
import {sqlKeywords, sqlTypes} from "../../shared/notebook/sql-parts.js";

/** How DuckDB writes SQL, for highlighting, completion and for telling statements apart. */
export const sqlDialect = SQLDialect.define({
  doubleDollarQuotedStrings: true,
  caseInsensitiveIdentifiers: true,
  keywords: sqlKeywords,
  types: sqlTypes
});

/** A statement of a query, and where it begins. */
export interface Statement {
  text: string;
  /** characters before it */
  offset: number;
}

/** The statements of a query, between semicolons that are not within quotes or comments; comments alone are none. */
export function splitStatements(query: string): Statement[] {
  const statements: Statement[] = [];
  const {topNode} = sqlDialect.language.parser.parse(query);
  for (let node = topNode.firstChild; node; node = node.nextSibling) {
    const text = query.slice(node.from, node.to).replace(/;$/, "");
    if (node.name === "Statement" && text.trim()) statements.push({text, offset: node.from});
  }
  return statements;
}
