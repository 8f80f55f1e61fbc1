import {html} from "npm:htl";
import type {ReportFormats} from "../report-formats.js";
import {sortableTable} from "../tables/sortable-table.js";

/** A product that many look at and nobody buys, or nobody of late. */
export interface UnsoldProduct {
  /** text, as ids have up to 19 digits */
  product_id: string;
  brand: string;
  category_code: string;
  views: number;
  /** in the last 30 days of the data */
  recent_views: number;
  carts: number;
  purchases: number;
  /** what others of its category, or of the shop, sell per view; missing where it has been bought before */
  expected_purchases: number | null;
  /** missing without prices, and where it has been bought before */
  expected_revenue: number | null;
  /** viewed more than 200 times in the last 30 days and not bought in them */
  is_alert: boolean;
  /** whether chance alone would hardly bring it */
  is_sure: boolean;
}

/** The products that many look at and nobody buys, to sort and search. Without any it says so. */
export function unsoldTable(
  products: readonly UnsoldProduct[],
  {all, formats}: {/** how many have no purchase, those that are not listed too */ all: number; formats: ReportFormats}
): HTMLElement {
  if (!products.length) {
    return html`<div class="missing">
      No product with many views is without a purchase. Products with few views are not listed: that nobody buys them
      can be chance.
    </div>`;
  }
  const hasMoney = products.some(({expected_revenue}) => expected_revenue !== null);
  const flags = (product: UnsoldProduct) =>
    [product.is_alert ? "alert" : "", product.is_sure ? "beyond chance" : ""].filter(Boolean);
  const number = (
    name: "views" | "recent_views" | "carts" | "purchases" | "expected_purchases" | "expected_revenue",
    label: string,
    format: (value: number) => string
  ) => ({
    name,
    label,
    isNumber: true,
    value: (product: UnsoldProduct) => product[name],
    text: (product: UnsoldProduct) => format(product[name] ?? NaN)
  });
  return html`<div>
    ${sortableTable(
      products,
      [
        {name: "product", label: "Product", text: ({product_id}) => product_id},
        {name: "brand", label: "Brand", text: ({brand}) => brand, content: ({brand}) => html`<bdi>${brand}</bdi>`},
        number("views", "Views", formats.count),
        number("recent_views", "Last 30 days", formats.count),
        ...(products.some(({purchases}) => purchases > 0) ? [number("purchases", "Purchases", formats.count)] : []),
        ...(hasMoney ? [number("expected_revenue", "Expected revenue", formats.money)] : []),
        {
          name: "flags",
          label: "Flags",
          value: (product) => -flags(product).length,
          text: (product) => flags(product).join(", "),
          content: (product) =>
            flags(product).map((flag) => html`<span class=${`flag ${flag.replaceAll(" ", "-")}`}>${flag}</span>`)
        },
        number("expected_purchases", "Expected purchases", formats.decimal),
        number("carts", "Carts", formats.count),
        {
          name: "category",
          label: "Category",
          text: ({category_code}) => category_code,
          // may go on in the next line after each of its parts
          content: ({category_code}) =>
            html`<bdi>${category_code.split(".").flatMap((part, i) => (i ? [".", html`<wbr />`, part] : [part]))}</bdi>`
        }
      ],
      {
        name: "unsold",
        caption: "Products that many look at and nobody buys",
        items: "products",
        sorting: {column: hasMoney ? "expected_revenue" : "views", isDown: true},
        count: formats.count
      }
    )}
    <p class="remark">
      Expected: what the views would bring at the rate of the product’s category or of everything, whichever is less, at
      its own price. <b>Beyond chance</b>: even if it sold half as well as others, no purchase at all would be unlikely
      (below 5%, corrected for how many products were compared). <b>Alert</b>: viewed more than 200 times in the last 30
      days of the data and not bought in them.
      ${all > products.length ? `The ${formats.count(products.length)} with the most to expect of ${formats.count(all)}.` : ""}
    </p>
  </div>`;
}
