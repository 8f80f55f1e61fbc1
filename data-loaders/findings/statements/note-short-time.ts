import {durationText} from "../../../src/shared/duration-text.ts";
import type {NumberFormat} from "../../../src/shared/number-format.ts";

const week = 7 * 86_400;

/** What to add to evidence where the data is of less than a week, which `consequence` says what to think of; else nothing. */
export function noteShortTime(seconds: number, consequence: string, format: NumberFormat): string {
  return seconds < week ? ` The data covers only ${durationText(seconds, format)}: ${consequence}` : "";
}

/** What a short time means for people who did not go on. */
export const mayGoOn = "some of them may have gone on later.";
