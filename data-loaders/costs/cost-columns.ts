/** Every column that a file of costs may have; `day`, `cost` and one of `source` and `campaign` are needed. */
export const costColumns = ["day", "source", "campaign", "cost", "impressions", "clicks"] as const;

/** The name of a column of costs. */
export type CostColumn = (typeof costColumns)[number];
