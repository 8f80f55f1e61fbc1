import * as Plot from "npm:@observablehq/plot";
import {html} from "npm:htl";
import {queryOf} from "../../shared/query-of.js";
import {wilsonInterval} from "../../shared/wilson-interval.js";
import {chartFigure} from "../figure/chart-figure.js";
import {plotStyle} from "../figure/plot-style.js";
import type {ReportFormats} from "../report-formats.js";

/** A product that many look at. */
export interface LookedAtProduct {
  product_id: string;
  brand: string;
  category_code: string;
  views: number;
  purchases: number;
}

/** How to draw products. */
export interface LookedAtOptions {
  formats: ReportFormats;
  /** views and purchases of everything, to compare with */
  totals: {views: number; purchases: number};
  /** pixels */
  width?: number;
}

interface Point extends LookedAtProduct {
  /** purchases ÷ views */
  rate: number;
  /** ends of its 95 % interval */
  low: number;
  high: number;
  /** whether even the high end is below half of what is usual */
  isRare: boolean;
}

/**
 * Products by how often they are looked at and how often they are then bought; those that sell for sure less than half as often as usual
 * stand out. Products of which more was bought than viewed are left out. Without products or purchases it says so.
 */
export function lookedAtChart(
  products: readonly LookedAtProduct[],
  {formats, totals, width = 640}: LookedAtOptions
): HTMLElement {
  const usual = totals.purchases / totals.views;
  if (!(usual > 0)) {
    return html`<div class="missing">
      What is looked at and seldom bought can be told once something has been viewed and bought.
    </div>`;
  }
  const points = products
    .filter(({views, purchases}) => views >= formats.minimumTrials && purchases <= views)
    .map((product) => pointOf(product, usual));
  if (!points.length) {
    return html`<div class="missing">
      No product has been viewed ${formats.count(formats.minimumTrials)} times yet, which is the least to tell a rate.
    </div>`;
  }
  const rare = points.filter(({isRare}) => isRare);
  const title = rare.length
    ? `${formats.count(rare.length)} of the ${formats.count(points.length)} most viewed products sell less than half as often as usual`
    : `None of the ${formats.count(points.length)} most viewed products sells for sure less than half as often as usual`;
  const chart = html`<div>${draw(points, {usual, formats, width, ariaLabel: title})}</div>`;
  return chartFigure(chart, {
    title,
    subtitle:
      "Each dot is a product: how often it was viewed (each doubling takes the same room), and the share of views that end in a purchase.",
    note: "Full and orange: even the high end of the 95% interval is below half of what is usual. Among so many products chance alone can put one or two there; the list below is stricter.",
    name: "looked-at-products",
    rows: points,
    query: queryOf(products),
    columns: [
      {label: "Product", text: ({product_id}) => product_id},
      {label: "Brand", text: ({brand}) => brand},
      {label: "Category", text: ({category_code}) => category_code},
      {label: "Views", text: ({views}) => formats.count(views), isNumber: true},
      {label: "Purchases", text: ({purchases}) => formats.count(purchases), isNumber: true},
      {label: "Purchases per view", text: ({rate}) => formats.percent(rate), isNumber: true},
      {
        label: "95% interval",
        text: ({low, high}) => `${formats.percent(low)} to ${formats.percent(high)}`,
        isNumber: true
      },
      {label: "Below half of usual", text: ({isRare}) => (isRare ? "yes" : "no")}
    ]
  });
}

function pointOf(product: LookedAtProduct, usual: number): Point {
  const [low, high] = wilsonInterval(product.purchases, product.views);
  return {...product, rate: product.purchases / product.views, low, high, isRare: high < usual / 2};
}

function draw(
  points: readonly Point[],
  {usual, formats, width, ariaLabel}: {usual: number; formats: ReportFormats; width: number; ariaLabel: string}
): SVGSVGElement | HTMLElement {
  const isNarrow = width < 500;
  const [most] = points.filter(({isRare}) => isRare).sort((a, b) => b.views - a.views);
  const domain = domainOf(points.map((point) => point.views));
  const isLeft = most !== undefined && most.views < Math.sqrt(domain[0] * domain[1]);
  return Plot.plot({
    width,
    height: isNarrow ? 340 : 380,
    marginLeft: 52,
    marginRight: 24,
    marginTop: 28,
    marginBottom: 44,
    style: plotStyle,
    ariaLabel,
    x: {
      type: "log",
      domain,
      label: "Views",
      labelAnchor: "center",
      labelArrow: "none",
      ticks: roundNumbers(domain, isNarrow ? [1, 3] : [1, 2, 5]),
      tickFormat: formats.count
    },
    y: {
      label: "Views that end in a purchase",
      labelArrow: "none",
      grid: true,
      ticks: 5,
      domain: [0, 1.05 * Math.max(usual * 1.3, ...points.map(({rate}) => rate))],
      tickFormat: formats.percent
    },
    marks: [
      Plot.ruleY([0], {stroke: "var(--muted)"}),
      Plot.ruleY([usual], {stroke: "var(--muted)", strokeDasharray: "4,3"}),
      Plot.text([usual], {
        y: (rate: number) => rate,
        frameAnchor: "right",
        text: (rate: number) => `usual: ${formats.percent(rate)}`,
        textAnchor: "end",
        lineAnchor: "bottom",
        dy: -4,
        fill: "var(--muted)",
        stroke: "var(--page)",
        strokeWidth: 4
      }),
      Plot.dot(points, {
        x: "views",
        y: "rate",
        r: 4,
        // full or empty, so that colour is not all that tells them apart
        fill: ({isRare}: Point) => (isRare ? "var(--lost)" : "none"),
        stroke: ({isRare}: Point) => (isRare ? "var(--lost)" : "var(--muted)"),
        strokeOpacity: 0.7
      }),
      Plot.text(most ? [most] : [], {
        x: "views",
        y: "rate",
        text: (point: Point) =>
          `${shortened(named(point), isNarrow ? 24 : 40)}: ${formats.count(point.purchases)} of ${formats.count(point.views)}`,
        textAnchor: isLeft ? "start" : "end",
        dy: -14,
        dx: isLeft ? -6 : 6,
        fontWeight: 600,
        fill: "var(--lost)",
        stroke: "var(--page)",
        strokeWidth: 4
      }),
      Plot.tip(
        points,
        Plot.pointer({x: "views", y: "rate", title: (point: Point) => pointText(point, formats), fontSize: 13})
      )
    ]
  });
}

// products that are viewed alike stand in the middle
function domainOf(views: readonly number[]): [low: number, high: number] {
  const [least, greatest] = [Math.min(...views), Math.max(...views)];
  return greatest < 3 * least ? [least / 2, greatest * 2] : [least * 0.9, greatest * 1.15];
}

function roundNumbers([low, high]: readonly [number, number], steps: readonly number[]): number[] {
  return Array.from({length: 10}, (_, power) => steps.map((step) => step * 10 ** power))
    .flat()
    .filter((value) => value >= low && value <= high);
}

function named({brand, product_id}: LookedAtProduct): string {
  return brand === "Unknown" ? product_id : `${brand} ${product_id}`;
}

function shortened(text: string, length: number): string {
  const characters = [...text];
  return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : text;
}

function pointText(point: Point, {count, percent}: ReportFormats): string {
  return `${named(point)}\n${point.category_code}\n${count(point.views)} views, ${count(point.purchases)} purchases: ${percent(point.rate)}\n95% interval: ${percent(point.low)} to ${percent(point.high)}`;
}
