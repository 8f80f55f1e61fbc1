// in this order: what looks like a comment within quotes is none
const tokens = [
  /--[^\n]*|\/\*[\s\S]*?\*\//, // comments
  /e'(?:\\[\s\S]|''|[^'\\])*'/, // text with escapes
  /'(?:''|[^'])*'/, // text
  /"(?:""|[^"])*"/, // quoted names
  /(\$(?:[a-z_]\w*)?\$)[\s\S]*?\1/, // text between dollars
  /[\p{L}\p{N}_]+/u, // words and numbers
  /\S/
];

const token = new RegExp(tokens.map(({source}) => source).join("|"), "giu");

/** The words, signs and quoted parts of a query, without comments and white space; an empty query gives none. */
export function sqlTokens(query: string): string[] {
  return (query.match(token) ?? []).filter((part) => !/^(?:--|\/\*)/.test(part));
}

/** How many statements are written in a query: those between semicolons that are more than comments. */
export function countStatements(query: string): number {
  const parts = sqlTokens(query);
  return parts.filter((part, i) => part !== ";" && (i === 0 || parts[i - 1] === ";")).length;
}
