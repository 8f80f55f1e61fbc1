import {html} from "npm:htl";

/** What unfolds when its summary is pressed. The content is made when it is first opened: most are never. */
export function unfolding(summary: unknown, content: () => HTMLElement): HTMLElement {
  const head = html`<summary>${summary}</summary>`;
  const details = html`<details>${head}</details>` as HTMLDetailsElement;
  let isMade = false;
  const make = () => {
    if (isMade) return;
    isMade = true;
    details.append(content());
  };
  // a press is heard before it opens anything, opening by a script only afterwards
  head.addEventListener("click", make);
  details.addEventListener("toggle", make);
  return details;
}
