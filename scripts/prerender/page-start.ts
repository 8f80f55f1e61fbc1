// Runs in the reader's browser before a page's own scripts.

// what is prerendered is for an address without a selection, and would say something else than what was asked for
if (location.search) document.documentElement.classList.add("has-selection");

// A browser tells an observer of an element's size only once that has been laid out, so what is drawn for its width would be missing for a
// moment, and all below it would jump. This tells it as soon as the element is in the page.
type Callback = ConstructorParameters<typeof ResizeObserver>[0];

const waiting = new Map<EagerResizeObserver, Set<Element>>();

class EagerResizeObserver extends ResizeObserver {
  constructor(readonly callback: Callback) {
    super(callback);
  }
  override observe(target: Element, options?: ResizeObserverOptions): void {
    super.observe(target, options);
    if (!target.isConnected) waiting.set(this, (waiting.get(this) ?? new Set()).add(target));
  }
  override unobserve(target: Element): void {
    super.unobserve(target);
    waiting.get(this)?.delete(target);
  }
  override disconnect(): void {
    super.disconnect();
    waiting.delete(this);
  }
}

new MutationObserver(() => {
  for (const [observer, targets] of waiting) {
    for (const target of targets) {
      if (!target.isConnected) continue;
      targets.delete(target);
      if (!targets.size) waiting.delete(observer);
      observer.callback([entryOf(target)], observer);
    }
  }
}).observe(document, {childList: true, subtree: true});

globalThis.ResizeObserver = EagerResizeObserver;

function entryOf(target: Element): ResizeObserverEntry {
  const outer = target.getBoundingClientRect();
  const style = getComputedStyle(target);
  const length = (name: string) => parseFloat(style.getPropertyValue(name)) || 0;
  const around = (...sides: string[]) =>
    sides.reduce((sum, side) => sum + length(`padding-${side}`) + length(`border-${side}-width`), 0);
  const [width, height] = [outer.width - around("left", "right"), outer.height - around("top", "bottom")];
  return {
    target,
    contentRect: new DOMRectReadOnly(length("padding-left"), length("padding-top"), width, height),
    contentBoxSize: [{inlineSize: width, blockSize: height}],
    borderBoxSize: [{inlineSize: outer.width, blockSize: outer.height}],
    devicePixelContentBoxSize: [{inlineSize: width * devicePixelRatio, blockSize: height * devicePixelRatio}]
  };
}

export {};
