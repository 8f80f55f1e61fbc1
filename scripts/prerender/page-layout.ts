import type {Screen} from "./screens.ts";

type Deliver = () => void;

/**
 * What a page can ask about sizes where nothing is laid out: every element that is shown is as wide as the page's column, and has no height.
 * Observers hear of an element once, as soon as it is shown; those with a margin, which wait for a reader to come near, never.
 */
export class PageLayout {
  /** whether the page has asked for a size, so that another screen may show something else */
  wasAsked = false;
  private waiting: {target: Element; deliver: Deliver}[] = [];

  /** Of a page on a screen. */
  constructor(private readonly screen: Screen) {}

  /** The pixels that an element is wide. */
  widthOf(element: Element): number {
    this.wasAsked = true;
    return element.isConnected ? this.screen.columnWidth : 0;
  }

  /** Tells observers of elements that are shown now. False where none was waiting for one. */
  deliver(): boolean {
    const shown = this.waiting.filter(({target}) => target.isConnected);
    this.waiting = this.waiting.filter((entry) => !shown.includes(entry));
    for (const {deliver} of shown) deliver();
    return shown.length > 0;
  }

  /** Gives a window the observers and measures of this layout. */
  install(window: Window & typeof globalThis): void {
    const resized = (target: Element) => {
      const [width, height] = [this.widthOf(target), 0];
      const size = [{inlineSize: width, blockSize: height}];
      return {target, contentRect: rectangle(width), contentBoxSize: size, borderBoxSize: size};
    };
    const crossed = (target: Element) => ({target, isIntersecting: true, intersectionRatio: 1});
    Object.assign(window, {ResizeObserver: this.observer(resized), IntersectionObserver: this.observer(crossed)});
    this.measure(window);
  }

  private observer(describe: (target: Element) => object): unknown {
    const add = (target: Element, deliver: Deliver) => this.waiting.push({target, deliver});
    const remove = (isOver: (deliver: Deliver, target: Element) => boolean) => {
      this.waiting = this.waiting.filter(({target, deliver}) => !isOver(deliver, target));
    };
    return class {
      private readonly own = new Set<Deliver>();
      constructor(
        private readonly listener: (entries: object[], observer: unknown) => void,
        private readonly options?: {rootMargin?: string}
      ) {}
      observe(target: Element): void {
        // what waits until the reader comes near
        if (this.options?.rootMargin) return;
        const deliver = () => this.listener([describe(target)], this);
        this.own.add(deliver);
        add(target, deliver);
      }
      unobserve(unwanted: Element): void {
        remove((deliver, target) => this.own.has(deliver) && target === unwanted);
      }
      disconnect(): void {
        remove((deliver) => this.own.has(deliver));
      }
      takeRecords(): object[] {
        return [];
      }
    };
  }

  private measure(window: Window & typeof globalThis): void {
    const widthOf = (element: Element) => this.widthOf(element);
    const width = {
      configurable: true,
      get(this: Element) {
        return widthOf(this);
      }
    };
    for (const name of ["clientWidth", "scrollWidth"]) Object.defineProperty(window.Element.prototype, name, width);
    Object.defineProperty(window.HTMLElement.prototype, "offsetWidth", width);
    Object.assign(window.Element.prototype, {
      getBoundingClientRect(this: Element) {
        return rectangle(widthOf(this));
      }
    });
    Object.assign(window.Range.prototype, {getClientRects: () => [], getBoundingClientRect: () => rectangle(0)});
  }
}

function rectangle(width: number): Omit<DOMRect, "toJSON"> {
  return {x: 0, y: 0, left: 0, top: 0, right: width, bottom: 0, width, height: 0};
}
