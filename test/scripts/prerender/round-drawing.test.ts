import {JSDOM} from "jsdom";
import {expect, test} from "vitest";
import {roundDrawing} from "../../../scripts/prerender/round-drawing.ts";

test("roundDrawing(drawing) rounds places to a tenth of a pixel", () => {
  expect(rounded('<path d="M40.123,-20.05L1e-7,3.999Z"></path>')).toBe('<path d="M40.1,-20L1e-7,4Z"></path>');
  expect(rounded('<g transform="translate(0.25,10.96)"></g>')).toBe('<g transform="translate(0.3,11)"></g>');
  expect(rounded('<rect x="1.5" width="0.123" opacity="0.123"></rect>')).toBe(
    '<rect x="1.5" width="0.1" opacity="0.123"></rect>'
  );
});

test("roundDrawing(drawing) leaves scales, and the size of the drawing, as they are", () => {
  const drawing = '<g transform="translate(1.234) scale(0.0123)"></g>';
  expect(rounded(drawing)).toBe(drawing);
});

function rounded(inner: string): string {
  const {document} = new JSDOM(`<svg width="10.123">${inner}</svg>`).window;
  const drawing = document.querySelector("svg") as Element;
  roundDrawing(drawing);
  expect(drawing.getAttribute("width")).toBe("10.123");
  return drawing.innerHTML;
}
