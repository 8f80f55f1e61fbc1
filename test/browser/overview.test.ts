import {describe, expect, test} from "vitest";
import {numbers} from "./shown-numbers.ts";
import {openSitePage} from "./site-page.ts";
import {siteRow} from "./site-rows.ts";
import {siteNames} from "./sites.ts";

describe.each(siteNames)("the overview of %s", (name) => {
  test("the overview's key figures are those of the snapshot", async () => {
    const {page} = await openSitePage(name, "");
    const kpis = await siteRow(name, "select * from kpis");
    const shown = await page.locator(".key-figures .value").allInnerTexts();
    const {money, count, percent} = numbers;
    expect(shown).toEqual([
      count(kpis.users),
      count(kpis.sessions),
      percent(kpis.user_conversion_rate),
      count(kpis.orders),
      kpis.revenue === null ? "–" : money(kpis.revenue),
      kpis.average_order_value === null ? "–" : money(kpis.average_order_value)
    ]);
  });
});
