import {existsSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {globSync} from "tinyglobby";
import {expect, test} from "vitest";
import {projectFolder} from "../../data-loaders/fingerprint.ts";

const documents = globSync(["*.md", "docs/**/*.md"], {cwd: projectFolder});

test.each(documents)("%s links to files that are there", (document) => {
  const text = readFileSync(join(projectFolder, document), "utf8");
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = ""]) => link);
  const missing = links.filter((link) => !existsSync(join(projectFolder, dirname(document), link)));
  expect(missing).toEqual([]);
});

test("README.md names only npm scripts that package.json has, and folders that are there", () => {
  const readme = readFileSync(join(projectFolder, "README.md"), "utf8");
  const {scripts} = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as {scripts: object};
  const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name = ""]) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  const folders = [...readme.matchAll(/^ {4,6}([\w-]+\/) /gm)].map(([, name = ""]) => name);
  const places = ["", "src", "data-loaders"];
  expect(folders.filter((name) => !places.some((place) => existsSync(join(projectFolder, place, name))))).toEqual([]);
});
