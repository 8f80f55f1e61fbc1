import type {Screen} from "./screens.ts";

// what a page can ask of a screen that it is drawn for
const features: Record<string, string> = {
  "prefers-color-scheme": "light",
  "prefers-reduced-motion": "no-preference",
  scripting: "enabled",
  hover: "hover",
  pointer: "fine"
};

/** Whether a screen matches a media query of widths, heights and common features; anything else does not match. */
export function matchesMedia(query: string, screen: Pick<Screen, "width" | "height">): boolean {
  return query.split(",").some((alternative) =>
    alternative
      .trim()
      .split(/\s+and\s+/)
      .every((condition) => matchesCondition(condition, screen))
  );
}

function matchesCondition(condition: string, screen: Pick<Screen, "width" | "height">): boolean {
  if (/^(only\s+)?(screen|all)$/.test(condition)) return true;
  const [, name = "", value = ""] = /^\(\s*([\w-]+)\s*:\s*(.*?)\s*\)$/.exec(condition) ?? [];
  const [, bound, side] = /^(min|max)-(width|height)$/.exec(name) ?? [];
  if (!bound) return features[name] === value;
  const size = side === "width" ? screen.width : screen.height;
  return bound === "min" ? size >= pixels(value) : size <= pixels(value);
}

// a length, or a sum of lengths in calc()
function pixels(length: string): number {
  const terms = length.replace(/^calc\((.*)\)$/, "$1").split(/\s+\+\s+/);
  return terms.reduce((sum, term) => sum + parseFloat(term) * (/r?em$/.test(term) ? 16 : 1), 0);
}
