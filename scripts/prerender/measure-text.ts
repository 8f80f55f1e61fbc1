// of the size of the font, as wide as digits are in the report's sans-serif
const letterWidth = 0.5;
const lineHeight = 1.2;

/** About how large the text of an SVG element is, in pixels, where there is no font to measure. */
export function measureText(element: Element): {x: number; y: number; width: number; height: number} {
  const size = fontSize(element);
  const lines = [...element.querySelectorAll("tspan")].map((line) => line.textContent ?? "");
  if (!lines.length) lines.push(element.textContent ?? "");
  const width = letterWidth * size * Math.max(...lines.map(({length}) => length));
  return {x: 0, y: -size, width, height: lineHeight * size * lines.length};
}

function fontSize(element: Element): number {
  for (let ancestor: Element | null = element; ancestor; ancestor = ancestor.parentElement) {
    const written =
      ancestor.getAttribute("font-size") ?? /font-size:\s*([^;]+)/.exec(ancestor.getAttribute("style") ?? "")?.[1];
    const size = parseFloat(written ?? "");
    if (size > 0) return size;
  }
  return 10;
}
