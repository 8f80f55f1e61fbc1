import {drawElement} from "./draw-element.js";
import {embeddedFonts} from "./embedded-fonts.js";

const margin = 24;
const svgNamespace = "http://www.w3.org/2000/svg";

/**
 * A chart with its title as it stands on the page, as an SVG file of its own: shapes and text, not a picture of them, with the fonts in it. Controls
 * are left out; a line below says what report and which sessions it is of.
 */
export async function figureSvg(figure: HTMLElement): Promise<string> {
  const {left, top, width, height} = figure.getBoundingClientRect();
  const tools = figure.querySelector(".figure-tools")?.getBoundingClientRect();
  const drawn = tools ? tools.top - top : height;
  const svg = document.createElementNS(svgNamespace, "svg");
  const [fullWidth, fullHeight] = [Math.ceil(width + 2 * margin), Math.ceil(drawn + 2 * margin + 24)];
  svg.setAttribute("xmlns", svgNamespace);
  svg.setAttribute("width", String(fullWidth));
  svg.setAttribute("height", String(fullHeight));
  svg.setAttribute("viewBox", `0 0 ${fullWidth} ${fullHeight}`);
  const title = document.createElementNS(svgNamespace, "title");
  title.textContent = figure.getAttribute("aria-label") ?? "";
  const style = document.createElementNS(svgNamespace, "style");
  style.textContent = await embeddedFonts();
  svg.append(title, style, background(fullWidth, fullHeight));
  const group = document.createElementNS(svgNamespace, "g");
  group.setAttribute("transform", `translate(${margin} ${margin})`);
  drawElement(figure, group, {left, top});
  svg.append(group, sourceLine(fullHeight - 16));
  return new XMLSerializer().serializeToString(svg);
}

/** An SVG file as a PNG picture of twice its size in pixels. Throws when the browser cannot draw it. */
export async function svgToPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * image.width;
  canvas.height = 2 * image.height;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large to draw"))))
  );
}

function background(width: number, height: number): SVGElement {
  const rect = document.createElementNS(svgNamespace, "rect");
  rect.setAttribute("width", String(width));
  rect.setAttribute("height", String(height));
  rect.setAttribute("fill", getComputedStyle(document.documentElement).getPropertyValue("--page"));
  return rect;
}

// the page, its report, and whom the numbers are of
function sourceLine(y: number): SVGElement {
  const selection = document.querySelector("#selection [data-words]")?.getAttribute("data-words");
  const style = getComputedStyle(document.documentElement);
  const text = document.createElementNS(svgNamespace, "text");
  text.setAttribute("x", String(margin));
  text.setAttribute("y", String(y));
  text.setAttribute("fill", style.getPropertyValue("--muted"));
  text.setAttribute("font-size", "13");
  text.setAttribute("font-family", style.getPropertyValue("--sans-serif"));
  text.textContent = [document.title, selection].filter(Boolean).join(" · ");
  return text;
}
