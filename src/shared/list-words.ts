/** Words as a list in a sentence: "a, b and c"; of none nothing. */
export function listWords(words: readonly string[]): string {
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter(Boolean).join(" and ");
}
