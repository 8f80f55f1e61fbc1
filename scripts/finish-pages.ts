import {readFileSync, writeFileSync} from "node:fs";
import {globSync} from "tinyglobby";

/**
 * Completes what Framework leaves out of its pages: the language of the prose, for screen readers, and the freedom to zoom
 * on a phone.
 */
export function finishPages(folder: string): void {
  for (const page of globSync("**/*.html", {cwd: folder, absolute: true})) {
    const html = readFileSync(page, "utf8");
    writeFileSync(page, html.replace("<html>", '<html lang="en">').replace(", maximum-scale=1", ""));
  }
}
