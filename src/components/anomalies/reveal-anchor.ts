/** For so many frames the page's height has to stay before it counts as drawn, and at most so many are waited for. */
const [stillFrames, mostFrames] = [4, 120] as const;

/**
 * Goes to the element within `root` that the address's anchor names, and unfolds what hides it: now, once everything is drawn, and whenever the
 * anchor changes. The browser itself looks before anything is there. What is made only when it is unfolded, `unfold` is to open by the name.
 */
export function revealAnchor(root: HTMLElement, unfold: (name: string) => void): void {
  const follow = () => {
    if (location.hash.length < 2) return;
    unfold(location.hash.slice(1));
    whenDrawn(root, reveal);
  };
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
  addEventListener("hashchange", follow);
  follow();
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
