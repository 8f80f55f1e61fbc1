import {setImmediate, setTimeout} from "node:timers/promises";
import {Script} from "node:vm";
import {findPlaceholders, type Placeholder} from "./find-placeholders.ts";
import type {PageWindow} from "./page-window.ts";

/** milliseconds on a page's clock after which it is taken as it is, whatever still moves */
const lastFrame = 5000;

// how often to look whether something that no clock of the page knows has come, and milliseconds from look to look
const looks = {most: 25, between: 10};

/**
 * Runs a page's script until nothing changes any more, and gives what its cells display, by placeholder. A cell that fails, or is not
 * done, is left out.
 */
export async function runPage(page: PageWindow, script: string): Promise<Map<string, Node[]>> {
  const placeholders = findPlaceholders(page.window.document);
  const places = placeholders.map((placeholder) => ({...placeholder, start: startOf(placeholder)}));
  new Script(script, {filename: "page.js"}).runInContext(page.dom.getInternalVMContext());
  await settle(page, () => places.every(({loading}) => !loading?.isConnected));
  const displayed = new Map<string, Node[]>();
  for (const {id, mark, loading, start} of places) {
    const nodes = nodesBetween(start, mark);
    const isShown = loading ? !loading.isConnected : nodes.length > 0;
    if (isShown && !nodes.some(isError)) displayed.set(id, nodes);
  }
  return displayed;
}

async function settle({clock, layout, problems}: PageWindow, isDone: () => boolean): Promise<void> {
  let quiet = 0;
  while (clock.now < lastFrame && quiet < (isDone() ? 3 : looks.most)) {
    await setImmediate();
    try {
      quiet = layout.deliver() || clock.runNext(lastFrame) ? 0 : quiet + 1;
    } catch (error) {
      quiet = 0;
      problems.push(String(error));
    }
    if (quiet > 3) await setTimeout(looks.between);
  }
}

// what stands before all that a cell will display, none where that comes first
function startOf({mark, loading}: Placeholder): Node | null {
  return (loading ?? mark).previousSibling;
}

function nodesBetween(start: Node | null, mark: Comment): Node[] {
  const nodes: Node[] = [];
  for (let node = mark.previousSibling; node && node !== start; node = node.previousSibling) nodes.unshift(node);
  return nodes;
}

function isError(node: Node): boolean {
  return node.nodeType === 1 && (node as Element).classList.contains("observablehq--error");
}
