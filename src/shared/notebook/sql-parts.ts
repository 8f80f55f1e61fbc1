/** The words of DuckDB's SQL that are no names. */
export const sqlKeywords = `all and any anti as asc asof between by case cast columns create cross desc describe distinct drop else end except
  exclude exists explain false filter first following for from full group grouping having if ilike in inner insert intersect
  interval into is join last lateral left like limit natural not null nulls offset on or order outer over partition pivot
  positional preceding qualify range recursive replace right rollup row rows sample select semi set sets show similar summarize
  table temp then to true try_cast unbounded union unpivot update using values view when where window with within`;

/** The names of DuckDB's types. */
export const sqlTypes = `bigint blob boolean date decimal double enum float hugeint int integer json list map numeric real smallint struct text
  time timestamp timestamptz tinyint ubigint uinteger uuid varchar`;

/** A part of a query, and what it is; without a kind it is a name, a sign or space. */
export interface SqlPart {
  text: string;
  kind?: "comment" | "string" | "number" | "keyword" | "type";
}

const keywords = new Set(sqlKeywords.split(/\s+/));
const types = new Set(sqlTypes.split(/\s+/));

/** A query in parts of a kind each, which make up the whole of it. */
export function sqlParts(query: string): SqlPart[] {
  const parts =
    query.match(/--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:''|[^'])*'?|"(?:""|[^"])*"?|\w+|[^\w'"/-]+|[\s\S]/g) ?? [];
  return parts.map((text) => {
    const kind = kindOf(text);
    return kind ? {text, kind} : {text};
  });
}

function kindOf(text: string): SqlPart["kind"] {
  if (/^(?:--|\/\*)/.test(text)) return "comment";
  if (text.startsWith("'")) return "string";
  if (/^\d/.test(text)) return "number";
  const word = text.toLowerCase();
  return keywords.has(word) ? "keyword" : types.has(word) ? "type" : undefined;
}
