import {html} from "npm:htl";
import {chartFigure, type ChartFrame, updateFigure} from "../figure/chart-figure.js";

/** A figure that shows what readers choose: its element, and what gives it another drawing and other words. */
export interface ChosenFigure<T extends object> {
  element: HTMLElement;
  show: (drawing: Node, frame: ChartFrame<T>) => void;
}

/** A figure whose drawing changes with a choice; what the reader has unfolded below it stays unfolded, and so does the first note. */
export function chosenFigure<T extends object>(): ChosenFigure<T> {
  const element = html`<div></div>`;
  const place = html`<div></div>`;
  let figure: HTMLElement | undefined;
  return {
    element,
    show: (drawing, frame) => {
      place.replaceChildren(drawing);
      if (figure) updateFigure(figure, frame);
      else element.append((figure = chartFigure(place, frame)));
    }
  };
}
