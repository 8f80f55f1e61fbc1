import {describe, expect, test} from "vitest";
import {numbers} from "./shown-numbers.ts";
import {openSitePage} from "./site-page.ts";
import {siteRow, siteRows} from "./site-rows.ts";
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

  test("opens with the finding that is worth most, or where none holds with one that says why, and lists the next", async () => {
    const {page} = await openSitePage(name, "");
    const findings = await siteRows(
      name,
      `select claim, holds from findings
      order by not holds, case verdict when 'too_few_to_tell' then 1 when 'does_not_hold' then 2 else 3 end, position`
    );
    expect(await page.locator("h1").innerText()).toBe(findings[0]?.claim);
    const others = findings.slice(1, 4).filter(({holds}) => holds);
    expect(await page.locator(".finding-list li h3").allInnerTexts()).toEqual(others.map(({claim}) => claim));
  });
});
