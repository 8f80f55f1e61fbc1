import type {Selection} from "./selection.js";
import {dimensionNames, sessionDimensions} from "./session-dimensions.js";
import {valueLabel} from "./value-label.js";

/** How a selection writes days and money. */
export interface SelectionFormats {
  day: (date: Date) => string;
  money: (value: number) => string;
}

/**
 * A selection in words, as "device: mobile or tablet; from 1 January 2021 on"; none for everybody. `day` is given days in UTC.
 */
export function selectionWords({values, from, to}: Selection, formats: SelectionFormats): string {
  const {day} = formats;
  const parts = dimensionNames.flatMap((name) => {
    const chosen = values[name] ?? [];
    return chosen.length
      ? [
          `${sessionDimensions[name].toLowerCase()}: ${chosen.map((value) => valueLabel(name, value, formats)).join(" or ")}`
        ]
      : [];
  });
  return [...parts, dayWords(from, to, (text) => day(new Date(text)))].filter(Boolean).join("; ");
}

/** A chart's title with the sessions that it is of in brackets, where that is not everybody. */
export function titleOfSelected(title: string, selection: Selection, formats: SelectionFormats): string {
  const words = selectionWords(selection, formats);
  return words ? `${title} (${words})` : title;
}

function dayWords(from: string | undefined, to: string | undefined, day: (text: string) => string): string {
  if (from && to) return from === to ? day(from) : `${day(from)} to ${day(to)}`;
  return from ? `from ${day(from)} on` : to ? `up to ${day(to)}` : "";
}
