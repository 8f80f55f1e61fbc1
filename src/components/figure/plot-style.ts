/** How every plot looks: the page shows through, and its text is the page's. */
export const plotStyle = {
  background: "transparent",
  color: "var(--ink)",
  fontSize: "13px",
  fontFamily: "var(--sans-serif)"
};
