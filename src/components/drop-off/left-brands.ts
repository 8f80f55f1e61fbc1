import {html} from "npm:htl";
import {counted} from "../../shared/number-format.js";
import type {LeftBrand} from "../../shared/sessions/left-brands.js";
import {chartFigure} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";

const mostShown = 10;

/** The brands of what was left behind in carts as bars, by value, or by products where there are no prices; no brands say so. */
export function leftBrands(
  brands: readonly LeftBrand[],
  {formats, query}: {formats: ReportFormats; query: string}
): HTMLElement {
  if (!brands.length) {
    return html`<div class="missing">
      None of these sessions left anything in a cart; those of a later step may have.
    </div>`;
  }
  const size = ({value, products}: LeftBrand): number => value ?? products;
  const sorted = [...brands].sort((a, b) => size(b) - size(a) || (a.brand < b.brand ? -1 : 1));
  const most = Math.max(1, ...sorted.map(size));
  const products = sum(sorted.map((brand) => brand.products));
  const value = sum(sorted.map((brand) => brand.value ?? 0));
  const text = (brand: LeftBrand): string =>
    `${brand.value === null ? "" : `${formats.money(brand.value)} · `}${counted(brand.products, "product", "products", formats)}`;
  const chart = html`<ul class="left-brands">
    ${sorted.slice(0, mostShown).map(
      (brand) =>
        html`<li>
          <span class="label"><bdi>${brand.brand}</bdi></span>
          <span class="track"
            ><span class="bar" style=${{width: `calc((100% - 190px) * ${size(brand) / most})`}}></span
            >${text(brand)}</span
          >
        </li>`
    )}
  </ul>`;
  return chartFigure(chart, {
    title: `${counted(products, "product was", "products were", formats)} left in the carts of these sessions${value > 0 ? `, worth ${formats.roughMoney(value)}` : ""}`,
    subtitle: `What was put into a cart, neither bought nor taken out since, by brand${sorted.length > mostShown ? `; the first ${mostShown} of ${formats.count(sorted.length)}` : ""}.`,
    name: "left-brands",
    rows: sorted,
    query,
    columns: [
      {label: "Brand", text: ({brand}) => brand},
      {label: "Sessions", text: ({sessions}) => formats.count(sessions), isNumber: true},
      {label: "Products", text: ({products}) => formats.count(products), isNumber: true},
      {label: "Value", text: ({value}) => formats.money(value ?? NaN), isNumber: true}
    ]
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
