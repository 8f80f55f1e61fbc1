import type {Completion, CompletionContext, CompletionResult, CompletionSource} from "@codemirror/autocomplete";
import {keywordCompletionSource} from "@codemirror/lang-sql";
import type {DescribedTable} from "../methods/table-dictionary.js";
import {sqlDialect} from "./sql-dialect.js";

const functions = {
  "abs(number)": "without its sign",
  "avg(number)": "mean of a group",
  "ceil(number)": "next whole number above",
  "coalesce(value, …)": "first that is not null",
  "corr(y, x)": "correlation of two columns",
  "count(*)": "rows of a group",
  "count(distinct value)": "different values of a group",
  "date_diff('day', from, to)": "days between two moments",
  "date_trunc('week', moment)": "first day of the week, month …",
  "dayname(date)": "Monday, Tuesday …",
  "extract(hour from moment)": "a part of a moment",
  "first(value order by …)": "first value of a group",
  "greatest(a, b)": "the largest",
  "lag(value) over (order by …)": "value of the row before",
  "lead(value) over (order by …)": "value of the row after",
  "least(a, b)": "the smallest",
  "list(value)": "all values of a group",
  "lower(text)": "in small letters",
  "max(value)": "largest of a group",
  "median(number)": "middle of a group",
  "min(value)": "smallest of a group",
  "mode()": "most frequent of a group",
  "nullif(a, b)": "null where both are the same",
  "quantile_cont(number, 0.9)": "what nine in ten stay below",
  "rank() over (order by …)": "place in an order",
  "round(number, digits)": "rounded",
  "row_number() over (order by …)": "number in an order",
  "stddev(number)": "standard deviation of a group",
  "strftime(moment, '%Y-%m')": "a moment as text",
  "sum(number)": "sum of a group"
};

const functionOptions = Object.entries(functions).map(([label, detail]): Completion => ({
  label,
  detail,
  type: "function",
  apply: label.replace(/\(.*/, "("),
  boost: -2
}));

const keywords = keywordCompletionSource(sqlDialect);

/** What may follow in a query: tables and earlier cells, columns of the tables that it names, functions and keywords. */
export function sqlCompletions(tables: readonly DescribedTable[]): CompletionSource {
  const tableOptions = tables.map(({name, description}): Completion => ({
    label: name,
    type: "class",
    info: description,
    boost: 1
  }));
  return async (context) => {
    const qualified = context.matchBefore(/\w+\.\w*/);
    if (qualified) return columnsOfTable(qualified, tables, context);
    const word = context.matchBefore(/\w+/);
    // where nothing is written yet, only who asks for it is told
    if ((!word && !context.explicit) || isWithinText(context)) return null;
    const named = namedTables(context.state.doc.toString(), tables);
    const reserved = await keywords(context);
    return {
      from: word?.from ?? context.pos,
      options: [
        ...named.flatMap(columnOptions),
        ...tableOptions,
        ...functionOptions,
        ...(reserved?.options ?? []).map((option) => ({...option, boost: -3}))
      ],
      validFor: /^\w*$/
    };
  };
}

function columnsOfTable(
  {from, text}: {from: number; text: string},
  tables: readonly DescribedTable[],
  {state}: CompletionContext
): CompletionResult | null {
  const [qualifier = ""] = text.toLowerCase().split(".");
  const alias = new RegExp(`\\b(\\w+)\\s+(?:as\\s+)?${qualifier}\\b`, "i").exec(state.doc.toString())?.[1];
  const table = [qualifier, alias?.toLowerCase()]
    .map((name) => tables.find((each) => each.name === name))
    .find((found) => found !== undefined);
  return table ? {from: from + qualifier.length + 1, options: columnOptions(table), validFor: /^\w*$/} : null;
}

function columnOptions({name: table, columns}: DescribedTable): Completion[] {
  return columns.map(({name, type, description}) => ({
    label: name,
    type: "property",
    detail: `${type} of ${table}`,
    info: description,
    boost: 2
  }));
}

function namedTables(query: string, tables: readonly DescribedTable[]): DescribedTable[] {
  const words = new Set(query.toLowerCase().match(/\w+/g));
  return tables.filter(({name}) => words.has(name));
}

function isWithinText({state, pos}: CompletionContext): boolean {
  const node = sqlDialect.language.parser.parse(state.doc.toString()).resolveInner(pos, -1);
  return /String|Comment|Number/.test(node.name);
}
