import {html} from "npm:htl";
import type {Methods} from "../../../data-loaders/methods.js";
import type {ReportFormats} from "../report-formats.js";
import {tableDiagram} from "./table-diagram.js";
import {tableDictionary} from "./table-dictionary.js";
import {truthList} from "./truth-list.js";

/** All that is known of the demo store: how it was made, what was planted in it, and its tables. */
export function madeUpShop(
  {tables, truth}: NonNullable<Methods["demoStore"]>,
  {formats, diagram}: {formats: ReportFormats; diagram: string}
): HTMLElement {
  const {users, seed, truths} = truth;
  return html`<div>
    <h2 id="the-made-up-shop">The made-up shop</h2>
    <p>
      This report is on a shop that does not exist: ${formats.count(users)} users and all they did, drawn at random from
      seed ${seed}. The same seed and number of users give the same shop to the last row, and another seed gives another
      shop with the same habits.
    </p>
    <h3>What is known to be true</h3>
    ${truths.length > 0 ? html`<p>These were planted, so a report that is any good has to find them.</p>` : ""}
    ${truthList(truths, {formats})} ${tableDiagram(diagram, tables)}
    <h3>What its tables hold</h3>
    ${tableDictionary(tables, {formats})}
  </div>`;
}
