import {boxSizes, rowMiddle} from "./diagram/box-sizes.ts";
import {diagramStyle} from "./diagram/diagram-style.ts";
import {layoutTables, type Point, type TableBox, type TableLink} from "./diagram/layout-tables.ts";
import type {DemoColumn, DemoTable} from "./schema.ts";

/**
 * Tables and their foreign keys as the text of a standalone SVG file: a box per table with its columns, and a line from the
 * one row that is named (a bar) to the many that name it (three prongs). It has a light and a dark look. The same tables give
 * the same bytes.
 */
export async function drawTableDiagram(tables: readonly DemoTable[]): Promise<string> {
  const {width, height, boxes, links} = await layoutTables(tables);
  const relations = links.map((link) => `${nameLink(link)}.`);
  // what leaves one table is drawn together, so that lines part without cutting one another
  const bundles = tables.map((table) => links.filter(({one}) => one === table)).filter((bundle) => bundle.length);
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title id="title">The ${tables.length} tables and how they refer to each other</title>
<desc id="description">${escapeText(relations.join(" "))}</desc>
<style>${diagramStyle}</style>
<rect class="page" width="${width}" height="${height}"/>
${bundles.map(drawBundle).join("\n")}
${boxes.map(drawBox).join("\n")}
</svg>
`;
}

function drawBundle(links: TableLink[]): string {
  const ways = links.map(drawWay);
  return `<g class="bundle">
${ways.map((way) => `<path class="halo" d="${way}"/>`).join("\n")}
${links.map((link, i) => `<g class="link"><title>${escapeText(nameLink(link))}</title><path d="${ways[i]} ${drawEnds(link)}"/></g>`).join("\n")}
</g>`;
}

function nameLink({one, many, column}: TableLink): string {
  return `${many.name}.${column} refers to ${one.name}`;
}

const radius = 6;

// level and upright lines with rounded corners
function drawWay({points}: TableLink): string {
  const corners = points.slice(1, -1).map((corner, i) => {
    const [before, after] = [stepTowards(corner, points[i]), stepTowards(corner, points[i + 2])];
    return `L${before.x} ${before.y}Q${corner.x} ${corner.y} ${after.x} ${after.y}`;
  });
  const [first, last] = [points[0], points.at(-1)];
  return first && last ? `M${first.x} ${first.y}${corners.join("")}L${last.x} ${last.y}` : "";
}

function stepTowards(from: Point, to: Point = from): Point {
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  // half the way, where the next corner is near
  const step = Math.min(radius, length / 2);
  return {x: from.x + Math.sign(to.x - from.x) * step, y: from.y + Math.sign(to.y - from.y) * step};
}

function drawEnds({points, startsAtOne}: TableLink): string {
  const [left, right] = [points[0], points.at(-1)];
  if (!left || !right) return "";
  const [one, many] = startsAtOne ? [left, right] : [right, left];
  const out = startsAtOne ? 1 : -1;
  const bar = `M${one.x + out * 7} ${one.y - 5}v10`;
  return `${bar}M${many.x} ${many.y - 5}l${-out * 9} 5l${out * 9} 5`;
}

function drawBox({table, x, y, width, height}: TableBox): string {
  return `<g class="table" transform="translate(${x} ${y})">
<title>${escapeText(`${table.name}: one row per ${table.grain}`)}</title>
<rect class="box" width="${width}" height="${height}" rx="3"/>
<path class="header" d="M0.5 ${boxSizes.header}V3.5a3 3 0 0 1 3 -3H${width - 3.5}a3 3 0 0 1 3 3V${boxSizes.header}z"/>
<text class="name" x="10" y="19">${escapeText(table.name)}</text>
${table.columns.map((column) => drawColumn(table, column)).join("\n")}
</g>`;
}

function drawColumn(table: DemoTable, column: DemoColumn): string {
  const marks = keyMarks(table, column);
  const y = rowMiddle(table, column.name) + 5;
  const kind = column.references ? "foreign" : marks ? "primary" : "plain";
  const mark = marks && `<text class="mark ${kind}" x="${boxSizes.width - 10}" y="${y}">${marks}</text>`;
  return `<text class="${kind}" x="10" y="${y}">${escapeText(column.name)}</text>${mark}`;
}

function keyMarks({primaryKey}: DemoTable, {name, references}: DemoColumn): string {
  return [primaryKey.includes(name) && "PK", references && "FK"].filter(Boolean).join(" ");
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
