/** Puts text on the clipboard, and says in a word or two how that went, as browsers may not allow it. */
export async function copyText(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied";
  } catch {
    return "Not allowed here";
  }
}
