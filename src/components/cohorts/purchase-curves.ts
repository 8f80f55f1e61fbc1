import {html} from "npm:htl";
import {resize} from "observablehq:stdlib";
import {quotedName} from "../../shared/quoted-name.js";
import {choiceControl} from "../controls/choice-control.js";
import {followAddress} from "../controls/follow-address.js";
import {chartFigure} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";
import {curveChart} from "./curve-chart.js";
import {type PurchaseCurve, type PurchaseTest, shareWithin} from "./curve-rows.js";
import {purchaseTestText} from "./purchase-test-text.js";

type Time = "first" | "second";

// what curves are of
interface CurveWords {
  kind: PurchaseCurve["kind"];
  name: string;
  since: string;
  people: string;
  buy: string;
  again: string;
}

interface CurveView extends CurveWords {
  dimension: string;
}

const names = ["first", "second"] as const;

const kinds: Record<Time, CurveWords> = {
  first: {
    kind: "first_purchase",
    name: "the first purchase, from the first visit",
    since: "the first visit",
    people: "visitors",
    buy: "buy",
    again: ""
  },
  second: {
    kind: "second_purchase",
    name: "the second purchase, from the first",
    since: "the first purchase",
    people: "buyers",
    buy: "buy again",
    again: "again"
  }
};

const dimensions: Record<string, string> = {
  all: "Everybody",
  device: "Each device",
  source: "Each source",
  segment: "Each segment"
};

/**
 * Curves of the share that has bought within so many days, by what can be chosen, and whether they differ, in words. What is chosen lives
 * in the address. Without curves it says what they need.
 */
export function purchaseCurves(
  curves: readonly PurchaseCurve[],
  {tests, formats}: {tests: readonly PurchaseTest[]; formats: ReportFormats}
): HTMLElement {
  if (!curves.some(({share}) => share.some((value) => value > 0))) {
    return html`<div class="missing">
      How long it takes until people buy needs enough purchases, and whole days on which people could be followed to
      them.
    </div>`;
  }
  const splits = Object.keys(dimensions).filter((name) => curves.some(({dimension}) => dimension === name));
  const kind = choiceControl(
    "Time to",
    names.map((name) => [name, kinds[name].name]),
    (time) => choose({time})
  );
  const dimension = choiceControl(
    "Of",
    splits.map((name) => [name, dimensions[name] ?? name]),
    (split) => choose({split})
  );
  const chart = html`<div></div>`;
  const choose = followAddress<{time: Time; split: string}>({time: names, split: splits}, ({time, split}) => {
    kind.show(time);
    dimension.show(split);
    const view = {...kinds[time], dimension: split};
    const test = tests.find((test) => test.kind === view.kind && test.dimension === split);
    const shown = curves
      .filter((curve) => curve.kind === view.kind && curve.dimension === split)
      .sort((a, b) => b.users - a.users);
    chart.replaceChildren(
      shown.length
        ? resize((width) => curvesFigure(shown, {view, test, formats, width}))
        : html`<div class="missing">Too few people of any ${split} bought ${kinds[time].again} to say how soon.</div>`
    );
  });
  return html`<div class="purchase-curves">
    <div class="controls">${kind.element}${dimension.element}</div>
    ${chart}
  </div>`;
}

function curvesFigure(
  curves: readonly PurchaseCurve[],
  {view, test, formats, width}: {view: CurveView; test: PurchaseTest | undefined; formats: ReportFormats; width: number}
): HTMLElement {
  const {since, people, buy} = view;
  const title = titleOf(curves, {view, test, formats});
  const rows = curves.flatMap(({value, users, days, share, low, high}) =>
    days.map((day, i) => ({
      value,
      users,
      days: day,
      share: share[i] ?? NaN,
      low: low[i] ?? null,
      high: high[i] ?? null
    }))
  );
  const rate = (value: number | null) => formats.percent(value ?? NaN);
  return chartFigure(curveChart(curves, {formats, width, since, ariaLabel: title}), {
    title,
    subtitle: `Share of ${people} who ${buy} within so many days of ${since} (Kaplan and Meier’s estimate).${curves.length <= 3 ? " Bands: 95% intervals." : ""}`,
    note: [
      purchaseTestText(view.dimension, test, formats),
      "Who has not bought when the data ends counts for as long as they were seen. A curve ends on the last day up to which enough people bought."
    ].join(" "),
    name: "time-to-purchase",
    rows,
    query: `select dimension, value, days_since, at_risk, events, censored, share, low, high
from time_to_purchase
where kind = '${view.kind}' and dimension = '${view.dimension}'
order by value, days_since`,
    columns: [
      {label: "Of", text: ({value}) => (value === "all" ? "Everybody" : value)},
      {label: "People", text: ({users}) => formats.count(users), isNumber: true},
      {label: "Within days", text: ({days}) => formats.count(days), isNumber: true},
      {label: "Share", text: ({share}) => rate(share), isNumber: true},
      {label: "Interval from", text: ({low}) => rate(low), isNumber: true},
      {label: "to", text: ({high}) => rate(high), isNumber: true}
    ]
  });
}

function titleOf(
  curves: readonly PurchaseCurve[],
  {
    view: {people, buy, since, dimension},
    test,
    formats
  }: {view: CurveView; test: PurchaseTest | undefined; formats: ReportFormats}
): string {
  const {percent} = formats;
  const all = curves[0];
  if (dimension === "all" && all) {
    const last = all.days.at(-1) ?? 0;
    const days = Math.min(30, last);
    const within =
      last > 0 ? `, ${percent(shareWithin(all, days))} within ${days === 1 ? "a day" : `${days} days`}` : "";
    return `${percent(shareWithin(all, 0))} of ${people} ${buy} on the day of ${since}${within}`;
  }
  if (dimension === "segment") return `How soon ${people} of each segment ${buy}`;
  const many = `${dimension}s`;
  if (!test || test.corrected_p_value === null || test.corrected_p_value > 0.05) {
    return `No difference between ${many} is proven in how soon ${people} ${buy}`;
  }
  return extremes(curves, {buy, days: formats.count, percent}) || `The ${many} differ in how soon ${people} ${buy}`;
}

// the highest and the lowest of the curves that can be told for a week, on a day that all of these reach
function extremes(
  curves: readonly PurchaseCurve[],
  {buy, days, percent}: {buy: string; days: (count: number) => string; percent: (share: number) => string}
): string {
  const long = curves.filter((curve) => (curve.days.at(-1) ?? 0) >= 7);
  const day = Math.min(30, ...long.map((curve) => curve.days.at(-1) ?? 0));
  const shares = long
    .map((curve) => ({value: curve.value, share: shareWithin(curve, day)}))
    .sort((a, b) => b.share - a.share);
  const [most, least] = [shares[0], shares.at(-1)];
  if (!most || !least || most === least) return "";
  return `Within ${days(day)} days ${percent(most.share)} of those with ${quotedName(most.value)} ${buy}, and ${percent(least.share)} of those with ${quotedName(least.value)}`;
}
