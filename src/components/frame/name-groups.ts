/**
 * Gives parts of charts that carry a name, as Plot labels its axes and marks, the role of a group from now on: without a role a name is not allowed,
 * and screen readers may leave it out (https://www.w3.org/TR/wai-aria-1.2/#prohibitednaming).
 */
export function nameGroups(root: Element): void {
  const name = (): void => {
    for (const part of root.querySelectorAll("g[aria-label]:not([role])")) part.setAttribute("role", "group");
  };
  name();
  new MutationObserver(name).observe(root, {childList: true, subtree: true});
}
