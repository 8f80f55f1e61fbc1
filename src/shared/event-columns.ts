/** Columns without which an event says nothing: when, what, who. */
export const requiredColumns = ["event_time", "event_type", "user_id"] as const;

/** Columns that widen the report where the data has them. */
export const optionalColumns = [
  "product_id",
  "category_id",
  "category_code",
  "brand",
  "price",
  "user_session",
  "quantity",
  "order_id",
  "device",
  "browser",
  "os",
  "source",
  "medium",
  "campaign",
  "country",
  "city",
  "page",
  "referrer"
] as const;

/** Every column of an event that the report understands. */
export const eventColumns = [...requiredColumns, ...optionalColumns] as const;

/** The name of a column of an event. */
export type EventColumn = (typeof eventColumns)[number];
