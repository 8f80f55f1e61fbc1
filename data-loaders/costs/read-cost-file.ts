import {findRowLines} from "../cleaning/row-lines.ts";
import type {CostFiles} from "../configuration.ts";
import {ReportError} from "../report-error.ts";
import type {InputFile} from "../sources/inspect-file.ts";
import {openReadable} from "../sources/open-readable.ts";
import {selectColumns} from "../sources/select-columns.ts";
import {printableLiteral} from "../sources/printable.ts";
import type {Warehouse} from "../warehouse.ts";
import {costColumns} from "./cost-columns.ts";
import {type CostNames, findCostColumns} from "./find-cost-columns.ts";

/** How a file of costs is written, and where a copy of it may be put. */
export type CostFileOptions = Pick<CostFiles, "columns" | "encoding"> & {currency: string; copyFolder: string};

/**
 * Adds the rows of one file to `staging.costs`. Days are ISO; costs are numbers, with or without the code of the report's currency. Throws a
 * ReportError that names line, column and value of the first row that is no cost.
 */
export async function readCostFile(
  warehouse: Warehouse,
  path: string,
  {columns, encoding, currency, copyFolder}: CostFileOptions
): Promise<void> {
  const {file, takeUnreadable} = await openReadable(warehouse, path, encoding, copyFolder).catch(adviseOnCosts);
  const names = findCostColumns({...file, path}, columns);
  await warehouse.run(`create or replace temp table cost_rows as ${selectTexts(file, names)}`);
  const [unreadable] = await takeUnreadable().catch(adviseOnCosts);
  if (unreadable) {
    const {unreadable: lines} = await findRowLines(file, [unreadable], -1);
    throw new ReportError(`${path}, line ${lines[0]}: ${show(unreadable.text)} is no row; correct or remove it`);
  }
  await warehouse.run(`create or replace temp view read_costs as ${selectCosts(currency)}`);
  await checkCosts(warehouse, {...file, path}, {file, names, currency});
  await warehouse.run(
    "insert into staging.costs select day, source, campaign, cost, impressions, clicks from read_costs order by file_row"
  );
  await warehouse.run("drop view read_costs; drop table cost_rows");
}

// rows in the order of the file, counted from 0; empty texts are null
function selectTexts(file: InputFile, names: CostNames): string {
  const known = costColumns.flatMap((column) => {
    const name = names[column];
    return name === undefined ? [] : [{column, name}];
  });
  const [selected] = selectColumns(
    file,
    known.map(({name}) => name)
  );
  const texts = costColumns.map((column) => {
    const alias = selected?.columns[known.findIndex((each) => each.column === column)]?.alias;
    return `${alias === undefined ? "cast(null as varchar)" : `nullif(trim(${alias}), '')`} as ${column}_text`;
  });
  return `select row_number() over () - 1 as file_row, unreadable_text, ${texts.join(", ")} from (${selected?.query})`;
}

function selectCosts(currency: string): string {
  return `select
    file_row,
    unreadable_text,
    day_text, cost_text, impressions_text, clicks_text,
    case when regexp_matches(day_text, '^\\d{4}-\\d\\d-\\d\\d') then cast(try_cast(day_text as timestamp) as date) end as day,
    source_text as source,
    campaign_text as campaign,
    try_cast(regexp_replace(cost_text, '^${currency}\\s*|\\s*${currency}$', '', 'i') as decimal(18, 4)) as cost,
    try_cast(try_cast(impressions_text as decimal(38, 9)) as bigint) as impressions,
    try_cast(try_cast(clicks_text as decimal(38, 9)) as bigint) as clicks
  from cost_rows`;
}

async function checkCosts(
  warehouse: Warehouse,
  {path, format}: InputFile,
  {file, names, currency}: {file: InputFile; names: CostNames; currency: string}
): Promise<void> {
  const isCount = (column: string) =>
    `${column}_text is null or (${column} >= 0 and coalesce(try_cast(${column}_text as decimal(38, 9)) = ${column}, false))`;
  const [problem] = await warehouse.rows(`
    select * from (
      select file_row, 0 as place, 'row' as problem, unreadable_text as value from read_costs where unreadable_text is not null
      union all select file_row, 1, 'day', day_text from read_costs where day is null
      union all select file_row, 2, 'cost', cost_text from read_costs where cost is null
      union all select file_row, 3, 'negative', cost_text from read_costs where cost < 0
      union all select file_row, 4, 'impressions', impressions_text from read_costs where not coalesce(${isCount("impressions")}, false)
      union all select file_row, 5, 'clicks', clicks_text from read_costs where not coalesce(${isCount("clicks")}, false)
      union all select file_row, 6, 'nowhere', null from read_costs where source is null and campaign is null
    ) order by file_row, place limit 1`);
  if (!problem) return;
  const row = Number(problem.file_row);
  const {stretches} = await findRowLines(file, [], row);
  const stretch = stretches.findLast((each) => each.row <= row);
  const line = stretch ? stretch.line + row - stretch.row : row + 1;
  const what = describeProblem(String(problem.problem), problem.value as string | null, names, currency);
  throw new ReportError(`${path}, ${format === "parquet" ? "row" : "line"} ${line}${what}`);
}

function describeProblem(problem: string, value: string | null, names: CostNames, currency: string): string {
  const shown = value === null ? "nothing" : show(value);
  const cell = (column: keyof CostNames) => `, column ${names[column]}: ${shown}`;
  if (problem === "day") return `${cell("day")} is not a day; write days as 2024-01-31`;
  if (problem === "cost") {
    return `${cell("cost")} is not a cost; write numbers in ${currency}, the report's currency, such as 1234.50`;
  }
  if (problem === "negative") return `${cell("cost")} is below 0; take it off the costs that it pays back`;
  if (problem === "impressions" || problem === "clicks") {
    return `${cell(problem)} is not a whole number from 0 on; correct it, or leave it empty where it is not known`;
  }
  if (problem === "row") return `: ${shown} is no row; correct or remove it`;
  return ": the row names neither source nor campaign; say what was paid for, or remove the row";
}

// files are opened as those of events are
function adviseOnCosts(error: unknown): never {
  const isAdvice = error instanceof ReportError;
  throw isAdvice ? new ReportError(error.message.replace("events: {encoding", "costs: {encoding")) : error;
}

function show(value: string): string {
  return printableLiteral(value.slice(0, 80));
}
