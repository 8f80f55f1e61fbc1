import {expect, test} from "vitest";
import {fillPlaceholders} from "../../../scripts/prerender/fill-placeholders.ts";

const loading = "<observablehq-loading></observablehq-loading>";
const filled = (content: string) => `<observablehq-loading class="prerendered">${content}</observablehq-loading>`;

test("fillPlaceholders(html, displayed) puts what cells display before their marks, and leaves all else as it is", () => {
  const page = (first: string, second: string) =>
    `<!DOCTYPE html>\n<html lang="en"><head><script>"<!--:00000001:-->"</script></head><body>
<main><h1>${first}<!--:00000001:--></h1><p>Of  ${second}<!--:00000001-1:--> &amp; ${loading}<!--:00000002:--></p></main></body></html>\n`;
  expect(
    fillPlaceholders(
      page(loading, loading),
      new Map([
        ["00000001", "3 &lt; 4"],
        ["00000001-1", "<b>4</b>"]
      ])
    )
  ).toEqual({html: page(filled("3 &lt; 4"), filled("<b>4</b>")), misplaced: []});
});

test("fillPlaceholders(html, displayed) fills the place of a cell that need not display anything", () => {
  const block = (content: string) => `<div class="observablehq observablehq--block">${content}<!--:00000001:--></div>`;
  const {html} = fillPlaceholders(`<body>${block("")}</body>`, new Map([["00000001", "<p>Shown</p>"]]));
  expect(html).toBe(`<body>${block(filled("<p>Shown</p>"))}</body>`);
});

test("fillPlaceholders(html, displayed) divides a paragraph with something in it that would end one", () => {
  const displayed = new Map([
    ["00000001", "<figure>A</figure>"],
    ["00000002", "text"],
    ["00000003", "<p>B</p>"]
  ]);
  const {html, misplaced} = fillPlaceholders(
    `<body><p>${loading}<!--:00000001:--> <p class="lede" id="x">${loading}<!--:00000002:--> ${loading}<!--:00000003:--></p></body>`,
    displayed
  );
  // the first paragraph has no end tag of its own to divide it by
  expect(misplaced).toEqual([]);
  expect(html).toContain(
    `<div class="paragraph lede" id="x">${filled("text")}<!--:00000002:--> ${filled("<p>B</p>")}<!--:00000003:--></div>`
  );
});

test("fillPlaceholders(html, displayed) names what a browser would put elsewhere, and leaves it out", () => {
  const page = `<body><h1><a href="#">${loading}<!--:00000001:--></a></h1><table><tbody><tr>${"<td></td>"}</tr></tbody></table></body>`;
  expect(fillPlaceholders(page, new Map([["00000001", '<a href="./x">a link in a link</a>']]))).toEqual({
    html: page,
    misplaced: ["00000001"]
  });
});
