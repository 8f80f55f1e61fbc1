import {counted, type NumberFormat} from "./number-format.js";

const units = [
  {one: "second", seconds: 1},
  {one: "minute", seconds: 60},
  {one: "hour", seconds: 3600},
  {one: "day", seconds: 86_400}
] as const;

/** A duration in the largest unit of which it has one and a half or more, as "42 seconds", "1.5 hours" or "12 days"; less than a second is "a second". */
export function durationText(seconds: number, formats: Pick<NumberFormat, "decimal">): string {
  if (!(seconds > 1)) return "a second";
  const {one, seconds: size} = units.findLast((unit) => seconds >= 1.5 * unit.seconds) ?? units[0];
  const value = seconds / size;
  const rounded = value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
  return counted(rounded, one, `${one}s`, {count: formats.decimal});
}
