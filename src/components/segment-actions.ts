import {html} from "npm:htl";

// by how the build names segments: segmentation/name-segments.ts
const actions: [name: string, action: string][] = [
  ["High-value loyal customers", "thank them, and let them see new things first"],
  ["Occasional buyers", "give a reason for a second order, soon after the first"],
  ["Cart abandoners", "remind them of what they left behind, after an hour, a day and three days"],
  ["Browsers", "show what others bought, and make price, delivery and returns plain on every product page"],
  ["Mixed shoppers", "look at what they view before writing to all of them alike"]
];

/** What to do with each kind of shopper that was found; nothing for no segments. */
export function segmentActions(segments: readonly {segment: string}[]): HTMLElement {
  const found = actions.filter(([name]) => segments.some(({segment}) => segment.startsWith(name)));
  return html`<ul>
    ${found.map(([name, action]) => html`<li><b>${name}</b>: ${action}.</li>`)}
  </ul>`;
}
