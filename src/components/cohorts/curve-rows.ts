/** The share that has bought within so many days: rows of the table `time_to_purchase`, one list a column. */
export interface PurchaseCurve {
  kind: "first_purchase" | "second_purchase";
  dimension: string;
  value: string;
  /** people at the start */
  users: number;
  /** days since the first visit or the first purchase, growing */
  days: readonly number[];
  share: readonly number[];
  /** ends of the 95 % interval of the share; missing where it is 0 or 1 */
  low: readonly (number | null)[];
  high: readonly (number | null)[];
}

/** Whether the values of a dimension differ: a row of the table `time_to_purchase_tests`. */
export interface PurchaseTest {
  kind: PurchaseCurve["kind"];
  dimension: string;
  compared_values: number;
  users: number;
  corrected_p_value: number | null;
}

/** The last known share within so many days; 0 before the first that is known. */
export function shareWithin(curve: PurchaseCurve, days: number): number {
  const after = curve.days.findIndex((day) => day > days);
  return curve.share[(after < 0 ? curve.days.length : after) - 1] ?? 0;
}
