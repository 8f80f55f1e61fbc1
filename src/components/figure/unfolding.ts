import {html} from "npm:htl";

/** What unfolds when its summary is pressed. The content is made when it is first opened: most are never. */
export function unfolding(summary: unknown, content: () => HTMLElement): HTMLElement {
  const details = html`<details><summary>${summary}</summary></details>` as HTMLDetailsElement;
  details.addEventListener("toggle", () => details.append(content()), {once: true});
  return details;
}
