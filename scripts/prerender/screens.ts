/** A screen that pages are drawn for. */
export interface Screen {
  /** the screens that show it have the class `at-<name>`; see src/theme/prerendered.css */
  name: "phone" | "tablet" | "desktop";
  /** pixels of the window */
  width: number;
  height: number;
  /** pixels that the page's column has on it: measured in Chromium */
  columnWidth: number;
}

/** The screens that pages are drawn for; what all of them show alike is drawn on the first. */
export const screens: readonly Screen[] = [
  {name: "desktop", width: 1280, height: 800, columnWidth: 912},
  {name: "phone", width: 390, height: 844, columnWidth: 326},
  {name: "tablet", width: 768, height: 1024, columnWidth: 704}
];
