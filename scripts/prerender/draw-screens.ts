import {freezeNodes} from "./freeze-nodes.ts";
import {mergeScreens, type ScreenNodes} from "./merge-screens.ts";
import {openWindow, type PageOptions} from "./page-window.ts";
import {runPage} from "./run-page.ts";
import {screens} from "./screens.ts";

/**
 * What a page's cells display, as HTML by placeholder, for all screens in one; and the problems that the page had. Cells that fail on a screen are
 * left out.
 */
export async function drawScreens(
  html: string,
  {script, ...options}: Omit<PageOptions, "screen"> & {script: string}
): Promise<{displayed: Map<string, string>; problems: string[]}> {
  const places = new Map<string, ScreenNodes[]>();
  const problems = new Set<string>();
  let drawn = 0;
  for (const screen of screens) {
    const page = openWindow(html, {...options, screen});
    for (const [id, nodes] of await runPage(page, script)) {
      places.set(id, [...(places.get(id) ?? []), {screen: screen.name, nodes: freezeNodes(nodes)}]);
    }
    for (const problem of page.problems) problems.add(problem);
    drawn += 1;
    // it is the same on every screen
    if (!page.layout.wasAsked) break;
  }
  const complete = [...places].filter(([, shown]) => shown.length === drawn);
  return {
    displayed: new Map(complete.map(([id, shown]) => [id, toHtml(mergeScreens(shown))])),
    problems: [...problems]
  };
}

function toHtml(nodes: readonly Node[]): string {
  const parent = nodes[0]?.ownerDocument?.createElement("div");
  parent?.append(...nodes);
  parent?.normalize();
  return parent?.innerHTML ?? "";
}
