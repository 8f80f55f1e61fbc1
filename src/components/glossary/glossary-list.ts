import {html} from "npm:htl";
import {glossary, type GlossaryLimits} from "../../shared/glossary.js";

/** All terms with what they mean. */
export function glossaryList(limits: GlossaryLimits): HTMLElement {
  return html`<dl class="glossary">
    ${Object.values(glossary).map(
      ({term, meaning}) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${meaning(limits)}</dd>
        </div>`
    )}
  </dl>`;
}
