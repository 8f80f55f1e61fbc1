import {describe, expect, test} from "vitest";
import {rejectReasons} from "../../src/shared/reject-reasons.ts";
import {numbersShown, tableCells} from "./numbers-shown.ts";
import {numbers} from "./shown-numbers.ts";
import {openSitePage} from "./site-page.ts";
import {siteRow, siteRows} from "./site-rows.ts";
import {siteNames} from "./sites.ts";

describe.each(siteNames)("the data quality of %s", (name) => {
  test("the audit adds up to the rows read, and every table is that of the snapshots", async () => {
    const {page, problems} = await openSitePage(name, "data-quality");
    const lede = await page.locator(".lede").innerText();
    const [clean, duplicates, rejected, read] = (/([\d,]+) \+ ([\d,]+) \+ ([\d,]+) = ([\d,]+)/.exec(lede) ?? [])
      .slice(1)
      .map((text) => Number(text.replaceAll(",", "")));
    const audit = await siteRow(name, "select max(rows_in) as n_in, min(rows_out) as n_out from cleaning_audit");
    expect([clean, read]).toEqual([Number(audit.n_out), Number(audit.n_in)]);
    expect((clean ?? 0) + (duplicates ?? 0) + (rejected ?? 0)).toBe(read);

    const steps = await siteRows(name, "select rows_in, rows_removed, rows_out from cleaning_audit order by position");
    expect(
      (await numbersShown(page, "cleaning-audit")).map((row) => [row["Rows in"], row.Removed, row["Rows out"]])
    ).toEqual(steps.map((step) => [step.rows_in, step.rows_removed, step.rows_out].map(numbers.count)));

    const rejects = await siteRows(name, "select * from rejected_events where rows > 0 order by rows desc, position");
    expect(await tableCells(page, "Rejected rows by reason")).toEqual(
      rejects.map(({reason, rows, first_example}) => [
        rejectReasons[String(reason)],
        numbers.count(rows),
        first_example === "" ? "(empty)" : (first_example ?? "")
      ])
    );
    const checks = await siteRows(name, "select * from data_checks where affected > 0 order by position");
    expect(await tableCells(page, "Checks of the data")).toEqual(
      checks.map(({description, affected, total}) => [description, numbers.count(affected), numbers.count(total)])
    );
    const columns = await siteRows(name, "select column_name, missing_share from column_checks");
    const missing = new Map(columns.map((row) => [row.column_name, row.missing_share]));
    for (const [column, isThere, empty] of await tableCells(page, "Columns of the events")) {
      expect([column, isThere]).toEqual([column, missing.has(column) ? "yes" : "no"]);
      expect([column, empty]).toEqual([column, missing.has(column) ? numbers.percent(missing.get(column)) : ""]);
    }

    const advice = await page.locator("#what-to-do + ul li, #what-to-do ~ * ul li").allInnerTexts();
    expect(advice.length).toBeGreaterThan(0);
    if (rejects[0]) expect(advice[0]).toContain(`“${String(rejectReasons[String(rejects[0].reason)])}”`);
    expect(problems).toEqual([]);
  });
});
