import {html} from "npm:htl";

/** What is wider than a narrow screen, in a box that scrolls sideways by hand and by keyboard; the label names it to screen readers. */
export function scrollBox(label: string, content: unknown): HTMLElement {
  return html`<div class="numbers" tabindex="0" role="group" aria-label=${label}>${content}</div>`;
}
