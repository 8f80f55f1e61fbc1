import {html} from "npm:htl";
import {chartFigure} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";

/** Products by what they bring in: the best that make up 80 % of the revenue (A), the next 15 % (B), the rest that sold (C), and those without a sale. */
export interface ProductClass {
  class: "A" | "B" | "C" | "none";
  products: number;
  views: number;
  revenue: number;
}

const names: Record<ProductClass["class"], string> = {
  A: "The first 80% of the revenue",
  B: "The next 15%",
  C: "The last 5%",
  none: "No sale"
};

/** How many products it takes to make up the revenue, each class's share of products beside its share of views. Without revenue it says so. */
export function productClasses(classes: readonly ProductClass[], {formats}: {formats: ReportFormats}): HTMLElement {
  const best = classes.find((row) => row.class === "A");
  if (!best) {
    return html`<div class="missing">
      How few products make up the revenue can be told once something has been bought, with its price.
    </div>`;
  }
  const sum = (key: "products" | "views" | "revenue") => classes.reduce((total, row) => total + row[key], 0);
  const [products, views, revenue] = [sum("products"), sum("views"), sum("revenue")];
  const none = classes.find((row) => row.class === "none");
  const bar = (of: string, share: number, text: string) =>
    html`<div class="row">
      <span>${of}</span>
      <span class="track"
        ><span
          class=${of === "products" ? "bar" : "bar users"}
          style=${{width: `calc((100% - 132px) * ${share})`}}
        ></span
        >${text}</span
      >
    </div>`;
  const bars = html`<div class="segment-bars">
    ${classes.map(
      (row) =>
        html`<div>
          <div class="name">${names[row.class]}</div>
          ${bar("products", row.products / products, `${formats.percent(row.products / products)} · ${formats.count(row.products)}`)}
          ${views > 0 ? bar("views", row.views / views, formats.percent(row.views / views)) : ""}
        </div>`
    )}
  </div>`;
  return chartFigure(bars, {
    title: `${formats.count(best.products)} products, ${formats.percent(best.products / products)} of all, bring ${formats.percent(best.revenue / revenue)} of the revenue`,
    subtitle: `Share of all ${formats.count(products)} products beside their share of views, from the products that sell most to those that do not.`,
    note: none
      ? `${formats.percent(none.products / products)} of the products have not sold at all, and take ${formats.percent(views > 0 ? none.views / views : 0)} of the views.`
      : "",
    name: "product-classes",
    rows: classes,
    columns: [
      {label: "Products that bring", text: (row) => names[row.class]},
      {label: "Products", text: (row) => formats.count(row.products), isNumber: true},
      {label: "Of all products", text: (row) => formats.percent(row.products / products), isNumber: true},
      {label: "Views", text: (row) => formats.count(row.views), isNumber: true},
      {label: "Revenue", text: (row) => formats.money(row.revenue), isNumber: true},
      {label: "Of all revenue", text: (row) => formats.percent(row.revenue / revenue), isNumber: true}
    ]
  });
}
