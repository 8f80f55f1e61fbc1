/** For so many frames the page's height has to stay before it counts as drawn, and at most so many are waited for. */
const [stillFrames, mostFrames] = [4, 120] as const;

/**
 * Goes to the element within `root` that the address's anchor names, and unfolds what hides it: now, once everything is drawn, and whenever the
 * anchor changes. The browser itself looks before anything is there.
 */
export function revealAnchor(root: HTMLElement): void {
  const reveal = () => {
    const target =
      location.hash.length > 1 ? root.querySelector<HTMLElement>(`#${CSS.escape(location.hash.slice(1))}`) : null;
    if (!target) return;
    for (
      let details = target.closest("details");
      details;
      details = details.parentElement?.closest("details") ?? null
    ) {
      details.open = true;
    }
    target.scrollIntoView();
    target.focus({preventScroll: true});
  };
  addEventListener("hashchange", reveal);
  if (location.hash.length > 1) whenDrawn(root, reveal);
}

function whenDrawn(root: HTMLElement, then: () => void): void {
  let [frames, still, height] = [0, 0, -1];
  const look = () => {
    const now = root.isConnected ? document.documentElement.scrollHeight : -1;
    still = now >= 0 && now === height ? still + 1 : 0;
    height = now;
    if (still >= stillFrames || ++frames >= mostFrames) then();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
