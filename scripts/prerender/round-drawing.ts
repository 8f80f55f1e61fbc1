// what holds pixels in a drawing; the drawing's own size stays exact
const places = ["d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height"];

/** Rounds the places in an SVG drawing to a tenth of a pixel, which no reader sees, and which takes a third of the bytes off a line. */
export function roundDrawing(drawing: Element): void {
  for (const element of drawing.querySelectorAll("*")) {
    for (const name of places) round(element, name);
    // a scale of 0.0123 is no place
    if (/^translate\([^)]*\)$/.test(element.getAttribute("transform") ?? "")) round(element, "transform");
  }
}

function round(element: Element, name: string): void {
  const value = element.getAttribute(name);
  if (!value?.includes(".")) return;
  const rounded = value.replace(/-?\d*\.\d{2,}(?![\de])/g, (number) => String(Math.round(Number(number) * 10) / 10));
  if (rounded !== value) element.setAttribute(name, rounded);
}
