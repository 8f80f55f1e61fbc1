/**
 * Text from a file as it may be shown on a terminal: control characters, which could move the cursor or hide what is there, and
 * characters that turn the direction of writing are spelt out as `\u001b`. Longer text than `length` characters is cut off.
 */
export function printable(text: string, length = Infinity): string {
  const spelt = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, spell);
  const characters = length < spelt.length ? [...spelt] : [];
  return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : spelt;
}

/** A string literal of TypeScript that means exactly the text and may be shown on a terminal. */
export function printableLiteral(text: string): string {
  return JSON.stringify(text).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, spell);
}

function spell(character: string): string {
  const units = Array.from({length: character.length}, (_, i) => character.charCodeAt(i));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
