import {type ConversionWindow, conversionWindows} from "../../../src/shared/funnel/conversion-windows.ts";
import type {FunnelDefinition} from "../../../src/shared/funnel/funnel-definition.ts";

/** A funnel's definition but for its stages, which are those that the data has. */
export type FunnelChoice = Omit<FunnelDefinition, "stages">;

const {"30 days": month, "7 days": week, "1 day": day} = conversionWindows;

/** What the report's funnel counts where nothing else is said: people who have each stage, whenever that was. */
export const headline: FunnelChoice = {
  order: "any",
  window: null,
  unit: "users",
  isOpen: true,
  isProductHeld: false
};

/** The funnel in the order of the stages, within a week of the first of them: what time to convert and attribution of steps rest on. */
export const orderedWithinWeek: FunnelChoice = {...headline, order: "ordered", window: week};

/** The definitions that the report counts, so that readers see how far each choice moves the numbers; the headline first. */
export const funnelChoices: readonly FunnelChoice[] = [
  headline,
  {...headline, isOpen: false},
  ...[week, day, month, "session" as const, null].flatMap((window) => [
    {...orderedWithinWeek, window},
    {...orderedWithinWeek, window, isOpen: false}
  ]),
  {...orderedWithinWeek, isProductHeld: true},
  {...orderedWithinWeek, isProductHeld: true, isOpen: false},
  ...(["any", "ordered"] as const).flatMap((order) => [
    {...headline, unit: "sessions" as const, order},
    {...headline, unit: "sessions" as const, order, isOpen: false}
  ])
];

/** A definition's window in a word or a number of days: `none`, `session`, `1 day`, `7 days`, `30 days`. Throws for another. */
export function windowName({window}: Pick<FunnelChoice, "window">): ConversionWindow {
  const names = Object.keys(conversionWindows) as ConversionWindow[];
  const name = names.find((name) => conversionWindows[name] === window);
  if (!name) throw new Error(`invalid window; not one of ${names.join(", ")}: ${window}`);
  return name;
}
