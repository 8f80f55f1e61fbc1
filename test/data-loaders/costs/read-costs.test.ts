import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, onTestFinished, test} from "vitest";
import {parseConfiguration, type ReportOptions} from "../../../data-loaders/configuration.ts";
import {readCosts} from "../../../data-loaders/costs/read-costs.ts";
import {Warehouse} from "../../../data-loaders/warehouse.ts";
import {plainRows} from "../../fixtures/plain-rows.ts";
import {temporaryFolder} from "../../fixtures/temporary-folder.ts";

const day = (text: string) => new Date(`${text}T00:00:00Z`);

test("readCosts(warehouse, configuration, temporary) makes an empty table where no costs are named", async () => {
  expect(await costsOf({})).toEqual([]);
});

test("readCosts(warehouse, configuration, temporary) reads costs with and without the currency's code", async () => {
  const text = [
    "day,source,campaign,cost,impressions,clicks",
    "2024-01-31,google,Brand,12.50,1000,10",
    "2024-02-01 00:00:00, google ,,EUR 7,,",
    '2024-02-01T00:00:00Z,,"Spring, first",0.0001 eur,20.0,0'
  ].join("\n");
  expect(await costsOf({currency: "EUR"}, text)).toEqual([
    {day: day("2024-01-31"), source: "google", campaign: "Brand", cost: 12.5, impressions: 1000, clicks: 10},
    {day: day("2024-02-01"), source: "google", campaign: null, cost: 7, impressions: null, clicks: null},
    {day: day("2024-02-01"), source: null, campaign: "Spring, first", cost: 0.0001, impressions: 20, clicks: 0}
  ]);
});

test("readCosts(warehouse, configuration, temporary) reads other formats, and columns of other names", async () => {
  const semicolons = "Tag;Kampagne;Kosten\r\n2024-01-31;Frühling;3\r\n";
  const columns = {day: "Tag", campaign: "Kampagne", cost: "Kosten"};
  const expected = {
    day: day("2024-01-31"),
    source: null,
    campaign: "Frühling",
    cost: 3,
    impressions: null,
    clicks: null
  };
  expect(await costsOf({columns}, semicolons)).toEqual([expected]);
  expect(await costsOf({columns}, gzipSync(semicolons))).toEqual([expected]);
  expect(await costsOf({columns, encoding: "latin-1"}, Buffer.from(semicolons, "latin1"))).toEqual([expected]);
  const lines = '{"date": "2024-01-31", "spend": {"amount": 3}, "campaign": "Frühling"}\n';
  expect(await costsOf({columns: {day: "date", cost: "spend.amount"}}, lines)).toEqual([expected]);
});

describe("readCosts(warehouse, configuration, temporary) throws with file, line, column, value and what to do", () => {
  const head = "day,source,cost,clicks\n2024-01-01,google,1,\n\n";
  test.each([
    [
      `${head}2024-01-02,google,12 $,`,
      'line 4, column cost: "12 $" is not a cost; write numbers in USD, the report\'s currency, such as 1234.50'
    ],
    [`${head}2024-01-02,google,EUR 12,`, 'line 4, column cost: "EUR 12" is not a cost; write numbers in USD'],
    [`${head}2024-01-02,google,"1,200.00",`, 'line 4, column cost: "1,200.00" is not a cost'],
    [`${head}2024-01-02,google,,`, "line 4, column cost: nothing is not a cost"],
    [`${head}2024-01-02,google,NaN,`, 'line 4, column cost: "NaN" is not a cost'],
    [`${head}2024-01-02,google,-5,`, 'line 4, column cost: "-5" is below 0; take it off the costs that it pays back'],
    [`${head}31/01/2024,google,5,`, 'line 4, column day: "31/01/2024" is not a day; write days as 2024-01-31'],
    [`${head}2024-02-30,google,5,`, 'line 4, column day: "2024-02-30" is not a day'],
    [`${head}2024-01-02,google,5,1.5`, 'line 4, column clicks: "1.5" is not a whole number from 0 on'],
    [`${head}2024-01-02,google,5,-1`, 'line 4, column clicks: "-1" is not a whole number from 0 on'],
    [`${head}2024-01-02,,5,1`, "line 4: the row names neither source nor campaign; say what was paid for"],
    [`${head}2024-01-02,google`, 'line 4: "2024-01-02,google" is no row; correct or remove it'],
    [
      "date,source,cost\n",
      'there is no column "day" for day; the file has date, source, cost. Name the file\'s column'
    ],
    ["day,source,costs\n", 'there is no column "cost" for cost; did you mean "costs"?'],
    ["day,cost\n", "there is no column for source or campaign; the file has day, cost"]
  ])("readCosts(warehouse, configuration, temporary) of %j", async (text, message) => {
    const problem = await costsOf({}, text).catch((error: Error) => error.message.replace(/^.*(?=costs\.csv)/, ""));
    expect(String(problem)).toContain(`costs.csv${message.startsWith("line") ? ", " : ": "}${message}`);
  });

  test("readCosts(warehouse, configuration, temporary) throws for a mapped column that the file lacks", async () => {
    await expect(costsOf({columns: {clicks: "taps"}}, "day,source,cost,tap\n")).rejects.toThrow(
      'there is no column "taps" for clicks; did you mean "tap"?; the file has day, source, cost, tap. ' +
        "Name the file's column in report.config.ts, costs.columns.clicks"
    );
  });

  test("readCosts(warehouse, configuration, temporary) throws for text in another encoding", async () => {
    const text = Buffer.from("day,campaign,cost\n2024-01-01,Frühling,1\n", "latin1");
    await expect(costsOf({}, text)).rejects.toThrow(
      /line 2: this is not UTF-8: .* or say costs: {encoding: "latin-1"}/
    );
  });

  test("readCosts(warehouse, configuration, temporary) throws for a glob that names no file", async () => {
    const costs = {files: "/nowhere/*.csv"};
    await expect(read({costs})).rejects.toThrow('costs.files: no file matches "/nowhere/*.csv"');
  });
});

type CostOptions = Partial<NonNullable<ReportOptions["costs"]>> & {currency?: string};

function costsOf({currency = "USD", ...costs}: CostOptions, text?: string | Buffer) {
  if (text === undefined) return read({currency});
  const path = join(temporaryFolder(), "costs.csv");
  writeFileSync(path, text);
  return read({currency, costs: {...costs, files: path}});
}

async function read(options: ReportOptions) {
  const warehouse = await Warehouse.open({threads: 2});
  onTestFinished(() => warehouse.close());
  await readCosts(warehouse, parseConfiguration(options), temporaryFolder());
  return plainRows(await warehouse.rows("select * replace (cast(cost as double) as cost) from staging.costs"));
}
