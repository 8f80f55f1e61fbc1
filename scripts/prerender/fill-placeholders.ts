import {type DefaultTreeAdapterTypes, parse, parseFragment, serialize, serializeOuter} from "parse5";

type Element = DefaultTreeAdapterTypes.Element;
type Comment = DefaultTreeAdapterTypes.CommentNode;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

/** A part of a text that something else takes the place of. */
interface Change {
  /** first and after the last character */
  start: number;
  end: number;
  text: string;
}

/**
 * A page's HTML with what its cells display, by placeholder, where Framework's client takes it for the sign that a cell is loading, and removes
 * it when the cell displays something. A paragraph becomes a `div.paragraph` where it holds what a browser that reads HTML would not leave
 * in a paragraph. What a browser would put elsewhere even so is left out, and its placeholder named.
 */
export function fillPlaceholders(
  html: string,
  displayed: ReadonlyMap<string, string>
): {html: string; misplaced: string[]} {
  const misplaced: string[] = [];
  const changes: Change[] = [];
  const divided = new Set<Element>();
  for (const mark of marks(parse(html, {sourceCodeLocationInfo: true}))) {
    const id = mark.data.slice(1, -1);
    const content = displayed.get(id);
    if (content === undefined) continue;
    const around = ancestors(mark);
    const place = [false, true].find((divides) => staysInPlace(content, around, (p) => divides || divided.has(p)));
    if (place === undefined) {
      misplaced.push(id);
      continue;
    }
    if (place) for (const element of around.filter(isParagraph)) divided.add(element);
    changes.push(filling(mark, content));
  }
  for (const paragraph of divided) changes.push(...division(paragraph, html));
  return {html: applied(html, changes), misplaced};
}

// the comments that mark where Framework displays what a cell gives
function marks(parent: DefaultTreeAdapterTypes.ParentNode): Comment[] {
  return parent.childNodes.flatMap((node) => {
    if ("childNodes" in node) return marks(node);
    return "data" in node && /^:[0-9a-f]{8}(-\d+)?:$/.test(node.data) ? [node] : [];
  });
}

// the elements around a node, from the inside out, up to the body
function ancestors({parentNode}: ChildNode): Element[] {
  if (!parentNode || !("tagName" in parentNode) || parentNode.tagName === "body") return [];
  return [parentNode, ...ancestors(parentNode)];
}

// whether a browser that reads the elements around a content, and the content in it, has them as they are written
function staysInPlace(content: string, around: Element[], isDivided: (paragraph: Element) => boolean): boolean {
  const written = around.reduce((inner, element) => {
    const {tagName, attrs} = element;
    const name = isParagraph(element) && isDivided(element) ? "div" : tagName;
    const tag = serializeOuter({...element, nodeName: name, tagName: name, attrs, childNodes: []});
    return tag.replace(/(?=<\/[^<]*$)|$/, () => inner);
  }, prerendered(content));
  return serialize(parseFragment(written)) === written;
}

function filling(mark: Comment, content: string): Change {
  const siblings = mark.parentNode?.childNodes ?? [];
  const before = siblings[siblings.indexOf(mark) - 1];
  const at = mark.sourceCodeLocation?.startOffset ?? 0;
  const start = before?.nodeName === "observablehq-loading" ? before.sourceCodeLocation?.startOffset : at;
  return {start: start ?? at, end: at, text: prerendered(content)};
}

function prerendered(content: string): string {
  return `<observablehq-loading class="prerendered">${content}</observablehq-loading>`;
}

function isParagraph({tagName}: Element): boolean {
  return tagName === "p";
}

// <p class="lede"> as <div class="paragraph lede">
function division({sourceCodeLocation: location}: Element, html: string): Change[] {
  const {startTag, endTag} = location ?? {};
  if (!startTag || !endTag) return [];
  const rest = html.slice(startTag.startOffset + "<p".length, startTag.endOffset);
  const withClass = rest.replace(/(\sclass=")/, "$1paragraph ");
  const tag = withClass === rest ? ` class="paragraph"${rest}` : withClass;
  return [
    {start: startTag.startOffset, end: startTag.endOffset, text: `<div${tag}`},
    {start: endTag.startOffset, end: endTag.endOffset, text: "</div>"}
  ];
}

function applied(text: string, changes: readonly Change[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const change of [...changes].sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(position, change.start), change.text);
    position = change.end;
  }
  return parts.join("") + text.slice(position);
}
