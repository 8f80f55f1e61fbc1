import type {Earner} from "../../../../src/shared/traffic/traffic-rows.ts";

/** What nobody came by, and nothing was paid for. */
export const earner: Earner = {
  sessions: 0,
  users: 0,
  purchasing_sessions: 0,
  orders: 0,
  revenue: null,
  conversion_rate: null,
  cost: null,
  cost_per_order: null,
  return_on_ad_spend: null,
  verdict: null,
  design_effect: 1
};
