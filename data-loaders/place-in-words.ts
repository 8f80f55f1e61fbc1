import {quotedName} from "../src/shared/quoted-name.ts";

const places: Record<string, string> = {source: "from the source", device: "on the device", browser: "in the browser"};

/** Where visits are, as `on the device “mobile”`, for a dimension of sessions and its value from the data. */
export function placeInWords(dimension: string, value: unknown): string {
  return `${places[dimension] ?? `with the ${dimension}`} ${quotedName(value)}`;
}
