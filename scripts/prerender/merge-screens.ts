import type {Screen} from "./screens.ts";

type ScreenName = Screen["name"];

/** What one screen shows in a place. */
export interface ScreenNodes {
  screen: ScreenName;
  nodes: Node[];
}

/**
 * What several screens show in one place, in one: what is alike stands there once, and what differs once for each screen that shows it so, with
 * the classes `at-screen` and `at-<screen>`. A drawing that differs keeps the height that it was drawn with, and ids stay unique. The nodes
 * themselves are used.
 */
export function mergeScreens(shown: readonly ScreenNodes[]): Node[] {
  const [first, ...others] = shown;
  if (!first) return [];
  if (others.every(({nodes}) => areEqual(nodes, first.nodes))) return first.nodes;
  if (!others.every(({nodes}) => nodes.length === first.nodes.length)) return apart(shown);
  return first.nodes.flatMap((node, i) =>
    mergeNode(
      shown.map(({screen, nodes}) => ({screen, nodes: [nodes[i] as Node]})),
      node
    )
  );
}

function mergeNode(shown: ScreenNodes[], first: Node): Node[] {
  const nodes = shown.map((each) => each.nodes[0] as Node);
  if (nodes.every((node) => node.isEqualNode(first))) return [first];
  if (!nodes.every((node) => isBox(node) && node.cloneNode().isEqualNode(first.cloneNode()))) return apart(shown);
  const children = mergeScreens(shown.map(({screen}, i) => ({screen, nodes: [...(nodes[i] as Node).childNodes]})));
  const merged = first.cloneNode() as Element;
  merged.append(...children);
  return [merged];
}

// what can hold something for each screen: drawings, lists of options and plain text are looked at as a whole
function isBox(node: Node): boolean {
  return node.nodeType === 1 && !["svg", "SELECT", "TEXTAREA", "STYLE"].includes((node as Element).tagName);
}

function apart(shown: readonly ScreenNodes[]): Node[] {
  const kinds: {screens: ScreenName[]; nodes: Node[]}[] = [];
  for (const {screen, nodes} of shown) {
    const alike = kinds.find(
      (kind) => areEqual(kind.nodes, nodes) || areForLargeScreens([...kind.screens, screen], kind.nodes, nodes)
    );
    if (alike) alike.screens.push(screen);
    else kinds.push({screens: [screen], nodes});
  }
  return kinds.flatMap(({screens, nodes}, i) => nodes.map((node) => at(node, screens, i > 0)));
}

// a tablet shows a desktop's drawing a little smaller, which saves a third of the bytes, where that is as high as its own and no less wide
function areForLargeScreens(screens: ScreenName[], [a, ...more]: Node[], [b, ...others]: Node[]): boolean {
  if (screens.includes("phone") || !a || !b || more.length || others.length) return false;
  const sizes = [a, b].map((node) => sizeOf(node as Element));
  const [desktop, tablet] = sizes;
  return Boolean(desktop && tablet && desktop.height === tablet.height && desktop.width >= tablet.width);
}

// in pixels, of a drawing that has one
function sizeOf(element: Element): {width: number; height: number} | undefined {
  if (element.tagName !== "svg") return undefined;
  const [width, height] = ["width", "height"].map((name) => Number(element.getAttribute(name) ?? NaN));
  return width && height ? {width, height} : undefined;
}

function at(node: Node, screens: ScreenName[], isRepeated: boolean): Element {
  const element = (node.nodeType === 1 ? node : (node.ownerDocument as Document).createElement("span")) as Element;
  if (element !== node) element.append(node);
  element.setAttribute(
    "class",
    [element.getAttribute("class"), "at-screen", ...screens.map((name) => `at-${name}`)].filter(Boolean).join(" ")
  );
  for (const drawing of [element, ...element.querySelectorAll("svg")]) keepHeight(drawing);
  if (isRepeated) {
    renameIds(element, `-${screens[0]}`);
    emptyFolds(element);
  }
  return element;
}

// what is folded away is there once
function emptyFolds(element: Element): void {
  const folded = element.querySelectorAll("details:not([open]) > :not(summary)");
  for (const inner of element.matches("details:not([open])") ? [...element.children] : folded) {
    if (inner.tagName !== "SUMMARY") inner.remove();
  }
}

// as high as the live one, which is drawn for the reader's width and not for this
function keepHeight(drawing: Element): void {
  const size = sizeOf(drawing);
  if (!size) return;
  const style = drawing.getAttribute("style");
  drawing.setAttribute("style", `${style ? `${style.replace(/;?\s*$/, ";")} ` : ""}height: ${size.height}px;`);
  drawing.setAttribute("preserveAspectRatio", "xMinYMin meet");
}

function renameIds(root: Element, suffix: string): void {
  const elements = [root, ...root.querySelectorAll("*")];
  const ids = new Set(elements.map(({id}) => id).filter(Boolean));
  if (!ids.size) return;
  for (const element of elements) {
    for (const {name, value} of element.attributes) {
      const renamed = renameId(name, value, (id) => (ids.has(id) ? id + suffix : id));
      if (renamed !== value) element.setAttribute(name, renamed);
    }
  }
}

function renameId(name: string, value: string, rename: (id: string) => string): string {
  if (name === "id") return rename(value);
  if (/^(for|form|list|headers|aria-(labelledby|describedby|controls|owns|details))$/.test(name)) {
    return value.replace(/\S+/g, rename);
  }
  const isLink = name === "href" || name === "xlink:href";
  if (isLink) return value.replace(/^#(.+)$/, (_, id: string) => `#${rename(id)}`);
  return value.replace(
    /url\((["']?)#([^)"']+)\1\)/g,
    (_, quote: string, id: string) => `url(${quote}#${rename(id)}${quote})`
  );
}

function areEqual(a: readonly Node[], b: readonly Node[]): boolean {
  return a.length === b.length && a.every((node, i) => node.isEqualNode(b[i] as Node));
}
