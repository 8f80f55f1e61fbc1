import {quotedName} from "../../shared/quoted-name.js";
import {wilsonInterval} from "../../shared/wilson-interval.js";
import {counted} from "../../shared/number-format.js";
import type {ReportFormats} from "../report-formats.js";
import type {Seller} from "./seller-chart.js";

/** What is looked at and never bought, taken together. */
export interface UnsoldSum {
  /** products with many views and no purchase */
  products: number;
  /** of those, products for which chance alone would hardly bring it */
  sure: number;
  /** views of these */
  sure_views: number;
  /** what these would bring if they sold as others do; missing without prices */
  sure_revenue: number | null;
}

/** What the sentences are made of. */
export interface MerchandisingFacts {
  brands: readonly Seller[];
  categories: readonly Seller[];
  unsold: UnsoldSum;
  totals: {views: number; purchases: number};
}

/** What sells and what is never bought, in a sentence, and how sure that is. */
export function merchandisingAnswer(
  {brands, categories, unsold, totals}: MerchandisingFacts,
  formats: ReportFormats
): {title: string; lede: string} {
  const {best, of} = bestOf(brands, categories);
  return {
    title: totals.purchases
      ? `${bestText(best, formats)}; ${unsoldText(unsold, formats)}.`
      : `Nothing has been bought yet${best ? `; ${quotedName(best.name)} is looked at most` : ""}.`,
    lede: [
      best && rateText(best, {totals, formats}),
      namelessText(brands, formats),
      unsold.sure && unsold.sure_revenue !== null
        ? "What is missed is what the views would bring at the rate of others, at the products’ own prices."
        : "",
      best && of === "category" ? "The events name no brand, so categories stand for them." : ""
    ]
      .filter(Boolean)
      .join(" ")
  };
}

function bestOf(brands: readonly Seller[], categories: readonly Seller[]): {best: Seller | undefined; of: string} {
  const brand = brands.find(({kind}) => kind === "named");
  return brand ? {best: brand, of: "brand"} : {best: categories.find(({kind}) => kind === "named"), of: "category"};
}

function bestText(best: Seller | undefined, formats: ReportFormats): string {
  if (!best) return "These events name neither brands nor categories";
  if ((best.revenue ?? 0) > 0) {
    return `${quotedName(best.name)} sells most, ${formats.money(best.revenue ?? 0)} or ${formats.percent(best.revenue_share ?? 0)} of the revenue`;
  }
  return `${quotedName(best.name)} sells most, with ${counted(best.purchases, "purchase", "purchases", formats)}`;
}

function unsoldText({products, sure, sure_revenue, sure_views}: UnsoldSum, formats: ReportFormats): string {
  const {count, roughMoney} = formats;
  if (sure) {
    const are = sure === 1 ? "1 product that nobody buys" : `${count(sure)} products that nobody buys`;
    return sure_revenue
      ? `${are} could bring about ${roughMoney(sure_revenue)} more`
      : `${are} were viewed ${count(sure_views)} times`;
  }
  if (products)
    return `${count(products)} much viewed ${products === 1 ? "product was" : "products were"} never bought, which can be chance`;
  return "no product that is viewed often goes without a purchase";
}

function rateText(
  {name, views, purchases}: Seller,
  {totals, formats}: {totals: {views: number; purchases: number}; formats: ReportFormats}
): string {
  if (!purchases || !totals.views || views < formats.minimumTrials || purchases > views) return "";
  const [low, high] = wilsonInterval(purchases, views).map(formats.percent);
  return `${formats.percent(purchases / views)} of the views of ${quotedName(name)} end in a purchase (95% interval: ${low} to ${high}), against ${formats.percent(totals.purchases / totals.views)} of all views.`;
}

function namelessText(brands: readonly Seller[], {money, percent}: ReportFormats): string {
  const unknown = brands.find(({kind}) => kind === "unknown");
  if (!unknown?.revenue || brands.length === 1) return "";
  return `${percent(unknown.revenue_share ?? 0)} of the revenue, ${money(unknown.revenue)}, is of products that name no brand.`;
}
