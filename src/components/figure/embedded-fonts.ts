let fonts: Promise<string> | undefined;

/** The page's font faces as CSS with their files in it, for pictures that have to do without the page. */
export function embeddedFonts(): Promise<string> {
  fonts ??= Promise.all(fontFaces().map(embed)).then((faces) => faces.join("\n"));
  return fonts;
}

// style sheets of the page's own: others cannot be read
function fontFaces(): CSSFontFaceRule[] {
  return [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
    } catch {
      return [];
    }
  });
}

async function embed(rule: CSSFontFaceRule): Promise<string> {
  const address = /url\("?([^")]+)"?\)/.exec(rule.cssText)?.[1];
  if (!address) return "";
  const file = await fetch(new URL(address, document.baseURI)).then((response) => response.blob());
  return rule.cssText.replace(/src:[^;}]*/, `src: url(${await dataAddress(file)}) format("woff2")`);
}

function dataAddress(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error("a font cannot be read"));
    reader.readAsDataURL(file);
  });
}
