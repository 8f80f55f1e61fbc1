/** A column of one of the demo store's tables. */
export interface DemoColumn {
  name: string;
  /** as DuckDB writes it */
  type: string;
  description: string;
  /** what a number counts or measures */
  unit?: string;
  /** whether it may be missing */
  isNullable?: boolean;
  /** the table whose primary key it names */
  references?: DemoTableName;
  /** all values that it takes, if they are few */
  values?: readonly string[];
  /** the least value (inclusive) */
  minimum?: number;
}

/** One of the demo store's tables. */
export interface DemoTable {
  name: DemoTableName;
  /** what one row stands for */
  grain: string;
  primaryKey: readonly string[];
  columns: readonly DemoColumn[];
}

/** The names of the thirteen tables, in an order in which every table comes after those that it refers to. */
export const demoTableNames = [
  "users",
  "categories",
  "products",
  "inventory",
  "campaigns",
  "ads",
  "ad_pricing",
  "sessions",
  "orders",
  "order_items",
  "payments",
  "ad_interactions",
  "events"
] as const;

/** The name of one of the demo store's tables. */
export type DemoTableName = (typeof demoTableNames)[number];

const money = "currency unit";
const source: DemoColumn = {
  name: "source",
  type: "varchar",
  description: "where the visit came from, such as google or direct"
};
const medium: DemoColumn = {
  name: "medium",
  type: "varchar",
  description: "the kind of way that the visit came, such as organic, cpc or email"
};
const devices = ["desktop", "mobile", "tablet"] as const;

const tables: Record<DemoTableName, Omit<DemoTable, "name">> = {
  users: {
    grain: "person who has visited the shop",
    primaryKey: ["user_id"],
    columns: [
      {name: "user_id", type: "varchar", description: "19 digits"},
      {name: "signed_up_on", type: "date", description: "the day on which the shop first knew them"},
      {name: "first_source", type: "varchar", description: "source of their first session in the period"},
      {
        name: "gender",
        type: "varchar",
        isNullable: true,
        values: ["female", "male", "other"],
        description: "as given; missing for those who gave none"
      },
      {
        name: "birth_year",
        type: "smallint",
        isNullable: true,
        minimum: 1930,
        description: "as given; missing for those who gave none"
      },
      {name: "city", type: "varchar", description: "where they live"},
      {name: "country", type: "varchar", description: "ISO 3166 code of the country, two letters"}
    ]
  },
  categories: {
    grain: "category of products",
    primaryKey: ["category_id"],
    columns: [
      {name: "category_id", type: "varchar", description: "19 digits"},
      {name: "department", type: "varchar", description: "the first level, such as computers"},
      {
        name: "category_code",
        type: "varchar",
        isNullable: true,
        description: "the levels joined with dots; a few categories have none"
      },
      {name: "name", type: "varchar", description: "as shoppers read it"}
    ]
  },
  products: {
    grain: "product of the catalogue",
    primaryKey: ["product_id"],
    columns: [
      {name: "product_id", type: "varchar", description: "digits"},
      {name: "category_id", type: "varchar", references: "categories", description: "its category"},
      {name: "name", type: "varchar", description: "as shoppers read it"},
      {name: "brand", type: "varchar", isNullable: true, description: "missing where the catalogue has none"},
      {name: "price", type: "decimal(10, 2)", minimum: 0.01, unit: money, description: "what a unit sells for"},
      {name: "cost", type: "decimal(10, 2)", minimum: 0, unit: money, description: "what a unit costs the shop"},
      {name: "launched_on", type: "date", description: "the day from which it could be bought"}
    ]
  },
  inventory: {
    grain: "product and week",
    primaryKey: ["product_id", "counted_on"],
    columns: [
      {name: "product_id", type: "varchar", references: "products", description: "the product"},
      {name: "counted_on", type: "date", description: "the week's last day, a Sunday"},
      {name: "opening_stock", type: "integer", minimum: 0, unit: "units", description: "in stock when the week began"},
      {name: "received", type: "integer", minimum: 0, unit: "units", description: "delivered to the shop in the week"},
      {name: "sold", type: "integer", minimum: 0, unit: "units", description: "ordered in the week"},
      {
        name: "stock",
        type: "integer",
        minimum: 0,
        unit: "units",
        description: "in stock when the week ended: opening_stock + received - sold"
      },
      {
        name: "reorder_level",
        type: "integer",
        minimum: 0,
        unit: "units",
        description: "a stock at or below which more is ordered"
      }
    ]
  },
  campaigns: {
    grain: "campaign",
    primaryKey: ["campaign_id"],
    columns: [
      {name: "campaign_id", type: "varchar", description: "digits"},
      {name: "name", type: "varchar", description: "as its links carry it"},
      {
        name: "channel",
        type: "varchar",
        values: ["search", "shopping", "social", "display", "email", "affiliate"],
        description: "the kind of marketing"
      },
      {
        name: "objective",
        type: "varchar",
        values: ["awareness", "traffic", "sales", "retention"],
        description: "what it was made for"
      },
      {name: "budget", type: "decimal(14, 2)", minimum: 0, unit: money, description: "planned for all its days"},
      {name: "starts_on", type: "date", description: "its first day"},
      {name: "ends_on", type: "date", description: "its last day (inclusive)"}
    ]
  },
  ads: {
    grain: "ad",
    primaryKey: ["ad_id"],
    columns: [
      {name: "ad_id", type: "varchar", description: "digits"},
      {name: "campaign_id", type: "varchar", references: "campaigns", description: "the campaign that it belongs to"},
      {name: "name", type: "varchar", description: "as its makers call it"},
      {
        name: "format",
        type: "varchar",
        values: ["text", "product listing", "image", "video", "carousel", "email"],
        description: "what is shown"
      },
      {name: "platform", type: "varchar", description: "who shows it; also the source of its visits"},
      {name: "placement", type: "varchar", description: "where it is shown, such as search results or feed"},
      {
        name: "pricing_model",
        type: "varchar",
        values: ["CPM", "CPC"],
        description: "what is paid for: a thousand impressions (CPM) or a click (CPC)"
      },
      {name: "status", type: "varchar", values: ["active", "ended"], description: "on the last day of the period"}
    ]
  },
  ad_pricing: {
    grain: "placement and month",
    primaryKey: ["pricing_id"],
    columns: [
      {name: "pricing_id", type: "varchar", description: "digits"},
      {name: "platform", type: "varchar", description: "who shows the ads"},
      {name: "placement", type: "varchar", description: "where they are shown"},
      {name: "valid_from", type: "date", description: "the price's first day"},
      {name: "valid_until", type: "date", description: "the price's last day (inclusive)"},
      {
        name: "cpm",
        type: "decimal(8, 2)",
        minimum: 0,
        unit: `${money} per 1,000 impressions`,
        description: "CPM price"
      },
      {name: "cpc", type: "decimal(8, 2)", minimum: 0, unit: `${money} per click`, description: "CPC price"}
    ]
  },
  sessions: {
    grain: "visit to the shop",
    primaryKey: ["session_id"],
    columns: [
      {name: "session_id", type: "varchar", description: "a UUID"},
      {name: "user_id", type: "varchar", references: "users", description: "who came"},
      {name: "started_at", type: "timestamp", unit: "UTC", description: "when it began"},
      source,
      medium,
      {
        name: "campaign_id",
        type: "varchar",
        isNullable: true,
        references: "campaigns",
        description: "the campaign that brought it, if any"
      },
      {name: "campaign", type: "varchar", isNullable: true, description: "that campaign's name"},
      {
        name: "ad_id",
        type: "varchar",
        isNullable: true,
        references: "ads",
        description: "the ad that was clicked, if any"
      },
      {name: "device", type: "varchar", values: devices, description: "the kind of device"},
      {name: "browser", type: "varchar", description: "the browser's name"},
      {name: "os", type: "varchar", description: "the operating system"},
      {name: "country", type: "varchar", description: "ISO 3166 code of the country, two letters"},
      {name: "landing_page", type: "varchar", description: "path of the first page"},
      {name: "referrer", type: "varchar", isNullable: true, description: "address of the page that linked to the shop"}
    ]
  },
  orders: {
    grain: "order",
    primaryKey: ["order_id"],
    columns: [
      {name: "order_id", type: "varchar", description: "19 digits"},
      {name: "user_id", type: "varchar", references: "users", description: "who ordered"},
      {name: "session_id", type: "varchar", references: "sessions", description: "the visit in which they did"},
      {name: "ordered_at", type: "timestamp", unit: "UTC", description: "when; the time of its purchase events"},
      {
        name: "status",
        type: "varchar",
        values: ["delivered", "partially returned", "returned"],
        description: "what has become of it"
      },
      {name: "units", type: "integer", minimum: 1, unit: "units", description: "sum of its items' quantities"},
      {name: "total", type: "decimal(12, 2)", minimum: 0, unit: money, description: "sum of its items' amounts"}
    ]
  },
  order_items: {
    grain: "order and product",
    primaryKey: ["order_id", "product_id"],
    columns: [
      {name: "order_id", type: "varchar", references: "orders", description: "the order"},
      {name: "product_id", type: "varchar", references: "products", description: "what was ordered"},
      {name: "quantity", type: "integer", minimum: 1, unit: "units", description: "how many"},
      {name: "unit_price", type: "decimal(10, 2)", minimum: 0, unit: money, description: "the product's price"},
      {name: "amount", type: "decimal(12, 2)", minimum: 0, unit: money, description: "quantity × unit_price"}
    ]
  },
  payments: {
    grain: "attempt to pay an order",
    primaryKey: ["payment_id"],
    columns: [
      {name: "payment_id", type: "varchar", description: "19 digits"},
      {name: "order_id", type: "varchar", references: "orders", description: "the order"},
      {
        name: "method",
        type: "varchar",
        values: ["card", "wallet", "bank transfer", "invoice"],
        description: "how they pay"
      },
      {name: "status", type: "varchar", values: ["failed", "captured"], description: "whether it went through"},
      {name: "attempted_at", type: "timestamp", unit: "UTC", description: "when"},
      {
        name: "amount",
        type: "decimal(12, 2)",
        minimum: 0,
        unit: money,
        description: "what was paid: the order's total, or 0 when it failed"
      },
      {
        name: "refunded_amount",
        type: "decimal(12, 2)",
        minimum: 0,
        unit: money,
        description: "what was given back later: 0, a part, or all of it"
      },
      {name: "refunded_on", type: "date", isNullable: true, description: "the day on which it was given back"}
    ]
  },
  ad_interactions: {
    grain: "click, lead or order that an ad brought; or an ad's impressions of a day",
    primaryKey: ["interaction_id"],
    columns: [
      {name: "interaction_id", type: "varchar", description: "digits"},
      {name: "ad_id", type: "varchar", references: "ads", description: "the ad"},
      {name: "pricing_id", type: "varchar", references: "ad_pricing", description: "the price that applied"},
      {
        name: "interaction_type",
        type: "varchar",
        values: ["impression", "click", "lead", "order"],
        description: "what happened; a lead has put something into the cart or has left an address"
      },
      {
        name: "occurred_at",
        type: "timestamp",
        unit: "UTC",
        description: "when; for impressions, the day's start"
      },
      {
        name: "quantity",
        type: "integer",
        minimum: 1,
        unit: "interactions",
        description: "how many; 1 but for impressions"
      },
      {
        name: "cost",
        type: "decimal(12, 2)",
        minimum: 0,
        unit: money,
        description: "quantity × price for what the ad's pricing model pays for, else 0"
      },
      {
        name: "session_id",
        type: "varchar",
        isNullable: true,
        references: "sessions",
        description: "the visit; missing for impressions"
      },
      {
        name: "user_id",
        type: "varchar",
        isNullable: true,
        references: "users",
        description: "the visitor; missing for impressions"
      },
      {
        name: "order_id",
        type: "varchar",
        isNullable: true,
        references: "orders",
        description: "the order, where it is one"
      }
    ]
  },
  events: {
    grain: "line of the collector's log, its slips included",
    primaryKey: ["event_id"],
    columns: [
      {
        name: "event_id",
        type: "bigint",
        minimum: 1,
        description: "position in the log; copies of an event differ in it alone"
      },
      {name: "event_time", type: "varchar", description: "UTC as the collector writes it; a few cannot be read"},
      {
        name: "event_type",
        type: "varchar",
        description: "home, view, cart, checkout or purchase; a few are something else"
      },
      {
        name: "product_id",
        type: "varchar",
        isNullable: true,
        references: "products",
        description: "for views, carts and purchases"
      },
      {
        name: "category_id",
        type: "varchar",
        isNullable: true,
        references: "categories",
        description: "the product's category"
      },
      {
        name: "category_code",
        type: "varchar",
        isNullable: true,
        description: "the category's code; missing where the product feed lacks it"
      },
      {name: "brand", type: "varchar", isNullable: true, description: "the product's brand, where the feed had it"},
      {
        name: "price",
        type: "decimal(10, 2)",
        isNullable: true,
        minimum: 0,
        unit: money,
        description: "the product's price; a few are lost and read 0"
      },
      {name: "user_id", type: "varchar", isNullable: true, references: "users", description: "who; a few are lost"},
      {
        name: "user_session",
        type: "varchar",
        isNullable: true,
        references: "sessions",
        description: "the visit; a few are lost, and a few hold two people's events"
      },
      {
        name: "quantity",
        type: "integer",
        isNullable: true,
        minimum: 1,
        unit: "units",
        description: "for carts and purchases"
      },
      {name: "order_id", type: "varchar", isNullable: true, references: "orders", description: "for purchases"},
      {name: "device", type: "varchar", values: devices, description: "the kind of device"},
      {name: "browser", type: "varchar", description: "the browser's name"},
      {name: "os", type: "varchar", description: "the operating system"},
      source,
      medium,
      {name: "campaign", type: "varchar", isNullable: true, description: "the campaign that brought the visit"},
      {name: "country", type: "varchar", description: "ISO 3166 code of the country, two letters"},
      {name: "city", type: "varchar", description: "where the visitor lives"},
      {name: "page", type: "varchar", description: "path of the page"},
      {name: "referrer", type: "varchar", isNullable: true, description: "address of the page that linked to the shop"}
    ]
  }
};

/**
 * The one definition of the demo store's tables, from which their constraints, the data dictionary and the diagram are
 * made: thirteen tables, each after those that it refers to.
 */
export const demoTables: readonly DemoTable[] = demoTableNames.map((name) => ({name, ...tables[name]}));
