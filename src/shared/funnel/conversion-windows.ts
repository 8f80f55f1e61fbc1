import type {FunnelDefinition} from "./funnel-definition.js";

const day = 86_400;

/** The windows that a reader can choose, by the names that the table `funnel_definitions` has for them. */
export const conversionWindows = {
  none: null,
  "30 days": 30 * day,
  "7 days": 7 * day,
  "1 day": day,
  session: "session"
} as const satisfies Record<string, FunnelDefinition["window"]>;

/** The name of a window. */
export type ConversionWindow = keyof typeof conversionWindows;
