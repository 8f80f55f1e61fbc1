import {html} from "npm:htl";
import {glossary, type GlossaryEntry, type GlossaryTerm} from "../../shared/glossary.js";
import {pageFacts} from "../frame/page-facts.js";

let last = 0;

/**
 * A term of the glossary in running text or as a label, which says what it means when it is pressed, by keyboard too, or pointed at; Escape closes
 * that. The label is the term itself unless told. Throws for a term that there is not.
 */
export function term(name: GlossaryTerm, label?: string): HTMLElement {
  const entry = (glossary as Record<string, GlossaryEntry | undefined>)[name];
  if (!entry) throw new Error(`unknown term: ${name}; terms are ${Object.keys(glossary).join(", ")}`);
  const id = `term-${name}-${++last}`;
  const meaning = html`<span class="meaning" id=${id} popover="auto" role="tooltip"></span>`;
  const button = html`<button type="button" class="term" popovertarget=${id} aria-describedby=${id}>
    ${label ?? entry.term}
  </button>`;
  void pageFacts().then(({report}) => {
    meaning.textContent = `${entry.term}: ${entry.meaning({minimumTrials: report.minimum_trials})}`;
  });
  meaning.addEventListener("beforetoggle", () => placeBelow(button, meaning));
  button.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "mouse") open(meaning);
  });
  button.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") meaning.hidePopover();
  });
  return html`<span>${button}${meaning}</span>`;
}

function open(meaning: HTMLElement): void {
  if (!meaning.matches(":popover-open")) meaning.showPopover();
}

// within the window, on narrow screens too
function placeBelow(button: HTMLElement, meaning: HTMLElement): void {
  const {left, bottom} = button.getBoundingClientRect();
  const width = Math.min(320, innerWidth - 32);
  meaning.style.width = `${width}px`;
  meaning.style.left = `${Math.max(16, Math.min(left, innerWidth - width - 16))}px`;
  meaning.style.top = `${bottom + 6}px`;
}
