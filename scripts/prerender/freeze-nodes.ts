import {roundDrawing} from "./round-drawing.ts";

// characters of a drawing's HTML, about 20 kB compressed: a larger one leaves a gap of its size instead
const largestDrawing = 100_000;

/**
 * Makes nodes of a page that no longer runs show in HTML what they show in the page: what a form's fields hold is written into them. Scripts
 * and comments go, and so does what is in a very large drawing.
 */
export function freezeNodes(nodes: readonly Node[]): Node[] {
  const kept = nodes.filter(({nodeType}) => nodeType === 1 || nodeType === 3);
  for (const node of kept) if (node.nodeType === 1) freeze(node as Element);
  return kept;
}

function freeze(element: Element): void {
  for (const script of element.querySelectorAll("script")) script.remove();
  for (const comment of comments(element)) comment.remove();
  for (const field of element.querySelectorAll("input, textarea, option")) writeField(field);
  if (element.matches("input, textarea")) writeField(element);
  const drawings = element.matches("svg") ? [element] : element.querySelectorAll("svg");
  for (const drawing of drawings) {
    roundDrawing(drawing);
    if (drawing.innerHTML.length > largestDrawing) drawing.replaceChildren();
  }
  element.normalize();
}

function writeField(field: Element): void {
  if (field.tagName === "TEXTAREA") field.textContent = (field as HTMLTextAreaElement).value;
  else if (field.tagName === "OPTION") {
    const {selected, defaultSelected} = field as HTMLOptionElement;
    if (selected !== defaultSelected) field.toggleAttribute("selected", selected);
  } else {
    const {type, value, checked} = field as HTMLInputElement;
    if (["checkbox", "radio"].includes(type)) field.toggleAttribute("checked", checked);
    else if (value && !["file", "password"].includes(type)) field.setAttribute("value", value);
  }
}

function comments(element: Element): Comment[] {
  const iterator = element.ownerDocument.createNodeIterator(element, 128);
  const found: Comment[] = [];
  for (let comment = iterator.nextNode(); comment; comment = iterator.nextNode()) found.push(comment as Comment);
  return found;
}
