import {JSDOM} from "jsdom";
import {expect, test} from "vitest";
import {mergeScreens} from "../../../scripts/prerender/merge-screens.ts";

test("mergeScreens(shown) gives what all screens show once", () => {
  expect(merged("<p>a</p> b", "<p>a</p> b", "<p>a</p> b")).toBe("<p>a</p> b");
  expect(merged("", "", "")).toBe("");
});

test("mergeScreens(shown) repeats only what differs, once for each kind", () => {
  const figure = (inner: string) => `<figure id="f"><h3>Title</h3>${inner}</figure>`;
  const bar = (width: number) => `<i style="width: ${width}px"></i>`;
  expect(merged(figure(bar(9)), figure(bar(3)), figure(bar(9)))).toBe(
    figure(
      '<i style="width: 9px" class="at-screen at-desktop at-tablet"></i><i style="width: 3px" class="at-screen at-phone"></i>'
    )
  );
  expect(merged("one", "two", "two")).toBe(
    '<span class="at-screen at-desktop">one</span><span class="at-screen at-phone at-tablet">two</span>'
  );
  expect(merged("<b>1</b><b>2</b>", "<b>1</b>", "<b>1</b>")).toBe(
    '<b class="at-screen at-desktop">1</b><b class="at-screen at-desktop">2</b><b class="at-screen at-phone at-tablet">1</b>'
  );
});

test("mergeScreens(shown) keeps the height of drawings and makes their ids unique", () => {
  const drawing = (width: number, height = 200) =>
    `<svg width="${width}" height="${height}" style="color: red"><clipPath id="c"></clipPath><g clip-path="url(#c)" aria-labelledby="c t"></g></svg>`;
  const expected = (screen: string, width: number, suffix: string, height = 200) =>
    `<svg width="${width}" height="${height}" style="color: red; height: ${height}px;" class="at-screen at-${screen}" preserveAspectRatio="xMinYMin meet">` +
    `<clipPath id="c${suffix}"></clipPath><g clip-path="url(#c${suffix})" aria-labelledby="c${suffix} t"></g></svg>`;
  expect(merged(drawing(900), drawing(300), drawing(700, 250))).toBe(
    expected("desktop", 900, "") + expected("phone", 300, "-phone") + expected("tablet", 700, "-tablet", 250)
  );
  // a tablet shares a desktop's where that fits
  expect(merged(drawing(900), drawing(300), drawing(700))).toBe(
    expected("desktop at-tablet", 900, "") + expected("phone", 300, "-phone")
  );
  expect(merged(drawing(400), drawing(300), drawing(700))).toContain("at-tablet");
  expect(merged(drawing(400), drawing(300), drawing(700))).not.toContain("at-desktop at-tablet");
});

test("mergeScreens(shown) folds away nothing twice", () => {
  const figure = (name: string) => `<div class="${name}"><details><summary>More</summary><p>much</p></details></div>`;
  const html = merged(figure("a"), figure("b"), figure("b"));
  expect(html.match(/More/g)).toHaveLength(2);
  expect(html.match(/much/g)).toHaveLength(1);
});

function merged(desktop: string, phone: string, tablet: string): string {
  const {document} = new JSDOM("").window;
  const shown = Object.entries({desktop, phone, tablet}).map(([screen, html]) => {
    const element = document.createElement("div");
    element.innerHTML = html;
    return {screen: screen as "desktop", nodes: [...element.childNodes]};
  });
  const result = document.createElement("div");
  result.append(...mergeScreens(shown));
  return result.innerHTML;
}
