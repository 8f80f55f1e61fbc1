import {type DOMWindow, JSDOM, VirtualConsole} from "jsdom";
import {installBrowser} from "./install-browser.ts";
import {PageLayout} from "./page-layout.ts";
import type {Screen} from "./screens.ts";
import {VirtualClock} from "./virtual-clock.ts";

/** How a page is opened. */
export interface PageOptions {
  /** the page's address */
  address: string;
  screen: Screen;
  /** the bytes at an address of the site; none where nothing is */
  read: (address: string) => Uint8Array | undefined;
}

/** A page that is open in Node. */
export interface PageWindow {
  dom: JSDOM;
  window: DOMWindow;
  clock: VirtualClock;
  layout: PageLayout;
  /** what the page logged as errors, and what it threw */
  problems: string[];
}

/** Opens a page as a browser would that shows nothing: no script of it has run. */
export function openWindow(html: string, {address, screen, read}: PageOptions): PageWindow {
  const problems: string[] = [];
  const virtualConsole = new VirtualConsole()
    .on("error", (...values) => problems.push(values.map(String).join(" ")))
    .on("jsdomError", (error) => problems.push((error as Error).message));
  const dom = new JSDOM(html, {url: address, runScripts: "outside-only", virtualConsole});
  const clock = new VirtualClock();
  const layout = new PageLayout(screen);
  layout.install(dom.window);
  installBrowser(dom.window, {clock, layout, screen, read});
  return {dom, window: dom.window, clock, layout, problems};
}
