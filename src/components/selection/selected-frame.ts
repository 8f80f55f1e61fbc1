import {isEverybody, type Selection} from "../../shared/selection/selection.js";
import {type SelectionFormats, titleOfSelected} from "../../shared/selection/selection-words.js";
import type {ChartFrame} from "../figure/chart-figure.js";

/** A chart's frame for the sessions that are chosen: they are in its title, and `query` gives its rows. That of everybody stays as it is. */
export function selectedFrame<T>(
  frame: ChartFrame<T>,
  selection: Selection,
  {query, formats}: {query: string; formats: SelectionFormats}
): ChartFrame<T> {
  if (isEverybody(selection)) return frame;
  return {...frame, title: titleOfSelected(frame.title, selection, formats), query};
}
