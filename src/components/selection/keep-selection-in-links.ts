import {isEverybody, readSelection, writeSelection} from "../../shared/selection/selection.js";
import {currentSelection} from "./selection-store.js";

/** Makes links to other pages of the report carry the reader's selection along, unless they have one of their own. */
export function keepSelectionInLinks(): void {
  for (const event of ["pointerover", "focusin", "click"] as const) {
    document.addEventListener(event, ({target}) => carry((target as Element | null)?.closest?.("a[href]")), {
      capture: true
    });
  }
}

function carry(link: Element | null | undefined): void {
  if (!(link instanceof HTMLAnchorElement) || !isPage(link)) return;
  const own = link.dataset.carried === undefined && !isEverybody(readSelection(link.search));
  if (own) return;
  link.dataset.carried = "";
  link.search = writeSelection(currentSelection(), link.search);
}

// of this report, and not a file of it
function isPage({origin, pathname, href}: HTMLAnchorElement): boolean {
  const home = new URL(
    document.querySelector<HTMLAnchorElement>("#observablehq-sidebar a[href]")?.href ?? ".",
    document.baseURI
  );
  return origin === location.origin && pathname.startsWith(home.pathname) && !href.includes("/_file/");
}
