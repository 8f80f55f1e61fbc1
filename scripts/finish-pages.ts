import {readFileSync, writeFileSync} from "node:fs";
import {globSync} from "tinyglobby";

/**
 * Completes what Framework leaves out of its pages: the language of the prose and names of the sidebar's controls, for screen readers, and the
 * freedom to zoom on a phone.
 */
export function finishPages(folder: string): void {
  for (const page of globSync("**/*.html", {cwd: folder, absolute: true})) {
    const html = readFileSync(page, "utf8");
    writeFileSync(page, complete(html));
  }
}

function complete(html: string): string {
  return (
    html
      .replace("<html>", '<html lang="en">')
      .replace(", maximum-scale=1", "")
      .replace('id="observablehq-sidebar-toggle" type="checkbox"', '$& aria-label="Sidebar"')
      // a list holds items alone
      .replace(
        /(<nav id="observablehq-sidebar">\s*<ol>\s*)(<label id="observablehq-sidebar-close"[^>]*><\/label>)/,
        '$1<li style="display: contents">$2</li>'
      )
  );
}
