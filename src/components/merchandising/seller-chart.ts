import {html} from "npm:htl";
import {quotedName} from "../../shared/quoted-name.js";
import {wilsonInterval} from "../../shared/wilson-interval.js";
import {counted} from "../../shared/number-format.js";
import {chartFigure} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";

/** A brand or category with what it sells; the rest of them as one, and what names none as another. */
export interface Seller {
  kind: "named" | "rest" | "unknown";
  /** missing unless it is a named one */
  name: string | null;
  /** how many brands or categories it stands for */
  members: number;
  views: number;
  carts: number;
  purchases: number;
  /** missing without prices */
  revenue: number | null;
  /** of all revenue, 0 to 1; missing without revenue */
  revenue_share: number | null;
}

/** How to draw sellers. */
export interface SellerOptions {
  formats: ReportFormats;
  /** what the sellers are, and the column that names them */
  of: {one: string; many: string; column: string};
  /** views and purchases of everything, to compare with */
  totals: {views: number; purchases: number};
  name: string;
}

// what bars show: money where there is some, else purchases, else views
type Measure = "revenue" | "purchases" | "views";

interface Rate {
  /** purchases ÷ views; missing where there are too few views to tell */
  rate: number | null;
  /** missing where more was bought than viewed, so that the rate is no share */
  interval: [low: number, high: number] | null;
}

/** What each brand or category sells, beside the share of its views that end in a purchase with its interval. Without any named it says so. */
export function sellerChart(sellers: readonly Seller[], options: SellerOptions): HTMLElement {
  const {formats, of, totals, name} = options;
  const named = sellers.filter(({kind}) => kind === "named");
  if (!named.length) {
    return html`<div class="missing">
      These events name no ${of.one}. With the column <code>${of.column}</code> in them, ${of.many} can be compared by
      what they sell.
    </div>`;
  }
  const measure = measureOf(sellers);
  const most = Math.max(...named.map((seller) => amount(seller, measure)));
  const hasRates = totals.views > 0 && totals.purchases > 0;
  const shop = totals.purchases / totals.views;
  // what stands for many or none has a place, but no say in the scale
  const widest = Math.max(shop, ...named.map((seller) => rateOf(seller, formats).interval?.[1] ?? 0)) * 1.04;
  const bars = html`<ol class=${hasRates ? "sellers" : "sellers without-rates"}>
    <li class="heads" aria-hidden="true">
      <span></span><span>${measureNames[measure]}</span>
      ${hasRates ? html`<span>Views that end in a purchase</span>` : ""}
    </li>
    ${sellers.map(
      (seller) =>
        html`<li class=${seller.kind}>
          <span class="name"><bdi>${nameOf(seller, of, formats)}</bdi></span>
          <span class="track">
            <span
              class="bar"
              style=${{width: `calc((100% - 84px) * ${Math.min(1, amount(seller, measure) / most)})`}}
            ></span>
            <span class="value">${amountText(seller, measure, formats)}</span>
          </span>
          ${hasRates ? rateCell(seller, {shop, widest, formats}) : ""}
        </li>`
    )}
  </ol>`;
  return chartFigure(bars, {
    title: titleOf(named, {measure, formats, of}),
    subtitle: `${measureNames[measure]} of each ${of.one}${measure === "revenue" ? `, in ${formats.currency}` : ""}${hasRates ? `, beside the share of its views that end in a purchase with its 95% interval. The line is everything: ${formats.percent(shop)}` : ""}.`,
    note: noteOf(sellers, options, measure),
    name,
    rows: sellers,
    columns: [
      {label: capitalised(of.one), text: (seller) => nameOf(seller, of, formats)},
      {label: "Views", text: ({views}) => formats.count(views), isNumber: true},
      {label: "Carts", text: ({carts}) => formats.count(carts), isNumber: true},
      {label: "Purchases", text: ({purchases}) => formats.count(purchases), isNumber: true},
      {label: "Revenue", text: ({revenue}) => formats.money(revenue ?? NaN), isNumber: true},
      {label: "Of all revenue", text: ({revenue_share}) => formats.percent(revenue_share ?? NaN), isNumber: true},
      {label: "Purchases per view", text: (seller) => rateText(rateOf(seller, formats), formats), isNumber: true},
      {label: "95% interval", text: (seller) => intervalText(rateOf(seller, formats), formats), isNumber: true}
    ]
  });
}

const measureNames: Record<Measure, string> = {revenue: "Revenue", purchases: "Purchases", views: "Views"};

function measureOf(sellers: readonly Seller[]): Measure {
  if (sellers.some(({revenue}) => (revenue ?? 0) > 0)) return "revenue";
  return sellers.some(({purchases}) => purchases > 0) ? "purchases" : "views";
}

function amount(seller: Seller, measure: Measure): number {
  return seller[measure] ?? 0;
}

function amountText(seller: Seller, measure: Measure, {count, money}: ReportFormats): string {
  return measure === "revenue" ? money(amount(seller, measure)) : count(amount(seller, measure));
}

function nameOf({kind, name, members}: Seller, of: SellerOptions["of"], {count}: ReportFormats): string {
  if (kind === "named") return name ?? "";
  return kind === "unknown" ? `No ${of.one} named` : `${count(members)} other ${members === 1 ? of.one : of.many}`;
}

function rateOf({views, purchases}: Seller, {minimumTrials}: ReportFormats): Rate {
  if (views < minimumTrials) return {rate: null, interval: null};
  return {rate: purchases / views, interval: purchases <= views ? wilsonInterval(purchases, views) : null};
}

function rateCell(
  seller: Seller,
  {shop, widest, formats}: {shop: number; widest: number; formats: ReportFormats}
): HTMLElement {
  const rate = rateOf(seller, formats);
  const place = (value: number) => `${(100 * Math.min(1, value / widest)).toFixed(2)}%`;
  const [low, high] = rate.interval ?? [NaN, NaN];
  return html`<span class="rate">
    <span class="scale" aria-hidden="true">
      <span class="everything" style=${{left: place(shop)}}></span>
      ${rate.interval ? html`<span class="interval" style=${{left: place(low), right: `calc(100% - ${place(high)})`}}></span>` : ""}
      ${rate.rate !== null && rate.interval ? html`<span class="dot" style=${{left: place(rate.rate)}}></span>` : ""}
    </span>
    <span
      class=${rate.rate === null ? "value few" : "value"}
      title=${rate.interval ? `95% interval: ${intervalText(rate, formats)}` : ""}
      >${rateText(rate, formats)}${rate.rate === null ? "" : html`<span class="unit"> of views</span>`}</span
    >
  </span>`;
}

function rateText({rate}: Rate, {percent}: ReportFormats): string {
  return rate === null ? "too few to tell" : percent(rate);
}

function intervalText({interval}: Rate, {percent}: ReportFormats): string {
  return interval ? `${percent(interval[0])} to ${percent(interval[1])}` : "–";
}

function titleOf(
  named: readonly Seller[],
  {measure, formats, of}: {measure: Measure; formats: ReportFormats; of: SellerOptions["of"]}
): string {
  const [first] = named;
  if (!first) return "";
  const best = `${quotedName(first.name)} ${measure === "views" ? "is looked at most" : "sells most"}`;
  if (measure !== "revenue")
    return `${best}: ${counted(amount(first, measure), measure.slice(0, -1), measure, formats)}`;
  const leaders = named.slice(0, 3);
  const share = leaders.reduce((sum, {revenue_share}) => sum + (revenue_share ?? 0), 0);
  return leaders.length < 3
    ? `${best}: ${formats.money(first.revenue ?? 0)}, ${formats.percent(first.revenue_share ?? 0)} of the revenue`
    : `${best}; the first three ${of.many} bring ${formats.percent(share)} of the revenue`;
}

function noteOf(sellers: readonly Seller[], {of, formats, totals}: SellerOptions, measure: Measure): string {
  const unknown = sellers.find(({kind}) => kind === "unknown");
  const share = unknown && totals.views > 0 ? unknown.views / totals.views : 0;
  return [
    unknown
      ? `Grey: ${formats.percent(share)} of views${measure === "revenue" ? ` and ${formats.percent(unknown.revenue_share ?? 0)} of the revenue` : ""} name no ${of.one}, so every named one has somewhat more than shown.`
      : "",
    sellers.some((seller) => seller.views > 0 && seller.purchases > seller.views)
      ? "Where more was bought than viewed, the rate is no share and has no interval."
      : "",
    sellers.some(({kind, views}) => kind === "named" && views < formats.minimumTrials)
      ? `Fewer than ${formats.count(formats.minimumTrials)} views are too few to tell a rate.`
      : "",
    totals.purchases > 0
      ? "Intervals take each view for itself; people who look several times make them somewhat wider than drawn."
      : ""
  ]
    .filter(Boolean)
    .join(" ");
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
