import type {DOMWindow} from "jsdom";
import {matchesMedia} from "./matches-media.ts";
import {measureText} from "./measure-text.ts";
import type {PageLayout} from "./page-layout.ts";
import type {Screen} from "./screens.ts";
import type {VirtualClock} from "./virtual-clock.ts";

/** What a window gets from outside. */
export interface Surroundings {
  clock: VirtualClock;
  layout: PageLayout;
  screen: Screen;
  /** the bytes at an address of the site; none where nothing is */
  read: (address: string) => Uint8Array | undefined;
}

/** Gives a window of jsdom what browsers have and it has not, and takes what would reach out of the page. */
export function installBrowser(window: DOMWindow, surroundings: Surroundings): void {
  const {clock, screen, layout} = surroundings;
  setValues(window, {
    setTimeout: clock.setTimeout,
    setInterval: clock.setInterval,
    clearTimeout: clock.clear,
    clearInterval: clock.clear,
    requestAnimationFrame: clock.requestAnimationFrame,
    cancelAnimationFrame: clock.clear,
    // what a page leaves for later is for its readers
    requestIdleCallback: () => 0,
    cancelIdleCallback: nothing,
    performance: {now: () => clock.now, timeOrigin: 0, mark: nothing, measure: nothing},
    fetch: fetchFrom(window, surroundings),
    matchMedia: (query: string) => {
      layout.wasAsked = true;
      return {media: query, matches: matchesMedia(query, screen), ...listeners};
    },
    Worker: Silent,
    SharedWorker: Silent,
    WebSocket: Silent,
    EventSource: Silent,
    XMLHttpRequest: undefined,
    TextEncoder,
    TextDecoder,
    structuredClone,
    scrollTo: nothing,
    scrollBy: nothing,
    devicePixelRatio: 1
  });
  window.Math.random = repeatableRandom();
  for (const [name, value] of [
    ["innerWidth", screen.width],
    ["innerHeight", screen.height]
  ] as const) {
    Object.defineProperty(window, name, {configurable: true, get: () => ((layout.wasAsked = true), value)});
  }
  installElements(window);
}

function installElements(window: DOMWindow): void {
  const {Element, HTMLElement, HTMLCanvasElement, SVGElement} = window;
  setValues(Element.prototype, {scrollIntoView: nothing, scrollTo: nothing, checkVisibility: () => true});
  setValues(Element.prototype, {animate: () => ({finished: Promise.resolve(), cancel: nothing, ...listeners})});
  setValues(Element.prototype, {getAnimations: () => []});
  setValues(HTMLCanvasElement.prototype, {getContext: () => null});
  setValues(SVGElement.prototype, {
    getBBox(this: Element) {
      return measureText(this);
    },
    getComputedTextLength(this: Element) {
      return measureText(this).width;
    },
    getTotalLength: () => 0
  });
  Object.defineProperty(HTMLElement.prototype, "innerText", {
    configurable: true,
    get(this: HTMLElement) {
      return this.textContent;
    },
    set(this: HTMLElement, text: string) {
      this.textContent = text;
    }
  });
  setValues(window.document, {fonts: {ready: Promise.resolve(), load: () => Promise.resolve([]), ...listeners}});
}

// what it gives are objects of the page's own scope, which it may ask for their class
function fetchFrom(window: DOMWindow, {read}: Surroundings): (request: unknown) => Promise<object> {
  return async (request) => {
    const url = new URL(String((request as Partial<Request>).url ?? request), window.location.href).href;
    const bytes = await Promise.resolve(read(url));
    const text = () => new TextDecoder().decode(bytes);
    const copy = () => window.Uint8Array.from(bytes ?? []);
    return {
      url,
      ok: Boolean(bytes),
      status: bytes ? 200 : 404,
      headers: new Map(),
      text: () => Promise.resolve(text()),
      json: async () => (await Promise.resolve(), window.JSON.parse(text()) as unknown),
      arrayBuffer: () => Promise.resolve(copy().buffer),
      blob: () => Promise.resolve(new window.Blob([copy()]))
    };
  };
}

// what starts and never answers: a page shows what it shows until then
class Silent {
  addEventListener = nothing;
  removeEventListener = nothing;
  postMessage = nothing;
  send = nothing;
  terminate = nothing;
  close = nothing;
}

const listeners = {
  addEventListener: nothing,
  removeEventListener: nothing,
  addListener: nothing,
  removeListener: nothing
};

function nothing(): void {
  // for what has no effect on what a page shows
}

function setValues(target: object, values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(target, name, {value, configurable: true, writable: true});
  }
}

// mulberry32, https://github.com/cprosche/mulberry32: the same numbers in every build
function repeatableRandom(): () => number {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
