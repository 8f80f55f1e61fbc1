import {runPipeline} from "../../data-loaders/pipeline.ts";
import {loadReport} from "../../data-loaders/report.ts";
import {featureNames} from "../../data-loaders/segmentation/features.ts";
import type {Row} from "../../data-loaders/warehouse.ts";
import {describe, expect, test} from "vitest";
import {tableCells} from "./numbers-shown.ts";
import {numbers} from "./shown-numbers.ts";
import {openSitePage} from "./site-page.ts";
import {siteRows} from "./site-rows.ts";
import {siteNames} from "./sites.ts";
import {isForEngine} from "./watched-page.ts";

describe.each(siteNames)("the segments of %s", (name) => {
  test("the segments' shares are those of the snapshots", async () => {
    const {page} = await openSitePage(name, "segments");
    const segments = await siteRows(name, "select users, share from ml_segments order by position");
    const rules = await siteRows(name, "select users, share from rule_segments order by position");
    const rfm = await siteRows(name, "select users, share from rfm_segments where users is not null order by position");
    const shown = await page.locator(".segment-bars .name + .row").allInnerTexts();
    const text = (of: string) => (row: Row) => `of ${of} ${numbers.percent(row.share)} · ${numbers.count(row.users)}`;
    const days = await siteRows(name, "select event_date from daily where purchases > 0");
    // buyers of one day cannot be told apart by recency
    const buyers = days.length > 1 ? rfm : [];
    expect(shown.map((line) => line.replace(/\s+/g, " "))).toEqual([
      ...[...segments, ...rules].map(text("users")),
      ...buyers.map(text("buyers"))
    ]);
  });

  test("the segments crossed with the rules show the shares of the snapshot, but none of too few people", async () => {
    const {page} = await openSitePage(name, "segments");
    const cells = await siteRows(
      name,
      "select users, share_of_rule from segment_crosswalk order by position, rule_position"
    );
    const expected = cells.map(({users, share_of_rule}) =>
      users === null ? "few" : share_of_rule === null ? "–" : numbers.percent(share_of_rule)
    );
    expect(await page.locator(".crosswalk td b").allInnerTexts()).toEqual(expected);
    expect(cells.every(({users}) => users === null || Number(users) === 0 || Number(users) >= 5)).toBe(true);
  });

  test("the quality of segments shows every number of clusters that was tried, and says what there is to say", async () => {
    const {page} = await openSitePage(name, "segment-quality");
    const counts = await siteRows(name, "select clusters, is_chosen from segment_quality order by clusters");
    if (counts.length) await page.locator(".figure-tools summary", {hasText: "Numbers"}).first().click();
    const shown = await page.locator(".chart .numbers-table tbody td:first-child").allInnerTexts();
    expect(shown).toEqual(counts.map((row) => `${Number(row.clusters)}${row.is_chosen ? " (in this report)" : ""}`));
    expect(await page.innerText("main")).toContain("There is no earlier snapshot of these events to compare with");
    const learned = await siteRows(name, "select segment, users, share from ml_segments order by position");
    expect((await tableCells(page, "Size and tightness of each segment")).map((row) => row.slice(0, 3))).toEqual(
      learned.map(({segment, users, share}) => [segment, numbers.count(users), numbers.percent(share)])
    );
    const recall = await siteRows(name, "select users, recall from segment_recall order by position");
    expect((await tableCells(page, "Recall of each rule segment")).map((row) => row.slice(1))).toEqual(
      recall.map(({users, recall: share}) => [
        users === null ? "–" : numbers.count(users),
        share === null ? "–" : numbers.percent(share)
      ])
    );
  });
});

describe("which segment a shopper would be in", () => {
  test("is the same in the reader's browser as in SQL, for 300 users of the snapshot", async () => {
    const {page, problems, requests} = await openSitePage("demo", "segments");
    const users = await someUsers(300);
    expect(users.length).toBe(300);
    const names = await page
      .locator(".segment-form input")
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).name));
    const found = await page.locator(".segment-form").evaluate(
      (form, {users, names}) => {
        const inputs = [...form.querySelectorAll("input")];
        return users.map((user) => {
          inputs.forEach((input, i) => (input.value = String(user[names[i] ?? ""])));
          inputs[0]?.dispatchEvent(new Event("input", {bubbles: true}));
          return form.querySelector(".answer b")?.textContent;
        });
      },
      {users, names}
    );
    expect(found).toEqual(users.map(({segment}) => segment));
    expect(new Set(found).size).toBe(3);
    expect([problems, requests.filter(isForEngine)]).toEqual([[], []]);
  });

  test("follows what the reader types and chooses, by keyboard, and is said aloud", async () => {
    const {page} = await openSitePage("demo", "segments");
    const form = page.locator(".segment-form");
    const answer = form.getByRole("status");
    expect(await answer.innerText()).toContain("This shopper would be among High-value loyal customers.");
    await form.getByLabel("Start from the average of").selectOption("Browsers");
    expect(await answer.innerText()).toContain("among Browsers.");
    await form.getByLabel("Orders").focus();
    await page.keyboard.press("ArrowUp");
    await form.getByLabel("Revenue").fill("60");
    expect(await answer.innerText()).toContain("among Occasional buyers.");
  });
});

// of each segment a third, as the pipeline assigns them from the same configuration as the site's
async function someUsers(count: number): Promise<Record<string, string | number>[]> {
  const warehouse = await runPipeline(await loadReport({}));
  try {
    const columns = featureNames.map((name) => `cast(users.${name} as double) as ${name}`);
    const users = await warehouse.rows(
      `with users as (
        select segments.segment, ${columns.join(", ")},
          row_number() over (partition by segments.segment order by hash(users.user_id)) as place
        from core.user_features as users
        inner join segmentation.labels as labels on labels.user_id = users.user_id
        inner join segmentation.segments as segments on segments.cluster = labels.cluster
      )
      select * exclude (place) from users order by place, segment limit ${count}`
    );
    return users as Record<string, string | number>[];
  } finally {
    warehouse.close();
  }
}
