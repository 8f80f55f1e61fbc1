import {html} from "npm:htl";

/**
 * A drawing that is made when its place comes near what the reader sees, or is printed: pages with many charts are there sooner. Until then its
 * place has the drawing's height, in pixels. A page that is drawn when it is built goes without.
 */
export function drawnNear(height: number, draw: () => HTMLElement): HTMLElement {
  const place = html`<div style=${{minHeight: `${height}px`}}></div>`;
  const show = () => {
    observer.disconnect();
    removeEventListener("beforeprint", show);
    place.append(draw());
  };
  const observer = new IntersectionObserver((entries) => entries.some(({isIntersecting}) => isIntersecting) && show(), {
    rootMargin: "600px"
  });
  observer.observe(place);
  addEventListener("beforeprint", show);
  return place;
}
