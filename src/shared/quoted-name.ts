const longest = 60;

/**
 * A name from the data as it stands in a sentence: in quotes, on one line, without characters that turn the direction of what follows, cut
 * after 60 characters; a name that is written from right to left is kept apart from the words around it.
 */
export function quotedName(value: unknown): string {
  const name = String(value)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/\p{Bidi_Control}/gu, "")
    .trim();
  const characters = [...name];
  const short = characters.length > longest ? `${characters.slice(0, longest).join("").trimEnd()}…` : name;
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(name)
    ? `“\u2068${short}\u2069”`
    : `“${short}”`;
}
