const svgNamespace = "http://www.w3.org/2000/svg";

/** Where the drawing's corner is on the page, in pixels. */
export interface Origin {
  left: number;
  top: number;
}

// what style sheets may say of a shape
const shapeStyles = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "font-variant-numeric",
  "text-anchor",
  "paint-order",
  "mix-blend-mode"
];

const measuring = document.createElement("canvas").getContext("2d");

/**
 * Draws what is seen of an element and all in it into an SVG group: backgrounds and borders as rectangles, lines of text as text, and SVG as it is,
 * with the colours that it has on the page. Hidden elements and controls are left out.
 */
export function drawElement(element: Element, group: SVGElement, origin: Origin): void {
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden" || element.matches(".figure-tools")) return;
  if (element instanceof SVGSVGElement) return group.append(copySvg(element, origin));
  drawBox(element, style, group, origin);
  for (const node of element.childNodes) {
    if (node instanceof Element) drawElement(node, group, origin);
    else if (node instanceof Text) drawText(node, style, group, origin);
  }
}

function drawBox(element: Element, style: CSSStyleDeclaration, group: SVGElement, origin: Origin): void {
  for (const {left, top, width, height} of element.getClientRects()) {
    const [x, y] = [left - origin.left, top - origin.top];
    const fill = style.backgroundColor;
    if (isSeen(fill)) group.append(shape("rect", {x, y, width, height, rx: parseFloat(style.borderRadius) || 0, fill}));
    const image = style.backgroundImage;
    if (image.includes("gradient")) {
      // stripes of a pattern are drawn as a lighter area
      const colour = /(?:rgba?|oklab|color)\([^)]*\)/.exec(image)?.[0] ?? "none";
      group.append(shape("rect", {x, y, width, height, fill: colour, "fill-opacity": 0.3}));
    }
    const sides = [
      ["top", x, y, x + width, y],
      ["bottom", x, y + height, x + width, y + height],
      ["left", x, y, x, y + height],
      ["right", x + width, y, x + width, y + height]
    ] as const;
    for (const [side, x1, y1, x2, y2] of sides) {
      const size = parseFloat(style.getPropertyValue(`border-${side}-width`));
      const stroke = style.getPropertyValue(`border-${side}-color`);
      const isDrawn = size > 0 && style.getPropertyValue(`border-${side}-style`) !== "none" && isSeen(stroke);
      // a line lies within the box
      const inset = side === "top" || side === "left" ? size / 2 : -size / 2;
      const [dx, dy] = side === "top" || side === "bottom" ? [0, inset] : [inset, 0];
      if (isDrawn)
        group.append(shape("line", {x1: x1 + dx, y1: y1 + dy, x2: x2 + dx, y2: y2 + dy, stroke, "stroke-width": size}));
    }
  }
}

function isSeen(colour: string): boolean {
  return colour !== "transparent" && !/[,/]\s*0\)$/.test(colour);
}

function drawText(node: Text, style: CSSStyleDeclaration, group: SVGElement, origin: Origin): void {
  for (const {text, left, top} of linesOf(node)) {
    const line = shape("text", {
      x: left - origin.left,
      y: top - origin.top + ascent(style),
      fill: style.color,
      "font-family": style.fontFamily,
      "font-size": style.fontSize,
      "font-weight": style.fontWeight,
      "font-style": style.fontStyle,
      "font-variant-numeric": style.fontVariantNumeric
    });
    line.textContent = text;
    group.append(line);
  }
}

// word by word, as a browser tells nothing else of where it breaks lines
function linesOf(node: Text): {text: string; left: number; top: number}[] {
  const lines: {text: string; left: number; top: number}[] = [];
  const range = document.createRange();
  for (const {0: word, index} of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const [rect] = range.getClientRects();
    if (!rect?.width) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.top - rect.top) < 2) line.text += ` ${word}`;
    else lines.push({text: word, left: rect.left, top: rect.top});
  }
  return lines;
}

function ascent({fontStyle, fontWeight, fontSize, fontFamily}: CSSStyleDeclaration): number {
  if (!measuring) return 0.8 * parseFloat(fontSize);
  measuring.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  return measuring.measureText("x").fontBoundingBoxAscent;
}

function copySvg(svg: SVGSVGElement, origin: Origin): SVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const {left, top, width, height} = svg.getBoundingClientRect();
  const originals = [svg, ...svg.querySelectorAll("*")];
  for (const [i, part] of [copy, ...copy.querySelectorAll<SVGElement>("*")].entries()) {
    const original = originals[i];
    if (!original || part instanceof SVGStyleElement) continue;
    const style = getComputedStyle(original);
    for (const name of shapeStyles) part.style.setProperty(name, style.getPropertyValue(name));
  }
  for (const style of copy.querySelectorAll("style")) style.remove();
  for (const [name, value] of Object.entries({x: left - origin.left, y: top - origin.top, width, height})) {
    copy.setAttribute(name, String(value));
  }
  copy.setAttribute("overflow", "visible");
  return copy;
}

function shape(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
