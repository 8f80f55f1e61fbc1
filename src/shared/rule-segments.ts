/** What readers see of the segments that simple rules make, by their names in the tables. */
export const ruleNames: Readonly<Record<string, string>> = {
  view_only: "Only look",
  cart_abandoner: "Leave their cart behind",
  single_purchase_buyer: "Bought once",
  loyal_multi_buyer: "Bought twice or more",
  high_value: "High value"
};
