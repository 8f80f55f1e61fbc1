import {html} from "npm:htl";
import {quotedName} from "../../shared/quoted-name.js";
import {pageAddress} from "../../shared/selection/page-address.js";
import {chartFigure} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";

/** A brand of products left behind in carts; the rest of them as one, and what names none as another. */
export interface LeftBehind {
  kind: "named" | "rest" | "unknown";
  /** missing unless it is a named one */
  name: string | null;
  /** products left behind, each once a person */
  carts: number;
  /** people; those of several brands count at each, so they add up for a single one alone */
  users: number | null;
  /** missing without prices */
  value: number | null;
}

/** What lies in carts that were left behind, by brand. Without any it says so. */
export function leftBehindChart(brands: readonly LeftBehind[], {formats}: {formats: ReportFormats}): HTMLElement {
  if (!brands.length) {
    return html`<div class="missing">No cart was left behind by enough people to say of which brand.</div>`;
  }
  const isMoney = brands.some(({value}) => (value ?? 0) > 0);
  const amount = ({carts, value}: LeftBehind) => (isMoney ? (value ?? 0) : carts);
  const text = (brand: LeftBehind) => (isMoney ? formats.money(brand.value ?? 0) : formats.count(brand.carts));
  const total = brands.reduce((sum, brand) => sum + amount(brand), 0);
  const carts = brands.reduce((sum, brand) => sum + brand.carts, 0);
  const most = Math.max(...brands.map(amount));
  const bars = html`<ol class="sellers left-behind">
    ${brands.map(
      (brand) =>
        html`<li class=${brand.kind}>
          <span class="name"><bdi>${nameOf(brand)}</bdi></span>
          <span class="track">
            <span class="bar" style=${{width: `calc((100% - 210px) * ${most > 0 ? amount(brand) / most : 0})`}}></span>
            <span class="value">${isMoney ? text(brand) : ""} <small>${countText(brand, formats)}</small></span>
          </span>
        </li>`
    )}
  </ol>`;
  const first = brands.find(({kind}) => kind === "named");
  return chartFigure(bars, {
    title: isMoney
      ? `${formats.roughMoney(total)} lie in carts that were left behind${first ? `, ${formats.roughMoney(first.value ?? 0)} of it with ${quotedName(first.name)}` : ""}`
      : `${formats.count(carts)} products were left behind in carts${first ? `, ${formats.count(first.carts)} of them of ${quotedName(first.name)}` : ""}`,
    subtitle: `${isMoney ? `What the products left behind cost, in ${formats.currency}` : "Products left behind"}, by brand: put into a cart, and neither bought nor taken out again by the same person.`,
    note: html`<span
      >Most carts are never meant to be bought, so this is no loss.
      <a href=${pageAddress("drop-off", {last_stage: ["cart"]})}>See the visits that ended with a cart</a></span
    >`,
    name: "left-behind",
    rows: brands,
    columns: [
      {label: "Brand", text: nameOf},
      {label: "Products left behind", text: ({carts}) => formats.count(carts), isNumber: true},
      {label: "People", text: ({users}) => formats.count(users ?? NaN), isNumber: true},
      {label: "Worth", text: ({value}) => formats.money(value ?? NaN), isNumber: true}
    ]
  });
}

function nameOf({kind, name}: LeftBehind): string {
  if (kind === "named") return name ?? "";
  return kind === "unknown" ? "No brand named" : "Other brands";
}

function countText({carts, users}: LeftBehind, {count}: ReportFormats): string {
  const products = `${count(carts)} ${carts === 1 ? "product" : "products"}`;
  return users === null ? products : `${products}, ${count(users)} ${users === 1 ? "person" : "people"}`;
}
