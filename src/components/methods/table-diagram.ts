import {html} from "npm:htl";

/** The drawing of tables and their foreign keys, to be scrolled where it is wider than the page, with a link to it alone. */
export function tableDiagram(address: string, tables: readonly {name: string}[]): HTMLElement {
  const title = `The shop’s ${tables.length} tables, and how they refer to each other`;
  const alternative = `A diagram of the tables ${tables.map(({name}) => name).join(", ")}; below, each column that refers to a table says so.`;
  // where it has to be scrolled, both cut edges show that there is more
  const showMiddle = ({target}: {target: HTMLElement}) => {
    const scroller = target.parentElement;
    if (scroller) scroller.scrollLeft = (scroller.scrollWidth - scroller.clientWidth) / 2;
  };
  return html`<figure class="chart table-diagram" aria-label=${title}>
    <h3>${title}</h3>
    <div class="subtitle">
      A line leads from a row that is named (bar) to the many rows that may name it (three prongs). PK: primary key. FK:
      foreign key.
    </div>
    <div class="scroller" tabindex="0" role="region" aria-label="Diagram, to scroll sideways">
      <img src=${address} alt=${alternative} onload=${showMiddle} />
    </div>
    <div class="remark"><a href=${address} target="_blank" rel="noopener">Open the diagram in full size</a></div>
  </figure>`;
}
