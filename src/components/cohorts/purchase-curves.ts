import {html} from "npm:htl";
import {resize} from "observablehq:stdlib";
import {chartFigure} from "../figure/chart-figure.js";
import type {ReportFormats} from "../report-formats.js";
import {curveChart} from "./curve-chart.js";
import {type PurchaseCurve, type PurchaseTest, shareWithin} from "./curve-rows.js";
import {purchaseTestText} from "./purchase-test-text.js";

type Kind = PurchaseCurve["kind"];

interface CurveView {
  kind: Kind;
  dimension: string;
}

const kinds: Record<Kind, {name: string; since: string; people: string; buy: string}> = {
  first_purchase: {
    name: "the first purchase, from the first visit",
    since: "the first visit",
    people: "visitors",
    buy: "buy"
  },
  second_purchase: {
    name: "the second purchase, from the first",
    since: "the first purchase",
    people: "buyers",
    buy: "buy again"
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
  const [kind, dimension] = [
    select(Object.entries(kinds).map(([kind, {name}]) => [kind, name])),
    select(Object.entries(dimensions))
  ];
  const chart = html`<div></div>`;
  const show = (view: CurveView) => {
    const of = curves.filter((curve) => curve.kind === view.kind);
    for (const option of dimension.options) option.disabled = !of.some((curve) => curve.dimension === option.value);
    [kind.value, dimension.value] = [view.kind, view.dimension];
    const test = tests.find((test) => test.kind === view.kind && test.dimension === view.dimension);
    const shown = of.filter((curve) => curve.dimension === view.dimension).sort((a, b) => b.users - a.users);
    chart.replaceChildren(resize((width) => curvesFigure(shown, {view, test, formats, width})));
  };
  for (const control of [kind, dimension]) {
    control.addEventListener("change", () => {
      const view = {kind: kind.value as Kind, dimension: dimension.value};
      history.pushState(null, "", `${location.pathname}${writeView(view, location.search)}${location.hash}`);
      show(readView(location.search, curves));
    });
  }
  addEventListener("popstate", () => show(readView(location.search, curves)));
  show(readView(location.search, curves));
  return html`<div class="purchase-curves">
    <div class="controls"><label>Time to ${kind}</label><label>Of ${dimension}</label></div>
    ${chart}
  </div>`;
}

function curvesFigure(
  curves: readonly PurchaseCurve[],
  {view, test, formats, width}: {view: CurveView; test: PurchaseTest | undefined; formats: ReportFormats; width: number}
): HTMLElement {
  const {since, people, buy} = kinds[view.kind];
  const title = titleOf(curves, {view, test, formats});
  const rows = curves.flatMap((curve) => curve.days.map((day, i) => ({curve, day, i})));
  const rate = (value: number | null | undefined) => formats.percent(value ?? NaN);
  return chartFigure(curveChart(curves, {formats, width, since, ariaLabel: title}), {
    title,
    subtitle: `Share of ${people} who ${buy} within so many days of ${since} (Kaplan and Meier’s estimate).${curves.length <= 3 ? " Bands: 95% intervals." : ""}`,
    note: [
      purchaseTestText(view.dimension, test, formats),
      "Who has not bought when the data ends counts for as long as they were seen. A curve ends on the last day up to which enough people bought."
    ].join(" "),
    name: "time-to-purchase",
    rows,
    columns: [
      {label: "Of", text: ({curve}) => (curve.value === "all" ? "Everybody" : curve.value)},
      {label: "People", text: ({curve}) => formats.count(curve.users), isNumber: true},
      {label: "Within days", text: ({day}) => formats.count(day), isNumber: true},
      {label: "Share", text: ({curve, i}) => rate(curve.share[i]), isNumber: true},
      {label: "Interval from", text: ({curve, i}) => rate(curve.low[i]), isNumber: true},
      {label: "to", text: ({curve, i}) => rate(curve.high[i]), isNumber: true}
    ]
  });
}

function titleOf(
  curves: readonly PurchaseCurve[],
  {view: {kind, dimension}, test, formats}: {view: CurveView; test: PurchaseTest | undefined; formats: ReportFormats}
): string {
  const {people, buy, since} = kinds[kind];
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
  const names = `${dimension}s`;
  if (!test || test.corrected_p_value === null || test.corrected_p_value > 0.05) {
    return `No difference between ${names} is proven in how soon ${people} ${buy}`;
  }
  return (
    extremes(curves, {days: formats.count, percent: formats.percent}) || `${names} differ in how soon ${people} ${buy}`
  );
}

// the highest and the lowest of the curves that can be told for a week, on a day that all of these reach
function extremes(
  curves: readonly PurchaseCurve[],
  {days, percent}: {days: (count: number) => string; percent: (share: number) => string}
): string {
  const long = curves.filter((curve) => (curve.days.at(-1) ?? 0) >= 7);
  const day = Math.min(30, ...long.map((curve) => curve.days.at(-1) ?? 0));
  const shares = long
    .map((curve) => ({value: curve.value, share: shareWithin(curve, day)}))
    .sort((a, b) => b.share - a.share);
  const [most, least] = [shares[0], shares.at(-1)];
  if (!most || !least || most === least) return "";
  return `Within ${days(day)} days ${percent(most.share)} of “${most.value}” buy, and ${percent(least.share)} of “${least.value}”`;
}

function readView(search: string, curves: readonly PurchaseCurve[]): CurveView {
  const parameters = new URLSearchParams(search);
  const wanted = parameters.get("time") === "second" ? "second_purchase" : "first_purchase";
  const kind = curves.some((curve) => curve.kind === wanted) ? wanted : "first_purchase";
  const dimension = parameters.get("split") ?? "all";
  const has = curves.some((curve) => curve.kind === kind && curve.dimension === dimension);
  return {kind, dimension: has ? dimension : "all"};
}

function writeView({kind, dimension}: CurveView, search: string): string {
  const parameters = new URLSearchParams(search);
  for (const name of ["time", "split"]) parameters.delete(name);
  if (kind === "second_purchase") parameters.set("time", "second");
  if (dimension !== "all") parameters.set("split", dimension);
  const text = parameters.toString();
  return text && `?${text}`;
}

function select(options: (readonly [value: string, label: string])[]): HTMLSelectElement {
  return html`<select>
    ${options.map(([value, label]) => html`<option value=${value}>${label}</option>`)}
  </select>` as unknown as HTMLSelectElement;
}
