import fc from "fast-check";
import {expect, test} from "vitest";
import {
  layoutTables,
  type Point,
  type TableBox,
  type TableLayout
} from "../../../../data-loaders/demo-store/diagram/layout-tables.ts";
import {
  type DemoColumn,
  type DemoTable,
  type DemoTableName,
  demoTables
} from "../../../../data-loaders/demo-store/schema.ts";

test("layoutTables([]) is empty", async () => {
  expect(await layoutTables([])).toEqual({width: 0, height: 0, boxes: [], links: []});
});

test("layoutTables(tables) puts the many to the right of the one, and an appendix to the left", async () => {
  const {boxes, links} = await layoutTables([
    table("users", []),
    table("orders", ["users"]),
    table("payments", ["orders"]),
    table("order_items", ["orders", "users"])
  ]);
  const left = (name: string) => boxes.find((box) => box.table.name === name)?.x ?? NaN;
  expect(left("users")).toBeLessThan(left("orders"));
  expect(left("orders")).toBeLessThan(left("order_items"));
  expect(left("payments")).toBeLessThan(left("orders"));
  expect(links.map(({many, one, startsAtOne}) => [many.name, one.name, startsAtOne])).toEqual([
    ["orders", "users", true],
    ["payments", "orders", false],
    ["order_items", "orders", true],
    ["order_items", "users", true]
  ]);
});

test("layoutTables(tables) ends each link at the rows of its columns", async () => {
  const {boxes, links} = await layoutTables(demoTables);
  for (const {one, many, column, points, startsAtOne} of links) {
    const [first, last] = [points[0] as Point, points.at(-1) as Point];
    const [named, naming] = startsAtOne ? [first, last] : [last, first];
    expect(rowAt(boxes, naming)).toBe(`${many.name}.${column}`);
    expect(rowAt(boxes, named)).toBe(`${one.name}.${one.primaryKey[0]}`);
  }
});

test("layoutTables(demoTables) is about as high as wide, with every box inside and none upon another", async () => {
  const layout = await layoutTables(demoTables);
  expect(layout.boxes).toHaveLength(demoTables.length);
  expect(layout.width / layout.height).toBeGreaterThan(0.9);
  expect(layout.width / layout.height).toBeLessThan(1.6);
  expect(findFaults(layout)).toEqual([]);
});

test("layoutTables(tables) never lets a box touch another, or a link pass through one", async () => {
  const tables = fc
    .array(fc.record({others: fc.array(fc.nat(9), {maxLength: 4}), plain: fc.nat(12)}), {maxLength: 9})
    .map((shapes) =>
      shapes.map(({others, plain}, i) => {
        const earlier = [...new Set(others.filter((other) => other < i))];
        return table(
          `table_${i}`,
          earlier.map((other) => `table_${other}`),
          plain
        );
      })
    );
  await fc.assert(
    fc.asyncProperty(tables, async (tables) => {
      const layout = await layoutTables(tables);
      expect(findFaults(layout)).toEqual([]);
      expect(layout.links).toHaveLength(tables.flatMap(({columns}) => columns.filter((c) => c.references)).length);
    }),
    {numRuns: 60}
  );
});

function table(name: string, references: string[], plain = 1): DemoTable {
  const column = (name: string, references?: string): DemoColumn => ({
    name,
    type: "varchar",
    description: name,
    ...(references && {references: references as DemoTableName})
  });
  return {
    name: name as DemoTableName,
    grain: name,
    primaryKey: [`${name}_id`],
    columns: [
      column(`${name}_id`),
      ...references.map((other) => column(`${other}_id`, other)),
      ...Array.from({length: plain}, (_, i) => column(`plain_${i}`))
    ]
  };
}

function rowAt(boxes: TableBox[], {x, y}: Point): string | undefined {
  const box = boxes.find((box) => (x === box.x || x === box.x + box.width) && y > box.y && y < box.y + box.height);
  if (!box) return undefined;
  const row = (y - box.y - 31) / 17 - 0.5;
  return `${box.table.name}.${box.table.columns[row]?.name}`;
}

// a link keeps within the rectangle of each of its parts' ends
function findFaults({width, height, boxes, links}: TableLayout): string[] {
  const outside = boxes.filter(
    (box) => box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height
  );
  const overlapping = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => overlaps(a, b, 10))
      .map((b) => `${a.table.name} is too near ${b.table.name}`)
  );
  const crossed = links.flatMap(({many, column, points}) =>
    points.slice(1).flatMap((point, i) => {
      const part = spanned(points[i] as Point, point);
      return boxes
        .filter((box) => overlaps(part, box, 0))
        .map((box) => `${many.name}.${column} passes through ${box.table.name}`);
    })
  );
  return [...outside.map(({table}) => `${table.name} is outside`), ...overlapping, ...crossed];
}

interface Rectangle extends Point {
  width: number;
  height: number;
}

function spanned(a: Point, b: Point): Rectangle {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y)};
}

function overlaps(a: Rectangle, b: Rectangle, room: number): boolean {
  const isApart =
    a.x + a.width + room <= b.x ||
    b.x + b.width + room <= a.x ||
    a.y + a.height + room <= b.y ||
    b.y + b.height + room <= a.y;
  return !isApart;
}
