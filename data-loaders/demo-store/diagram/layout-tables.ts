import Elk, {type ElkNode, type ElkPoint, type LayoutOptions} from "elkjs";
import {findForeignKeys, type ForeignKey} from "../foreign-keys.ts";
import type {DemoTable} from "../schema.ts";
import {boxHeight, boxSizes, rowMiddle} from "./box-sizes.ts";

/** A place in the diagram, in pixels from its upper left corner. */
export interface Point {
  x: number;
  y: number;
}

/** Where a table's box stands. */
export interface TableBox extends Point {
  table: DemoTable;
  width: number;
  height: number;
}

/** The way of a foreign key. */
export interface TableLink extends ForeignKey {
  /** corners, from the left end to the right one, with level and upright lines between them */
  points: Point[];
  /** whether the table that is named is at the left end */
  startsAtOne: boolean;
}

/** The diagram's geometry. */
export interface TableLayout {
  width: number;
  height: number;
  boxes: TableBox[];
  links: TableLink[];
}

const options: LayoutOptions = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.padding": "[top=12,left=12,bottom=12,right=12]",
  "elk.randomSeed": "1",
  "elk.layered.thoroughness": "60",
  "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
  "elk.spacing.nodeNode": "20",
  "elk.spacing.edgeNode": "12",
  "elk.spacing.edgeEdge": "10",
  "elk.layered.spacing.nodeNodeBetweenLayers": "50",
  "elk.layered.spacing.edgeNodeBetweenLayers": "20",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "10"
};

/**
 * Places tables as boxes in columns and leads their foreign keys from row to row, around the boxes, with the layered
 * algorithm of the Eclipse Layout Kernel. A table stands to the right of those that it refers to; but one that refers to a
 * single table, and that none refers to, stands to the left of it, where there is more room. The same tables give the
 * same layout; no tables give an empty one.
 */
export async function layoutTables(tables: readonly DemoTable[]): Promise<TableLayout> {
  const keys = findForeignKeys(tables);
  const links = keys.map((key) => ({...key, startsAtOne: !isAppendix(key, keys)}));
  const graph = await new Elk().layout(describeGraph(tables, links));
  return {
    width: graph.width ?? 0,
    height: graph.height ?? 0,
    boxes: tables.map((table, i) => {
      const {x = 0, y = 0} = graph.children?.[i] ?? {};
      return {table, x, y, width: boxSizes.width, height: boxHeight(table)};
    }),
    links: links.map((link, i) => ({...link, points: cornersOf(graph.edges?.[i]?.sections?.[0])}))
  };
}

function isAppendix(key: ForeignKey, keys: readonly ForeignKey[]): boolean {
  return keys.every((other) => other.one !== key.many && (other.many !== key.many || other === key));
}

// a port for each end of each link, at its row
function describeGraph(tables: readonly DemoTable[], links: readonly Omit<TableLink, "points">[]): ElkNode {
  const port = (id: string, table: DemoTable, column: string, isLeft: boolean) => ({
    id,
    x: isLeft ? 0 : boxSizes.width,
    y: rowMiddle(table, column),
    width: 0,
    height: 0
  });
  return {
    id: "tables",
    layoutOptions: options,
    children: tables.map((table) => ({
      id: table.name,
      width: boxSizes.width,
      height: boxHeight(table),
      layoutOptions: {"elk.portConstraints": "FIXED_POS"},
      ports: links.flatMap(({one, named, many, column, startsAtOne}, i) => [
        ...(one === table ? [port(`one ${i}`, one, named, !startsAtOne)] : []),
        ...(many === table ? [port(`many ${i}`, many, column, startsAtOne)] : [])
      ])
    })),
    edges: links.map(({startsAtOne}, i) => {
      const ends = [`one ${i}`, `many ${i}`];
      const [from, to] = startsAtOne ? ends : ends.reverse();
      return {id: `link ${i}`, sources: [String(from)], targets: [String(to)]};
    })
  };
}

function cornersOf(section: {startPoint: ElkPoint; bendPoints?: ElkPoint[]; endPoint: ElkPoint} | undefined): Point[] {
  if (!section) return [];
  return [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({x, y}) => ({x, y}));
}
