import {expect, test} from "vitest";
import {type DemoTable, demoTables} from "../../../data-loaders/demo-store/schema.ts";
import {drawTableDiagram} from "../../../data-loaders/demo-store/table-diagram.ts";

const hostile: DemoTable[] = [
  {
    name: "users",
    grain: 'person & "guest"',
    primaryKey: ["user_id"],
    columns: [{name: "user_id", type: "varchar", description: "id"}]
  },
  {
    name: "orders",
    grain: "order",
    primaryKey: ["order_id"],
    columns: [
      {name: "order_id", type: "varchar", description: "id"},
      {name: "</text><script>alert(1)</script>", type: "varchar", references: "users", description: "who"}
    ]
  }
];

test("drawTableDiagram(tables) names every table and every column", async () => {
  const texts = findTexts(await drawTableDiagram(demoTables));
  const expected = demoTables.flatMap(({name, columns}) => [name, ...columns.map((column) => column.name)]);
  expect(texts.filter((text) => !/^(PK|FK|PK FK)$/.test(text)).sort()).toEqual(expected.sort());
});

test("drawTableDiagram(tables) marks every key", async () => {
  const texts = findTexts(await drawTableDiagram(demoTables));
  const columns = demoTables.flatMap(({primaryKey, columns}) =>
    columns.map(({name, references}) => ({isPrimary: primaryKey.includes(name), isForeign: references !== undefined}))
  );
  const count = (isPrimary: boolean, isForeign: boolean) =>
    columns.filter((column) => column.isPrimary === isPrimary && column.isForeign === isForeign).length;
  expect(texts.filter((text) => text === "PK")).toHaveLength(count(true, false));
  expect(texts.filter((text) => text === "FK")).toHaveLength(count(false, true));
  expect(texts.filter((text) => text === "PK FK")).toHaveLength(count(true, true));
});

test("drawTableDiagram(tables) draws one link per foreign key, and says it in words", async () => {
  const svg = await drawTableDiagram(demoTables);
  const relations = demoTables.flatMap(({name, columns}) =>
    columns.flatMap((column) => (column.references ? [`${name}.${column.name} refers to ${column.references}`] : []))
  );
  const links = [...svg.matchAll(/<g class="link"><title>(.*?)<\/title><path d="[^"]+"\/><\/g>/g)].map(
    ([, title]) => title
  );
  expect(links.sort()).toEqual([...relations].sort());
  expect(/<desc[^>]*>(.*)<\/desc>/.exec(svg)?.[1]).toBe(relations.map((relation) => `${relation}.`).join(" "));
});

test("drawTableDiagram(tables) gives the same bytes twice", async () => {
  expect(await drawTableDiagram(demoTables)).toBe(await drawTableDiagram(structuredClone(demoTables)));
});

test.each([
  ["the demo store's tables", demoTables],
  ["hostile names", hostile],
  ["no tables", []]
])("drawTableDiagram(tables) is well-formed for %s", async (_, tables) => {
  const svg = await drawTableDiagram(tables);
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" role="img" /);
  expect(findOpenTags(svg)).toEqual([]);
  expect(svg).not.toMatch(/NaN|undefined|null/);
});

test("drawTableDiagram(tables) shows text as text", async () => {
  const svg = await drawTableDiagram(hostile);
  expect(svg).not.toContain("<script");
  expect(svg).toContain(">&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;</text>");
  expect(svg).toContain('<title>users: one row per person &amp; "guest"</title>');
});

test("drawTableDiagram(tables) asks for nothing from anywhere", async () => {
  const svg = await drawTableDiagram(demoTables);
  expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|url\(|@import|href/);
});

function findTexts(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text = ""]) => text);
}

// tags that are not closed, or closed without having been opened; and what is no markup at all
function findOpenTags(svg: string): string[] {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/g,
    (_, closes: string, name: string, __, isEmpty: string) => {
      if (closes && open.at(-1) === name) open.pop();
      else if (!isEmpty) open.push(closes + name);
      return "";
    }
  );
  const strays = rest.match(/[<>]|&(?!(?:amp|lt|gt);)/g) ?? [];
  return [...open, ...strays];
}
