/** The diagram's colours and type; those of the report, which an SVG file that stands alone cannot take from the page. */
export const diagramStyle = `
svg {
  --page: #ffffff; --surface: #f6f6f3; --line: #a3a9b2; --ink: #1b1e23; --muted: #5a626d; --link: #1f5fbf;
  color-scheme: light dark;
  font: 14px "Source Sans 3", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  svg {--page: #14171c; --surface: #252a33; --line: #5b6470; --ink: #e8eaed; --muted: #a6aeba; --link: #86b1ff;}
}
.page {fill: var(--page)}
.box {fill: var(--page); stroke: var(--line)}
.header {fill: var(--surface); stroke: var(--line)}
.name, .primary {fill: var(--ink); font-weight: 600}
.foreign {fill: var(--link)}
.plain {fill: var(--muted)}
.mark {font-size: 11px; text-anchor: end}
.halo {fill: none; stroke: var(--page); stroke-width: 5}
.link path {fill: none; stroke: var(--link); stroke-width: 1.4; stroke-linecap: round; stroke-linejoin: round}
.link:hover path {stroke-width: 3}
`;
