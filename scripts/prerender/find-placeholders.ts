/** A place in a page where Framework displays what a cell gives. */
export interface Placeholder {
  id: string;
  /** the comment that marks the place: what is displayed stands before it */
  mark: Comment;
  /** what stands there until the cell displays something; none where a cell needs not display anything */
  loading?: Element | undefined;
}

/** The placeholders of a page that has not run yet, in order. */
export function findPlaceholders(document: Document): Placeholder[] {
  const comments = document.createNodeIterator(document.body, 128);
  const placeholders: Placeholder[] = [];
  for (let mark = comments.nextNode() as Comment | null; mark; mark = comments.nextNode() as Comment | null) {
    const id = /^:([0-9a-f]{8}(?:-\d+)?):$/.exec(mark.data)?.[1];
    if (!id) continue;
    const before = mark.previousSibling as Element | null;
    placeholders.push({id, mark, loading: before?.tagName === "OBSERVABLEHQ-LOADING" ? before : undefined});
  }
  return placeholders;
}
