import {html} from "npm:htl";

/**
 * A drawing that waits until the rest of the page is there: pages with many charts are readable sooner. It is made when the browser has nothing
 * else to do, when its place comes near what the reader sees, or when the page is printed. Until then its place has the drawing's height, in
 * pixels. A page that is drawn when it is built goes without.
 */
export function drawnSoon(height: number, draw: () => HTMLElement): HTMLElement {
  const place = html`<div style=${{minHeight: `${height}px`}}></div>`;
  let isDrawn = false;
  const show = () => {
    if (isDrawn) return;
    isDrawn = true;
    observer.disconnect();
    removeEventListener("beforeprint", show);
    place.append(draw());
  };
  const observer = new IntersectionObserver((entries) => entries.some(({isIntersecting}) => isIntersecting) && show(), {
    rootMargin: "600px"
  });
  observer.observe(place);
  addEventListener("beforeprint", show);
  // not in Safari
  if ("requestIdleCallback" in globalThis) requestIdleCallback(show, {timeout: 500});
  return place;
}
