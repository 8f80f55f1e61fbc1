import type {NumberFormat} from "../../shared/number-format.js";
import type {Worth} from "../../shared/recommendations/recommendation.js";

/** The ends of a worth's interval, as "$5,390 to $7,120"; nothing where it is known exactly. */
export function intervalText({low, high}: Pick<Worth, "low" | "high">, {roughMoney}: NumberFormat): string {
  return low < high ? `${roughMoney(low)} to ${roughMoney(high)}` : "";
}
