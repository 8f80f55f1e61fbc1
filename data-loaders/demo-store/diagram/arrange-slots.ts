import {Graph, layout} from "@dagrejs/dagre";
import {findForeignKeys, type ForeignKey} from "../foreign-keys.ts";
import type {DemoTable} from "../schema.ts";
import {boxHeight, boxSizes, rowMiddle} from "./box-sizes.ts";

/** A place in a column of the diagram: a table's box, or a lane in which a link passes boxes. */
export interface Slot {
  /** counted from the left, from 0 */
  column: number;
  /** upper edge */
  y: number;
  /** 0 for a lane */
  height: number;
  table?: DemoTable;
}

/** A foreign key's way through the diagram. */
export interface Route {
  key: ForeignKey;
  /** from left to right, one in each column from the first to the last; `port` in pixels below the slot's upper edge */
  stops: {slot: Slot; port: number}[];
}

/** Slots in columns, from left to right and from top to bottom, and the ways between them. */
export interface Arrangement {
  columns: Slot[][];
  routes: Route[];
}

/**
 * Ranks tables into columns and orders each column so that few links cross. A table stands to the right of those that it
 * refers to; but one that refers to a single table, and that none refers to, stands to the left of it, where there is
 * more room. How far down the slots are is not for use: the columns are yet to be settled.
 */
export function arrangeSlots(tables: readonly DemoTable[]): Arrangement {
  const keys = findForeignKeys(tables);
  const {middles, boxes, bends} = rankTables(tables, keys);
  const routes = keys.map((key, i): Route => {
    const [left, right] = endsOf(key, keys);
    const [first, last] = [boxes.get(left.table) as Slot, boxes.get(right.table) as Slot];
    const passed = middles.slice(first.column + 1, last.column);
    const lanes = passed.map((middle, lane): Slot => {
      const y = bends[i]?.find(({x}) => Math.abs(x - middle) < 1)?.y ?? 0;
      return {column: first.column + 1 + lane, y, height: 0};
    });
    return {
      key,
      stops: [{slot: first, port: left.port}, ...lanes.map((slot) => ({slot, port: 0})), {slot: last, port: right.port}]
    };
  });
  const slots = new Set([...boxes.values(), ...routes.flatMap(({stops}) => stops.map(({slot}) => slot))]);
  const columns = middles.map((_, i) => [...slots].filter(({column}) => column === i).sort((a, b) => a.y - b.y));
  return {columns, routes};
}

interface Point {
  x: number;
  y: number;
}

// dagre ranks and orders well, but spreads boxes of such different heights far apart
function rankTables(tables: readonly DemoTable[], keys: ForeignKey[]) {
  const graph = new Graph({multigraph: true});
  graph.setGraph({rankdir: "LR"});
  for (const table of tables) graph.setNode(table.name, {width: boxSizes.width, height: boxHeight(table)});
  const edges = keys.map((key, i) => {
    const [left, right] = endsOf(key, keys);
    return {v: left.table.name, w: right.table.name, name: String(i)};
  });
  for (const edge of edges) graph.setEdge(edge, {});
  layout(graph);
  const centers = tables.map(({name}) => graph.node(name) as Point);
  const middles = [...new Set(centers.map(({x}) => x))].sort((a, b) => a - b);
  const boxes = new Map(
    tables.map((table, i): [DemoTable, Slot] => {
      const {x, y} = centers[i] as Point;
      return [table, {column: middles.indexOf(x), y, height: boxHeight(table), table}];
    })
  );
  return {middles, boxes, bends: edges.map((edge) => (graph.edge(edge) as {points: Point[]}).points)};
}

function endsOf(
  key: ForeignKey,
  keys: ForeignKey[]
): [left: {table: DemoTable; port: number}, right: {table: DemoTable; port: number}] {
  const {one, named, many, column} = key;
  const isAppendix = keys.every((other) => other.one !== many && (other.many !== many || other === key));
  const ends = [
    {table: one, port: rowMiddle(one, named)},
    {table: many, port: rowMiddle(many, column)}
  ] as const;
  return isAppendix ? [ends[1], ends[0]] : [ends[0], ends[1]];
}
