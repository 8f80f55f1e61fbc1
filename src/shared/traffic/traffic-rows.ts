/** What a channel or a campaign brought and cost. */
export interface Earner {
  sessions: number;
  users: number;
  purchasing_sessions: number;
  orders: number;
  /** null without prices */
  revenue: number | null;
  conversion_rate: number | null;
  /** null where it is not known, as what follows from it */
  cost: number | null;
  cost_per_order: number | null;
  return_on_ad_spend: number | null;
  /** of the table `comparisons`: its conversion against that of all others; null where there is nothing to compare with */
  verdict: string | null;
  /** how many times the variance is that of as many sessions of different people; at least 1 */
  design_effect: number;
}

/** A row of the table `traffic`, with its comparison. */
export interface Channel extends Earner {
  channel: string;
}

/** A row of the table `campaigns`, with its comparison. */
export interface Campaign extends Earner {
  campaign: string;
  source: string | null;
  /** null where it is not known, as of chosen sessions */
  orders_of_visitors: number | null;
  impressions: number | null;
  clicks: number | null;
  click_through_rate: number | null;
}

/** Whether something was paid for. */
export function isPaid({cost}: Pick<Earner, "cost">): boolean {
  return cost !== null && cost > 0;
}

/** Whether a name is one from the data: not what is said where there is none, or too few people share it. */
export function isNamed(name: string): boolean {
  return name !== "Unknown" && name !== "Other";
}
