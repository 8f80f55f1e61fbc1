import {downloadFile} from "./download-file.js";

/** Offers a chart, with its words, as a picture. */
export async function downloadImage(name: string, figure: HTMLElement, kind: "svg" | "png"): Promise<void> {
  const {figureSvg, svgToPng} = await import("./figure-image.js");
  const svg = await figureSvg(figure);
  const image = kind === "svg" ? new Blob([svg], {type: "image/svg+xml"}) : await svgToPng(svg);
  downloadFile(`${name}.${kind}`, image);
}
