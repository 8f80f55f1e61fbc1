/**
 * Text that a spreadsheet shows instead of running: a cell that begins like a formula gets an apostrophe in front. Numbers,
 * also negative ones, stay as they are. Source: OWASP, CSV Injection.
 */
export function harmlessCell(text: string): string {
  const isNumber = text.trim() !== "" && Number.isFinite(Number(text));
  return /^[=+\-@\t\r]/.test(text) && !isNumber ? `'${text}` : text;
}
