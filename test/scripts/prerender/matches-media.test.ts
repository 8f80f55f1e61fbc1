import {expect, test} from "vitest";
import {matchesMedia} from "../../../scripts/prerender/matches-media.ts";

test.each([
  ["(min-width: 640px)", true],
  ["(min-width: 769px)", false],
  ["(max-width: 48em)", true],
  ["screen and (min-width: 600px) and (max-height: 1024px)", true],
  ["(min-width: 2000px), (max-width: 800px)", true],
  ["(min-width: calc(640px + 6rem + 272px))", false],
  ["(prefers-color-scheme: dark)", false],
  ["(prefers-color-scheme: light)", true],
  ["print", false],
  ["(grid: 1)", false]
])("matchesMedia(%j) on a screen of 768 by 1024 pixels is %j", (query, matches) => {
  expect(matchesMedia(query, {width: 768, height: 1024})).toBe(matches);
});
