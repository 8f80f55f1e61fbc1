import {keepSelectionInLinks} from "../selection/keep-selection-in-links.js";
import {selectionLine} from "../selection/selection-line.js";
import type {Report} from "../report-formats.js";
import {nameGroups} from "./name-groups.js";
import {type PageFacts, tellFacts} from "./page-facts.js";

/** Completes a page: the line at its top that says which sessions are chosen, and what its charts need to know of the report. */
export function showFrame({
  report: [report],
  rows: [rows],
  ...facts
}: Pick<PageFacts, "choices" | "checks" | "columns"> & {report: [Report]; rows: [PageFacts["rows"]]}): void {
  tellFacts({report, rows, ...facts});
  const place = document.querySelector("#selection");
  if (place) selectionLine(place, {report, choices: facts.choices});
  keepSelectionInLinks();
  const main = document.querySelector("main");
  if (main) nameGroups(main);
  void showAnchor();
}

// what an address names may be drawn after the page was opened
async function showAnchor(): Promise<void> {
  if (!location.hash) return;
  for (let tries = 0; tries < 20; ++tries) {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) return target.scrollIntoView();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
