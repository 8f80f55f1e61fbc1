/** Text as markdown that shows it as it is, in one line and also in the cell of a table. */
export function markdownText(text: string): string {
  // an underscore within a word is no emphasis
  return text.replace(/[\\`*[\]<>|]|\b_\B|\B_\b/g, "\\$&").replace(/\s+/g, " ");
}
