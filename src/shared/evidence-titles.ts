/** What the rows behind each finding are, by the finding’s name, as the title of their chart. */
export const evidenceTitles: Readonly<Record<string, string>> = {
  "bot-traffic": "Events like a machine’s, day by day",
  "cart-abandonment": "What lies in carts that nobody came back for, by brand",
  "checkout-problems": "Visits at the last step that end in an order, by device and browser",
  "days-without-events": "Events, day by day",
  "largest-drop-off": "People at each stage",
  "last-click-credit": "Orders that the last click and the paths credit to each channel",
  "lost-page-views": "Purchases, of purchases and page views, day by day",
  "loyal-newcomers": "Newcomers who came back, by channel and month",
  "missing-attributes": "Revenue of products without a brand or category",
  "new-and-returning": "Visits that go on, of first visits (new) and later ones (returning)",
  "products-nobody-buys": "Views of products that nobody buys",
  "promotion-without-orders": "Visits with an order, and all visits, day by day",
  "recoverable-losses": "What each device and browser loses against the best, in revenue",
  "rejected-events": "Rows that could not be read, day by day",
  "repeated-events": "Copies among the events, day by day",
  "revenue-concentration": "Revenue that the best buyers bring, by how many of all buyers they are",
  "suddenly-nameless": "Events without a brand or category, day by day",
  "wasted-campaigns": "Orders of the people who came by each campaign"
};
