// of jsdom, what the prerenderer uses
declare module "jsdom" {
  import type {Context} from "node:vm";

  /** A window of its own global scope, in which no script of the page runs by itself. */
  export type DOMWindow = Window & typeof globalThis;

  /** Hears what a page logs. */
  export class VirtualConsole {
    on(event: string, listener: (...values: unknown[]) => void): this;
  }

  /** A page in Node. */
  export class JSDOM {
    constructor(html: string, options?: {url?: string; runScripts?: "outside-only"; virtualConsole?: VirtualConsole});
    readonly window: DOMWindow;
    getInternalVMContext(): Context;
  }
}
