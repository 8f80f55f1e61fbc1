import type {ForeignKey} from "../foreign-keys.ts";
import type {DemoTable} from "../schema.ts";
import {type Arrangement, arrangeSlots, type Route} from "./arrange-slots.ts";
import {boxSizes} from "./box-sizes.ts";
import {untangleSlots} from "./untangle-slots.ts";

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
  /** from the left end: a gap between columns, a lane past a column's boxes, a gap, a lane, …, a gap; lanes are level */
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

const margin = 12;
// a gap between columns is wider where more links turn in it
const narrowestGap = 42;
const gapPerLink = 4;

/**
 * Places tables as boxes in columns and leads their foreign keys through the gaps between them, so that none touches a box
 * that it does not belong to. The same tables give the same layout; no tables give an empty one.
 */
export function layoutTables(tables: readonly DemoTable[]): TableLayout {
  const arrangement = arrangeSlots(tables);
  const inner = untangleSlots(arrangement);
  const lefts = placeColumns(arrangement);
  const boxes = arrangement.columns.flat().flatMap(({table, column, y, height}): TableBox[] => {
    return table ? [{table, x: lefts[column] as number, y: margin + y, width: boxSizes.width, height}] : [];
  });
  return {
    width: Math.max(0, ...boxes.map(({x, width}) => x + width)) + margin,
    height: inner + 2 * margin,
    boxes,
    links: arrangement.routes.map((route) => leadLink(route, lefts))
  };
}

function placeColumns({columns, routes}: Arrangement): number[] {
  let left = margin;
  return columns.map((_, column) => {
    const own = left;
    const links = routes.filter(({stops}) => stops.slice(0, -1).some(({slot}) => slot.column === column));
    left += boxSizes.width + narrowestGap + gapPerLink * links.length;
    return own;
  });
}

function leadLink({key, stops}: Route, lefts: number[]): TableLink {
  const points = stops.flatMap(({slot, port}, i): Point[] => {
    const y = margin + slot.y + port;
    const enters = {x: lefts[slot.column] as number, y};
    const leaves = {x: enters.x + boxSizes.width, y};
    if (i === 0) return [leaves];
    return i === stops.length - 1 ? [enters] : [enters, leaves];
  });
  return {...key, points, startsAtOne: stops[0]?.slot.table === key.one};
}
