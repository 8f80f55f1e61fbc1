import {botTraffic} from "./bot-traffic.ts";
import {cartAbandonment} from "./cart-abandonment.ts";
import {checkoutProblems} from "./checkout-problems.ts";
import {daysWithoutEvents} from "./days-without-events.ts";
import type {Finding} from "./finding.ts";
import {largestDropOff} from "./largest-drop-off.ts";
import {lastClickCredit} from "./last-click-credit.ts";
import {lostPageViews} from "./lost-page-views.ts";
import {loyalNewcomers} from "./loyal-newcomers.ts";
import {missingAttributes} from "./missing-attributes.ts";
import {newAndReturning} from "./new-and-returning.ts";
import {productsNobodyBuys} from "./products-nobody-buys.ts";
import {promotionWithoutOrders} from "./promotion-without-orders.ts";
import {recoverableLosses} from "./recoverable-losses.ts";
import {rejectedEvents} from "./rejected-events.ts";
import {repeatedEvents} from "./repeated-events.ts";
import {revenueConcentration} from "./revenue-concentration.ts";
import {suddenlyNameless} from "./suddenly-nameless.ts";
import {wastedCampaigns} from "./wasted-campaigns.ts";

/** All findings of the report. */
export const findings: readonly Finding[] = [
  botTraffic,
  cartAbandonment,
  checkoutProblems,
  daysWithoutEvents,
  largestDropOff,
  lastClickCredit,
  lostPageViews,
  loyalNewcomers,
  missingAttributes,
  newAndReturning,
  productsNobodyBuys,
  promotionWithoutOrders,
  recoverableLosses,
  rejectedEvents,
  repeatedEvents,
  revenueConcentration,
  suddenlyNameless,
  wastedCampaigns
];
