import type {EventColumn} from "./event-columns.js";

// what a column of the tables is made of, by words in its name; who, when and what are part of every event
const sources: [words: RegExp, columns: EventColumn[]][] = [
  [/revenue|price|_value\b|value_(?!position)|return_on/, ["price", "quantity"]],
  [/orders?(_|\b)/, ["order_id"]],
  [/sessions?(_|\b)/, ["user_session"]],
  [/brands?(_|\b)/, ["brand"]],
  [/categor(y|ies)/, ["category_code"]],
  [/products?(_|\b)/, ["product_id"]],
  [/device/, ["device"]],
  [/browser/, ["browser"]],
  [/source|channel|traffic|attribution/, ["source"]],
  [/campaign/, ["campaign"]],
  [/country/, ["country"]]
];

/** The columns of the events that the numbers of a query rest on, by the tables and columns that it names; none for no query. */
export function queryColumns(query: string): EventColumn[] {
  // names alone: text in quotes and comments are no names, and `order by` is no order
  const names = query.toLowerCase().replace(/--.*|'(?:''|[^'])*'|\border\s+by\b/g, " ");
  const columns = sources.filter(([words]) => words.test(names)).flatMap(([, columns]) => columns);
  return [...new Set(columns)];
}
