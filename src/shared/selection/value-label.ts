import type {NumberFormat} from "../number-format.js";
import {stageWords} from "../stage-words.js";
import type {SessionDimension} from "./session-dimensions.js";

const cartBuckets = ["0", "10", "25", "50", "100", "250", "500", "1000"];

/** How readers see a value of a dimension of sessions: stages in words, what was left in the cart as a range of money, all else as it is. */
export function valueLabel(dimension: SessionDimension, value: string, {money}: Pick<NumberFormat, "money">): string {
  if (dimension === "last_stage") return stageWords(value).label;
  return dimension === "cart_bucket" ? bucketLabel(value, (amount) => money(Number(amount))) : value;
}

function bucketLabel(value: string, money: (amount: string) => string): string {
  const next = cartBuckets[cartBuckets.indexOf(value) + 1];
  if (!cartBuckets.includes(value)) return value === "none" ? "nothing" : value;
  if (next === undefined) return `${money(value)} or more`;
  return value === "0" ? `less than ${money(next)}` : `${money(value)} to ${money(next)}`;
}
