/** What sessions can be told apart by, a column of the table `sessions` each, and how readers see it. */
export const sessionDimensions = {
  device: "Device",
  browser: "Browser",
  source: "Source",
  campaign: "Campaign",
  country: "Country",
  visitor: "New or returning",
  segment: "Segment",
  category: "Category looked at first",
  last_stage: "Last event",
  cart_bucket: "Left in the cart"
} as const;

/** The name of something that sessions can be told apart by. */
export type SessionDimension = keyof typeof sessionDimensions;

/** All that sessions can be told apart by, in the order in which filters are shown. */
export const dimensionNames = Object.keys(sessionDimensions) as SessionDimension[];
