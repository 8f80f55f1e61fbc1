import {describe, expect, test} from "vitest";
import {openSitePage} from "./site-page.ts";
import {siteRow} from "./site-rows.ts";
import {siteNames} from "./sites.ts";

describe.each(siteNames)("the data quality of %s", (name) => {
  test("the audit adds up to the rows read", async () => {
    const {page} = await openSitePage(name, "data-quality");
    const lede = await page.locator(".lede").innerText();
    const [clean, duplicates, rejected, read] = (/([\d,]+) \+ ([\d,]+) \+ ([\d,]+) = ([\d,]+)/.exec(lede) ?? [])
      .slice(1)
      .map((text) => Number(text.replaceAll(",", "")));
    const audit = await siteRow(name, "select max(rows_in) as n_in, min(rows_out) as n_out from cleaning_audit");
    expect([clean, read]).toEqual([Number(audit.n_out), Number(audit.n_in)]);
    expect((clean ?? 0) + (duplicates ?? 0) + (rejected ?? 0)).toBe(read);
  });
});
